"""Lint: every figure has a basis, and every basis a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scorecard.rubric.basis import Basis, SingleBasis
from scorecard.rubric.lint.nodes import placed_nodes
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.rubric.scalars import Noun
from scorecard.rubric.shapes import listed, suggestion
from scorecard.wording import Text

NO_BASIS = Rule(
    "rubric-no-basis",
    Text("angka di sini tanpa 'basis'", "the figures here have no 'basis'"),
    Text(
        "Sumbernya ('verified') atau alasannya ('assumption').",
        "Their source ('verified') or the reason ('assumption').",
    ),
    Text("Tambahkan 'basis'.", "Add 'basis'."),
)
UNKNOWN_KEY = Rule(
    "rubric-basis-key",
    Text("'{seen}' bukan angka di tempat ini", "'{seen}' is no figure of this place"),
    Text("Salah satu dari: {choices}.", "One of: {choices}."),
    Text("{suggestion}", "{suggestion}"),
)
UNCOVERED = Rule(
    "rubric-no-basis",
    Text("'{seen}' tanpa dasar", "'{seen}' has no basis"),
    Text("Dasar untuk setiap angka: {choices}.", "A basis for each figure: {choices}."),
    Text("Tambahkan '{seen}' pada 'basis'.", "Add '{seen}' to 'basis'."),
)
_SCORE = ("maximum", "places", "coverage")
_SCORE_RULES = (
    *("mode", "ranks_on", "bands_on", "aggregate", "missing", "prefer", "ties"),
)
_AWARD = ("places", "least_band", "least_tickets", "least_points", "least_value")
_AWARD_RULES = ("by", "improvement", "across", "no_gates", "categories", "title")
_GATE = ("below", "cap")
_SIGNAL = ("times", "points", "minutes", "more_than", "least")
_ROBUSTNESS = (
    *("draws", "seed", "lowest", "highest", "variance_draws"),
    *("weights", "posts", "aggregates", "sampling", "assessors"),
)
_COMPARISON = ("above", "below")
_WHOLE = ("verified", "assumption")


@dataclass(frozen=True, slots=True)
class _Figures:
    """What a place states: figures that need a basis, and keys that may have one.

    A figure is covered by its own key, or by one of its parts (`scale` by `best`).
    """

    needed: tuple[str, ...]
    allowed: tuple[str, ...] = ()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find figures without basis, and bases without figure."""
    for path, basis, figures in _stated(rubric):
        if basis is None:
            if figures.needed:
                yield broken(NO_BASIS, path)
        elif isinstance(basis, dict):
            yield from _keyed((*path, "basis"), basis, figures)


def _stated(rubric: Rubric) -> Iterator[tuple[Path, Basis | None, _Figures]]:
    score = _Figures(_given(rubric.score, _SCORE), (*_SCORE, *_SCORE_RULES))
    yield ("score",), rubric.score.basis, score
    bands = tuple(band.id for band in rubric.bands.ranges)
    ranges = _Figures(("ranges",), ("title", "zone"), {"ranges": bands})
    yield ("bands",), rubric.bands.basis, ranges
    for path, node in placed_nodes(rubric):
        yield path, node.basis, _of_node(node)
    for position, category in enumerate(rubric.categories):
        given = _given(category, ("weights", "not_applicable"))
        tailored = _Figures(given, ("types",), {"weights": tuple(category.weights)})
        yield ("categories", position), category.basis, tailored
    for position, gate in enumerate(rubric.gates):
        yield ("gates", position), gate.basis, _Figures(_GATE, ("title", "of"))
    for position, award in enumerate(rubric.awards):
        figures = _Figures(_given(award, _AWARD), (*_AWARD, *_AWARD_RULES))
        yield ("awards", position), award.basis, figures
    yield from _stated_beside(rubric)


def _stated_beside(rubric: Rubric) -> Iterator[tuple[Path, Basis | None, _Figures]]:
    """Give what decides on no total: signals, side rankings, thresholds, draws."""
    for position, signal in enumerate(rubric.signals):
        given = _given(signal, _SIGNAL)
        yield ("signals", position), signal.basis, _Figures(given, ("title", *given))
    for position, ranking in enumerate(rubric.rankings):
        given = _given(ranking, ("confidence", "least"))
        figures = _Figures(given, ("confidence", "least", "on", "by", "title"))
        yield ("rankings", position), ranking.basis, figures
    if rubric.comparison is not None:
        given = _given(rubric.comparison, _COMPARISON)
        yield ("comparison",), rubric.comparison.basis, _Figures(given, _COMPARISON)
    if rubric.robustness is not None:
        given = _given(rubric.robustness, _ROBUSTNESS)
        yield ("robustness",), rubric.robustness.basis, _Figures(given, _ROBUSTNESS)


def _of_node(node: Criterion | Indicator) -> _Figures:
    """Points that enter no score need no basis."""
    weight = ("weight",) if node.weight else ()
    if isinstance(node, Criterion):
        given = _given(node, ("scale", "coverage"))
        parts = {"scale": _keys((node.scale,))} if node.scale is not None else {}
        allowed = ("title", "aggregate", "weight", *given)
        return _Figures((*weight, *given), allowed, parts)
    inner = _keys((node.scale, node.measure))
    needed = () if node.informative else (*weight, "scale")
    allowed = ("title", "weight", "measure", "missing", "scale")
    return _Figures(needed, allowed, {"scale": inner})


def _keys(nouns: tuple[Noun, ...]) -> tuple[str, ...]:
    return tuple(
        (info.alias or name).rstrip("_")
        for noun in nouns
        for name, info in type(noun).model_fields.items()
        if name != "verb"
    )


def _given(noun: Noun, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if key in noun.model_fields_set)


def _keyed(
    path: Path, basis: Mapping[str, SingleBasis], figures: _Figures
) -> Iterator[Mistake]:
    """Compare the keys of a basis with the figures that are stated at the place."""
    parts = tuple(part for inner in figures.parts.values() for part in inner)
    choices = tuple(dict.fromkeys((*figures.needed, *figures.allowed, *parts)))
    unknown = [key for key in basis if key not in choices]
    meant_whole = _WHOLE if len(unknown) == len(basis) else ()
    for key in unknown:
        shown = listed((*choices, *meant_whole))
        meant = suggestion(key, (*choices, *meant_whole))
        yield broken(UNKNOWN_KEY, (*path, key), key, choices=shown, suggestion=meant)
    for key in () if unknown else figures.needed:
        if not {key, *figures.parts.get(key, ())} & basis.keys():
            yield broken(UNCOVERED, path, key, choices=listed(figures.needed))
