"""Count each office's tickets by status, from the dispositions in the export."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from scorecard.evidence.offices import UNASSIGNED
from scorecard.evidence.tickets import Export
from scorecard.model import OfficeLoad, StatusCount
from scorecard.rubric.nouns import Rubric

_LONGEST_NAME = 120
_HIDDEN = "(teks panjang, tidak ditampilkan)"


def office_loads(export: Export | None, rubric: Rubric) -> tuple[OfficeLoad, ...]:
    """Give the offices in the order of their names; none without such a column.

    Tickets that were not passed on to an office stand under `UNASSIGNED`. Those whose
    status is not known are in `received` only.
    """
    if export is None or "office" not in export.columns:
        return ()
    counts: dict[str, Counter[str]] = {}
    pairs = Counter(map(attrgetter("office", "status"), export.tickets))
    for (name, status), count in pairs.items():
        office = name or UNASSIGNED
        # What is too long for an office's name may be a citizen's text.
        office = office if len(office) <= _LONGEST_NAME else _HIDDEN
        counts.setdefault(office, Counter())[status] += count
    statuses = [each.id for each in rubric.tickets.statuses] if rubric.tickets else []
    return tuple(_load(office, counts[office], statuses) for office in sorted(counts))


def _load(office: str, numbers: Counter[str], statuses: list[str]) -> OfficeLoad:
    return OfficeLoad(
        office=office,
        received=numbers.total(),
        statuses=tuple(
            StatusCount(status, numbers[status])
            for status in statuses
            if numbers[status]
        ),
    )
