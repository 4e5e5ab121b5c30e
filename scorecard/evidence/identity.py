"""Know a submission's participant: by code, then exact official name, then alias.

A likeness only suggests. What contradicts itself belongs to nobody, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scorecard.errors import Location, Problem
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.regions import Registry, normalised_code, normalised_name
from scorecard.model import Evidence, Participant
from scorecard.rubric.nouns import Rubric

_FOLDER_CODE = re.compile(r"(\d{2}(?:\.\d{2})?)-")
_KINDS = ("kabupaten administrasi", "kota administrasi", "kabupaten", "kota")


@dataclass(frozen=True, slots=True)
class Identified:
    """The participant, or None, and what was wrong with its code and name."""

    participant: Participant | None
    problems: tuple[Problem, ...]


def identify(
    answers: Mapping[str, Evidence], registry: Registry, place: Location
) -> Identified:
    """Find who sent ``code`` and ``name``; `place` is the identity sheet."""
    code, name = _said(answers.get("code"), place), _said(answers.get("name"), place)
    if not code.value:
        return _by_name(name, registry, code.location)
    known = registry.by_code.get(normalised_code(str(code.value)))
    if known is None:
        hint = did_you_mean(_name_hint(name, registry))
        seen = str(code.value)
        unknown = problem("identity-code-unknown", code.location, seen=seen, hint=hint)
        return Identified(None, (unknown,))
    if not name.value or _same_name(str(name.value), known):
        return Identified(known, ())
    return _contradicting(known, name, registry)


def folder_differs(
    path: str, participant: Participant, registry: Registry
) -> tuple[Problem, ...]:
    """Compare a code at the start of the folder's name with the form's code."""
    other = folder_participant(path, registry)
    if other is None or other.code == participant.code:
        return ()
    figures = {"code": participant.code, "name": participant.name}
    place = Location(path)
    return (problem("identity-folder-differs", place, seen=other.code, **figures),)


def folder_participant(path: str, registry: Registry) -> Participant | None:
    """Give whose code the folder's name begins with; only ever a hint."""
    match = _FOLDER_CODE.match(path)
    return registry.by_code.get(match[1]) if match else None


def not_expected(
    participant: Participant, registry: Registry, place: Location
) -> tuple[Problem, ...]:
    """Report a participant who is not on the season's list, if there is one."""
    if registry.expected is None or participant.code in registry.expected:
        return ()
    figures = {"code": participant.code, "name": participant.name}
    return (problem("participant-not-expected", place, **figures),)


def categorised(
    participant: Participant, rubric: Rubric, place: Location
) -> Participant | Problem:
    """Put a participant into the rubric's category for it."""
    if participant.category or rubric.unit == "office":
        return participant
    if category := rubric.category_of(participant.type):
        return replace(participant, category=category.id)
    return problem(
        "participant-without-category",
        place,
        seen=participant.type,
        code=participant.code,
        name=participant.name,
        type=participant.type,
        types=", ".join(t for category in rubric.categories for t in category.types),
    )


def _said(evidence: Evidence | None, place: Location) -> Evidence:
    return evidence or Evidence(None, "", place)


def _by_name(name: Evidence, registry: Registry, place: Location) -> Identified:
    if not name.value:
        return Identified(None, (problem("identity-missing", place),))
    written = str(name.value)
    if known := registry.named(written):
        figures = {"code": known.code, "name": known.name}
        return Identified(known, (problem("identity-code-missing", place, **figures),))
    hint = did_you_mean(_name_hint(name, registry))
    unknown = problem("identity-unknown", name.location, seen=written, hint=hint)
    return Identified(None, (unknown,))


def _contradicting(
    known: Participant, name: Evidence, registry: Registry
) -> Identified:
    written = str(name.value)
    figures = {"code": known.code, "name": known.name}
    other = registry.named(written)
    if other == known:
        return Identified(known, ())
    if other is None or _base_name(known) == normalised_name(written):
        unsure = problem(
            "identity-name-unknown", name.location, seen=written, **figures
        )
        return Identified(known, (unsure,))
    figures |= {"other": other.name, "other_code": other.code}
    found = problem("identity-contradiction", name.location, seen=written, **figures)
    return Identified(None, (found,))


def _same_name(written: str, known: Participant) -> bool:
    return normalised_name(written) == normalised_name(known.name)


def _base_name(participant: Participant) -> str:
    """Drop the kind from a name: several regions may share what is left."""
    name = normalised_name(participant.name)
    for kind in _KINDS:
        name = name.removeprefix(f"{kind} ")
    return name


def _name_hint(name: Evidence, registry: Registry) -> str:
    if not name.value:
        return ""
    known = registry.named(str(name.value))
    if known is not None:
        return f"{known.name} ({known.code})"
    return registry.nearest_name(str(name.value))
