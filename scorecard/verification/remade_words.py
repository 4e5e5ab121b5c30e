"""Problems of files that were made again: which differ, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import ProblemWords
from scorecard.verification.folder_words import TAKE_ORIGINAL

REMADE: Mapping[str, ProblemWords] = {
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
        TAKE_ORIGINAL,
    ),
    "pages-all-other": ProblemWords(
        "warning",
        (
            "Semua PDF ({n}) berbeda, sedangkan berkas lainnya sama: mungkin dicetak "
            "dengan versi Pango, HarfBuzz, atau scorecard yang lain.",
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
        TAKE_ORIGINAL,
    ),
    "pages-not-made-again": ProblemWords(
        "note",
        (
            "Berkas PDF tidak dibuat ulang, hanya diperiksa sidiknya, dan piagam "
            "menurut catatan hasil di dalamnya: {why}.",
            "PDFs were not made again, only checked by their digests, and certificates "
            "by the records inside them: {why}.",
        ),
        ("Mesin cetak PDF yang siap.", "A PDF engine that is ready."),
        ("Jalankan: scorecard doctor", "Run: scorecard doctor"),
    ),
    "look-not-given": ProblemWords(
        "warning",
        (
            "Rapor dan piagam dibuat dengan tampilan sendiri, {folder} (SHA-256 "
            "{sha}); tanpa folder itu berkasnya tidak dibuat ulang, hanya dibandingkan "
            "dengan sidiknya, dan piagam dengan catatan hasil di dalamnya.",
            "The pages were made with a look of their own, {folder} (SHA-256 {sha}); "
            "without that folder they were not made again, only compared with their "
            "digests, and certificates with the records inside them.",
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
}
