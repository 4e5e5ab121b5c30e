"""Problems of a folder of results: files, records, seal and register."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

TAKE_ORIGINAL: Pair = (
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
        TAKE_ORIGINAL,
    ),
    "lists-disagree": ProblemWords(
        "error",
        (
            "manifest.json bukan yang disebut dalam SHA256SUMS; salah satunya diubah.",
            "manifest.json is not the one that SHA256SUMS names; one was altered.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        TAKE_ORIGINAL,
    ),
    "sums-changed": ProblemWords(
        "error",
        (
            "SHA256SUMS bukan lagi daftar yang dibuat dari manifest.json.",
            "SHA256SUMS is no longer the list made from manifest.json.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        TAKE_ORIGINAL,
    ),
    "file-changed": ProblemWords(
        "error",
        (
            "Berkas {file} bukan lagi berkas yang disegel.",
            "The file {file} is no longer the one that was sealed.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        TAKE_ORIGINAL,
    ),
    "file-missing": ProblemWords(
        "error",
        ("Berkas {file} tidak ada lagi.", "The file {file} is gone."),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        TAKE_ORIGINAL,
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
        TAKE_ORIGINAL,
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
        TAKE_ORIGINAL,
    ),
    "record-absent": ProblemWords(
        "error",
        (
            "Berkas ini bukan catatan hasil, dan tidak memuatnya sebagai lampiran.",
            "This file is no record of a result, nor does it carry one.",
        ),
        (
            "Berkas dari records/, atau rapor atau piagam PDF.",
            "A file of records/, or a rapor or certificate as PDF.",
        ),
        (
            "Sebutkan berkas itu, atau folder hasil yang utuh, misalnya outputs/.",
            "Name such a file, or a whole results folder, such as outputs/.",
        ),
    ),
    "record-of-another": ProblemWords(
        "error",
        (
            "Berkas ini memuat catatan hasil peserta lain ({seen}), bukan {code}.",
            "This file holds the record of another participant ({seen}), not {code}'s.",
        ),
        ("Catatan hasil peserta {code}.", "The record of participant {code}."),
        TAKE_ORIGINAL,
    ),
    "record-of-other-results": ProblemWords(
        "error",
        (
            "Catatan ini disegel bersama hasil lain: akarnya bukan akar hasil ini.",
            "This record was sealed with other results: its root is not that of these.",
        ),
        ("Akar {root}", "Root {root}"),
        TAKE_ORIGINAL,
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
