"""Give listed participants the government that they belong to, as the list says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scorecard.errors import Location, Problem
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.regions import normalised_code, regions, registry
from scorecard.model import Participant


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the list's column ``parent`` for one participant, and where."""

    parent: str
    place: Location


def with_parents(
    listed: Mapping[str, Participant], written: Mapping[str, Written]
) -> tuple[tuple[Participant, ...], list[Problem]]:
    """Fill in each parent that is a region or is listed itself; report the others."""
    known = {**regions(), **listed}
    participants: list[Participant] = []
    problems: list[Problem] = []
    for code, participant in listed.items():
        parent = known.get(normalised_code(written[code].parent))
        if parent is not None and parent.code != code:
            names = {"parent": parent.code, "parent_name": parent.name}
            participants.append(replace(participant, **names))
            continue
        participants.append(participant)
        if written[code].parent:
            problems.append(_unknown(participant, written[code]))
    return tuple(participants), problems


def _unknown(participant: Participant, written: Written) -> Problem:
    return problem(
        "participants-parent-unknown",
        written.place,
        seen=written.parent,
        code=participant.code,
        name=participant.name,
        hint=did_you_mean(registry().nearest_name(written.parent)),
    )
