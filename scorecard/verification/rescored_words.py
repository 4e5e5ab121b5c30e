"""Problems of results that do not follow from the evidence at hand."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_TAKE_INPUTS: Pair = (
    "Ambil berkas masukan yang asli; bila perubahan itu sah, nilai lagi dengan "
    "scorecard evaluate.",
    "Take the original input; if the change is rightful, score again with scorecard "
    "evaluate.",
)

RESCORED: Mapping[str, ProblemWords] = {
    "input-changed": ProblemWords(
        "error",
        (
            "Berkas masukan ini bukan lagi berkas yang dinilai.",
            "This input file is no longer the one that was scored.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_INPUTS,
    ),
    "input-packed-anew": ProblemWords(
        "error",
        (
            "Berkas masukan ini bukan lagi berkas yang dinilai, misalnya disimpan atau "
            "dikemas ulang; bukti yang menjadi dasar nilai tetap sama.",
            "This input file is no longer the one that was scored, as when it is saved "
            "or packed again; the evidence that scores rest on is the same.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_INPUTS,
    ),
    "input-missing": ProblemWords(
        "error",
        (
            "Berkas masukan yang dinilai tidak ada lagi.",
            "An input file that was scored is gone.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _TAKE_INPUTS,
    ),
    "input-added": ProblemWords(
        "error",
        (
            "Berkas masukan ini belum ada ketika hasil disegel.",
            "This input file was not there when the results were sealed.",
        ),
        (
            "Hanya berkas yang tercantum dalam manifest.json.",
            "Only files that manifest.json lists.",
        ),
        _TAKE_INPUTS,
    ),
    "evidence-changed": ProblemWords(
        "error",
        (
            "{name}: {title}, ketika disegel {before}, kini {after}.",
            "{name}: {title}, {before} when it was sealed, is now {after}.",
        ),
        ("{before}", "{before}"),
        _TAKE_INPUTS,
    ),
    "reading-other": ProblemWords(
        "error",
        (
            "Pembacaan sekarang menemukan yang tidak ditemukan ketika disegel: {words}",
            "Reading now finds what was not found when it was sealed: {words}",
        ),
        ("Temuan yang sama seperti ketika disegel.", "The same findings as then."),
        _TAKE_INPUTS,
    ),
    "reading-lost": ProblemWords(
        "error",
        (
            "Pembacaan sekarang tidak lagi menemukan: {words}",
            "Reading no longer finds: {words}",
        ),
        ("Temuan yang sama seperti ketika disegel.", "The same findings as then."),
        _TAKE_INPUTS,
    ),
    "score-other": ProblemWords(
        "error",
        (
            "{name}: {what}, tersegel {before}, dari bukti ini {after}.",
            "{name}: {what}, sealed as {before}, gives {after} from this evidence.",
        ),
        ("{before}", "{before}"),
        _TAKE_INPUTS,
    ),
    "results-other": ProblemWords(
        "error",
        (
            "Penilaian ulang memberi hasil lain di {seen}.",
            "Scoring again gives another result at {seen}.",
        ),
        ("Hasil yang sama.", "The same results."),
        _TAKE_INPUTS,
    ),
    "robustness-other": ProblemWords(
        "error",
        (
            "Angka kekokohan bukan yang diberikan simulasi ulang ({seen}).",
            "A figure of how sure places are is not what drawing again gives ({seen}).",
        ),
        ("{before}", "{before}"),
        (
            "Buat lagi hasilnya dari masukan yang asli: scorecard evaluate inputs/",
            "Make the results again from the original inputs: scorecard evaluate "
            "inputs/",
        ),
    ),
    "robustness-near": ProblemWords(
        "warning",
        (
            "Angka kekokohan berbeda sedikit pada komputer ini ({seen}); nilai, "
            "peringkat, dan penghargaan tidak bergantung padanya.",
            "A figure of how sure places are is slightly other on this machine "
            "({seen}); no score, place or award rests on it.",
        ),
        ("{before}", "{before}"),
        (
            "Bandingkan pada jenis prosesor dan rilis NumPy yang sama bila perlu.",
            "Compare on the same kind of processor and release of NumPy if need be.",
        ),
    ),
    "tool-other": ProblemWords(
        "warning",
        (
            "Hasil dibuat oleh scorecard {before}, diperiksa dengan {after}: perbedaan "
            "dapat berasal dari situ.",
            "The results were made by scorecard {before} and are verified by {after}: "
            "differences may come from that.",
        ),
        ("scorecard {before}", "scorecard {before}"),
        (
            "Pasang versi itu untuk perbandingan yang pasti.",
            "Install that version for a certain comparison.",
        ),
    ),
}
