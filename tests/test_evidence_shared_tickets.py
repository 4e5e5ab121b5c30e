"""No Tracking ID belongs to two governments; IDs are compared as they are written."""

from __future__ import annotations

import pytest

from scorecard.evidence.shared_tickets import shared_tickets, ticket_ids
from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.tickets import Export
from scorecard.evidence.workbook import Sheet
from scorecard.model import Participant

RIAU = Participant("21", "Kepulauan Riau", "provinsi", "provinsi")
KENDARI = Participant("74.71", "Kota Kendari", "kota", "kota")


def _export(*ids: str) -> Export:
    tickets = tuple(
        Ticket(row, each, None, "", "", "", None) for row, each in enumerate(ids, 12)
    )
    columns = {"tracking_id": 1}
    return Export(Sheet("t.xlsx", "T", []), columns, 12, 99, tickets, {}, ())


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, str]]:
    sent = []
    for sender, ids in ((RIAU, one), (KENDARI, other)):
        packed = ticket_ids(_export(*ids))
        assert packed is not None
        sent.append((sender, packed))
    return [(each.participant, each.location.cell) for each in shared_tickets(sent)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("12", "13"), ("0012", "14")),
        (("0", "13"), ("00", "14")),
        (("1" * 20,), ("1" * 21,)),
        (("LP-12",), ("12",)),
    ],
)
def test_ids_that_are_written_otherwise_are_others(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert _shared(one, other) == []


@pytest.mark.parametrize("same", ["12", "0012", "0", "1" * 20, "LP-12"])
def test_an_id_is_found_whatever_stands_beside_it(same: str) -> None:
    assert _shared((same, "15"), ("x", "99", same)) == [("21", "A12"), ("74.71", "A14")]
