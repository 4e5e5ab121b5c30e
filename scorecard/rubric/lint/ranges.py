"""Lint: points beyond 0 to 100 find a scale before they reach the total.

Standard scores run below zero and powers may run above a hundred. A mean takes them as
they are; the heading, or one above it, puts the outcome on a scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from scorecard.rubric.lint.nodes import placed_criteria, placed_indicators
from scorecard.rubric.methods import Power, ZScore
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.rubric.rules import Mistake, Rule, broken
from scorecard.rubric.scales import ends
from scorecard.wording import Text

Range: TypeAlias = tuple[Fraction, Fraction]

BEYOND = Rule(
    "rubric-points-beyond",
    Text(
        "poinnya dari {least} sampai {most}, sedangkan nilai dihitung dari 0 sampai "
        "100",
        "its points run from {least} to {most}, but totals are made of 0 to 100",
    ),
    Text(
        "'scale' pada aspek ini, misalnya linear, atau 'least' dan 'most' pada skala "
        "indikatornya.",
        "A 'scale' on this criterion, such as linear, or 'least' and 'most' on the "
        "scale of its indicators.",
    ),
    Text("Tambahkan 'scale' pada aspeknya.", "Add a 'scale' to the criterion."),
)
NOT_JOINED = Rule(
    "rubric-points-beyond",
    Text(
        "'{aggregate}' tidak dapat menggabungkan '{seen}', yang poinnya dari {least} "
        "sampai {most}",
        "'{aggregate}' cannot join '{seen}', whose points run from {least} to {most}",
    ),
    Text(
        "weighted_mean, atau bagian dengan poin dari 0 sampai 100.",
        "weighted_mean, or parts with points from 0 to 100.",
    ),
    Text(
        "Ganti 'aggregate' atau skala bagian itu.",
        "Change the 'aggregate', or the scale of that part.",
    ),
)
ZERO_IS_NOT_LEAST = Rule(
    "rubric-zero-is-not-least",
    Text(
        "tanpa bukti bernilai 0 poin, padahal skala ini mulai dari {least}",
        "no evidence is worth 0 points, but this scale begins at {least}",
    ),
    Text("missing: exclude atau not_scored.", "missing: exclude or not_scored."),
    Text("Tambahkan 'missing' pada indikator.", "Add 'missing' to the indicator."),
)
ZERO_MAY_BE_BEST = Rule(
    "rubric-zero-may-be-best",
    Text(
        "tanpa bukti bernilai 0 poin, padahal nilai yang rendah lebih baik",
        "no evidence is worth 0 points, but a low total is better",
    ),
    Text("missing: exclude atau not_scored.", "missing: exclude or not_scored."),
    Text(
        "Ubah 'missing', agar menahan bukti tidak menguntungkan.",
        "Change 'missing', so that withholding evidence is no gain.",
    ),
    severity="warning",
)
_FULL = Fraction(100)
_AS_THEY_ARE = ("weighted_mean", "lowest")


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find points that no heading can take, and zeros better than the worst."""
    for path, criterion in placed_criteria(rubric):
        yield from _parts(path, criterion)
    for place, criterion in enumerate(rubric.criteria):
        least, most = _range(criterion)
        if _is_beyond(least, most) and not criterion.informative:
            yield broken(BEYOND, ("criteria", place), least=least, most=most)
    for path, indicator in placed_indicators(rubric):
        policy = indicator.missing or rubric.score.missing
        least = ends(indicator.scale)[0]
        if policy == "zero" and rubric.score.prefer == "lower":
            yield broken(ZERO_MAY_BE_BEST, path)
        elif policy == "zero" and least < 0 and not indicator.informative:
            yield broken(ZERO_IS_NOT_LEAST, (*path, "scale"), least=least)


def _parts(path: tuple[str | int, ...], criterion: Criterion) -> Iterator[Mistake]:
    if criterion.aggregate in _AS_THEY_ARE or criterion.informative:
        return
    for child in criterion.children:
        least, most = _range(child)
        beyond = least < 0 if criterion.aggregate == "product" else True
        if beyond and _is_beyond(least, most) and not child.informative:
            how = criterion.aggregate
            yield broken(
                NOT_JOINED, path, child.id, aggregate=how, least=least, most=most
            )


def _range(node: Criterion | Indicator) -> Range:
    """Give the least and the greatest points of a node, as far as scales bound them."""
    if isinstance(node, Indicator) or node.scale is not None:
        # What a rubric says outright in points has its own bounds.
        far = isinstance(node.scale, ZScore | Power)
        return ends(node.scale) if node.scale and far else (Fraction(0), _FULL)
    inside = [_range(child) for child in node.children if not child.informative]
    if not inside:
        return Fraction(0), _FULL
    if node.aggregate == "product":
        return Fraction(0), _product(inside)
    return min(least for least, _ in inside), max(most for _, most in inside)


def _product(inside: list[Range]) -> Fraction:
    made = _FULL
    for _, most in inside:
        made = made * most / 100
    return made


def _is_beyond(least: Fraction, most: Fraction) -> bool:
    return least < 0 or most > _FULL
