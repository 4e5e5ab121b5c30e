"""A rubric's thresholds in words: how `scorecard compare` counts two seasons."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.cli.rubric_rules import Rule
from scorecard.comparison.thresholds import value_classes
from scorecard.rubric.nouns import Rubric
from scorecard.wording import say


def comparison_rules(rubric: Rubric) -> Iterator[Rule]:
    """Say by which indicator participants are counted, and the classes of its value."""
    stated = rubric.comparison
    if stated is None:
        return
    words = say(
        "banyaknya peserta menurut “{title}”: {classes}",
        "participants are counted by “{title}”: {classes}",
        title=rubric.node(stated.indicator).title.text,
        classes=tuple(each.title for each in value_classes(stated)),
    )
    yield Rule(words, stated.basis)
