"""What a worker read comes back as it was, and takes little time to send."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from multiprocessing.reduction import ForkingPickler
from pickletools import genops

import pytest

from scorecard.errors import Location, Problem
from scorecard.evidence.bounded import work_bounded
from scorecard.evidence.travel import TRAVELLERS, prepare_to_travel
from scorecard.model import Evidence, OfficeLoad, SeriesItem, StatusCount
from scorecard.wording import Text

PLACE = Location("a.xlsx", "R", "B7")
SAID = Text("dua", "two")
SENT = (
    PLACE,
    SAID,
    Evidence("271", "271", PLACE, SAID),
    Problem("form-missing", "error", "21", PLACE, "", SAID, SAID, SAID),
    SeriesItem(Fraction(1, 3), "info", date(2025, 2, 3)),
    StatusCount("selesai", 4),
    OfficeLoad("Dinas Contoh", 2, (StatusCount("proses", 2),)),
)


def sent(number: int) -> object:
    prepare_to_travel()
    return SENT[number]


def test_every_kind_comes_back_from_a_worker_as_it_was() -> None:
    assert {type(each) for each in SENT} == set(TRAVELLERS)
    assert work_bounded(sent, range(len(SENT)), workers=2) == list(SENT)


@pytest.mark.parametrize("traveller", SENT, ids=lambda each: type(each).__name__)
def test_no_kind_is_put_together_field_by_field(traveller: object) -> None:
    prepare_to_travel()
    packed = bytes(ForkingPickler.dumps(traveller))
    assert ForkingPickler.loads(packed) == traveller
    assert "BUILD" not in {step.name for step, _, _ in genops(packed)}
