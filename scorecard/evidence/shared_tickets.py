"""Tickets that several participants sent: no Tracking ID belongs to two governments.

The only comparison of exports with each other. An export travels as the numbers of its
Tracking IDs and rows, sixteen bytes a ticket, so that a season of a million fits.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from scorecard.errors import Location, Problem
from scorecard.evidence.problems import counted, listed_rows, problem
from scorecard.evidence.tickets import Export
from scorecard.evidence.workbook import column_letters
from scorecard.model import Participant
from scorecard.wording import Text, same, say

_MOST_NAMES = 5
_NO_NUMBER = 1 << 63
_MOST_DIGITS = 19


@dataclass(frozen=True, slots=True)
class TicketIds:
    """The Tracking IDs of the tickets that count, as numbers, and their rows."""

    file: str
    sheet: str
    column: str
    rows: bytes
    ids: bytes


def ticket_ids(export: Export | None) -> TicketIds | None:
    """Pack the Tracking IDs of an export; nothing where there is none."""
    if export is None or not export.tickets:
        return None
    rows = array("Q", [ticket.row for ticket in export.tickets])
    ids = array("Q", _numbers([ticket.id for ticket in export.tickets]))
    letters = column_letters(export.columns["tracking_id"])
    sheet = export.sheet
    return TicketIds(sheet.file, sheet.name, letters, rows.tobytes(), ids.tobytes())


def shared_tickets(
    sent: Iterable[tuple[Participant, TicketIds]],
) -> tuple[Problem, ...]:
    """Report to each participant its tickets that another one sent as well."""
    exports = {sender.code: (sender, ids) for sender, ids in sent}
    shared = _shared(ids for _, ids in exports.values())
    if not shared:
        return ()
    owners: dict[int, list[str]] = {}
    for code, (_, ids) in exports.items():
        for number in shared.intersection(_unpacked(ids.ids)):
            owners.setdefault(number, []).append(code)
    names = {code: sender.name for code, (sender, _) in exports.items()}
    problems = []
    for code, (_, ids) in exports.items():
        numbers = zip(_unpacked(ids.rows), _unpacked(ids.ids), strict=True)
        rows = {row: owners[number] for row, number in numbers if number in shared}
        if rows:
            found = _of_rows(ids, rows, {**names, code: ""})
            problems.append(replace(found, participant=code))
    return tuple(problems)


def _shared(exports: Iterable[TicketIds]) -> set[int]:
    seen: set[int] = set()
    shared: set[int] = set()
    for ids in exports:
        own = set(_unpacked(ids.ids))
        shared |= own & seen
        seen |= own
    return shared


def _of_rows(
    ids: TicketIds, rows: Mapping[int, list[str]], names: Mapping[str, str]
) -> Problem:
    """Name the rows and the others who sent them; one's own name is empty."""
    codes = sorted({code for owners in rows.values() for code in owners if names[code]})
    others: tuple[Text, ...] = tuple(same(names[code]) for code in codes[:_MOST_NAMES])
    if (rest := len(codes) - _MOST_NAMES) > 0:
        others = (*others, say("{n} peserta lain", "{n} other participants", n=rest))
    numbers = sorted(rows)
    cells = f"{ids.column}{numbers[0]}"
    if len(numbers) > 1:
        cells += f":{ids.column}{numbers[-1]}"
    return problem(
        "ticket-shared",
        Location(ids.file, ids.sheet, cells),
        others=others,
        count=counted(numbers),
        rows=listed_rows(numbers),
    )


def _numbers(tracking_ids: list[str]) -> Iterable[int]:
    """Give a number for each ID; in nearly every export all of them are numbers."""
    digits = "".join(tracking_ids)
    plain = digits.isascii() and digits.isdigit()
    # 0012 and 12 are two IDs, but one number.
    plain = plain and "0" not in {each[0] for each in tracking_ids}
    if plain and max(map(len, tracking_ids)) < _MOST_DIGITS:
        return map(int, tracking_ids)
    return map(_number, tracking_ids)


def _number(tracking_id: str) -> int:
    """Give a number for an ID: its own, or that of its digest."""
    plain = tracking_id.isascii() and tracking_id.isdigit()
    if plain and len(tracking_id) < _MOST_DIGITS and tracking_id[0] != "0":
        return int(tracking_id)
    digest = blake2b(tracking_id.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big") | _NO_NUMBER


def _unpacked(packed: bytes) -> array[int]:
    numbers = array("Q")
    numbers.frombytes(packed)
    return numbers
