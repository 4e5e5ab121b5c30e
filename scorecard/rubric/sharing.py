"""Step 1, read rubric, as if: when one weight is set, its siblings share the rest.

Weights of a heading add up to 100. Who sets one of them alone means the others to give
way in proportion; each is listed among the changes, so that nobody has to guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scorecard.number import exact, published
from scorecard.rubric.rules import Path, as_written
from scorecard.rubric.strict_yaml import Data

_WHOLE = Fraction(100)
_PLACES = 2


def shared_out(data: Data, settled: Iterable[Path]) -> Data:
    """Let the siblings of weights that were set (`settled`) share what is left of 100.

    They keep their proportions, rounded to two decimals; the last takes what rounding
    leaves. A level stays as it is where nothing is left to share or to share it with:
    the check of the rubric then says what does not add up.
    """
    levels: dict[Path, set[int]] = {}
    for path in settled:
        if len(path) >= 3 and path[-1] == "weight" and isinstance(path[-2], int):
            levels.setdefault(path[:-2], set()).add(path[-2])
    for level, positions in levels.items():
        data = _changed(data, level, positions)
    return data


def _changed(data: Data, level: Path, settled: set[int]) -> Data:
    match data:
        case dict() if level:
            first, rest = str(level[0]), level[1:]
            return data | {first: _changed(data[first], rest, settled)}
        case list() if level:
            place, rest = int(level[0]), level[1:]
            inner = _changed(data[place], rest, settled)
            return [*data[:place], inner, *data[place + 1 :]]
        case list():
            return _level(data, settled)
    return data


def _level(items: list[Data], settled: set[int]) -> list[Data]:
    weights = {place: _weight(item) for place, item in enumerate(items)}
    known = {place: each for place, each in weights.items() if each is not None}
    others = [place for place in known if place not in settled and known[place] > 0]
    left = _WHOLE - sum(known[place] for place in known if place in settled)
    whole = sum((known[place] for place in others), Fraction(0))
    if left <= 0 or not others or left == whole:
        return items
    shares = [_rounded(known[place] * left / whole) for place in others]
    shares[-1] = left - sum(shares[:-1], Fraction(0))
    changed = list(items)
    for place, share in zip(others, shares, strict=True):
        item = items[place]
        if isinstance(item, dict):
            changed[place] = item | {"weight": str(as_written(share))}
    return changed


def _rounded(share: Fraction) -> Fraction:
    return Fraction(published(share, _PLACES))


def _weight(item: Data) -> Fraction | None:
    """Give an item's weight; none for what is informative or writes no number."""
    written = item.get("weight") if isinstance(item, dict) else None
    try:
        return exact(written) if isinstance(written, str) else None
    except ValueError:
        return None
