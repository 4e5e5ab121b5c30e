"""The register of certificates in a folder, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from scorecard import refusals
from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.export import write_alone
from scorecard.folder import locked
from scorecard.sealing.register import (
    HEAD,
    REGISTER,
    BrokenRegister,
    Entry,
    Fault,
    Register,
    read_register,
    register_files,
    with_entry,
)
from scorecard.verification.problems import problem
from scorecard.verification.stored import content_of
from scorecard.wording import Text

_WHY: Mapping[Fault, Text] = {
    "unreadable": Text(
        "sebuah baris bukan catatan yang utuh", "a line is no whole entry"
    ),
    "altered": Text("sebuah baris diubah", "a line was altered"),
    "unchained": Text(
        "sebuah baris tidak bersambung dengan baris sebelumnya; ada baris yang "
        "dihapus, disisipkan atau dipindah",
        "a line does not follow from the one before it; lines were deleted, put in or "
        "moved",
    ),
    "misnumbered": Text("nomor sebuah baris salah", "a line has a wrong number"),
    "shorter": Text(
        "baris di ujungnya hilang: kepalanya mencatat lebih banyak",
        "lines at its end are gone: its head counts more",
    ),
    "longer": Text(
        "ada baris yang tidak dicatat kepalanya",
        "there are lines that its head does not count",
    ),
    "headless": Text(
        "kepalanya tidak ada atau diubah", "its head is absent or was altered"
    ),
}


def register_of(folder: Path) -> Register | BrokenRegister:
    """Read the register of a results folder; without files it is empty."""
    return read_register(content_of(folder / REGISTER), content_of(folder / HEAD))


def register_problems(
    found: Register | BrokenRegister, kept_head: str = ""
) -> Iterator[Problem]:
    """Say why a register cannot be relied on; `kept_head` is one known from before."""
    if isinstance(found, BrokenRegister):
        file = REGISTER if found.line else HEAD
        place = Location(file, line=found.line)
        yield problem("register-broken", place, why=_WHY[found.fault])
    elif kept_head and not found.grown_from(kept_head.lower()):
        place = Location(REGISTER)
        yield problem("register-other", place, seen=found.head, head=kept_head)


def add_entry(folder: Path, entry: Entry) -> Register:
    """Add an entry to a folder's register, held against another run meanwhile.

    Raises ScorecardError: INTEGRITY where the register is broken, so that nothing is
    built on it; USAGE where the folder is in use or the disk refuses.
    """
    with refusals.spoken(folder), locked(folder.resolve()):
        found = register_of(folder)
        if isinstance(found, BrokenRegister):
            broken = tuple(register_problems(found))
            raise ScorecardError(ExitCode.INTEGRITY, broken)
        register = with_entry(found, entry)
        lines, head = register_files(register)
        write_alone(lines, folder / REGISTER)
        write_alone(head, folder / HEAD)
        return register
