"""Lint: each figure lies where it has a meaning, each list names a thing once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorecard.rubric import methods as verb
from scorecard.rubric.lint.nodes import (
    placed_criteria,
    placed_indicators,
    placed_measures,
    placed_nodes,
)
from scorecard.rubric.lint.scale_figures import Bounded, bounded, positive
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.rubric.scalars import Noun
from scorecard.rubric.signals import Burst, Hasty, Shift
from scorecard.wording import Text

BELOW = Rule(
    "rubric-out-of-range",
    Text("{value} terlalu kecil", "{value} is too small"),
    Text("Paling sedikit {least}.", "At least {least}."),
    Text("Perbaiki angkanya.", "Correct the figure."),
)
ABOVE = Rule(
    "rubric-out-of-range",
    Text("{value} terlalu besar", "{value} is too large"),
    Text("Paling banyak {most}.", "At most {most}."),
    Text("Perbaiki angkanya.", "Correct the figure."),
)
NOT_POSITIVE = Rule(
    "rubric-out-of-range",
    Text("{value} tidak lebih dari 0", "{value} is not above 0"),
    Text("Angka lebih dari 0.", "A figure above 0."),
    Text("Perbaiki angkanya.", "Correct the figure."),
)
COUNTED_TWICE = Rule(
    "rubric-counted-twice",
    Text("'{seen}' dihitung dua kali", "'{seen}' is counted twice"),
    Text("Setiap besaran satu kali.", "Each quantity once."),
    Text("Hapus salah satunya.", "Delete one of the two."),
)
PERIOD = Rule(
    "rubric-period",
    Text(
        "periode berakhir sebelum dimulai: {start}, {end}",
        "the period ends before it begins: {start}, {end}",
    ),
    Text("Akhir pada atau sesudah awal.", "An end on or after the start."),
    Text("Perbaiki 'start' atau 'end'.", "Correct 'start' or 'end'."),
)
MOST_PLACES = 6
_MOST_WIDTH = 9


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find figures out of range, double counting and a period that runs back."""
    placed = (_of_rubric, _of_indicators, _of_rules, _of_signals)
    for figure in (each for figures in placed for each in figures(rubric)):
        if figure.value < figure.least:
            yield broken(BELOW, figure.path, value=figure.value, least=figure.least)
        elif figure.most is not None and figure.value > figure.most:
            yield broken(ABOVE, figure.path, value=figure.value, most=figure.most)
    for path, value in _positive(rubric):
        if value <= 0:
            yield broken(NOT_POSITIVE, path, value=value)
    yield from _counted_twice(rubric)
    if rubric.period.end < rubric.period.start:
        start, end = rubric.period.start, rubric.period.end
        yield broken(PERIOD, ("period",), start=start, end=end)


def _of_rubric(rubric: Rubric) -> Iterator[Bounded]:
    yield Bounded(("score", "places"), rubric.score.places, 0, MOST_PLACES)
    yield Bounded(("score", "coverage"), rubric.score.coverage, 0, 100)
    for path, node in placed_nodes(rubric):
        yield Bounded((*path, "weight"), node.weight)
        if isinstance(node, Criterion):
            yield Bounded((*path, "coverage"), node.coverage, 0, 100)
    for position, category in enumerate(rubric.categories):
        for name, weight in category.weights.items():
            yield Bounded(("categories", position, "weights", name), weight)
    for position, band in enumerate(rubric.bands.ranges):
        yield Bounded(("bands", "ranges", position, "from"), band.from_)
    numbering = rubric.certificate.number
    yield Bounded(("certificate", "number", "first"), numbering.first)
    yield Bounded(("certificate", "number", "width"), numbering.width, 1, _MOST_WIDTH)


def _of_indicators(rubric: Rubric) -> Iterator[Bounded]:
    for path, measure in placed_measures(rubric):
        match measure:
            case verb.Document():
                for position, condition in enumerate(measure.conditions):
                    inside = (*path, "conditions", position, "points")
                    yield Bounded(inside, condition.points, 0, 100)
            case verb.Percentile():
                yield Bounded((*path, "percent"), measure.percent, 0, 100)
        if least := getattr(measure, "least", None):
            yield Bounded((*path, "least"), least, 1)
    for path, indicator in placed_indicators(rubric):
        yield from bounded((*path, "scale"), indicator.scale)
    for path, criterion in placed_criteria(rubric):
        if criterion.scale is not None:
            yield from bounded((*path, "scale"), criterion.scale)


def _of_rules(rubric: Rubric) -> Iterator[Bounded]:
    for position, gate in enumerate(rubric.gates):
        yield Bounded(("gates", position, "below"), gate.below, 0, 100)
    for position, award in enumerate(rubric.awards):
        path: Path = ("awards", position)
        yield Bounded((*path, "places"), award.places, 1)
        if award.least_tickets:
            count = award.least_tickets.count
            yield Bounded((*path, "least_tickets", "count"), count)
        for place, least in enumerate(award.least_points):
            yield Bounded(
                (*path, "least_points", place, "points"), least.points, 0, 100
            )


def _of_signals(rubric: Rubric) -> Iterator[Bounded]:
    for position, signal in enumerate(rubric.signals):
        path: Path = ("signals", position)
        yield Bounded((*path, "least"), signal.least, 1)
        match signal:
            case Burst():
                yield Bounded((*path, "times"), signal.times, 1)
            case Shift():
                yield Bounded((*path, "points"), signal.points, 0, 100)
            case _:
                yield Bounded((*path, "more_than"), signal.more_than, 0, 100)


def _positive(rubric: Rubric) -> Iterator[tuple[Path, Fraction | int]]:
    yield ("score", "maximum"), rubric.score.maximum
    for position, signal in enumerate(rubric.signals):
        if isinstance(signal, Hasty):
            yield ("signals", position, "minutes"), signal.minutes
    for path, node in placed_nodes(rubric):
        if node.scale is not None:
            yield from positive((*path, "scale"), node.scale)
    for path, measure in placed_measures(rubric):
        match measure:
            case verb.Mark():
                yield (*path, "maximum"), measure.maximum
            case verb.Within():
                yield (*path, "otherwise"), measure.otherwise
                for position, limit in enumerate(measure.limits):
                    yield (*path, "limits", position, "days"), limit.days


def _counted_twice(rubric: Rubric) -> Iterator[Mistake]:
    for path, measure in placed_measures(rubric):
        for key in ("of", "over", "less", "spare"):
            names = getattr(measure, key, ())
            if isinstance(names, tuple):
                yield from _repeated((*path, key), names)
    placed: list[tuple[Path, Noun]] = [
        *((("checks", place), each) for place, each in enumerate(rubric.checks)),
        *((("signals", place), each) for place, each in enumerate(rubric.signals)),
    ]
    for path, noun in placed:
        for key in ("parts", "of", "over"):
            yield from _repeated((*path, key), getattr(noun, key, ()))


def _repeated(path: Path, names: tuple[str, ...]) -> Iterator[Mistake]:
    for position, name in enumerate(names):
        if name in names[:position]:
            yield broken(COUNTED_TWICE, (*path, position), name)
