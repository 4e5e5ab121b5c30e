"""Signals are shown wherever problems are: terminal, JSON, recap, compliance sheet."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scorecard import run
from scorecard.cli import main
from scorecard.errors import Location
from scorecard.model import Season, Signal
from scorecard.rubric.load import load_rubric
from scorecard.sheets.compliance import compliance_workbook
from scorecard.sheets.recap import recap_workbook
from scorecard.wording import Text
from tests.handmade_season import handmade_season

BURST = Signal(
    id="lonjakan_masuk",
    participant="21",
    title=Text("Lonjakan laporan masuk", "A burst of intake"),
    figures=Text("262 laporan masuk pada September 2025.", "262 tickets in September."),
    threshold=Text("Lebih dari 3 kali median.", "More than 3 times the median."),
    location=Location("21/tiket.xlsx", "Laporan Ringkas", "B429:B690"),
)
ROW = ("21", "Kepulauan Riau", BURST.title.id, BURST.figures.id, BURST.threshold.id)
PLACE = ("21/tiket.xlsx", "Laporan Ringkas", "B429:B690")


def season(*signals: Signal) -> Season:
    return replace(handmade_season(), signals=signals)


def rows_of(content: bytes) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(content))["Sinyal"]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=5)]


def test_the_recap_lists_every_signal_with_its_place() -> None:
    rubric = load_rubric().rubric
    assert rows_of(recap_workbook(season(BURST), rubric)) == [(*ROW, *PLACE)]
    ((first, *_),) = rows_of(recap_workbook(season(), rubric))
    assert first == "Tidak ada."


def test_a_compliance_sheet_lists_the_participants_own() -> None:
    rubric = load_rubric().rubric
    content = compliance_workbook(season(BURST), rubric, "21")
    assert rows_of(content) == [(*ROW, *PLACE)]
    ((first, *_),) = rows_of(compliance_workbook(season(BURST), rubric, "35"))
    assert first == "Tidak ada."


def test_a_rubric_without_signals_has_no_sheet_of_them() -> None:
    rubric = load_rubric().rubric.model_copy(update={"signals": ()})
    book = load_workbook(BytesIO(recap_workbook(season(), rubric)))
    assert "Sinyal" not in book.sheetnames


def test_evaluate_lists_them_in_short_and_in_json(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "140")
    monkeypatch.setattr(run, "evaluate", lambda *_, **__: season(BURST))
    (tmp_path / "inputs").mkdir()
    words = ["evaluate", "inputs", "--no-pdf", "--fail-on", "never", "--lang", "id"]
    assert main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    start = lines.index("Sinyal untuk dilihat: 1 (tidak mengubah nilai)")
    assert lines[start + 1] == (
        "  21 Kepulauan Riau · Lonjakan laporan masuk: 262 laporan masuk pada "
        "September 2025."
    )
    assert main([*words, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["signals"]
    assert (told["id"], told["participant"], told["cell"]) == (
        "lonjakan_masuk",
        "21",
        "B429:B690",
    )
