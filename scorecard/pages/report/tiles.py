"""The provinces as tiles, each about where it lies, by its own band or its median's.

`tiles.csv` holds the places of the tiles, of our own layout, and short names.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from statistics import median

from markupsafe import Markup

from scorecard.evidence.regions import province_of, regions
from scorecard.methods.bands import band_at
from scorecard.number import published
from scorecard.pages.report.bands import BandLook, band_icon, band_looks
from scorecard.pages.report.view import View
from scorecard.rubric.nouns import Rubric


@dataclass(frozen=True, slots=True)
class Shade:
    """A figure with its band; both empty where there is none."""

    figure: str
    band: BandLook | None
    icon: Markup


@dataclass(frozen=True, slots=True)
class Tile:
    """A province; `own` is its government's total, `middle` the participants' median.

    `count` are the participants of the province whose total is known.
    """

    code: str
    short: str
    name: str
    judged: bool
    own: Shade
    middle: Shade
    count: str


@dataclass(frozen=True, slots=True)
class _Placed:
    short: str
    column: int
    row: int


def tiles(view: View) -> tuple[Tile, ...]:
    """Give all provinces; none where no participant lies in any."""
    lows: dict[str, list[Fraction]] = defaultdict(list)
    for code, card in view.cards.items():
        if card.total and province_of(code):
            lows[province_of(code)].append(card.total.low)
    if not lows:
        return ()
    return tuple(_tile(code, lows.get(code, []), view) for code in _layout())


def tile_rules() -> str:
    """Give each tile its place, as rules of a stylesheet."""
    return "".join(
        f".tile-{code}{{grid-column:{each.column};grid-row:{each.row}}}\n"
        for code, each in _layout().items()
    )


def _tile(code: str, lows: list[Fraction], view: View) -> Tile:
    card = view.cards.get(code)
    return Tile(
        code=code,
        short=_layout()[code].short,
        name=regions()[code].name,
        judged=card is not None,
        own=_shade(card.total.low if card and card.total else None, view, capped=code),
        middle=_shade(median(lows) if lows else None, view),
        count=view.tidy(len(lows)),
    )


def _shade(value: Fraction | None, view: View, *, capped: str = "") -> Shade:
    if value is None:
        return Shade("–", None, Markup(""))
    card = view.cards.get(capped)
    band_id = card.band.low if card and card.band else _band_id(value, view.rubric)
    look = next(each for each in band_looks(view) if each.id == band_id)
    return Shade(view.figure(value), look, band_icon(band_id))


def _band_id(value: Fraction, rubric: Rubric) -> str:
    shown = published(value, rubric.score.places, rubric.score.mode)
    return band_at(value, shown, rubric).id


@cache
def _layout() -> Mapping[str, _Placed]:
    text = files("scorecard.pages.report").joinpath("tiles.csv")
    rows = csv.DictReader(text.read_text(encoding="utf-8").splitlines())
    return {
        row["code"]: _Placed(row["short"], int(row["column"]), int(row["row"]))
        for row in rows
    }
