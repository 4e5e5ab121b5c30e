"""report.html in a real browser: a reader's hands, eyes, keys and screen reader."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.pages.edition import Edition
from scorecard.pages.report.page import report_html
from scorecard.results import load_results
from scorecard.rubric.load import load_rubric
from scorecard.sealing import seal
from tests.any_season import any_season
from tests.chromium import PROGRAM, chromium
from tests.handmade_season import handmade_season, loaded_rubric
from tests.national import national_season
from tests.shipped import RUBRICS

IN_CI = os.environ.get("CI") == "true"
AXE = Path(__file__).parent / "browser/node_modules/axe-core/axe.min.js"

pytestmark = pytest.mark.skipif(
    PROGRAM is None and not IN_CI, reason="chromium is not installed"
)
needs_axe = pytest.mark.skipif(
    not AXE.exists() and not IN_CI, reason="run `npm ci` in tests/browser"
)

ROWS = "[...document.querySelectorAll('#table-0 tbody tr')]"
NAMES = f"{ROWS}.filter(r => !r.hidden).map(r => r.querySelector('a').textContent)"
SHOWN = (
    "[...document.querySelectorAll('.standings tbody tr')]"
    ".filter(r => !r.hidden && !r.closest('.standings').hidden)"
    ".map(r => r.dataset.code)"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory, sample_results):
    season = load_results(sample_results)
    edition = Edition(season, loaded_rubric().rubric, seal(season))
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(report_html(edition, "pdf"))
    return path.as_uri()


@pytest.fixture(scope="module")
def started():
    with chromium() as browser:
        yield browser


@pytest.fixture
def browser(started):
    """A fresh, light window; whatever goes wrong in it is told at the end."""
    started.look()
    started.open("about:blank")
    yield started
    assert started.mistakes() == []


@pytest.fixture
def site(browser, address):
    """The window and where the report is."""
    return browser, address


@pytest.fixture
def report(browser, address):
    """The report, opened."""
    browser.open(address)
    browser.wait("document.documentElement.classList.contains('js')")
    return browser


def go(report, place):
    """Follow the address to a place in the page."""
    report.run(f"location.hash = {json.dumps(place)}")


def person(report, code, words):
    """Open a participant's page and wait until it says some words."""
    go(report, f"/{code}")
    report.wait(f"document.querySelector('#person').innerText.includes({words!r})")


def choose(report, name, value):
    """Fill a filter as a hand does."""
    report.run(
        f"const e = document.querySelector('.filters [name={name}]');"
        f"e.value = {json.dumps(value)};"
        "e.dispatchEvent(new Event('input', {bubbles: true}))"
    )


def click(report, selector):
    report.run(f"document.querySelector({json.dumps(selector)}).click()")


def unfold(report):
    """Open all that is folded."""
    report.run("document.querySelectorAll('details').forEach(each => each.open = true)")


# --- it asks for nothing -----------------------------------------------------------


def test_it_asks_for_nothing_but_itself(report, address):
    person(report, "21", "Kepulauan Riau")
    click(report, "[data-to=en]")
    report.wait("document.documentElement.lang === 'en'")
    assert report.requests() == [address]


def test_its_policy_stops_what_is_slipped_in(browser, address):
    browser.open(address)
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
        "document.body.append(s)"
    )
    assert browser.run("return window.bad ?? null") is None
    assert any("Content Security Policy" in each for each in browser.mistakes())
    browser.events.clear()


# --- the ranking -------------------------------------------------------------------


def test_a_click_on_a_column_sorts_best_first_and_again_the_other_way(report):
    button = "#table-0 th.total button"
    click(report, button)
    assert report.run(f"return {NAMES}")[:2] == ["Kalimantan Selatan", "Jawa Timur"]
    click(report, button)
    assert report.run(f"return {NAMES}")[0] == "Sulawesi Tengah"
    sorting = "return document.querySelector('#table-0 th.total').ariaSort"
    assert report.run(sorting) == "ascending"


