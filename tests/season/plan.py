"""Read the two YAML files of the season into what each participant will send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import yaml

HERE = Path(__file__).parent
SYNTHETIC = "sintetis, untuk contoh"
DERIVED = "dihitung dari angka yang diterbitkan"

Value: TypeAlias = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer of the form and the remark beside it."""

    value: Value
    remark: str


@dataclass(frozen=True, slots=True)
class Batch:
    """So many tickets of one outcome that came in in one month."""

    outcome: str
    month: int
    count: int


@dataclass(frozen=True, slots=True)
class Export:
    """The ticket export's layout, and how its tickets are spread.

    `months` holds each month's part of the tickets, `classes` each classification's.
    `blank` is an outcome and how many of its tickets have no classification.
    """

    layout: str
    months: dict[int, int]
    batch: Batch | None = None
    blank: tuple[str, int] | None = None
    classes: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Participant:
    """What one government sends; without `cells` it sends nothing.

    `cells` are keyed as the form's cells. `marks` are pairs, one a sampled ticket.
    """

    code: str
    name: str
    category: str
    cells: Mapping[str, Cell]
    export: Export | None = None
    one_workbook: bool = False
    left_out: tuple[str, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def slug(self) -> str:
        """The name of the participant's folder or workbook."""
        return f"{self.code}-{'-'.join(self.name.lower().split())}"

    def count(self, figure: str) -> int:
        """Give a figure of the recap; 0 where the form is left blank."""
        cell = self.cells.get(figure)
        return int(str(cell.value)) if cell else 0


def participants() -> tuple[Participant, ...]:
    """Join published figures and story, in the order of codes."""
    figures = yaml.safe_load((HERE / "figures.yaml").read_text(encoding="utf-8"))
    story = yaml.safe_load((HERE / "story.yaml").read_text(encoding="utf-8"))
    return tuple(_participant(each, story.get(each["code"])) for each in figures)


def _participant(
    real: Mapping[str, Any], told: Mapping[str, Any] | None
) -> Participant:
    identity = (real["code"], real["name"], real["category"])
    if told is None:
        return Participant(*identity, cells={})
    return Participant(
        *identity,
        cells=dict(_cells(real, told)),
        export=_export(told["export"]) if "export" in told else None,
        one_workbook=told.get("one_workbook", False),
        left_out=tuple(told.get("left_out", ())),
        marks=tuple((int(pair[0]), int(pair[1])) for pair in told["marks"].split()),
    )


def _export(told: Mapping[str, Any]) -> Export:
    return Export(
        layout=told["layout"],
        months=dict(told["months"]),
        batch=Batch(**told["batch"]) if "batch" in told else None,
        blank=(told["blank"]["outcome"], told["blank"]["count"])
        if "blank" in told
        else None,
        classes=dict(told.get("classes", {})),
    )


def _cells(
    real: Mapping[str, Any], told: Mapping[str, Any]
) -> Iterator[tuple[str, Cell]]:
    yield from _identity(real)
    yield from _published(real)
    for key, value in {**told["recap"], **told["answers"]}.items():
        yield key, Cell(value, SYNTHETIC)
    # Beside one workbook lies a folder of files alone, so their paths are short.
    folder = "" if told.get("one_workbook") else "bukti/"
    number = f"CONTOH/{real['code']}/SK-SP4N"
    yield from _decree(told.get("sk_tim"), number, folder)
    yield from _plan(told.get("rencana_aksi"), folder)


def _identity(real: Mapping[str, Any]) -> Iterator[tuple[str, Cell]]:
    yield "code", Cell(real["code"], "kode wilayah Kemendagri")
    yield "name", Cell(real["name"], "")
    yield "sumber", Cell(real["source"], "asal angka yang diterbitkan")
    yield "periode_angka", Cell(real["period"], "periode menurut sumbernya")
    if "note" in real:
        yield "catatan", Cell(real["note"], "")


def _published(real: Mapping[str, Any]) -> Iterator[tuple[str, Cell]]:
    origins = {"published": f"Sumber: {real['source']}", "derived": DERIVED}
    for part, origin in origins.items():
        for figure, value in real.get(part, {}).items():
            more = real.get("remarks", {}).get(figure)
            yield figure, Cell(value, f"{origin}; {more}" if more else origin)


def _decree(
    told: Mapping[str, Any] | None, number: str, folder: str
) -> Iterator[tuple[str, Cell]]:
    if told is None:
        yield "sk_tim.ada", Cell(False, SYNTHETIC)
        return
    answers = {
        "ada": True,
        "nomor": f"{number}/{told['tanggal'].year}",
        **told,
        "berkas": f"{folder}sk-tim.pdf",
    }
    for key, value in answers.items():
        yield f"sk_tim.{key}", Cell(value, SYNTHETIC)


def _plan(told: Mapping[str, Any] | None, folder: str) -> Iterator[tuple[str, Cell]]:
    if told is None:
        yield "rencana_aksi.ada", Cell(False, SYNTHETIC)
        return
    answers = {"ada": True, **told, "berkas": f"{folder}rencana-aksi.pdf"}
    for key, value in answers.items():
        yield f"rencana_aksi.{key}", Cell(value, SYNTHETIC)
