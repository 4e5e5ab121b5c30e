"""Say what is doubtful about a document that is in hand.

Nothing here moves a score: a number that is not found may be a poor scan, and a person
decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scorecard.errors import Location, Problem
from scorecard.evidence.document_contents import Contents
from scorecard.evidence.problems import problem
from scorecard.evidence.text_checks import Sought
from scorecard.model import ActiveContent, FileSignature
from scorecard.wording import Spoken, Text, say

_ACTIVE: dict[ActiveContent, Text] = {
    "javascript": Text("skrip", "a script"),
    "launch": Text("perintah untuk menjalankan program", "a command to run a program"),
    "embedded_files": Text("berkas lain di dalamnya", "other files inside"),
}


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that the form names at `place`, and what its text must hold."""

    key: str
    title: Text
    written: str
    place: Location
    sought: tuple[Sought, ...]

    def problem(self, code: str, **figures: Spoken) -> Problem:
        """Make a Problem of it, at the cell that names it."""
        known: dict[str, Spoken] = {"title": self.title, **figures}
        return problem(code, self.place, seen=self.written, **known)


def report(named: NamedFile, path: str, contents: Contents) -> Iterator[Problem]:
    """Compare what the form says with what the file holds, and name what is unusual."""
    yield from _text(named, path, contents)
    for signature in contents.signatures:
        yield from _signature(named, path, signature)
    if contents.active:
        what = tuple(_ACTIVE[each] for each in contents.active)
        yield named.problem("document-active-content", what=what)


def _text(named: NamedFile, path: str, contents: Contents) -> Iterator[Problem]:
    checked = tuple(zip(named.sought, contents.checks, strict=True))
    unread = [each for each, check in checked if check.outcome == "no_text"]
    if unread:
        titles = tuple({each.field: each.title for each in unread}.values())
        yield named.problem("document-without-text", path=path, titles=titles)
    lost = [each for each, check in checked if check.outcome == "not_found"]
    whole = {each.field for each in lost if each.what == "date"}
    for each in lost:
        # A date that is not found has said all that its year could say.
        if each.what != "year" or each.field not in whole:
            yield _not_found(each, path, contents)


def _not_found(sought: Sought, path: str, contents: Contents) -> Problem:
    codes = {
        "number": "document-number-not-found",
        "date": "document-date-not-found",
        "year": "document-year-not-found",
    }
    figures: dict[str, Spoken] = {"path": path, "pages": _part(contents)}
    day = sought.evidence.value
    if isinstance(day, date):
        figures |= {"day": day}
        figures |= {"year": str(day.year)} if sought.what == "year" else {}
    place, seen = sought.evidence.location, sought.evidence.shown
    return problem(codes[sought.what], place, seen=seen, title=sought.title, **figures)


def _part(contents: Contents) -> Text:
    """Name the part that was read, where it is not the whole document."""
    if contents.pages is None or contents.read >= contents.pages:
        return Text("", "")
    return say(
        " ({read} dari {pages} halaman dibaca)",
        " ({read} of {pages} pages were read)",
        read=contents.read,
        pages=contents.pages,
    )


def _signature(
    named: NamedFile, path: str, signature: FileSignature
) -> Iterator[Problem]:
    code = {
        "broken": "document-signature-broken",
        "changed": "document-changed-after-signing",
        "unchecked": "document-signature-unchecked",
    }.get(signature.integrity)
    if code:
        yield named.problem(code, path=path, summary=signature.summary)