def test_every_column_sorts_and_one_alone_says_so(report):
    columns = report.run(
        "return document.querySelectorAll('#table-0 th button').length"
    )
    assert columns == 10
    seen = set()
    for number in range(columns):
        report.run(f"document.querySelectorAll('#table-0 th button')[{number}].click()")
        seen.add(tuple(report.run(f"return {NAMES}")))
        said = "return document.querySelectorAll('#table-0 [aria-sort]').length"
        assert report.run(said) == 1
    assert len(seen) >= 6


def test_who_has_no_place_stands_last_either_way(report):
    last = (
        "return [...document.querySelectorAll('#table-1 tbody tr')].at(-1).dataset.code"
    )
    for _ in range(2):
        click(report, "#table-1 th.total button")
        assert report.run(last) == "62.13"


def test_sorting_works_by_the_keyboard_alone(report):
    report.run("document.querySelector('#table-0 th.total button').focus()")
    report.press("Enter", code=13, text="\r")
    report.press("Enter", code=13, text="\r")
    assert report.run(f"return {NAMES}")[0] == "Sulawesi Tengah"


def test_search_finds_by_name_or_code_at_once_without_accents(report):
    report.run("document.querySelector('[name=find]').focus()")
    report.write("kálimantan")
    assert report.run(f"return {SHOWN}") == ["63", "62"]
    assert report.run("return document.querySelector('output').textContent") == (
        "Menampilkan 2 dari 21 peserta"
    )
    choose(report, "find", "74.71")
    assert report.run(f"return {SHOWN}") == ["74.71"]


@pytest.mark.parametrize(
    ("name", "value", "codes"),
    [
        ("category", "kota", ["61.71", "32.72", "32.76", "35.73", "74.71"]),
        ("band", "baik", ["62", "61.71"]),
        ("province", "32", ["32.04", "32.12", "32.72", "32.76"]),
        ("outcome", "interval", ["18", "64.08"]),
        ("outcome", "not_submitted", ["62.13"]),
    ],
)
def test_filters_leave_those_who_fit(report, name, value, codes):
    choose(report, name, value)
    assert report.run(f"return {SHOWN}") == codes


