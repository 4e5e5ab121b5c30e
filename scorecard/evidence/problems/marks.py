"""The words of Problems with assessors' mark sheets; a mistake in one stops the run."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords
from scorecard.wording import Text

_WAITS = Text(
    "Selama lembar ini belum terbaca, tidak satu pun aspek yang dinilai penilai "
    "dihitung.",
    "As long as it is unread, nothing that assessors mark is counted.",
)
_READABLE: Pair = (
    "lembar nilai yang dapat dibaca sampai selesai",
    "a mark sheet that can be read to the end",
)
_SAVE_ANEW: Pair = (
    "Salin isinya ke lembar nilai baru yang dibagikan, simpan sebagai .xlsx, lalu "
    "jalankan lagi.",
    "Copy its contents to a fresh mark sheet as handed out, save it as .xlsx and run "
    "again.",
)

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
    "marks-crashed": ProblemWords(
        "error",
        (
            "Pembacaan lembar nilai ini berhenti mendadak ({seen}). " + _WAITS.id,
            "Reading this mark sheet crashed ({seen}). " + _WAITS.en,
        ),
        _READABLE,
        _SAVE_ANEW,
    ),
    "marks-timed-out": ProblemWords(
        "error",
        (
            "Pembacaan lembar nilai ini melampaui batas waktu ({cpu_seconds} detik "
            "prosesor atau {seconds} detik seluruhnya) dan dihentikan. " + _WAITS.id,
            "Reading this mark sheet exceeded the time limit ({cpu_seconds} seconds of "
            "processor time or {seconds} seconds in all) and was stopped. " + _WAITS.en,
        ),
        _READABLE,
        _SAVE_ANEW,
    ),
    "marks-out-of-memory": ProblemWords(
        "error",
        (
            "Pembacaan lembar nilai ini memerlukan lebih dari {memory} MiB memori dan "
            "dihentikan. " + _WAITS.id,
            "Reading this mark sheet took more than {memory} MiB of memory and was "
            "stopped. " + _WAITS.en,
        ),
        _READABLE,
        _SAVE_ANEW,
    ),
    "mark-ticket-unknown": ProblemWords(
        "error",
        (
            "Tracking ID “{seen}” yang dinilai tidak ada di antara laporan peserta ini "
            "yang dihitung ({export}); nilainya tidak dipakai dan indikatornya "
            "menunggu.",
            "The marked Tracking ID “{seen}” is not among the tickets of this "
            "participant that count ({export}); its mark is not used and the indicator "
            "is pending.",
        ),
        (
            "Tracking ID dari ekspor laporan peserta, dalam periode penilaian",
            "a Tracking ID of the participant's export, within the period",
        ),
        (
            "Betulkan Tracking ID atau kode peserta pada baris sel {cell}, atau "
            "kosongkan baris itu bila laporannya salah ambil.",
            "Correct the Tracking ID or the participant's code in the row of cell "
            "{cell}, or clear that row if the wrong ticket was sampled.",
        ),
    ),
    "marks-unchecked": ProblemWords(
        "note",
        (
            "Laporan yang dinilai pada {found} peserta tidak dapat dicocokkan, karena "
            "ekspor laporannya tidak ada atau tidak terbaca: {places}. Nilainya tetap "
            "dipakai.",
            "Marked tickets of participants without a ticket export that could be read "
            "cannot be compared ({found}: {places}). The marks are used.",
        ),
        (
            "ekspor laporan tempat laporan yang dinilai diambil",
            "the ticket export that the marked tickets were sampled from",
        ),
        (
            "Minta ekspor laporan kepada peserta, atau pastikan sendiri asal laporan "
            "yang dinilai.",
            "Ask the participants for their ticket export, or make sure yourself where "
            "the marked tickets come from.",
        ),
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
