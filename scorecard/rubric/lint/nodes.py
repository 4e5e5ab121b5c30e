"""Walk a rubric with the path of each part, so that a mistake finds its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from scorecard.rubric.methods import Change, Measure
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.rubric.rules import Path


class Named(Protocol):
    """Any part of a rubric that is looked up by its id."""

    @property
    def id(self) -> str:
        """The id as written."""
        ...


def placed_nodes(rubric: Rubric) -> Iterator[tuple[Path, Criterion | Indicator]]:
    """Give each criterion and indicator with its path, headings first."""
    for position, criterion in enumerate(rubric.criteria):
        yield from _placed(("criteria", position), criterion)


def placed_criteria(rubric: Rubric) -> Iterator[tuple[Path, Criterion]]:
    """Give each criterion with its path."""
    for path, node in placed_nodes(rubric):
        if isinstance(node, Criterion):
            yield path, node


def placed_indicators(rubric: Rubric) -> Iterator[tuple[Path, Indicator]]:
    """Give each indicator with its path."""
    for path, node in placed_nodes(rubric):
        if isinstance(node, Indicator):
            yield path, node


def placed_measures(rubric: Rubric) -> Iterator[tuple[Path, Measure]]:
    """Give each measure with its path, the two sides of a change as well."""
    for path, indicator in placed_indicators(rubric):
        yield (*path, "measure"), indicator.measure
        if isinstance(indicator.measure, Change):
            yield (*path, "measure", "before"), indicator.measure.before
            yield (*path, "measure", "after"), indicator.measure.after


def _placed(
    path: Path, node: Criterion | Indicator
) -> Iterator[tuple[Path, Criterion | Indicator]]:
    yield path, node
    if isinstance(node, Criterion):
        for position, criterion in enumerate(node.criteria):
            yield from _placed((*path, "criteria", position), criterion)
        for position, indicator in enumerate(node.indicators):
            yield from _placed((*path, "indicators", position), indicator)
