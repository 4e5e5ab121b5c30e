"""Lint: the conditions of a document are whole and worth 100 points together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorecard.rubric.lint.nodes import placed_measures
from scorecard.rubric.methods import Condition, Document
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.rubric.shapes import listed, suggestion
from scorecard.wording import Text

POINTS = Rule(
    "rubric-condition-points",
    Text(
        "poin syarat berjumlah {sum}, bukan 100",
        "the points of the conditions add up to {sum}, not to 100",
    ),
    Text("Jumlah 100.", "A sum of 100."),
    Text("Ubah poin syaratnya.", "Change the points of the conditions."),
)
REQUIRES = Rule(
    "rubric-unknown-reference",
    Text("tidak ada syarat '{seen}'", "there is no condition '{seen}'"),
    Text("Salah satu dari: {choices}.", "One of: {choices}."),
    Text("{suggestion}", "{suggestion}"),
)
NEEDS_UNTIL = Rule(
    "rubric-condition-key",
    Text(
        "syarat '{test}' memerlukan 'until'", "the test '{test}' needs the key 'until'"
    ),
    Text("Isian tanggal akhir dalam 'until'.", "The field of the last day in 'until'."),
    Text("Tambahkan 'until: …'.", "Add 'until: …'."),
)
IDLE_KEY = Rule(
    "rubric-condition-key",
    Text(
        "kunci '{key}' tidak berarti bagi syarat '{test}'",
        "the key '{key}' means nothing to the test '{test}'",
    ),
    Text(
        "'until' bagi masa berlaku, 'by' bagi dated_by.",
        "'until' with a span of dates, 'by' with dated_by.",
    ),
    Text("Hapus kunci itu.", "Delete the key."),
)
_SPANS = ("overlaps_period", "covers_period")


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find conditions that lack a key, have an idle one, or miss 100 points."""
    for path, measure in placed_measures(rubric):
        if isinstance(measure, Document):
            yield from _document(path, measure)


def _document(path: Path, measure: Document) -> Iterator[Mistake]:
    total = sum((each.points for each in measure.conditions), Fraction(0))
    if total != 100:
        yield broken(POINTS, (*path, "conditions"), sum=total)
    names = tuple(condition.id for condition in measure.conditions)
    if measure.requires is not None and measure.requires not in names:
        yield broken(
            REQUIRES,
            (*path, "requires"),
            measure.requires,
            choices=listed(names),
            suggestion=suggestion(measure.requires, names),
        )
    for position, condition in enumerate(measure.conditions):
        yield from _condition((*path, "conditions", position), condition)


def _condition(path: Path, condition: Condition) -> Iterator[Mistake]:
    test = condition.test
    if test == "covers_period" and condition.until is None:
        yield broken(NEEDS_UNTIL, path, test=test)
    if condition.until is not None and test not in _SPANS:
        yield broken(IDLE_KEY, (*path, "until"), key="until", test=test)
    if condition.by is not None and test != "dated_by":
        yield broken(IDLE_KEY, (*path, "by"), key="by", test=test)
