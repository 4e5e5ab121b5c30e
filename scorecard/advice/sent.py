"""The evidence as it was sent, and what it would score with changes made to it.

Only what a change can move is found again: the rest of the findings stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scorecard.advice.affected import affected, deciding
from scorecard.advice.changes import Change, applied
from scorecard.finding import Found
from scorecard.model import Scorecard, Submission
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess, score
from scorecard.totals import Reached, reached
from scorecard.tree import branches, found_in


@dataclass(frozen=True, slots=True)
class Sent:
    """One participant's evidence with its scorecard and what was found in it.

    `tried` keeps what changes led to: several indicators ask for the same ones.
    """

    submission: Submission
    scorecard: Scorecard
    found: Mapping[str, Found]
    rubric: Rubric
    tried: dict[tuple[Change, ...], Reached] = field(
        default_factory=dict, repr=False, compare=False
    )


def as_sent(submission: Submission, rubric: Rubric) -> Sent:
    """Find and score everything once, to try changes upon."""
    found = found_in(submission, rubric)
    return Sent(submission, assess(submission, rubric), found, rubric)


def scorecard_with(changes: Iterable[Change], sent: Sent) -> Scorecard:
    """Score the evidence with changes made: equal to `assess` of what is `applied`."""
    made = tuple(changes)
    mended, found = _mended(made, affected(made, sent.rubric), sent)
    return score(mended, found, sent.rubric)


def reached_with(changes: Iterable[Change], sent: Sent) -> Reached:
    """Give the total and the band alone."""
    made = tuple(changes)
    if made not in sent.tried:
        sent.tried[made] = _reached(made, sent)
    return sent.tried[made]


def _reached(changes: tuple[Change, ...], sent: Sent) -> Reached:
    moved = affected(changes, sent.rubric) & deciding(sent.rubric)
    mended, found = _mended(changes, moved, sent)
    category = mended.participant.category
    roots = branches(sent.rubric.criteria, found, category, sent.rubric)
    return reached(roots, sent.rubric)


def _mended(
    changes: tuple[Change, ...], moved: frozenset[str], sent: Sent
) -> tuple[Submission, Mapping[str, Found]]:
    mended = applied(sent.submission, changes)
    known = {name: each for name, each in sent.found.items() if name not in moved}
    return mended, found_in(mended, sent.rubric, known)
