"""The sample season in inputs/: as the script makes it, true to its sources, safe."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from openpyxl import load_workbook
from pypdf import PdfReader

from scorecard.model import Season
from scorecard.rubric.load import load_rubric
from scorecard.run import evaluate
from tests.season.files import season_files, tickets_of
from tests.season.plan import DERIVED, SYNTHETIC, participants
from tests.season.tickets import STATUSES

ROOT = Path(__file__).parent.parent
INPUTS = ROOT / "inputs"
REGIONS = ROOT / "scorecard" / "evidence" / "regions.csv"
SENDING = tuple(each for each in participants() if each.cells)
EXPORTING = tuple(each for each in SENDING if each.export)
PARTS = (
    *("selesai", "proses", "belum_verifikasi", "belum_ditindaklanjuti"),
    *("tunda", "arsip", "terblokir"),
)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return season_files(load_rubric(None).rubric)


@pytest.fixture(scope="module")
def season() -> Season:
    return evaluate(INPUTS, load_rubric(None), date(2026, 3, 31))


def test_inputs_holds_exactly_what_the_script_makes(files: dict[str, bytes]) -> None:
    paths = (path for path in INPUTS.rglob("*") if path.is_file())
    names = {path.relative_to(INPUTS).as_posix() for path in paths}
    assert names == {"README.md", *files}


def test_inputs_is_the_same_byte_for_byte(files: dict[str, bytes]) -> None:
    again = "run: python -m tests.season inputs/"
    for path, content in files.items():
        assert _parts(path, (INPUTS / path).read_bytes()) == _parts(path, content), (
            f"{path} differs; {again}"
        )


def test_making_it_in_another_process_gives_the_same_bytes(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    command = (sys.executable, "-m", "tests.season", str(tmp_path))
    told = {"PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura", "LC_ALL": "C"}
    environment = {**os.environ, **told}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    made = {path: (tmp_path / path).read_bytes() for path in files}
    assert made == files


@pytest.mark.parametrize("code", [each.code for each in EXPORTING])
def test_an_export_counts_what_was_published(code: str) -> None:
    participant = next(each for each in EXPORTING if each.code == code)
    counted = Counter(_column(_export(participant.slug), "Status Laporan"))
    published = {label: participant.count(key) for key, label in STATUSES.items()}
    assert counted == Counter(published)
    assert counted.total() == participant.count("masuk")


def test_the_published_totals_of_the_exports_are_these() -> None:
    totals = {each.code: len(tickets_of(each)) for each in EXPORTING}
    assert totals == {"21": 273, "32.04": 843, "32.72": 3, "35": 1011, "72": 39}


def test_the_export_of_kabupaten_bandung_keeps_the_batch_of_the_real_one() -> None:
    rows = _export("32.04-kabupaten-bandung")
    september = [
        day.split()[1] == "Sep" for day in _column(rows, "Tanggal Laporan Masuk")
    ]
    by_admin = [
        each == STATUSES["selesai_admin"] for each in _column(rows, "Status Laporan")
    ]
    blank = [not each for each in _column(rows, "Klasifikasi Laporan")]
    both = sum(a and b for a, b in zip(september, by_admin, strict=True))
    unclassified = sum(a and b for a, b in zip(blank, by_admin, strict=True))
    assert (sum(september), both, sum(blank), unclassified) == (262, 175, 266, 229)


def test_parts_sum_to_the_total_wherever_all_were_published() -> None:
    for each in SENDING:
        if all(part in each.cells for part in ("masuk", *PARTS)):
            assert sum(each.count(part) for part in PARTS) == each.count("masuk"), each


def test_codes_and_names_are_official() -> None:
    with REGIONS.open(encoding="utf-8", newline="") as lines:
        regions = {row["code"]: row for row in csv.DictReader(lines)}
    for each in participants():
        row = regions[each.code]
        assert (each.name, each.category) == (row["name"], row["type"])


def test_every_figure_says_where_it_comes_from() -> None:
    path = Path(__file__).parent / "season" / "figures.yaml"
    real = {each["code"]: each for each in yaml.safe_load(path.read_text("utf-8"))}
    for each in SENDING:
        given = {**real[each.code]["published"], **real[each.code].get("derived", {})}
        for key in set(each.cells) - set(real[each.code]["published"]):
            if key not in given and key not in {"code", "name", "catatan"}:
                assert each.cells[key].remark in {
                    *(SYNTHETIC, "asal angka yang diterbitkan"),
                    *("periode menurut sumbernya",),
                }, (each.code, key)
        for key in given:
            assert each.cells[key].remark.startswith(("Sumber: ", DERIVED))


def test_nothing_in_it_is_personal(files: dict[str, bytes]) -> None:
    # A NIK or NIP, a telephone number, an e-mail address.
    personal = re.compile(r"\b\d{16,18}\b|\b(?:\+62|08)\d{7,}|[\w.]+@\w+\.\w+")
    for path, content in files.items():
        for part, text in _parts(path, content).items():
            if part.endswith("sharedStrings.xml") or not path.endswith(".xlsx"):
                assert not personal.search(text.decode("utf-8")), path


def test_ticket_texts_and_reporters_are_labelled_synthetic() -> None:
    for each in EXPORTING:
        rows = _export(each.slug)
        for column in ("Judul Laporan", "Isi Laporan Awal", "Isi Laporan Akhir"):
            assert all(t.startswith("CONTOH SINTETIS") for t in _column(rows, column))
        if "Nama Pelapor" in rows[0]:
            names = _column(rows, "Nama Pelapor")
            assert all(re.fullmatch(r"Pelapor Contoh \d{4}", name) for name in names)


def test_documents_are_small_pdfs_that_say_what_they_are(
    files: dict[str, bytes],
) -> None:
    documents = {path: each for path, each in files.items() if path.endswith(".pdf")}
    assert len(documents) == 38
    for content in documents.values():
        text = PdfReader(BytesIO(content), strict=True).pages[0].extract_text()
        assert text.startswith("CONTOH SINTETIS - bukan dokumen resmi")
        assert len(content) < 3000


def test_it_is_small(files: dict[str, bytes]) -> None:
    assert sum(map(len, files.values())) < 1_500_000


def test_the_season_tells_its_story(season: Season) -> None:
    totals = {each.participant.code: each.total for each in season.scorecards}
    completion = season.ranking("completion", "provinsi").standings
    assert (completion[0].participant, completion[0].value) == ("21", "99.27")
    # First by completion only fourth by total; the first two all but tie.
    standings = season.ranking("total", "provinsi").standings
    order = [each.participant for each in standings]
    assert order == ["63", "35", "62", "21", "15", "12", "18", "72"]
    assert 0 < totals["63"].low - totals["35"].low < Fraction(1, 10)
    assert season.scorecard("72").gates[0].gate == "no_decree"
    assert season.scorecard("62.13").outcome == "not_submitted"
    assert float(totals["75.03"].low) > 98
    # Marks not in yet: one interval decides an award, the other cannot.
    statuses = {(a.award, a.participant): a.status for a in season.awards}
    assert totals["64.08"].is_interval and totals["18"].is_interval
    assert statuses["terbaik", "64.08"] == "open"
    assert not any(code == "18" for _, code in statuses)


def test_the_problems_are_those_of_the_sources_one_file_left_out_and_marks(
    season: Season,
) -> None:
    found = Counter((each.participant, each.code) for each in season.problems)
    assert found == Counter(
        {
            ("", "marks-unchecked"): 1,
            ("12", "document-file-missing"): 1,
            ("61.71", "quoted-percentage-wrong"): 2,
        }
    )


def _parts(path: str, content: bytes) -> dict[str, bytes]:
    # A workbook is compared part by part, in order: how it is deflated depends on
    # the zlib that Python was built with.
    if not path.endswith(".xlsx"):
        return {path: content}
    with ZipFile(BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def _export(slug: str) -> list[tuple[str, ...]]:
    """Read an export from its header row on, blank cells as empty text."""
    book = load_workbook(INPUTS / slug / "tiket.xlsx", read_only=True)
    rows = [
        tuple(str(value or "") for value in row)
        for row in book["Laporan Ringkas"].iter_rows(values_only=True)
    ]
    book.close()
    start = next(n for n, row in enumerate(rows) if row[0] == "Tracking ID")
    assert start in {0, 10}
    return rows[start:]


def _column(rows: list[tuple[str, ...]], header: str) -> list[str]:
    place = rows[0].index(header)
    return [row[place] for row in rows[1:]]
