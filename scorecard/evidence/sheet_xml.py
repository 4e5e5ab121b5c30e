"""What a fast reader does not tell of a sheet: errors, formulas, formats, its extent.

Where a part is written the way that all common programs write, the few cells that
stand out are searched for, which takes a tenth of the time; else it is looked at
element by element. Of a small part every byte is held against that way first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import chain

from scorecard.evidence.cells import Position, position
from scorecard.evidence.late_formulas import LateFormulas
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.long_sheet import ShortSheet, frame_of_plain, shortened
from scorecard.evidence.plain_sheet import frame_of
from scorecard.evidence.xml_part import parse_events, well_formed

_DEFAULT_NAMESPACE = re.compile(
    rb"<worksheet\b[^>]*\sxmlns=[\"'][^\"']*/(?:spreadsheetml/2006/main|"
    rb"spreadsheetml/main)[\"']"
)
# Whatever cell is not <c r="A1"...> up to column AZ and row 99,999.
_STANDS_OUT = re.compile(rb'<c(?:[^ A-Za-z]| (?!r="A?[A-Z][0-9]{1,5}"[ />]))')
_CELL = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"([^>]*)>')
_FORMULA = re.compile(rb"<f\b([^>]*?)(?:/>|>(.*?)</f>)", re.DOTALL)
_VALUE = re.compile(rb"<v\b[^>]*>([^<]*)</v>")
# Texts and blanks show no number, whatever their style.
_STYLED = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"(?![^>]*(?:/>|></c>| t="(?:s|str|inlineStr)"))'
    rb'[^>]*? s="([0-9]{1,7})"'
)
_TEXTS = frozenset({"s", "str", "inlineStr"})
_FEW_STYLES = 16
_MERGED = re.compile(rb'<mergeCell\s+ref="([A-Z0-9:]+)"')
# A compiled pattern finds these in half the time that `in` takes.
_SHARED = re.compile(rb' t="s"')
_SHORTEST_SHARED = len(b'<c r="A1" t="s"><v>0</v></c>')
_ERROR = re.compile(rb' t="e"')
_FORMULA_START = re.compile(rb"<f")
# In a plain part: a formula of no other kind than a number, and nothing in its value.
_LOST = re.compile(
    rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,7}")?(?: t="n")?>'
    rb"<f(?: [^<>]*)?(?:/>|>[^<]*</f>)(?:</c>|<v(?: [^<>]*)?(?:/>|></v>))"
)


@dataclass(slots=True)
class SheetScan:
    """The filled extent counted from 1, and what stands out, by position.

    `lost` are formulas that were never calculated. `styles` are the style numbers of
    cells with a number, for those styles that were asked for; `texts` counts cells of
    shared texts, or is what fits into a large plain part at most.
    """

    last_row: int = 0
    last_column: int = 0
    texts: int = 0
    errors: dict[Position, str] = field(default_factory=dict)
    noted: dict[Position, str] = field(default_factory=dict)
    late: LateFormulas | None = None
    lost: set[Position] = field(default_factory=set)
    styles: dict[Position, int] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)

    @property
    def formulas(self) -> Mapping[Position, str]:
        """Give the formulas: those noted in passing, or all that come late."""
        return self.noted if self.late is None else self.late


def scan_sheet(part: bytes, styles: Collection[int]) -> SheetScan:
    """Scan a safe worksheet part; raises UnreadError if it is broken or too deep."""
    # Style 0 is also that of cells which name none.
    if 0 in styles:
        return _Whole(frozenset(styles)).scan(part)
    small = len(part) <= LIMITS.whole_scan
    if not small and (frame := frame_of_plain(part)) is not None:
        # Rows outside of the table are none of these.
        return _around(frame, part, styles) or _Whole(frozenset(styles)).scan(part)
    plain = _plain(part, styles, small=small)
    if plain is not None:
        return plain
    if not small:
        # The fast reader overlooks that an element is closed by another's name.
        well_formed(part)
    if small or not _is_common(part):
        return _Whole(frozenset(styles)).scan(part)
    special = _has_special(part)
    if special and b"<!" in part:
        # What was found might stand in a comment.
        return _Whole(frozenset(styles)).scan(part)
    return _searched(part, styles, special=special)


def scan_long(
    part: bytes, styles: Collection[int], most: int
) -> tuple[SheetScan, ShortSheet] | None:
    """Scan a large part whose rows are taken for plain until they are read.

    None if a cell needs a look of its own all the same, or if its area might exceed so
    many cells: then it is measured.
    """
    if len(part) <= LIMITS.whole_scan or 0 in styles:
        return None
    short = shortened(part)
    if short is None or short.most_cells > most:
        return None
    scan = _around(short.frame, part, styles)
    return None if scan is None or scan.styles else (scan, short)


def _around(frame: bytes, part: bytes, styles: Collection[int]) -> SheetScan | None:
    """Look at all that stands around plain rows; of these only styles are searched.

    None if rows stand outside of the table.
    """
    around = _Whole(frozenset())
    scan = around.scan(frame)
    if around.place != (0, 0):
        return None
    scan.texts = len(part) // _SHORTEST_SHARED
    _search_styles(part, styles, scan)
    return scan


def _plain(part: bytes, styles: Collection[int], *, small: bool) -> SheetScan | None:
    """Search a part that is plain; its frame is looked at whole all the same."""
    frame = frame_of(part)
    if frame is None:
        return None
    around = _Whole(frozenset())
    merged = around.scan(frame).merged
    if around.place != (0, 0):
        return None  # cells or rows outside of the table
    if small:
        well_formed(part)
    # Formulas come late, unless some were never calculated: then each is looked at.
    late = _LOST.search(part) is None
    scan = _searched(part, styles, special=not late or bool(_ERROR.search(part)))
    if late and _FORMULA_START.search(part):
        scan.late = LateFormulas(part)
    scan.merged = merged
    return scan


def _is_common(part: bytes) -> bool:
    if not _DEFAULT_NAMESPACE.search(part[:4096]):
        return False
    start, end = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
    return 0 <= start < end and _STANDS_OUT.search(part, start, end) is None


def _searched(
    part: bytes, styles: Collection[int], *, special: bool = True
) -> SheetScan:
    scan = SheetScan()
    if _SHARED.search(part):
        scan.texts = part.count(_SHARED.pattern)
    if special:
        _search_special(part, scan)
    _search_styles(part, styles, scan)
    merged = _MERGED.finditer(part, max(0, part.rfind(b"</sheetData>")))
    scan.merged += [each[1].decode() for each in merged]
    return scan


def _search_styles(part: bytes, styles: Collection[int], scan: SheetScan) -> None:
    few = len(styles) <= _FEW_STYLES
    if few and not any(b' s="%d"' % style in part for style in styles):
        return
    wanted = set(styles)
    for match in _STYLED.finditer(part):
        style = int(match[2])
        if style in wanted and (place := position(match[1].decode())):
            scan.styles[place] = style


def _has_special(part: bytes) -> bool:
    return bool(_ERROR.search(part) or _FORMULA_START.search(part))


def _search_special(part: bytes, scan: SheetScan) -> None:
    # One pattern for both would be ten times slower.
    for match in chain(_ERROR.finditer(part), _FORMULA_START.finditer(part)):
        start = part.rfind(b"<c ", 0, match.start() + 1)
        if start < 0:
            continue
        cell = _CELL.match(part, start)
        empty = cell is not None and cell[2].endswith(b"/")
        done = cell.end() if cell and empty else part.find(b"</c>", start)
        place = position(cell[1].decode()) if cell else None
        if cell is None or place is None or done < 0:
            continue
        _note_special(cell[2], part[cell.end() : done], place, scan)


def _note_special(
    attributes: bytes, inside: bytes, place: Position, scan: SheetScan
) -> None:
    value = _VALUE.search(inside)
    if b' t="e"' in attributes:
        scan.errors[place] = unescape(value[1].decode()) if value else ""
    if formula := _FORMULA.search(inside):
        scan.noted[place] = unescape((formula[2] or b"").decode(errors="replace"))
        if (value is None or not value[1]) and b" t=" not in attributes.replace(
            b' t="n"', b""
        ):
            scan.lost.add(place)


class _Whole:
    """Every element of a part, in order; the state of the cell that is open."""

    def __init__(self, styles: Collection[int]) -> None:
        self.found = SheetScan()
        self.styles = styles
        self.row = 0
        self.place: Position = (0, 0)
        self.kind = ""
        self.style = 0
        self.value: list[str] = []
        self.formula: list[str] | None = None
        self.inside = ""
        self.inline = False

    def scan(self, part: bytes) -> SheetScan:
        parse_events(part, self._started, self._ended, self._text)
        return self.found

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "c":
                self._open(attributes)
            case "row":
                number = attributes.get("r", "")
                self.row = int(number) if number.isdecimal() else self.row + 1
                self.place = (self.row, 0)
            case "f" if self.formula is None:
                self.formula = []
                self.inside = name
            case "v":
                self.inside = name
            case "is":
                self.inline = True
            case "mergeCell":
                self.found.merged.append(attributes.get("ref", ""))

    def _open(self, attributes: Mapping[str, str]) -> None:
        following = (self.row or 1, self.place[1] + 1)
        self.place = position(attributes.get("r", "").upper()) or following
        self.kind = attributes.get("t", "n")
        style = attributes.get("s", "0")
        self.style = int(style) if style.isdecimal() else 0
        self.value = []
        self.formula = None
        self.inline = False

    def _text(self, text: str) -> None:
        if self.inside == "v":
            self.value.append(text)
        elif self.inside == "f" and self.formula is not None:
            self.formula.append(text)

    def _ended(self, name: str) -> None:
        if name == self.inside:
            self.inside = ""
        if name == "c":
            self._close()

    def _close(self) -> None:
        found, place, value = self.found, self.place, "".join(self.value)
        if value or self.inline or self.kind == "e" or self.formula is not None:
            found.last_row = max(found.last_row, place[0])
            found.last_column = max(found.last_column, place[1])
        found.texts += self.kind == "s"
        if self.kind == "e":
            found.errors[place] = value
        if self.formula is not None:
            found.noted[place] = "".join(self.formula)
            if not value and self.kind == "n":
                found.lost.add(place)
        shown = value or self.formula is not None
        if shown and self.style in self.styles and self.kind not in _TEXTS:
            found.styles[place] = self.style
