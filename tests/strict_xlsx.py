"""What makes Excel say that a workbook is damaged, looked for part by part.

The limits are those of Excel 2010 (ECMA-376, and Microsoft's published specifications
and limits); the order of a worksheet's elements is the schema's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from math import isfinite
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.utils import column_index_from_string, range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
    *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter"),
    *("sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr"),
    *("conditionalFormatting", "dataValidations", "hyperlinks", "printOptions"),
    *("pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
    *("legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)
FUNCTIONS = frozenset(
    (
        *("ABS", "AND", "AVERAGE", "CELL", "CHAR", "COUNT", "COUNTA", "COUNTIF"),
        *("COUNTIFS", "DATE", "DAY", "EXP", "FALSE", "FIND", "FIXED", "IF", "IFERROR"),
        *("INDEX", "INT", "ISERROR", "ISLOGICAL", "ISNUMBER", "ISTEXT", "LEFT", "LEN"),
        *("LN", "LOWER", "MATCH", "MAX", "MEDIAN", "MID", "MIN", "MOD", "N"),
        *("NETWORKDAYS", "NOT", "OR", "PERCENTILE", "RIGHT", "ROUND", "ROW", "ROWS"),
        *("SUBSTITUTE", "SUM", "SUMIF", "SUMPRODUCT", "TRIM", "TRUE", "TRUNC", "VALUE"),
    )
)
"""Functions of Excel 2007 and LibreOffice 3.3 that the workbooks use."""
_NAME = re.compile(r"[^\W\d][\w.]*|\\[\w.]*|_xlnm\.\w+")
_LIKE_A_CELL = re.compile(r"(?i)[A-Z]{1,3}[0-9]+|R[0-9]*C[0-9]*|[RC]")
_SHEET_REFERENCE = re.compile(r"'((?:[^']|'')+)'!|\b(\w+)!")


@dataclass(frozen=True)
class _Package:
    parts: dict[str, bytes]
    sheets: dict[str, ET.Element]
    strings: int
    formats: int
    differential: int
    names: dict[str, str] = field(default_factory=dict)


def causes(content: bytes) -> list[str]:
    """List everything in a workbook that Excel would repair or refuse."""
    with ZipFile(BytesIO(content)) as archive:
        listed = archive.namelist()
        parts = {name: archive.read(name) for name in listed}
    found = [f"{name} is there twice" for name in set(listed) if listed.count(name) > 1]
    package = _opened(parts)
    found += _relations(parts)
    found += _titles(package)
    found += _names(package)
    found += _styles(parts)
    for title, sheet in package.sheets.items():
        found += [f"{title}: {each}" for each in _sheet(sheet, package)]
    return found


def _opened(parts: dict[str, bytes]) -> _Package:
    book = ET.fromstring(parts["xl/workbook.xml"])
    targets = {
        each.get("Id"): each.get("Target")
        for each in ET.fromstring(parts["xl/_rels/workbook.xml.rels"])
    }

    def target_of(sheet: ET.Element) -> str:
        return str(targets[str(sheet.get(_RELATION))])

    sheets = {
        str(each.get("name")): ET.fromstring(
            parts[f"xl/{targets[each.get(_RELATION)]}"]
        )
        for each in book.iter(f"{MAIN}sheet")
    }
    names = {
        f"{each.get('name')}@{each.get('localSheetId', '')}": str(each.text)
        for each in book.iter(f"{MAIN}definedName")
    }
    counted = [
        f"{each.get('name')}@{each.get('localSheetId', '')}".casefold()
        for each in book.iter(f"{MAIN}definedName")
    ]
    assert len(counted) == len(set(counted)), "a name is defined twice"
    styles = ET.fromstring(parts["xl/styles.xml"])
    strings = parts.get("xl/sharedStrings.xml", b"<sst/>")
    return _Package(
        parts,
        sheets,
        len(list(ET.fromstring(strings))),
        _size(styles, "cellXfs"),
        _size(styles, "dxfs"),
        names,
    )


def _size(styles: ET.Element, name: str) -> int:
    group = styles.find(f"{MAIN}{name}")
    return 0 if group is None else len(group)


def _relations(parts: dict[str, bytes]) -> Iterator[str]:
    """Every part is declared, and every internal target is there."""
    types = ET.fromstring(parts["[Content_Types].xml"])
    declared = {str(each.get("PartName", "")).lstrip("/") for each in types}
    endings = {each.get("Extension") for each in types}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            ET.fromstring(content)
        if name not in declared and name.rpartition(".")[2] not in endings:
            yield f"{name} is declared nowhere"
        if not name.endswith(".rels"):
            continue
        folder = name.replace("_rels/", "").rpartition("/")[0]
        for each in ET.fromstring(content):
            if each.get("TargetMode") == "External":
                continue
            target = _resolved(folder, str(each.get("Target")))
            if target not in parts:
                yield f"{name}: {target} is not there"


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    path = folder.split("/") if folder else []
    for step in target.split("/"):
        path = path[:-1] if step == ".." else [*path, step]
    return "/".join(path)


def _titles(package: _Package) -> Iterator[str]:
    folded = [title.casefold() for title in package.sheets]
    for title in package.sheets:
        if not 1 <= len(title) <= 31 or re.search(r"[\[\]:*?/\\]", title):
            yield f"{title!r} is no title of a sheet"
        if title.startswith("'") or title.endswith("'") or title == "History":
            yield f"{title!r} is no title of a sheet"
    if len(set(folded)) != len(folded):
        yield "two sheets bear one title"


def _names(package: _Package) -> Iterator[str]:
    for key, formula in package.names.items():
        name = key.partition("@")[0]
        if not _NAME.fullmatch(name) or _LIKE_A_CELL.fullmatch(name) or len(name) > 255:
            yield f"{name!r} is no name"
        yield from _formula(formula, package)


def _styles(parts: dict[str, bytes]) -> Iterator[str]:
    styles = ET.fromstring(parts["xl/styles.xml"])
    for each in styles.iter(f"{MAIN}numFmt"):
        if len(str(each.get("formatCode"))) > 255:
            yield f"a number format is too long: {each.get('formatCode')}"
    for group in ("fonts", "fills", "borders", "cellXfs", "dxfs"):
        found = styles.find(f"{MAIN}{group}")
        if found is not None and int(found.get("count", "0")) != len(found):
            yield f"{group} are counted wrong"
    for each in styles.iter(f"{MAIN}alignment"):
        if int(each.get("indent", "0")) > 250:
            yield "an indent is too deep"


def _sheet(sheet: ET.Element, package: _Package) -> Iterator[str]:
    names = [each.tag.removeprefix(MAIN) for each in sheet]
    if [_ORDER.index(name) for name in names] != sorted(map(_ORDER.index, names)):
        yield f"elements out of order: {names}"
    yield from _cells(sheet, package)
    yield from _merged(sheet)
    yield from _validations(sheet, package)
    yield from _conditional(sheet, package)
    yield from _printing(sheet)
    titles = set(package.sheets)
    for link in sheet.iter(f"{MAIN}hyperlink"):
        place = link.get("location", "")
        target = place.rpartition("!")[0].strip("'").replace("''", "'")
        if place and target not in titles:
            yield f"a link leads to {place}"


def _cells(sheet: ET.Element, package: _Package) -> Iterator[str]:
    last_row = 0
    for row in sheet.iter(f"{MAIN}row"):
        number = int(row.get("r", "0"))
        if not last_row < number <= 1_048_576:
            yield f"row {number} stands after {last_row}"
        last_row = number
        if float(row.get("ht", "15")) > 409.5:
            yield f"row {number} is too high"
        last = 0
        for cell in row:
            place = str(cell.get("r"))
            column = column_index_from_string(place.rstrip("0123456789"))
            if column <= last or not place.endswith(str(number)):
                yield f"{place} is out of order"
            last = column
            yield from (f"{place}: {each}" for each in _cell(cell, package))
    for column in sheet.iter(f"{MAIN}col"):
        if float(column.get("width", "8")) > 255:
            yield "a column is too wide"


def _cell(cell: ET.Element, package: _Package) -> Iterator[str]:
    if int(cell.get("s", "0")) >= package.formats:
        yield "its style is not there"
    value = cell.findtext(f"{MAIN}v")
    match cell.get("t", "n"):
        case "s" if int(value or "0") >= package.strings:
            yield "its text is not there"
        case "n" if value and not isfinite(float(value)):
            yield f"{value} is no number"
        case "str" if value is not None and len(value) > 32_767:
            yield "its text is too long"
    formula = cell.find(f"{MAIN}f")
    if formula is None or not formula.text:
        return
    yield from _formula(formula.text, package)
    if formula.get("t") == "shared" and "!" in formula.text:
        yield "a shared formula leads to another sheet"


def _formula(formula: str, package: _Package) -> Iterator[str]:
    if len(formula) > 8_192:
        yield f"a formula of {len(formula)} characters"
    if "_xlfn" in formula:
        yield "a function newer than the program"
    tokens = Tokenizer(f"={formula}").items
    yield from _nesting(tokens)
    known = {name.partition("@")[0].casefold() for name in package.names}
    for token in tokens:
        if token.type == Token.FUNC and token.subtype == Token.OPEN:
            if token.value.rstrip("(").upper() not in FUNCTIONS:
                yield f"the function {token.value.rstrip('(')}"
        elif token.type == Token.OPERAND and token.subtype == Token.RANGE:
            yield from _reference(token.value, known, package)
        elif token.subtype == Token.TEXT and len(token.value) - 2 > 255:
            yield f"a text of {len(token.value) - 2} characters in a formula"


def _nesting(tokens: list[Token]) -> Iterator[str]:
    """Follow the brackets: of functions and of terms."""
    arguments: list[int] = []
    deepest = 0
    for token in tokens:
        if token.subtype == Token.OPEN:
            arguments.append(1)
            deepest = max(deepest, len(arguments))
        elif token.subtype == Token.CLOSE:
            if not arguments or arguments.pop() > 255:
                yield "too many arguments"
        elif token.type == Token.SEP and token.subtype == Token.ARG:
            arguments[-1] += 1
    if deepest > 64:
        yield "functions nested too deep"
    if arguments:
        yield "brackets that do not close"


def _reference(text: str, known: set[str], package: _Package) -> Iterator[str]:
    for quoted, plain in _SHEET_REFERENCE.findall(text):
        title = quoted.replace("''", "'") or plain
        if title not in package.sheets:
            yield f"a reference to the sheet {title!r}"
    place = text.rpartition("!")[2].replace("$", "")
    if re.fullmatch(r"[A-Z]{1,3}[0-9]+(:[A-Z]{1,3}[0-9]+)?", place):
        return
    if re.fullmatch(r"[A-Z]{1,3}:[A-Z]{1,3}|[0-9]+:[0-9]+", place):
        return
    if place.casefold() not in known:
        yield f"the name {text!r}"


def _merged(sheet: ET.Element) -> Iterator[str]:
    taken: set[tuple[int, int]] = set()
    for each in sheet.iter(f"{MAIN}mergeCell"):
        left, top, right, bottom = range_boundaries(str(each.get("ref")))
        cells = {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
        if len(cells) < 2 or cells & taken:
            yield f"merged cells overlap at {each.get('ref')}"
        taken |= cells


def _validations(sheet: ET.Element, package: _Package) -> Iterator[str]:
    limits = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 225}
    seen: set[str] = set()
    for each in sheet.iter(f"{MAIN}dataValidation"):
        places = str(each.get("sqref")).split()
        if not places or seen & set(places):
            yield f"two rules for {each.get('sqref')}"
        seen |= set(places)
        for key, most in limits.items():
            if len(each.get(key, "")) > most:
                yield f"{each.get('sqref')}: {key} of {len(each.get(key, ''))}"
        for name in ("formula1", "formula2"):
            formula = each.findtext(f"{MAIN}{name}")
            if formula is None:
                continue
            if len(formula.strip('"')) > 255:
                yield f"{each.get('sqref')}: a list of {len(formula)} characters"
            if "!" in re.sub(r'"[^"]*"', "", formula):
                yield f"{each.get('sqref')}: a rule that leads to another sheet"
            yield from _formula(formula, package)


def _conditional(sheet: ET.Element, package: _Package) -> Iterator[str]:
    priorities = []
    for group in sheet.iter(f"{MAIN}conditionalFormatting"):
        if not group.get("sqref"):
            yield "a condition for no cell"
        for rule in group.iter(f"{MAIN}cfRule"):
            priorities.append(rule.get("priority"))
            if int(rule.get("dxfId", "0")) >= max(1, package.differential):
                yield "the format of a condition is not there"
            for formula in rule.iter(f"{MAIN}formula"):
                if "!" in re.sub(r'"[^"]*"', "", formula.text or ""):
                    yield "a condition that leads to another sheet"
                yield from _formula(formula.text or "", package)
    if len(priorities) != len(set(priorities)):
        yield "two conditions of one priority"


def _printing(sheet: ET.Element) -> Iterator[str]:
    for name in ("oddHeader", "oddFooter"):
        for each in sheet.iter(f"{MAIN}{name}"):
            if len(each.text or "") > 255:
                yield f"{name} of {len(each.text or '')} characters"
    for each in sheet.iter(f"{MAIN}rowBreaks"):
        if int(each.get("count", "0")) != len(each) or len(each) > 1_026:
            yield "page breaks are counted wrong"
