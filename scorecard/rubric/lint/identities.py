"""Lint: every id is given once, and every spelling means one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scorecard.rubric.evidence import Label, Tickets
from scorecard.rubric.lint.nodes import Named, placed_measures, placed_nodes
from scorecard.rubric.methods import Document, Within
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

DUPLICATE_ID = Rule(
    "rubric-duplicate-id",
    Text("'{seen}' sudah dipakai di tempat lain", "'{seen}' is in use elsewhere"),
    Text("Setiap id satu kali.", "Each id once."),
    Text("Beri id yang lain.", "Give it another id."),
)
DUPLICATE_LABEL = Rule(
    "rubric-duplicate-label",
    Text(
        "ejaan '{seen}' sudah berarti yang lain",
        "the spelling '{seen}' already means something else",
    ),
    Text("Setiap ejaan satu arti.", "One meaning for each spelling."),
    Text("Hapus salah satunya.", "Delete one of the two."),
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find ids and spellings that are given twice."""
    nodes = (((*path, "id"), node.id) for path, node in placed_nodes(rubric))
    yield from _twice(DUPLICATE_ID, nodes)
    for entries in _id_lists(rubric):
        yield from _twice(DUPLICATE_ID, entries)
    for entries in _spellings(rubric):
        yield from _twice(DUPLICATE_LABEL, entries)


_Entries = Iterable[tuple[Path, str]]


def _id_lists(rubric: Rubric) -> Iterator[_Entries]:
    form = rubric.form
    yield _ids(
        *((("form", "identity"), form.identity), (("form", "recap"), form.recap)),
        *((("form", "answers"), form.answers), (("form", "documents"), form.documents)),
    )
    for position, document in enumerate(form.documents):
        yield _ids((("form", "documents", position, "fields"), document.fields))
    if rubric.tickets:
        yield _ids((("tickets", "statuses"), rubric.tickets.statuses))
        yield _ids((("tickets", "classifications"), rubric.tickets.classifications))
        yield _ids((("tickets", "series"), rubric.tickets.series))
    yield _ids((("quantities",), rubric.quantities))
    yield _ids((("categories",), rubric.categories))
    yield _ids((("bands", "ranges"), rubric.bands.ranges))
    yield _ids((("gates",), rubric.gates))
    yield _ids((("rankings",), rubric.rankings))
    yield _ids((("awards",), rubric.awards))
    yield _ids((("signals",), rubric.signals))
    for path, measure in placed_measures(rubric):
        if isinstance(measure, Document):
            yield _ids(((*path, "conditions"), measure.conditions))
        if isinstance(measure, Within):
            yield _limits(path, measure)


def _limits(path: Path, measure: Within) -> Iterator[tuple[Path, str]]:
    """A class has one limit for each first day."""
    for position, limit in enumerate(measure.limits):
        since = limit.since.isoformat() if limit.since else ""
        inside = (*path, "limits", position, "classification")
        yield inside, f"{limit.classification} {since}".strip()


def _ids(*lists: tuple[Path, Sequence[Named]]) -> Iterator[tuple[Path, str]]:
    for path, nouns in lists:
        for position, noun in enumerate(nouns):
            yield (*path, position, "id"), noun.id


def _spellings(rubric: Rubric) -> Iterator[_Entries]:
    yield _listed(
        (("vocabulary", "yes"), rubric.vocabulary.yes),
        (("vocabulary", "no"), rubric.vocabulary.no),
    )
    yield _listed(
        *(
            (("form", "headers", name), getattr(rubric.form.headers, name))
            for name in ("key", "label", "answer", "remark")
        )
    )
    yield _sheet_titles(rubric)
    yield _listed(
        *(
            (("categories", position, "types"), category.types)
            for position, category in enumerate(rubric.categories)
        )
    )
    if rubric.tickets:
        yield _labels(("tickets", "statuses"), rubric.tickets.statuses)
        yield _labels(("tickets", "classifications"), rubric.tickets.classifications)
        yield _headings(rubric.tickets)


def _headings(tickets: Tickets) -> Iterator[tuple[Path, str]]:
    yield from _listed(
        *(
            (("tickets", "columns", column), headings)
            for column, headings in tickets.columns.items()
        ),
        (("tickets", "personal"), tickets.personal),
    )


def _sheet_titles(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    sheets = [
        (("form", "sheets", role), sheet) for role, sheet in rubric.form.sheets.items()
    ]
    for path, sheet in sheets:
        yield (*path, "name"), sheet.name
        yield from _listed(((*path, "aliases"), sheet.aliases))


def _labels(path: Path, labels: Sequence[Label]) -> Iterator[tuple[Path, str]]:
    for position, label in enumerate(labels):
        yield from _listed(((*path, position, "labels"), label.labels))


def _listed(*lists: tuple[Path, Sequence[str]]) -> Iterator[tuple[Path, str]]:
    for path, words in lists:
        for position, word in enumerate(words):
            yield (*path, position), word


def _twice(rule: Rule, entries: _Entries) -> Iterator[Mistake]:
    seen: set[str] = set()
    for path, word in entries:
        folded = " ".join(word.casefold().split())
        if folded in seen:
            yield broken(rule, path, word)
        seen.add(folded)
