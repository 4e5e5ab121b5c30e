"""Look in a document's own text for the number, the date and the year of its form.

Case, accents and spaces do not count, nor which dash or stroke was used. The parts of
a number must follow each other whole, so that ``12/KEP/2024`` is not found in
``112/KEP/2024``; leading zeros are free, and a month may be Roman in one place and
Arabic in the other (``188/7/VI/2024`` and ``188/7/6/2024``), in any part but the first.
A number of one part, such as ``7``, must stand after the word *nomor*. A date is found
in figures, day first, or with its month's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal, TypeAlias

from scorecard.evidence.dates import read_date
from scorecard.evidence.folding import folded
from scorecard.model import Evidence, TextCheck
from scorecard.wording import Text

What: TypeAlias = Literal["number", "date", "year"]

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MONTHS = {roman: number for number, roman in enumerate(_ROMAN, start=1)}
_PART = re.compile(r"[^\W_]+")
_LABEL = re.compile(r"^(?:(?:sk|surat keputusan|keputusan|nomor|no|number)\b[ .:]*)+")
_AFTER_LABEL = r"(?:nomor|no|number)[\W_]{0,9}"
_DATE = re.compile(
    r"(?<!\d)(\d{1,2}) ?[-./ ] ?([a-z]{3,9}|\d{1,2})[.]? ?[-./ ] ?(\d{4})(?!\d)"
)
_ISO = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_LEAST_LETTERS = 20
_LONGEST_NUMBER = 200


@dataclass(frozen=True, slots=True)
class Sought:
    """What the form says under `field`, to be found as `what`."""

    field: str
    what: What
    title: Text
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in the text, whether there is any, and how many pages were read.

    Reading ends as soon as all is found, so that `pages` may be fewer than there are.
    """

    checks: tuple[TextCheck, ...]
    text: bool
    pages: int


def look(pages: Iterable[str], sought: Sequence[Sought]) -> Looked:
    """Go through the pages until all is found; a document with no text says so."""
    found: dict[int, int] = {}
    letters = number = 0
    for number, page in enumerate(pages, start=1):
        text = _plain(page)
        letters += sum(map(str.isalnum, text))
        for place, each in enumerate(sought):
            if place not in found and _stands_in(text, each):
                found[place] = number
        if letters >= _LEAST_LETTERS and len(found) == len(sought):
            break
    has_text = letters >= _LEAST_LETTERS or bool(found)
    checks = (
        _check(each, found.get(place), has_text=has_text)
        for place, each in enumerate(sought)
    )
    return Looked(tuple(checks), has_text, number)


def unread(sought: Iterable[Sought]) -> tuple[TextCheck, ...]:
    """Say of a picture or another file without readable text that nobody looked."""
    return tuple(_check(each, None, has_text=False) for each in sought)


def _check(sought: Sought, page: int | None, *, has_text: bool) -> TextCheck:
    outcome: Literal["found", "not_found", "no_text"] = "no_text"
    if has_text:
        outcome = "found" if page else "not_found"
    shown = sought.evidence.shown
    return TextCheck(sought.field, sought.what, shown, outcome, page)


def _plain(text: str) -> str:
    return folded(text.replace("\N{SOFT HYPHEN}", ""))


def _stands_in(text: str, sought: Sought) -> bool:
    match sought.evidence.value:
        case date() as day if sought.what == "year":
            return bool(re.search(rf"(?<!\d){day.year}(?!\d)", text))
        case date() as day:
            return day in _dates_in(text)
        case str() as number:
            pattern = _pattern(number)
            return bool(pattern and re.search(pattern, text))
        case _:
            return False


def _dates_in(text: str) -> Iterator[date]:
    written = [f"{day}-{month}-{year}" for day, month, year in _DATE.findall(text)]
    for each in (*written, *_ISO.findall(text)):
        if day := read_date(each):
            yield day


def _pattern(number: str) -> str:
    """Write a declared number as the expression that finds it; none for no number."""
    parts = _PART.findall(_LABEL.sub("", _plain(number))[:_LONGEST_NUMBER])
    if not parts:
        return ""
    pattern = _joined(parts)
    if len(parts) == 1 and parts[0].isdecimal():
        pattern = _AFTER_LABEL + pattern
    return rf"(?<![^\W_]){pattern}(?![^\W_])"


def _joined(parts: Sequence[str]) -> str:
    """Join parts by signs or spaces; a letter next to a figure may touch it."""
    pattern = _spelled(parts[0])
    for before, part in pairwise(parts):
        least = 1 if before[-1].isdecimal() == part[0].isdecimal() else 0
        pattern += rf"[\W_]{{{least},12}}{_either(part)}"
    return pattern


def _either(part: str) -> str:
    """Spell a part; a month also in the other kind of figures."""
    number = int(part) if part.isdecimal() else _MONTHS.get(part, 0)
    if not 1 <= number <= len(_ROMAN):
        return _spelled(part)
    return f"(?:{_spelled(_ROMAN[number - 1])}|0*{_spelled(str(number))})"


def _spelled(part: str) -> str:
    """Allow a space between any two signs: a PDF often has one where none is seen."""
    zeros = "0*" if part.isdecimal() else ""
    signs = part.lstrip("0") if zeros else part
    return zeros + " ?".join(map(re.escape, signs or "0"))
