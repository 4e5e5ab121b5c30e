"""The rapor's tables, each row as the words and widths that a template sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.advice.places import where
from scorecard.advice.repairs import CAVEATS, OTHERS_STAY, SIGNS
from scorecard.model import (
    CriterionScore,
    Finding,
    PossibleRepair,
    QuantityValue,
    Scorecard,
)
from scorecard.number import Language, display, display_published, published
from scorecard.pages.figures import (
    NONE,
    percent_text,
    place_text,
    score_text,
    value_text,
)
from scorecard.pages.medians import Medians
from scorecard.pages.mending import ToMend
from scorecard.pages.words import WORDS
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, say


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion; `bar`, `reach` and `tick` are lengths from 0 to 100.

    `said` tells the chart to who cannot see it.
    """

    title: str
    depth: int
    weight: str
    points: str
    median: str
    contribution: str
    bar: str
    reach: str
    tick: str
    said: str


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """A condition of a document, met or not; the finding's reason says why not."""

    met: bool
    title: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """An indicator's finding; `state` is also its style."""

    title: str
    clause: str
    value: str
    state: str
    state_word: str
    points: str
    weight: str
    contribution: str
    reason: str
    conditions: tuple[ConditionLine, ...]


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """A criterion's title with its indicators' findings."""

    title: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class MendingRow:
    """A repair: what, in which cells, its gain, and the total and band after it."""

    title: str
    where: str
    gain: str
    total: str
    band: str


@dataclass(frozen=True, slots=True)
class MendingGroup:
    """An indicator that lost points and its repairs; the remedy where it is needed."""

    title: str
    remedy: str
    rows: tuple[MendingRow, ...]


def criterion_rows(
    scorecard: Scorecard, medians: Medians, rubric: Rubric
) -> tuple[CriterionRow, ...]:
    """Give a row for each weighted criterion, in the rubric's order."""
    return tuple(
        _criterion_row(each, medians.points.get(each.criterion), rubric)
        for each in scorecard.criteria
        if not each.informative
    )


def finding_groups(scorecard: Scorecard, rubric: Rubric) -> tuple[FindingGroup, ...]:
    """Give the weighted findings under their criteria, in the rubric's order."""
    language = rubric.language
    titles = {each.criterion: each.title for each in scorecard.criteria}
    groups: dict[str, list[FindingRow]] = {}
    for finding in scorecard.findings:
        if not finding.informative:
            rows = groups.setdefault(finding.criterion, [])
            rows.append(_finding_row(finding, language))
    return tuple(
        FindingGroup(titles[criterion].in_(language), tuple(rows))
        for criterion, rows in groups.items()
    )


def mending_groups(found: Sequence[ToMend], rubric: Rubric) -> tuple[MendingGroup, ...]:
    """Give each indicator to improve with its remedy and what each repair is worth."""
    language = rubric.language
    return tuple(
        MendingGroup(
            each.finding.title.in_(language),
            "" if _is_for_the_taking(each) else _remedy(each).in_(language),
            tuple(_mending_row(repair, language) for repair in each.repairs),
        )
        for each in found
    )


def _is_for_the_taking(found: ToMend) -> bool:
    """The repair says all there is to do; else the rubric's own words are needed."""
    return any(repair.hold == "none" for repair in found.repairs)


def _remedy(found: ToMend) -> Text:
    return found.finding.remedy or WORDS["no_remedy"]


def caveat_lines(found: Sequence[ToMend], language: Language) -> tuple[str, ...]:
    """Explain the signs that stand beside gains, and what every gain rests on."""
    held = {repair.hold for each in found for repair in each.repairs}
    lines = (
        f"{sign} {CAVEATS[hold].in_(language)}"
        for hold, sign in SIGNS.items()
        if sign and hold in held
    )
    return (*lines, OTHERS_STAY.in_(language)) if held else ()


def quantity_halves(
    scorecard: Scorecard, language: Language
) -> tuple[tuple[dict[str, str], ...], ...]:
    """Give the numbers of tickets with the place each was read from, in two columns."""
    rows = tuple(_quantity_row(each, language) for each in scorecard.quantities)
    middle = (len(rows) + 1) // 2
    return tuple(half for half in (rows[:middle], rows[middle:]) if half)


def comparison_rows(
    scorecard: Scorecard, language: Language
) -> tuple[dict[str, str], ...]:
    """Give the measures that carry no weight, with their definitions."""
    return tuple(
        {
            "title": finding.title.in_(language),
            "definition": finding.definition.in_(language) or NONE,
            "value": value_text(finding, language),
        }
        for finding in scorecard.findings
        if finding.informative and finding.value is not None
    )


def asked_rows(category: str, rubric: Rubric) -> tuple[dict[str, str], ...]:
    """Give what the rubric judges in a category, for those who sent nothing."""
    return tuple(_asked(category, rubric))


def _criterion_row(
    score: CriterionScore, median: Fraction | None, rubric: Rubric
) -> CriterionRow:
    language, points = rubric.language, score.points
    low = points.low if points else Fraction(0)
    high = points.high if points else Fraction(0)
    shown = NONE if median is None else _figure(median, rubric)
    return CriterionRow(
        title=score.title.in_(language),
        depth=score.depth,
        weight=percent_text(score.share, language),
        points=score_text(points, language),
        median=shown,
        contribution=score_text(score.contribution, language),
        bar=published(low, 2),
        reach=published(high - low, 2),
        tick="" if median is None else published(median, 2),
        said=say(
            "{title}: {points} dari 100; median kategori {median}.",
            "{title}: {points} of 100; the category's median {median}.",
            title=score.title,
            points=score_text(points, language),
            median=shown,
        ).in_(language),
    )


def _finding_row(finding: Finding, language: Language) -> FindingRow:
    return FindingRow(
        title=finding.title.in_(language),
        clause=finding.clause,
        value=value_text(finding, language),
        state=finding.state,
        state_word=WORDS[finding.state].in_(language),
        points=score_text(finding.points, language),
        weight=percent_text(finding.share, language),
        contribution=score_text(finding.contribution, language),
        reason=finding.reason.in_(language),
        conditions=tuple(
            ConditionLine(each.met, each.title.in_(language))
            for each in finding.conditions
        ),
    )


def _mending_row(repair: PossibleRepair, language: Language) -> MendingRow:
    gain = display_published(repair.published_gain, language)
    return MendingRow(
        title=repair.title.in_(language),
        where=where(repair).in_(language),
        gain=f"{SIGNS[repair.hold]} +{gain}".strip(),
        total=score_text(repair.total, language),
        band=repair.band.title.in_(language) if repair.band else NONE,
    )


def _quantity_row(value: QuantityValue, language: Language) -> dict[str, str]:
    return {
        "title": value.title.in_(language),
        "value": NONE if value.value is None else display(value.value, 0, language),
        "source": place_text(value.location)
        if value.location
        else WORDS["not_given"].in_(language),
    }


def _asked(category: str, rubric: Rubric) -> Iterator[dict[str, str]]:
    language = rubric.language
    left_out = {
        node
        for each in rubric.categories
        if each.id == category
        for node in each.not_applicable
    }
    for indicator in rubric.indicators():
        if indicator.informative or indicator.id in left_out:
            continue
        remedy = indicator.remedy.text if indicator.remedy else WORDS["no_remedy"]
        title = indicator.title.text.in_(language)
        yield {"title": title, "remedy": remedy.in_(language)}


def _figure(value: Fraction, rubric: Rubric) -> str:
    return display(value, rubric.score.places, rubric.language)
