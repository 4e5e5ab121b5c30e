"""A participant with one decree: its number, date and file, read as a season."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from scorecard.errors import Problem
from scorecard.evidence.submission import Reading
from scorecard.model import AttachedFile
from scorecard.rubric.nouns import Rubric
from tests.evidence_season import read, small_rubric
from tests.workbooks import table, workbook

KENDARI = "74.71-kota-kendari"
NUMBER = "188.45/27/KEP/2024"
DAY = date(2024, 2, 5)
TEXT = ("Keputusan Wali Kota", f"Nomor {NUMBER}", "tanggal 5 Februari 2024")
_FIELDS = """        - { id: tanggal, title: { id: Tanggal, en: Date }, kind: date }
        - { id: berkas, title: { id: Berkas, en: File }, kind: file }
"""
_YEAR = "      proof: { file: berkas, year: tanggal }\n"
_PROOF = """        - { id: nomor, title: { id: Nomor, en: Number }, kind: text }
        - { id: lampiran, title: { id: Lampiran, en: Annex }, kind: file }
      proof: { file: berkas, number: nomor, date: tanggal, year: tanggal }
"""


@cache
def rubric_with_proof() -> Rubric:
    """Give the small rubric, which also asks what the decree's own text says."""
    return small_rubric((_FIELDS, _FIELDS + _PROOF))


@cache
def rubric_with_year() -> Rubric:
    """Give the small rubric, which asks for the year of the decree's date alone."""
    return small_rubric((_FIELDS, _FIELDS + _YEAR))


def form_of(code: str = "74.71", name: str = "Kota Kendari", **decree: Any) -> bytes:
    """Fill in the form; the decree's answers stand in C2 (date) to C5 (annex)."""
    keys = ("tanggal", "berkas", "nomor", "lampiran")
    heading = ("Kode", "Uraian", "Isian", "Keterangan")
    identity = [("code", "…", code), ("name", "…", name)]
    documents = [(f"sk.{key}", "…", decree.get(key)) for key in keys]
    keys_of_recap = ("masuk", "selesai", "proses", "arsip", "persen", "rata_hari")
    return workbook(
        {
            "Identitas": table([heading, *identity]),
            "Rekap": table([heading, *((key, "…", None) for key in keys_of_recap)]),
            "Dokumen": table([heading, *documents]),
            "Jawaban": table([heading, ("ada", "…", None)]),
        }
    )


def send(tmp_path: Path, files: Mapping[str, bytes], **decree: Any) -> Reading:
    """Read a season of Kota Kendari alone, its files in its folder."""
    sent = {f"{KENDARI}/{name}": content for name, content in files.items()}
    sent[f"{KENDARI}/borang.xlsx"] = form_of(**decree)
    return read(tmp_path, sent, rubric=rubric_with_proof())


def send_decree(
    tmp_path: Path, content: bytes, name: str = "sk.pdf", **decree: Any
) -> tuple[AttachedFile, tuple[Problem, ...]]:
    """Send one file as the decree, by default with the number and date of `TEXT`."""
    answers = {"berkas": name, "nomor": NUMBER, "tanggal": DAY, **decree}
    reading = send(tmp_path, {name: content}, **answers)
    return reading.submissions[0].files["sk.berkas"], reading.problems


def said(problems: tuple[Problem, ...]) -> list[tuple[str, str, str, str]]:
    """List code, place, and the message in both languages."""
    return [
        (each.code, str(each.location), each.message.id, each.message.en)
        for each in problems
    ]