def test_filters_add_up_and_are_cleared_at_once(report):
    choose(report, "province", "32")
    choose(report, "band", "baik")
    assert report.run(f"return {SHOWN}") == []
    assert report.run("return document.querySelector('.empty').hidden") is False
    click(report, ".filters [type=reset]")
    report.wait(f"{SHOWN}.length === 21")


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A report with more participants in a category than a screen holds."""
    season = national_season(60)
    edition = Edition(season, loaded_rubric().rubric, seal(season))
    path = tmp_path_factory.mktemp("large") / "report.html"
    path.write_bytes(report_html(edition, "pdf"))
    return path.as_uri()


def test_a_long_table_begins_with_its_first_rows_and_unfolds(browser, large):
    browser.open(large)
    browser.wait("document.querySelector('.fold')")
    seen = (
        "return [...document.querySelectorAll('#table-1 tbody tr')]"
        ".filter(row => row.offsetParent).map(row => row.cells[0].textContent)"
    )
    assert browser.run(seen) == [str(place) for place in range(1, 26)]
    click(browser, "#table-1 .fold")
    whole = browser.run(seen)
    assert len(whole) > 40
    click(browser, "#table-1 .fold")
    choose(browser, "band", "sedang")
    assert 0 < len(browser.run(seen)) < 40


def test_what_others_wrote_is_shown_as_text(browser, tmp_path):
    season = handmade_season()
    code = season.problems[0].participant
    hostile = "</script><img src=x onerror=alert(1)>"
    problem = replace(season.problems[0], seen=hostile)
    edition = Edition(
        replace(season, problems=(problem,)), loaded_rubric().rubric, seal(season)
    )
    path = tmp_path / "report.html"
    path.write_bytes(report_html(edition, "pdf"))
    browser.open(f"{path.as_uri()}#/{code}")
    browser.wait("document.querySelector('.problem code')")
    shown = "return document.querySelector('.problem code').textContent"
    assert browser.run(shown) == hostile
    assert browser.run("return document.images.length") == 0


# --- a participant's page ----------------------------------------------------------


def test_a_name_opens_the_page_that_answers_why_and_what_to_do(report):
    click(report, "#table-0 a[href='#/21']")
    report.wait("document.querySelector('#person h1')")
    words = report.run("return document.querySelector('#person').innerText")
    assert "Kepulauan Riau" in words
    assert "68,71" in words
    assert "Peringkat 4 dari 8" in words
    assert "+8,67" in words
    assert "118 laporan menjadi" in words
    assert "Tepat di atas: Kalimantan Tengah" in words
    assert "tertinggal 11,43 poin" in words
    assert "271 dari 273" in words
    focused = "return document.activeElement.textContent"
    assert report.run(focused) == "Kepulauan Riau"
    assert report.run("return document.querySelector('#overview').hidden") is True


def test_an_indicator_leads_down_to_the_cell(report):
    person(report, "12", "Sumatera Utara")
    unfold(report)
    words = report.run("return document.querySelector('.p-evidence').innerText")
    assert "borang.xlsx › Rekap › C5" in words


def test_gaps_on_a_page_are_told_from_its_own_side(report):
    person(report, "62", "Kalimantan Tengah")
    above, below = report.run(
        "return [...document.querySelectorAll('.near > div')].map(d => d.innerText)"
    )
    assert "tertinggal 11,11 poin" in above
    assert "Penyelesaian laporan" in above
    assert "−5,67" in above
    assert "unggul 11,43 poin" in below
    assert "+11,00" in below


@pytest.mark.parametrize("code", ["21", "12", "18", "62.13", "32.04"])
def test_no_page_shows_what_a_script_calls_nothing(report, code):
    person(report, code, "·")
    unfold(report)
    words = report.run("return document.querySelector('#person').textContent")
    assert not re.search(r"null|undefined|NaN|\[object", words)


def test_who_sent_nothing_has_a_page_that_says_so(report):
    person(report, "62.13", "Tidak menyerahkan")
    assert report.run("return document.querySelectorAll('#person .p-why').length") == 0


def test_an_unknown_code_is_told_and_leads_back(report):
    person(report, "99", "Tidak ada peserta dengan kode 99.")
    click(report, ".back a")
    report.wait("!document.querySelector('#overview').hidden")


def test_going_back_returns_to_the_ranking(report):
    person(report, "21", "Kepulauan Riau")
    report.run("history.back()")
    report.wait("!document.querySelector('#overview').hidden")
    assert report.run("return document.querySelector('#person').hidden") is True


def test_files_are_linked_by_relative_paths(report):
    person(report, "63", "Kalimantan Selatan")
    links = (
        "[...document.querySelectorAll('.files a')].map(a => a.getAttribute('href'))"
    )
    assert report.run(f"return {links}") == [
        "compliance/63-kalimantan-selatan.xlsx",
        "rapor/63-kalimantan-selatan.pdf",
        "certificates/63-kalimantan-selatan-terbaik.pdf",
        "records/63-kalimantan-selatan.json",
    ]


# --- language and display ----------------------------------------------------------


def test_english_changes_words_numbers_and_the_language_of_the_page(report):
    choose(report, "category", "provinsi")
    click(report, "[data-to=en]")
    report.wait("document.documentElement.lang === 'en'")
    first = report.run("return document.querySelector('#table-0 tbody tr').innerText")
    assert "91.26" in first
    assert "Very Good" in first
    assert report.run("return location.hash") == "#?lang=en"
    assert report.run("return document.querySelector('[name=category]').value") == (
        "provinsi"
    )
    assert len(report.run(f"return {SHOWN}")) == 8
    person(report, "21", "What to do first")
    click(report, "[data-to=id]")
    report.wait("document.querySelector('#person').innerText.includes('68,71')")
    assert report.run("return location.hash") == "#/21"


def test_an_address_opens_a_page_in_its_language_and_display(browser, address):
    browser.open(f"{address}#/21?lang=en&theme=dark")
    browser.wait("document.querySelector('#person h1')")
    assert "Place 4 of 8" in browser.run(
        "return document.querySelector('#person').innerText"
    )
    assert browser.run("return document.documentElement.dataset.theme") == "dark"


def test_nothing_is_stored_in_the_browser(report):
    click(report, "[data-do=theme]")
    click(report, "[data-to=en]")
    report.wait("document.documentElement.lang === 'en'")
    assert report.run("return document.cookie") == ""


def test_the_display_follows_the_reader_until_it_is_switched(browser, address):
    browser.look(dark=True)
    browser.open(address)
    browser.wait("document.documentElement.classList.contains('js')")
    paper = "return getComputedStyle(document.documentElement).backgroundColor"
    dark = browser.run(paper)
    click(browser, "[data-do=theme]")
    assert browser.run(paper) != dark
    assert browser.run("return location.hash") == "#?theme=light"


def test_the_tiles_switch_from_the_province_to_its_participants(report):
    report.run("document.querySelector('[name=tiles][value=middle]').click()")
    assert report.run("return document.querySelector('.tiles-own').hidden") is True
    tile = "return document.querySelector('.tiles-middle .tile-32').innerText"
    assert "60,54" in report.run(tile)


@pytest.mark.parametrize("name", sorted(RUBRICS))
def test_every_shipped_rubric_has_a_report_that_opens(browser, tmp_path, name):
    loaded = load_rubric(RUBRICS[name])
    season = any_season(loaded)
    path = tmp_path / "report.html"
    edition = Edition(season, loaded.rubric, seal(season))
    path.write_bytes(report_html(edition, "pdf"))
    language = loaded.rubric.language
    other = {"id": "en", "en": "id"}[language]
    for code in (season.scorecards[0].participant.code, "unknown"):
        browser.open(f"{path.as_uri()}#/{code}?lang={other}")
        browser.wait("document.querySelector('#person h1')")
    words = browser.run("return document.body.innerText")
    assert not re.search(r"\bnull\b|undefined|NaN|\[object", words)


# --- everybody ---------------------------------------------------------------------


def test_it_can_be_read_without_javascript(browser, address):
    browser.open(address, script=False)
    tree = browser.call("DOM.getDocument", depth=-1, pierce=False)
    html = browser.call("DOM.getOuterHTML", nodeId=tree["root"]["nodeId"])["outerHTML"]
    assert "Halaman ini terbaca tanpa JavaScript." in html
    assert "Kabupaten Bone Bolango" in html
    assert 'class="js"' not in html
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("place", ["", "#/21"])
def test_no_width_needs_scrolling_sideways(browser, address, width, place):
    browser.look(width=width, height=844)
    browser.open(address + place)
    browser.wait("document.documentElement.classList.contains('js')")
    if place:
        browser.wait("document.querySelector('#person h1')")
    wide = "return document.documentElement.scrollWidth <= innerWidth"
    assert browser.run(wide) is True


@needs_axe
@pytest.mark.parametrize("place", ["", "#/18", "#/62.13"])
@pytest.mark.parametrize("look", ["lang=id", "lang=en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_that_shuts_anybody_out(site, place, look, theme):
    browser, address = site
    browser.look(dark=theme == "dark")
    browser.open("about:blank")
    browser.open(f"{address}{place or '#'}?{look}")
    browser.wait(f"document.documentElement.lang === '{look[-2:]}'")
    if place:
        browser.wait("document.querySelector('#person h1')")
    unfold(browser)
    browser.call("Runtime.evaluate", expression=AXE.read_text(encoding="utf-8"))
    violations = browser.run(
        "const found = await axe.run(document);"
        "return found.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html,"
        " v.nodes[0].failureSummary])"
    )
    assert violations == []


@pytest.mark.skipif(
    not shutil.which("pdftotext") and not IN_CI,
    reason="poppler is not installed",
)
def test_printed_it_is_a_paper_without_controls(report, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(report.pdf())
    words = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "Kabupaten Bone Bolango" in words
    assert "Cari nama atau kode" not in words
