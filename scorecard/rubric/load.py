"""Step 1, read rubric: a file becomes a Rubric, or a list of its mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from scorecard.errors import ExitCode, Problem, ScorecardError, worst_first
from scorecard.rubric.lint.checks import lint
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.places import problem
from scorecard.rubric.rules import MOST_MISTAKES, Mistake, Rule, broken
from scorecard.rubric.shapes import build
from scorecard.rubric.strict_yaml import LARGEST, Document, read_yaml
from scorecard.rubric.what_if import WhatIf
from scorecard.rubric.yaml_rules import BOM, NOT_UTF8, TOO_LARGE
from scorecard.wording import Text

DEFAULT = Path(__file__).parent.parent / "rubric.yaml"

_UNREADABLE = Rule(
    "rubric-unreadable",
    Text("berkas rubrik tidak dapat dibuka", "the rubric file cannot be opened"),
    Text("Berkas rubrik YAML.", "A rubric file in YAML."),
    Text("Periksa nama dan izin berkasnya.", "Check the file's name and permissions."),
)


@dataclass(frozen=True, slots=True)
class LoadedRubric:
    """A rubric, the text and SHA-256 it came from, and what its lint warns of.

    `what_if` is None for a rubric as its file says it.
    """

    rubric: Rubric
    text: str
    sha256: str
    path: str
    warnings: tuple[Problem, ...]
    what_if: WhatIf | None = None


def load_rubric(path: Path | None = None) -> LoadedRubric:
    """Read a rubric file, the default one without a path.

    Raises ScorecardError with exit code RUBRIC and every problem of the file.
    """
    path = path or DEFAULT
    name = str(path) if path != DEFAULT else path.name
    return parse_rubric(rubric_text(path), name)


def parse_rubric(text: str, name: str) -> LoadedRubric:
    """Read a rubric's text; `name` is the file shown in problems.

    Raises ScorecardError with exit code RUBRIC and every problem of the text.
    """
    rubric, warnings = accepted(read_yaml(text), name)
    digest = sha256(text.encode("utf-8")).hexdigest()
    return LoadedRubric(rubric, text, digest, name, warnings)


def accepted(document: Document, name: str) -> tuple[Rubric, tuple[Problem, ...]]:
    """Build what was read and check it; give the rubric and its warnings.

    Raises ScorecardError with exit code RUBRIC and every problem at its line.
    """
    rubric, mistakes = build(document) if document.complete else (None, ())
    if rubric is not None:
        mistakes = lint(rubric)
    problems = _problems((*document.mistakes, *mistakes), document, name)
    if rubric is None or any(each.severity == "error" for each in problems):
        raise ScorecardError(ExitCode.RUBRIC, problems)
    return rubric, problems


def rubric_text(path: Path) -> str:
    """Read a rubric file's text.

    Raises ScorecardError with exit code RUBRIC where it cannot be read or is no UTF-8.
    """
    try:
        content = _content(path)
    except OSError:
        raise _stopped(_UNREADABLE, path, 0) from None
    if len(content) > LARGEST:
        raise _stopped(TOO_LARGE, path, 1)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        rule = BOM if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else NOT_UTF8
        line = content[: error.start].count(b"\n") + 1
        raise _stopped(rule, path, line) from None


def _problems(
    mistakes: Iterable[Mistake], document: Document, name: str
) -> tuple[Problem, ...]:
    """Give the worst problems first; a file of nothing but mistakes is cut short."""
    ordered = worst_first(problem(each, document, name) for each in mistakes)
    return ordered[:MOST_MISTAKES]


def _content(path: Path) -> bytes:
    """Read a regular file only, and no more than tells that it is too large."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _stopped(rule: Rule, path: Path, line: int) -> ScorecardError:
    mistake = broken(rule, (), path.name, line=line, most=LARGEST // 1024)
    found = problem(mistake, Document(None, {}, ()), str(path))
    return ScorecardError(ExitCode.RUBRIC, (found,))
