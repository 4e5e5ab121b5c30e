"""Scales that bend: lines between posts, powers and exponentials.

A power by a whole number is exact; any other, and an exponential, to fifty digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from scorecard.methods.live.expressions import plain
from scorecard.number import exponential, logarithm
from scorecard.rubric import methods as verb
from scorecard.wording import Text, joined, say, stated

Bent: TypeAlias = verb.Curve | verb.Power | verb.Exponential

_HUNDRED = Fraction(100)
_FADED = -200
"""The exponent from which on an exponential has no digit left to show."""


def points(scale: Bent, value: Fraction) -> Fraction:
    """Turn a value into points."""
    match scale:
        case verb.Curve():
            return _on_the_line(scale, value)
        case verb.Power():
            return min(max(_power(scale, value), scale.least), scale.most)
        case verb.Exponential():
            exponent = scale.rate * (value - scale.at)
            if exponent >= 0:
                return _HUNDRED
            return (
                _HUNDRED * exponential(exponent) if exponent > _FADED else Fraction(0)
            )


def formula(scale: Bent, cell: str) -> str:
    """Write the same as a spreadsheet expression over the cell that holds the value."""
    match scale:
        case verb.Curve():
            return _line_formula(scale, cell)
        case verb.Power():
            least, most = plain(scale.least), plain(scale.most)
            power = f"100*({cell}/{plain(scale.at)})^{plain(scale.exponent)}"
            limit = most if scale.exponent < 0 else least
            return f"IF({cell}<=0,{limit},MIN(MAX({power},{least}),{most}))"
        case verb.Exponential():
            exponent = f"{plain(scale.rate)}*({cell}-{plain(scale.at)})"
            return f"100*EXP(MIN(MAX({exponent},{_FADED}),0))"


def sentence(scale: Bent) -> Text:
    """Say how the scale works, with its own figures."""
    match scale:
        case verb.Curve():
            return joined(tuple(_posts_in_words(scale)), "; ")
        case verb.Power():
            return say(
                "100 × (nilai ÷ {at}) pangkat {exponent}, dari {least} sampai {most}",
                "100 × (value ÷ {at}) to the power {exponent}, from {least} to {most}",
                at=stated(scale.at),
                exponent=stated(scale.exponent),
                least=stated(scale.least),
                most=stated(scale.most),
            )
        case verb.Exponential():
            return say(
                "100 × e pangkat ({rate} × (nilai − {at})), paling banyak 100",
                "100 × e to the power ({rate} × (value − {at})), at most 100",
                rate=stated(scale.rate),
                at=stated(scale.at),
            )


def _on_the_line(scale: verb.Curve, value: Fraction) -> Fraction:
    first, last = scale.posts[0], scale.posts[-1]
    if value <= first.at:
        return first.points
    for low, high in pairwise(scale.posts):
        if value <= high.at:
            part = (value - low.at) / (high.at - low.at)
            return low.points + part * (high.points - low.points)
    return last.points


def _power(scale: verb.Power, value: Fraction) -> Fraction:
    if value <= 0:
        return scale.most if scale.exponent < 0 else scale.least
    ratio, exponent = value / scale.at, scale.exponent
    if exponent.denominator == 1:
        return Fraction(_HUNDRED * ratio ** int(exponent))
    return _HUNDRED * exponential(exponent * logarithm(ratio))


def _line_formula(scale: verb.Curve, cell: str) -> str:
    opened = f"IF({cell}<={plain(scale.posts[0].at)},{plain(scale.posts[0].points)},"
    for low, high in pairwise(scale.posts):
        rise = f"({plain(high.points)}-{plain(low.points)})"
        run = f"({plain(high.at)}-{plain(low.at)})"
        line = f"{plain(low.points)}+({cell}-{plain(low.at)})*{rise}/{run}"
        opened += f"IF({cell}<={plain(high.at)},{line},"
    return f"{opened}{plain(scale.posts[-1].points)}{')' * len(scale.posts)}"


def _posts_in_words(scale: verb.Curve) -> Iterator[Text]:
    for post in scale.posts:
        yield say(
            "{points} poin pada {at}",
            "{points} points at {at}",
            points=stated(post.points),
            at=stated(post.at),
        )
    yield Text("garis lurus di antaranya", "straight lines in between")
