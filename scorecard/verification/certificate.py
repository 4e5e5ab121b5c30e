"""Verify one certificate, offline: its record and proof, its serial, page and standing.

Alone, a certificate proves that its record belongs to a root, and that its page says
what the record says. With results.json it is also made again and compared to the last
byte: then nothing on it can have been altered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scorecard.errors import Location, Problem
from scorecard.evidence.signatures import read_signatures
from scorecard.model import FileSignature
from scorecard.sealing import Proven, check_attachment
from scorecard.sealing.register import BrokenRegister, Entry, Register
from scorecard.signing.room import fields_are_filled_as_usual
from scorecard.verification.claims import Claim, ClaimedAward, claim_of, day_of
from scorecard.verification.pdf_parts import RECORD, PdfParts, pdf_parts
from scorecard.verification.problems import problem
from scorecard.verification.register_files import register_problems
from scorecard.verification.results_seal import WHY
from scorecard.verification.shown import serials_shown, text_problems
from scorecard.wording import Text, same, say

_SOUND = frozenset({"intact", "added_to"})


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that was opened: what it claims, by which award and serial."""

    name: str
    content: bytes
    parts: PdfParts
    proven: Proven
    claim: Claim
    award: ClaimedAward
    serial: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a certificate; `certificate` is None if it proves nothing."""

    problems: tuple[Problem, ...]
    certificate: Certificate | None
    signatures: tuple[FileSignature, ...]
    compared: bool = False

    @property
    def holds(self) -> bool:
        """Nothing speaks against it."""
        return all(each.severity != "error" for each in self.problems)


def check_certificate(
    path: Path, content: bytes, register: Register | BrokenRegister
) -> Checked:
    """Check what a certificate tells by itself, and that it was not revoked."""
    signatures = read_signatures(content)
    found = [*_of_signatures(signatures, content), *register_problems(register)]
    opened = _opened(path.name, content)
    if isinstance(opened, Certificate):
        of = opened
        found += text_problems(of.parts, of.claim, of.award, of.proven)
        found += _carried(of.parts)
        found += _standing(of.serial, register)
        return Checked(placed(found, path.name), of, signatures)
    return Checked(placed((*found, opened), path.name), None, signatures)


def placed(problems: Iterable[Problem], name: str) -> tuple[Problem, ...]:
    """Say of which file problems speak that name none."""
    return tuple(
        replace(each, location=Location(name)) if not each.location.file else each
        for each in problems
    )


def _opened(name: str, content: bytes) -> Certificate | Problem:
    here = Location(name)
    parts = pdf_parts(content)
    if parts is None:
        return problem("certificate-unreadable", here)
    attached = parts.attached(RECORD)
    if attached is None:
        return problem("certificate-without-record", here)
    proven = check_attachment(attached)
    if not isinstance(proven, Proven):
        return problem("certificate-record-refused", here, why=WHY[proven])
    claim = claim_of(proven.record)
    if claim is None:
        return problem("certificate-record-refused", here, why=WHY["form"])
    serials, shown = claim.serials(proven.leaf), serials_shown(parts)
    if len(shown) != 1 or shown[0] not in serials:
        seen = ", ".join(shown) or "—"
        wanted = tuple(map(same, serials))
        return problem("certificate-serial-absent", here, seen=seen, serials=wanted)
    award = serials[shown[0]]
    return Certificate(name, content, parts, proven, claim, award, shown[0])


def _of_signatures(
    signatures: tuple[FileSignature, ...], content: bytes
) -> Iterator[Problem]:
    if signatures and not fields_are_filled_as_usual(content):
        yield problem("certificate-signature-padded", Location(""))
    for each in signatures:
        if each.integrity not in _SOUND:
            yield problem(
                "certificate-signature-broken", Location(""), summary=each.summary
            )


def _carried(parts: PdfParts) -> Iterator[Problem]:
    if parts.others:
        seen = ", ".join(parts.others)
        yield problem("certificate-carries-more", Location(""), seen=seen)


def _standing(serial: str, register: Register | BrokenRegister) -> Iterator[Problem]:
    entry = register.revoked(serial) if isinstance(register, Register) else None
    if entry is not None:
        yield problem(
            "certificate-revoked",
            Location(""),
            serial=serial,
            day=_day(entry),
            reason=_sentence(entry.reason),
            replacement=_replacement(entry),
        )


def _sentence(reason: str) -> str:
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."


def _day(entry: Entry) -> Text:
    if not entry.day:
        return Text("", "")
    return say(" pada {day}", " on {day}", day=day_of(entry.day))


def _replacement(entry: Entry) -> Text:
    if not entry.replacement:
        return Text("", "")
    return say(" Penggantinya: {new}.", " Replaced by {new}.", new=entry.replacement)
