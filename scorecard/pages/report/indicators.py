"""A participant's indicators as the page tells them, down to the cells of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorecard.explanation.steps import Step
from scorecard.model import Finding, Score, Scorecard
from scorecard.number import published
from scorecard.pages.figures import place_text, value_text
from scorecard.pages.report.strings import Told
from scorecard.wording import Text, same


def groups(card: Scorecard, derived: Step) -> list[Told]:
    """Give the weighted indicators under their criteria, in the rubric's order."""
    titles = {each.criterion: each.title for each in card.criteria}
    steps = {each.id: each for each in _walk(derived) if each.kind == "indicator"}
    found: dict[str, list[Told]] = {}
    for finding in card.findings:
        if not finding.informative:
            told = _indicator(finding, steps.get(finding.indicator))
            found.setdefault(finding.criterion, []).append(told)
    return [
        {"title": titles.get(criterion, same(criterion)), "items": items}
        for criterion, items in found.items()
    ]


def informative(card: Scorecard) -> list[Told]:
    """Give the measures that carry no weight, with their definitions."""
    return [
        {
            "title": finding.title,
            "value": value(finding),
            "definition": finding.definition,
        }
        for finding in card.findings
        if finding.informative and finding.value is not None
    ]


def value(finding: Finding) -> Text:
    """Write a measured value for both readers."""
    return Text(value_text(finding, "id"), value_text(finding, "en"))


def ends(score: Score | None) -> list[Told] | None:
    """Give both published ends; the script writes them as the language does."""
    return [score.published_low, score.published_high] if score else None


def told_step(step: Step) -> list[Told]:
    """Give a step of a derivation: kind, words, place, and what it follows from."""
    place = same(place_text(step.place)) if step.place else None
    return [step.kind, step.words, place, [told_step(each) for each in step.steps]]


def _indicator(finding: Finding, step: Step | None) -> Mapping[str, Told]:
    below = step.steps if step else ()
    return {
        "id": finding.indicator,
        "title": finding.title,
        "clause": finding.clause,
        "state": _state(finding),
        "value": value(finding),
        "points": ends(finding.points),
        "share": published(finding.share * 100, 2),
        "part": ends(finding.contribution),
        "reason": finding.reason,
        "remedy": finding.remedy,
        "steps": [told_step(each) for each in below if each.kind != "reason"],
    }


def _state(finding: Finding) -> str:
    """Tell zero from all other points: it was judged, and found to be worth nothing."""
    points = finding.points
    if finding.state == "scored" and points and not points.high:
        return "zero"
    return finding.state


def _walk(step: Step) -> Iterator[Step]:
    yield step
    for each in step.steps:
        yield from _walk(each)
