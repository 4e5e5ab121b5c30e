"""What an evaluator sees at the end: rankings, awards, problems, files, the outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from scorecard.cli.compared_in_short import comparison_in_short
from scorecard.cli.outcome import Report
from scorecard.cli.problems import gathered, group_lines, severity_counts
from scorecard.cli.robustness_view import sure_lines
from scorecard.cli.signals import signal_in_short, signals_heading
from scorecard.cli.standings import TOTAL, Look, standings_table
from scorecard.cli.what_if_view import what_if_lines
from scorecard.errors import ExitCode, worst_first
from scorecard.model import (
    AwardResult,
    InputFile,
    Ranking,
    Season,
    Standing,
)
from scorecard.number import Language
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, long_date

_WORST_SHOWN = 5
_NAMES_SHOWN = 3
_SIGNALS_SHOWN = 12
# A name that ends with a slash is a folder, whose files are counted.
_CONTENTS = {
    "report.html": Text(
        "halaman laporan: buka di peramban", "the report page: open it in a browser"
    ),
    "recap.xlsx": Text("peringkat dan semua nilai", "rankings and all scores"),
    "compliance/": Text("lembar kepatuhan", "compliance sheets"),
    "rapor/": Text("rapor peserta", "participants' rapors"),
    "certificates/": Text("piagam penghargaan", "award certificates"),
    "problems.csv": Text("semua masalah dan perbaikannya", "all problems and repairs"),
    "results.json": Text("seluruh hasil, untuk program", "everything, for programs"),
    "records/": Text(
        "catatan hasil yang dapat dibuktikan", "records that prove themselves"
    ),
    "manifest.json": Text("daftar masukan dan keluaran", "list of inputs and outputs"),
    "SHA256SUMS": Text("bukti keutuhan berkas", "proof that files are unchanged"),
}
_OUTCOME_STYLES = {ExitCode.DONE: "bold green", ExitCode.PROBLEMS: "bold yellow"}


def look_of(console: Console, language: Language) -> Look:
    """Describe the screen to what is shown on it."""
    colours = console.is_terminal and not console.no_color
    return Look(language, console.width, colours)


def report_view(report: Report, look: Look) -> Iterator[RenderableType]:
    """Show a whole run: rankings, awards, problems, files; the outcome comes last."""
    yield from rankings_view(report.season, report.rubric, look)
    yield from _compared(report.season, look)
    yield from _problems(report.season, report.outputs, look)
    yield from _signals(report.season, report.outputs, look)
    yield from _files(report.files, report.outputs, look)
    yield ""
    style = _OUTCOME_STYLES.get(report.outcome.exit_code, "bold red")
    yield Styled(report.outcome.words.in_(look.language), style=style)
    if report.outcome.command:
        words = f"{look('Pasang', 'Install')}: {report.outcome.command}"
        # One line whatever the width, so that the command can be copied.
        yield Group(Styled(words, no_wrap=True, overflow="ignore"))


def rankings_view(
    season: Season, rubric: Rubric, look: Look
) -> Iterator[RenderableType]:
    """Show the title, each category's table, why places differ, awards, how sure."""
    yield ""
    yield Styled(season.rubric.title.in_(look.language), style="bold")
    yield Styled(_edition(season, look), style="dim")
    yield from what_if_lines(season, look.language)
    for ranking in season.rankings:
        if ranking.id == TOTAL:
            yield ""
            yield Styled(_category_title(rubric, ranking, look), style="bold cyan")
            yield Padding(standings_table(season, ranking, look), (1, 0, 0, 0))
    yield Padding(Styled(_legend(look), style="dim"), (1, 0, 0, 0))
    yield from _explanations(season, look)
    yield from _awards(season, rubric, look)
    yield from sure_lines(season, rubric, look)


def _edition(season: Season, look: Look) -> str:
    day = long_date(season.as_of, look.language)
    number = len(season.scorecards)
    return look(
        f"Edisi {season.rubric.edition} · keadaan per {day} · {number} peserta",
        f"Edition {season.rubric.edition} · as of {day} · {number} participants",
    )


def _legend(look: Look) -> str:
    return look(
        "(1) peringkat menurut kolom itu sendiri · ★ penghargaan · ☆ belum pasti",
        "(1) place by that column alone · ★ award · ☆ not settled yet",
    )


def _category_title(rubric: Rubric, ranking: Ranking, look: Look) -> str:
    words = _category_words(rubric, ranking.category, look)
    if ranking.within:
        words = f"{words}, {ranking.within_name} [{ranking.within}]"
    return f"{words} ({len(ranking.standings)})"


def _category_words(rubric: Rubric, category: str, look: Look) -> str:
    titles = (each.title for each in rubric.categories if each.id == category)
    title = next(titles, None)
    return title.text.in_(look.language) if title else category


def _explanations(season: Season, look: Look) -> Iterator[RenderableType]:
    names: dict[Text, list[str]] = {}
    for name, words in _notes(season):
        names.setdefault(words, []).append(name)
    if names:
        yield from _heading(look("Penjelasan peringkat", "Why these places"))
    for words, alike in names.items():
        yield _item(f"{_named(alike, look)}: {words.in_(look.language)}")


def _named(names: list[str], look: Look) -> str:
    """Name those of whom the same is true; of many the first, and how many."""
    if len(names) == 1:
        return names[0]
    more = ", …" if len(names) > _NAMES_SHOWN else ""
    shown = ", ".join(names[:_NAMES_SHOWN]) + more
    return look(
        f"{len(names)} peserta ({shown})", f"{len(names)} participants ({shown})"
    )


