"""What is strong and what to mend first, with what mending is worth."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scorecard.model import Finding, Scorecard

# A page names no more strengths than a reader keeps in mind.
_MOST_STRENGTHS = 4


@dataclass(frozen=True, slots=True)
class Gain:
    """A finding that lost points; `lost` is on the published scale, None if unknown."""

    finding: Finding
    lost: Fraction | None


def strengths(scorecard: Scorecard) -> tuple[Finding, ...]:
    """Give the findings with the most points, no less than the participant's mean."""
    scored = [f for f in _weighted(scorecard) if f.state == "scored" and f.points]
    if not scored:
        return ()
    mean = sum((_low(f) for f in scored), Fraction(0)) / len(scored)
    above = [f for f in scored if _low(f) >= mean and _low(f) > 0]
    above.sort(key=lambda f: (_low(f), f.share), reverse=True)
    return tuple(above[:_MOST_STRENGTHS])


def gains(scorecard: Scorecard, maximum: Fraction) -> tuple[Gain, ...]:
    """Give what lost points, greatest loss first; judgements still out are left out.

    The loss is share x (100 - points), exact where contributions add up to the total.
    """
    losing = [
        f
        for f in _weighted(scorecard)
        if f.points and f.points.low < 100 and f.state != "pending"
    ]
    found = [Gain(finding, _lost(finding, maximum)) for finding in losing]
    return tuple(sorted(found, key=lambda gain: gain.lost or Fraction(0), reverse=True))


def _weighted(scorecard: Scorecard) -> tuple[Finding, ...]:
    return tuple(f for f in scorecard.findings if not f.informative)


def _lost(finding: Finding, maximum: Fraction) -> Fraction | None:
    if finding.contribution is None:
        return None
    return finding.share * (100 - _low(finding)) / 100 * maximum


def _low(finding: Finding) -> Fraction:
    return finding.points.low if finding.points else Fraction(0)
