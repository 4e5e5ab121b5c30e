"""What differs between two records of one participant, in words.

The same account serves a results.json that was altered, evidence that was scored again
and a certificate held against the results.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from scorecard.sealing.canonical import Json
from scorecard.wording import Text, say

Titles: TypeAlias = Mapping[str, Text]
"""Titles of criteria and indicators by id."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs; `before` and `after` as people read them."""

    what: Text
    before: str
    after: str


# What a part of the record is called; its telling fields, the most telling first.
_PARTS: Mapping[str, tuple[Text, tuple[str, ...]]] = {
    "total": (Text("nilai akhir", "total"), ("published_low", "published_high")),
    "band": (Text("predikat", "band"), ("low", "high")),
    "coverage": (Text("cakupan", "coverage"), ()),
    "outcome": (Text("keadaan nilai", "outcome"), ()),
    "participant": (Text("identitas", "identity"), ("code", "name", "category")),
    "rubric": (Text("rubrik", "rubric"), ("edition", "sha256")),
    "participants": (Text("banyaknya peserta", "number of participants"), ()),
    "as_of": (Text("hari penilaian", "day of judgement"), ()),
    "tool": (Text("versi scorecard", "version of scorecard"), ()),
    "gates": (Text("pembatas predikat", "gate"), ("id",)),
    "standings": (Text("peringkat", "place"), ("place", "value")),
    "awards": (Text("penghargaan", "award"), ("status", "place", "number")),
    "inputs": (Text("berkas masukan", "input file"), ("sha256",)),
}
_FIELDS: Mapping[str, Text] = {
    "points": Text("poin", "points"),
    "value": Text("nilai ukur", "measured value"),
    "state": Text("keadaan", "state"),
    "evidence": Text("sel bukti", "cells of evidence"),
    "weight": Text("bobot", "weight"),
    "share": Text("bagian bobot", "share of the weight"),
}
_NODES = ("criteria", "indicators")
_TELLING = ("points", "value", "numerator", "denominator", "state", "weight", "share")
_KEYS = ("id", "path", "ranking")
_ABSENT = "—"


def differences(before: Json, after: Json, titles: Titles) -> Iterator[Change]:
    """Name each part that differs, once, by its most telling figure."""
    for part in (key for key in before if key in after or key != "format"):
        old, new = _items(before[part]), _items(after.get(part))
        for key in (*old, *(each for each in new if each not in old)):
            if old.get(key) != new.get(key):
                yield _change((part, key), old.get(key), new.get(key), titles)


def _change(place: tuple[str, str], old: Any, new: Any, titles: Titles) -> Change:
    part, key = place
    if part in _NODES:
        return _of_a_node(key, old, new, titles)
    name, fields = _PARTS.get(part, (Text(part, part), ()))
    what = say("{name} {key}", "{name} {key}", name=name, key=key) if key else name
    before, after = _told(old, new, fields)
    return Change(what, before, after)


def _of_a_node(key: str, old: Any, new: Any, titles: Titles) -> Change:
    field = next(
        (each for each in _TELLING if _field(old, each) != _field(new, each)),
        "evidence",
    )
    what = say(
        "{title} ({key}), {field}",
        "{title} ({key}), {field}",
        title=titles.get(key, Text(key, key)),
        key=key,
        field=_FIELDS.get(field, Text(field, field)),
    )
    telling = ("published_low", "published_high", "low", "high")
    return Change(what, *_told(_field(old, field), _field(new, field), telling))


def _told(old: Any, new: Any, fields: tuple[str, ...]) -> tuple[str, str]:
    """Show the first field that differs, or the whole where none of them does."""
    for field in fields:
        if _field(old, field) != _field(new, field):
            return _shown(_field(old, field)), _shown(_field(new, field))
    return _shown(old), _shown(new)


def _field(item: Any, field: str) -> Any:
    return item.get(field) if isinstance(item, dict) else None


def _shown(value: Any) -> str:
    match value:
        case None:
            return _ABSENT
        case list():
            return ", ".join(map(_shown, value)) or _ABSENT
        case dict():
            return ", ".join(f"{key} {_shown(each)}" for key, each in value.items())
    return str(value)


def _items(part: Any) -> dict[str, Any]:
    """Give a list's items by what names them; anything else is one nameless item."""
    if not isinstance(part, list):
        return {"": part}
    return {_name(item, index): item for index, item in enumerate(part)}


def _name(item: Any, index: int) -> str:
    for key in _KEYS:
        if _field(item, key) is not None:
            category = _field(item, "category")
            return f"{item[key]} ({category})" if category else str(item[key])
    return str(index)
