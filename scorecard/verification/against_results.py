"""Hold a certificate against results.json: same season, same record, same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from scorecard.errors import Location, Problem
from scorecard.export import artifacts
from scorecard.manifest import Listing, listing
from scorecard.model import AwardResult
from scorecard.names import certificate_stem, stems
from scorecard.pages.look import Look
from scorecard.sealing.canonical import Json
from scorecard.verification.certificate import Certificate
from scorecard.verification.claims import claim_of
from scorecard.verification.differences import differences
from scorecard.verification.folder import Sealed
from scorecard.verification.likeness import likeness
from scorecard.verification.looks import look_for
from scorecard.verification.pdf_parts import PdfParts, pdf_parts
from scorecard.verification.problems import problem
from scorecard.verification.remade import Remaking
from scorecard.verification.results_seal import titles_of
from scorecard.wanted import Wanted
from scorecard.wording import Text, same

_SHOWN = 60
_PAGE = Text("teks halamannya", "the text of its page")
_METADATA = Text("metadatanya", "its metadata")
_ATTACHED = Text("lampirannya", "its attachment")
_OTHER = Text("gambar atau susunannya", "its drawing or structure")
_AS_MADE = Text("seperti dibuat scorecard", "as scorecard made it")


def results_problems(
    of: Certificate, sealed: Sealed, folder: Path, how: Remaking
) -> Iterator[Problem]:
    """Name what the results say otherwise; only a certificate of theirs is remade.

    `folder` is where results.json lies; its manifest is asked, too, if it has one.
    """
    if of.proven.root != sealed.seal.root:
        yield from _of_others(of, sealed)
        return
    award = won_by(of, sealed)
    if award is None:
        yield problem("certificate-not-won", Location(of.name))
        return
    found = listing(folder)
    yield from _listed(of, award, sealed, found)
    here, rubric = Location(of.name), sealed.loaded.rubric
    if not how.pdf.usable:
        yield problem("certificate-page-not-compared", here, why=how.pdf.reason)
        return
    look = look_for(found.look if found else None, how.template, rubric, here)
    if isinstance(look, Look):
        yield from _remade(of, award, (sealed, look), how)
    else:
        yield look


def won_by(of: Certificate, sealed: Sealed) -> AwardResult | None:
    """Find the award that the certificate is for among those won."""
    wanted = (of.claim.participant.code, of.award.id, of.award.category)
    for award in sealed.season.awards:
        key = (award.participant, award.award, award.category)
        if key == wanted and award.status == "won":
            return award
    return None


def _of_others(of: Certificate, sealed: Sealed) -> Iterator[Problem]:
    """Say whether another season, or the same season with other results."""
    code, here = of.claim.participant.code, Location(of.name)
    root = sealed.seal.root
    own = _own_claim(sealed)
    if own is not None and own != of.claim.season:
        yield problem(
            "certificate-of-other-season",
            here,
            participant=code,
            seen=of.proven.root,
            of=of.claim.season,
            results=own,
            root=root,
        )
        return
    found = {"participant": code, "seen": of.proven.root, "root": root}
    yield problem("certificate-of-other-results", here, **found)
    index = sealed.seal.index.get(code)
    if index is not None:
        yield from _other_results(of, sealed, sealed.seal.records[index])


def _own_claim(sealed: Sealed) -> Text | None:
    claim = claim_of(sealed.seal.records[0]) if sealed.seal.records else None
    return claim.season if claim else None


def _other_results(of: Certificate, sealed: Sealed, own: Json) -> Iterator[Problem]:
    for change in differences(own, of.proven.record, titles_of(sealed.season)):
        yield problem(
            "certificate-result-other",
            Location(of.name),
            participant=of.claim.participant.code,
            seen=change.after,
            name=of.claim.participant.name,
            what=change.what,
            before=change.before,
            after=change.after,
        )


def _listed(
    of: Certificate, award: AwardResult, sealed: Sealed, found: Listing | None
) -> Iterator[Problem]:
    """Compare with the manifest's digest, which needs no engine to print again."""
    for file in found.files if found else ():
        if file.path == _path(award, sealed):
            made = of.content[: file.size]
            is_listed = hashlib.sha256(made).hexdigest() == file.sha256
            if not (is_listed and likeness(of.content, made) == "same"):
                here = Location(of.name)
                yield problem("certificate-not-listed", here, sha=file.sha256)


def _path(award: AwardResult, sealed: Sealed) -> str:
    season = sealed.season
    stem = certificate_stem(award, stems(season)[award.participant], season)
    return f"certificates/{stem}.pdf"


def _remade(
    of: Certificate, award: AwardResult, by: tuple[Sealed, Look], how: Remaking
) -> Iterator[Problem]:
    sealed, look = by
    season, rubric = sealed.season, sealed.loaded.rubric
    only = Wanted(("pdf",), (award.participant,), season_wide=False)
    made = artifacts(
        season,
        rubric,
        workers=1,
        pdf=how.pdf,
        only=replace(only, documents=("certificates",)),
        look=look,
    )
    path = _path(award, sealed)
    content = next(each.content for each in made if each.path == path)
    match likeness(of.content, content):
        case "other":
            yield from _altered(of, pdf_parts(content))
        case "packed_otherwise":
            yield problem("certificate-packed-elsewhere", Location(of.name))


def _altered(of: Certificate, made: PdfParts | None) -> Iterator[Problem]:
    """Name each part that differs; the rest of the file if none does."""
    own, found = of.parts, False
    if made is not None and own.text != made.text:
        before, after = _first_other(made.text, own.text)
        yield _part(of, _PAGE, after, same(before))
        found = True
    if made is not None and own.metadata != made.metadata:
        yield _part(of, _METADATA, "", _AS_MADE)
        found = True
    if made is not None and own.attachments != made.attachments:
        yield _part(of, _ATTACHED, "", _AS_MADE)
        found = True
    if not found:
        yield _part(of, _OTHER, "", _AS_MADE)


def _first_other(before: str, after: str) -> tuple[str, str]:
    """Cut out the first words that differ."""
    old, new = before.split(), after.split()
    for kind, a, b, c, d in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind != "equal":
            shown = (" ".join(old[a:b]), " ".join(new[c:d]))
            return shown[0][:_SHOWN] or "—", shown[1][:_SHOWN] or "—"
    return "—", "—"


def _part(of: Certificate, part: Text, seen: str, expected: Text) -> Problem:
    return problem(
        "certificate-not-as-made",
        Location(of.name),
        participant=of.claim.participant.code,
        seen=seen,
        part=part,
        expected=expected,
    )
