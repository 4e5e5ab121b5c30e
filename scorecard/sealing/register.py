"""The register of certificates: what was revoked or issued again, each entry chained.

One entry a line; each carries its number, the digest of the entry before it and its
own. A second file, the head, holds how many entries there are and the last digest, so
that lines cut off at the end are missed. Whoever rewrites both files from some entry on
makes a chain that holds: that is noticed only by one who kept a head, which is why it
is shown after every entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, TypeAlias

from scorecard.sealing.canonical import Json, canonical, read_canonical

REGISTER = "certificates-register.jsonl"
HEAD = "certificates-register.head"
FORMAT = "scorecard-register/1"
START = sha256(FORMAT.encode()).hexdigest()
"""What the first entry names as the digest before it."""

Event: TypeAlias = Literal["revoked", "reissued"]
Fault: TypeAlias = Literal[
    "unreadable", "altered", "unchained", "misnumbered", "shorter", "longer", "headless"
]

_EVENTS = frozenset({"revoked", "reissued"})
_KEYS = ("number", "event", "serial", "reason", "replacement", "day", "previous")


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened to one certificate; a serial's last entry holds.

    `replacement` is the serial of the certificate that takes its place, `day` as ISO;
    both may be empty.
    """

    event: Event
    serial: str
    reason: str
    replacement: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class BrokenRegister:
    """What is wrong, and at which line, from 1; 0 when it is the head's matter."""

    fault: Fault
    line: int


@dataclass(frozen=True, slots=True)
class Register:
    """A register whose chain holds; `digests` are its entries', `head` the last one."""

    entries: tuple[Entry, ...] = ()
    digests: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """The digest that stands for the whole register."""
        return self.digests[-1] if self.digests else START

    def last(self, serial: str) -> Entry | None:
        """Find what happened last to a certificate."""
        of = (entry for entry in reversed(self.entries) if entry.serial == serial)
        return next(of, None)

    def revoked(self, serial: str) -> Entry | None:
        """Find the entry by which a certificate no longer holds."""
        last = self.last(serial)
        return last if last is not None and last.event == "revoked" else None

    def grown_from(self, head: str) -> bool:
        """Tell whether a head that was kept is this register's, or was once."""
        return head in (START, *self.digests)


def with_entry(register: Register, entry: Entry) -> Register:
    """Add an entry at the end."""
    line = _line(entry, len(register.entries) + 1, register.head)
    digests = (*register.digests, str(line["digest"]))
    return Register((*register.entries, entry), digests)


def register_files(register: Register) -> tuple[bytes, bytes]:
    """Write the register and its head."""
    previous = (START, *register.digests)
    lines = (
        canonical(_line(entry, number, previous[number - 1])) + b"\n"
        for number, entry in enumerate(register.entries, start=1)
    )
    head = {"format": FORMAT, "entries": len(register.entries), "head": register.head}
    return b"".join(lines), canonical(head) + b"\n"


def read_register(
    content: bytes | None, head: bytes | None
) -> Register | BrokenRegister:
    """Read the two files again, None for one that is absent; both absent are empty."""
    if content is None and head is None:
        return Register()
    chained = _chained(content or b"")
    if isinstance(chained, BrokenRegister):
        return chained
    fault = _of_the_head(chained, head)
    return BrokenRegister(fault, 0) if fault else chained


def _chained(content: bytes) -> Register | BrokenRegister:
    register = Register()
    for number, line in enumerate(_lines(content), start=1):
        found = _entry(line, number, register.head)
        if not isinstance(found, Entry):
            return BrokenRegister(found, number)
        register = with_entry(register, found)
    return register


def _lines(content: bytes) -> Iterator[bytes]:
    """Give the lines; a last one without its end comes with what it lacks."""
    *whole, rest = content.split(b"\n")
    yield from whole
    if rest:
        yield rest + b"\xff"


def _entry(line: bytes, number: int, previous: str) -> Entry | Fault:
    try:
        found = read_canonical(line)
    except (ValueError, RecursionError):
        return "unreadable"
    if found.keys() != {*_KEYS, "digest"} or found["event"] not in _EVENTS:
        return "unreadable"
    if not all(isinstance(each, str) for key, each in found.items() if key != "number"):
        return "unreadable"
    if found["digest"] != _digest({key: found[key] for key in _KEYS}):
        return "altered"
    if found["previous"] != previous:
        return "unchained"
    if found["number"] != number:
        return "misnumbered"
    texts = ("event", "serial", "reason", "replacement", "day")
    return Entry(*(found[key] for key in texts))


def _of_the_head(register: Register, head: bytes | None) -> Fault | None:
    if head is None:
        return "headless"
    if head == register_files(register)[1]:
        return None
    try:
        found = read_canonical(head.removesuffix(b"\n"))
        counted = int(found["entries"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return "headless"
    if counted == len(register.entries):
        return "headless"
    return "shorter" if counted > len(register.entries) else "longer"


def _line(entry: Entry, number: int, previous: str) -> Json:
    line: Json = {
        "number": number,
        "event": entry.event,
        "serial": entry.serial,
        "reason": entry.reason,
        "replacement": entry.replacement,
        "day": entry.day,
        "previous": previous,
    }
    return {**line, "digest": _digest(line)}


def _digest(line: Json) -> str:
    return sha256(canonical(line)).hexdigest()
