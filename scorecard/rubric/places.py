"""Step 1, read rubric: say where in the rubric a mistake stands, by id and by line."""

from __future__ import annotations

from scorecard.errors import Location, Problem
from scorecard.rubric.rules import Mistake, Path, quotable
from scorecard.rubric.strict_yaml import Data, Document
from scorecard.wording import Text, joined, same

_SORTS = {
    "criteria": Text("aspek", "criterion"),
    "indicators": Text("indikator", "indicator"),
    "categories": Text("kategori", "category"),
    "identity": Text("isian identitas", "identity field"),
    "recap": Text("isian rekap", "recap field"),
    "documents": Text("dokumen", "document"),
    "fields": Text("isian", "field"),
    "answers": Text("isian jawaban", "answer field"),
    "statuses": Text("status", "status"),
    "classifications": Text("klasifikasi", "classification"),
    "series": Text("deret", "series"),
    "quantities": Text("besaran", "quantity"),
    "signals": Text("sinyal", "signal"),
    "conditions": Text("syarat", "condition"),
    "ranges": Text("predikat", "band"),
    "gates": Text("pembatas", "gate"),
    "rankings": Text("peringkat", "ranking"),
    "awards": Text("penghargaan", "award"),
}


def problem(mistake: Mistake, document: Document, file: str) -> Problem:
    """Turn a mistake into a Problem with its line and the place in words."""
    place = place_in_words(mistake.path, document.data)
    return Problem(
        code=mistake.code,
        severity=mistake.severity,
        participant="",
        location=Location(file, line=mistake.line or document.line(mistake.path)),
        seen=mistake.seen,
        message=joined((place, mistake.message), ": "),
        expected=mistake.expected,
        repair=mistake.repair,
    )


def place_in_words(path: Path, data: Data) -> Text:
    """Write a path as ``criterion 'completion' › indicator 'speed' › scale › best``."""
    parts: list[Text] = []
    for depth, part in enumerate(path):
        if isinstance(part, int):
            parts[-1:] = [_item(path[:depth], part, data)]
        else:
            parts.append(same(quotable(part)))
    return joined(tuple(parts), " › ")


def value_at(path: Path, data: Data) -> Data:
    """Give what stands at a path; None where nothing does."""
    for part in path:
        match data, part:
            case dict(), str():
                data = data.get(part)
            case list(), int() if part < len(data):
                data = data[part]
            case _:
                return None
    return data


def _item(path: Path, position: int, data: Data) -> Text:
    name = str(path[-1]) if path else ""
    sort = _SORTS.get(name, same(quotable(name)))
    item = value_at((*path, position), data)
    identity = item.get("id") if isinstance(item, dict) else None
    if isinstance(identity, str) and name in _SORTS:
        return Text(
            f"{sort.id} '{quotable(identity)}'", f"{sort.en} '{quotable(identity)}'"
        )
    ordinal = position + 1
    return Text(f"{sort.id} ke-{ordinal}".strip(), f"{sort.en} no. {ordinal}".strip())
