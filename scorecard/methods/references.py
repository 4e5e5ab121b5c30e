"""Scales against fixed reference figures: standard scores and percent ranks.

The reference stands in the rubric: who else is judged moves nobody's points.
"""

from __future__ import annotations

from fractions import Fraction

from scorecard.methods.live.expressions import plain, steady
from scorecard.number import to_decimal
from scorecard.rubric import methods as verb
from scorecard.wording import Text, say, stated

_METHODS = {
    "below": Text("berada di bawahnya", "lie below it"),
    "at_most": Text("tidak melebihinya", "do not exceed it"),
    "inclusive": Text(
        "berada di bawahnya, dibagi jumlah acuan kurang satu",
        "lie below it, divided by one fewer than there are",
    ),
    "middle": Text(
        "berada di bawahnya; yang sama dihitung setengah",
        "lie below it; those that are equal count half",
    ),
}


def points(scale: verb.ZScore | verb.PercentRank, value: Fraction) -> Fraction:
    """Turn a value into points, exactly."""
    match scale:
        case verb.ZScore():
            least, most = scale.ends
            away = (value - scale.mean) / scale.deviation
            return min(max(scale.centre + scale.spread * away, least), most)
        case verb.PercentRank():
            return _surpassed(scale, value)


def formula(scale: verb.ZScore | verb.PercentRank, cell: str) -> str:
    """Write the same as a spreadsheet expression over the cell that holds the value."""
    match scale:
        case verb.ZScore():
            least, most = map(plain, scale.ends)
            away = f"({cell}-{plain(scale.mean)})/{plain(scale.deviation)}"
            spread = f"{plain(scale.centre)}+{plain(scale.spread)}*{away}"
            return f"MIN(MAX({spread},{least}),{most})"
        case verb.PercentRank():
            return _surpassed_formula(scale, cell)


def sentence(scale: verb.ZScore | verb.PercentRank) -> Text:
    """Say how the scale works, with its own figures."""
    match scale:
        case verb.ZScore():
            return _standardised(scale)
        case verb.PercentRank():
            return say(
                "persen dari {n} nilai acuan tetap yang {method}{turned}",
                "per cent of {n} fixed reference values that {method}{turned}",
                n=len(scale.reference),
                method=_METHODS[scale.method],
                turned=_turned(scale),
            )


def _surpassed(scale: verb.PercentRank, value: Fraction) -> Fraction:
    below = sum(each < value for each in scale.reference)
    alike = sum(each == value for each in scale.reference)
    if scale.prefer == "lower":
        below = len(scale.reference) - below - alike
    counted = {"at_most": Fraction(1), "middle": Fraction(1, 2)}
    surpassed = below + alike * counted.get(scale.method, Fraction(0))
    return min(100 * surpassed / _among(scale), Fraction(100))


def _among(scale: verb.PercentRank) -> int:
    """Count the reference values; of one that is compared with itself, the others."""
    return len(scale.reference) - (scale.method == "inclusive")


def _surpassed_formula(scale: verb.PercentRank, cell: str) -> str:
    values = ",".join(f"{to_decimal(each):f}" for each in sorted(scale.reference))
    better = ">" if scale.prefer == "lower" else "<"
    strict, own = (better,), {"at_most": (f"{better}=",)}
    own |= {"below": strict, "inclusive": strict}
    signs = own.get(scale.method, (better, f"{better}="))
    counts = "+".join(
        f"SUMPRODUCT(--({{{values}}}{sign}{steady(cell)}))" for sign in signs
    )
    made = f"100*({counts})/{len(signs) * _among(scale)}"
    return f"MIN({made},100)" if scale.method == "inclusive" else made


def _standardised(scale: verb.ZScore) -> Text:
    least, most = scale.ends
    return say(
        "nilai baku {centre} + {spread} × (nilai − {mean}) ÷ {deviation}, dengan "
        "rata-rata dan simpangan baku tetap, dari {least} sampai {most}",
        "standard score {centre} + {spread} × (value − {mean}) ÷ {deviation}, by a "
        "fixed mean and deviation, from {least} to {most}",
        centre=stated(scale.centre),
        spread=stated(scale.spread),
        mean=stated(scale.mean),
        deviation=stated(scale.deviation),
        least=stated(least),
        most=stated(most),
    )


def _turned(scale: verb.PercentRank) -> Text:
    if scale.prefer == "higher":
        return Text("", "")
    return Text(
        ", dihitung dari yang tertinggi: makin kecil makin baik",
        ", counted from the highest: lower is better",
    )
