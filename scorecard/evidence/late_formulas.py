"""The formulas of a plain sheet, read when the first of them is asked for.

A form works with thousands of formulas; whoever reads its answers asks for a few, and
of its hidden sheets for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from scorecard.evidence.cells import Position, position

_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^<>]*><f(?: [^<>]*)?(?:/>|>([^<]*)</f>)'
)


class LateFormulas(Mapping[Position, str]):
    """A Mapping, so that whoever takes formulas need not know that they come late.

    The sheet's part must be plain (`plain_sheet`): a formula stands first in its cell.
    """

    __slots__ = ("_known", "_part")

    def __init__(self, part: bytes) -> None:
        self._part = part
        self._known: dict[Position, str] | None = None

    def __getitem__(self, place: Position) -> str:
        return self._formulas[place]

    def __contains__(self, place: object) -> bool:
        return place in self._formulas

    def __iter__(self) -> Iterator[Position]:
        return iter(self._formulas)

    def __len__(self) -> int:
        return len(self._formulas)

    @property
    def _formulas(self) -> dict[Position, str]:
        if self._known is None:
            self._known = dict(_formulas_of(self._part))
            self._part = b""
        return self._known


def _formulas_of(part: bytes) -> Iterator[tuple[Position, str]]:
    for reference, formula in _FORMULA.findall(part):
        if place := position(reference.decode()):
            yield place, unescape(formula.decode(errors="replace"))
