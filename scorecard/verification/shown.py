"""Hold the words on a certificate's page against the record inside it.

Spaces and capitals are not compared: a name is set in capitals and broken into lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorecard.errors import Location, Problem
from scorecard.number import display_published
from scorecard.sealing import Proven
from scorecard.verification.claims import Claim, ClaimedAward
from scorecard.verification.pdf_parts import PdfParts
from scorecard.verification.problems import problem
from scorecard.wording import Text, same

_NAME = Text("Nama peserta di halaman", "The participant's name on the page")
_NUMBER = Text("Nomor piagam di halaman", "The certificate's number on the page")
_NAME_IN_TITLE = Text("Nama dalam metadata", "The name in the metadata")
_NUMBER_IN_TITLE = Text("Nomor dalam metadata", "The number in the metadata")
_AWARD = Text("Penghargaan di halaman", "The award on the page")
_ROOT = Text("Akar segel di halaman", "The seal's root on the page")
_SCORE = Text("Nilai di halaman", "The score on the page")
# A narrow column breaks a serial behind a hyphen.
_SERIAL = re.compile(r"(?<![0-9A-Z-])[0-9A-Z]{4}(?:- ?[0-9A-Z]{4}){3}")
_HEXADECIMAL = re.compile(r"[0-9a-f]+")


def serials_shown(parts: PdfParts) -> tuple[str, ...]:
    """Find what looks like a serial on the page, in order, each once."""
    found = (each.replace(" ", "") for each in _SERIAL.findall(parts.text))
    return tuple(dict.fromkeys(found))


def text_problems(
    parts: PdfParts, claim: Claim, award: ClaimedAward, proven: Proven
) -> Iterator[Problem]:
    """Name each fact of the record that the page, or the title, does not show."""
    page, title = parts.text, parts.metadata.get("/Title", "")
    name, number = same(claim.participant.name), same(award.number)
    facts = (
        (_NAME, name, page),
        (_NUMBER, number, page),
        (_NAME_IN_TITLE, name, title),
        (_NUMBER_IN_TITLE, number, title),
        (_AWARD, award.title, page),
    )
    for what, expected, shown in facts:
        if not _stands(expected, shown):
            yield _changed(what, expected)
    if proven.root not in _digits(page):
        yield _changed(_ROOT, same(proven.root))
    if claim.score and not _figure_stands(claim.score, page):
        yield _changed(_SCORE, _both(claim.score))


def _stands(words: Text, shown: str) -> bool:
    """Look for the words of either language."""
    return any(_plain(each) in _plain(shown) for each in (words.id, words.en))


def _figure_stands(score: str, page: str) -> bool:
    """Look for the figure by itself: ``91,26`` is not found in ``191,26``."""
    shown = _both(score)
    return any(
        re.search(rf"(?<![\d.,]){re.escape(each)}(?![\d]|[.,]\d)", page)
        for each in (shown.id, shown.en)
    )


def _both(score: str) -> Text:
    return Text(display_published(score, "id"), display_published(score, "en"))


def _plain(words: str) -> str:
    return "".join(words.split()).casefold()


def _digits(page: str) -> str:
    """Join neighbouring words of hexadecimal digits: the root is set in lines."""
    return "".join(
        word if _HEXADECIMAL.fullmatch(word) else "|" for word in page.split()
    )


def _changed(what: Text, expected: Text) -> Problem:
    return problem(
        "certificate-text-changed", Location(""), what=what, expected=expected
    )
