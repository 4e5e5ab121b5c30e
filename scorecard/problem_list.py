"""Step 7, export: problems.csv, every problem with its place and its repair."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.csv_table import csv_bytes
from scorecard.errors import Problem, Severity, worst_first
from scorecard.model import Season
from scorecard.number import Language
from scorecard.wording import Text

_HEADINGS = (
    Text("Tingkat", "Severity"),
    Text("Kode peserta", "Participant code"),
    Text("Berkas", "File"),
    Text("Lembar", "Sheet"),
    Text("Sel", "Cell"),
    Text("Baris", "Line"),
    Text("Terbaca", "Seen"),
    Text("Masalah", "Problem"),
    Text("Seharusnya", "Expected"),
    Text("Perbaikan", "Repair"),
    Text("Jenis", "Kind"),
)
SEVERITY_WORDS: dict[Severity, Text] = {
    "error": Text("kesalahan", "error"),
    "warning": Text("peringatan", "warning"),
    "note": Text("catatan", "note"),
}


def problems_csv(season: Season, language: Language) -> bytes:
    """List all problems of a season, as problems.csv holds them."""
    return problem_rows_csv(season.problems, language)


def problem_rows_csv(problems: Iterable[Problem], language: Language) -> bytes:
    """List problems, worst first, as spreadsheet programs in Indonesia read them."""
    headings = [heading.in_(language) for heading in _HEADINGS]
    return csv_bytes(
        headings, (_row(problem, language) for problem in worst_first(problems))
    )


def _row(problem: Problem, language: Language) -> tuple[str, ...]:
    place = problem.location
    return (
        SEVERITY_WORDS[problem.severity].in_(language),
        problem.participant,
        place.file,
        place.sheet,
        place.cell,
        str(place.line) if place.line else "",
        problem.seen,
        problem.message.in_(language),
        problem.expected.in_(language),
        problem.repair.in_(language),
        problem.code,
    )
