"""A folder of results to attack: the handmade season, with its PDFs and a register."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

from scorecard.engine import PdfEngine, pdf_engine
from scorecard.export import artifacts, write
from scorecard.manifest import LookUsed, files_of, listing, manifest, sums
from scorecard.model import InputFile, Season
from scorecard.results import load_results, results_json
from scorecard.sealing import seal
from scorecard.sealing.register import HEAD, REGISTER, Entry
from scorecard.verification.folder import Verified, verify_folder
from scorecard.verification.register_files import add_entry
from scorecard.verification.remade import Remaking
from scorecard.wording import Text
from tests.handmade_season import handmade_season, loaded_rubric

IN_CI = os.environ.get("CI") == "true"
LACKS_PDF = not pdf_engine().usable and not IN_CI
NO_PDF = PdfEngine(False, Text("tidak diminta", "not asked for"), "")
REVOKED = "0000-0000-0000-0000"


def sealed_folder(outputs: Path, pdf: PdfEngine = NO_PDF) -> Path:
    """Write the handmade season and enter two lines in its register."""
    made = artifacts(handmade_season(), loaded_rubric().rubric, workers=2, pdf=pdf)
    write(made, outputs)
    add_entry(outputs, Entry("revoked", REVOKED, "salah nama", day="2026-05-02"))
    add_entry(outputs, Entry("reissued", REVOKED, "pencabutan keliru"))
    return outputs


@cache
def remaking(pdf: PdfEngine = NO_PDF) -> Remaking:
    return Remaking(pdf, workers=2)


def named(found: Verified) -> set[tuple[str, str]]:
    """Give file and code of each error."""
    return {
        (each.location.file, each.code)
        for each in found.problems
        if each.severity == "error"
    }


def verified(outputs: Path, *, remake: bool = False) -> Verified:
    return verify_folder(outputs, remaking() if remake else None)


def edit_json(path: Path, change) -> None:
    """Change a JSON file in the way it was written."""
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(
        json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def better(season: Season, code: str) -> Season:
    """Give a participant a total of 99.99."""
    card = season.scorecard(code)
    total = replace(
        card.total,
        low=Fraction(9999, 100),
        high=Fraction(9999, 100),
        published_low="99.99",
        published_high="99.99",
    )
    cards = tuple(
        replace(each, total=total) if each.participant.code == code else each
        for each in season.scorecards
    )
    return replace(season, scorecards=cards)


def forge_lists(outputs: Path) -> None:
    """Write manifest.json and SHA256SUMS anew, as if the files were the tool's own."""
    season = load_results(outputs / "results.json")
    ours = files_of(outputs) - {"manifest.json", "SHA256SUMS"}
    files = [
        _entry(outputs, path) for path in sorted(ours) if (outputs / path).exists()
    ]
    results = hashlib.sha256(results_json(season)).hexdigest()
    forged = manifest(season, files, results, seal(season), look=look_of(outputs))
    (outputs / "manifest.json").write_bytes(forged.content)
    own = _entry(outputs, "manifest.json")
    (outputs / "SHA256SUMS").write_bytes(sums((*files, own)).content)


def look_of(outputs: Path) -> LookUsed | None:
    found = listing(outputs)
    return found.look if found else None


def lines_of_register(outputs: Path) -> list[bytes]:
    return (outputs / REGISTER).read_bytes().splitlines(keepends=True)


def head_of_register(outputs: Path) -> bytes:
    return (outputs / HEAD).read_bytes()


def _entry(outputs: Path, path: str) -> InputFile:
    content = (outputs / path).read_bytes()
    return InputFile(path, len(content), hashlib.sha256(content).hexdigest())
