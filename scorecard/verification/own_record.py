"""Verify one participant's record by itself: all that a government needs to hold.

The record is a file of ``records/``, or what a rapor or a certificate carries. Nothing
of the other participants is asked for; a root that was announced is all it takes.
"""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.errors import Location, Problem
from scorecard.sealing import Proven, check_attachment
from scorecard.verification.claims import Claim, claim_of
from scorecard.verification.pdf_parts import RECORD, pdf_parts
from scorecard.verification.problems import problem
from scorecard.verification.results_seal import WHY

_PDF = b"%PDF-"


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What a record proves; `proven` and `claim` are None if it proves nothing.

    `is_page` says that it came out of a PDF, whose page was not compared; `root_known`
    that it was held against a root known from elsewhere.
    """

    problems: tuple[Problem, ...]
    proven: Proven | None = None
    claim: Claim | None = None
    is_page: bool = False
    root_known: bool = False

    @property
    def holds(self) -> bool:
        """Nothing speaks against it."""
        return not self.problems


def check_record(name: str, content: bytes, root: str) -> OwnRecord:
    """Work out the root from the record; an empty `root` leaves it to be compared."""
    here, is_page = Location(name), content.startswith(_PDF)
    attached = _attached(content) if is_page else content
    if attached is None:
        return OwnRecord((problem("record-absent", here),))
    proven = check_attachment(attached)
    if not isinstance(proven, Proven):
        return OwnRecord((problem("record-refused", here, why=WHY[proven]),))
    claim = claim_of(proven.record)
    if claim is None:
        return OwnRecord((problem("record-refused", here, why=WHY["form"]),))
    root = root.lower()
    other = problem("root-other", here, seen=proven.root, root=root)
    problems = () if root in ("", proven.root) else (other,)
    return OwnRecord(problems, proven, claim, is_page, bool(root))


def _attached(content: bytes) -> bytes | None:
    parts = pdf_parts(content)
    return parts.attached(RECORD) if parts else None
