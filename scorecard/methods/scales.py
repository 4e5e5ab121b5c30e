"""Scales: how a value becomes points: exactly, as a formula, in words.

Points are from 0 to 100, but for those of a scale that says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scorecard.methods import curves, references
from scorecard.methods.live.expressions import plain
from scorecard.number import logarithm
from scorecard.rubric import methods as verb
from scorecard.rubric.scales import ends as attainable
from scorecard.wording import Text, joined, say, stated

__all__ = ["attainable", "formula", "points", "sentence"]

_HUNDRED = Fraction(100)


EARNED = Text("{points} poin: {scale}.", "{points} points: {scale}.")
"""What a settled value earns; the scale is told in its own sentence."""
OPEN = Text(
    "Poin antara {points} dan {most}: {scale}.",
    "Between {points} and {most} points: {scale}.",
)
NO_LEVEL = Text(
    "Nilai {value} bukan tingkat yang dikenal rubrik.",
    "The value {value} is no level that the rubric knows.",
)


def points(scale: verb.Scale, value: Fraction) -> Fraction | None:
    """Turn a value into points; None if the value is no level of a `levels` scale."""
    match scale:
        case verb.Linear():
            return _between(scale.worst, scale.best, value)
        case verb.Log():
            return _logarithmic(scale, value)
        case verb.Steps():
            return _stepped(scale, value)
        case verb.Levels():
            return _levelled(scale, value)
        case verb.Checklist():
            return value
        case verb.ZScore() | verb.PercentRank():
            return references.points(scale, value)
        case _:
            return curves.points(scale, value)


def formula(scale: verb.Scale, cell: str) -> str:
    """Write the scale as a spreadsheet expression over the cell that holds the value.

    Compared at ten decimals, since spreadsheets count in binary and an exact 90 may
    stand as 89.99999999999999.
    """
    match scale:
        case verb.Linear():
            return _rising(cell, plain(scale.worst), plain(scale.best))
        case verb.Log():
            return _logarithmic_formula(scale, cell)
        case verb.Steps():
            best_first = sorted(scale.steps, key=lambda step: step.from_, reverse=True)
            tests = [(f">={plain(s.from_)}", plain(s.points)) for s in best_first]
            return _nested(cell, tests, plain(scale.otherwise))
        case verb.Levels():
            tests = [
                (f"={plain(each.level)}", plain(each.points)) for each in scale.levels
            ]
            return _nested(cell, tests, '""')
        case verb.Checklist():
            return cell
        case verb.ZScore() | verb.PercentRank():
            return references.formula(scale, cell)
        case _:
            return curves.formula(scale, cell)


def sentence(scale: verb.Scale) -> Text:
    """Say how the scale works, with its own figures."""
    match scale:
        case verb.Linear():
            return _posts(scale, Text("merata di antaranya", "evenly in between"))
        case verb.Log():
            return _posts(scale, Text("menurut logaritma", "by the logarithm"))
        case verb.Steps():
            return _steps_in_words(scale)
        case verb.Levels():
            return _levels_in_words(scale)
        case verb.Checklist():
            return Text(
                "poin adalah jumlah poin syarat yang terpenuhi",
                "points are the sum of the points of the conditions that are met",
            )
        case verb.ZScore() | verb.PercentRank():
            return references.sentence(scale)
        case _:
            return curves.sentence(scale)


def _between(worst: Fraction, best: Fraction, value: Fraction) -> Fraction:
    part = (value - worst) / (best - worst)
    return _HUNDRED * min(max(part, Fraction(0)), Fraction(1))


def _logarithmic(scale: verb.Log, value: Fraction) -> Fraction:
    rising = scale.best > scale.worst
    least, most = sorted((scale.worst, scale.best))
    if value <= least:
        return Fraction(0) if rising else _HUNDRED
    if value >= most:
        return _HUNDRED if rising else Fraction(0)
    worst, best = logarithm(scale.worst), logarithm(scale.best)
    return _between(worst, best, logarithm(value))


def _stepped(scale: verb.Steps, value: Fraction) -> Fraction:
    reached = [step for step in scale.steps if step.from_ <= value]
    if not reached:
        return scale.otherwise
    return max(reached, key=lambda step: step.from_).points


def _levelled(scale: verb.Levels, value: Fraction) -> Fraction | None:
    for level in scale.levels:
        if level.level == value:
            return level.points
    return None


def _rising(value: str, worst: str, best: str) -> str:
    return f"100*MIN(MAX(({value}-{worst})/({best}-{worst}),0),1)"


def _logarithmic_formula(scale: verb.Log, cell: str) -> str:
    worst, best = plain(scale.worst), plain(scale.best)
    least = plain(min(scale.worst, scale.best))
    below = "0" if scale.best > scale.worst else "100"
    rising = _rising(f"LN(MAX({cell},{least}))", f"LN({worst})", f"LN({best})")
    return f"IF({cell}<={least},{below},{rising})"


def _nested(cell: str, tests: Sequence[tuple[str, str]], otherwise: str) -> str:
    steady = f"ROUND({cell},10)"
    opened = "".join(f"IF({steady}{test},{then}," for test, then in tests)
    return f"{opened}{otherwise}{')' * len(tests)}"


def _posts(scale: verb.Linear | verb.Log, way: Text) -> Text:
    return say(
        "0 poin pada {worst}, 100 poin pada {best}, {way}",
        "0 points at {worst}, 100 points at {best}, {way}",
        worst=stated(scale.worst),
        best=stated(scale.best),
        way=way,
    )


def _steps_in_words(scale: verb.Steps) -> Text:
    steps = tuple(
        say(
            "{points} poin mulai {start}",
            "{points} points from {start}",
            points=step.points,
            start=stated(step.from_),
        )
        for step in scale.steps
    )
    otherwise = say(
        "selain itu {points} poin",
        "otherwise {points} points",
        points=scale.otherwise,
    )
    return joined((*steps, otherwise), "; ")


def _levels_in_words(scale: verb.Levels) -> Text:
    levels = tuple(
        say(
            "{name}: {points} poin",
            "{name}: {points} points",
            name=_level_name(level),
            points=level.points,
        )
        for level in scale.levels
    )
    return joined(levels, "; ")


def _level_name(level: verb.Level) -> Text:
    if level.title is not None:
        return level.title.text
    return say("tingkat {level}", "level {level}", level=level.level)
