"""The words of Problems with figures that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import ProblemWords

CHECKS: Mapping[str, ProblemWords] = {
    "recap-differs-from-tickets": ProblemWords(
        "warning",
        (
            "“{title}” pada rekap ({cell}) {stated}, tetapi ekspor laporan ({place}) "
            "memuat {counted}; angka ekspor yang dipakai.",
            "“{title}” is {stated} in the recap ({cell}), but the ticket export "
            "({place}) "
            "holds {counted}; the export's figure was used.",
        ),
        (
            "{counted}, seperti dalam ekspor laporan",
            "{counted}, as in the ticket export",
        ),
        (
            "Samakan rekap dengan ekspor, atau kirim ekspor untuk periode yang sama.",
            "Make the recap agree with the export, or send the export of the same "
            "period.",
        ),
    ),
    "recap-parts-do-not-sum": ProblemWords(
        "warning",
        (
            "“{title}” tertulis {stated}, tetapi rinciannya ({parts}) berjumlah "
            "{summed}; "
            "selisih {difference}.",
            "“{title}” is stated as {stated}, but its parts ({parts}) add up to "
            "{summed}; "
            "a difference of {difference}.",
        ),
        ("{summed}, yaitu jumlah rinciannya", "{summed}, the sum of its parts"),
        (
            "Periksa “{title}” di sel {cell} dan rinciannya, lalu betulkan yang "
            "keliru.",
            "Check “{title}” in cell {cell} and its parts, and correct what is wrong.",
        ),
    ),
    "quoted-percentage-wrong": ProblemWords(
        "warning",
        (
            "“{title}” tertulis {quoted} %, tetapi tidak ada rumus dalam rubrik yang "
            "menghasilkannya; yang terdekat {definition} = {numerator}/{denominator} = "
            "{true} %.",
            "“{title}” is stated as {quoted} %, but no definition of the rubric yields "
            "it; "
            "the nearest is {definition} = {numerator}/{denominator} = {true} %.",
        ),
        ("{true} % ({definition})", "{true} % ({definition})"),
        (
            "Hitung ulang persentase di sel {cell} dari angkanya sendiri.",
            "Compute the percentage in cell {cell} again from its own figures.",
        ),
    ),
    "quoted-percentage-without-denominator": ProblemWords(
        "warning",
        (
            "“{title}” tertulis {quoted} %, padahal penyebutnya nol, sehingga "
            "persentasenya "
            "tidak dapat dihitung.",
            "“{title}” is stated as {quoted} %, but its denominator is zero, so that "
            "no "
            "percentage can be computed.",
        ),
        (
            "kosong, karena tidak ada yang dibagi",
            "blank, as there is nothing to divide",
        ),
        ("Kosongkan sel {cell}.", "Leave cell {cell} blank."),
    ),
}
