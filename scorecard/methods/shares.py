"""Measures of quantities: `count`, `share` and `change`; both sides are kept."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scorecard.methods.forms import figure, missing, unreadable
from scorecard.methods.measured import (
    PER_CENT,
    PLAIN,
    TICKETS,
    Measured,
    cited,
    number_in,
)
from scorecard.methods.quantities import quantity_evidence
from scorecard.model import Cited, Evidence, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Places, Spoken, Text, joined, say


def count(measure: verb.Count, submission: Submission, rubric: Rubric) -> Measured:
    """Add up the quantities; a blank one leaves the sum unknown."""
    terms = _terms(measure.of, submission, rubric)
    unusable = _first_unusable(terms)
    if unusable is not None:
        return unusable
    total, noun = _sum(terms), _noun(terms)
    name = _names(terms, " + ")
    return Measured(
        "scored",
        say(
            "{name}: {n}{noun}.",
            "{name}: {n}{noun}.",
            name=name,
            n=total,
            noun=noun or PLAIN,
        ),
        value=total,
        numerator=total,
        unit=TICKETS if noun else PLAIN,
        definition=name,
        evidence=_evidence(terms),
    )


def share(measure: verb.Share, submission: Submission, rubric: Rubric) -> Measured:
    """Give of / (over - less) in per cent.

    A blank quantity of `of` or `over` leaves the share unknown. A blank one of `less`
    excludes nothing, and the reason says so.
    """
    of = _terms(measure.of, submission, rubric)
    over = _terms(measure.over, submission, rubric)
    less = _terms(measure.less, submission, rubric)
    given = tuple(term for term in less if term[1] is not None)
    unusable = _first_unusable((*of, *over, *given))
    if unusable is not None:
        return unusable
    denominator = _sum(over) - _sum(given)
    result = _divided(measure, (_sum(of), denominator), _noun(over))
    blank = tuple(term for term in less if term[1] is None)
    return _told(result, (of, over, less), blank)


def change(measure: verb.Change, submission: Submission, rubric: Rubric) -> Measured:
    """Subtract the last period's value from this period's."""
    before = _part(measure.before, submission, rubric)
    after = _part(measure.after, submission, rubric)
    for part in (after, before):
        if part.value is None:
            return part
    assert before.value is not None and after.value is not None
    difference = after.value - before.value
    return Measured(
        "scored",
        say(
            "Dari {before} {unit} menjadi {after} {unit}: berubah {d} poin.",
            "From {before} {unit} to {after} {unit}: a change of {d} points.",
            before=Places(before.value, 2),
            after=Places(after.value, 2),
            unit=after.unit,
            d=Places(difference, 2),
        ),
        value=difference,
        unit=Text("poin", "points"),
        definition=say(
            "({after}) − ({before})",
            "({after}) − ({before})",
            after=after.definition,
            before=before.definition,
        ),
        evidence=(*after.evidence, *before.evidence),
    )


_Term = tuple[Quantity, Evidence | None]


def _part(
    part: verb.Figure | verb.Share, submission: Submission, rubric: Rubric
) -> Measured:
    if isinstance(part, verb.Figure):
        return figure(part, submission, rubric)
    return share(part, submission, rubric)


def _terms(
    ids: Sequence[str], submission: Submission, rubric: Rubric
) -> tuple[_Term, ...]:
    quantities = tuple(rubric.quantity(each) for each in ids)
    return tuple((each, quantity_evidence(each, submission)) for each in quantities)


def _first_unusable(terms: Sequence[_Term]) -> Measured | None:
    for quantity, evidence in terms:
        if evidence is None:
            return missing(quantity.title.text)
        value = number_in(evidence)
        if value is None:
            return unreadable(quantity.title.text, evidence)
        if value < 0:
            why = Text("jumlah tidak boleh negatif.", "a number cannot be negative.")
            return unreadable(quantity.title.text, evidence, why)
    return None


def _sum(terms: Sequence[_Term]) -> Fraction:
    values = (number_in(evidence) for _, evidence in terms if evidence is not None)
    return sum((value for value in values if value is not None), Fraction(0))


def _noun(terms: Sequence[_Term]) -> Text | None:
    """Name what is counted, where it is tickets."""
    if all(quantity.tickets is not None for quantity, _ in terms):
        return Text(" laporan", " tickets")
    return None


def _divided(
    measure: verb.Share, parts: tuple[Fraction, Fraction], noun: Text | None
) -> Measured:
    numerator, denominator = parts
    figures: dict[str, Spoken] = {
        "n": numerator,
        "d": denominator,
        "noun": noun or PLAIN,
    }
    if numerator > denominator or denominator < 0:
        reason = say(
            "angka bertentangan, {n} dari {d}{noun}.",
            "the figures contradict each other, {n} of {d}{noun}.",
            **figures,
        )
        return Measured("unreadable", reason)
    if denominator == 0:
        reason = Text(
            "tidak ada yang dapat dihitung, penyebutnya 0.",
            "there is nothing to count, the denominator is 0.",
        )
        return Measured(
            measure.if_none, reason, numerator=numerator, denominator=denominator
        )
    value = 100 * numerator / denominator
    reason = say(
        "{n} dari {d}{noun}: {p} %.",
        "{n} of {d}{noun}: {p} %.",
        **figures,
        p=Places(value, 2),
    )
    return Measured("scored", reason, value, None, numerator, denominator)


def _told(
    result: Measured,
    terms: tuple[Sequence[_Term], Sequence[_Term], Sequence[_Term]],
    blank: Sequence[_Term],
) -> Measured:
    of, over, less = terms
    definition = _definition(of, over, less)
    name = say("{definition}: ", "{definition}: ", definition=definition)
    reason = Text(name.id + result.reason.id, name.en + result.reason.en)
    if blank:
        note = say(
            "{names} tidak diisi dan tidak mengurangi penyebut.",
            "Left blank, taking nothing off the denominator: {names}.",
            names=tuple(quantity.title.text for quantity, _ in blank),
        )
        reason = joined((reason, note))
    return Measured(
        state=result.state,
        reason=reason,
        value=result.value,
        numerator=result.numerator,
        denominator=result.denominator,
        unit=PER_CENT,
        definition=definition,
        evidence=_evidence((*of, *over, *less)),
    )


def _definition(
    of: Sequence[_Term], over: Sequence[_Term], less: Sequence[_Term]
) -> Text:
    top, bottom = _names(of, " + "), _names(over, " + ")
    if len(of) > 1:
        top = say("({names})", "({names})", names=top)
    if less:
        bottom = say(
            "({over} − {less})",
            "({over} − {less})",
            over=bottom,
            less=_names(less, " − "),
        )
    elif len(over) > 1:
        bottom = say("({names})", "({names})", names=bottom)
    return say("{top} ÷ {bottom}", "{top} ÷ {bottom}", top=top, bottom=bottom)


def _names(terms: Sequence[_Term], sign: str) -> Text:
    return joined(tuple(quantity.title.text for quantity, _ in terms), sign)


def _evidence(terms: Sequence[_Term]) -> tuple[Cited, ...]:
    return tuple(
        cited(quantity.title.text, evidence)
        for quantity, evidence in terms
        if evidence is not None
    )
