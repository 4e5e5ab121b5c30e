"""Read OpenDocument spreadsheets (.ods): one pass over content.xml, repeats bounded.

Fast readers blank its error cells and unfold repeated cells before anyone can count
them; here a repeat is counted before it is unfolded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from scorecard.errors import Location, Problem
from scorecard.evidence.archive import Archive
from scorecard.evidence.cells import CellError, Position, Row, Sheet, Value, Workbook
from scorecard.evidence.folding import cleaned
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.problems import problem
from scorecard.evidence.unread import AREA, PROTECTED, at_most, unreadable
from scorecard.evidence.xml_part import broken, parse_events, safe_xml
from scorecard.wording import Text

_TEXT = Text("panjang teks satu sel (karakter)", "length of a text in a cell")
_MANIFEST = "META-INF/manifest.xml"
_SHEETS = Text("jumlah lembar", "sheets")
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")
_DURATION = re.compile(
    r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?"
)
_DECIMALS = re.compile(r"[.,](\d+)\s*%")
# Texts in these are no part of a cell's value.
_APART = frozenset(
    {"annotation", "shapes", "tracked-changes", "forms", "desc", "title"}
)


def read_ods(archive: Archive, file: str) -> Workbook:
    """Read all sheets; raises UnreadError for what is damaged or beyond a limit."""
    names = archive.entries
    if _MANIFEST in names and b"encryption-data" in archive.part(_MANIFEST):
        raise unreadable(PROTECTED)
    if "content.xml" not in names:
        raise broken("content.xml")
    reader = _Content()
    part = safe_xml(archive.part("content.xml"))
    parse_events(part, reader.started, reader.ended, reader.text)
    sheets = tuple(
        Sheet(
            file=file,
            name=cleaned(table.name),
            rows=table.rows,
            formats=table.formats,
            formulas=table.formulas,
            merged=tuple(table.merged),
            hidden=table.style in reader.hidden,
        )
        for table in reader.tables
    )
    macros = any(name.startswith(("Basic/", "Scripts/")) for name in names)
    return Workbook(file, sheets, tuple(_notes(file, sheets, macros=macros)))


@dataclass(slots=True)
class _Table:
    """A sheet as far as it was read; trailing blanks never become rows."""

    name: str
    style: str
    row: int = 1
    column: int = 1
    width: int = 0
    rows: list[Row] = field(default_factory=list)
    cells: list[Value] = field(default_factory=list)
    formats: dict[Position, str] = field(default_factory=dict)
    formulas: dict[Position, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Content:
    """Where the parser is in content.xml, and the tables found so far."""

    tables: list[_Table] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    area: int = 0
    style: str = ""
    apart: int = 0
    row: Mapping[str, str] = field(default_factory=dict)
    cell: Mapping[str, str] | None = None
    lines: list[str] = field(default_factory=list)
    nested: int = 0

    def started(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element."""
        if self.apart or name in _APART:
            self.apart += 1
            return
        own = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        match name:
            case "style":
                self.style = own.get("name", "")
            case "table-properties" if own.get("display") == "false":
                self.hidden.add(self.style)
            case "table":
                self._open_table(own)
            case "table-row" if self.nested == 1:
                self.row = own
            case "table-cell" | "covered-table-cell" if self.nested == 1:
                # calcext:value-type says more than office:value-type.
                kind = attributes.get("office:value-type", own.get("value-type", ""))
                error = attributes.get("calcext:value-type", "")
                self.cell = own | {"calcext": error, "value-type": kind}
                self.lines = []
            case _:
                self._started_text(name, own)

    def _started_text(self, name: str, own: Mapping[str, str]) -> None:
        match name:
            case "p" if self.cell is not None:
                self.lines.append("")
            case "s":
                self.text(" " * min(_count(own, "c"), 1_000))
            case "tab":
                self.text("\t")
            case "line-break":
                self.text("\n")

    def text(self, text: str) -> None:
        """Take in text; only that of a cell's paragraphs matters."""
        if self.cell is not None and self.lines and not self.apart:
            at_most(LIMITS.text, len(self.lines[-1]) + len(text), _TEXT)
            self.lines[-1] += text

    def ended(self, name: str) -> None:
        """Take in the end of an element."""
        if self.apart:
            self.apart -= 1
            return
        match name:
            case "table":
                self.nested -= 1
            case "table-row" if self.nested == 1:
                self._close_row()
            case "table-cell" | "covered-table-cell" if self.nested == 1:
                self._close_cell()

    def _open_table(self, own: Mapping[str, str]) -> None:
        self.nested += 1
        if self.nested == 1:
            self.tables.append(_Table(own.get("name", ""), own.get("style-name", "")))
            at_most(LIMITS.sheets, len(self.tables), _SHEETS)

    def _close_cell(self) -> None:
        if self.cell is None or not self.tables:
            return
        table, own = self.tables[-1], self.cell
        repeated = _count(own, "number-columns-repeated")
        shown = "\n".join(self.lines)
        value = _value(own, shown)
        if value is not None:
            self._check(table, table.row, table.column + repeated - 1)
            table.cells += [None] * (table.column - 1 - len(table.cells))
            table.cells += [value] * repeated
        place = (table.row, table.column)
        if "formula" in own:
            table.formulas[place] = own["formula"].partition(":=")[2] or own["formula"]
        if own["value-type"] == "percentage" and value is not None:
            decimals = _DECIMALS.search(shown)
            code = "0." + "0" * len(decimals[1]) if decimals else "0"
            for column in range(table.column, table.column + repeated):
                table.formats[table.row, column] = code + "%"
        self._merge(own, table)
        table.column += repeated
        self.cell = None

    def _merge(self, own: Mapping[str, str], table: _Table) -> None:
        down = _count(own, "number-rows-spanned")
        right = _count(own, "number-columns-spanned")
        if down * right > 1:
            last = (table.row + down - 1, table.column + right - 1)
            table.merged.append((table.row, table.column, *last))

    def _close_row(self) -> None:
        table = self.tables[-1]
        repeated = _count(self.row, "number-rows-repeated")
        if table.cells:
            last = table.row + repeated - 1
            self._check(table, last, len(table.cells))
            table.rows += [[]] * (table.row - 1 - len(table.rows))
            table.rows += [table.cells] * repeated
            self._repeat_formats(table, repeated)
        table.row += repeated
        table.column = 1
        table.cells = []

    def _repeat_formats(self, table: _Table, repeated: int) -> None:
        for column in range(1, len(table.cells) + 1):
            if repeated > 1 and (code := table.formats.get((table.row, column))):
                for row in range(table.row + 1, table.row + repeated):
                    table.formats[row, column] = code

    def _check(self, table: _Table, row: int, column: int) -> None:
        table.width = max(table.width, column)
        others = sum(len(each.rows) * each.width for each in self.tables[:-1])
        at_most(LIMITS.cells, others + row * table.width, AREA, cleaned(table.name))


