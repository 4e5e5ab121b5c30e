"""The words of Problems with workbook files: kinds, limits, how they arrived."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import RESAVE, ProblemWords

READERS: Mapping[str, ProblemWords] = {
    "workbook-format-unsupported": ProblemWords(
        "error",
        (
            "Berkas ini tidak dapat dibaca sebagai buku kerja: isinya {kind}.",
            "This file cannot be read as a workbook: it holds {kind}.",
        ),
        (
            "buku kerja .xlsx, .xlsm, .xls, .ods, atau .csv",
            "an .xlsx, .xlsm, .xls, .ods or .csv workbook",
        ),
        (
            "Buka berkas di program lembar kerja, simpan sebagai buku kerja .xlsx, "
            "lalu kirim kembali.",
            "Open the file in a spreadsheet program, save it as an .xlsx workbook and "
            "send it again.",
        ),
    ),
    "workbook-unreadable": ProblemWords(
        "error",
        (
            "Buku kerja tidak dapat dibaca: {reason}.",
            "The workbook cannot be read: {reason}.",
        ),
        (
            "buku kerja .xlsx yang utuh dan tanpa kata sandi",
            "a sound .xlsx workbook without a password",
        ),
        RESAVE,
    ),
    "workbook-too-large": ProblemWords(
        "error",
        (
            "Buku kerja melampaui batas: {what} {found}, paling banyak {most}; tidak "
            "dibaca.",
            "The workbook exceeds a limit: {what} {found}, at most {most}; it was not "
            "read.",
        ),
        ("{what} paling banyak {most}", "{what} at most {most}"),
        (
            "Hapus baris, kolom, lembar, dan gambar yang tidak perlu, atau salin tabel "
            "ke buku kerja baru, lalu simpan ulang.",
            "Delete rows, columns, sheets and pictures that are not needed, or copy "
            "the table to a new workbook, and save it again.",
        ),
    ),
    "workbook-unsafe": ProblemWords(
        "error",
        (
            "Buku kerja ditolak karena susunannya tidak wajar: {reason}.",
            "The workbook was refused because its structure is not sound: {reason}.",
        ),
        (
            "buku kerja yang disimpan oleh program lembar kerja",
            "a workbook saved by a spreadsheet program",
        ),
        (
            "Salin isinya ke buku kerja baru di program lembar kerja, simpan sebagai "
            ".xlsx, lalu kirim kembali.",
            "Copy its contents to a new workbook in a spreadsheet program, save it as "
            ".xlsx and send it again.",
        ),
    ),
    "workbook-kind-differs": ProblemWords(
        "note",
        (
            "Nama berkas berakhiran {ending}, tetapi isinya {kind}; dibaca menurut "
            "isinya.",
            "The file's name ends in {ending}, but it holds {kind}; it was read by its "
            "contents.",
        ),
        (
            "akhiran nama yang sesuai dengan isinya",
            "an ending that fits the contents",
        ),
        (
            "Ganti akhiran nama berkas, atau simpan ulang sebagai .xlsx.",
            "Change the ending of the file's name, or save it again as .xlsx.",
        ),
    ),
    "workbook-macros-not-run": ProblemWords(
        "note",
        (
            "Buku kerja ini memuat makro; makro tidak dijalankan, hanya nilai yang "
            "tersimpan yang dibaca.",
            "This workbook holds macros; they were not run, only stored values were "
            "read.",
        ),
        ("buku kerja tanpa makro", "a workbook without macros"),
        (
            "Simpan sebagai .xlsx supaya makronya terbuang; periksa lebih dahulu bahwa "
            "nilainya benar.",
            "Save it as .xlsx, which leaves the macros out, once its values are right.",
        ),
    ),
    "workbook-external-links": ProblemWords(
        "note",
        (
            "Buku kerja ini merujuk {count} buku kerja lain; rujukannya tidak dibuka, "
            "nilai yang tersimpan yang dipakai.",
            "This workbook refers to {count} other {noun}; they were not opened, the "
            "stored values were used.",
        ),
        (
            "nilai yang ada dalam buku kerja ini sendiri",
            "values of this workbook alone",
        ),
        (
            "Ganti rujukan ke berkas lain dengan nilainya (Data › Edit Tautan › "
            "Putuskan Tautan).",
            "Replace references to other files by their values (Data › Edit Links › "
            "Break Link).",
        ),
    ),
    "sheet-hidden": ProblemWords(
        "note",
        (
            "Lembar “{sheet}” tersembunyi; isinya tetap dibaca.",
            "The sheet “{sheet}” is hidden; it was read nevertheless.",
        ),
        ("lembar yang terlihat", "a visible sheet"),
        (
            "Tampilkan lembar ini, atau hapus bila tidak dipakai.",
            "Show this sheet, or delete it if it is not used.",
        ),
    ),
    "csv-reading": ProblemWords(
        "note",
        (
            "Berkas teks dibaca dengan pemisah kolom {separator} dan pengodean "
            "{encoding}.",
            "The text file was read with {separator} between columns, encoded in "
            "{encoding}.",
        ),
        ("kolom yang terbagi benar", "columns that were split rightly"),
        (
            "Bila kolomnya terbagi keliru, kirim buku kerja .xlsx.",
            "If the columns were split wrongly, send an .xlsx workbook.",
        ),
    ),
    "file-temporary": ProblemWords(
        "note",
        (
            "Ini berkas sementara program lembar kerja; tidak dibaca.",
            "This is a temporary file of a spreadsheet program; it was not read.",
        ),
        ("buku kerja yang sudah disimpan dan ditutup", "a workbook saved and closed"),
        (
            "Tutup buku kerjanya, lalu hapus berkas sementara ini.",
            "Close the workbook, then remove this temporary file.",
        ),
    ),
    "file-not-complete": ProblemWords(
        "error",
        (
            "Berkas ini belum selesai diunduh atau disinkronkan; tidak dibaca.",
            "This file has not been downloaded or synchronised completely; it was not "
            "read.",
        ),
        ("berkas yang utuh", "the whole file"),
        (
            "Tunggu sampai selesai, atau salin ulang berkas aslinya ke tempat ini.",
            "Wait until it is complete, or copy the original to this place again.",
        ),
    ),
    "file-changed-while-read": ProblemWords(
        "error",
        (
            "Berkas berubah sewaktu dibaca; isinya tidak dipakai.",
            "The file changed while it was read; its contents were not used.",
        ),
        ("berkas yang tidak sedang ditulis", "a file that nobody is writing"),
        (
            "Tutup berkas di semua program, tunggu sinkronisasi selesai, lalu ulangi.",
            "Close the file in all programs, wait until it is synchronised, then run "
            "again.",
        ),
    ),
    "file-name-twice": ProblemWords(
        "error",
        (
            "Nama ini sama dengan “{seen}” kecuali huruf besar-kecil atau cara "
            "penulisan aksennya.",
            "This name equals “{seen}” except for upper and lower case or the way its "
            "accents are encoded.",
        ),
        ("satu berkas untuk setiap nama", "one file for each name"),
        (
            "Hapus salah satunya, atau beri nama yang jelas berbeda.",
            "Remove one of them, or give them names that clearly differ.",
        ),
    ),
}
