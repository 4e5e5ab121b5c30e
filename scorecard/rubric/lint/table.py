"""Lint: the columns of a flat table name fields that exist, each heading one thing."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric.evidence import Table
from scorecard.rubric.lint.identities import DUPLICATE_LABEL
from scorecard.rubric.lint.references import UNKNOWN_REFERENCE
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Path, broken
from scorecard.rubric.shapes import listed, suggestion
from scorecard.wording import Text

_FIELD = Text("isian", "field")


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find columns of no field, and headings of two columns."""
    table = rubric.form.table
    if table is None:
        return
    fields = [each.id for each in (*rubric.form.recap, *rubric.form.answers)]
    for name in table.columns:
        if name not in fields:
            yield broken(
                UNKNOWN_REFERENCE,
                ("form", "table", "columns", name),
                name,
                sort=_FIELD,
                choices=listed(fields),
                suggestion=suggestion(name, fields),
            )
    yield from _twice(table, rubric)


def _twice(table: Table, rubric: Rubric) -> Iterator[Mistake]:
    """A field's own id and titles may be alike; two columns' headings may not."""
    meant: dict[str, str] = {}
    for column, path, heading in _headings(table, rubric):
        folded = " ".join(heading.casefold().split())
        if meant.setdefault(folded, column) != column:
            yield broken(DUPLICATE_LABEL, path, heading)


def _headings(table: Table, rubric: Rubric) -> Iterator[tuple[str, Path, str]]:
    """Give what each heading is of: a column of the table, or a field's key."""
    for key in ("code", "name", "category"):
        for position, heading in enumerate(getattr(table, key)):
            yield f"table {key}", ("form", "table", key, position), heading
    for role in ("recap", "answers"):
        for place, each in enumerate(getattr(rubric.form, role)):
            path: Path = ("form", role, place)
            yield each.id, (*path, "id"), each.id
            yield each.id, (*path, "title", "id"), each.title.id
            yield each.id, (*path, "title", "en"), each.title.en
            for number, heading in enumerate(table.columns.get(each.id, ())):
                inside = ("form", "table", "columns", each.id, number)
                yield each.id, inside, heading
