"""Compare figures with each other: recap against tickets, parts, quoted percentages.

Only reports; which figure is used is the rubric's choice. A contradiction is shown with
both figures and where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from scorecard.errors import Problem
from scorecard.evidence.problems import problem
from scorecard.model import Evidence
from scorecard.number import rounded
from scorecard.rubric.evidence import Definition, MostCheck, QuotedCheck, SumCheck
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Places, Text, joined, say


@dataclass(frozen=True, slots=True)
class _Quotient:
    """A definition with its figures put in; the value is in per cent."""

    definition: str
    numerator: Fraction
    denominator: Fraction

    @property
    def value(self) -> Fraction:
        return 100 * self.numerator / self.denominator


def compare_with_tickets(
    answers: Mapping[str, Evidence], counts: Mapping[str, Evidence], rubric: Rubric
) -> Iterator[Problem]:
    """Report each quantity that the recap states otherwise than the export."""
    for quantity in rubric.quantities:
        figure = quantity.figure or ""
        stated, counted = _figure(answers, figure), _figure(counts, quantity.id)
        if stated is None or counted is None or stated == counted:
            continue
        place = counts[quantity.id].location
        yield problem(
            "recap-differs-from-tickets",
            answers[figure].location,
            seen=answers[figure].shown,
            title=_titles(rubric)[figure],
            stated=stated,
            counted=counted,
            place=f"{place.sheet} {place.cell}",
        )


def without_impossible_totals(
    answers: Mapping[str, Evidence], rubric: Rubric
) -> Mapping[str, Evidence]:
    """Leave unread each total of the recap that is less than its own parts.

    Which of the two is wrong cannot be known, and a total stated too low would raise
    every share of it.
    """
    sound = dict(answers)
    for check in rubric.checks:
        total = _figure(answers, check.total) if isinstance(check, SumCheck) else None
        if not isinstance(check, SumCheck) or total is None:
            continue
        parts = [_figure(answers, part) for part in check.parts if part in answers]
        summed = sum((part for part in parts if part is not None), Fraction(0))
        if summed > total:
            why = say(
                "kurang dari jumlah bagiannya, {summed}.",
                "less than the sum of its parts, {summed}.",
                summed=summed,
            )
            evidence = answers[check.total]
            sound[check.total] = replace(evidence, value=None, unreadable=why)
    return sound


def check_figures(answers: Mapping[str, Evidence], rubric: Rubric) -> Iterator[Problem]:
    """Apply the rubric's checks to the recap."""
    for check in rubric.checks:
        match check:
            case SumCheck():
                yield from _check_sum(check, answers, rubric)
            case QuotedCheck():
                yield from _check_quoted(check, answers, rubric)
            case MostCheck():
                yield from _check_most(check, answers, rubric)


def _check_sum(
    check: SumCheck, answers: Mapping[str, Evidence], rubric: Rubric
) -> Iterator[Problem]:
    total = _figure(answers, check.total)
    parts = {part: _figure(answers, part) for part in check.parts if part in answers}
    if total is None or not parts or None in parts.values():
        return
    if check.when == "all" and len(parts) < len(check.parts):
        return
    summed = sum((part for part in parts.values() if part is not None), Fraction(0))
    if summed == total:
        return
    written = joined(tuple(say("{n}", "{n}", n=part) for part in parts.values()), " + ")
    evidence = answers[check.total]
    yield problem(
        "recap-parts-do-not-sum",
        evidence.location,
        seen=evidence.shown,
        title=_titles(rubric)[check.total],
        stated=total,
        parts=written,
        summed=summed,
        difference=abs(total - summed),
    )


