"""Number formats of an Office Open XML workbook: which style shows which format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from scorecard.evidence.cells import CellError, Position, Row
from scorecard.evidence.xml_part import attribute, elements, local

# The formats that need no declaration (ECMA-376 part 1, 18.8.30), dates aside.
_BUILT_IN: Mapping[int, str] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    48: "##0.0E+0",
    49: "@",
}
_BUILT_IN_DATES = frozenset(
    (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
)
_UNCALCULATED = CellError("")
_NOT_PATTERN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE
)


def styles_of(part: bytes) -> tuple[dict[int, str], frozenset[int]]:
    """Give the formats of numeric styles other than General, and the styles of dates.

    `part` is the safe styles.xml; styles are numbered as cells refer to them.
    """
    codes: dict[int, str] = {}
    kinds: list[int] = []
    found = elements(part, "numFmt", "cellXfs", "cellStyleXfs", "dxfs", "xf")
    group = ""
    for each in found:
        match local(each.tag):
            case "numFmt" if not group:
                code = attribute(each, "formatCode")
                codes[_number(attribute(each, "numFmtId"))] = code
            case "xf":
                if group == "cellXfs":
                    kinds.append(_number(attribute(each, "numFmtId")))
            case name:
                group = name
    return _shown(kinds, codes)


def shown_formats(
    rows: Sequence[Row], styles: Mapping[Position, int], formats: Mapping[int, str]
) -> Iterator[tuple[Position, str]]:
    """Give the formats of those cells that hold a number, or one that is to come."""
    for (row, column), style in styles.items():
        if row <= len(rows) and column <= len(rows[row - 1]):
            value = rows[row - 1][column - 1]
            if isinstance(value, int | float) or value == _UNCALCULATED:
                yield (row, column), formats[style]


def _shown(
    kinds: list[int], codes: Mapping[int, str]
) -> tuple[dict[int, str], frozenset[int]]:
    dates = {kind for kind in kinds if _is_date(kind, codes)}
    shown = {
        style: code
        for style, kind in enumerate(kinds)
        if kind not in dates
        and (code := codes.get(kind, _BUILT_IN.get(kind, "General"))) != "General"
    }
    return shown, frozenset(n for n, kind in enumerate(kinds) if kind in dates)


def _is_date(kind: int, codes: Mapping[int, str]) -> bool:
    if kind not in codes:
        return kind in _BUILT_IN_DATES
    pattern = _NOT_PATTERN.sub("", codes[kind].partition(";")[0])
    return bool(re.search(r"[dmhysDMHYS]", pattern)) and "General" not in pattern


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
