"""Lint: weights add up to 100 at each level, for each category; headings hold parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scorecard.number import rounded
from scorecard.rubric.lint.nodes import placed_criteria, placed_nodes
from scorecard.rubric.lint.tailoring import left_out, weight_in
from scorecard.rubric.methods import Aggregate
from scorecard.rubric.nouns import Category, Criterion, Indicator, Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, as_written, broken
from scorecard.wording import Text

SUM = Rule(
    "rubric-weights-sum",
    Text(
        "bobot {level} berjumlah {sum}, bukan 100", "{level} add up to {sum}, not 100"
    ),
    Text(
        "Jumlah 100 di setiap tingkat; sepertiga ditulis 100/3.",
        "A sum of 100 at each level; a third is written 100/3.",
    ),
    Text("Ubah bobot: {parts}.", "Change the weights: {parts}."),
)
INFORMATIVE = Rule(
    "rubric-informative-weight",
    Text(
        "'{seen}' hanya informasi tetapi diberi bobot",
        "'{seen}' is informative but has a weight",
    ),
    Text("Bobot 0 bagi yang hanya informasi.", "No weight on what is informative."),
    Text("Hapus bobotnya atau 'informative'.", "Delete the weight, or 'informative'."),
)
WEIGHTLESS = Rule(
    "rubric-weightless",
    Text("bobotnya 0 dalam setiap kategori", "it has no weight in any category"),
    Text("Bobot, atau 'informative: true'.", "A weight, or 'informative: true'."),
    Text("Beri bobot atau nyatakan informatif.", "Give a weight or say informative."),
    severity="warning",
)
CONTENT = Rule(
    "rubric-criterion-content",
    Text("{content}", "{content}"),
    Text(
        "Salah satu: 'criteria' atau 'indicators'.",
        "Either 'criteria' or 'indicators'.",
    ),
    Text(
        "Pindahkan indikator ke dalam aspek tersendiri, atau isi aspeknya.",
        "Move the indicators into a criterion of their own, or fill the criterion.",
    ),
)
NO_REMEDY = Rule(
    "rubric-no-remedy",
    Text("indikator berbobot tanpa 'remedy'", "a weighted indicator without 'remedy'"),
    Text("Cara memperbaiki, dalam dua bahasa.", "How to improve, in both languages."),
    Text("Tambahkan 'remedy'.", "Add 'remedy'."),
    severity="warning",
)
NO_CLAUSE = Rule(
    "rubric-no-clause",
    Text("indikator berbobot tanpa 'clause'", "a weighted indicator without 'clause'"),
    Text("Dasar aturan indikator.", "The rule that the indicator rests on."),
    Text("Tambahkan 'clause'.", "Add 'clause'."),
    severity="warning",
)
_BOTH = Text(
    "aspek memuat aspek dan indikator sekaligus",
    "the criterion holds both criteria and indicators",
)
_NEITHER = Text(
    "aspek tidak memuat aspek ataupun indikator",
    "the criterion holds neither criteria nor indicators",
)
_PLACES = 4
_OF_TOP = Text("tingkat teratas", "the weights of the top level")


@dataclass(frozen=True, slots=True)
class _Level:
    """Parts of one heading, or of the rubric itself."""

    path: Path
    title: Text
    parts: tuple[Criterion | Indicator, ...]
    aggregate: Aggregate
    heading: str = ""


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find wrong sums, weights that mean nothing, hollow headings, bare indicators."""
    for path, criterion in placed_criteria(rubric):
        if bool(criterion.criteria) == bool(criterion.indicators):
            content = _BOTH if criterion.criteria else _NEITHER
            yield broken(CONTENT, path, content=content)
    for level in _levels(rubric):
        yield from _sums(level, rubric)
    yield from _informative(rubric)
    yield from _bare(rubric)


def _levels(rubric: Rubric) -> Iterator[_Level]:
    yield _Level(("criteria",), _OF_TOP, rubric.criteria, rubric.score.aggregate)
    informative: list[Path] = []
    for path, node in placed_criteria(rubric):
        if node.informative:
            informative.append(path)
        idle = any(path[: len(above)] == above for above in informative)
        if node.children and not (idle and not any(_weights(node))):
            title = Text(f"di bawah '{node.id}'", f"the weights under '{node.id}'")
            yield _Level(path, title, node.children, node.aggregate, node.id)


def _weights(criterion: Criterion) -> Iterator[Fraction]:
    return (child.weight for child in criterion.children if not child.informative)


def _sums(level: _Level, rubric: Rubric) -> Iterator[Mistake]:
    names = {part.id for part in level.parts}
    touching = [
        (position, category)
        for position, category in enumerate(rubric.categories)
        if names & {*category.weights, *category.not_applicable}
    ]
    if len(touching) < len(rubric.categories):
        yield from _sum(level, level.path, rubric, None)
    for position, category in touching:
        yield from _sum(level, ("categories", position), rubric, category)


def _sum(
    level: _Level, path: Path, rubric: Rubric, category: Category | None
) -> Iterator[Mistake]:
    out = left_out(rubric, category)
    weighing = [part for part in level.parts if not part.informative]
    applying = [part for part in weighing if part.id not in out]
    if level.heading in out:
        return
    applied = sum((weight_in(part, category) for part in applying), Fraction(0))
    whole = sum((weight_in(part, category) for part in weighing), Fraction(0))
    sums = {applied} if level.aggregate == "sum" else {applied, whole}
    if level.aggregate in ("lowest", "product") and applied > 0:
        return
    if 100 not in sums:
        parts = ", ".join(
            f"{part.id} {as_written(weight_in(part, category))}" for part in applying
        )
        shown = _shown(applied)
        yield broken(SUM, path, level=level.title, sum=shown, parts=parts)


def _shown(added: Fraction) -> Fraction:
    """Cut a sum without end down to what is read at a glance."""
    return Fraction(rounded(added, _PLACES))


def _informative(rubric: Rubric) -> Iterator[Mistake]:
    informative = {node.id for _, node in placed_nodes(rubric) if node.informative}
    for path, node in placed_nodes(rubric):
        if node.informative and node.weight:
            yield broken(INFORMATIVE, (*path, "weight"), node.id)
    for position, category in enumerate(rubric.categories):
        for name, weight in category.weights.items():
            if name in informative and weight:
                inside = ("categories", position, "weights", name)
                yield broken(INFORMATIVE, inside, name)


def _bare(rubric: Rubric) -> Iterator[Mistake]:
    hidden: list[Path] = []
    for path, node in placed_nodes(rubric):
        if node.informative:
            hidden.append(path)
        if any(path[: len(above)] == above for above in hidden):
            continue
        if not any(weight_in(node, category) for category in rubric.categories):
            yield broken(WEIGHTLESS, path)
        elif isinstance(node, Indicator):
            yield from _unexplained(path, node)


def _unexplained(path: Path, indicator: Indicator) -> Iterator[Mistake]:
    if indicator.remedy is None:
        yield broken(NO_REMEDY, path)
    if indicator.clause is None:
        yield broken(NO_CLAUSE, path)
