"""A user's templates: what works, what is refused with its line, what stays inert."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.errors import ExitCode, Problem, ScorecardError
from scorecard.pages.certificate import certificate_page
from scorecard.pages.look import Look
from scorecard.pages.look_folder import read_look
from scorecard.pages.look_problems import LOOK_PROBLEMS
from scorecard.pages.medians import category_medians
from scorecard.pages.page import Page
from scorecard.pages.pdf import Refusal, to_pdf
from scorecard.pages.rapor import rapor_page
from scorecard.pages.render import render_pdfs, standalone_html
from scorecard.pages.variables import VARIABLES
from scorecard.rubric.nouns import Logo, Rubric
from scorecard.sealing import seal
from tests import verapdf
from tests.handmade_season import handmade_season, loaded_rubric
from tests.test_pages_archival import SHAPE, needs_verapdf, picture
from tests.test_pages_certificate import renamed, won
from tests.test_pages_render import edition, needs_pango

DOCUMENT = Path(__file__).parent.parent / "docs" / "templates.md"
PLAIN = (
    '<!DOCTYPE html><html lang="{{ language }}"><head><title>{{ title }}</title>'
    '<link rel="stylesheet" href="certificate.css"></head><body>'
    '<h1>{{ participant }}</h1>\n<img src="shape.svg" alt="Lambang">'
    '<div id="qr" style="width: 30mm; height: 30mm"></div>'
    '<div id="signature-1" style="width: 60mm; height: 20mm"></div></body></html>'
)
STYLE = '@page { size: A4 } body { font-family: "EB Garamond" }'


def folder(place: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (place / name).write_bytes(data)
    return place


def plain_look(place: Path, **changed: str | bytes) -> Look:
    files = {"certificate.html": PLAIN, "certificate.css": STYLE, "shape.svg": SHAPE}
    return read_look(folder(place, files | changed), rubric())


def rubric() -> Rubric:
    return loaded_rubric().rubric


def problems(place: Path, files: Mapping[str, str | bytes]) -> tuple[Problem, ...]:
    with pytest.raises(ScorecardError) as caught:
        read_look(folder(place, files), rubric())
    assert caught.value.exit_code is ExitCode.USAGE
    return caught.value.problems


def certificate(look: Look) -> Page:
    return certificate_page(replace(edition(), look=look), won(), "a.pdf")


# --- what works --------------------------------------------------------------------


def test_without_a_folder_the_package_prints_as_it_is() -> None:
    assert read_look(None, rubric()) == Look()


@needs_verapdf
@needs_pango
def test_a_users_template_is_archival_too(tmp_path: Path) -> None:
    (tmp_path / "look").mkdir()
    look = plain_look(
        tmp_path / "look",
        **{
            "certificate.html": PLAIN.replace("shape.svg", "pixels.png"),
            "pixels.png": picture("RGBA"),
        },
    )
    pdf = to_pdf(certificate(look))
    assert isinstance(pdf, bytes)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    assert verapdf.failures([path]) == {str(path): []}


@needs_pango
def test_a_users_template_prints_the_same_bytes_with_any_workers(
    tmp_path: Path,
) -> None:
    page = certificate(plain_look(tmp_path))
    pages = [replace(page, path=f"{number}.pdf") for number in range(3)]
    made = [tuple(render_pdfs(pages, workers)) for workers in (1, 2)]
    assert made[0] == made[1]


def test_a_stylesheet_alone_changes_the_packages_page(tmp_path: Path) -> None:
    look = read_look(
        folder(tmp_path, {"certificate.css": "h1 { color: #900 }"}), rubric()
    )
    page = certificate(look)
    assert page.html == certificate(Look()).html
    assert "h1 { color: #900 }" in standalone_html(page)
    assert "letter-spacing: .16em" not in standalone_html(page)


def test_a_template_may_include_another_of_its_folder(tmp_path: Path) -> None:
    part = '<p>{{ award }}</p>{% include "part.html" %}'
    look = plain_look(
        tmp_path, **{"certificate.html": part, "part.html": "<p>{{ serial }}</p>"}
    )
    assert edition().seal.certificate(won()).serial in certificate(look).html


def test_logos_stand_above_the_title_with_their_names(tmp_path: Path) -> None:
    look = read_look(folder(tmp_path, {"shape.svg": SHAPE}), with_logo("shape.svg"))
    page = certificate_page(
        replace(edition(), rubric=with_logo("shape.svg"), look=look), won(), "a.pdf"
    )
    assert '<img src="shape.svg" alt="Lambang contoh">' in page.html
    assert 'id="ornament"' not in page.html
    assert 'src="data:image/svg+xml;base64,' in standalone_html(page)


def with_logo(name: str) -> Rubric:
    title = {"id": "Lambang contoh", "en": "Emblem"}
    logo = Logo.model_validate({"file": name, "title": title})
    changed = rubric().certificate.model_copy(update={"logos": (logo,)})
    return rubric().model_copy(update={"certificate": changed})


def test_the_package_ships_no_logo() -> None:
    assert rubric().certificate.logos == ()


# --- what is refused, with its line ------------------------------------------------


PAGE, RULES = "certificate.html", "certificate.css"
MISTAKES = (
    (PAGE, "<p>\n{{ participant", ("look-syntax", 2, "unexpected end")),
    (PAGE, "<p>\n\n{% if band %}", ("look-syntax", 3, "Unexpected end")),
    (PAGE, "<p>\n{{ peserta }}", ("look-variable", 2, "peserta")),
    (PAGE, "<p>{{ root }}", ("look-variable", 1, "root")),
    (PAGE, "<p>\n{{ participant|safe }}", ("look-syntax", 2, "safe")),
    (
        PAGE,
        "{% autoescape false %}{{ participant }}{% endautoescape %}",
        ("look-syntax", 1, "autoescape"),
    ),
    (PAGE, "\n<img src='http://contoh.id/a.png'>", ("look-address", 2, "http:")),
    (PAGE, "<img src=//contoh.id/a.png>", ("look-address", 1, "//contoh.id")),
    (PAGE, '<img src="file:///etc/passwd">', ("look-address", 1, "file:///etc")),
    (PAGE, '<img src="../a.svg">', ("look-address", 1, "../a.svg")),
    (PAGE, '<img src="/etc/passwd">', ("look-address", 1, "/etc/passwd")),
    (PAGE, '<img src="data:image/png;base64,A">', ("look-address", 1, "data:")),
    (PAGE, '<img src="%2e%2e/a.svg">', ("look-address", 1, "%2e")),
    (PAGE, '<img\n src="absent.svg">', ("look-file-absent", 2, "absent.svg")),
    (PAGE, '<p style="background: url(https://x.y)">', ("look-address", 1, "https:")),
    (RULES, "\n@import 'http://x.id/a.css';", ("look-address", 2, "http")),
    (RULES, "p{background:url(no.svg)}", ("look-file-absent", 1, "no.svg")),
    (RULES, "p{background:url(bundled:x.svg)}", ("look-file-absent", 1, "bundled:")),
    ("a.svg", "<svg><text>x</text></svg>", ("look-picture", 0, "")),
    ("a.svg", "<svg><image href='file:///x'/></svg>", ("look-picture", 0, "")),
    ("a.svg", "<!DOCTYPE svg><svg/>", ("look-picture", 0, "")),
    ("a.svg", "<svg", ("look-picture", 0, "")),
    ("a.svg", "<svg><use href='http://x.id/#b'/></svg>", ("look-address", 1, "http:")),
    ("a.png", "no picture", ("look-picture", 0, "")),
    ("a.exe", "x", ("look-file-kind", 0, ".exe")),
)


@pytest.mark.parametrize(("file", "content", "fault"), MISTAKES)
def test_a_bad_template_is_a_problem_with_its_file_and_line(
    tmp_path: Path, file: str, content: str, fault: tuple[str, int, str]
) -> None:
    code, line, seen = fault
    (problem,) = problems(tmp_path, {file: content})
    assert problem.code == code
    assert (problem.location.file, problem.location.line) == (file, line)
    assert seen in problem.seen


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    files = {"certificate.html": "{{ a }}\n{{ b }}", "rapor.html": "{% if %}"}
    found = problems(tmp_path, files)
    assert [each.code for each in found] == ["look-variable"] * 2 + ["look-syntax"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_bytes(SHAPE)
    look = tmp_path / "look"
    look.mkdir()
    (look / "a.svg").symlink_to(secret)
    (problem,) = problems(look, {})
    assert problem.code == "look-file-unsafe"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.svg")
    (problem,) = problems(tmp_path, {})
    assert problem.code == "look-file-unsafe"


def test_a_picture_without_end_is_not_read_whole(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {"a.png": b"\x89PNG\r\n\x1a\n" + bytes(2**21)})
    assert problem.code == "look-too-large"


def test_a_logo_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScorecardError) as caught:
        read_look(tmp_path, with_logo("garuda.svg"))
    (problem,) = caught.value.problems
    assert problem.code == "logo-absent"
    assert problem.seen == "garuda.svg"


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ("<p>\n{{ words.tidak_ada }}", 2),
        ("<p>\n\n{{ signatures[7].name }}", 3),
        ("{{ participant.__class__.__mro__ }}", 1),
        ("{{ ''.__class__.__base__.__subclasses__() }}", 1),
        ("{% for n in range(10 ** 9) %}{{ n }}{% endfor %}", 1),
        ('\n{% include "../../etc/passwd" %}', 2),
        ('\n{% include "fonts.css" %}', 2),
        ("{{ 1 // 0 }}", 1),
        ("{{ place.append(1) }}", 1),
    ],
)
def test_a_template_that_cannot_be_filled_is_a_problem_with_its_line(
    tmp_path: Path, wrong: str, line: int
) -> None:
    look = plain_look(tmp_path, **{"certificate.html": wrong})
    with pytest.raises(ScorecardError) as caught:
        certificate(look)
    assert caught.value.exit_code is ExitCode.USAGE
    (problem,) = caught.value.problems
    assert problem.code == "look-unfilled"
    assert (problem.location.file, problem.location.line) == ("certificate.html", line)


@needs_pango
def test_a_font_of_this_computer_is_refused(tmp_path: Path) -> None:
    look = plain_look(
        tmp_path, **{"certificate.css": "body { font-family: 'DejaVu Sans', serif }"}
    )
    with pytest.raises(ScorecardError) as caught:
        list(render_pdfs([certificate(look)], 1))
    assert caught.value.problems[0].code == "pdf-font-foreign"


def test_every_problem_of_a_look_is_told_in_both_languages() -> None:
    for words in LOOK_PROBLEMS.values():
        for text in (words.message, words.expected, words.repair):
            assert text.id
            assert text.en


# --- what others wrote stays inert -------------------------------------------------

PAYLOADS = (
    '<img src="file:///etc/passwd">',
    '<img src="http://127.0.0.1:9/x.png">',
    '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<a rel="attachment" href="file:///etc/hostname">x</a>',
    '<object data="file:///etc/passwd"></object>',
    '<embed src="file:///etc/passwd">',
    '<iframe src="http://127.0.0.1:9/"></iframe>',
    "<style>@import url(http://127.0.0.1:9/x.css);</style>",
    "<style>*{background:url(file:///etc/passwd)}</style>",
    "<style>@font-face{font-family:x;src:url(http://127.0.0.1:9/f)}</style>",
    '<p style="background-image:url(http://127.0.0.1:9/)">x</p>',
    '<p style="content:url(file:///etc/passwd)">x</p>',
    '<svg><image href="file:///etc/passwd"/></svg>',
    '<svg><use href="http://127.0.0.1:9/a.svg#b"/></svg>',
    '<base href="http://127.0.0.1:9/"><img src="x">',
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img srcset="http://127.0.0.1:9/a 2x" src="bundled:frame.svg">',
    '"><img src=x onerror=alert(1)>',
    "</title><script>fetch('http://127.0.0.1:9/')</script>",
    "{{ 7 * 7 }}{% include 'certificate.css' %}",
    "&lt;img src=&quot;file:///etc/passwd&quot;&gt;",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    '<div id="signature-1"></div><div id="qr"></div>',
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_name_holds_is_text_in_every_page(payload: str) -> None:
    season = renamed(payload)
    whole = replace(edition(), season=season, seal=seal(season))
    code = won().participant
    medians = category_medians(season)
    tags = (
        tags_of(certificate(Look()).html),
        tags_of(rapor_page(edition(), code, "r.pdf", medians=medians).html),
    )
    pages = (
        certificate_page(whole, won(), "a.pdf"),
        rapor_page(whole, code, "r.pdf", medians=medians),
    )
    for page, before in zip(pages, tags, strict=True):
        assert tags_of(page.html) - before <= {("br", "")}
        assert "49" not in page.html or "49" not in payload


def tags_of(html: str) -> set[tuple[str, str]]:
    """Give each element with the addresses and identifiers it bears."""
    return {
        (tag.lower(), " ".join(re.findall(r'(?:src|href|id|style)="[^"]*"', rest)))
        for tag, rest in re.findall(r"<([a-zA-Z!][^\s>]*)([^>]*)>", html)
        if "font-size" not in rest and "top:" not in rest
    }


@needs_pango
@pytest.mark.parametrize("payload", PAYLOADS[:20])
def test_even_as_markup_it_reaches_nothing(payload: str) -> None:
    """Put the payload into the page itself, past every escape: the printer refuses."""
    page = certificate(Look())
    html = page.html.replace("<footer>", f"{payload}<footer>")
    printed = to_pdf(replace(page, html=html))
    if isinstance(printed, Refusal):
        assert printed.asked_for
        return
    assert b"root:x:0" not in printed
    assert printed.count(b"/EmbeddedFile") == 1


# --- the page that documents it ----------------------------------------------------


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_the_documentation_lists_exactly_the_names_that_there_are(name: str) -> None:
    section = DOCUMENT.read_text(encoding="utf-8").split(f"## `{name}`")[1]
    table = section.split("\n## ")[0]
    listed = set(re.findall(r"^\| `([a-z_]+)`", table, re.MULTILINE))
    assert listed == VARIABLES[name]


def test_the_pages_get_exactly_the_names_that_are_documented(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: dict[str, set[str]] = {}

    def spy(name: str, values: Mapping[str, object], _: Look) -> str:
        given[name] = set(values)
        return ""

    monkeypatch.setattr("scorecard.pages.certificate.fill", spy)
    monkeypatch.setattr("scorecard.pages.rapor.fill", spy)
    season = handmade_season()
    certificate(Look())
    rapor_page(edition(), "21", "r.pdf", medians=category_medians(season))
    assert given == {name: set(names) for name, names in VARIABLES.items()}
