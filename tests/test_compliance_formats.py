"""The compliance sheet as PDF, CSV and JSON, and for whom it is made."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from dataclasses import replace
from fractions import Fraction
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from scorecard.cli import main
from scorecard.csv_table import csv_bytes
from scorecard.errors import ExitCode
from scorecard.export import artifacts, number_of_files
from scorecard.model import Season
from scorecard.number import display_published
from scorecard.pages.compliance import compliance_html
from scorecard.pages.pdf import engine, to_pdf
from scorecard.record import record_json
from scorecard.results import results_json
from scorecard.sheets.compliance_csv import compliance_csv
from scorecard.wanted import Wanted
from tests.handmade_season import handmade_season, loaded_rubric
from tests.test_export import NO_PDF
from tests.test_self_assessment import own, with_own

RUBRIC = loaded_rubric().rubric


def rows_of(code: str, season: Season | None = None) -> list[dict[str, str]]:
    content = compliance_csv(season or handmade_season(), RUBRIC, code)
    assert content.startswith(b"\xef\xbb\xbf")
    table = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(table, delimiter=";"))


def words_of(code: str, season: Season | None = None, language: str = "id") -> str:
    rubric = RUBRIC.model_copy(update={"language": language})
    page = compliance_html(season or handmade_season(), rubric, code)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


# --- CSV -----------------------------------------------------------------------------


def test_the_csv_has_a_row_an_indicator_in_the_rubric_s_order() -> None:
    rows = rows_of("35")
    card = handmade_season().scorecard("35")
    titles = [each.title.id.lower() for each in card.findings]
    assert [row["Indikator"].lower() for row in rows] == titles
    rate = next(row for row in rows if row["Indikator"] == "Tingkat penyelesaian")
    assert (rate["Pembilang"], rate["Penyebut"]) == ("905", "1004")
    assert rate["Nilai ukuran"] == "90,139442"
    assert rate["Poin"] == rate["Poin tertinggi"] == "90,14"
    assert (rate["Berkas"], rate["Lembar"], rate["Sel"]) == (
        "35/borang.xlsx",
        "Rekap",
        "C5",
    )


def test_an_open_indicator_has_both_ends_in_the_csv() -> None:
    rows = rows_of("63")
    mark = next(row for row in rows if row["Keadaan"] == "menunggu")
    assert (mark["Poin"], mark["Poin tertinggi"]) == ("0,00", "100,00")
    assert mark["Nilai ukuran"] == ""


def test_who_sent_nothing_has_a_csv_of_headings_alone() -> None:
    assert rows_of("72") == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_words_are_never_a_formula_in_the_csv(start: str) -> None:
    table = csv_bytes(["a"], [[f"{start}cmd|' /C calc'!A0"]]).decode("utf-8-sig")
    assert table.splitlines()[1].lstrip('"').startswith("'")


@pytest.mark.parametrize("number", ["-5,2", "-0.35", "-12", "-3,5%"])
def test_a_negative_number_stays_a_number_in_the_csv(number: str) -> None:
    assert csv_bytes(["a"], [[number]]).decode("utf-8-sig").splitlines()[1] == number


def test_a_name_like_a_formula_is_kept_a_name() -> None:
    assert {row["Peserta"] for row in rows_of("63")} == {"'=Kalimantan [Selatan]"}


def test_a_change_for_the_worse_is_a_negative_number() -> None:
    season = handmade_season()
    card = season.scorecard("35")
    worse = replace(card.findings[0], value=Fraction(-1234567, 1000))
    cards = tuple(
        replace(each, findings=(worse, *each.findings[1:])) if each is card else each
        for each in season.scorecards
    )
    row = rows_of("35", replace(season, scorecards=cards))[0]
    assert row["Nilai ukuran"] == "-1234,567"


# --- JSON ----------------------------------------------------------------------------


def test_the_record_is_the_participant_s_part_of_the_results() -> None:
    season = with_own("35", own("", "80", "95.5"))
    whole = json.loads(results_json(season))
    record = json.loads(record_json(season, RUBRIC, "35"))
    codes = [card["participant"]["code"] for card in whole["scorecards"]]
    assert record["scorecard"] == whole["scorecards"][codes.index("35")]
    assert record["format"] == "scorecard-compliance/1"
    assert record["rubric"]["sha256"] == whole["rubric"]["sha256"]
    total = record["self_assessment"][-1]
    assert (total["criterion"], total["stated"]) == ("", ["80", "191/2"])
    assert record["rankings"][0]["standing"]["participant"] == "35"
    assert {each["participant"] for each in record["problems"]} <= {"35"}


def test_a_record_holds_nobody_else() -> None:
    text = record_json(handmade_season(), RUBRIC, "35").decode()
    assert "Kepulauan Riau" not in text.replace(handmade_note(), "")
    assert "61.71/borang.xlsx" not in text


def handmade_note() -> str:
    """The sentence on the ranking names whom one is compared with."""
    notes = (
        s.note.id for r in handmade_season().rankings for s in r.standings if s.note
    )
    return next(iter(notes), "")


@pytest.mark.parametrize("make", [record_json, compliance_csv, compliance_html])
def test_an_unknown_code_is_a_key_error_in_every_format(make) -> None:
    with pytest.raises(KeyError):
        make(handmade_season(), RUBRIC, "99")


# --- the printed page ----------------------------------------------------------------


@pytest.mark.parametrize("code", ["21", "35", "12", "63", "61.71"])
def test_the_page_shows_every_finding_as_it_was_published(code: str) -> None:
    words, card = words_of(code), handmade_season().scorecard(code)
    for finding in card.findings:
        assert " ".join(finding.reason.id.split()) in words
        if finding.contribution:
            assert display_published(finding.contribution.published_low, "id") in words
    assert card.total is not None
    assert display_published(card.total.published_low, "id") in words


def test_the_page_compares_the_self_assessment_and_says_what_it_is() -> None:
    words = words_of("35", with_own("35", own("", "80", "95.5")))
    assert "80,00 – 95,50 85,17 +5,17 … −10,33" in words
    assert "di dalam rentang penilaian mandiri" in words
    assert "tidak ikut menentukan nilai resmi" in words
    assert "35/borang.xlsx › Skor › C6" in words


def test_the_page_says_where_no_self_assessment_is_stated() -> None:
    assert "Nilai akhir tidak dinyatakan 85,17 – tidak dinyatakan" in words_of("35")


def test_the_page_has_a_block_to_sign_and_both_languages() -> None:
    assert "Penelaah, Nama: NIP: Mengetahui, Nama: NIP:" in words_of("35")
    english = words_of("35", language="en")
    assert "Compliance sheet" in english
    assert "Reviewer, Name: Employee number: Acknowledged," in english


def test_who_sent_nothing_has_a_page_that_says_so() -> None:
    assert "Tidak menyerahkan" in words_of("72")


# --- for whom ------------------------------------------------------------------------


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("SCORECARD_LANG", "id")
    Path("season.json").write_bytes(results_json(handmade_season()))
    return tmp_path


def exported(*words: str) -> set[str]:
    assert main(["export", "season.json", "--no-pdf", *words]) == 0
    found = {
        path.relative_to("exports").as_posix()
        for path in Path("exports").rglob("*")
        if path.is_file()
    }
    return found - {"manifest.json", "SHA256SUMS"}


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        (["--category", "kota"], {"61.71-kota-pontianak"}),
        (["--category", "Kota"], {"61.71-kota-pontianak"}),
        (["--province", "61"], {"61.71-kota-pontianak"}),
        (["--province", "Kalimantan Barat"], {"61.71-kota-pontianak"}),
        (["--province", "21"], {"21-kepulauan-riau"}),
        (
            ["--province", "21", "--province", "35"],
            {"21-kepulauan-riau", "35-jawa-timur"},
        ),
        (["--category", "provinsi", "--province", "35"], {"35-jawa-timur"}),
        (["--all", "--province", "12"], {"12-sumatera-utara"}),
        (["12", "35", "--province", "35"], {"35-jawa-timur"}),
    ],
)
def test_who_is_chosen(place, words: list[str], stems: set[str]) -> None:
    files = exported("--format", "csv", *words)
    assert files == {f"compliance/{stem}.csv" for stem in stems}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--category", "kotta"], "Tidak ada kategori kotta. Maksud Anda kota?"),
        (
            ["--province", "Kalimantan Brat"],
            "Tidak ada provinsi Kalimantan Brat. Maksud Anda Kalimantan Barat (61)?",
        ),
        (["--province", "61.71"], "Tidak ada provinsi 61.71."),
        (
            ["--province", "99"],
            "Sebutkan kode dua angka, misalnya 74, atau nama resmi.",
        ),
        (["--province", "74"], "Tidak ada peserta yang memenuhi semua pilihan ini."),
        (["--category", "kota", "--province", "21"], "Tidak ada peserta yang memenuhi"),
        (["61.17"], "Maksud Anda 61.71?"),
    ],
)
def test_a_choice_of_nobody_is_a_usage_mistake(place, capsys, words, message) -> None:
    assert main(["export", "season.json", *words]) == ExitCode.USAGE
    assert message in " ".join(capsys.readouterr().err.split())
    assert not Path("exports").exists()


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (["--format", "json", "21"], {"compliance/21-kepulauan-riau.json"}),
        (
            ["--format", "pdf", "21"],
            {"compliance/21-kepulauan-riau.html", "rapor/21-kepulauan-riau.html"},
        ),
        (
            ["--format", "pdf", "--only", "compliance", "21"],
            {"compliance/21-kepulauan-riau.html"},
        ),
        (
            ["--format", "pdf", "--only", "rapor", "21"],
            {"rapor/21-kepulauan-riau.html"},
        ),
        (
            ["--only", "compliance", "21"],
            {
                f"compliance/21-kepulauan-riau.{e}"
                for e in ("xlsx", "csv", "json", "html")
            },
        ),
    ],
)
def test_what_each_format_means_for_a_participant(place, words, files) -> None:
    assert exported(*words) == files


def test_the_files_are_counted_beforehand() -> None:
    season = handmade_season()
    only = Wanted(
        ("csv", "json", "pdf"), ("21", "35"), False, sheets=("csv", "json", "pdf")
    )
    made = list(artifacts(season, RUBRIC, workers=1, pdf=NO_PDF, only=only))
    assert len(made) - 2 == number_of_files(season, only)


# --- on paper ------------------------------------------------------------------------

IN_CI = os.environ.get("CI") == "true"
needs_pango = pytest.mark.skipif(
    engine() is None and not IN_CI, reason="the Pango library is absent"
)


@needs_pango
@pytest.mark.parametrize("code", ["35", "63", "72"])
def test_the_pdf_is_upright_a4_and_the_same_bytes_twice(code: str) -> None:
    html = compliance_html(handmade_season(), RUBRIC, code)
    first, again = to_pdf(html), to_pdf(html)
    assert isinstance(first, bytes)
    assert first == again
    pages = PdfReader(io.BytesIO(first)).pages
    boxes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in pages}
    assert boxes == {(595, 842)}
    text = " ".join("\n".join(page.extract_text() for page in pages).split())
    assert f"Halaman {len(pages)} dari {len(pages)}" in text
    assert "Penelaah," in text
