"""Why a file is not read: raised by whoever finds out, made a Problem in one place."""

from __future__ import annotations

from scorecard.errors import Location, Problem
from scorecard.evidence.problems import problem
from scorecard.wording import Spoken, Text

DAMAGED = Text("berkas terpotong atau rusak", "the file is cut short or damaged")
EMPTY = Text("berkas kosong", "the file is empty")
AREA = Text(
    "sel dari A1 sampai sel terisi terakhir", "cells from A1 to the last filled one"
)
PROTECTED = Text("berkas dilindungi kata sandi", "the file is protected by a password")


class UnreadError(Exception):
    """A file, or a part of it, will not be read; carries the words of the Problem."""

    def __init__(self, code: str, sheet: str = "", **figures: Spoken) -> None:
        super().__init__(code)
        self.code = code
        self.sheet = sheet
        self.figures = figures

    def problem(self, file: str) -> Problem:
        """Make the Problem of this file."""
        place = Location(file, self.sheet)
        return problem(self.code, place, seen="", **self.figures)


def unreadable(reason: Text) -> UnreadError:
    """The file is damaged, protected or no workbook."""
    return UnreadError("workbook-unreadable", reason=reason)


def unsafe(reason: Text) -> UnreadError:
    """The file is built as no program that saves workbooks builds it."""
    return UnreadError("workbook-unsafe", reason=reason)


def at_most(most: int, found: int, what: Text, sheet: str = "") -> None:
    """Raise UnreadError if a figure exceeds its limit."""
    if found > most:
        figures: dict[str, Spoken] = {"what": what, "found": found, "most": most}
        raise UnreadError("workbook-too-large", sheet, **figures)
