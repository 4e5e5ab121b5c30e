"""Verifying against the evidence: each changed cell, file and score is named."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

from scorecard import run
from scorecard.cli import main
from scorecard.engine import PdfEngine
from scorecard.errors import ExitCode
from scorecard.export import artifacts, write
from scorecard.manifest import MANIFEST, SUMS
from scorecard.rubric.load import load_rubric
from scorecard.verification.folder import read_sealed
from scorecard.verification.rescored import rescored_problems
from scorecard.wording import Text

INPUTS = Path(__file__).parent.parent / "inputs"
SENT = ("12-sumatera-utara", "21-kepulauan-riau", "72-sulawesi-tengah")
FORM = "12-sumatera-utara/borang.xlsx"


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Copy three participants of the sample season and score them."""
    folder = tmp_path_factory.mktemp("season")
    for name in ("_season", *SENT):
        shutil.copytree(INPUTS / name, folder / "inputs" / name)
    loaded = load_rubric()
    season = run.evaluate(folder / "inputs", loaded, loaded.rubric.as_of)
    no_pdf = PdfEngine(False, Text("", ""), "")
    write(artifacts(season, loaded.rubric, workers=1, pdf=no_pdf), folder / "outputs")
    return folder


@pytest.fixture
def inputs(original, tmp_path):
    return shutil.copytree(original / "inputs", tmp_path / "inputs")


@pytest.fixture
def rescored(original, inputs):
    """Score the inputs at hand again, and give what is not as sealed."""

    def compared():
        sealed = read_sealed(original / "outputs" / "results.json")
        fresh = run.evaluate(inputs, sealed.loaded, sealed.season.as_of)
        return rescored_problems(sealed, fresh)

    return compared


def put(path, sheet, cell, value):
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def of(code, problems):
    return [each for each in problems if each.code == code]


def test_the_manifest_names_every_input_and_output_as_it_is(original):
    outputs, inputs = original / "outputs", original / "inputs"
    content = json.loads((outputs / "manifest.json").read_bytes())
    lists = {MANIFEST, SUMS}
    for key, folder in (("inputs", inputs), ("outputs", outputs)):
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        assert {file["path"]: file for file in content[key]} == {
            name: {
                "path": name,
                "size": path.stat().st_size,
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            }
            for path in files
            if (name := path.relative_to(folder).as_posix()) not in lists
        }


def test_the_same_evidence_gives_the_same_results(rescored):
    assert rescored() == ()


def test_a_changed_cell_is_named_with_before_and_after(inputs, rescored):
    put(inputs / FORM, "Rekap", "C6", 57)
    problems = rescored()
    (cell,) = of("evidence-changed", problems)
    assert cell.participant == "12"
    assert str(cell.location) == f"{FORM} › Rekap › C6"
    assert cell.message.en == (
        "Sumatera Utara: closed, 56 when it was sealed, is now 57."
    )
    (file,) = of("input-changed", problems)
    assert file.location.file == FORM
    scores = {(e.participant, e.message.en.split(",")[0]) for e in problems}
    assert ("12", "Sumatera Utara: total") in scores


def test_a_changed_cell_that_moves_no_score_is_named_by_what_reading_finds(
    inputs, rescored
):
    # The ticket export holds 271; the form's own figure is compared, not used.
    put(inputs / "21-kepulauan-riau" / "borang.xlsx", "Rekap", "C6", 270)
    cells = {each.location.cell for each in of("reading-other", rescored())}
    assert "C6" in cells


def test_a_workbook_that_was_zipped_anew_is_named_as_that(inputs, rescored):
    path = inputs / FORM
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (problem,) = rescored()
    assert (problem.code, problem.location.file) == ("input-packed-anew", FORM)


def test_a_missing_attachment_is_named(inputs, rescored):
    (inputs / "12-sumatera-utara" / "bukti" / "sk-tim.pdf").unlink()
    problems = rescored()
    (missing,) = of("input-missing", problems)
    assert missing.location.file == "12-sumatera-utara/bukti/sk-tim.pdf"
    assert of("evidence-changed", problems)


def test_a_submission_that_came_later_is_named(inputs, rescored):
    shutil.copytree(INPUTS / "15-jambi", inputs / "15-jambi")
    problems = rescored()
    added = {each.location.file for each in of("input-added", problems)}
    assert "15-jambi/borang.xlsx" in added
    assert "15" in {each.participant for each in of("score-other", problems)}


def test_the_command_names_participant_sheet_and_cell(original, inputs, capsys):
    put(inputs / FORM, "Rekap", "C6", 57)
    words = ["verify", str(original / "outputs"), "--quick", "--inputs", str(inputs)]
    assert main([*words, "--lang", "id"]) == ExitCode.INTEGRITY
    shown = capsys.readouterr().out
    assert f"{FORM} › Rekap › C6 (evidence-changed)" in shown
    assert "Sumatera Utara: selesai, ketika disegel 56, kini 57." in shown
    same = str(original / "inputs")
    assert main([*words[:-1], same, "--lang", "en"]) == ExitCode.DONE
    assert "scored again with equal results" in capsys.readouterr().out
