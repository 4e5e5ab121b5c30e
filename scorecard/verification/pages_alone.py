"""Check certificates that were not made again: by the records that they carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from scorecard.errors import Location, Problem
from scorecard.sealing.register import Register
from scorecard.verification.certificate import check_certificate
from scorecard.verification.problems import problem
from scorecard.verification.stored import Stored


def page_problems(of: Stored, root: str) -> Iterator[Problem]:
    """Name each certificate whose page or record is not of the results of this root.

    It needs no look and no engine, and sees what `certificate verify` sees by itself.
    """
    for path in sorted(of.listed):
        is_certificate = path.startswith("certificates/") and path.endswith(".pdf")
        content = of.content(path) if is_certificate else None
        if content is not None and path not in of.altered:
            yield from _of_one((path, content), root)


def _of_one(file: tuple[str, bytes], root: str) -> Iterator[Problem]:
    path, content = file
    here = Location(path)
    checked = check_certificate(Path(path), content, Register())
    for each in checked.problems:
        yield replace(each, location=here)
    opened = checked.certificate
    if opened is not None and opened.proven.root != root:
        yield problem(
            "record-of-other-results",
            here,
            participant=opened.claim.participant.code,
            seen=opened.proven.root,
            root=root,
        )
