"""Self-assessment: one submission by itself, by the rules that the ministry applies.

There is no place and no award: those need the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from scorecard.advice.advising import Advice, advise
from scorecard.advice.listed import listed
from scorecard.errors import ExitCode, ScorecardError
from scorecard.evidence.alone import read_alone
from scorecard.model import Season
from scorecard.rubric.load import LoadedRubric
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.scalars import Words
from scorecard.run import season


@dataclass(frozen=True, slots=True)
class Assessment:
    """A season of one government (or of its offices), and advice for each scorecard."""

    season: Season
    advice: tuple[Advice, ...]
    rubric: Rubric

    @property
    def exit_code(self) -> ExitCode:
        """The submission has errors to be repaired, or none."""
        severities = {problem.severity for problem in self.season.problems}
        return ExitCode.PROBLEMS if "error" in severities else ExitCode.DONE


def self_assessment(path: Path, loaded: LoadedRubric) -> Assessment:
    """Read and score what one government is about to send.

    Raises ScorecardError (exit code 4), with all problems, where it is nobody's or
    cannot be read.
    """
    rubric = loaded.rubric
    reading = read_alone(path, rubric)
    if all(each.refused is not None for each in reading.submissions):
        raise ScorecardError(ExitCode.INPUT, reading.problems)
    alone = season(reading, loaded, rubric.as_of)
    advice = tuple(advise(each, (), rubric) for each in reading.submissions)
    repairs = tuple(listed(gain, rubric) for each in advice for gain in each.gains)
    alone = replace(alone, rankings=(), awards=(), repairs=repairs)
    return Assessment(alone, advice, rubric)


def own_rapor(found: Assessment) -> Rubric:
    """Give the rubric with a title that no reader takes for the ministry's rapor."""
    certificate = found.rubric.certificate
    title = certificate.rapor_title
    own = Words(
        id=f"{title.id} — penilaian mandiri", en=f"{title.en} — self-assessment"
    )
    named = certificate.model_copy(update={"rapor_title": own})
    return found.rubric.model_copy(update={"certificate": named})
