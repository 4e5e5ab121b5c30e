"""How results say that they are a what-if, on the screen and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from scorecard.model import Season
from scorecard.number import Language


def what_if_lines(season: Season, language: Language) -> Iterator[RenderableType]:
    """Say that the results are a what-if, and what was changed."""
    if season.what_if is None:
        return
    headline, *others = season.what_if.lines()
    yield Styled(headline.in_(language), style="bold yellow")
    yield from (Padding(each.in_(language), (0, 0, 0, 2)) for each in others)


def what_if_json(season: Season, language: Language) -> dict[str, Any]:
    """Tell the same for other programs; nothing where the rubric is as it is."""
    if season.what_if is None:
        return {}
    changes = [
        {
            "path": each.path,
            "what": each.what.in_(language),
            "before": each.before,
            "after": each.after,
        }
        for each in season.what_if.changes
    ]
    headline = season.what_if.headline.in_(language)
    return {"what_if": {"headline": headline, "changes": changes}}
