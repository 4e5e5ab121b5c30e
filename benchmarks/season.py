"""Write a national season: every region with its form and its ticket export.

Sizes are as uneven as they are in life: the largest government has some hundred times
the tickets of the smallest. All of it is invented, and the same for the same numbers.
"""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from benchmarks.exports import ExportPlan, status_counts, write_export
from scorecard.evidence.folding import slug
from scorecard.evidence.forms import fields_of
from scorecard.evidence.regions import regions
from scorecard.model import Participant
from scorecard.rubric.nouns import Rubric

TICKETS = 800_000
_FIRST_ID = 10_000_000
_PLACEHOLDER = 987_650_000
_ATTACHED = b"%PDF-1.7\n% contoh\n"
_CLOSED = ("Ditutup oleh Sistem", "Ditutup oleh Admin", "Ditutup oleh Pelapor")
_ANSWERS: Mapping[str, object] = {
    "yes_no": "Ya",
    "date": date(2025, 2, 3),
    "file": "sk.pdf",
    "text": "Contoh",
}


@dataclass(frozen=True, slots=True)
class Government:
    """A region and the export that it is given."""

    participant: Participant
    export: ExportPlan

    @property
    def folder(self) -> str:
        """Name its folder as governments do: ``21-kepulauan-riau``."""
        return f"{self.participant.code}-{slug(self.participant.name)}"


def plan_season(tickets: int = TICKETS, *, every: int = 1) -> tuple[Government, ...]:
    """Share the tickets out among all regions, or among every n-th."""
    chosen = [regions()[code] for code in sorted(regions())][::every]
    chance = random.Random(2025)
    weights = [chance.lognormvariate(0, 1) for _ in chosen]
    planned = []
    next_id = _FIRST_ID
    for number, (region, weight) in enumerate(zip(chosen, weights, strict=True)):
        rows = max(1, round(tickets * weight / sum(weights)))
        # Every fourth has opened its export in a spreadsheet program and saved it.
        export = ExportPlan(region.name, rows, next_id, inline=number % 4 != 0)
        planned.append(Government(region, export))
        next_id += rows
    return tuple(planned)


def write_season(
    folder: Path, rubric: Rubric, governments: tuple[Government, ...]
) -> None:
    """Write the folders of all governments and the list of participants."""
    template = _template(rubric)
    for government in governments:
        own = folder / government.folder
        own.mkdir(parents=True)
        (own / "borang.xlsx").write_bytes(_filled(template, government))
        (own / "sk.pdf").write_bytes(_ATTACHED + government.folder.encode())
        write_export(own / "tiket.xlsx", government.export)
    listed = io.StringIO()
    rows = csv.writer(listed, lineterminator="\n")
    rows.writerow(("code", "name", "category"))
    rows.writerows(
        (each.code, each.name, "" if not category else category.id)
        for each in (government.participant for government in governments)
        for category in (rubric.category_of(each.type),)
    )
    (folder / "_season").mkdir()
    (folder / "_season" / "participants.csv").write_text(
        listed.getvalue(), encoding="utf-8"
    )


def _template(rubric: Rubric) -> dict[str, bytes]:
    """Make the form once; its recap holds numbers that are replaced later."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for role, fields in fields_of(rubric.form).items():
        sheet = book.create_sheet(rubric.form.sheets[role].name)
        headers = rubric.form.headers
        sheet.append((headers.key[0], headers.label[0], headers.answer[0]))
        for key, field in fields.items():
            sheet.append((key, field.title.id, _answer(key, field.kind)))
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _answer(key: str, kind: str) -> object:
    if key in ("code", "name"):
        return f"@{key}@"
    places = {"masuk": 1, "selesai": 2, "proses": 3}
    if key in places:
        return _PLACEHOLDER + places[key]
    return _ANSWERS.get(kind)


def _filled(template: dict[str, bytes], government: Government) -> bytes:
    statuses = status_counts(government.export)
    words = dict(_replacements(government, statuses))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in template.items():
            part = _replaced(content, words)
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _replaced(content: bytes, words: Mapping[str, str]) -> bytes:
    for old, new in words.items():
        content = content.replace(old.encode(), new.encode())
    return content


def _replacements(
    government: Government, statuses: Counter[str]
) -> Iterator[tuple[str, str]]:
    yield "@code@", government.participant.code
    yield "@name@", government.participant.name
    closed = sum(statuses[status] for status in _CLOSED)
    figures = (statuses.total(), closed, statuses["Proses"])
    for place, figure in enumerate(figures, start=1):
        yield str(_PLACEHOLDER + place), str(figure)
