"""Say in sentences how the rubric makes a score; its figures, no others."""

from __future__ import annotations

from scorecard.methods import order, rounding
from scorecard.methods.aggregates import SENTENCES
from scorecard.rubric.nouns import Rubric, Score
from scorecard.rubric.scales import ends
from scorecard.wording import Text, say

_POINTS = Text(
    "Setiap indikator memperoleh 0 sampai 100 poin menurut rubrik.",
    "Each indicator has 0 to 100 points, by the rubric.",
)
_POINTS_BEYOND = Text(
    "Setiap indikator memperoleh poin menurut rubrik; poin nilai baku dapat negatif.",
    "Each indicator has points by the rubric; those of standard scores may be "
    "negative.",
)
_MISSING = {
    "zero": Text(
        "Indikator tanpa bukti bernilai 0 poin, kecuali rubrik menentukan lain.",
        "An indicator without evidence has 0 points unless the rubric says otherwise.",
    ),
    "exclude": Text(
        "Indikator tanpa bukti tidak dihitung dan bobotnya tidak ikut.",
        "An indicator without evidence is left out, and so is its weight.",
    ),
    "not_scored": Text(
        "Tanpa bukti atas semua indikator, peserta tidak dapat dinilai.",
        "Without evidence for every indicator, a participant cannot be scored.",
    ),
}
_RANKED = {
    "exact": Text(
        "Peringkat memakai nilai sebelum pembulatan.",
        "Places are decided on the score before rounding.",
    ),
    "published": Text(
        "Peringkat memakai nilai yang diumumkan.",
        "Places are decided on the published score.",
    ),
}


def method_sentences(rubric: Rubric) -> tuple[Text, ...]:
    """Give the sentences in the order in which a score is made."""
    score = rubric.score
    return (
        _points(rubric),
        say(
            "Nilai adalah {how}, pada skala 0 sampai {maximum}.",
            "The score is the {how}, on a scale from 0 to {maximum}.",
            how=SENTENCES[score.aggregate],
            maximum=score.maximum,
        ),
        _rounding(score),
        _MISSING[score.missing],
        *_coverage(rubric),
        _RANKED[score.ranks_on],
        *order.unusual(score),
        rubric.note.text,
    )


def _points(rubric: Rubric) -> Text:
    ranges = [ends(each.scale) for each in rubric.indicators()]
    if all(least >= 0 and most <= 100 for least, most in ranges):
        return _POINTS
    return _POINTS_BEYOND


def _rounding(score: Score) -> Text:
    return say(
        "Hitungan tepat; hanya angka yang diumumkan dibulatkan, sampai {places} "
        "desimal, {mode}.",
        "Sums are exact; only published figures are rounded, to {places} decimals, "
        "{mode}.",
        places=score.places,
        mode=rounding.SENTENCES[score.mode],
    )


def _coverage(rubric: Rubric) -> tuple[Text, ...]:
    if rubric.score.coverage == 0:
        return ()
    return (
        say(
            "Paling sedikit {least} % bobot harus dapat dinilai.",
            "At least {least} % of the weight must be scored.",
            least=rubric.score.coverage,
        ),
    )
