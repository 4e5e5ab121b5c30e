"""A rubric as a readable tree: what is asked, what it weighs, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled
from rich.tree import Tree

from scorecard.cli.rubric_measures import measure_lines
from scorecard.cli.rubric_rules import (
    Rule,
    award_rules,
    category_rules,
    check_rules,
    gate_rules,
    order_rules,
    quantity_rules,
    robustness_rules,
    season_rules,
)
from scorecard.cli.rubric_seasons import comparison_rules
from scorecard.methods.headings import joining_of, needed
from scorecard.methods.headings import sentence as joined_how
from scorecard.methods.scales import sentence
from scorecard.number import Language, tidy
from scorecard.pages.method import method_sentences
from scorecard.rubric.methods import Mark
from scorecard.rubric.nouns import (
    Assumed,
    Basis,
    Criterion,
    Indicator,
    Rubric,
    SingleBasis,
    Verified,
)
from scorecard.wording import Text, say, stated

_MISSING = {
    "zero": Text("0 poin", "0 points"),
    "exclude": Text("tidak dihitung", "left out"),
    "not_scored": Text("peserta tidak dapat dinilai", "not assessable"),
}
_CHECKED = Text("Pemeriksaan angka rekap", "Checks of the recap's figures")
_SEASONS = Text("Perbandingan antarmusim", "Comparison of seasons")
_ROBUSTNESS = Text("Uji kekokohan peringkat", "Test of how sure places are")
_COUNTED = Text("Besaran yang dihitung", "What is counted")


def rubric_view(rubric: Rubric, language: Language) -> Iterator[RenderableType]:
    """Show the whole rulebook in words, with its figures and what they rest on."""
    title = f"{rubric.title.text.in_(language)} — {rubric.edition}"
    yield Styled(title, style="bold")
    sentences = (Rule(sentence) for sentence in method_sentences(rubric))
    sections: tuple[tuple[Text, Iterable[Rule]], ...] = (
        (Text("Kategori peserta", "Categories"), category_rules(rubric)),
        (Text("Pembatas predikat", "Gates"), gate_rules(rubric)),
        (Text("Urutan peringkat", "Order of places"), order_rules(rubric)),
        (Text("Penghargaan", "Awards"), award_rules(rubric)),
        (_SEASONS, comparison_rules(rubric)),
        (_ROBUSTNESS, robustness_rules(rubric)),
        (_COUNTED, quantity_rules(rubric)),
        (_CHECKED, check_rules(rubric)),
    )
    yield from _section(Text("Waktu", "Days"), season_rules(rubric), language)
    yield from _section(Text("Cara menilai", "Scoring"), sentences, language)
    yield ""
    yield _criteria(rubric, language)
    yield ""
    yield _bands(rubric, language)
    for heading, rules in sections:
        yield from _section(heading, rules, language)
    yield ""
    yield _sources(rubric, language)


def _section(
    heading: Text, rules: Iterable[Rule], language: Language
) -> Iterator[RenderableType]:
    """Show rules under a heading; nothing if there are none."""
    tree = Tree(Styled(heading.in_(language), style="bold"))
    for rule in rules:
        words = Styled(rule.words.in_(language))
        if rule.basis is None:
            tree.add(words)
        else:
            basis = basis_words(rule.basis, language)
            tree.add(Group(words, Styled(basis, style="italic dim")))
    if tree.children:
        yield ""
        yield tree


def _criteria(rubric: Rubric, language: Language) -> Tree:
    heading = Text("Aspek dan bobot", "Criteria and weights").in_(language)
    tree = Tree(Styled(heading, style="bold"))
    for criterion in rubric.criteria:
        _grow(tree, criterion, rubric, language)
    return tree


def _grow(
    tree: Tree, node: Criterion | Indicator, rubric: Rubric, language: Language
) -> None:
    branch = tree.add(_node_words(node, rubric, language))
    if isinstance(node, Criterion):
        for child in node.children:
            _grow(branch, child, rubric, language)


def _node_words(
    node: Criterion | Indicator, rubric: Rubric, language: Language
) -> RenderableType:
    informative = Text("(informasi)", "(informative)").in_(language)
    weight = informative if node.informative else tidy(node.weight, language)
    style = "" if isinstance(node, Indicator) else "bold"
    words = Styled.assemble(
        (weight.rjust(3), "bold cyan"),
        (f"  {_title(node, language)}", style),
        (f"  {node.id}", "dim cyan"),
    )
    rules = (_line(text.in_(language), "") for text in _rules(node, rubric))
    details = (_line(text, "italic dim") for text in _details(node, language))
    return Group(words, *rules, *details)


def _line(words: str, style: str) -> Padding:
    """Indent a line; one that begins with spaces is a part of the one above."""
    plain = words.lstrip(" ")
    return Padding(Styled(plain, style=style), (0, 0, 0, 5 + len(words) - len(plain)))


def _rules(node: Criterion | Indicator, rubric: Rubric) -> Iterator[Text]:
    if isinstance(node, Criterion):
        several = len(node.children) > 1 or node.scale is not None
        if several and not node.informative:
            how = joined_how(joining_of(node, rubric))
            yield say("Poinnya: {how}", "Its points: {how}", how=how)
        if node.coverage and not node.informative:
            yield needed(node)
        return
    yield from measure_lines(node.measure, rubric)
    if not node.informative:
        yield say("Skala: {words}", "Scale: {words}", words=sentence(node.scale))
        yield _without(node, rubric)


def _without(node: Indicator, rubric: Rubric) -> Text:
    if isinstance(node.measure, Mark):
        return Text(
            "Selama belum dinilai: nilai berupa rentang, terendah sampai tertinggi",
            "Until it is marked: the score is a range, from lowest to highest",
        )
    policy = _MISSING[node.missing or rubric.score.missing]
    return say("Tanpa bukti: {words}", "Without evidence: {words}", words=policy)


def _details(node: Criterion | Indicator, language: Language) -> Iterator[str]:
    if isinstance(node, Indicator) and node.clause:
        yield f"{Text('Klausul', 'Clause').in_(language)}: {node.clause}"
    if node.basis is not None:
        yield basis_words(node.basis, language)


def _title(node: Criterion | Indicator, language: Language) -> str:
    return node.title.text.in_(language)


def basis_words(basis: Basis, language: Language) -> str:
    """Say how sure figures are: verified with their source, or assumed and why."""
    if not isinstance(basis, dict):
        kind, words = _single(basis, language)
        return f"{kind}: {words}" if words else kind
    parts = ((key, *_single(each, language)) for key, each in basis.items())
    return "; ".join(
        f"{_key(key, language)} ({kind}): {words.rstrip('.')}" if words else kind
        for key, kind, words in parts
    )


_KEYS = {
    "weight": Text("bobot", "weight"),
    "weights": Text("bobot", "weights"),
    "scale": Text("skala", "scale"),
    "measure": Text("ukuran", "measure"),
    "missing": Text("tanpa bukti", "without evidence"),
    "limits": Text("batas waktu", "limits"),
    "otherwise": Text("lainnya", "otherwise"),
    "title": Text("nama", "names"),
    "ranges": Text("batas nilai", "cut-offs"),
    "conditions": Text("syarat", "conditions"),
    "points": Text("poin", "points"),
    "places": Text("banyaknya", "places"),
    "maximum": Text("nilai tertinggi", "maximum"),
    "mode": Text("pembulatan", "rounding"),
    "aggregate": Text("penggabungan", "aggregate"),
    "coverage": Text("cakupan", "coverage"),
}


def _key(key: str, language: Language) -> str:
    return _KEYS[key].in_(language) if key in _KEYS else key


def _single(basis: SingleBasis, language: Language) -> tuple[str, str]:
    assumed = Text("asumsi", "assumption").in_(language)
    match basis:
        case Verified():
            return Text("terverifikasi", "verified").in_(language), basis.verified
        case Assumed():
            return assumed, basis.assumption.text.in_(language)
        case _:
            return assumed, ""


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
    return stated(value).in_(language).rjust(6)


def _sources(rubric: Rubric, language: Language) -> Tree:
    tree = Tree(Styled(Text("Sumber", "Sources").in_(language), style="bold"))
    for name, source in rubric.sources.items():
        tree.add(f"{name}: {source.title.text.in_(language)} — {source.where}")
    return tree
