"""Formulas of single form cells: `answer` and `figure`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorecard.methods.live.expressions import (
    BLANK,
    READ,
    Cells,
    Known,
    Live,
    chosen,
    quoted,
    sentence,
    shown,
    steady,
)
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import FormField
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, say

_NUMERIC = ("yes_no", "whole", "number", "percent", "level")


def answer(measure: verb.Answer, cells: Cells, rubric: Rubric) -> Live:
    """Take one cell of the answers sheet."""
    return _cell(measure.field, rubric.form.answers, cells)


def figure(measure: verb.Figure, cells: Cells, rubric: Rubric) -> Live:
    """Take one cell of the recap sheet."""
    return _cell(measure.figure, rubric.form.recap, cells)


def missing(title: Text, cells: Cells) -> str:
    """Say which answer was left blank."""
    return quoted(left_blank(title, cells))


def left_blank(title: Text, cells: Cells) -> str:
    """Say the same in plain words."""
    said = say("{title} tidak diisi.", "{title} was left blank.", title=title)
    return said.in_(cells.language)


def unreadable(title: Text, why: str, cells: Cells) -> str:
    """Say which answer cannot be used; `why` is an expression."""
    template = Text(
        f"{title.id} tidak dapat dipakai: {{why}}",
        f"{title.en} cannot be used: {{why}}",
    )
    return sentence(template, cells.language, why=why)


def _cell(key: str, fields: Iterable[FormField], cells: Cells) -> Live:
    field = next(each for each in fields if each.id == key)
    known, title = cells.fields[key], field.title.text
    tests = [(f"{known.state}={BLANK}", '"missing"')]
    said = [(f"{known.state}={BLANK}", missing(title, cells))]
    for test, why in _impossible(field, known):
        tests.append((test, '"unreadable"'))
        words = quoted(why.in_(cells.language))
        said.append((test, unreadable(title, words, cells)))
    if field.kind in _NUMERIC:
        tests.append((f"{known.state}={READ}", '"scored"'))
    said.append((f"{known.state}={READ}", _stated(field, known.value, cells)))
    return Live(
        state=chosen(tests, '"unreadable"'),
        value=known.value,
        sentence=chosen(said, unreadable(title, known.why, cells)),
        blank=left_blank(title, cells),
    )


def _impossible(field: FormField, known: Known) -> Iterator[tuple[str, Text]]:
    """Test whether a figure cannot be true, with the reason."""
    read = f"{known.state}={READ}"
    if not field.signed:
        negative = Text("angka tidak boleh negatif.", "a figure cannot be negative.")
        yield f"AND({read},{known.value}<0)", negative
    if field.kind == "percent":
        above = Text("persentase melebihi 100.", "the percentage is above 100.")
        yield f"AND({read},{steady(known.value)}>100)", above


def _stated(field: FormField, value: str, cells: Cells) -> str:
    title = field.title.text
    colon = "" if title.id.endswith("?") else ":"
    template = Text(f"{title.id}{colon} {{v}}.", f"{title.en}{colon} {{v}}.")
    return sentence(template, cells.language, v=_said(field, value, cells))


def _said(field: FormField, value: str, cells: Cells) -> str:
    if field.kind == "yes_no":
        yes, no = Text("Ya", "Yes"), Text("Tidak", "No")
        words = (quoted(each.in_(cells.language)) for each in (yes, no))
        return f"IF({value}=1,{','.join(words)})"
    unit = "%" if field.kind == "percent" else ""
    if field.unit is not None:
        unit = field.unit.text.in_(cells.language)
    return f"{shown(value)}&{quoted(' ' + unit)}" if unit else shown(value)
