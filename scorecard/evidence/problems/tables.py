"""The words of Problems with a flat table of figures."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import ProblemWords

TABLES: Mapping[str, ProblemWords] = {
    "table-column-missing": ProblemWords(
        "error",
        (
            "Tabel tidak mempunyai kolom “{key}” ({title}); angkanya kosong untuk "
            "semua peserta.{hint}",
            "The table has no column “{key}” ({title}); the figure is blank for every "
            "participant.{hint}",
        ),
        (
            "satu kolom untuk setiap angka, dengan kode atau uraiannya sebagai judul",
            "a column for each figure, headed by its key or its label",
        ),
        (
            "Tambahkan kolomnya, atau samakan judulnya dengan rubrik.",
            "Add the column, or give it the heading that the rubric names.",
        ),
    ),
    "table-column-twice": ProblemWords(
        "error",
        (
            "Tabel mempunyai dua kolom “{heading}”; tidak satu baris pun dibaca.",
            "The table has two columns “{heading}”; no row of it was read.",
        ),
        ("setiap kolom satu kali", "each column once"),
        (
            "Hapus salah satu kolom, atau beri judul lain.",
            "Delete one of the columns, or give it another heading.",
        ),
    ),
    "table-missing": ProblemWords(
        "error",
        (
            "Berkas ini tidak berisi borang maupun tabel angka; tidak dinilai.",
            "This file holds neither a form nor a table of figures; it was not judged.",
        ),
        (
            "tabel dengan kolom {headings} dan satu kolom setiap angka",
            "a table with the columns {headings} and one for each figure",
        ),
        (
            "Samakan judul kolomnya dengan 'form › table' dalam rubrik.",
            "Give the columns the headings that 'form › table' of the rubric names.",
        ),
    ),
    "table-twice": ProblemWords(
        "error",
        (
            "Lebih dari satu lembar berisi tabel angka ({sheets}); tidak satu pun "
            "dibaca.",
            "More than one sheet holds a table of figures ({sheets}); none was read.",
        ),
        ("satu tabel dalam satu berkas", "one table in a file"),
        (
            "Gabungkan tabelnya, atau simpan dalam berkas tersendiri.",
            "Join the tables, or keep each in a file of its own.",
        ),
    ),
    "table-row-incomplete": ProblemWords(
        "error",
        (
            "Baris ini tidak menyebut kode dan nama peserta; baris tidak dipakai.",
            "This row does not name both code and name of a participant; it was not "
            "used.",
        ),
        ("kode dan nama di setiap baris", "a code and a name in every row"),
        ("Isi keduanya, atau hapus barisnya.", "Fill in both, or delete the row."),
    ),
    "table-category-unknown": ProblemWords(
        "error",
        (
            "Kategori “{seen}” bagi {name} ({code}) tidak dikenal; baris tidak "
            "dipakai.",
            "The category “{seen}” of {name} ({code}) is unknown; the row was not "
            "used.",
        ),
        ("salah satu dari: {categories}", "one of: {categories}"),
        (
            "Tulis kategori dari rubrik di kolom kategori.",
            "Write a category of the rubric in the column of categories.",
        ),
    ),
}
