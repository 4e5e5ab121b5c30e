"""The ranking of a category as a table on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich import box
from rich.style import Style
from rich.table import Table
from rich.text import Text as Styled

from scorecard.model import Ranking, Scorecard, Season, Standing
from scorecard.number import Language, display_published
from scorecard.wording import Text

TOTAL = "total"
STARS = {"won": "★", "open": "☆"}
_NONE = "–"
# Why there is no figure: five different things, none of them zero.
_STATES = {
    "missing": Text("tidak ada", "missing"),
    "unreadable": Text("tak terbaca", "unreadable"),
    "not_applicable": Text("tidak berlaku", "not applicable"),
    "pending": Text("menunggu", "pending"),
    "waived": Text("dibebaskan", "waived"),
}
_NOT_SUBMITTED = Text("tanpa berkas", "not submitted")
_WIDE = 150
_ROOMY = 110
_MIDDLE = 96
_WIDEST = 160


@dataclass(frozen=True, slots=True)
class Look:
    """For whom it is shown: language, width in columns, colours or none."""

    language: Language
    width: int
    colours: bool

    @property
    def is_wide(self) -> bool:
        """There is room for the awards' names."""
        return self.width >= _WIDE

    @property
    def is_narrow(self) -> bool:
        """There is no room for a column of remarks; they stand below the names."""
        return self.width < _MIDDLE

    def __call__(self, indonesian: str, english: str) -> str:
        """Choose the wording."""
        return Text(indonesian, english).in_(self.language)


def plain_table(look: Look, widest: int, *, expand: bool = False) -> Table:
    """Begin a table as all of ours look, no wider than the screen or `widest`."""
    return Table(
        box=box.SIMPLE_HEAD if look.colours else box.SIMPLE,
        show_edge=False,
        pad_edge=False,
        collapse_padding=True,
        expand=expand,
        width=min(look.width, widest),
        header_style="bold",
    )


def standings_table(season: Season, total: Ranking, look: Look) -> Table:
    """Show one category: place, total, band, side rankings, awards, remarks."""
    table = plain_table(look, _WIDEST, expand=True)
    sides = season.beside(total)
    _columns(table, season, sides, look)
    placed = [each for each in total.standings if each.place is not None]
    for standing in total.standings:
        row = _row(season, standing, sides, look)
        is_last_placed = bool(placed) and standing is placed[-1]
        table.add_row(*row, end_section=is_last_placed, style=_row_style(standing))
    return table


def score_words(scorecard: Scorecard, look: Look) -> str:
    """Write a total, or the interval it lies in: ``61,20–78,40``."""
    total = scorecard.total
    if total is None:
        return _NONE
    ends = (total.published_low, total.published_high)
    shown = (display_published(end, look.language) for end in dict.fromkeys(ends))
    return "–".join(shown)