def _notes(season: Season) -> Iterator[tuple[str, Text]]:
    """Explain who leads a side ranking only, ties, and provisional places."""
    for ranking in season.rankings:
        if ranking.id != TOTAL:
            continue
        leaders = _side_leaders(season, ranking)
        for standing in ranking.standings:
            name = season.scorecard(standing.participant).participant.full_name
            if standing.note and _is_unexpected(standing, leaders):
                yield name, standing.note
            if standing.tie:
                yield name, standing.tie


def _is_unexpected(standing: Standing, leaders: frozenset[str]) -> bool:
    if standing.place is None:
        return False
    leads_aside = standing.participant in leaders and standing.place != 1
    return leads_aside or standing.provisional


def _side_leaders(season: Season, total: Ranking) -> frozenset[str]:
    return frozenset(
        standing.participant
        for ranking in season.beside(total)
        for standing in ranking.standings
        if standing.place == 1
    )


def _awards(season: Season, rubric: Rubric, look: Look) -> Iterator[RenderableType]:
    """List awards won, open, and those that failed a condition only."""
    headings = {
        "won": look("★ Penghargaan", "★ Awards"),
        "open": look("☆ Penghargaan yang belum pasti", "☆ Awards not settled yet"),
        "denied": look(
            "Masuk urutan penghargaan, tetapi tidak memenuhi syarat",
            "Placed for an award, but not eligible",
        ),
    }
    for status, heading in headings.items():
        alike = [award for award in season.awards if award.status == status]
        if status == "denied":
            alike = _nearest(alike, season, rubric)
        if alike:
            yield from _heading(heading)
        same: dict[tuple[str, Text], list[str]] = {}
        for award in alike:
            key = (_award_title(award, rubric, look), award.reason)
            name = season.scorecard(award.participant).participant.full_name
            same.setdefault(key, []).append(name)
        for (title, reason), names in same.items():
            words = f" — {title}. {reason.in_(look.language)}"
            yield _item(Styled.assemble((_named(names, look), "bold"), words))


def _compared(season: Season, look: Look) -> Iterator[RenderableType]:
    """Say in short how the season stands against the earlier one, if there is one."""
    if season.comparison is None:
        return
    words = ("Dibandingkan musim sebelumnya", "Against the earlier season")
    yield from _heading(look(*words))
    for line in comparison_in_short(season.comparison, look):
        yield _item(line)


def _nearest(
    denied: list[AwardResult], season: Season, rubric: Rubric
) -> list[AwardResult]:
    """Keep, for each award and ranking, as many as the award has places."""
    places = {each.id: each.places for each in rubric.awards}
    seen: Counter[tuple[str, str, str]] = Counter()
    kept = []
    for award in denied:
        ranking = season.ranking_of(award.participant)
        group = (award.award, award.category, ranking.within if ranking else "")
        seen[group] += 1
        if seen[group] <= places.get(award.award, 1):
            kept.append(award)
    return kept


def _award_title(award: AwardResult, rubric: Rubric, look: Look) -> str:
    places = {each.id: each.places for each in rubric.awards}
    numbered = award.status == "won" and places.get(award.award, 1) > 1
    title = award.title.in_(look.language)
    category = _category_words(rubric, award.category, look)
    shown = f"{title} {award.place}" if numbered else title
    return f"{shown} ({category})" if category else shown


def _problems(season: Season, outputs: Path, look: Look) -> Iterator[RenderableType]:
    problems = worst_first(season.problems)
    if not problems:
        return
    numbers = severity_counts(problems, look.language)
    yield from _heading(look(f"Masalah: {numbers}", f"Problems: {numbers}"))
    groups = gathered(problems)
    for same in groups[:_WORST_SHOWN]:
        for line in group_lines(same, look.language):
            words = line.lstrip()
            yield Padding(words, (0, 0, 0, 2 + len(line) - len(words)))
    hidden = sum(len(same) for same in groups[_WORST_SHOWN:])
    if hidden:
        where = (outputs / "problems.csv").as_posix()
        yield _item(
            look(f"… dan {hidden} lagi: {where}", f"… and {hidden} more: {where}")
        )


def _signals(season: Season, outputs: Path, look: Look) -> Iterator[RenderableType]:
    if not season.signals:
        return
    names = {card.participant.code: card.participant.name for card in season.scorecards}
    yield from _heading(signals_heading(season.signals, look.language))
    for signal in season.signals[:_SIGNALS_SHOWN]:
        yield _item(signal_in_short(signal, names, look.language))
    hidden = len(season.signals) - _SIGNALS_SHOWN
    if hidden > 0:
        where = (outputs / "recap.xlsx").as_posix()
        yield _item(
            look(f"… dan {hidden} lagi: {where}", f"… and {hidden} more: {where}")
        )


def _files(
    files: tuple[InputFile, ...], outputs: Path, look: Look
) -> Iterator[RenderableType]:
    """Name files and folders, what people open first, with what they hold."""
    numbers = Counter(file.path.partition("/")[0] for file in files)
    table = Table.grid(padding=(0, 2))
    for name, what in _CONTENTS.items():
        if name.rstrip("/") in numbers:
            number = numbers[name.rstrip("/")]
            words = what.in_(look.language)
            shown = f"{number} {words}" if name.endswith("/") else words
            place = f"{outputs.as_posix()}/{name}"
            table.add_row(place, Styled(shown, style="dim"))
    yield from _heading(look("Berkas", "Files"))
    yield _item(table)


def _heading(words: str) -> tuple[RenderableType, ...]:
    return "", Styled(words, style="bold")


def _item(words: RenderableType) -> RenderableType:
    return Padding(words, (0, 0, 0, 2))