def _count(own: Mapping[str, str], name: str) -> int:
    text = own.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 10 else 1


def _value(own: Mapping[str, str], shown: str) -> Value:
    if own["calcext"] == "error" or ("formula" in own and _ERROR.fullmatch(shown)):
        return CellError(shown)
    match own["value-type"]:
        case "float" | "percentage" | "currency":
            return _number(own.get("value", ""))
        case "boolean":
            return own.get("boolean-value") == "true"
        case "date":
            return _moment(own.get("date-value", ""))
        case "time":
            return _duration(own.get("time-value", ""))
        case "string":
            return cleaned(own.get("string-value") or shown) or None
        case _:
            return CellError("") if "formula" in own else (cleaned(shown) or None)


def _number(text: str) -> float | str | None:
    try:
        return float(text)
    except ValueError:
        return cleaned(text) or None


def _moment(text: str) -> datetime | str | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return cleaned(text) or None


def _duration(text: str) -> time | timedelta | str | None:
    match = _DURATION.fullmatch(text)
    if match is None:
        return cleaned(text) or None
    days, hours, minutes, seconds = (int(each or 0) for each in match.groups()[1:5])
    micro = int((match[6] or "0")[:6].ljust(6, "0"))
    if match[1] or days or hours >= 24 or minutes >= 60 or seconds >= 60:
        try:
            length = timedelta(days, seconds, micro, 0, minutes, hours)
        except OverflowError:
            return text
        return -length if match[1] else length
    return time(hours, minutes, seconds, micro)


def _notes(file: str, sheets: tuple[Sheet, ...], *, macros: bool) -> Iterator[Problem]:
    if macros:
        yield problem("workbook-macros-not-run", Location(file))
    for sheet in sheets:
        if sheet.hidden:
            yield problem("sheet-hidden", Location(file, sheet.name))
