"""The words of Problems with the form: its sheets, headings, keys and answers."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_USE_BLANK_FORM: Pair = (
    "Isi ulang pada borang kosong yang dibagikan, tanpa mengubah nama lembar, judul "
    "kolom, dan kode.",
    "Fill in the blank form that was handed out, without changing the names of sheets, "
    "headings and codes.",
)
_ONE_ROW: Pair = (
    "Sisakan satu baris saja untuk kode “{key}”.",
    "Keep only one row for the code “{key}”.",
)

FORMS: Mapping[str, ProblemWords] = {
    "form-missing": ProblemWords(
        "error",
        (
            "Tidak ada buku kerja yang berisi borang.",
            "No workbook holds the form.",
        ),
        (
            "satu buku kerja dengan lembar {sheets}",
            "one workbook with the sheets {sheets}",
        ),
        _USE_BLANK_FORM,
    ),
    "form-twice": ProblemWords(
        "error",
        (
            "Ada lebih dari satu borang dalam folder ini: {files}; tidak satu pun "
            "dinilai.",
            "There is more than one form in this folder: {files}; none was judged.",
        ),
        ("satu borang untuk setiap peserta", "one form for each participant"),
        (
            "Sisakan satu borang yang benar dalam folder ini.",
            "Keep only the right form in this folder.",
        ),
    ),
    "sheet-missing": ProblemWords(
        "error",
        (
            "Lembar “{wanted}” tidak ada; yang ada: {found}.",
            "The sheet “{wanted}” is missing; there are: {found}.",
        ),
        ("lembar bernama “{wanted}”", "a sheet named “{wanted}”"),
        _USE_BLANK_FORM,
    ),
    "sheet-twice": ProblemWords(
        "error",
        (
            "Ada lebih dari satu lembar “{wanted}”: {found}; tidak satu pun dibaca.",
            "There is more than one sheet “{wanted}”: {found}; none was read.",
        ),
        ("satu lembar “{wanted}”", "one sheet “{wanted}”"),
        (
            "Hapus atau ganti nama lembar yang tidak dipakai.",
            "Delete or rename the sheet that is not used.",
        ),
    ),
    "header-missing": ProblemWords(
        "error",
        (
            "Baris judul kolom tidak ditemukan di lembar “{sheet}”.",
            "The row of headings was not found on the sheet “{sheet}”.",
        ),
        ("baris dengan judul kolom {headings}", "a row with the headings {headings}"),
        _USE_BLANK_FORM,
    ),
    "column-twice": ProblemWords(
        "error",
        (
            "Judul kolom “{heading}” muncul lebih dari sekali; lembar ini tidak "
            "dibaca.",
            "The heading “{heading}” occurs more than once; the sheet was not read.",
        ),
        ("satu kolom “{heading}”", "one column “{heading}”"),
        (
            "Hapus kolom “{heading}” yang tidak dipakai.",
            "Delete the column “{heading}” that is not used.",
        ),
    ),
    "key-unknown": ProblemWords(
        "warning",
        (
            "Kode “{seen}” tidak dikenal di lembar “{sheet}”; barisnya tidak "
            "dibaca.{hint}",
            "The code “{seen}” is unknown on the sheet “{sheet}”; its row was not read."
            "{hint}",
        ),
        ("kode yang tercetak pada borang", "a code that is printed on the form"),
        (
            "Kembalikan kode seperti pada borang kosong, atau hapus baris ini.",
            "Restore the code as on the blank form, or delete this row.",
        ),
    ),
    "key-missing": ProblemWords(
        "warning",
        (
            "Baris dengan kode “{key}” ({title}) tidak ada di lembar “{sheet}”.",
            "The row with the code “{key}” ({title}) is missing on the sheet "
            "“{sheet}”.",
        ),
        ("baris dengan kode “{key}”", "a row with the code “{key}”"),
        (
            "Tambahkan kembali baris dengan kode “{key}” dan isi jawabannya.",
            "Add the row with the code “{key}” again and fill in its answer.",
        ),
    ),
    "key-twice": ProblemWords(
        "error",
        (
            "Kode “{key}” diisi lebih dari sekali ({cells}); tidak satu pun dipakai.",
            "The code “{key}” is answered more than once ({cells}); none was used.",
        ),
        ("satu isian untuk kode “{key}”", "one answer for the code “{key}”"),
        _ONE_ROW,
    ),
    "key-repeated": ProblemWords(
        "warning",
        (
            "Kode “{key}” muncul lebih dari sekali; satu-satunya baris yang terisi "
            "dipakai.",
            "The code “{key}” occurs more than once; the only row filled in was used.",
        ),
        ("satu baris untuk kode “{key}”", "one row for the code “{key}”"),
        _ONE_ROW,
    ),
    "row-without-key": ProblemWords(
        "warning",
        (
            "Isian “{seen}” tidak mempunyai kode, sehingga tidak dapat dipakai.",
            "The answer “{seen}” has no code, so it cannot be used.",
        ),
        ("kode di kolom pertama baris ini", "a code in the first column of this row"),
        (
            "Tulis kembali kode baris ini seperti pada borang kosong.",
            "Write the code of this row again as on the blank form.",
        ),
    ),
    "cell-error": ProblemWords(
        "error",
        (
            "Sel isian “{title}” memuat galat {seen}.",
            "The cell of the answer “{title}” holds the error {seen}.",
        ),
        ("nilai, bukan galat rumus", "a value, not the error of a formula"),
        (
            "Perbaiki rumus di sel {cell}, atau tulis nilainya langsung.",
            "Repair the formula in cell {cell}, or write the value itself.",
        ),
    ),
    "formula-not-calculated": ProblemWords(
        "error",
        (
            "Rumus pada isian “{title}” belum pernah dihitung, sehingga tidak ada "
            "nilainya.",
            "The formula of the answer “{title}” was never calculated, so it has no "
            "value.",
        ),
        ("nilai yang tersimpan dalam berkas", "a value that is stored in the file"),
        (
            "Buka berkas di program lembar kerja dan simpan ulang, atau tulis nilainya "
            "langsung di sel {cell}.",
            "Open the file in a spreadsheet program and save it again, or write the "
            "value itself in cell {cell}.",
        ),
    ),
    "answer-not-a-number": ProblemWords(
        "error",
        (
            "Isian “{title}” bukan bilangan: “{seen}”.",
            "The answer “{title}” is not a number: “{seen}”.",
        ),
        ("bilangan, misalnya 3,9", "a number, such as 3.9"),
        (
            "Tulis angkanya saja di sel {cell}, tanpa kata atau satuan.",
            "Write the number alone in cell {cell}, without words or units.",
        ),
    ),
    "answer-not-a-whole-number": ProblemWords(
        "error",
        (
            "Isian “{title}” bukan bilangan bulat: “{seen}”.",
            "The answer “{title}” is not a whole number: “{seen}”.",
        ),
        (
            "bilangan bulat 0 atau lebih, misalnya 271",
            "a whole number, 0 or more, such as 271",
        ),
        (
            "Tulis angkanya saja di sel {cell}, tanpa kata atau satuan.",
            "Write the number alone in cell {cell}, without words or units.",
        ),
    ),
    "answer-not-a-percentage": ProblemWords(
        "error",
        (
            "Isian “{title}” bukan persentase: “{seen}”.",
            "The answer “{title}” is not a percentage: “{seen}”.",
        ),
        ("persentase, misalnya 99,27 %", "a percentage, such as 99.27 %"),
        (
            "Tulis persentasenya di sel {cell}, misalnya 99,27 %.",
            "Write the percentage in cell {cell}, such as 99.27 %.",
        ),
    ),
    "answer-number-unclear": ProblemWords(
        "error",
        (
            "Isian “{title}” dapat dibaca dengan dua cara: “{seen}” dapat berarti "
            "{one} atau {other}.",
            "The answer “{title}” can be read in two ways: “{seen}” may be {one} or "
            "{other}.",
        ),
        (
            "bilangan yang hanya mempunyai satu arti",
            "a number that has only one meaning",
        ),
        (
            "Tulis di sel {cell} sebagai angka, bukan teks, tanpa pemisah ribuan.",
            "Write it in cell {cell} as a number, not as text, without separators of "
            "thousands.",
        ),
    ),
    "answer-percent-unclear": ProblemWords(
        "error",
        (
            "Isian “{title}” tidak jelas: “{seen}” dapat berarti persen atau bagian "
            "dari 1.",
            "The answer “{title}” is unclear: “{seen}” may be per cent or a part of 1.",
        ),
        (
            "persentase dengan tandanya, misalnya 99,27 %",
            "a percentage with its sign, such as 99.27 %",
        ),
        (
            "Tulis tanda % di sel {cell}, misalnya 99,27 %.",
            "Write the % sign in cell {cell}, such as 99.27 %.",
        ),
    ),
    "answer-not-yes-or-no": ProblemWords(
        "error",
        (
            "Isian “{title}” bukan ya atau tidak: “{seen}”.",
            "The answer “{title}” is not yes or no: “{seen}”.",
        ),
        ("salah satu dari: {words}", "one of: {words}"),
        (
            "Tulis “{yes}” atau “{no}” di sel {cell}.",
            "Write “{yes}” or “{no}” in cell {cell}.",
        ),
    ),
    "answer-not-a-date": ProblemWords(
        "error",
        (
            "Isian “{title}” bukan tanggal: “{seen}”.",
            "The answer “{title}” is not a date: “{seen}”.",
        ),
        (
            "tanggal, misalnya 31-12-2025 atau 31 Desember 2025",
            "a date, such as 31-12-2025 or 31 December 2025",
        ),
        (
            "Tulis tanggal lengkap di sel {cell}: hari, bulan, dan tahun empat angka.",
            "Write the full date in cell {cell}: day, month and a year of four digits.",
        ),
    ),
}
