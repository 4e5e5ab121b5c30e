"""A small rubric and submissions for tests of the engine, stated in the test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from scorecard.errors import Location
from scorecard.model import (
    AttachedFile,
    Evidence,
    Mark,
    Participant,
    Series,
    SeriesItem,
    Submission,
)
from scorecard.rubric.nouns import Rubric


def words(text: str) -> dict[str, str]:
    return {"id": text, "en": text}


def field(key: str, kind: str = "whole") -> dict[str, Any]:
    return {"id": key, "title": words(key), "kind": kind}


def quantity(key: str) -> dict[str, Any]:
    return {"id": key, "title": words(key), "figure": key, "tickets": {}}


def share(of: str, over: str, *less: str) -> dict[str, Any]:
    return {"verb": "share", "of": [of], "over": [over], "less": list(less)}


def linear(worst: str = "0", best: str = "100") -> dict[str, Any]:
    return {"verb": "linear", "worst": worst, "best": best}


def indicator(key: str, weight: str = "100", **more: Any) -> dict[str, Any]:
    given = {"measure": share("selesai", "masuk"), "scale": linear()}
    return {"id": key, "title": words(key), "weight": weight, **given, **more}


def criterion(key: str, weight: str = "100", **more: Any) -> dict[str, Any]:
    return {"id": key, "title": words(key), "weight": weight, **more}


def band(key: str, start: str, end: str) -> dict[str, Any]:
    limits = {"from": start, "to": end}
    return {"id": key, "title": words(key), "colour": "#112233", **limits}


FIGURES = ("masuk", "selesai", "arsip", "hari", "lalu", "masuk_lalu")


def rubric(*criteria: dict[str, Any], **more: Any) -> Rubric:
    """Make a rubric with the figures of FIGURES and one document, ``sk``."""
    score = {"not_scored": words("tidak dapat dinilai"), "basis": "assumption"}
    score |= {"not_submitted": words("tidak menyerahkan"), **more.pop("score", {})}
    return Rubric.model_validate(
        _base() | {"score": score, "criteria": criteria} | more
    )


def _base() -> dict[str, Any]:
    everyone = {"id": "semua", "title": words("semua"), "types": ["provinsi"]}
    three = [band("a", "80", "100"), band("b", "50", "79.99"), band("c", "0", "49.99")]
    return {
        "id": "kecil",
        "edition": "1",
        "title": words("kecil"),
        "note": words("contoh"),
        "period": {"start": "2025-01-01", "end": "2025-12-31"},
        "deadline": "2026-02-28",
        "as_of": "2026-03-31",
        "sources": {},
        "vocabulary": {"yes": ["Ya"], "no": ["Tidak"]},
        "categories": [everyone],
        "form": _form(),
        "tickets": _tickets(),
        "quantities": [quantity(each) for each in FIGURES],
        "bands": {"basis": "assumption", "ranges": three},
        "certificate": {
            "title": words("Piagam"),
            "number": {},
            "given_to": words("kepada"),
            "predicate": words("sebagai"),
            "reason": words("atas"),
            "place": "Jakarta",
            "date": "2026-03-31",
            "signatories": [{"office": ["Deputi"]}],
            "rapor_title": words("Rapor"),
        },
    }


def _form() -> dict[str, Any]:
    document = [
        field("ada", "yes_no"),
        field("nomor", "text"),
        field("mulai", "date"),
        field("sampai", "date"),
        field("berkas", "file"),
    ]
    return {
        "headers": {
            "key": ["Kode"],
            "label": ["Uraian"],
            "answer": ["Isian"],
            "remark": ["Keterangan"],
        },
        "sheets": {
            "identity": {"name": "Identitas"},
            "recap": {"name": "Rekap"},
            "documents": {"name": "Dokumen"},
            "answers": {"name": "Jawaban"},
        },
        "identity": [field("code", "text"), field("name", "text")],
        "recap": [field(each) for each in FIGURES],
        "documents": [{"id": "sk", "title": words("SK"), "fields": document}],
        "answers": [field("kebijakan", "yes_no"), field("tingkat", "level")],
    }


def _tickets() -> dict[str, Any]:
    return {
        "sheet": {"name": "Laporan Ringkas"},
        "columns": {"tracking_id": ["Tracking ID"], "status": ["Status Laporan"]},
        "statuses": [{"id": "closed", "title": words("closed"), "labels": ["Ditutup"]}],
        "series": [
            {"id": "rating", "title": words("rating"), "column": "rating"},
        ],
    }


def evidence(value: Fraction | int | bool | str | date, cell: str = "C5") -> Evidence:
    exact = value if isinstance(value, bool | str | date) else Fraction(value)
    return Evidence(exact, str(value), Location("21/borang.xlsx", "Rekap", cell))


def submission(
    code: str = "21",
    *,
    counts: Mapping[str, int] | None = None,
    marks: tuple[Mark, ...] = (),
    series: tuple[SeriesItem, ...] = (),
    files: tuple[str, ...] = (),
    **answers: Fraction | int | bool | str | date,
) -> Submission:
    """Make a submission; ``sk__ada=True`` fills the document field ``sk.ada``."""
    place = Location("21/tiket.xlsx", "Laporan Ringkas", "N12:N20")
    return Submission(
        Participant(code, f"Provinsi {code}", "provinsi", "semua"),
        f"{code}-provinsi",
        {key.replace("__", "."): evidence(value) for key, value in answers.items()},
        {key: evidence(value) for key, value in (counts or {}).items()},
        {"rating": Series(series, place)} if series else {},
        {key: AttachedFile(key, "bukti/sk.pdf", 1, "0" * 64, True) for key in files},
        marks,
    )


def mark(value: str, ticket: str = "1", assessor: str = "Penilai 1") -> Mark:
    """Make a mark; a blank value is one that is still to come."""
    place = Location("_season/marks/penilai-1.xlsx", "Nilai", "E4")
    number = Fraction(value) if value else None
    return Mark("21", "mutu", ticket, assessor, number, place)


def rubric_of_figures(
    *figures: str,
    types: Sequence[str] = ("country",),
    categories: Sequence[str] = ("countries",),
    signed: Sequence[str] = (),
) -> Rubric:
    """Make a rubric whose figures come in one flat table; each is an indicator."""
    titles = {
        "life": {"id": "Umur dalam tahun", "en": "Life in years"},
        "income": {"id": "Pendapatan per kepala", "en": "Income per head"},
    }
    recap = [
        {"id": each, "title": titles[each], "kind": "number"}
        | ({"signed": "true"} if each in signed else {})
        for each in figures
    ]
    spelled = {"code": ["code", "Kode"], "name": ["country", "Negara"]}
    form = _form() | {"recap": recap, "documents": [], "answers": []}
    form |= {"table": spelled | {"category": ["group"]}}
    groups = [
        {
            "id": each,
            "title": words(each),
            "types": list(types) if not place else [each],
        }
        for place, each in enumerate(categories)
    ]
    parts = [
        indicator(f"i_{each}", measure={"verb": "figure", "figure": each})
        for each in figures
    ]
    vocabulary = {"yes": ["Ya"], "no": ["Tidak"], "blank": ["..", "-"]}
    return rubric(
        criterion("k", indicators=parts),
        form=form,
        categories=groups,
        vocabulary=vocabulary,
        tickets=None,
        quantities=[],
    )
