"""Two seasons on the screen: what changed around them, each category, thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from scorecard.cli.compared_in_short import from_to
from scorecard.cli.standings import Look, plain_table
from scorecard.comparison.sentences import change_text, figure_text
from scorecard.model import (
    CategoryChange,
    Change,
    Comparison,
    Development,
    Figure,
    SeasonNamed,
    ThresholdTable,
)
from scorecard.wording import Text, long_date, say

_NONE = "–"
_WIDEST = 150
_NAMES_SHOWN = 8


def compare_view(found: Comparison, look: Look) -> Iterator[RenderableType]:
    """Show both seasons, what differs around them, every category, what is counted."""
    yield ""
    yield Styled(look("Perbandingan dua musim", "Two seasons compared"), style="bold")
    yield _named(Text("Sebelum", "Before"), found.before, look)
    yield _named(Text("Sesudah", "After"), found.after, look)
    yield from _list(_RUBRIC, found.rubric_changes, look)
    yield from _list(_REGIONS, (each.words for each in found.regions), look)
    for category in found.categories:
        yield from _category(category, found, look)
    for table in found.tables:
        yield from _thresholds(table, found, look)
    yield from _indicators(found, look)


_RUBRIC = Text("Catatan perbandingan", "Notes on the comparison")
_REGIONS = Text("Wilayah yang berubah", "Regions that changed")
_REASONS = Text("Tidak dibandingkan", "Not compared")


def _figure(figure: Figure, look: Look) -> str:
    return figure_text(figure).in_(look.language)


def _change(change: Change, look: Look) -> str:
    """Write a change with its sign; a dash where there is none."""
    return _NONE if change.low is None else change_text(change).in_(look.language)


def _named(which: Text, season: SeasonNamed, look: Look) -> RenderableType:
    language = look.language
    words = say(
        "{which}: {title}, edisi {edition}, {start} s.d. {end}, per {as_of}, {n}"
        " peserta",
        "{which}: {title}, edition {edition}, {start} to {end}, as of {as_of}, {n}"
        " participants",
        which=which,
        title=season.title,
        edition=season.edition,
        start=season.start,
        end=season.end,
        as_of=long_date(season.as_of, language),
        n=season.participants,
    )
    return Styled(words.in_(language), style="dim")


def _list(
    heading: Text, sentences: Iterable[Text], look: Look
) -> Iterator[RenderableType]:
    told = tuple(dict.fromkeys(sentences))
    if told:
        yield ""
        yield Styled(heading.in_(look.language), style="bold")
        for each in told:
            yield _item(each.in_(look.language))


def _item(words: str) -> RenderableType:
    return Padding(Styled(f"• {words}"), (0, 0, 0, 2))


def _category(
    category: CategoryChange, found: Comparison, look: Look
) -> Iterator[RenderableType]:
    mine = [
        e for e in found.participants if e.participant.category == category.category
    ]
    places = {m.participant: m.place for m in found.movers}
    last = len(places) + 1
    mine.sort(key=lambda each: places.get(each.participant.code, last))
    title = category.title.in_(look.language)
    yield ""
    yield Styled(f"{title} ({len(mine)})", style="bold cyan")
    yield _summary(category, look)
    yield Padding(_table(mine, look), (1, 0, 0, 0))
    yield from _reasons(mine, look)


def _summary(category: CategoryChange, look: Look) -> RenderableType:
    parts = (
        (look("Rata-rata", "Mean"), category.mean),
        (look("median", "median"), category.median),
    )
    figures = "; ".join(
        f"{name} {from_to(change).in_(look.language)}" for name, change in parts
    )
    counted = look(
        f"naik {category.rose}, turun {category.fell}, tetap {category.same}",
        f"{category.rose} rose, {category.fell} fell, {category.same} the same",
    )
    return Styled(f"{figures}; {counted}", style="dim")


def _table(mine: Sequence[Development], look: Look) -> Table:
    table = plain_table(look, _WIDEST, expand=True)
    table.add_column(look("Kode", "Code"), no_wrap=True)
    table.add_column(look("Nama", "Name"), ratio=3, min_width=14, overflow="fold")
    table.add_column(look("Sebelum", "Before"), justify="right", min_width=8)
    table.add_column(look("Sesudah", "After"), justify="right", min_width=8)
    table.add_column(look("Perubahan", "Change"), justify="right", min_width=9)
    table.add_column(look("Predikat", "Band"), ratio=2, min_width=12)
    table.add_column(look("Peringkat", "Place"), justify="right", min_width=9)
    for each in mine:
        table.add_row(*_row(each, look))
    return table


def _row(each: Development, look: Look) -> Iterator[Styled | str]:
    code = each.participant.code
    moved = each.before_code not in ("", code)
    yield f"{each.before_code} → {code}" if moved else code
    yield each.participant.full_name
    yield _figure(each.total.before, look)
    yield _figure(each.total.after, look)
    yield _coloured(each.total, look)
    yield _bands(each, look)
    yield _places(each)


def _coloured(change: Change, look: Look) -> Styled:
    """Tell rise from fall by a sign and an arrow; a colour only helps."""
    words, settled = _change(change, look), change.settled
    if not settled:
        return Styled(words)
    up = settled > 0
    return Styled(f"{words} {'▲' if up else '▼'}", style="green" if up else "red")


def _bands(each: Development, look: Look) -> str:
    ends = [
        band.in_(look.language) if band else _NONE
        for band in (each.band_before, each.band_after)
    ]
    return ends[0] if ends[0] == ends[1] else " → ".join(ends)


def _places(each: Development) -> str:
    ends = [str(p) if p else _NONE for p in (each.place_before, each.place_after)]
    return " → ".join(ends)


def _reasons(mine: Iterable[Development], look: Look) -> Iterator[RenderableType]:
    """Say once for all alike why they have no change."""
    alike: dict[str, list[str]] = {}
    for each in mine:
        for told in (each.total.reason, each.note if each.beside else None):
            if told is not None:
                names = alike.setdefault(told.in_(look.language), [])
                names.append(each.participant.full_name)
    if alike:
        yield Padding(Styled(_REASONS.in_(look.language), style="dim"), (1, 0, 0, 0))
    for words, names in alike.items():
        yield _item(f"{_short_list(names, look)}: {words}")


def _short_list(names: Sequence[str], look: Look) -> str:
    more = len(names) - _NAMES_SHOWN
    shown = ", ".join(names[:_NAMES_SHOWN])
    return (
        f"{shown} {look(f'dan {more} lain', f'and {more} more')}" if more > 0 else shown
    )


def _thresholds(
    table: ThresholdTable, found: Comparison, look: Look
) -> Iterator[RenderableType]:
    language = look.language
    names = {e.participant.code: e.participant.full_name for e in found.participants}
    title = f"{table.title.in_(language)} ({table.definition.in_(language)})"
    yield ""
    category = table.category_title.in_(language)
    yield Styled(f"{category}: {title}", style="bold cyan")
    shown = plain_table(look, _WIDEST, expand=True)
    shown.add_column(look("Kelas", "Class"), min_width=16)
    for heading in (look("Sebelum", "Before"), look("Sesudah", "After")):
        shown.add_column(heading, justify="right", min_width=7)
        shown.add_column(look("Peserta", "Participants"), ratio=1, overflow="fold")
    for each in table.classes:
        ends = (each.before, each.after)
        cells = (cell for codes in ends for cell in _counted(codes, names))
        shown.add_row(each.title.in_(language), *cells)
    yield Padding(shown, (1, 0, 0, 0))


def _counted(codes: Sequence[str], names: dict[str, str]) -> tuple[str, str]:
    return str(len(codes)), ", ".join(names[code] for code in codes)


def _indicators(found: Comparison, look: Look) -> Iterator[RenderableType]:
    language = look.language
    yield ""
    yield Styled(look("Indikator", "Indicators"), style="bold cyan")
    shown = plain_table(look, _WIDEST, expand=True)
    shown.add_column(look("Indikator", "Indicator"), ratio=2, overflow="fold")
    shown.add_column(look("Naik", "Rose"), justify="right", min_width=5)
    shown.add_column(look("Turun", "Fell"), justify="right", min_width=5)
    shown.add_column(look("Tetap", "Same"), justify="right", min_width=5)
    shown.add_column(look("Catatan", "Remarks"), ratio=3, overflow="fold")
    for each in found.indicators:
        told = dict.fromkeys(t for t in (each.values, each.points, each.note) if t)
        remarks = " ".join(words.in_(language) for words in told)
        moved = _moved(each.indicator, found.participants)
        shown.add_row(each.title.in_(language), *map(str, moved), remarks)
    yield Padding(shown, (1, 0, 0, 0))


def _moved(indicator: str, everybody: Iterable[Development]) -> tuple[int, int, int]:
    """Count whose value rose, fell and stayed; higher is not always better."""
    settled = [
        change.value.settled
        for each in everybody
        if (change := each.indicator(indicator)) is not None
    ]
    known = [value for value in settled if value is not None]
    rose, fell = sum(v > 0 for v in known), sum(v < 0 for v in known)
    return rose, fell, len(known) - rose - fell
