"""Why the form leaves unread what was filled in, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.wording import Text

UNREAD: Mapping[str, Text] = {
    "unread_number": Text(
        "tidak terbaca seperti yang tertulis; isikan sebagai angka.",
        "not readable as typed; enter it as a number.",
    ),
    "unread_date": Text(
        "tidak terbaca seperti yang tertulis; isikan sebagai tanggal.",
        "not readable as typed; enter it as a date.",
    ),
    "unread_yes_no": Text(
        "tidak terbaca seperti yang tertulis; pilih Ya atau Tidak dari daftar.",
        "not readable as typed; choose Yes or No from the list.",
    ),
    "unread_text": Text("tidak terbaca.", "not readable."),
    "unread_file": Text("tidak terbaca.", "not readable."),
    "unread_negative": Text(
        "jumlah tidak boleh negatif.", "a number cannot be negative."
    ),
    "unread_columns": Text(
        "kolom ekspor yang diperlukan tidak ditemukan.",
        "a column of the export that is needed was not found.",
    ),
    "unread_days": Text(
        "ada tanggal dalam ekspor yang tidak terbaca di sini seperti yang tertulis; "
        "kirimkan ekspornya sebagai berkas tersendiri.",
        "some dates of the export are not readable here as typed; send the export as "
        "a file of its own.",
    ),
    "unread_total": Text(
        "kurang dari jumlah bagiannya, {summed}.",
        "less than the sum of its parts, {summed}.",
    ),
}
