"""Put the report together: one file that needs no other, nor a network."""

from __future__ import annotations

import hashlib
import json
import zlib
from base64 import b64encode
from functools import cache
from pathlib import Path

from markupsafe import Markup

from scorecard.number import Language
from scorecard.pages.bundle import bundled
from scorecard.pages.edition import Edition
from scorecard.pages.report.bands import band_rules, band_symbols
from scorecard.pages.report.details import people
from scorecard.pages.report.overview import overview
from scorecard.pages.report.strings import Told, packed
from scorecard.pages.report.tiles import tile_rules
from scorecard.pages.report.view import PageEnding, View, view_of
from scorecard.pages.report.words import script_words
from scorecard.rubric.nouns import Rubric

_HERE = Path(__file__).parent
_SCRIPTS = ("state.js", "tables.js", "person.js", "start.js")
_FONTS = (
    ("Scorecard Sans", 400, "sans-regular.woff2"),
    ("Scorecard Sans", 600, "sans-semibold.woff2"),
    ("EB Garamond", 600, "serif-semibold.woff2"),
)
_DOCUMENT = Markup(
    """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
<script>{script}</script>
</head>
<body>
{symbols}
<div id="page">
{page}</div>
<script type="application/json" id="words">{words}</script>
<script type="text/plain" id="pages">{pages}</script>
<script type="text/plain" id="people">{people}</script>
</body>
</html>
"""
)


def report_html(edition: Edition, ending: PageEnding) -> bytes:
    """Make report.html; `ending` is that of the printed pages it links to."""
    season, rubric = edition.season, edition.rubric
    view = view_of(season, rubric, rubric.language, ending)
    other = view_of(season, rubric, _other(rubric.language), ending)
    style, script = _style(rubric), _script()
    # What is inlined here is the package's own, or was escaped when it was filled in.
    return _DOCUMENT.format(
        language=rubric.language,
        policy=_policy(style, script),
        title=f"{view.say(rubric.title.text)} {rubric.edition}",
        style=Markup(style),
        script=Markup(script),
        symbols=band_symbols(rubric),
        page=Markup(overview(view, edition.seal.root)),
        words=Markup(_in_script(script_words())),
        pages=_squeezed({other.language: overview(other, edition.seal.root)}),
        people=_squeezed(_people(view)),
    ).encode()


def _people(view: View) -> Told:
    strings, told = packed(people(view))
    return {"strings": strings, "people": told}


def _other(language: Language) -> Language:
    return "en" if language == "id" else "id"


def _policy(style: str, script: str) -> str:
    """Allow this style, this script and fonts inside the file; nothing else at all."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; "
        f"script-src '{_digest(script)}'; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _style(rubric: Rubric) -> str:
    rules = (_HERE / "report.css").read_text(encoding="utf-8")
    return "\n".join((_fonts(), rules, band_rules(rubric), tile_rules()))


@cache
def _fonts() -> str:
    return "\n".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};'
        f"src:url(data:font/woff2;base64,{b64encode(bundled(file)).decode()})"
        'format("woff2")}'
        for family, weight, file in _FONTS
    )


@cache
def _script() -> str:
    parts = ((_HERE / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    return '"use strict";\n' + "\n".join(parts)


def _in_script(told: object) -> str:
    """Write JSON that no parser of HTML takes for the end of a script."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _squeezed(told: object) -> str:
    """Pack JSON into letters that mean nothing in HTML."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return b64encode(zlib.compress(text.encode(), 9)).decode("ascii")
