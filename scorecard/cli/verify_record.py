"""`scorecard verify` of one file: a participant's record, or a PDF that carries it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from scorecard.cli.problems import problem_json, tinted
from scorecard.cli.verify_view import as_json, harmless, listed
from scorecard.errors import ExitCode
from scorecard.number import Language, display_published
from scorecard.verification.own_record import OwnRecord, check_record
from scorecard.wording import Text


def verify_record(path: Path, root: str, language: Language, *, in_json: bool) -> int:
    """Check the record, show what it proves, and give the exit code."""
    found = check_record(path.name, path.read_bytes(), root)
    if in_json:
        click.echo(as_json(_json(path, found, language)))
    else:
        for line in _lines(path, found, language):
            click.echo(line)
    return ExitCode.DONE if found.holds else ExitCode.INTEGRITY


def _lines(path: Path, found: OwnRecord, language: Language) -> Iterator[str]:
    yield harmless(path.as_posix())
    yield from listed(found.problems, language)
    for name, shown in _facts(found, language):
        yield f"  {name.in_(language)}: {harmless(shown)}"
    colour = "green" if found.holds else "red"
    yield tinted(_outcome(found).in_(language), colour)


def _facts(found: OwnRecord, language: Language) -> Iterator[tuple[Text, str]]:
    claim, proven = found.claim, found.proven
    if claim is None or proven is None:
        return
    who = claim.participant
    yield Text("Peserta", "Participant"), f"{who.name} ({who.code})"
    if claim.score:
        yield Text("Nilai", "Score"), display_published(claim.score, language)
    for award in claim.awards:
        if award.status == "won":
            yield Text("Penghargaan", "Award"), award.title.in_(language)
    yield Text("Musim", "Season"), claim.season.in_(language)
    yield Text("Akar segel", "Root of the seal"), proven.root


def _outcome(found: OwnRecord) -> Text:
    if not found.holds:
        return Text("TIDAK TERBUKTI (kode keluar 5).", "NOT PROVEN (exit code 5).")
    if found.root_known:
        told = Text(
            "Terbukti: catatan ini bagian dari hasil dengan akar itu.",
            "Proven: this record is part of the results with that root.",
        )
    else:
        told = Text(
            "Catatan ini sampai ke akar di atas. Bandingkan akar itu dengan yang"
            " diumumkan, misalnya dengan --root.",
            "This record leads to the root above. Compare that with the one announced,"
            " by --root perhaps.",
        )
    if not found.is_page:
        return told
    return Text(f"{told.id} {_PAGE.id}", f"{told.en} {_PAGE.en}")


_PAGE = Text(
    "Tulisan di halaman PDF-nya tidak dibandingkan.",
    "What the pages of the PDF say was not compared.",
)


def _json(path: Path, found: OwnRecord, language: Language) -> dict[str, object]:
    claim, proven = found.claim, found.proven
    return {
        "exit_code": int(ExitCode.DONE if found.holds else ExitCode.INTEGRITY),
        "file": path.as_posix(),
        "holds": found.holds,
        "root_known": found.root_known,
        "participant": claim.participant.code if claim else None,
        "score": claim.score if claim else None,
        "record": proven.leaf if proven else None,
        "root": proven.root if proven else None,
        "problems": [problem_json(each, language) for each in found.problems],
    }
