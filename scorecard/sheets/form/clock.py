"""How far a participant's clock is ahead of the export's, which is UTC."""

from __future__ import annotations

from datetime import date, time

from scorecard.evidence.dates import local_day
from scorecard.evidence.regions import regions

_DAY = date(2025, 1, 1)


def hours_of(code: str) -> int:
    """Give 7, 8 or 9 by the code's province, as the reader of exports does."""
    for hours in (9, 8):
        if local_day(_DAY, time(24 - hours), code) > _DAY:
            return hours
    return 7


def hours_typed(code: str) -> str:
    """Write the hours by the code that is typed into a blank form."""
    expression = "7"
    provinces = sorted({each[:2] for each in regions()})
    for hours in (8, 9):
        those = ",".join(each for each in provinces if hours_of(each) == hours)
        found = f'ISNUMBER(FIND(","&LEFT({code},2)&",",",{those},"))'
        expression = f"IF({found},{hours},{expression})"
    return f"IF(LEN({code})<2,7,{expression})"