def _columns(
    table: Table, season: Season, sides: tuple[Ranking, ...], look: Look
) -> None:
    """Set the columns; widths come from the whole season, so that tables align."""
    cards = season.scorecards
    codes = _widest([card.participant.code for card in cards])
    totals = _widest([score_words(card, look) for card in cards])
    bands = _widest([str(_band(card, look)) for card in cards])
    names = min(_widest([card.participant.name for card in cards]), look.width // 4)
    place = look("Peringkat", "Place") if look.width >= _ROOMY else "No"
    table.add_column(place, justify="right", no_wrap=True)
    table.add_column(look("Kode", "Code"), min_width=codes)
    name = look("Nama", "Name")
    table.add_column(name, ratio=3, min_width=max(names, 14), overflow="fold")
    table.add_column(look("Nilai", "Total"), justify="right", min_width=totals)
    table.add_column(look("Predikat", "Band"), min_width=bands)
    for side in sides:
        heading = _side_heading(season, side, look)
        table.add_column(heading, justify="right", min_width=13, max_width=14)
    _last_columns(table, look)


def _last_columns(table: Table, look: Look) -> None:
    if look.is_wide:
        table.add_column(look("Penghargaan", "Award"), ratio=2, min_width=30)
    else:
        table.add_column("★", min_width=2)
    if not look.is_narrow:
        # A path is one long word: it is folded, never cut.
        remarks = look("Catatan", "Remarks")
        table.add_column(remarks, ratio=2, min_width=12, overflow="fold")


def _widest(words: list[str]) -> int:
    return max((len(word) for word in words), default=0)


def _row(
    season: Season, standing: Standing, sides: tuple[Ranking, ...], look: Look
) -> Iterator[Styled | str]:
    scorecard = season.scorecard(standing.participant)
    remarks = ", ".join(_remarks(season, standing, scorecard, look))
    yield str(standing.place) if standing.place is not None else _NONE
    yield scorecard.participant.code
    name = scorecard.participant.name
    yield f"{name}\n({remarks})" if look.is_narrow and remarks else name
    yield score_words(scorecard, look)
    yield _band(scorecard, look)
    for side in sides:
        yield _side(side, scorecard, look)
    yield _awards(season, standing.participant, look)
    if not look.is_narrow:
        yield remarks


def _row_style(standing: Standing) -> Style | None:
    return Style(dim=True) if standing.place is None else None


def _band(scorecard: Scorecard, look: Look) -> Styled | str:
    if scorecard.band is None:
        return _NONE
    word = scorecard.band.title.in_(look.language)
    if not look.colours:
        return word
    # The square carries the colour: coloured words are hard to read on some screens.
    return Styled.assemble(("■ ", scorecard.band.colour), word)


def _side_heading(season: Season, side: Ranking, look: Look) -> str:
    findings = (scorecard.finding(side.by) for scorecard in season.scorecards)
    title = next((finding.title for finding in findings if finding), side.title)
    return title.in_(look.language)


def _side(side: Ranking, scorecard: Scorecard, look: Look) -> str:
    code = scorecard.participant.code
    standing = next((s for s in side.standings if s.participant == code), None)
    finding = scorecard.finding(side.by)
    if scorecard.outcome == "not_submitted":
        return _NOT_SUBMITTED.in_(look.language)
    if finding is not None and finding.state in _STATES:
        return _STATES[finding.state].in_(look.language)
    if standing is None or standing.place is None or finding is None:
        return _NONE
    unit = finding.unit.in_(look.language)
    value = display_published(standing.value, look.language)
    shown = f"{value} {unit}" if len(unit) == 1 else value
    return f"{shown} ({standing.place}){_bound(side, standing, look)}"


def _bound(side: Ranking, standing: Standing, look: Look) -> str:
    """Show what few cases leave of a share, where the order would be another."""
    if not standing.bound or not any(each.note for each in side.standings):
        return ""
    return f"\n≥ {display_published(standing.bound, look.language)}"


def _awards(season: Season, code: str, look: Look) -> str:
    mine = [
        award
        for award in season.awards
        if award.participant == code and award.status in STARS
    ]
    if not look.is_wide:
        return "".join(STARS[award.status] for award in mine)
    return "\n".join(
        f"{STARS[award.status]} {award.title.in_(look.language)}" for award in mine
    )


def _remarks(
    season: Season, standing: Standing, scorecard: Scorecard, look: Look
) -> Iterator[str]:
    if scorecard.total is None:
        yield scorecard.reason.in_(look.language).rstrip(".")
        return
    if standing.provisional:
        yield look("sementara", "provisional")
    if standing.shared:
        yield look("seri", "tied")
    if scorecard.band is not None and scorecard.band.low != scorecard.band.uncapped:
        yield look("predikat dibatasi", "band capped")
    problems = len(season.problems_of(standing.participant))
    if problems:
        plural = "problem" if problems == 1 else "problems"
        yield look(f"{problems} masalah", f"{problems} {plural}")
