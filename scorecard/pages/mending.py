"""What is strong and what to mend first: the season's own repairs, by indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from scorecard.model import Finding, PossibleRepair, Scorecard

# A page names no more strengths than a reader keeps in mind.
_MOST_STRENGTHS = 4
# The whole list is for `scorecard advise`; a page shows what gains most for its effort.
_MOST_REPAIRS = 1


@dataclass(frozen=True, slots=True)
class ToMend:
    """An indicator that lost points; without repairs only its remedy can be told."""

    finding: Finding
    repairs: tuple[PossibleRepair, ...]


def strengths(scorecard: Scorecard) -> tuple[Finding, ...]:
    """Give the findings with the most points, no less than the participant's mean."""
    scored = [f for f in _weighted(scorecard) if f.state == "scored" and f.points]
    if not scored:
        return ()
    mean = sum((_low(f) for f in scored), Fraction(0)) / len(scored)
    above = [f for f in scored if _low(f) >= mean and _low(f) > 0]
    above.sort(key=lambda f: (_low(f), f.share), reverse=True)
    return tuple(above[:_MOST_STRENGTHS])


def to_mend(
    scorecard: Scorecard, repairs: Sequence[PossibleRepair]
) -> tuple[ToMend, ...]:
    """Give what lost points; judgements still out are left out.

    Indicators stand in the order of their best repair, those without any last.
    """
    losing = {
        finding.indicator: finding
        for finding in _weighted(scorecard)
        if finding.points and finding.points.low < 100 and finding.state != "pending"
    }
    mended = (each.indicator for each in repairs if each.indicator in losing)
    return tuple(
        ToMend(losing[name], _first_of(name, repairs))
        for name in dict.fromkeys((*mended, *losing))
    )


def _first_of(
    indicator: str, repairs: Sequence[PossibleRepair]
) -> tuple[PossibleRepair, ...]:
    found = (each for each in repairs if each.indicator == indicator)
    return tuple(islice(found, _MOST_REPAIRS))


def _weighted(scorecard: Scorecard) -> tuple[Finding, ...]:
    return tuple(f for f in scorecard.findings if not f.informative)


def _low(finding: Finding) -> Fraction:
    return finding.points.low if finding.points else Fraction(0)
