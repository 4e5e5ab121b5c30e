"""report.html as a file: what it holds, what it may never hold, and its size."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from scorecard.engine import PdfEngine
from scorecard.export import artifacts
from scorecard.pages.edition import Edition
from scorecard.pages.report.page import report_html
from scorecard.results import load_results
from scorecard.rubric.what_if import RubricChange, WhatIf
from scorecard.sealing import seal
from scorecard.wanted import Wanted, number_of_files
from scorecard.wording import Text
from tests.handmade_season import handmade_season, loaded_rubric
from tests.national import national_season

NO_PDF = PdfEngine(False, Text("", ""), "")
REPORT = Wanted(documents=("report",), season_wide=False, participants=())
ASKED = Text("Bobot", "Weight")
HOSTILE = '</script><script>alert("x")</script>\u2028<img src=x onerror=alert(1)>'


def page_of(season, ending="pdf"):
    edition = Edition(season, loaded_rubric().rubric, seal(season))
    return report_html(edition, ending).decode()


def block(html, name):
    """Open one of the packed blocks of a page."""
    found = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>', html)
    return json.loads(zlib.decompress(base64.b64decode(found[1])))


def details(html):
    """Give each participant's details, and a function that finds their words."""
    packed = block(html, "people")
    return packed["people"], lambda number: packed["strings"]["id"][number]


