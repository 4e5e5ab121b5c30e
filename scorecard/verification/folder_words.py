"""Problems of a folder of results: files, records, seal and register."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_TAKE_ORIGINAL: Pair = (
    "Ambil salinan aslinya, atau buat lagi dari results.json yang asli dengan "
    "scorecard export --all.",
    "Take the original copy, or make it again from the original results.json with "
    "scorecard export --all.",
)
_MAKE_AGAIN: Pair = (
    "Buat lagi seluruh hasil: scorecard evaluate inputs/",
    "Make all results again: scorecard evaluate inputs/",
)
_RESTORE_REGISTER: Pair = (
    "Pulihkan daftar piagam dan kepalanya dari cadangan terakhir; jangan disunting.",
    "Restore the register and its head from the last backup; never edit them.",
)

FOLDER: Mapping[str, ProblemWords] = {
    "manifest-absent": ProblemWords(
        "error",
        (
            "Folder ini tidak memuat manifest.json buatan scorecard yang dapat dibaca.",
            "This folder holds no readable manifest.json made by scorecard.",
        ),
        ("Folder hasil dengan manifest.json.", "A results folder with manifest.json."),
        (
            "Sebutkan folder hasil yang utuh, misalnya outputs/.",
            "Name a whole results folder, such as outputs/.",
        ),
    ),
    "manifest-changed": ProblemWords(
        "error",
        (
            "manifest.json bukan lagi daftar yang dihasilkan dari results.json.",
            "manifest.json is no longer the list that results.json gives.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_ORIGINAL,
    ),
    "lists-disagree": ProblemWords(
        "error",
        (
            "manifest.json bukan yang disebut dalam SHA256SUMS; salah satunya diubah.",
            "manifest.json is not the one that SHA256SUMS names; one was altered.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_ORIGINAL,
    ),
    "sums-changed": ProblemWords(
        "error",
        (
            "SHA256SUMS bukan lagi daftar yang dibuat dari manifest.json.",
            "SHA256SUMS is no longer the list made from manifest.json.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_ORIGINAL,
    ),
    "file-changed": ProblemWords(
        "error",
        (
            "Berkas {file} bukan lagi berkas yang disegel.",
            "The file {file} is no longer the one that was sealed.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_ORIGINAL,
    ),
    "file-missing": ProblemWords(
        "error",
        ("Berkas {file} tidak ada lagi.", "The file {file} is gone."),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_ORIGINAL,
    ),
    "file-added": ProblemWords(
        "error",
        (
            "Berkas {file} bukan bagian dari hasil yang disegel.",
            "The file {file} is no part of the sealed results.",
        ),
        (
            "Hanya berkas yang tercantum dalam manifest.json.",
            "Only files that manifest.json lists.",
        ),
        ("Pindahkan berkas itu ke tempat lain.", "Move the file elsewhere."),
    ),
    "result-changed": ProblemWords(
        "error",
        (
            "{name}: {what}, tersegel {before}, kini tertulis {after}.",
            "{name}: {what}, sealed as {before}, now reads {after}.",
        ),
        ("{before}", "{before}"),
        _TAKE_ORIGINAL,
    ),
    "record-refused": ProblemWords(
        "error",
        (
            "Catatan hasil ini tidak membuktikan dirinya: {why}.",
            "This record does not prove itself: {why}.",
        ),
        (
            "Catatan hasil seperti yang dibuat scorecard.",
            "A record as scorecard made it.",
        ),
        _TAKE_ORIGINAL,
    ),
    "record-of-another": ProblemWords(
        "error",
        (
            "Berkas ini memuat catatan hasil peserta lain ({seen}), bukan {code}.",
            "This file holds the record of another participant ({seen}), not {code}'s.",
        ),
        ("Catatan hasil peserta {code}.", "The record of participant {code}."),
        _TAKE_ORIGINAL,
    ),
    "record-of-other-results": ProblemWords(
        "error",
        (
            "Catatan ini disegel bersama hasil lain: akarnya bukan akar hasil ini.",
            "This record was sealed with other results: its root is not that of these.",
        ),
        ("Akar {root}", "Root {root}"),
        _TAKE_ORIGINAL,
    ),
    "seal-changed": ProblemWords(
        "error",
        (
            "Segel dalam manifest.json bukan segel dari results.json ini.",
            "The seal in manifest.json is not the seal of this results.json.",
        ),
        ("Akar {root}", "Root {root}"),
        _MAKE_AGAIN,
    ),
    "root-other": ProblemWords(
        "error",
        (
            "Akar hasil ini bukan akar yang Anda sebutkan: seluruh hasil ini lain.",
            "The root of these results is not the one you gave: they are others.",
        ),
        ("Akar {root}", "Root {root}"),
        (
            "Bandingkan dengan akar pada piagam yang telah terbit.",
            "Compare with the root on a certificate that was issued.",
        ),
    ),
    "file-not-as-made": ProblemWords(
        "error",
        (
            "Berkas {file} tercantum dalam manifest.json, tetapi bukan yang dihasilkan "
            "dari results.json.",
            "The file {file} is listed in manifest.json, but is not what results.json "
            "gives.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        (
            "Ambil salinan aslinya; bila hasil dibuat dengan --template, sebutkan "
            "folder yang sama.",
            "Take the original copy; if the results were made with --template, name "
            "the same folder.",
        ),
    ),
    "file-packed-anew": ProblemWords(
        "error",
        (
            "Isi berkas {file} sama dengan yang dihasilkan results.json, tetapi berkas "
            "itu dikemas ulang: pemampatannya lain dari berkas lain di folder ini.",
            "What {file} holds is what results.json gives, but the file was packed "
            "again: it is compressed otherwise than the others in this folder.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_ORIGINAL,
    ),
    "pages-all-other": ProblemWords(
        "warning",
        (
            "Semua PDF ({n}) berbeda, sedangkan berkas lainnya sama: mungkin dicetak "
            "dengan versi Pango, HarfBuzz atau scorecard yang lain.",
            "All PDFs ({n}) differ while all other files are equal: they may have been "
            "printed with another version of Pango, HarfBuzz or scorecard.",
        ),
        (
            "Mesin cetak PDF yang sama seperti ketika hasil dibuat.",
            "The same PDF engine as when the results were made.",
        ),
        (
            "Periksa di komputer yang membuat hasil ini.",
            "Verify on the computer that made these results.",
        ),
    ),
    "files-packed-elsewhere": ProblemWords(
        "note",
        (
            "Isi {n} berkas (misalnya {example}) sama dengan yang dibuat ulang; hanya "
            "pemampatannya lain, karena dibuat di komputer dengan pustaka zlib yang "
            "lain.",
            "What {n} files hold (such as {example}) is equal to what was made again; "
            "only their compression differs: they were made on a computer with another "
            "zlib library.",
        ),
        (
            "Isi yang sama setelah dimekarkan, bita demi bita.",
            "The same content once inflated, byte for byte.",
        ),
        ("Tidak perlu tindakan.", "Nothing needs to be done."),
    ),
    "file-of-no-results": ProblemWords(
        "error",
        (
            "Berkas {file} tercantum dalam manifest.json, tetapi results.json tidak "
            "menghasilkan berkas itu.",
            "The file {file} is listed in manifest.json, but results.json gives no "
            "such file.",
        ),
        ("Berkas yang dibuat scorecard.", "A file that scorecard makes."),
        _TAKE_ORIGINAL,
    ),
    "pages-not-made-again": ProblemWords(
        "note",
        (
            "Berkas PDF hanya diperiksa sidiknya, tidak dibuat ulang: {why}.",
            "PDFs were checked by their digests alone, not made again: {why}.",
        ),
        ("Mesin cetak PDF yang siap.", "A PDF engine that is ready."),
        ("Jalankan: scorecard doctor", "Run: scorecard doctor"),
    ),
    "look-not-given": ProblemWords(
        "warning",
        (
            "Rapor dan piagam dibuat dengan tampilan sendiri, {folder} (SHA-256 "
            "{sha}); tanpa folder itu berkasnya hanya dibandingkan dengan sidiknya, "
            "tidak dibuat ulang.",
            "The pages were made with a look of their own, {folder} (SHA-256 {sha}); "
            "without that folder they were compared with their digests alone, not made "
            "again.",
        ),
        ("--template {folder}", "--template {folder}"),
        (
            "Jalankan lagi dengan --template dan folder tampilan itu.",
            "Run again with --template and that folder.",
        ),
    ),
    "look-other": ProblemWords(
        "error",
        (
            "Folder {given} bukan tampilan yang tercatat: rapor dan piagam dibuat "
            "dengan {used}, sehingga tidak dibuat ulang di sini.",
            "The folder {given} is not the look on record: the pages were made with "
            "{used}, and were not made again here.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        (
            "Sebutkan folder tampilan yang asli; untuk tampilan bawaan, tanpa "
            "--template.",
            "Name the original folder of the look; for scorecard's own, leave out "
            "--template.",
        ),
    ),
    "look-of-other-version": ProblemWords(
        "warning",
        (
            "Rapor dan piagam dibuat dengan tampilan bawaan dari versi scorecard lain; "
            "yang dibuat ulang di sini dapat berbeda karenanya.",
            "The pages were made with the look of another version of scorecard; those "
            "made again here may differ for that reason.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        (
            "Periksa dengan versi scorecard yang membuat hasil ini.",
            "Verify with the version of scorecard that made these results.",
        ),
    ),
    "files-not-there": ProblemWords(
        "note",
        (
            "{n} berkas yang dapat dibuat dari hasil ini tidak tercantum di folder "
            "ini, misalnya {example}.",
            "{n} files that these results give are not listed in this folder, such as "
            "{example}.",
        ),
        (
            "Semua berkas, bila folder ini keluaran scorecard evaluate.",
            "All files, if scorecard evaluate made this folder.",
        ),
        ("Buat dengan: scorecard export --all", "Make them: scorecard export --all"),
    ),
    "register-broken": ProblemWords(
        "error",
        ("Daftar piagam rusak: {why}.", "The register is broken: {why}."),
        ("Daftar seperti yang ditulis scorecard.", "A register as scorecard wrote it."),
        _RESTORE_REGISTER,
    ),
    "register-other": ProblemWords(
        "error",
        (
            "Daftar piagam ini tidak memuat kepala yang Anda simpan: daftar dipotong, "
            "ditulis ulang, atau dihapus.",
            "This register does not contain the head that you kept: it was cut off, "
            "written anew or deleted.",
        ),
        ("Kepala {head}", "Head {head}"),
        _RESTORE_REGISTER,
    ),
}
