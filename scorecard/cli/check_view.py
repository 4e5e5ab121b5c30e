"""What `check` shows: a row a participant, all problems, signals, and the outcome."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction

from rich.console import RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text as Styled

from scorecard.cli.handed_in import HandedIn, handed_in
from scorecard.cli.outcome import FailOn, Outcome, checked_outcome
from scorecard.cli.problems import (
    gathered,
    group_lines,
    problem_json,
    severity_counts,
)
from scorecard.cli.signals import signal_json, signal_lines, signals_heading
from scorecard.cli.standings import Look, plain_table
from scorecard.errors import SEVERITIES, ExitCode, Problem, worst_first
from scorecard.evidence.submission import Reading
from scorecard.model import Signal
from scorecard.number import Language, tidy
from scorecard.rubric.load import LoadedRubric
from scorecard.wording import Text

_STANDINGS = {
    "submitted": Text("ada", "sent"),
    "refused": Text("tidak dapat dipakai", "unusable"),
    "absent": Text("belum menyerahkan", "not submitted"),
}
_WIDEST = 120
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Checked:
    """All that a check found, worst first, and how it ends."""

    title: Text
    edition: str
    participants: tuple[HandedIn, ...]
    problems: tuple[Problem, ...]
    signals: tuple[Signal, ...]
    outcome: Outcome


def checked(reading: Reading, loaded: LoadedRubric, fail_on: FailOn) -> Checked:
    """Sum up what was read."""
    problems = worst_first((*loaded.warnings, *reading.problems))
    rows = handed_in(reading.submissions, problems, loaded.rubric)
    standings = [row.standing for row in rows]
    result = checked_outcome(standings, problems, len(reading.signals), fail_on)
    rubric = loaded.rubric
    return Checked(
        rubric.title.text, rubric.edition, rows, problems, reading.signals, result
    )


def check_view(found: Checked, look: Look) -> Iterator[RenderableType]:
    """Show who sent what, then problems by participant, signals, the outcome."""
    yield ""
    yield Styled(found.title.in_(look.language), style="bold")
    edition = look(f"Edisi {found.edition}", f"Edition {found.edition}")
    yield Styled(edition, style="dim")
    if found.participants:
        yield Padding(_table(found.participants, look), (1, 0, 0, 0))
    yield from _problems(found, look)
    yield from _signals(found, look)
    yield ""
    good = found.outcome.exit_code is ExitCode.DONE
    style = "bold green" if good else "bold yellow"
    yield Styled(found.outcome.words.in_(look.language), style=style)


def check_json(found: Checked, language: Language) -> str:
    """Tell all of it to other programs."""
    content = {
        "exit_code": int(found.outcome.exit_code),
        "reason": found.outcome.words.in_(language),
        "rubric": found.title.in_(language),
        "edition": found.edition,
        "participants": [asdict(row) for row in found.participants],
        "problems": [problem_json(each, language) for each in found.problems],
        "signals": [signal_json(each, language) for each in found.signals],
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def _table(rows: tuple[HandedIn, ...], look: Look) -> Table:
    table = plain_table(look, _WIDEST, expand=True)
    table.add_column(look("Kode", "Code"), no_wrap=True)
    table.add_column(look("Nama", "Name"), ratio=1)
    table.add_column(look("Borang", "Form"), min_width=12)
    for heading in (
        look("Laporan", "Tickets"),
        look("Dokumen", "Documents"),
        look("Kesalahan", "Errors"),
        look("Peringatan", "Warnings"),
    ):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        style = None if row.standing == "submitted" else Style(dim=True)
        table.add_row(*_cells(row, look), style=style)
    return table


def _cells(row: HandedIn, look: Look) -> Iterator[str]:
    yield row.code
    yield row.name
    yield _STANDINGS[row.standing].in_(look.language)
    tickets = None if row.tickets is None else Fraction(row.tickets)
    yield _NONE if tickets is None else tidy(tickets, look.language)
    shown = row.standing == "submitted" and row.asked
    yield f"{row.in_hand}/{row.asked}" if shown else _NONE
    yield str(row.errors or _NONE)
    yield str(row.warnings or _NONE)


def _problems(found: Checked, look: Look) -> Iterator[RenderableType]:
    if not found.problems:
        return
    names = {row.code: row.name for row in found.participants}
    numbers = severity_counts(found.problems, look.language)
    yield ""
    yield Styled(look(f"Masalah: {numbers}", f"Problems: {numbers}"), style="bold")
    for code, problems in _by_participant(found.problems):
        whose = f"{code} {names.get(code, '')}".strip()
        heading = whose or look("Musim penilaian", "The season")
        counts = severity_counts(problems, look.language)
        yield ""
        yield Styled(f"{heading} — {counts}", style="bold cyan")
        for same in gathered(problems):
            for line in group_lines(same, look.language):
                words = line.lstrip()
                yield Padding(words, (0, 0, 0, 2 + len(line) - len(words)))


def _by_participant(
    problems: tuple[Problem, ...],
) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """Put each participant's problems together, who has the worst and most first."""
    groups: dict[str, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(problem.participant, []).append(problem)

    def gravity(code: str) -> tuple[int, ...]:
        found = [each.severity for each in groups[code]]
        return tuple(-found.count(severity) for severity in SEVERITIES)

    for code in sorted(groups, key=lambda code: (gravity(code), code)):
        # The sort is stable: inside a file, worst first and in the sheet's order.
        yield code, tuple(sorted(groups[code], key=_severity_and_file))


def _severity_and_file(problem: Problem) -> tuple[int, str]:
    return SEVERITIES.index(problem.severity), problem.location.file


def _signals(found: Checked, look: Look) -> Iterator[RenderableType]:
    if not found.signals:
        return
    names = {row.code: row.name for row in found.participants}
    yield ""
    yield Styled(signals_heading(found.signals, look.language), style="bold")
    for signal in found.signals:
        for line in signal_lines(signal, names, look.language):
            words = line.lstrip()
            yield Padding(words, (0, 0, 0, 2 + len(line) - len(words)))
