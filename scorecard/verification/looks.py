"""With which look pages are made again, and what is said where it is not at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scorecard.errors import Location, Problem
from scorecard.export import look_used
from scorecard.manifest import LookUsed
from scorecard.pages.look import Look
from scorecard.pages.look_folder import read_look
from scorecard.rubric.nouns import Rubric
from scorecard.verification.problems import problem
from scorecard.wording import Text, say

NOT_AT_HAND = frozenset({"look-not-given", "look-other"})
"""The problems for which no page is made again."""


def look_for(
    recorded: LookUsed | None, template: Path | None, rubric: Rubric, place: Location
) -> Look | Problem:
    """Read the look that was recorded, or say why it is not at hand.

    Without a record, as beside a lone results.json, what is given is believed. Pages
    said to be of our own look are made again whatever the record's digest: altering
    it keeps nobody from comparing them. Raises ScorecardError(USAGE) for a folder with
    mistakes.
    """
    if template is None and recorded is not None and recorded.folder:
        told = {"folder": recorded.folder, "sha": recorded.sha256}
        return problem("look-not-given", place, **told)
    look = read_look(template, rubric)
    if template is None or recorded is None:
        return look
    given = look_used(look)
    return look if given.sha256 == recorded.sha256 else _other(given, recorded, place)


def version_problems(recorded: LookUsed | None, look: Look) -> Iterator[Problem]:
    """Say that our own look has changed since: pages may differ for that alone."""
    if recorded is None or recorded.folder or look.name:
        return
    own = look_used(look).sha256
    if recorded.sha256 != own:
        seen = f"SHA-256 {recorded.sha256}"
        place = Location("manifest.json")
        yield problem("look-of-other-version", place, seen=seen, sha=own)


def _other(given: LookUsed, recorded: LookUsed, place: Location) -> Problem:
    return problem(
        "look-other",
        place,
        seen=f"SHA-256 {given.sha256}",
        given=given.folder,
        used=_named(recorded),
        sha=recorded.sha256,
    )


def _named(used: LookUsed) -> Text:
    if not used.folder:
        return Text("tampilan bawaan scorecard", "scorecard's own look")
    return say("tampilan {folder}", "the look {folder}", folder=used.folder)
