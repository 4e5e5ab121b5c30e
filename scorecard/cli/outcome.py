"""How a run ended: one function gives the exit code, the last line and the JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from scorecard.engine import PdfEngine
from scorecard.errors import SEVERITIES, ExitCode, Problem
from scorecard.manifest import counts
from scorecard.model import InputFile, Season
from scorecard.problem_list import SEVERITY_WORDS
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, joined, say

FailOn: TypeAlias = Literal["error", "warning", "never"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An exit code, the sentence that explains it, and the command that mends it."""

    exit_code: ExitCode
    words: Text
    command: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A finished run, as the screen and the JSON tell it."""

    season: Season
    rubric: Rubric
    files: tuple[InputFile, ...]
    outputs: Path
    outcome: Outcome


def outcome(season: Season, fail_on: FailOn, pdf: PdfEngine | None) -> Outcome:
    """Judge a finished run; `pdf` is None when no PDF was asked for.

    Absent documents weigh more than problems in the submissions: with code 7 files
    are lacking in outputs/, with code 1 all are there.
    """
    done = _done(season)
    if pdf is not None and not pdf.usable:
        words = joined((done, without_pdf(pdf)))
        return Outcome(ExitCode.PDF, words, pdf.install_command)
    failing = _failing(season.problems, fail_on)
    if failing:
        return Outcome(ExitCode.PROBLEMS, joined((done, _with_problems(failing))))
    return Outcome(ExitCode.DONE, done)


def checked_outcome(
    standings: Sequence[str],
    problems: Iterable[Problem],
    signals: int,
    fail_on: FailOn,
) -> Outcome:
    """Judge a check: `standings` say who has submitted, one word a participant."""
    done = _checked(Counter(standings), signals)
    failing = _failing(problems, fail_on)
    if failing:
        return Outcome(ExitCode.PROBLEMS, joined((done, _with_problems(failing))))
    return Outcome(ExitCode.DONE, done)


def with_problems(problems: Iterable[Problem], fail_on: FailOn) -> ExitCode:
    """Judge a command that made all it was asked for, by the problems it met."""
    return ExitCode.PROBLEMS if _failing(problems, fail_on) else ExitCode.DONE


def without_pdf(pdf: PdfEngine) -> Text:
    """Say why there are no PDFs and what there is instead."""
    return say(
        "PDF tidak dapat dibuat ({reason}); piagam dan rapor tersedia sebagai HTML siap"
        " cetak (kode keluar 7).",
        "PDFs could not be made ({reason}); certificates and rapors are there as HTML"
        " that is ready to print (exit code 7).",
        reason=pdf.reason,
    )


def _done(season: Season) -> Text:
    number = counts(season)
    parts = (
        joined(
            (
                _counted(number["scored"], "peserta dinilai", _SCORED),
                *_of_those(number["provisional"]),
            )
        ),
        *_some(number["not_scored"], "tidak dapat dinilai", _NOT_ASSESSABLE),
        *_some(number["not_submitted"], "tidak menyerahkan", _NOT_SUBMITTED),
        *_some(number["awards_won"], "penghargaan", ("award", "awards")),
    )
    return say("Selesai: {parts}.", "Done: {parts}.", parts=joined(parts, ", "))


def _of_those(provisional: int) -> tuple[Text, ...]:
    if not provisional:
        return ()
    return (
        say(
            "({n} di antaranya sementara)",
            "({n} of them provisional)",
            n=provisional,
        ),
    )


def _checked(number: Counter[str], signals: int) -> Text:
    everyone = number.total()
    if not everyone:
        return Text(
            "Diperiksa: tidak ada peserta yang dikenali.",
            "Checked: no participant was recognised.",
        )
    sent = say(
        "{n} dari {of} peserta menyerahkan",
        "{n} of {of} {what} submitted",
        n=everyone - number["absent"],
        of=everyone,
        what="participant" if everyone == 1 else "participants",
    )
    parts = (
        sent,
        *_some(number["refused"], "tidak dapat dipakai", ("unusable", "unusable")),
        *_some(number["absent"], "belum menyerahkan", _NOT_SUBMITTED),
        *_some(signals, "sinyal", ("signal", "signals")),
    )
    return say("Diperiksa: {parts}.", "Checked: {parts}.", parts=joined(parts, ", "))


_SCORED = ("participant scored", "participants scored")
_NOT_ASSESSABLE = ("not assessable", "not assessable")
_NOT_SUBMITTED = ("not submitted", "not submitted")


def _some(number: int, indonesian: str, english: tuple[str, str]) -> tuple[Text, ...]:
    return (_counted(number, indonesian, english),) if number else ()


def _counted(number: int, indonesian: str, english: tuple[str, str]) -> Text:
    one, many = english
    what = Text(indonesian, one if number == 1 else many)
    return say("{n} {what}", "{n} {what}", n=number, what=what)


def _failing(problems: Iterable[Problem], fail_on: FailOn) -> tuple[Text, ...]:
    if fail_on == "never":
        return ()
    number = Counter(problem.severity for problem in problems)
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return tuple(
        _counted(number[each], word.id, (word.en, f"{word.en}s"))
        for each in grave
        if (word := SEVERITY_WORDS[each]) and number[each]
    )


def _with_problems(failing: tuple[Text, ...]) -> Text:
    return say(
        "Perlu diperbaiki: {failing} (kode keluar 1).",
        "To be repaired: {failing} (exit code 1).",
        failing=failing,
    )
