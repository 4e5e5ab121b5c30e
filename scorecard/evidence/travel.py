"""How what was read travels from a worker: as values in order, without their names.

By itself a frozen dataclass with slots is taken apart and put together field by field
in Python, which takes four times as long; a submission holds some hundred of them.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from multiprocessing.reduction import ForkingPickler
from operator import attrgetter
from typing import Any

from scorecard.errors import Location, Problem
from scorecard.model import Evidence, OfficeLoad, SeriesItem, StatusCount
from scorecard.wording import Text

TRAVELLERS = (Evidence, Location, OfficeLoad, Problem, SeriesItem, StatusCount, Text)
"""The kinds of which a submission has many."""


@cache
def prepare_to_travel() -> None:
    """Teach this process to send the kinds of which there are many."""
    for kind in TRAVELLERS:
        ForkingPickler.register(kind, _apart)


def _apart(traveller: Any) -> tuple[type, tuple[Any, ...]]:
    kind = type(traveller)
    return kind, _values[kind](traveller)


_values = {
    kind: attrgetter(*(field.name for field in fields(kind))) for kind in TRAVELLERS
}
