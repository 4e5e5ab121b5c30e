"""The words of Problems with what attached files hold, beyond being there."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_SEND_SOUND: Pair = (
    "Buka dokumen aslinya, simpan atau pindai ulang sebagai PDF, lalu kirim kembali.",
    "Open the original document, save or scan it again as PDF and send it once more.",
)
_LOOK: Pair = (
    "Buka {path} dan bandingkan dengan isian di sel {cell}; betulkan yang keliru.",
    "Open {path} and compare it with cell {cell}; correct whichever is wrong.",
)
_SIGN_AGAIN: Pair = (
    "Mintalah berkas asli dari penanda tangan dan kirim tanpa mengubahnya.",
    "Ask the signer for the original file and send it without any change.",
)

ATTACHMENTS: Mapping[str, ProblemWords] = {
    "document-file-renamed": ProblemWords(
        "note",
        (
            "Berkas “{seen}” untuk “{title}” ditemukan sebagai “{path}”; namanya hanya "
            "berbeda huruf besar, aksen, atau spasi.",
            "The file “{seen}” for “{title}” was found as “{path}”; its name differs "
            "only in case, accents or spaces.",
        ),
        ("nama berkas yang persis sama", "exactly the file's name"),
        (
            "Samakan nama di sel {cell} dengan nama berkasnya.",
            "Make the name in cell {cell} the same as the file's.",
        ),
    ),
    "document-file-ambiguous": ProblemWords(
        "error",
        (
            "Nama “{seen}” untuk “{title}” cocok dengan lebih dari satu berkas; tidak "
            "satu pun dipakai.",
            "The name “{seen}” for “{title}” fits more than one file; none was used.",
        ),
        (
            "nama yang cocok dengan tepat satu berkas",
            "a name that fits exactly one file",
        ),
        (
            "Ganti nama berkasnya agar jelas berbeda, lalu tulis nama yang dimaksud di "
            "sel {cell}.",
            "Rename the files so that they clearly differ, and write the one that is "
            "meant in cell {cell}.",
        ),
    ),
    "document-pdf-locked": ProblemWords(
        "error",
        (
            "PDF “{seen}” untuk “{title}” dikunci dengan kata sandi; tidak dapat "
            "dibuka.",
            "The PDF “{seen}” for “{title}” is locked with a password; it cannot be "
            "opened.",
        ),
        ("PDF tanpa kata sandi", "a PDF without a password"),
        (
            "Simpan ulang PDF tanpa kata sandi, lalu kirim kembali.",
            "Save the PDF again without a password and send it once more.",
        ),
    ),
    "document-pdf-broken": ProblemWords(
        "error",
        (
            "PDF “{seen}” untuk “{title}” rusak atau terpotong; tidak dapat dibuka.",
            "The PDF “{seen}” for “{title}” is damaged or cut short; it cannot be "
            "opened.",
        ),
        ("PDF yang utuh", "a sound PDF"),
        _SEND_SOUND,
    ),
    "document-pdf-without-pages": ProblemWords(
        "error",
        (
            "PDF “{seen}” untuk “{title}” tidak memiliki halaman.",
            "The PDF “{seen}” for “{title}” has no page.",
        ),
        ("PDF dengan paling sedikit satu halaman", "a PDF of at least one page"),
        _SEND_SOUND,
    ),
    "document-picture-broken": ProblemWords(
        "error",
        (
            "Gambar “{seen}” untuk “{title}” rusak atau terpotong.",
            "The picture “{seen}” for “{title}” is damaged or cut short.",
        ),
        ("gambar JPG atau PNG yang utuh", "a sound JPG or PNG picture"),
        _SEND_SOUND,
    ),
    "document-archive-broken": ProblemWords(
        "error",
        (
            "Berkas “{seen}” untuk “{title}” tidak dapat dibuka sebagai {kind}: rusak, "
            "terpotong, dikunci, atau melampaui batas ukuran.",
            "The file “{seen}” for “{title}” does not open as {kind}: damaged, cut "
            "short, locked or beyond the limits of size.",
        ),
        ("berkas {kind} yang utuh", "a sound {kind} file"),
        _SEND_SOUND,
    ),
    "document-without-text": ProblemWords(
        "note",
        (
            "Berkas {path} tidak memuat teks yang dapat dibaca, mungkin hasil pindai; "
            "{titles} perlu diperiksa oleh orang.",
            "The file {path} holds no text that can be read, perhaps it is a scan; "
            "a person must check {titles}.",
        ),
        ("teks yang memuat isian itu", "text that holds what was filled in"),
        (
            "Bila ada, kirim PDF asli yang teksnya dapat dicari; bila tidak, penilai "
            "memeriksanya dengan mata.",
            "Send the original PDF with searchable text if there is one; else an "
            "assessor checks it by eye.",
        ),
    ),
    "document-number-not-found": ProblemWords(
        "warning",
        (
            "“{title}” tertulis “{seen}”, tetapi tidak ditemukan dalam teks {path}"
            "{pages}.",
            "“{title}” is stated as “{seen}”, but was not found in the text of {path}"
            "{pages}.",
        ),
        ("nomor yang tertulis dalam dokumennya", "the number that the document bears"),
        _LOOK,
    ),
    "document-date-not-found": ProblemWords(
        "warning",
        (
            "“{title}” tertulis {day}, tetapi tanggal itu tidak ditemukan dalam teks "
            "{path}{pages}.",
            "“{title}” is stated as {day}, but this date was not found in the text of "
            "{path}{pages}.",
        ),
        ("tanggal yang tertulis dalam dokumennya", "the date that the document bears"),
        _LOOK,
    ),
    "document-year-not-found": ProblemWords(
        "warning",
        (
            "“{title}” tertulis {day}, tetapi tahun {year} tidak ditemukan dalam teks "
            "{path}{pages}.",
            "“{title}” is stated as {day}, but the year {year} was not found in the "
            "text of {path}{pages}.",
        ),
        ("tahun yang tertulis dalam dokumennya", "a year that the document bears"),
        _LOOK,
    ),
    "document-active-content": ProblemWords(
        "note",
        (
            "PDF “{seen}” untuk “{title}” memuat {what}; tidak dijalankan atau dibuka.",
            "The PDF “{seen}” for “{title}” holds {what}; nothing of it was run or "
            "opened.",
        ),
        ("PDF yang hanya berisi halaman", "a PDF that holds only pages"),
        (
            "Cetak dokumen ke PDF baru, lalu kirim yang baru; jangan buka berkas ini "
            "di luar penampil yang aman.",
            "Print the document into a new PDF and send that; do not open this file "
            "outside of a safe viewer.",
        ),
    ),
    "document-signature-broken": ProblemWords(
        "warning",
        ("{path}: {summary}.", "{path}: {summary}."),
        (
            "berkas yang tidak berubah sejak ditandatangani",
            "a file unaltered since it was signed",
        ),
        _SIGN_AGAIN,
    ),
    "document-changed-after-signing": ProblemWords(
        "warning",
        ("{path}: {summary}.", "{path}: {summary}."),
        (
            "berkas yang tidak berubah sejak ditandatangani",
            "a file unaltered since it was signed",
        ),
        _SIGN_AGAIN,
    ),
    "document-signature-unchecked": ProblemWords(
        "warning",
        ("{path}: {summary}.", "{path}: {summary}."),
        (
            "tanda tangan elektronik yang dapat diperiksa",
            "an electronic signature that can be checked",
        ),
        (
            "Periksa tanda tangannya dengan layanan penerbit sertifikat.",
            "Check the signature with the service of the certificate's issuer.",
        ),
    ),
    "document-file-repeated": ProblemWords(
        "note",
        (
            "Berkas {path} untuk “{title}” sama persis dengan yang dikirim untuk "
            "{others}.",
            "The file {path} for “{title}” is identical with the one sent for "
            "{others}.",
        ),
        ("satu berkas untuk setiap dokumen", "a file of its own for each document"),
        (
            "Periksa apakah satu berkas memang memuat semua dokumen itu; bila tidak, "
            "kirim berkas yang benar.",
            "Check whether one file really holds all these documents; if not, send "
            "the right file.",
        ),
    ),
    "document-shared": ProblemWords(
        "warning",
        (
            "Berkas {path} sama persis dengan yang dikirim oleh {others}.",
            "The file {path} is identical with the one sent by {others}.",
        ),
        (
            "dokumen milik peserta itu sendiri",
            "a document of the participant's own",
        ),
        (
            "Periksa milik siapa dokumen ini; peserta yang lain mengirim dokumennya "
            "sendiri.",
            "Check whose document this is; every other participant sends its own.",
        ),
    ),
}