class Elements(HTMLParser):
    """Collect tags and attributes as a browser would."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    handle_startendtag = handle_starttag


@pytest.fixture(scope="module")
def sample_page(sample_results):
    return page_of(load_results(sample_results))


# --- one file, asking for nothing --------------------------------------------------


def test_the_same_season_gives_the_same_bytes():
    assert page_of(handmade_season()) == page_of(handmade_season())


def test_nothing_in_it_leads_out_of_the_folder(sample_page):
    for tag, attributes in Elements(sample_page).found:
        assert tag not in {"link", "iframe", "img", "object", "embed", "base"}
        address = attributes.get("href") or attributes.get("src") or ""
        assert not re.match(r"[a-z]+:|//", address), (tag, address)
    fonts = re.findall(r"url\(([^)]{0,30})", sample_page)
    assert fonts
    assert all(each.startswith("data:font/woff2") for each in fonts)


def test_its_policy_allows_its_own_style_and_script_and_nothing_else(sample_page):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', sample_page)[1]
    style = re.search(r"<style>(.*?)</style>", sample_page, re.DOTALL)[1]
    script = re.search(r"<script>(.*?)</script>", sample_page, re.DOTALL)[1]
    allowed = policy.replace("&#39;", "'")
    for kind, text in (("style", style), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in allowed
    assert allowed.startswith("default-src 'none'")
    assert "unsafe" not in allowed


def test_no_element_has_a_style_or_a_handler_of_its_own(sample_page):
    for _, attributes in Elements(sample_page).found:
        assert not [name for name in attributes if name == "style" or name[:2] == "on"]


def test_what_others_wrote_stays_text():
    season = handmade_season()
    first = season.scorecards[0]
    renamed = replace(first.participant, name=HOSTILE)
    problem = replace(season.problems[0], seen=HOSTILE, participant=renamed.code)
    hostile = replace(
        season,
        scorecards=(replace(first, participant=renamed), *season.scorecards[1:]),
        problems=(problem,),
    )
    html = page_of(hostile)
    assert [tag for tag, _ in Elements(html).found].count("script") == 4
    assert not [tag for tag, _ in Elements(html).found if tag == "img"]
    assert "\u2028" not in html
    people, _ = details(html)
    assert people[renamed.code]["problems"][0]["seen"] == HOSTILE


# --- what a reader must be able to answer ------------------------------------------


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<body>")[2]))


def test_the_page_answers_who_won_and_how_sure_that_is(sample_page):
    words = text_of(sample_page)
    assert "Kalimantan Selatan 91,26" in words
    assert "Pengelola Pengaduan Terbaik: Diperoleh" in words
    assert re.search(
        r"Peringkat 1–2 dalam 90 % simulasi; pertama dalam \d+,\d %", words
    )


def test_the_page_answers_what_separated_second_from_third(sample_page):
    words = text_of(sample_page)
    assert (
        "Jawa Timur unggul 11,11 poin atas Kalimantan Tengah. Sumbangan kepada "
        "selisihnya: Penyelesaian laporan +5,67, Kualitas tindak lanjut +4,53 dan "
        "Rencana aksi +0,90." in words
    )


def test_the_page_answers_why_a_prize_was_not_given(sample_page):
    assert "Tidak memenuhi syarat: laporan masuk paling sedikit 30 (17)." in text_of(
        sample_page
    )


def test_the_details_answer_why_a_score_is_what_it_is_down_to_the_cell(sample_page):
    people, word = details(sample_page)
    riau = people["21"]
    found = {each["id"]: each for group in riau["groups"] for each in group["items"]}[
        "completion_rate"
    ]
    assert word(found["value"]) == "271 dari 273 = 99,27 %"
    cells = [
        (word(words), word(place))
        for _, _, _, inside in found["steps"]
        for _, words, place, _ in inside
    ]
    assert cells[0][0] == "selesai: 271"
    assert cells[0][1].startswith("tiket.xlsx")


def test_the_details_answer_what_to_do_first(sample_page):
    people, word = details(sample_page)
    first = people["21"]["repairs"][0]
    assert first["gain"] == "8.67"
    assert word(first["title"]).startswith("118 laporan menjadi")
    assert word(first["where"]) == "tiket.xlsx › Laporan Ringkas"


def test_zero_missing_pending_and_unreadable_are_told_apart(sample_page):
    people, _ = details(sample_page)
    states = {
        each["state"]
        for person in people.values()
        for group in person["groups"]
        for each in group["items"]
    }
    assert {"zero", "missing", "pending", "scored"} <= states


def test_gaps_add_up_to_what_lies_between_two_neighbours(sample_page):
    people, _ = details(sample_page)
    checked = 0
    for person in people.values():
        below = person.get("below")
        if below and below["adds"]:
            parts = sum(float(value) for _, value in below["parts"])
            assert parts == pytest.approx(float(below["whole"]), abs=0.021)
            checked += 1
    assert checked == 17


def test_both_languages_are_in_the_page(sample_page):
    assert '<html lang="id">' in sample_page
    english = block(sample_page, "pages")["en"]
    assert "Jawa Timur is 11.11 points ahead of Kalimantan Tengah." in text_of(
        f"<body>{english}"
    )
    assert set(block(sample_page, "people")["strings"]) == {"id", "en"}


def test_files_of_a_participant_are_named_beside_the_page(sample_page):
    people, _ = details(sample_page)
    assert people["63"]["files"] == [
        ["compliance", "compliance/63-kalimantan-selatan.xlsx"],
        ["rapor", "rapor/63-kalimantan-selatan.pdf"],
        ["certificate", "certificates/63-kalimantan-selatan-terbaik.pdf"],
        ["record", "records/63-kalimantan-selatan.json"],
    ]


def test_a_what_if_says_so_and_links_to_no_certificate():
    season = handmade_season()
    asked = WhatIf("2025", "ab" * 32, (RubricChange("a.weight", ASKED, "35", "40"),))
    html = page_of(replace(season, what_if=asked))
    words = text_of(html)
    assert "PENGANDAIAN, bukan hasil resmi" in words
    assert "Bobot: 35 → 40" in words
    people, _ = details(html)
    kinds = {kind for person in people.values() for kind, _ in person["files"]}
    assert kinds == {"compliance", "rapor", "record"}
    assert ["certificate"] in [
        [kind for kind, _ in person["files"] if kind == "certificate"]
        for person in details(page_of(season))[0].values()
    ]


# --- a kind of document like the others --------------------------------------------


def made(only, **more):
    season, rubric = handmade_season(), loaded_rubric().rubric
    return [
        each.path
        for each in artifacts(season, rubric, workers=1, pdf=NO_PDF, only=only, **more)
    ]


def test_the_report_is_made_alone_when_it_is_asked_for():
    assert made(REPORT) == ["report.html", "manifest.json", "SHA256SUMS"]
    assert number_of_files(handmade_season(), REPORT) == 1


def test_a_participants_own_files_come_without_the_report():
    one = Wanted(participants=("21",), season_wide=False)
    assert "report.html" not in made(one)


def test_links_lead_to_the_pages_that_were_made():
    people, _ = details(page_of(handmade_season(), "html"))
    assert people["21"]["files"][1] == ["rapor", "rapor/21-kepulauan-riau.html"]


# --- a whole country ---------------------------------------------------------------


def test_a_country_of_552_stays_below_three_megabytes():
    html = page_of(national_season())
    assert len(block(html, "people")["people"]) == 552
    assert len(html.encode()) < 3_000_000
