"""Lint: every id that is used exists and is of the right sort; none stands unused."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric.lint.declarations import Sort, declared
from scorecard.rubric.lint.uses import Use, uses
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Rule, broken
from scorecard.rubric.shapes import listed, suggestion
from scorecard.wording import Text

UNKNOWN_REFERENCE = Rule(
    "rubric-unknown-reference",
    Text(
        "{sort} '{seen}' tidak ada dalam rubrik",
        "there is no {sort} '{seen}' in the rubric",
    ),
    Text("Salah satu dari: {choices}.", "One of: {choices}."),
    Text("{suggestion}", "{suggestion}"),
)
WRONG_SORT = Rule(
    "rubric-wrong-sort",
    Text(
        "{sort} '{seen}' berjenis {kind}, tidak dapat dipakai di sini",
        "the {sort} '{seen}' is of the kind {kind}, which is of no use here",
    ),
    Text("Jenis: {kinds}.", "Of the kind: {kinds}."),
    Text(
        "Pilih isian lain atau ubah jenis isiannya.",
        "Choose another field or change its kind.",
    ),
)
UNUSED = Rule(
    "rubric-unused",
    Text("{sort} '{seen}' tidak dipakai", "the {sort} '{seen}' is not used"),
    Text("Hanya yang dipakai dalam rubrik.", "Only what the rubric makes use of."),
    Text("Hapus, atau pakai.", "Delete it, or make use of it."),
    severity="warning",
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find uses of what is not declared, or is not fit for the use."""
    known = declared(rubric)
    for use in uses(rubric):
        if use.id not in known[use.sort]:
            yield _unknown(use, tuple(known[use.sort]))
        elif use.kinds and (kind := known[use.sort][use.id].kind) not in use.kinds:
            yield broken(
                WRONG_SORT,
                use.path,
                use.shown,
                sort=use.sort.title,
                kind=kind,
                kinds=", ".join(use.kinds),
            )


def check_unused(rubric: Rubric) -> Iterator[Mistake]:
    """Find what is declared and then used nowhere."""
    used = {(use.sort, use.id) for use in uses(rubric)}
    for sort, declarations in declared(rubric).items():
        for name, declaration in declarations.items():
            if declaration.needs_use and (sort, name) not in used:
                yield broken(UNUSED, declaration.path, name, sort=sort.title)


def _unknown(use: Use, names: tuple[str, ...]) -> Mistake:
    if use.sort is Sort.DOCUMENT_FIELD:
        document = use.id.removesuffix(use.shown)
        names = tuple(
            name.removeprefix(document) for name in names if name.startswith(document)
        )
    return broken(
        UNKNOWN_REFERENCE,
        use.path,
        use.shown,
        sort=use.sort.title,
        choices=listed(names),
        suggestion=suggestion(use.shown, names),
    )
