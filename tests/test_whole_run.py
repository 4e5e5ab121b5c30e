"""The main job on the sample season: same bytes anywhere, same figure everywhere."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest

from scorecard.engine import pdf_engine
from scorecard.model import Scorecard, Season
from scorecard.number import display_published
from scorecard.results import load_results

ROOT = Path(__file__).parent.parent
INPUTS = ROOT / "inputs"
IN_CI = os.environ.get("CI") == "true"
pytestmark = pytest.mark.skipif(
    not pdf_engine().usable and not IN_CI, reason="PDFs cannot be made here"
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None and not IN_CI, reason="poppler is not installed"
)


class Run(NamedTuple):
    """A finished run of the command: its folder of outputs and what it printed."""

    outputs: Path
    printed: str


def evaluated(folder: Path, inputs: Path, *words: str, **environment: str) -> Run:
    outputs = folder / "outputs"
    command = [sys.executable, "-m", "scorecard", "evaluate", str(inputs)]
    done = subprocess.run(
        [*command, "--outputs", str(outputs), *words],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "160", "PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr  # one deliberate mistake in the sample
    return Run(outputs, done.stdout)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("one")
    return evaluated(folder, INPUTS, "--workers", "1", "--lang", "id", TZ="UTC")


@pytest.fixture(scope="module")
def season(run: Run) -> Season:
    return load_results(run.outputs / "results.json")


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def shuffled_copy(folder: Path) -> Path:
    """Copy the inputs file by file in another order, with other dates of the files."""
    files = sorted(path for path in INPUTS.rglob("*") if path.is_file())
    random.Random(7).shuffle(files)
    for path in files:
        copy = folder / path.relative_to(INPUTS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return folder


def test_same_inputs_give_the_same_bytes_whatever_the_machine(
    run: Run, tmp_path: Path
) -> None:
    again = evaluated(
        tmp_path,
        shuffled_copy(tmp_path / "elsewhere"),
        *("--workers", "2", "--lang", "en"),
        TZ="Asia/Jayapura",
        LC_ALL="id_ID.UTF-8",
        LANG="id_ID.UTF-8",
        PYTHONHASHSEED="12345",
    )
    first, second = bytes_below(run.outputs), bytes_below(again.outputs)
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_everything_can_be_made_again_from_results_json(
    run: Run, tmp_path: Path
) -> None:
    kept = tmp_path / "results.json"
    shutil.copyfile(run.outputs / "results.json", kept)
    command = [sys.executable, "-m", "scorecard", "export", str(kept), "--all"]
    subprocess.run(
        [*command, "--format", "all", "-o", str(tmp_path / "again")],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert bytes_below(tmp_path / "again") == bytes_below(run.outputs)


def test_the_provinces_by_completion_and_by_total(season: Season) -> None:
    by_completion = season.ranking("completion", "provinsi")
    by_total = season.ranking("total", "provinsi")
    assert by_completion is not None
    assert by_total is not None
    first = by_completion.standings[0]
    assert (first.participant, first.value) == ("21", "99.27")
    kepri = next(s for s in by_total.standings if s.participant == "21")
    assert kepri.place == 4
    assert kepri.note is not None
    assert kepri.note.id == (
        "Peringkat 1 menurut Tingkat penyelesaian (99,27) tetapi peringkat 4 menurut "
        "nilai: di bawah Kalimantan Selatan pada Rencana aksi (11,70 poin) dan "
        "Kualitas tindak lanjut (10,18 poin)."
    )


def totals(card: Scorecard) -> list[str]:
    """Give the published total, or both ends of an open one, as Indonesians write."""
    assert card.total is not None
    ends = dict.fromkeys((card.total.published_low, card.total.published_high))
    return [display_published(end, "id") for end in ends]


def scored(season: Season) -> list[Scorecard]:
    return [card for card in season.scorecards if card.total is not None]


def test_the_terminal_shows_the_totals_of_the_results(run: Run, season: Season) -> None:
    for card in scored(season):
        row = re.search(
            rf"^ +\d+ +{re.escape(card.participant.code)} .*$", run.printed, re.M
        )
        assert row is not None
        assert "–".join(totals(card)) in row[0]


def rows_by_code(sheet: Any) -> dict[str, dict[str, Any]]:
    rows = list(sheet.iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if "Kode" in row and "Nilai" in row)
    names = rows[head]
    return {
        str(row[names.index("Kode")]): dict(zip(names, row, strict=True))
        for row in rows[head + 1 :]
        if row[names.index("Kode")]
    }


def test_the_recap_shows_the_totals_and_criteria_of_the_results(
    run: Run, season: Season
) -> None:
    book = openpyxl.load_workbook(run.outputs / "recap.xlsx", data_only=True)
    rows = rows_by_code(book["Semua"])
    for card in scored(season):
        row = rows[card.participant.code]
        assert card.total is not None
        assert f"{row['Nilai']:.2f}" == card.total.published_low
        for criterion in card.criteria:
            points = criterion.points
            if points is not None and not points.is_interval:
                assert f"{row[criterion.title.id]:.2f}" == points.published_low


def compliance_of(run: Run, code: str) -> Any:
    (path,) = (run.outputs / "compliance").glob(f"{code}-*.xlsx")
    return openpyxl.load_workbook(path, data_only=True)["Kepatuhan"]


def test_the_compliance_sheets_show_the_totals_of_the_results(
    run: Run, season: Season
) -> None:
    for card in scored(season):
        sheet = compliance_of(run, card.participant.code)
        shown = {
            str(cell.value): sheet.cell(cell.row, column).value
            for row in sheet.iter_rows(max_row=14)
            for cell in row
            if isinstance(cell.value, str)
            for column in range(cell.column + 1, cell.column + 4)
            if sheet.cell(cell.row, column).value is not None
        }
        assert card.total is not None
        label = "Nilai terendah" if card.total.is_interval else "Nilai"
        assert f"{shown[label]:.2f}" == card.total.published_low


@needs_poppler
def test_the_rapor_show_the_figures_of_the_results(run: Run, season: Season) -> None:
    for card in scored(season):
        (path,) = (run.outputs / "rapor").glob(f"{card.participant.code}-*.pdf")
        text = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True
        ).stdout.decode("utf-8")
        for figure in totals(card):
            assert figure in text
        for criterion in card.criteria:
            if criterion.points is not None:
                published = criterion.points.published_low
                assert display_published(published, "id") in text


@needs_poppler
def test_certificates_are_those_of_the_awards_won(run: Run, season: Season) -> None:
    won = [award for award in season.awards if award.status == "won"]
    assert len(list((run.outputs / "certificates").glob("*.pdf"))) == len(won) == 7
    for award in won:
        name = f"{award.participant}-*-{award.award}.pdf"
        (path,) = (run.outputs / "certificates").glob(name)
        text = subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, check=True
        ).stdout.decode("utf-8")
        assert award.number in text
        card = season.scorecard(award.participant)
        assert card.total is not None
        printed = display_published(card.total.published_low, "id") in text
        assert printed is not card.total.is_interval


def test_no_personal_data_reaches_an_output(run: Run) -> None:
    personal = (b"Pelapor Contoh", b"CONTOH SINTETIS")
    for path, content in bytes_below(run.outputs).items():
        assert not any(word in content for word in personal), path


def test_the_json_summary_agrees_with_the_results(
    season: Season, tmp_path: Path
) -> None:
    summary = json.loads(evaluated(tmp_path, INPUTS, "--json", "--no-pdf").printed)
    shown = {each["code"]: each["total"] for each in summary["participants"]}
    for card in scored(season):
        assert card.total is not None
        ends = [card.total.published_low, card.total.published_high]
        assert shown[card.participant.code] == ends
    assert summary["exit_code"] == 1
