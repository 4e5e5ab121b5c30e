"""A rubric as a readable tree: what is asked, what it weighs, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled
from rich.tree import Tree

from scorecard.number import Language, tidy
from scorecard.rubric.nouns import (
    Assumed,
    Basis,
    Criterion,
    Indicator,
    Rubric,
    SingleBasis,
    Verified,
)
from scorecard.wording import Text

_AGGREGATES = {
    "weighted_mean": Text("rata-rata berbobot", "weighted mean"),
    "geometric_mean": Text("rata-rata geometrik", "geometric mean"),
    "sum": Text("jumlah", "sum"),
    "lowest": Text("nilai terendah", "lowest"),
}


def rubric_view(rubric: Rubric, language: Language) -> Iterator[RenderableType]:
    """Show title, criteria with weights, bands, gates, awards and sources."""
    title = f"{rubric.title.text.in_(language)} — {rubric.edition}"
    yield Styled(title, style="bold")
    yield Styled(rubric.note.text.in_(language), style="dim")
    yield ""
    yield _criteria(rubric, language)
    yield ""
    yield _bands(rubric, language)
    yield ""
    yield _rules(rubric, language)
    yield ""
    yield _sources(rubric, language)


def _criteria(rubric: Rubric, language: Language) -> Tree:
    heading = Text("Aspek dan bobot", "Criteria and weights").in_(language)
    aggregate = _AGGREGATES[rubric.score.aggregate].in_(language)
    tree = Tree(Styled.assemble((heading, "bold"), f" ({aggregate})"))
    for criterion in rubric.criteria:
        _grow(tree, criterion, language)
    return tree


def _grow(tree: Tree, node: Criterion | Indicator, language: Language) -> None:
    branch = tree.add(_node_words(node, language))
    if isinstance(node, Criterion):
        for child in node.children:
            _grow(branch, child, language)


def _node_words(node: Criterion | Indicator, language: Language) -> RenderableType:
    informative = Text("(informasi)", "(informative)").in_(language)
    weight = informative if node.informative else tidy(node.weight, language)
    style = "" if isinstance(node, Indicator) else "bold"
    words = Styled.assemble(
        (weight.rjust(3), "bold cyan"),
        (f"  {_title(node, language)}", style),
        (f"  {node.id}", "dim cyan"),
    )
    details = (Styled(line, style="dim") for line in _details(node, language))
    return Group(words, *(Padding(line, (0, 0, 0, 5)) for line in details))


def _details(node: Criterion | Indicator, language: Language) -> Iterator[str]:
    if isinstance(node, Indicator):
        clause = f" · {node.clause}" if node.clause else ""
        yield f"{node.measure.verb} → {node.scale.verb}{clause}"
    if node.basis is not None:
        yield basis_words(node.basis, language)


def _title(node: Criterion | Indicator, language: Language) -> str:
    return node.title.text.in_(language)


def basis_words(basis: Basis, language: Language) -> str:
    """Say how sure figures are: verified with their source, or assumed and why."""
    if isinstance(basis, dict):
        return "; ".join(
            f"{key}: {_single(each, language)}" for key, each in basis.items()
        )
    return _single(basis, language)


def _single(basis: SingleBasis, language: Language) -> str:
    match basis:
        case Verified():
            return (
                f"{Text('terverifikasi', 'verified').in_(language)}: {basis.verified}"
            )
        case Assumed():
            why = basis.assumption.text.in_(language)
            return f"{Text('asumsi', 'assumption').in_(language)}: {why}"
        case _:
            return Text("asumsi", "assumption").in_(language)


def _bands(rubric: Rubric, language: Language) -> Tree:
    heading = Text("Predikat", "Bands").in_(language)
    basis = basis_words(rubric.bands.basis, language)
    tree = Tree(Styled.assemble((heading, "bold"), (f"  ({basis})", "italic dim")))
    for band in rubric.bands.ranges:
        ends = f"{_end(band.from_, language)} – {_end(band.to, language)}"
        zone = f" · {band.zone.text.in_(language)}" if band.zone else ""
        words = f"{ends}  {band.title.text.in_(language)}{zone}"
        tree.add(Styled.assemble(("■ ", band.colour), words))
    return tree


def _end(value: Fraction, language: Language) -> str:
    return tidy(value, language).rjust(6)


def _rules(rubric: Rubric, language: Language) -> Tree:
    tree = Tree(Styled(Text("Aturan", "Rules").in_(language), style="bold"))
    for gate in rubric.gates:
        words = Text("Batas predikat", "Gate").in_(language)
        limit = f"{gate.of} < {tidy(gate.below, language)} → {gate.cap}"
        tree.add(f"{words}: {gate.title.text.in_(language)} ({limit})")
    for number, rule in enumerate(rubric.tie_break, start=1):
        words = Text("Pemecah seri", "Tie-break").in_(language)
        tree.add(f"{words} {number}: {rule.title.text.in_(language)}")
    for ranking in rubric.rankings:
        words = Text("Peringkat samping", "Side ranking").in_(language)
        tree.add(f"{words}: {ranking.title.text.in_(language)} ({ranking.by})")
    for award in rubric.awards:
        words = Text("Penghargaan", "Award").in_(language)
        title = f"{words}: {award.title.text.in_(language)} ({award.places})"
        basis = basis_words(award.basis, language)
        tree.add(Styled.assemble(title, (f"  ({basis})", "italic dim")))
    return tree


def _sources(rubric: Rubric, language: Language) -> Tree:
    tree = Tree(Styled(Text("Sumber", "Sources").in_(language), style="bold"))
    for name, source in rubric.sources.items():
        tree.add(f"{name}: {source.title.text.in_(language)} — {source.where}")
    return tree