def _check_quoted(
    check: QuotedCheck, answers: Mapping[str, Evidence], rubric: Rubric
) -> Iterator[Problem]:
    quoted = _figure(answers, check.figure)
    quotients = tuple(_quotients(check, answers))
    if quoted is None or not quotients:
        return
    evidence, title = answers[check.figure], _titles(rubric)[check.figure]
    places = _places_quoted(evidence.shown)
    possible = tuple(each for each in quotients if each.denominator > 0)
    if not possible:
        yield problem(
            "quoted-percentage-without-denominator",
            evidence.location,
            seen=evidence.shown,
            title=title,
            quoted=Places(quoted, places),
        )
    elif not any(_agrees(each, quoted, places) for each in possible):
        nearest = min(possible, key=lambda each: abs(each.value - quoted))
        yield _wrong_percentage(evidence, title, nearest, places)


def _check_most(
    check: MostCheck, answers: Mapping[str, Evidence], rubric: Rubric
) -> Iterator[Problem]:
    figure, most = _figure(answers, check.figure), _figure(answers, check.most)
    if figure is None or most is None or figure <= most:
        return
    evidence, titles = answers[check.figure], _titles(rubric)
    yield problem(
        "recap-figure-too-large",
        evidence.location,
        seen=evidence.shown,
        title=titles[check.figure],
        stated=figure,
        limit=titles[check.most],
        most=most,
        place=answers[check.most].location.cell,
    )


def _wrong_percentage(
    evidence: Evidence, title: Text, nearest: _Quotient, places: int
) -> Problem:
    quoted = evidence.value if isinstance(evidence.value, Fraction) else None
    return problem(
        "quoted-percentage-wrong",
        evidence.location,
        seen=evidence.shown,
        title=title,
        quoted=None if quoted is None else Places(quoted, places),
        definition=nearest.definition,
        numerator=nearest.numerator,
        denominator=nearest.denominator,
        true=Places(nearest.value, max(places, 2)),
    )


def _agrees(quotient: _Quotient, quoted: Fraction, places: int) -> bool:
    """Compare at the decimals that were quoted, whether rounded or cut off."""
    stated = rounded(quoted, places)
    return stated in (
        rounded(quotient.value, places),
        rounded(quotient.value, places, "down"),
    )


def _quotients(
    check: QuotedCheck, answers: Mapping[str, Evidence]
) -> Iterator[_Quotient]:
    """Put figures into every definition whose two sides are known."""
    of = _sum_of(check.of, answers)
    for definition in check.definitions:
        over = _sum_of(definition.over, answers)
        # What is taken away may be left blank, as in most recaps: that is none.
        filled = tuple(key for key in definition.less if key in answers)
        less = _sum_of(filled, answers) if filled else Fraction(0)
        if of is not None and over is not None and less is not None:
            words = f"{_joined(check.of)} / {_written(definition)}"
            yield _Quotient(words, of, over - less)


def _written(definition: Definition) -> str:
    if not definition.less:
        return _joined(definition.over)
    words = " + ".join(definition.over)
    return f"({' − '.join((words, *definition.less))})"


def _joined(keys: tuple[str, ...]) -> str:
    words = " + ".join(keys)
    return f"({words})" if len(keys) > 1 else words


def _sum_of(keys: tuple[str, ...], answers: Mapping[str, Evidence]) -> Fraction | None:
    """Add up figures; a blank one counts as 0, an unreadable one spoils the sum."""
    figures = [_figure(answers, key) for key in keys if key in answers]
    if None in figures or not figures:
        return None
    return sum((each for each in figures if each is not None), Fraction(0))


def _figure(answers: Mapping[str, Evidence], key: str) -> Fraction | None:
    evidence = answers.get(key)
    value = evidence.value if evidence else None
    return value if isinstance(value, Fraction) else None


def _places_quoted(shown: str) -> int:
    """Count the decimals that were quoted: 2 for ``99,27 %``."""
    digits = shown.replace(".", ",").rstrip("% ").rpartition(",")
    return len(digits[2]) if digits[1] else 0


def _titles(rubric: Rubric) -> dict[str, Text]:
    return {field.id: field.title.text for field in rubric.form.recap}
