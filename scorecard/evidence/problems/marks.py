"""The words of Problems with assessors' mark sheets; an invalid one stops the run."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import ProblemWords

MARKS: Mapping[str, ProblemWords] = {
    "marks-not-used": ProblemWords(
        "note",
        (
            "Rubrik ini tidak memakai nilai penilai; lembar nilai tidak dibaca.",
            "This rubric uses no assessors' marks; the mark sheets were not read.",
        ),
        ("rubrik dengan ukuran “mark”", "a rubric with a “mark” measure"),
        (
            "Tidak perlu diperbaiki bila rubriknya memang tanpa penilai.",
            "Nothing is to be repaired if the rubric is meant to have no assessors.",
        ),
    ),
    "marks-sheet-missing": ProblemWords(
        "error",
        (
            "Lembar “{wanted}” tidak ada; yang ada: {found}.",
            "The sheet “{wanted}” is missing; there are: {found}.",
        ),
        ("satu lembar bernama “{wanted}”", "one sheet named “{wanted}”"),
        (
            "Pakai lembar nilai yang dibagikan, tanpa mengubah nama lembarnya.",
            "Use the mark sheet that was handed out, without renaming its sheet.",
        ),
    ),
    "marks-assessor-missing": ProblemWords(
        "error",
        (
            "Penilai tidak disebut di lembar nilai.",
            "The mark sheet does not name its assessor.",
        ),
        (
            "“Penilai” di sel A1 dan tanda pengenalnya di sel B1",
            "“Penilai” in cell A1 and the assessor's id in cell B1",
        ),
        (
            "Tulis tanda pengenal penilai di sel B1.",
            "Write the assessor's id in cell B1.",
        ),
    ),
    "marks-header-missing": ProblemWords(
        "error",
        (
            "Baris judul kolom lembar nilai tidak ditemukan.",
            "The mark sheet's row of headings was not found.",
        ),
        ("baris dengan judul kolom {headings}", "a row with the headings {headings}"),
        (
            "Pakai lembar nilai yang dibagikan, tanpa mengubah judul kolomnya.",
            "Use the mark sheet that was handed out, without changing its headings.",
        ),
    ),
    "mark-participant-unknown": ProblemWords(
        "error",
        (
            "Peserta “{seen}” pada lembar nilai tidak dikenal.",
            "The participant “{seen}” on the mark sheet is unknown.",
        ),
        ("kode peserta musim ini", "the code of a participant of this season"),
        (
            "Betulkan kode peserta di sel {cell}.",
            "Correct the participant's code in cell {cell}.",
        ),
    ),
    "mark-indicator-unknown": ProblemWords(
        "error",
        (
            "Indikator “{seen}” tidak dinilai oleh penilai menurut rubrik.{hint}",
            "The indicator “{seen}” is not one that the rubric lets assessors "
            "mark.{hint}",
        ),
        ("salah satu indikator: {indicators}", "one of the indicators: {indicators}"),
        (
            "Betulkan kode indikator di sel {cell}.",
            "Correct the indicator's code in cell {cell}.",
        ),
    ),
    "mark-not-a-number": ProblemWords(
        "error",
        ("Nilai “{seen}” bukan bilangan.", "The mark “{seen}” is not a number."),
        ("bilangan dari 0 sampai {maximum}", "a number from 0 to {maximum}"),
        (
            "Tulis angkanya saja di sel {cell}.",
            "Write the number alone in cell {cell}.",
        ),
    ),
    "mark-out-of-range": ProblemWords(
        "error",
        (
            "Nilai {seen} berada di luar rentang 0 sampai {maximum}.",
            "The mark {seen} is outside of the range from 0 to {maximum}.",
        ),
        ("bilangan dari 0 sampai {maximum}", "a number from 0 to {maximum}"),
        ("Betulkan nilai di sel {cell}.", "Correct the mark in cell {cell}."),
    ),
    "mark-twice": ProblemWords(
        "error",
        (
            "{assessor} memberi nilai dua kali untuk hal yang sama; nilai pertama ada "
            "di "
            "{first}.",
            "{assessor} gave two marks on the same thing; the first one is in {first}.",
        ),
        (
            "satu nilai dari setiap penilai untuk setiap indikator dan laporan",
            "one mark of each assessor for each indicator and ticket",
        ),
        ("Hapus salah satu baris.", "Delete one of the rows."),
    ),
    "mark-without-submission": ProblemWords(
        "warning",
        (
            "Peserta {seen} dinilai, tetapi kirimannya tidak ada; nilai ini tidak "
            "dipakai.",
            "The participant {seen} has marks, but no submission; this mark was not "
            "used.",
        ),
        ("nilai untuk peserta yang mengirim", "marks on participants who submitted"),
        (
            "Periksa kode peserta di sel {cell}, atau kirimannya.",
            "Check the participant's code in cell {cell}, or its submission.",
        ),
    ),
}
