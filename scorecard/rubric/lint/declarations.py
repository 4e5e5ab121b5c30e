"""What a rubric declares, by sort and id: fields, quantities, nodes, bands, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from scorecard.rubric.evidence import FormField
from scorecard.rubric.lint.nodes import Named, placed_nodes
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.rubric.rules import Path
from scorecard.wording import Text


class Sort(Enum):
    """What an id may name; its value are the words for it in both languages."""

    FIGURE = Text("isian rekap", "recap field")
    ANSWER = Text("isian jawaban", "answer field")
    DOCUMENT = Text("dokumen", "document")
    DOCUMENT_FIELD = Text("isian dokumen", "field of the document")
    QUANTITY = Text("besaran", "quantity")
    STATUS = Text("status", "status")
    CLASSIFICATION = Text("klasifikasi", "classification")
    SERIES = Text("deret", "series")
    NODE = Text("aspek atau indikator", "criterion or indicator")
    INDICATOR = Text("indikator", "indicator")
    CATEGORY = Text("kategori", "category")
    BAND = Text("predikat", "band")
    SOURCE = Text("sumber", "source")

    @property
    def title(self) -> Text:
        """The words for it."""
        return self.value


@dataclass(frozen=True, slots=True)
class Declaration:
    """Where something is declared, a field's kind, and whether it needs a use."""

    path: Path
    kind: str = ""
    needs_use: bool = False


def declared(rubric: Rubric) -> dict[Sort, dict[str, Declaration]]:
    """Collect everything that an id may refer to."""
    found: dict[Sort, dict[str, Declaration]] = {sort: {} for sort in Sort}
    for sort, name, declaration in _declarations(rubric):
        found[sort].setdefault(name, declaration)
    return found


_Declared = Iterator[tuple[Sort, str, Declaration]]


def _declarations(rubric: Rubric) -> _Declared:
    yield from _form(rubric)
    yield from _tickets(rubric)
    yield from _named(Sort.QUANTITY, ("quantities",), rubric.quantities, needs_use=True)
    yield from _named(Sort.CATEGORY, ("categories",), rubric.categories)
    yield from _named(Sort.BAND, ("bands", "ranges"), rubric.bands.ranges)
    for name in rubric.sources:
        yield Sort.SOURCE, name, Declaration(("sources", name), needs_use=True)
    for path, node in placed_nodes(rubric):
        yield Sort.NODE, node.id, Declaration(path)
        if isinstance(node, Indicator):
            yield Sort.INDICATOR, node.id, Declaration(path)


def _form(rubric: Rubric) -> _Declared:
    form = rubric.form
    yield from _fields(Sort.FIGURE, ("form", "recap"), form.recap)
    yield from _fields(Sort.ANSWER, ("form", "answers"), form.answers)
    for position, document in enumerate(form.documents):
        path: Path = ("form", "documents", position)
        yield Sort.DOCUMENT, document.id, Declaration(path, needs_use=True)
        for place, field in enumerate(document.fields):
            name = f"{document.id}.{field.id}"
            declaration = Declaration((*path, "fields", place), field.kind)
            yield Sort.DOCUMENT_FIELD, name, declaration


def _tickets(rubric: Rubric) -> _Declared:
    if tickets := rubric.tickets:
        top = ("tickets",)
        yield from _named(
            Sort.STATUS, (*top, "statuses"), tickets.statuses, needs_use=True
        )
        yield from _named(
            Sort.CLASSIFICATION,
            (*top, "classifications"),
            tickets.classifications,
            needs_use=True,
        )
        yield from _named(Sort.SERIES, (*top, "series"), tickets.series, needs_use=True)


def _fields(sort: Sort, path: Path, fields: Sequence[FormField]) -> _Declared:
    for position, field in enumerate(fields):
        yield sort, field.id, Declaration((*path, position), field.kind, needs_use=True)


def _named(
    sort: Sort, path: Path, nouns: Sequence[Named], *, needs_use: bool = False
) -> _Declared:
    for position, noun in enumerate(nouns):
        name = noun.id
        yield sort, name, Declaration((*path, position), needs_use=needs_use)
