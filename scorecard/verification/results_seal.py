"""Hold results.json against the records that were sealed beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorecard.errors import Location, Problem
from scorecard.manifest import MANIFEST, seal_entry
from scorecard.model import Season
from scorecard.names import stems
from scorecard.sealing import Proven, RefusedProof, Seal, check_attachment
from scorecard.sealing.canonical import Json
from scorecard.verification.differences import Titles, differences
from scorecard.verification.problems import problem
from scorecard.verification.stored import Stored
from scorecard.wording import Text

RESULTS = "results.json"
WHY: Mapping[RefusedProof, Text] = {
    "form": Text(
        "isinya bukan catatan berbukti yang utuh", "it is not a whole record and proof"
    ),
    "leaf": Text(
        "catatannya bukan yang sidiknya tercantum",
        "the record is not the one whose digest stands beside it",
    ),
    "path": Text(
        "jalur buktinya tidak sampai ke akarnya", "its path does not lead to its root"
    ),
}


def seal_problems(of: Stored, season: Season, sealed: Seal) -> Iterator[Problem]:
    """Name each participant's result that is not as sealed, then the seal's own.

    The records are the older witnesses where results.json is the file that changed.
    """
    titles = titles_of(season)
    for code, stem in stems(season).items():
        path = f"records/{stem}.json"
        if path in of.listed and (content := of.content(path)) is not None:
            yield from _of_one((path, content), (code, of), sealed, titles)
    if of.listing.seal != seal_entry(season, sealed):
        place = Location(MANIFEST)
        yield problem("seal-changed", place, seen=_root(of), root=sealed.root)


def record_problems(of: Stored) -> Iterator[Problem]:
    """Check records that stand without results.json: each against the seal's root."""
    for path in sorted(of.listed):
        content = of.content(path) if path.startswith("records/") else None
        if content is not None:
            proven = check_attachment(content)
            if not isinstance(proven, Proven):
                yield problem("record-refused", Location(path), why=WHY[proven])
            elif proven.root != _root(of):
                yield _other_root(path, "", proven, of)


def holder_of(proven: Proven) -> str:
    """Give the code of whom a record is of; empty where it does not say."""
    participant = proven.record.get("participant")
    return str(participant.get("code")) if isinstance(participant, dict) else ""


def titles_of(season: Season) -> Titles:
    """Give the titles of criteria and indicators, which records leave out."""
    titles: dict[str, Text] = {}
    for scorecard in season.scorecards:
        titles |= {each.criterion: each.title for each in scorecard.criteria}
        titles |= {each.indicator: each.title for each in scorecard.findings}
    return titles


def _of_one(
    file: tuple[str, bytes], about: tuple[str, Stored], sealed: Seal, titles: Titles
) -> Iterator[Problem]:
    (path, content), (code, of) = file, about
    proven = check_attachment(content)
    if not isinstance(proven, Proven):
        why = WHY[proven]
        yield problem("record-refused", Location(path), participant=code, why=why)
        return
    holder = holder_of(proven)
    if holder != code:
        yield problem(
            "record-of-another",
            Location(path),
            participant=code,
            seen=holder,
            code=code,
        )
        return
    if proven.leaf != sealed.leaf(code):
        own = sealed.records[sealed.index[code]]
        yield from _changes((path, of), proven.record, own, titles)
    elif proven.root != _root(of):
        yield _other_root(path, code, proven, of)


def _changes(
    file: tuple[str, Stored], record: Json, own: Json, titles: Titles
) -> Iterator[Problem]:
    """Tell which file was altered, by the manifest's digests, and from what to what."""
    path, of = file
    record_changed = path in of.altered and RESULTS not in of.altered
    before, after = (own, record) if record_changed else (record, own)
    place = Location(path if record_changed else RESULTS)
    participant = own["participant"]
    for change in differences(before, after, titles):
        yield problem(
            "result-changed",
            place,
            participant=participant["code"],
            seen=change.after,
            name=participant["name"],
            what=change.what,
            before=change.before,
            after=change.after,
        )


def _other_root(path: str, code: str, proven: Proven, of: Stored) -> Problem:
    """A record as it should be, of a tree that some other participant changed."""
    return problem(
        "record-of-other-results",
        Location(path),
        participant=code,
        seen=proven.root,
        root=_root(of),
    )


def _root(of: Stored) -> str:
    found = of.listing.seal
    return str(found.get("root", "")) if isinstance(found, dict) else ""
