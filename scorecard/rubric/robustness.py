"""How far the figures of a rubric could have been others: what a simulation draws."""

from __future__ import annotations

from fractions import Fraction

from scorecard.rubric.basis import Basis
from scorecard.rubric.methods import Aggregate
from scorecard.rubric.scalars import Flag, Noun, Number, Whole


class Robustness(Noun):
    """What is uncertain in a ranking, and how it is drawn.

    `weights`: each weight between less and more by so many per cent of itself, then
    brought back to the sum of its siblings. `posts`: each post of a scale, by so many
    per cent of the distance between the posts. `aggregates`: how criteria make the
    total, one of these in each draw. `sampling`: a share of n out of d is drawn from
    the Beta distribution that Jeffreys' prior leaves (n + 1/2, d - n + 1/2).
    `assessors`: the marks are drawn again with replacement, tickets first.

    `draws` are made from `seed`; places are told between the percentiles `lowest` and
    `highest`. `variance_draws` of them tell what drives the ranking.
    """

    draws: Whole
    seed: Whole
    lowest: Number
    highest: Number
    variance_draws: Whole
    weights: Number = Fraction(0)
    posts: Number = Fraction(0)
    aggregates: tuple[Aggregate, ...] = ()
    sampling: Flag = False
    assessors: Flag = False
    basis: Basis
