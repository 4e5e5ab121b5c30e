"""The words of Problems with values of the form, and how its parts were found."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_DATE_REPAIR: Pair = (
    "Tulis tanggal lengkap di sel {cell}: hari, nama bulan, dan tahun empat angka.",
    "Write the full date in cell {cell}: day, name of the month and a year of four "
    "digits.",
)
_FULL_DATE: Pair = (
    "tanggal, misalnya 31 Desember 2025",
    "a date, such as 31 December 2025",
)
_SAVE_AGAIN: Pair = (
    "Buka berkas di program lembar kerja, hitung ulang semua rumusnya, lalu simpan.",
    "Open the file in a spreadsheet program, calculate all formulas again and save it.",
)

VALUES: Mapping[str, ProblemWords] = {
    "sheet-not-used": ProblemWords(
        "warning",
        (
            "Lembar “{sheet}” memuat kode lembar “{wanted}” dengan isian yang lain; "
            "hanya lembar “{wanted}” yang dibaca.",
            "The sheet “{sheet}” holds the codes of the sheet “{wanted}” with other "
            "answers; only the sheet “{wanted}” was read.",
        ),
        ("satu lembar “{wanted}”", "one sheet “{wanted}”"),
        (
            "Pastikan isian yang benar ada di lembar “{wanted}”, lalu hapus lembar "
            "“{sheet}”.",
            "Make sure that the right answers are on the sheet “{wanted}”, then delete "
            "the sheet “{sheet}”.",
        ),
    ),
    "sheet-found-by-keys": ProblemWords(
        "note",
        (
            "Lembar “{sheet}” dibaca sebagai lembar “{wanted}”, karena memuat kodenya.",
            "The sheet “{sheet}” was read as the sheet “{wanted}”, as it holds its "
            "codes.",
        ),
        ("lembar bernama “{wanted}”", "a sheet named “{wanted}”"),
        (
            "Ganti nama lembar “{sheet}” menjadi “{wanted}”.",
            "Rename the sheet “{sheet}” to “{wanted}”.",
        ),
    ),
    "header-assumed": ProblemWords(
        "warning",
        (
            "Judul kolom di lembar “{sheet}” tidak lengkap; kolom {key} dibaca sebagai "
            "kode dan kolom {answer} sebagai isian, sesuai isinya.",
            "The headings of the sheet “{sheet}” are not complete; column {key} was "
            "read as codes and column {answer} as answers, by what they hold.",
        ),
        (
            "baris judul kolom seperti pada borang kosong",
            "a row of headings as on the blank form",
        ),
        (
            "Tulis kembali judul kolom seperti pada borang kosong, mulai dari "
            "“{heading}”.",
            "Write the headings again as on the blank form, from “{heading}” on.",
        ),
    ),
    "key-twice-alike": ProblemWords(
        "warning",
        (
            "Kode “{key}” diisi lebih dari sekali dengan isian yang sama ({cells}); "
            "dipakai sekali.",
            "The code “{key}” has the same answer more than once ({cells}); it was "
            "used once.",
        ),
        ("satu isian untuk kode “{key}”", "one answer for the code “{key}”"),
        (
            "Sisakan satu baris saja untuk kode “{key}”.",
            "Keep only one row for the code “{key}”.",
        ),
    ),
    "answer-merged": ProblemWords(
        "error",
        (
            "Sel isian “{title}” digabung dengan sel {first} (“{seen}”), sehingga "
            "tidak dapat diketahui isiannya sendiri.",
            "The cell of the answer “{title}” is merged with cell {first} (“{seen}”), "
            "so that its own answer cannot be known.",
        ),
        ("satu sel untuk setiap isian", "one cell for each answer"),
        (
            "Batalkan penggabungan sel, lalu isi sel {cell} tersendiri.",
            "Unmerge the cells, then fill in cell {cell} by itself.",
        ),
    ),
    "formula-outdated": ProblemWords(
        "warning",
        (
            "Nilai tersimpan pada isian “{title}” adalah {seen}, tetapi rumusnya "
            "({formula}) menghasilkan {computed}; {computed} yang dipakai.",
            "The stored value of the answer “{title}” is {seen}, but its formula "
            "({formula}) gives {computed}; {computed} was used.",
        ),
        ("nilai yang sama dengan hasil rumusnya", "a value equal to its formula's"),
        _SAVE_AGAIN,
    ),
    "formula-worked-out": ProblemWords(
        "warning",
        (
            "Rumus pada isian “{title}” belum pernah dihitung ({formula}); hasilnya, "
            "{computed}, dihitung di sini dan dipakai.",
            "The formula of the answer “{title}” was never calculated ({formula}); its "
            "result, {computed}, was worked out here and used.",
        ),
        ("nilai yang tersimpan dalam berkas", "a value that is stored in the file"),
        _SAVE_AGAIN,
    ),
    "answer-date-ambiguous": ProblemWords(
        "error",
        (
            "Isian “{title}” dapat dibaca dengan dua cara: “{seen}”, hari dahulu atau "
            "bulan dahulu.",
            "The answer “{title}” can be read in two ways: “{seen}”, day first or "
            "month first.",
        ),
        _FULL_DATE,
        _DATE_REPAIR,
    ),
    "answer-date-short-year": ProblemWords(
        "error",
        (
            "Tahun pada isian “{title}” hanya dua angka: “{seen}”.",
            "The answer “{title}” has a year of two digits: “{seen}”.",
        ),
        _FULL_DATE,
        _DATE_REPAIR,
    ),
    "answer-date-impossible": ProblemWords(
        "error",
        (
            "Tanggal pada isian “{title}” tidak ada dalam kalender: “{seen}”.",
            "The date of the answer “{title}” is in no calendar: “{seen}”.",
        ),
        _FULL_DATE,
        _DATE_REPAIR,
    ),
}
