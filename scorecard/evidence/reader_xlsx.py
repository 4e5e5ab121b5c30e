"""Read Office Open XML workbooks (.xlsx, .xlsm) through a Rust reader, checked.

The reader is python-calamine; this is the only module that knows it. On 50,000 rows of
26 columns it takes 0.9 s of processor time where openpyxl's read-only mode takes 11 s.
Its fork python-calamine-plus 0.2.0 streams the same values in 0.6 s, but takes longer
than both with errors and formulas (``rich=True``), and is the beta of one author. So
the well-kept one is used, and what it blanks is found in the XML itself (`sheet_xml`).

Neither is as fast as not making a million values of which a fifth is looked at: who
asks for it (`by_column`) has columns of a large plain sheet picked by a search in the
XML (`column_picker`). What that does not know is left to the reader.

It is handed a new archive that holds nothing but parts that were checked, under the
names that it expects: what was checked is what is read, and Strict files, odd names and
false counts are no trouble. A large file that is plain already is not built anew.
Where the reader fails, openpyxl reads the same archive.
"""

from __future__ import annotations

import gc
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from scorecard.errors import Location, Problem
from scorecard.evidence.archive import Archive
from scorecard.evidence.canonical import canonical_archive
from scorecard.evidence.cells import (
    FORM_ROWS,
    LongRows,
    Position,
    Row,
    Sheet,
    Source,
    Value,
    Workbook,
    position,
)
from scorecard.evidence.column_picker import (
    PlainSheet,
    find_texts,
    pick_columns,
    pick_rows,
)
from scorecard.evidence.completion import clean, complete, is_tidy
from scorecard.evidence.folding import cleaned
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.long_sheet import FIRST_ROWS, ShortSheet, check_rows, first_rows
from scorecard.evidence.number_formats import shown_formats, styles_of
from scorecard.evidence.odd_values import plain_values
from scorecard.evidence.package import Package, SheetPart, read_package
from scorecard.evidence.problems import problem
from scorecard.evidence.reader_openpyxl import read_with_openpyxl
from scorecard.evidence.shared_texts import check_texts, first_texts, sound_texts
from scorecard.evidence.sheet_xml import SheetScan, scan_long, scan_sheet
from scorecard.evidence.unread import AREA, UnreadError, at_most
from scorecard.evidence.xml_part import broken, safe_xml

_MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PASSED_ON = (KeyboardInterrupt, SystemExit, MemoryError, UnreadError)
_NO_STYLES = b"<styleSheet " + _MAIN + b"/>"
_NO_TEXTS = b"<sst " + _MAIN + b"/>"
_NO_ROWS = b"<worksheet " + _MAIN + b"><sheetData/></worksheet>"


@dataclass(frozen=True, slots=True)
class _Parts:
    """The checked parts of a workbook, and what was found in each sheet.

    By their numbers from 0, `short` are the large sheets that are read by column.
    """

    styles: bytes
    texts: bytes
    sheets: tuple[bytes, ...]
    scans: tuple[SheetScan, ...]
    formats: Mapping[int, str]
    dates: Collection[int]
    from_1904: bool
    untouched: bool
    is_tidy: bool
    short: Mapping[int, ShortSheet]
    plain: Mapping[int, PlainSheet]


def read_xlsx(archive: Archive, file: str, *, by_column: bool = False) -> Workbook:
    """Read all sheets; raises UnreadError for what is damaged or beyond a limit.

    `by_column`: of large plain sheets the first rows alone, all else as it is wanted.
    """
    package = read_package(archive)
    parts = _checked(archive, package, by_column=by_column)
    tables = _first_tables(archive, package, parts)
    sheets = []
    for number, (part, rows) in enumerate(zip(package.sheets, tables, strict=True)):
        _complete(rows, number, parts)
        formats = dict(shown_formats(rows, parts.scans[number].styles, parts.formats))
        long = _long_rows(rows, number, parts) if number in parts.short else rows
        sheet = _sheet(part, long, parts.scans[number], formats)
        sheets.append(replace(sheet, file=file, from_1904=package.from_1904))
    return Workbook(file, tuple(sheets), tuple(_notes(package, file)))


def _first_tables(
    archive: Archive, package: Package, parts: _Parts
) -> list[list[list[Value]]]:
    """Read all rows of each sheet, of a large plain one the first."""
    picked = {
        number: rows
        for number, each in parts.short.items()
        if (rows := pick_rows(replace(parts.plain[number], part=each.part)))
    }
    if len(picked) == len(parts.sheets):
        return [picked[number] for number in range(len(parts.sheets))]
    first = _plainly(_with_first_rows(parts, picked))
    tables = _tables(_readable(archive, package, first), first)
    return [picked.get(number, rows) for number, rows in enumerate(tables)]


def _with_first_rows(parts: _Parts, picked: Collection[int]) -> _Parts:
    if not parts.short:
        return parts
    short = {number: each.part for number, each in parts.short.items()}
    short.update((number, _NO_ROWS) for number in picked)
    sheets = tuple(short.get(number, part) for number, part in enumerate(parts.sheets))
    texts = first_texts(parts.texts, sheets)
    return replace(parts, sheets=sheets, texts=texts, untouched=False)


def _plainly(parts: _Parts) -> _Parts:
    """Write what the reader would take for something else in its own way."""
    sheets = tuple(map(plain_values, parts.sheets))
    untouched = parts.untouched and sheets == parts.sheets
    return replace(parts, sheets=sheets, untouched=untouched)


