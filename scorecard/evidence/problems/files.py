"""The words of Problems with files and folders as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import ProblemWords

FILES: Mapping[str, ProblemWords] = {
    "inputs-missing": ProblemWords(
        "error",
        ("Folder masukan tidak ditemukan.", "The inputs folder was not found."),
        (
            "folder yang berisi satu folder atau satu buku kerja untuk setiap peserta",
            "a folder that holds one folder or one workbook for each participant",
        ),
        (
            "Periksa ejaan jalur folder masukan.",
            "Check the spelling of the path of the inputs folder.",
        ),
    ),
    "file-not-regular": ProblemWords(
        "error",
        (
            "Ini bukan berkas biasa, melainkan tautan atau berkas khusus; tidak "
            "dibaca.",
            "This is not an ordinary file but a link or a special file; it was not "
            "read.",
        ),
        ("berkas biasa", "an ordinary file"),
        (
            "Salin berkas aslinya ke tempat ini.",
            "Copy the original file to this place.",
        ),
    ),
    "file-unreadable": ProblemWords(
        "error",
        ("Berkas tidak dapat dibuka: {seen}.", "The file cannot be opened: {seen}."),
        ("berkas yang dapat dibaca", "a file that can be read"),
        (
            "Periksa hak akses berkas, lalu salin ulang.",
            "Check the file's permissions, then copy it again.",
        ),
    ),
    "file-too-large": ProblemWords(
        "error",
        (
            "Berkas lebih besar dari {most} MiB; tidak dibaca.",
            "The file is larger than {most} MiB; it was not read.",
        ),
        ("berkas paling besar {most} MiB", "a file of at most {most} MiB"),
        (
            "Kecilkan berkas, misalnya dengan membuang gambar, lalu kirim kembali.",
            "Make the file smaller, for example by removing pictures, and send it "
            "again.",
        ),
    ),
    "stray-file": ProblemWords(
        "warning",
        (
            "Berkas ini bukan bagian dari berkas peserta mana pun; tidak dibaca.",
            "This file belongs to no participant's submission; it was not read.",
        ),
        (
            "folder peserta atau buku kerja .xlsx",
            "a participant's folder or an .xlsx workbook",
        ),
        (
            "Pindahkan berkas ke folder pesertanya, atau hapus.",
            "Move the file to its participant's folder, or remove it.",
        ),
    ),
    "file-not-named": ProblemWords(
        "note",
        (
            "Berkas ini ada dalam folder peserta, tetapi tidak disebut dalam borang; "
            "tidak dinilai.",
            "This file is in the participant's folder, but the form does not name it; "
            "it was not judged.",
        ),
        (
            "berkas yang disebut dalam lembar dokumen",
            "a file that the documents sheet names",
        ),
        (
            "Tulis nama berkas ini pada dokumen yang dibuktikannya, atau hapus "
            "berkasnya.",
            "Write this file's name at the document that it proves, or remove the "
            "file.",
        ),
    ),
    "document-file-missing": ProblemWords(
        "error",
        (
            "Berkas “{seen}” untuk “{title}” tidak ada dalam folder peserta.",
            "The file “{seen}” for “{title}” is not in the participant's folder.",
        ),
        (
            "berkas dengan nama persis itu dalam folder peserta",
            "a file of exactly this name in the participant's folder",
        ),
        (
            "Sertakan berkasnya, atau perbaiki namanya di sel {cell}.",
            "Include the file, or correct its name in cell {cell}.",
        ),
    ),
    "document-file-outside": ProblemWords(
        "error",
        (
            "Jalur “{seen}” untuk “{title}” keluar dari folder peserta; tidak dibuka.",
            "The path “{seen}” for “{title}” leads out of the participant's folder; it "
            "was not opened.",
        ),
        (
            "jalur di dalam folder peserta, misalnya bukti/sk-tim.pdf",
            "a path inside the participant's folder, such as bukti/sk-tim.pdf",
        ),
        (
            "Letakkan berkas dalam folder peserta dan tulis jalurnya dari sana.",
            "Put the file into the participant's folder and write its path from there.",
        ),
    ),
    "document-link": ProblemWords(
        "error",
        (
            "“{title}” berupa tautan; berkasnya tidak di tangan.",
            "“{title}” is a link; the file is not in hand.",
        ),
        ("berkas, bukan tautan", "a file, not a link"),
        (
            "Unduh berkasnya, sertakan dalam folder peserta, dan tulis namanya di sel "
            "{cell}.",
            "Download the file, include it in the participant's folder and write its "
            "name in cell {cell}.",
        ),
    ),
    "document-file-empty": ProblemWords(
        "error",
        (
            "Berkas “{seen}” untuk “{title}” kosong.",
            "The file “{seen}” for “{title}” is empty.",
        ),
        ("berkas yang berisi", "a file that holds something"),
        ("Kirim ulang berkas yang utuh.", "Send the sound file again."),
    ),
    "document-file-kind": ProblemWords(
        "error",
        (
            "Berkas “{seen}” untuk “{title}” bukan jenis yang diterima.",
            "The file “{seen}” for “{title}” is not of an accepted kind.",
        ),
        ("berkas {kinds}", "a {kinds} file"),
        (
            "Simpan dokumen sebagai PDF, lalu kirim kembali.",
            "Save the document as PDF and send it again.",
        ),
    ),
    "document-file-not-what-it-says": ProblemWords(
        "error",
        (
            "Isi berkas “{seen}” untuk “{title}” tidak sesuai dengan akhiran namanya.",
            "The contents of “{seen}” for “{title}” are not what its ending says.",
        ),
        ("isi berkas {kind}", "the contents of a {kind} file"),
        (
            "Buka dokumen aslinya, simpan ulang sebagai PDF, lalu kirim kembali.",
            "Open the original document, save it again as PDF and send it once more.",
        ),
    ),
    "document-file-unreadable": ProblemWords(
        "error",
        (
            "Berkas “{seen}” untuk “{title}” tidak dapat dibaca: {reason}",
            "The file “{seen}” for “{title}” cannot be read: {reason}",
        ),
        ("berkas biasa yang dapat dibuka", "an ordinary file that can be opened"),
        (
            "Salin ulang berkas aslinya ke folder peserta.",
            "Copy the original file to the participant's folder again.",
        ),
    ),
}
