"""How sure a ranking is, on the screen: places, awards, criteria, what drives it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from scorecard.cli.standings import Look
from scorecard.cli.what_if_view import what_if_lines
from scorecard.model import Boundary, RankRange, Robustness, Season
from scorecard.number import display_published
from scorecard.robustness.words import not_drawn_words
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Places, Text, say

if TYPE_CHECKING:
    from scorecard.cli.choices import Source

_SHOWN = 8
_FIRM, _UNSURE = "✓", "≈"


def robustness_view(
    found: Robustness, source: Source, look: Look
) -> Iterator[RenderableType]:
    """Show what was drawn, then each category, the boundaries and what matters."""
    rubric = source.rubric
    yield ""
    yield Styled(look("Kekokohan peringkat", "How sure the ranking is"), style="bold")
    yield Styled(_how(found).in_(look.language), style="dim")
    yield from what_if_lines(source.season, look.language)
    for category in rubric.categories:
        mine = [each for each in found.ranks if each.category == category.id]
        for within in dict.fromkeys(each.within for each in mine):
            ranks = [each for each in mine if each.within == within]
            title = category.title.text.in_(look.language)
            yield ""
            yield Styled(f"{title} {within}".strip(), style="bold")
            yield _ranks(ranks, found, look)
    yield from _not_drawn(found, source.season, look)
    yield from _boundaries(found, rubric, look)
    yield from _what_matters(found, look)


def sure_lines(season: Season, rubric: Rubric, look: Look) -> Iterator[RenderableType]:
    """Tell in short how sure each first place is, and which boundaries are not."""
    found = season.robustness
    if found is None or not found.ranks:
        return
    yield from _sure_heading(found, look)
    titles = {each.id: each.title.text.in_(look.language) for each in rubric.categories}
    firsts = [each for each in found.ranks if each.nominal == 1]
    unsure = [each for each in found.boundaries if each.overlaps]
    lines = [_first(first, titles, look) for first in firsts]
    boundaries = [_boundary(each, titles, look) for each in unsure]
    for shown in (lines, boundaries):
        yield from (Padding(line, (0, 0, 0, 2)) for line in shown[:_SHOWN])
        if hidden := len(shown[_SHOWN:]):
            more = look(f"… dan {hidden} lagi", f"… and {hidden} more")
            yield Padding(more, (0, 0, 0, 2))


def _sure_heading(found: Robustness, look: Look) -> Iterator[RenderableType]:
    heading = say(
        "Kekokohan ({n} simulasi, benih {seed}; rincian: scorecard robustness)",
        "How sure that is ({n} draws, seed {seed}; details: scorecard robustness)",
        n=found.draws,
        seed=str(found.seed),
    )
    yield ""
    yield Styled(heading.in_(look.language), style="bold")


def _first(first: RankRange, titles: dict[str, str], look: Look) -> Styled:
    where = " ".join((titles.get(first.category, ""), first.within)).strip()
    words = say(
        "{where}: {name} berada di peringkat 1 dalam {n} % simulasi.",
        "{where}: {name} is placed first in {n} % of the draws.",
        where=where,
        name=first.name,
        n=Places(Fraction(first.leads), 1),
    )
    return Styled(words.in_(look.language))


def _how(found: Robustness) -> Text:
    return say(
        "{n} simulasi, benih {seed}; diacak: {what}.",
        "{n} draws, seed {seed}; drawn: {what}.",
        n=found.draws,
        seed=str(found.seed),
        what=found.basis,
    )


def _ranks(ranks: list[RankRange], found: Robustness, look: Look) -> Table:
    table = _table()
    table.add_column(look("No", "No"), justify="right")
    table.add_column(look("Kode", "Code"), no_wrap=True)
    table.add_column(look("Nama", "Name"), ratio=2, overflow="fold")
    span = f"{found.lowest}–{found.highest} %"
    table.add_column(look(f"Rentang {span}", f"Range {span}"), justify="center")
    table.add_column(look("Median", "Median"), justify="right")
    table.add_column(look("Rata-rata", "Mean"), justify="right")
    table.add_column(look("Peluang penghargaan", "Chance of award"), ratio=3)
    for each in ranks:
        table.add_row(
            str(each.nominal),
            each.participant,
            each.name,
            f"{each.low}–{each.high}",
            str(each.median),
            display_published(each.mean, look.language),
            _chances(each, look),
        )
    return table


def _chances(each: RankRange, look: Look) -> str:
    return "\n".join(
        f"{display_published(award.per_cent, look.language)} % "
        f"{award.title.in_(look.language)}"
        for award in each.awards
        if award.per_cent != "0.0"
    )


def _not_drawn(
    found: Robustness, season: Season, look: Look
) -> Iterator[RenderableType]:
    if found.not_drawn:
        names = [season.scorecard(code).participant.name for code in found.not_drawn]
        yield ""
        yield Styled(not_drawn_words(names).in_(look.language), style="dim")


def _boundaries(
    found: Robustness, rubric: Rubric, look: Look
) -> Iterator[RenderableType]:
    if not found.boundaries:
        return
    yield ""
    yield Styled(look("Batas penghargaan", "Boundaries of awards"), style="bold")
    titles = {each.id: each.title.text.in_(look.language) for each in rubric.categories}
    for each in found.boundaries:
        yield Padding(_boundary(each, titles, look), (0, 0, 0, 2))


def _boundary(each: Boundary, titles: dict[str, str], look: Look) -> Styled:
    sign = _UNSURE if each.overlaps else _FIRM
    where = _where(each, titles)
    words = f"{sign} {each.title.in_(look.language)}{where}: "
    return Styled(words + each.words.in_(look.language))


def _where(each: Boundary, titles: dict[str, str]) -> str:
    parts = [part for part in (titles.get(each.category, ""), each.within) if part]
    return f" ({', '.join(parts)})" if parts else ""


def _what_matters(found: Robustness, look: Look) -> Iterator[RenderableType]:
    if found.left_out:
        yield ""
        words = "Bila satu aspek tidak dihitung", "If a criterion did not count"
        yield Styled(look(*words), style="bold")
        yield _left_out(found, look)
    if found.drivers:
        yield ""
        words = "Apa yang menggerakkan peringkat", "What drives the ranking"
        yield Styled(look(*words), style="bold")
        yield _drivers(found, look)
    yield ""
    yield Styled(_reversal_words(found.reversals).in_(look.language))


def _left_out(found: Robustness, look: Look) -> Table:
    table = _table()
    table.add_column(look("Aspek", "Criterion"), ratio=1)
    change = look("Rata-rata perubahan peringkat", "Mean change of place")
    table.add_column(change, justify="right")
    for each in found.left_out:
        change = display_published(each.mean_change, look.language)
        table.add_row(each.title.in_(look.language), change)
    return table


def _drivers(found: Robustness, look: Look) -> Table:
    table = _table()
    table.add_column(look("Ketidakpastian", "Uncertainty"), ratio=1)
    table.add_column(look("Sendiri (Sobol)", "Alone (Sobol)"), justify="right")
    total = look("Bersama yang lain (Sobol)", "With all others (Sobol)")
    table.add_column(total, justify="right")
    for each in found.drivers:
        shares = (_share(share, look) for share in (each.first, each.total))
        table.add_row(each.title.in_(look.language), *shares)
    return table


def _share(share: str | None, look: Look) -> str:
    return "–" if share is None else display_published(share, look.language)


def _reversal_words(reversals: int) -> Text:
    if not reversals:
        return Text(
            "Bila seorang peserta keluar, urutan peserta lain tidak berubah.",
            "When a participant leaves, nobody else's order changes.",
        )
    return say(
        "Bila seorang peserta keluar, {n} pasangan lain berubah urutan.",
        "When a participant leaves, {n} other pairs change their order.",
        n=reversals,
    )


def _table() -> Table:
    return Table(box=box.SIMPLE, show_edge=False, pad_edge=False, expand=True)
