"""A self-assessment on the screen: total, criteria, each indicator, what to mend."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from scorecard.assessment import Assessment
from scorecard.cli.advice_view import gains_view, plan_view
from scorecard.cli.problems import gathered, group_lines, severity_counts
from scorecard.cli.standings import Look, plain_table, score_words
from scorecard.cli.what_if_view import what_if_lines
from scorecard.errors import worst_first
from scorecard.model import CriterionScore, Finding, Score, Scorecard, Season, State
from scorecard.number import display_published, tidy
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text

_WIDEST = 96
_STATES: dict[State, Text] = {
    "scored": Text("dinilai", "scored"),
    "missing": Text("tidak ada bukti", "no evidence"),
    "unreadable": Text("tidak terbaca", "unreadable"),
    "not_applicable": Text("tidak berlaku", "not applicable"),
    "pending": Text("menunggu penilai", "waiting for assessors"),
    "waived": Text("dikecualikan", "waived"),
}


def assessment_view(found: Assessment, look: Look) -> Iterator[RenderableType]:
    """Show every scorecard of the submission, then its problems."""
    season, rubric = found.season, found.rubric
    yield ""
    own = look("Penilaian mandiri", "Self-assessment")
    title = f"{own} · {season.rubric.title.in_(look.language)}"
    title = f"{title} — {season.rubric.edition}"
    yield Styled(title, style="dim")
    yield from what_if_lines(season, look.language)
    for scorecard, advice in zip(season.scorecards, found.advice, strict=True):
        yield from _head(scorecard, rubric, look)
        if scorecard.findings:
            yield from _criteria(scorecard, look)
            yield from _findings(scorecard, look)
            yield from _missing(scorecard, look)
            yield from gains_view(advice.gains, rubric, look)
            yield from plan_view(advice, look)
    yield from _problems(season, look)


def _head(scorecard: Scorecard, rubric: Rubric, look: Look) -> Iterator[RenderableType]:
    participant, band = scorecard.participant, scorecard.band
    yield Styled(f"{participant.name} ({participant.code})", style="bold")
    yield ""
    most = tidy(rubric.score.maximum, look.language)
    total = score_words(scorecard, look)
    words = look(f"Nilai {total} dari {most}", f"Total {total} of {most}")
    if band is not None:
        words += look(" · predikat ", " · band ") + band.title.in_(look.language)
    yield Styled(words, style="bold")
    if scorecard.total is None:
        yield scorecard.reason.in_(look.language)
    elif scorecard.total.is_interval:
        yield _open_words(scorecard, look)
    for gate in scorecard.gates:
        yield Styled(f"! {gate.reason.in_(look.language)}", style="yellow")


def _open_words(scorecard: Scorecard, look: Look) -> str:
    waiting = [
        finding.title.in_(look.language)
        for finding in scorecard.findings
        if finding.points and finding.points.is_interval and not finding.informative
    ]
    names = ", ".join(waiting)
    return look(
        f"Nilai akhir berada di antara kedua angka itu; yang menentukan: {names}.",
        f"The final total lies between these two; what decides: {names}.",
    )


def _criteria(scorecard: Scorecard, look: Look) -> Iterator[RenderableType]:
    table = plain_table(look, _WIDEST)
    table.add_column(look("Aspek", "Criterion"), ratio=1, min_width=20)
    for heading in (
        look("Bobot", "Weight"),
        look("Poin", "Points"),
        look("Sumbangan", "Contribution"),
    ):
        table.add_column(heading, justify="right", no_wrap=True)
    for criterion in scorecard.criteria:
        if not criterion.informative:
            table.add_row(*_criterion_row(criterion, look))
    yield Padding(table, (1, 0, 0, 0))


def _criterion_row(criterion: CriterionScore, look: Look) -> tuple[str, ...]:
    return (
        "  " * criterion.depth + criterion.title.in_(look.language),
        f"{tidy(100 * criterion.share, look.language)} %",
        _points(criterion.points, look),
        _points(criterion.contribution, look),
    )


def _findings(scorecard: Scorecard, look: Look) -> Iterator[RenderableType]:
    yield ""
    yield Styled(look("Setiap indikator", "Each indicator"), style="bold")
    for finding in scorecard.findings:
        if finding.informative:
            continue
        sign, style = _sign(finding)
        word = _STATES[finding.state]
        title = finding.title.in_(look.language)
        points = _points(finding.points, look)
        state = "" if finding.state == "scored" else f" ({word.in_(look.language)})"
        yield Styled.assemble(
            ("  ", ""), (sign, style), f" {title}{state}  ", (points, "bold")
        )
        yield Padding(
            Styled(finding.reason.in_(look.language), style="dim"), (0, 0, 0, 4)
        )


def _sign(finding: Finding) -> tuple[str, str]:
    """Mark full points, some and none, and what is not settled."""
    if finding.points is None:
        return "–", "dim"
    if finding.points.is_interval:
        return "?" if finding.state == "unreadable" else "…", "cyan"
    if finding.points.low == 100:
        return "✓", "green"
    return ("◐", "yellow") if finding.points.low else ("✗", "red")


def _missing(scorecard: Scorecard, look: Look) -> Iterator[RenderableType]:
    lacking = [
        finding
        for finding in scorecard.findings
        if finding.state in ("missing", "unreadable") and not finding.informative
    ]
    if not lacking:
        return
    yield ""
    yield Styled(look("Yang belum ada", "What is missing"), style="bold")
    for finding in lacking:
        yield Padding(_lack(finding, look), (0, 0, 0, 2))


def _lack(finding: Finding, look: Look) -> Styled:
    remedy = finding.remedy.in_(look.language) if finding.remedy else ""
    title = finding.title.in_(look.language)
    return Styled.assemble((f"{title}: ", "bold"), remedy)


def _problems(season: Season, look: Look) -> Iterator[RenderableType]:
    problems = worst_first(season.problems)
    yield ""
    if not problems:
        none = look("Tidak ada masalah pada berkas.", "The submission has no problems.")
        yield Styled(none, style="green")
        return
    numbers = severity_counts(problems, look.language)
    yield Styled(look(f"Masalah: {numbers}", f"Problems: {numbers}"), style="bold")
    for same in gathered(problems):
        for line in group_lines(same, look.language):
            words = line.lstrip()
            yield Padding(words, (0, 0, 0, 2 + len(line) - len(words)))


def _points(score: Score | None, look: Look) -> str:
    if score is None:
        return "–"
    ends = dict.fromkeys((score.published_low, score.published_high))
    return "–".join(display_published(end, look.language) for end in ends)
