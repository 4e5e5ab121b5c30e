"""Every kind of Problem that a verification can name: code, severity, words."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.errors import Location, Problem
from scorecard.evidence.problems.words import ProblemWords
from scorecard.verification.certificate_words import CERTIFICATES
from scorecard.verification.folder_words import FOLDER
from scorecard.verification.remade_words import REMADE
from scorecard.verification.rescored_words import RESCORED
from scorecard.wording import Spoken, say

PROBLEMS: Mapping[str, ProblemWords] = {**FOLDER, **REMADE, **RESCORED, **CERTIFICATES}

_LONGEST = 200


def problem(
    code: str,
    location: Location,
    /,
    *,
    participant: str = "",
    seen: str = "",
    **figures: Spoken,
) -> Problem:
    """Make the Problem of this code; KeyError for an unknown one."""
    words = PROBLEMS[code]
    seen = seen if len(seen) <= _LONGEST else seen[: _LONGEST - 1] + "…"
    known: dict[str, Spoken] = {"file": location.file, "seen": seen, **figures}
    return Problem(
        code=code,
        severity=words.severity,
        participant=participant,
        location=location,
        seen=seen,
        message=say(*words.message, **known),
        expected=say(*words.expected, **known),
        repair=say(*words.repair, **known),
    )
