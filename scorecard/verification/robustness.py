"""Hold the figures of how sure places are against another drawing of the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from scorecard.errors import Location, Problem
from scorecard.model import Robustness
from scorecard.verification.problems import problem
from scorecard.verification.results_seal import RESULTS

_NEAR = {"mean": 0.05, "mean_change": 0.05, "first": 0.05, "total": 0.05}
"""How far a figure of another machine may be away; any other: one per cent or place."""
_SPOKEN = frozenset({"words", "overlaps", "outside"})
"""What only repeats figures, or may turn with them."""


def robustness_problems(
    sealed: Robustness | None, fresh: Robustness | None
) -> Iterator[Problem]:
    """Name the first figure that is other; a small difference is a warning.

    Another processor may draw a last binary digit otherwise (docs/robustness.md), which
    moves a figure by a draw or two; what is farther away was not drawn by this rubric.
    """
    before, after = (_plain(each) for each in (sealed, fresh))
    if before == after:
        return
    place, old, new = next(_others(before, after), ("", "", ""))
    code = "robustness-near" if _is_near(before, after, "") else "robustness-other"
    seen = f"robustness{place}: {new}"
    yield problem(code, Location(RESULTS), seen=seen, before=f"{old}", place=place)


def _plain(of: Robustness | None) -> Any:
    return json.loads(json.dumps(asdict(of))) if of is not None else None


def _others(before: Any, after: Any, place: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Walk both alike: ``.ranks[2].mean``, what stood there, what stands there now."""
    match before, after:
        case dict(), dict():
            for key in before:
                yield from _others(before[key], after[key], f"{place}.{key}")
        case list(), list() if len(before) == len(after):
            for number, (old, new) in enumerate(zip(before, after, strict=True)):
                yield from _others(old, new, f"{place}[{number}]")
        case _ if before != after:
            yield place, _short(before), _short(after)


def _short(value: Any) -> Any:
    return value if not isinstance(value, list | dict) else len(value)


def _is_near(before: Any, after: Any, name: str) -> bool:
    match before, after:
        case dict(), dict():
            keys = (key for key in before if key not in _SPOKEN)
            return all(_is_near(before[key], after[key], key) for key in keys)
        case list(), list():
            pairs = zip(before, after, strict=False)
            alike = len(before) == len(after)
            return alike and all(_is_near(old, new, name) for old, new in pairs)
    if before == after:
        return True
    old, new = _number(before), _number(after)
    if old is None or new is None:
        return False
    return abs(old - new) <= _NEAR.get(name, 1)


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
