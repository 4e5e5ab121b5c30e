"""A history on the screen: a line a participant, with a small curve of its totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from scorecard.cli.standings import Look, plain_table
from scorecard.comparison.sentences import change_text, figure_text
from scorecard.history.found import History, SeasonKept, Trend, TrendPoint
from scorecard.wording import Text, dated, say

_WIDEST = 150
_NONE = "–"
_STEPS = "▁▂▃▄▅▆▇█"


def history_view(
    found: History, look: Look, *, one: bool = False
) -> Iterator[RenderableType]:
    """Show the seasons, then everybody's totals; of `one` participant every figure."""
    last = found.seasons[-1]
    yield ""
    yield Styled(last.title.in_(look.language), style="bold")
    for number, season in enumerate(found.seasons, start=1):
        yield Styled(_season(number, season, look), style="dim")
    if one:
        for trend in found.trends:
            yield from _in_detail(trend, found, look)
        return
    yield Padding(_table(found, look), (1, 0, 0, 0))
    yield from _notes(found.trends, look)


def sparkline(values: Sequence[Fraction | None], maximum: Fraction) -> str:
    """Draw figures from 0 to the maximum as eighths; a space where there is none."""
    return "".join(_step(value, maximum) for value in values)


def _step(value: Fraction | None, maximum: Fraction) -> str:
    if value is None:
        return " "
    part = max(Fraction(), min(Fraction(1), value / maximum))
    return _STEPS[min(len(_STEPS) - 1, int(part * len(_STEPS)))]


def _season(number: int, season: SeasonKept, look: Look) -> str:
    words = say(
        "{n}: edisi {edition}, {start} s.d. {end}, per {as_of}",
        "{n}: edition {edition}, {start} to {end}, as of {as_of}",
        n=number,
        edition=season.edition,
        start=season.start,
        end=season.end,
        as_of=season.as_of,
    )
    return words.in_(look.language)


def _table(found: History, look: Look) -> Table:
    table = plain_table(look, _WIDEST, expand=True)
    table.add_column(look("Kode", "Code"), no_wrap=True)
    table.add_column(look("Nama", "Name"), ratio=1, min_width=14, overflow="fold")
    for number, season in enumerate(found.seasons, start=1):
        heading = f"{number}: {season.edition}"
        table.add_column(heading, justify="right", min_width=8)
    table.add_column("", no_wrap=True, min_width=len(found.seasons))
    table.add_column(look("Terakhir", "Last change"), justify="right", min_width=9)
    for trend in found.trends:
        points = [trend.point(place) for place in range(len(found.seasons))]
        curve = sparkline([_middle(each) for each in points], Fraction(found.maximum))
        shown = (_total(each, look) for each in points)
        change = _change(trend.points[-1], look)
        table.add_row(trend.code, trend.name, *shown, curve, change)
    return table


def _middle(point: TrendPoint | None) -> Fraction | None:
    """Give the total, of an open one the middle."""
    if point is None or point.total.low is None or point.total.high is None:
        return None
    return (point.total.low + point.total.high) / 2


def _total(point: TrendPoint | None, look: Look) -> str:
    return figure_text(point.total).in_(look.language) if point else _NONE


def _change(point: TrendPoint, look: Look) -> str:
    change = point.change
    if change is None or change.low is None:
        return _NONE
    return change_text(change).in_(look.language)


def _notes(trends: Sequence[Trend], look: Look) -> Iterator[RenderableType]:
    """Say once what became of regions, and why a change is not worked out."""
    told: dict[Text, list[str]] = {}
    for trend in trends:
        for point in trend.points:
            reason = point.change.reason if point.change else None
            for words in (reason, point.note):
                if words is not None:
                    told.setdefault(words, []).append(trend.name)
    for words, names in told.items():
        who = ", ".join(dict.fromkeys(names))
        line = f"• {who}: {words.in_(look.language)}"
        yield Padding(Styled(line), (0, 0, 0, 2))


def _in_detail(trend: Trend, found: History, look: Look) -> Iterator[RenderableType]:
    yield ""
    yield Styled(f"{trend.name} ({trend.code})", style="bold cyan")
    yield Padding(_seasons_of(trend, found, look), (1, 0, 0, 0))
    yield Padding(_indicators_of(trend, found, look), (1, 0, 0, 0))
    yield from _notes((trend,), look)


def _seasons_of(trend: Trend, found: History, look: Look) -> Table:
    table = plain_table(look, _WIDEST)
    headings = (
        *((look("Musim", "Season"), "left"), (look("Kode", "Code"), "left")),
        *((look("Nilai", "Total"), "right"), (look("Perubahan", "Change"), "right")),
        *((look("Predikat", "Band"), "left"), (look("Peringkat", "Place"), "right")),
    )
    for heading, side in headings:
        table.add_column(heading, justify="right" if side == "right" else "left")
    for point in trend.points:
        season = found.seasons[point.season]
        ends = (dated(d.isoformat(), look.language) for d in (season.start, season.end))
        table.add_row(
            f"{season.edition} ({'–'.join(ends)})",
            point.code,
            _total(point, look),
            _change(point, look),
            point.band.in_(look.language) if point.band else _NONE,
            f"{point.place} / {point.placed}" if point.place else _NONE,
        )
    return table


def _indicators_of(trend: Trend, found: History, look: Look) -> Table:
    titles = {i.indicator: i.title for p in trend.points for i in p.indicators}
    table = plain_table(look, _WIDEST, expand=True)
    heading = look("Indikator", "Indicator")
    table.add_column(heading, ratio=1, min_width=20, overflow="fold")
    for number, season in enumerate(found.seasons, start=1):
        table.add_column(f"{number}: {season.edition}", justify="right", min_width=8)
    for indicator, title in titles.items():
        cells = (
            _indicator(trend.point(place), indicator, look)
            for place in range(len(found.seasons))
        )
        table.add_row(title.in_(look.language), *cells)
    return table


def _indicator(point: TrendPoint | None, indicator: str, look: Look) -> str:
    value = point.value(indicator) if point else None
    return figure_text(value).in_(look.language) if value else _NONE
