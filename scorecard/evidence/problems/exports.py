"""The words of Problems with dates, owners and headings of ticket exports and logs.

They name rows, columns and words of the rubric's vocabulary only: an export holds
personal data that must not reach any output.
"""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_EXPORT_AGAIN: Pair = (
    "Unduh ulang laporan dari SP4N-LAPOR! dan kirim tanpa diubah.",
    "Download the report from SP4N-LAPOR! again and send it unchanged.",
)
_DATE_EXPECTED: Pair = (
    "tanggal seperti 9 Jan 2025 atau 2025-01-09",
    "a date such as 9 Jan 2025 or 2025-01-09",
)

EXPORTS: Mapping[str, ProblemWords] = {
    "tickets-elsewhere": ProblemWords(
        "warning",
        (
            "Lembar “{sheet}” juga memuat laporan dan tidak dihitung; yang tidak ada "
            "di ekspor ({wanted}): {count}.",
            "The sheet “{sheet}” holds tickets too and was not counted; not in the "
            "export ({wanted}): {count}.",
        ),
        (
            "semua laporan di satu ekspor",
            "all tickets in one export",
        ),
        (
            "Unduh satu ekspor yang mencakup seluruh periode; hapus lembar laporan "
            "yang lain.",
            "Download one export that covers the whole period; delete the other sheets "
            "of tickets.",
        ),
    ),
    "ticket-date-ambiguous": ProblemWords(
        "error",
        (
            "Tanggal masuk {count} dapat dibaca dengan dua cara ({rows}): hari dahulu "
            "atau bulan dahulu, dan isi kolom itu tidak memastikannya; tidak dihitung.",
            "Date of receipt with two readings: {count} ({rows}), day first or month "
            "first, and the rest of the column does not decide; not counted.",
        ),
        _DATE_EXPECTED,
        _EXPORT_AGAIN,
    ),
    "ticket-date-short-year": ProblemWords(
        "error",
        (
            "Tahun pada tanggal masuk {count} hanya dua angka ({rows}); tidak "
            "dihitung, karena abadnya tidak boleh ditebak.",
            "Date of receipt with a year of two digits: {count} ({rows}), not counted, "
            "as the century must not be guessed.",
        ),
        _DATE_EXPECTED,
        _EXPORT_AGAIN,
    ),
    "ticket-date-impossible": ProblemWords(
        "error",
        (
            "Tanggal masuk {count} tidak ada dalam kalender ({rows}); tidak dihitung.",
            "Date of receipt that no calendar has: {count} ({rows}), not counted.",
        ),
        _DATE_EXPECTED,
        _EXPORT_AGAIN,
    ),
    "ticket-time-unreadable": ProblemWords(
        "warning",
        (
            "Waktu masuk {count} tidak dapat dibaca ({rows}); dihitung menurut "
            "tanggalnya saja.",
            "Unreadable time of receipt: {count} ({rows}), counted by the date alone.",
        ),
        ("waktu seperti 02:15:00 (UTC)", "a time such as 02:15:00 (UTC)"),
        _EXPORT_AGAIN,
    ),
    "ticket-dates-swapped": ProblemWords(
        "warning",
        (
            "Pada {count} hari dan bulan tanggal masuk mungkin tertukar ({rows}): "
            "tanggal lain di kolom itu berupa teks dengan hari di atas 12, sedangkan "
            "tanggal ini tidak pernah di atas 12.",
            "Day and month of the date of receipt may be swapped: {count} ({rows}); "
            "the column's other dates are texts with days above 12, while these never "
            "are.",
        ),
        ("tanggal seperti dalam unduhan", "the dates of the download"),
        (
            "Unduh ulang laporan dari SP4N-LAPOR! dan kirim tanpa dibuka atau disimpan "
            "di program lembar kerja.",
            "Download the report from SP4N-LAPOR! again and send it without opening or "
            "saving it in a spreadsheet program.",
        ),
    ),
    "ticket-of-another-government": ProblemWords(
        "warning",
        (
            "{count} tercatat milik {owner}, bukan {own} ({rows}); tetap dihitung.",
            "Recorded as belonging to {owner}, not {own}: {count} ({rows}), still "
            "counted.",
        ),
        ("laporan milik {own}", "tickets of {own}"),
        (
            "Periksa apakah ekspor ini diunduh dengan akun {own}; bila tidak, unduh "
            "ulang.",
            "Check that this export was downloaded with the account of {own}; if not, "
            "download it again.",
        ),
    ),
    "tickets-preamble-differs": ProblemWords(
        "warning",
        (
            "Bagian atas ekspor menyebut {owner}, bukan {own}; laporannya tetap "
            "dihitung.",
            "The top of the export names {owner}, not {own}; its tickets were counted "
            "all the same.",
        ),
        ("ekspor milik {own}", "an export of {own}"),
        (
            "Periksa apakah ekspor ini diunduh dengan akun {own}; bila tidak, unduh "
            "ulang.",
            "Check that this export was downloaded with the account of {own}; if not, "
            "download it again.",
        ),
    ),
    "ticket-shared": ProblemWords(
        "warning",
        (
            "{count} juga ada dalam ekspor {others} ({rows}); untuk sementara dihitung "
            "pada semua peserta itu.",
            "Also in the export of {others}: {count} ({rows}), counted for all of them "
            "for now.",
        ),
        (
            "Tracking ID yang hanya ada pada satu peserta",
            "a Tracking ID that only one participant has",
        ),
        (
            "Pastikan siapa pemilik laporan itu, lalu hapus barisnya dari ekspor yang "
            "lain.",
            "Find out whose tickets they are, and delete the rows from the other "
            "export.",
        ),
    ),
    "log-column-missing": ProblemWords(
        "warning",
        (
            "Kolom “{heading}” tidak ada dalam log tindak lanjut; yang memerlukannya "
            "tidak dapat dihitung.{hint}",
            "The follow-up log has no column “{heading}”; what needs it cannot be "
            "computed.{hint}",
        ),
        ("kolom “{heading}”", "a column “{heading}”"),
        (
            "Tambahkan kolom “{heading}” pada log tindak lanjut.",
            "Add the column “{heading}” to the follow-up log.",
        ),
    ),
    "log-without-id": ProblemWords(
        "warning",
        (
            "{count} log tidak mempunyai Tracking ID ({rows}); tidak dipakai.",
            "In the log without a Tracking ID: {count} ({rows}), not used.",
        ),
        ("Tracking ID pada setiap baris log", "a Tracking ID in each row of the log"),
        (
            "Tulis Tracking ID pada baris itu, atau hapus barisnya.",
            "Write the Tracking ID in these rows, or delete them.",
        ),
    ),
    "log-closed-before-reply": ProblemWords(
        "warning",
        (
            "Urutan tanggal pada {count} log terbalik ({rows}): verifikasi, tanggapan "
            "pertama, lalu selesai.",
            "Dates of the log in the wrong order: {count} ({rows}); verification, "
            "first reply, then closure.",
        ),
        (
            "verifikasi tidak sesudah tanggapan pertama, dan tanggapan tidak sesudah "
            "selesai",
            "verification not after the first reply, and the reply not after closure",
        ),
        (
            "Periksa tanggal pada log tindak lanjut.",
            "Check the dates in the follow-up log.",
        ),
    ),
    "calendar-not-decreed": ProblemWords(
        "warning",
        (
            "Hari libur dan cuti bersama tahun {years} belum ditetapkan; hari kerja "
            "pada tahun itu dihitung dengan perkiraan.",
            "Holidays and collective leave of {years} are not decreed yet; its working "
            "days were counted by estimate.",
        ),
        (
            "tanggal pada tahun yang hari liburnya sudah ditetapkan",
            "dates of years whose holidays are decreed",
        ),
        (
            "Periksa tahunnya; bila benar, mutakhirkan pustaka kalender setelah SKB 3 "
            "Menteri terbit.",
            "Check the year; if it is right, update the calendar library once the "
            "joint decree of the three ministers is out.",
        ),
    ),
    "ticket-header-again": ProblemWords(
        "note",
        (
            "Baris judul kolom muncul lagi di tengah tabel ({rows}); tidak dihitung "
            "sebagai laporan.",
            "The row of headings occurs again inside of the table ({rows}); it was not "
            "counted as a ticket.",
        ),
        ("satu baris judul kolom", "one row of headings"),
        (
            "Tidak perlu diperbaiki.",
            "Nothing is to be repaired.",
        ),
    ),
    "ticket-columns-ignored": ProblemWords(
        "note",
        (
            "Kolom yang tidak dikenal dalam ekspor tidak dibaca: {headings}.",
            "Unknown columns in the export were not read: {headings}.",
        ),
        (
            "kolom seperti dalam unduhan SP4N-LAPOR!",
            "the columns of the SP4N-LAPOR! download",
        ),
        (
            "Tidak perlu diperbaiki, kecuali bila kolom itu seharusnya dibaca: "
            "kembalikan judulnya seperti dalam unduhan.",
            "Nothing is to be repaired, unless such a column should be read: restore "
            "its heading as in the download.",
        ),
    ),
}
