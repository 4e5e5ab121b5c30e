"""LibreOffice opens, recalculates and prints the workbooks as they are meant."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from xlsxwriter import Workbook

from scorecard.model import Scorecard
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.compliance import compliance_workbook
from scorecard.sheets.recap import recap_workbook
from tests.handmade_season import handmade_season, loaded_rubric
from tests.shipped import RUBRICS, shipped
from tests.test_sheets_live import evidences
from tests.test_sheets_recalculated import forged, formulas_of, season_of

CODES = ("21", "63", "72")
RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>LOCALE</value></prop></item>
</oor:items>"""


@dataclass(frozen=True)
class Office:
    """A LibreOffice with a profile of its own that always recalculates."""

    program: str
    folder: Path
    locale: str = "en-US"

    def convert(self, kind: str, paths: list[Path]) -> Path:
        """Convert files in one start; give the folder of the results."""
        user = self.folder / "profile" / "user"
        user.mkdir(parents=True, exist_ok=True)
        settings = RECALCULATE_ALWAYS.replace("LOCALE", self.locale)
        (user / "registrymodifications.xcu").write_text(settings)
        results = self.folder / kind
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        command = [self.program, profile, "--headless", "--convert-to", kind]
        subprocess.run(
            [*command, "--outdir", str(results), *map(str, paths)],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return results


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI must have libreoffice-calc-nogui")
        pytest.skip("apt-get install libreoffice-calc-nogui to run this test")
    return Office(program, tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def workbooks() -> dict[str, bytes]:
    season, rubric = handmade_season(), loaded_rubric().rubric
    sheets = {code: compliance_workbook(season, rubric, code) for code in CODES}
    return {"recap": recap_workbook(season, rubric), **sheets}


@pytest.fixture(scope="module")
def paths(
    workbooks: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> list[Path]:
    folder = tmp_path_factory.mktemp("workbooks")
    for name, content in workbooks.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    return sorted(folder.iterdir())


def test_libreoffice_recalculates_to_the_stored_values(
    office: Office, workbooks: dict[str, bytes], paths: list[Path]
) -> None:
    results = office.convert("xlsx", paths)
    compared = 0
    for name, content in workbooks.items():
        mine = load_workbook(BytesIO(content), data_only=True)
        theirs = load_workbook(results / f"{name}.xlsx", data_only=True)
        for _, title, cell in formulas_of(content):
            stored = mine[title][cell.coordinate].value
            result = theirs[title][cell.coordinate].value
            where = f"{name} {title} {cell.coordinate} {cell.value}"
            if isinstance(stored, int | float):
                assert result == pytest.approx(stored, abs=1e-9), where
            else:
                assert (result or "") == (stored or ""), where
            compared += 1
    assert compared > 100


def test_libreoffice_agrees_on_sheets_of_any_evidence(
    office: Office, tmp_path: Path
) -> None:
    """Five generated cases of every shipped rubric, in one batch."""
    sheets = {
        f"{name}-{number}": sheet_with(card, shipped(name))
        for name in sorted(RUBRICS)
        for number, card in enumerate(evidences(name)[3:8])
    }
    assert len(sheets) >= 40
    for name, content in sheets.items():
        (tmp_path / f"{name}.xlsx").write_bytes(content)
    results = office.convert("xlsx", sorted(tmp_path.iterdir()))
    wrong = [
        each
        for name, content in sheets.items()
        for each in differing(content, results / f"{name}.xlsx")
    ]
    assert wrong[:5] == []


def sheet_with(card: Scorecard, rubric: Rubric) -> bytes:
    season = season_of(rubric, [card])
    return compliance_workbook(season, rubric, card.participant.code)


def differing(content: bytes, path: Path) -> Iterator[str]:
    mine = load_workbook(BytesIO(content), data_only=True)
    theirs = load_workbook(path, data_only=True)
    for _, title, cell in formulas_of(content):
        stored = mine[title][cell.coordinate].value
        result = theirs[title][cell.coordinate].value
        if isinstance(stored, int | float):
            same = result == pytest.approx(stored, abs=1e-9)
        else:
            same = (result or "") == (stored or "")
        if not same:
            yield f"{path.stem} {title} {cell.coordinate} {cell.value}: {result!r}"


def test_libreoffice_overwrites_a_forged_total(office: Office, tmp_path: Path) -> None:
    """Of a real sheet: the stored total is 99.99, the evidence says 85.17."""
    content = compliance_workbook(handmade_season(), loaded_rubric().rubric, "35")
    honest = load_workbook(BytesIO(content), data_only=True)["Kepatuhan"]
    cell = next(c.coordinate for r in honest for c in r if c.value == 85.17)
    path = tmp_path / "forged.xlsx"
    path.write_bytes(forged(content, cell, "85.17", "99.99"))
    assert load_workbook(path, data_only=True)["Kepatuhan"][cell].value == 99.99
    results = office.convert("xlsx", [path])
    found = load_workbook(results / path.name, data_only=True)["Kepatuhan"][cell]
    assert found.value == pytest.approx(85.17, abs=1e-9)


def test_libreoffice_overwrites_a_wrong_stored_value(office: Office) -> None:
    """The check itself works: what is stored is not merely read back."""
    path = office.folder / "planted.xlsx"
    with Workbook(path) as planted:
        planted.add_worksheet("A").write_formula(0, 0, "=1+1", None, 999)
    results = office.convert("xlsx", [path])
    assert load_workbook(results / path.name, data_only=True)["A"]["A1"].value == 2


@pytest.fixture(scope="module")
def printed(office: Office, paths: list[Path]) -> dict[str, PdfReader]:
    results = office.convert("pdf", paths)
    return {path.stem: PdfReader(results / f"{path.stem}.pdf") for path in paths}


def test_no_figure_is_cut_to_hash_marks_in_print(
    printed: dict[str, PdfReader],
) -> None:
    for name, reader in printed.items():
        text = "\n".join(page.extract_text() for page in reader.pages)
        assert len(text) > 500, name
        for mark in ("###", "#VALUE", "#REF", "#NAME", "Err:"):
            assert mark not in text, name


def test_every_page_is_a4_landscape(printed: dict[str, PdfReader]) -> None:
    for name, reader in printed.items():
        boxes = [page.mediabox for page in reader.pages]
        assert {(round(b.width), round(b.height)) for b in boxes} == {(842, 595)}, name
