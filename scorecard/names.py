"""Step 7, export: the names of files, from official codes and names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from scorecard.model import AwardResult, Season

_LONGEST = 60


def stems(season: Season) -> Mapping[str, str]:
    """Give each participant's code its file name: ``21-kepulauan-riau``.

    Two that differ only in case, or not at all, are told apart by a running number,
    since some file systems would make them one file.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for scorecard in season.scorecards:
        participant = scorecard.participant
        stem = stem_of(participant.code, participant.name)
        found[participant.code] = _untaken(stem, taken)
        taken.add(found[participant.code].casefold())
    return found


def certificate_stem(award: AwardResult, stem: str, season: Season) -> str:
    """Give a certificate its file name: ``21-kepulauan-riau-terbaik``.

    Awards of a kind that one participant wins twice are told apart by category.
    """
    alike = [
        each
        for each in season.awards
        if (each.award, each.participant) == (award.award, award.participant)
    ]
    ending = f"-{award.category}" if len(alike) > 1 else ""
    return f"{stem}-{award.award}{ending}"


def stem_of(code: str, name: str) -> str:
    """Give one participant's file name, whoever else there is."""
    return "-".join(filter(None, (_safe_code(code), _slug(name)))) or "peserta"


def _safe_code(code: str) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", code).strip("-.")


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:_LONGEST].strip("-")


def _untaken(stem: str, taken: set[str]) -> str:
    candidate, number = stem, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem}-{number}"
    return candidate