def _long_rows(first: list[list[Value]], number: int, parts: _Parts) -> LongRows:
    plain, last_row = parts.plain[number], parts.short[number].last_row

    def cut() -> PlainSheet:
        return replace(plain, part=first_rows(plain.part, FORM_ROWS))

    source = Source(
        pick=partial(pick_columns, plain),
        first=lambda: _padded(pick_rows(cut()), min(last_row, FORM_ROWS)),
        texts=lambda longest: find_texts(cut(), longest),
        whole=partial(_all, number, parts),
        check=partial(check_rows, plain.part),
    )
    return LongRows(_padded(first, FIRST_ROWS) or first, source)


def _padded(rows: list[list[Value]] | None, most: int) -> list[list[Value]] | None:
    """Add blank rows where the last of the first ones are left out."""
    return None if rows is None else rows + [[] for _ in range(most - len(rows))]


def _all(number: int, parts: _Parts) -> list[list[Value]]:
    """Read every row of one sheet after all."""
    one = _plainly(replace(parts, sheets=(parts.sheets[number],)))
    content = canonical_archive(
        one.sheets, one.texts, one.styles, from_1904=parts.from_1904
    )
    (rows,) = _tables(content, one)
    _complete(rows, number, parts)
    return rows


def _complete(rows: list[list[Value]], number: int, parts: _Parts) -> None:
    complete(rows, parts.sheets[number], parts.scans[number], parts.dates)
    if not parts.is_tidy:
        clean(rows)


def _checked(archive: Archive, package: Package, *, by_column: bool) -> _Parts:
    styles = safe_xml(archive.part(package.styles)) if package.styles else _NO_STYLES
    given = archive.part(package.texts) if package.texts else _NO_TEXTS
    texts = sound_texts(safe_xml(given))
    formats, dates = styles_of(styles)
    sheets, scans, short = [], [], {}
    area, room = 0, LIMITS.cells if by_column else 0
    for number, each in enumerate(package.sheets):
        sheets.append(safe_xml(archive.part(each.part)))
        long = scan_long(sheets[-1], formats, room) if room else None
        scan = long[0] if long else scan_sheet(sheets[-1], formats)
        scans.append(scan)
        if long:
            short[number] = long[1]
            room -= long[1].most_cells
        area += scan.last_row * scan.last_column
        at_most(LIMITS.cells, area, AREA, each.name)
    check_texts(texts, sheets, sum(scan.texts for scan in scans))
    tidy = is_tidy((texts, *sheets))
    return _Parts(
        styles=styles,
        texts=texts,
        sheets=tuple(sheets),
        scans=tuple(scans),
        formats=formats,
        dates=dates,
        from_1904=package.from_1904,
        untouched=texts is given,
        is_tidy=tidy,
        short=short,
        plain={
            number: PlainSheet(sheets[number], texts, dates, tidy) for number in short
        },
    )


def _readable(archive: Archive, package: Package, parts: _Parts) -> bytes:
    """Give a large file as it is if it could not be plainer; building takes time."""
    read = (parts.styles, parts.texts, *parts.sheets)
    if package.plain and sum(map(len, read)) > LIMITS.whole_scan and parts.untouched:
        return archive.content
    return canonical_archive(
        parts.sheets, parts.texts, parts.styles, from_1904=parts.from_1904
    )


def _tables(content: bytes, parts: _Parts) -> list[list[list[Value]]]:
    try:
        return _read_fast(content, len(parts.sheets))
    # A panic of the reader is a BaseException of its own making.
    except BaseException as error:
        if isinstance(error, _PASSED_ON):
            raise
        if sum(part.count(b"<c") for part in parts.sheets) > LIMITS.slow_cells:
            raise broken(type(error).__name__) from error
    try:
        return read_with_openpyxl(content)
    except UnreadError:
        raise
    # A parser of foreign bytes may fail in any way; each is the file's fault.
    except Exception as error:
        raise broken(type(error).__name__) from error


def _read_fast(content: bytes, number: int) -> list[list[list[Value]]]:
    from python_calamine import CalamineWorkbook

    collecting = gc.isenabled()
    # A million new values hold no cycle; looking for one takes a fifth of the time.
    gc.disable()
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            tables: list[list[list[Value]]] = []
            area = 0
            for index in range(number):
                rows = book.get_sheet_by_index(index).to_python(skip_empty_area=False)
                # A large sheet is not measured before it is read.
                area += len(rows) * len(rows[0]) if rows else 0
                at_most(LIMITS.cells, area, AREA)
                tables.append(cast("list[list[Value]]", rows))
            return tables
    finally:
        if collecting:
            gc.enable()


def _sheet(
    part: SheetPart,
    rows: Sequence[Row],
    scan: SheetScan,
    formats: Mapping[Position, str],
) -> Sheet:
    return Sheet(
        file="",
        name=cleaned(part.name),
        rows=rows,
        formats=formats,
        formulas=scan.formulas,
        merged=tuple(_ranges(scan.merged)),
        hidden=part.hidden,
    )


def _ranges(merged: Iterable[str]) -> Iterator[tuple[int, int, int, int]]:
    for each in merged:
        first, _, last = each.partition(":")
        start, end = position(first), position(last or first)
        if start and end:
            yield (*start, *end)


def _notes(package: Package, file: str) -> Iterator[Problem]:
    if package.macros:
        yield problem("workbook-macros-not-run", Location(file))
    if package.links:
        noun = "workbook" if package.links == 1 else "workbooks"
        place = Location(file)
        yield problem("workbook-external-links", place, count=package.links, noun=noun)
    for sheet in package.sheets:
        if sheet.hidden:
            yield problem("sheet-hidden", Location(file, cleaned(sheet.name)))
