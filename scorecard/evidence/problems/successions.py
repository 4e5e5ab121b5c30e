"""The words of Problems with regions that changed, and with an earlier season."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_ROW: Pair = (
    "kode lama, kode baru, jenis (renamed, recoded, split, merged), tanggal "
    "TTTT-BB-HH, dan sumber; kode hanya sama pada renamed",
    "the old code, the new code, a kind (renamed, recoded, split, merged), a date "
    "YYYY-MM-DD and a source; the codes are alike for renamed alone",
)

SUCCESSIONS: Mapping[str, ProblemWords] = {
    "comparison-reversed": ProblemWords(
        "warning",
        (
            "Musim “sebelumnya” ({before}) lebih akhir daripada musim ini ({after}).",
            "The “earlier” season ({before}) is later than this one ({after}).",
        ),
        (
            "hasil musim yang lebih dahulu sebagai musim sebelumnya",
            "the results of the season that came first as the earlier one",
        ),
        ("Tukar kedua musimnya.", "Swap the two seasons."),
    ),
    "succession-unreadable": ProblemWords(
        "error",
        (
            "Tabel perubahan wilayah {file} tidak dapat dibaca: {reason}.",
            "The table of regions that changed, {file}, cannot be read: {reason}.",
        ),
        (
            "CSV dengan kolom before, after, kind, since, source",
            "CSV with the columns before, after, kind, since, source",
        ),
        (
            "Perbaiki berkasnya, atau hapus agar hanya tabel bawaan yang dipakai.",
            "Mend the file, or remove it so that the shipped table alone is used.",
        ),
    ),
    "succession-row": ProblemWords(
        "error",
        (
            "Baris ini tidak dapat dipakai: {seen}.",
            "This row cannot be used: {seen}.",
        ),
        _ROW,
        ("Perbaiki atau hapus barisnya.", "Mend or remove the row."),
    ),
    "succession-twice": ProblemWords(
        "error",
        (
            "Kode {seen} disebut dua kali pada jenis recoded.",
            "The code {seen} stands twice under the kind recoded.",
        ),
        (
            "satu kode lama menjadi satu kode baru",
            "one old code that became one new code",
        ),
        (
            "Pakai jenis merged bila digabung, split bila dimekarkan, atau hapus salah "
            "satunya.",
            "Use the kind merged or split if that is what happened, or remove one.",
        ),
    ),
    "succession-unknown": ProblemWords(
        "warning",
        (
            "{name} ({seen}) ada pada musim sebelumnya, tetapi kodenya bukan kode "
            "wilayah yang berlaku dan tidak ada penerusnya dalam tabel.",
            "{name} ({seen}) was in the earlier season, but its code is no region's "
            "any more and the table names no successor.",
        ),
        (
            "kode wilayah yang berlaku, atau baris pada tabel perubahan wilayah",
            "a code that is in force, or a row in the table of regions that changed",
        ),
        (
            "Tambahkan baris pada tabel (--regions BERKAS, atau "
            "inputs/_season/regions.csv).",
            "Add a row to the table (--regions FILE, or inputs/_season/regions.csv).",
        ),
    ),
}
