"""A small sheet that is plain is searched; the search finds what a whole look finds."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from scorecard.evidence import sheet_xml
from scorecard.evidence.plain_sheet import frame_of
from scorecard.evidence.regions import regions
from scorecard.evidence.sheet_xml import SheetScan, scan_sheet
from scorecard.evidence.unread import UnreadError
from scorecard.rubric.load import load_rubric
from scorecard.sheets.form.copies import form_for
from scorecard.sheets.form.places import Plan
from scorecard.sheets.form.workbook import form_skeleton
from tests.workbooks import workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLES = range(1, 40)
CELLS = {
    "B2": "271",
    "B3": 271,
    "B4": "=B3*2",
    "C9": True,
    "D1": "#N/A",
    "AZ70": "&amp; < 5 dan é",
}


def _sheet(rows: str, after: str = "") -> bytes:
    return (
        f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    ).encode()


def _parts(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return [
            archive.read(name)
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet")
        ]


def _made() -> list[bytes]:
    """Sheets of our own form, of the samples, and of a library."""
    loaded, region = load_rubric(None), regions()["21"]
    category = loaded.rubric.category_of(region.type)
    assert category is not None
    plan = Plan(loaded.rubric, category, "id", region, loaded.sha256)
    form = form_for(form_skeleton(plan), region)
    samples = sorted(Path("inputs").glob("*/*.xlsx"))
    made = [form, workbook({"Rekap": CELLS}), *(each.read_bytes() for each in samples)]
    return [part for content in made for part in _parts(content)]


def test_a_plain_sheet_is_searched_and_gives_what_every_element_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = [part for part in _made() if frame_of(part) is not None]
    assert len(plain) > 60
    searched = [scan_sheet(part, STYLES) for part in plain]
    monkeypatch.setattr(sheet_xml, "frame_of", lambda _: None)
    whole = [scan_sheet(part, STYLES) for part in plain]
    for one, other in zip(searched, whole, strict=True):
        assert one.formulas == other.formulas
        assert _noted(one) == _noted(other)
    assert any(each.late for each in searched)
    assert any(each.lost for each in searched)


def _noted(scan: SheetScan) -> tuple[object, ...]:
    return scan.errors, scan.lost, scan.styles, scan.merged, scan.texts


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="1"><c r="A10000"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row>",
        '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v><f>1</f></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>',
        '<row r="1"><!-- <c r="A1"/> --></row>',
        '<row r="1"><c r="A1" t="str"><v>&#65;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v><![CDATA[a]]></v></c></row>',
        '<rows><row r="1"/></rows>',
    ],
)
def test_a_sheet_written_otherwise_is_not_plain(rows: str) -> None:
    assert frame_of(_sheet(rows)) is None


def test_cells_without_a_style_have_the_first_where_it_is_asked_for() -> None:
    part = _sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c></row>')
    assert scan_sheet(part, (0, 1)).styles == {(1, 1): 0, (1, 2): 1}


@pytest.mark.parametrize(
    ("cell", "lost"),
    [
        ("<f>1+1</f><v>2</v>", False),
        ("<f>1+1</f><v></v>", True),
        ("<f>1+1</f><v/>", True),
        ("<f>1+1</f>", True),
        ('<f t="shared" si="0"/>', True),
        ('<f t="shared" si="0"/><v>2</v>', False),
    ],
)
def test_a_formula_without_a_result_is_found(cell: str, *, lost: bool) -> None:
    part = _sheet(
        f'<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1">{cell}</c>'
        '<c r="C1" t="str"><f>""</f><v></v></c></row>'
    )
    scan = scan_sheet(part, ())
    assert scan.lost == ({(1, 2)} if lost else set())
    assert scan.formulas[1, 3] == '""'
    assert scan.formulas[1, 1] == "B1"
    assert len(scan.formulas) == 3


def test_cells_around_the_table_are_looked_at_one_by_one() -> None:
    part = _sheet("", '<row r="4"><c r="B4" t="e"><v>#REF!</v></c></row>')
    assert frame_of(part) is not None
    assert scan_sheet(part, ()).errors == {(4, 2): "#REF!"}


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (_sheet('<row r="1"><c r="A1"><v>&lost;</v></c></row>'), "are broken"),
        (_sheet('<row r="1"><c r="A1"><v>\x01</v></c></row>'), "are broken"),
        (_sheet("<row/>", "<a>" * 70 + "</a>" * 70), "levels of nested XML"),
        (_sheet("<row/>", "<a>"), "are broken"),
    ],
)
def test_a_plain_sheet_is_well_formed_too(part: bytes, message: str) -> None:
    assert frame_of(part) is not None
    with pytest.raises(UnreadError) as caught:
        scan_sheet(part, ())
    assert message in caught.value.problem("a.xlsx").message.en
