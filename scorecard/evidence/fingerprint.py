"""The fingerprint that a blank form carries: which rubric made it, and what it said.

A very hidden sheet `SHEET` holds rows of four cells: kind, sheet, place, value. Whoever
makes a form writes `fingerprint_rows`; `read_fingerprint` gives them back. Words are
kept as digests, so that the sheet gives nothing away and stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TypeAlias

from scorecard.evidence.folding import folded
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.once import once
from scorecard.wording import Text

SHEET = "_scorecard"
WORKING = {
    "rows": Text("Baris", "Rows"),
    "calendar": Text("Libur", "Holidays"),
}
"""Sheets that the form itself hides: the tickets' rows and the calendar."""
FORMAT = "scorecard-form/1"

Row: TypeAlias = tuple[str, str, str, str]

_ONCE = ("format", "rubric", "edition", "sha256", "meaning")
_MANY = ("label", "formula", "constant")
_DIGITS = 16
_SPELLINGS = str.maketrans("", "", " \t\r\n$'")
_PREFIXES = ("_xlfn.", "_xlws.", "com.microsoft.", "of:")


@dataclass(frozen=True, slots=True)
class FormLabel:
    """A row of the form: its sheet, its key and the words that stand beside it."""

    sheet: str
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class LockedCell:
    """A cell that nobody should change: a formula from ``=`` on, or a constant."""

    sheet: str
    cell: str
    content: str

    @property
    def kind(self) -> str:
        """The kind of its row."""
        return "formula" if self.content.startswith("=") else "constant"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a form says of its own making; digests by sheet and key, sheet and cell.

    `sha256` is of the rubric's text, as in
    results.json; `meaning` is of its nouns, so that a comment changes nothing.
    """

    rubric: str
    edition: str
    sha256: str
    meaning: str
    labels: Mapping[tuple[str, str], str]
    formulas: Mapping[tuple[str, str], str]
    constants: Mapping[tuple[str, str], str]


def fingerprint_rows(
    rubric: Rubric,
    text_sha256: str,
    labels: Iterable[FormLabel],
    locked: Iterable[LockedCell] = (),
) -> tuple[Row, ...]:
    """Give the rows for the sheet `SHEET` of a form that is being made."""
    return (
        ("format", "", "", FORMAT),
        ("rubric", "", "", rubric.id),
        ("edition", "", "", rubric.edition),
        ("sha256", "", "", text_sha256),
        ("meaning", "", "", rubric_digest(rubric)),
        *(("label", e.sheet, e.key, label_digest(e.words)) for e in labels),
        *((e.kind, e.sheet, e.cell, content_digest(e.content)) for e in locked),
    )


def read_fingerprint(rows: Iterable[Sequence[object]]) -> Fingerprint | None:
    """Read the rows of the sheet; None if they are no fingerprint of this format."""
    known: dict[str, str] = {}
    digests: dict[str, dict[tuple[str, str], str]] = {kind: {} for kind in _MANY}
    for row in rows:
        kind, sheet, place, value = _four(row)
        if kind in _ONCE:
            known[kind] = value
        elif kind in digests:
            digests[kind][sheet, place] = value
    if known.get("format") != FORMAT or not set(_ONCE) <= known.keys():
        return None
    return Fingerprint(
        rubric=known["rubric"],
        edition=known["edition"],
        sha256=known["sha256"],
        meaning=known["meaning"],
        labels=digests["label"],
        formulas=digests["formula"],
        constants=digests["constant"],
    )


@once
def rubric_digest(rubric: Rubric) -> str:
    """Digest what the rubric means, whatever its comments and its layout."""
    return sha256(rubric.model_dump_json().encode()).hexdigest()


def label_digest(words: str) -> str:
    """Digest a label; case, accents, spaces and line breaks make no difference."""
    return _digest(folded(words))


@lru_cache(maxsize=4_096)
def content_digest(content: str) -> str:
    """Digest a formula or a constant as any spreadsheet program may write it.

    Programs differ in spaces, quotes and ``$`` and put prefixes before newer functions.
    """
    plain = content.translate(_SPELLINGS).casefold()
    for prefix in _PREFIXES:
        plain = plain.replace(prefix, "")
    return _digest(plain.replace(";", ","))


def _digest(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _four(row: Sequence[object]) -> Row:
    """Take the first four cells as text; numbers come back as programs store them."""
    cells = [_text(cell) for cell in row[:4]]
    kind, sheet, place, value = (*cells, "", "", "", "")[:4]
    return kind, sheet, place, value


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
