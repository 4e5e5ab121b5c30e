"""The words of Problems with the ticket export and the follow-up log.

They name rows and columns, and of the cells only statuses and classes: the export holds
personal data that must not reach any output.
"""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_EXPORT_AGAIN: Pair = (
    "Unduh ulang laporan dari SP4N-LAPOR! dan kirim tanpa diubah.",
    "Download the report from SP4N-LAPOR! again and send it unchanged.",
)

TICKETS: Mapping[str, ProblemWords] = {
    "tickets-missing": ProblemWords(
        "error",
        (
            "Tidak ada ekspor laporan SP4N-LAPOR! dalam kiriman ini.",
            "This submission holds no SP4N-LAPOR! ticket export.",
        ),
        ("lembar “{wanted}”", "a sheet “{wanted}”"),
        _EXPORT_AGAIN,
    ),
    "tickets-twice": ProblemWords(
        "error",
        (
            "Ada lebih dari satu ekspor laporan: {places}; tidak satu pun dihitung.",
            "There is more than one ticket export: {places}; none was counted.",
        ),
        ("satu ekspor laporan", "one ticket export"),
        (
            "Sisakan satu ekspor yang mencakup seluruh periode.",
            "Keep one export that covers the whole period.",
        ),
    ),
    "ticket-header-missing": ProblemWords(
        "error",
        (
            "Baris judul kolom ekspor tidak ditemukan di lembar “{sheet}”.{hint}",
            "The export's row of headings was not found on the sheet “{sheet}”.{hint}",
        ),
        ("baris yang memuat “{heading}”", "a row that holds “{heading}”"),
        _EXPORT_AGAIN,
    ),
    "ticket-column-missing": ProblemWords(
        "error",
        (
            "Kolom “{heading}” tidak ada dalam ekspor, padahal diperlukan untuk {use}."
            "{hint}",
            "The column “{heading}” is missing in the export, but is needed for {use}."
            "{hint}",
        ),
        ("kolom “{heading}”", "a column “{heading}”"),
        _EXPORT_AGAIN,
    ),
    "ticket-column-twice": ProblemWords(
        "error",
        (
            "Judul kolom “{heading}” muncul lebih dari sekali; ekspor tidak dihitung.",
            "The heading “{heading}” occurs more than once; the export was not "
            "counted.",
        ),
        ("satu kolom “{heading}”", "one column “{heading}”"),
        _EXPORT_AGAIN,
    ),
    "ticket-status-unknown": ProblemWords(
        "error",
        (
            "Status “{word}” tidak dikenal pada {count} ({rows}); dihitung sebagai "
            "laporan masuk, tetapi tidak dalam status mana pun.{hint}",
            "Unknown status “{word}”: {count} ({rows}), counted as received, but under "
            "no status.{hint}",
        ),
        ("salah satu status dalam rubrik", "one of the rubric's statuses"),
        (
            "Kembalikan status seperti dalam SP4N-LAPOR!; bila statusnya baru, minta "
            "panitia menambahkannya ke rubrik.",
            "Restore the status as in SP4N-LAPOR!; if it is a new one, ask the "
            "scheme's "
            "owner to add it to the rubric.",
        ),
    ),
    "ticket-classification-unknown": ProblemWords(
        "warning",
        (
            "Klasifikasi “{word}” tidak dikenal pada {count} ({rows}); diperlakukan "
            "sebagai kosong.{hint}",
            "Unknown classification “{word}”: {count} ({rows}), treated as blank."
            "{hint}",
        ),
        ("salah satu klasifikasi dalam rubrik", "one of the rubric's classifications"),
        _EXPORT_AGAIN,
    ),
    "ticket-duplicate": ProblemWords(
        "warning",
        (
            "Tracking ID yang sama muncul lagi pada {count} ({rows}); hanya baris "
            "pertamanya yang dihitung.",
            "Repeated Tracking ID: {count} ({rows}), only the first row of each was "
            "counted.",
        ),
        ("satu baris untuk setiap Tracking ID", "one row for each Tracking ID"),
        (
            "Hapus baris yang berulang, atau unduh ulang ekspornya.",
            "Delete the repeated rows, or download the export again.",
        ),
    ),
    "ticket-without-id": ProblemWords(
        "error",
        (
            "{count} tidak mempunyai Tracking ID ({rows}); tidak dihitung.",
            "Without a Tracking ID: {count} ({rows}), not counted.",
        ),
        ("Tracking ID pada setiap baris", "a Tracking ID in each row"),
        _EXPORT_AGAIN,
    ),
    "ticket-date-unreadable": ProblemWords(
        "error",
        (
            "Tanggal masuk {count} tidak dapat dibaca ({rows}); tidak dihitung, karena "
            "periodenya tidak diketahui.",
            "Unreadable date of receipt: {count} ({rows}), not counted, as the period "
            "is unknown.",
        ),
        (
            "tanggal seperti 9 Jan 2025 atau 2025-01-09",
            "a date such as 9 Jan 2025 or 2025-01-09",
        ),
        _EXPORT_AGAIN,
    ),
    "ticket-outside-period": ProblemWords(
        "warning",
        (
            "{count} masuk di luar periode {start} sampai {end} ({rows}); tidak "
            "dihitung.",
            "Received outside of the period {start} to {end}: {count} ({rows}), not "
            "counted.",
        ),
        (
            "laporan yang masuk dari {start} sampai {end} waktu setempat",
            "tickets received from {start} to {end}, local time",
        ),
        (
            "Tidak perlu diperbaiki bila memang di luar periode; bila keliru, unduh "
            "ulang "
            "ekspor untuk periode yang benar.",
            "Nothing is to be repaired if they are outside of the period; otherwise "
            "download the export for the right period.",
        ),
    ),
    "tickets-none-in-period": ProblemWords(
        "error",
        (
            "Tidak satu pun dari {count} dalam ekspor ini termasuk periode {start} "
            "sampai {end}; tidak ada yang dapat dihitung darinya.",
            "Of {count} in this export not one is of the period {start} to {end}; "
            "nothing can be counted in it.",
        ),
        (
            "ekspor laporan yang masuk dari {start} sampai {end}",
            "an export of the tickets received from {start} to {end}",
        ),
        (
            "Unduh ekspor untuk periode {start} sampai {end}, lalu kirim sebagai "
            "pengganti berkas ini.",
            "Download the export for the period {start} to {end}, and send it in the "
            "place of this file.",
        ),
    ),
    "ticket-rating-unreadable": ProblemWords(
        "warning",
        (
            "Nilai dari pelapor pada {count} bukan bilangan ({rows}); tidak dihitung.",
            "Reporter's rating that is not a number: {count} ({rows}), not counted.",
        ),
        ("bilangan, atau kosong", "a number, or blank"),
        _EXPORT_AGAIN,
    ),
    "ticket-without-office": ProblemWords(
        "warning",
        (
            "{count} belum terdisposisi ke satu pun perangkat daerah ({rows}); "
            "dihitung tersendiri.",
            "Not passed on to any office: {count} ({rows}), counted apart.",
        ),
        (
            "nama perangkat daerah di kolom “{heading}”",
            "an office in column “{heading}”",
        ),
        (
            "Disposisikan laporan itu, lalu unduh ulang ekspornya.",
            "Pass these tickets on to an office, then download the export again.",
        ),
    ),
    "log-unreadable": ProblemWords(
        "error",
        (
            "Log tindak lanjut di lembar “{sheet}” tidak dapat dipakai: kolom "
            "{headings} "
            "tidak ditemukan satu kali.",
            "The follow-up log on the sheet “{sheet}” cannot be used: the columns "
            "{headings} were not found exactly once.",
        ),
        ("baris judul dengan kolom {headings}", "a row of headings with {headings}"),
        (
            "Pakai judul kolom log seperti pada borang kosong.",
            "Use the log's headings as on the blank form.",
        ),
    ),
    "log-ticket-unknown": ProblemWords(
        "warning",
        (
            "{count} log tidak ada dalam ekspor laporan ({rows}); tidak dipakai.",
            "In the log, but not in the ticket export: {count} ({rows}), not used.",
        ),
        (
            "Tracking ID yang ada dalam ekspor laporan",
            "a Tracking ID that is in the ticket export",
        ),
        (
            "Periksa Tracking ID pada baris itu.",
            "Check the Tracking ID of these rows.",
        ),
    ),
    "log-ticket-twice": ProblemWords(
        "warning",
        (
            "Tracking ID yang sama muncul lagi pada {count} log ({rows}); hanya baris "
            "pertamanya yang dipakai.",
            "Repeated Tracking ID in the log: {count} ({rows}), only the first row was "
            "used.",
        ),
        ("satu baris untuk setiap Tracking ID", "one row for each Tracking ID"),
        ("Hapus baris log yang berulang.", "Delete the repeated rows of the log."),
    ),
    "log-date-unreadable": ProblemWords(
        "error",
        (
            "Tanggal pada {count} log tidak dapat dibaca ({rows}); tidak dipakai.",
            "Unreadable date in the log: {count} ({rows}), not used.",
        ),
        (
            "tanggal seperti 9 Januari 2025 atau 2025-01-09",
            "a date such as 9 January 2025 or 2025-01-09",
        ),
        (
            "Tulis tanggal lengkap: hari, bulan, dan tahun empat angka.",
            "Write the full date: day, month and a year of four digits.",
        ),
    ),
    "log-dates-reversed": ProblemWords(
        "error",
        (
            "Pada {count}, “{title}” berakhir sebelum dimulai ({rows} log); "
            "tanggalnya tidak dipakai.",
            "“{title}” ends before it starts: {count} ({rows} of the log); these dates "
            "are not used.",
        ),
        (
            "tanggal akhir pada atau sesudah tanggal awal",
            "an end on or after the start",
        ),
        (
            "Periksa tanggal pada log tindak lanjut.",
            "Check the dates in the follow-up log.",
        ),
    ),
}
