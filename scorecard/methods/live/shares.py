"""Formulas of quantities: `count`, `share` and `change`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard.methods.live.expressions import (
    BLANK,
    UNREADABLE,
    Cells,
    Live,
    chosen,
    fixed,
    quoted,
    sentence,
    shown,
    steady,
    total,
)
from scorecard.methods.live.forms import figure, left_blank, missing, unreadable
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, joined, say


def count(measure: verb.Count, cells: Cells, rubric: Rubric) -> Live:
    """Add up the quantities; a blank one leaves the sum unknown."""
    of = _quantities(measure.of, rubric)
    added = total([cells.quantities[each.id].value for each in of])
    name, noun = _names(of, " + "), _noun(of)
    template = Text(f"{name.id}: {{n}}{noun.id}.", f"{name.en}: {{n}}{noun.en}.")
    said = sentence(template, cells.language, n=shown(added))
    return Live(
        state=chosen(list(_unusable(of, (), cells)), '"scored"'),
        value=added,
        sentence=chosen(list(_why_not(of, (), cells)), said),
        numerator=added,
        blank=left_blank(_capital(of[0].title.text), cells),
    )


def share(measure: verb.Share, cells: Cells, rubric: Rubric) -> Live:
    """Give of / (over - less) in per cent; a blank of `less` excludes nothing."""
    parts = _Parts(
        *(_quantities(ids, rubric) for ids in (measure.of, measure.over, measure.less))
    )
    numerator = _sum(parts.of, cells)
    denominator = _sum(parts.over, cells)
    if parts.less:
        denominator = f"({denominator}-{_sum(parts.less, cells)})"
    impossible = _impossible(numerator, denominator)
    none = f"{steady(denominator)}=0"
    needed = (*parts.of, *parts.over)
    said = _share_sentences(parts, (numerator, denominator), cells)
    states = [(impossible, '"unreadable"'), (none, f'"{measure.if_none}"')]
    reasons = [(impossible, said.contradiction), (none, said.nothing)]
    unusable = _unusable(needed, parts.less, cells)
    why_not = _why_not(needed, parts.less, cells)
    return Live(
        state=chosen([*unusable, *states], '"scored"'),
        value=f"100*{numerator}/{denominator}",
        sentence=chosen([*why_not, *reasons], said.stated),
        numerator=numerator,
        denominator=denominator,
        blank=left_blank(_capital(parts.of[0].title.text), cells),
    )


def change(measure: verb.Change, cells: Cells, rubric: Rubric) -> Live:
    """Subtract the last period's value from this period's."""
    after = _part(measure.after, cells, rubric)
    before = _part(measure.before, cells, rubric)
    template = Text(
        "Dari {before} menjadi {after}: berubah {d} poin.",
        "From {before} to {after}: a change of {d} points.",
    )
    difference = f"({after.value}-{before.value})"
    said = sentence(
        template,
        cells.language,
        before=shown(before.value),
        after=shown(after.value),
        d=shown(difference),
    )
    lacking = [(f'{each.state}<>"scored"', each) for each in (after, before)]
    return Live(
        state=chosen([(test, each.state) for test, each in lacking], '"scored"'),
        value=difference,
        sentence=chosen([(test, each.sentence) for test, each in lacking], said),
        blank=after.blank,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    of: tuple[Quantity, ...]
    over: tuple[Quantity, ...]
    less: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """The sentences of one share, as expressions."""

    stated: str
    contradiction: str
    nothing: str


def _share_sentences(parts: _Parts, sides: tuple[str, str], cells: Cells) -> _Said:
    numerator, denominator = sides
    name = _capital(_definition(parts.of, parts.over, parts.less))
    figures = {
        "n": shown(numerator),
        "d": shown(denominator),
        "p": fixed(f"100*{numerator}/{denominator}", 2),
        "noun": quoted(_noun(parts.over).in_(cells.language)),
    }
    note = _blank_note(parts.less, cells)
    return _Said(
        *(
            sentence(
                Text(f"{name.id}: {said.id}", f"{name.en}: {said.en}"),
                cells.language,
                **figures,
            )
            + note
            for said in _SHARE_WORDS
        )
    )


_SHARE_WORDS = (
    Text("{n} dari {d}{noun}: {p} %.", "{n} of {d}{noun}: {p} %."),
    Text(
        "angka bertentangan, {n} dari {d}{noun}.",
        "the figures contradict each other, {n} of {d}{noun}.",
    ),
    Text(
        "tidak ada yang dapat dihitung, penyebutnya 0.",
        "there is nothing to count, the denominator is 0.",
    ),
)


def _noun(counted: Sequence[Quantity]) -> Text:
    """Name what is counted, where it is tickets."""
    if all(each.tickets is not None for each in counted):
        return Text(" laporan", " tickets")
    return Text("", "")


def _impossible(numerator: str, denominator: str) -> str:
    """Test whether the figures contradict each other."""
    left = steady(f"{denominator}-{numerator}")
    return f"OR({left}<0,{steady(denominator)}<0)"


def _blank_note(less: Sequence[Quantity], cells: Cells) -> str:
    """Say what was left blank and takes nothing off the denominator."""
    if not less:
        return ""
    states = [cells.quantities[each.id].state for each in less]
    names = "&".join(
        f'IF({state}={BLANK},{quoted(", " + each.title.text.in_(cells.language))},"")'
        for each, state in zip(less, states, strict=True)
    )
    template = Text(
        " {names} tidak diisi dan tidak mengurangi penyebut.",
        " Left blank, taking nothing off the denominator: {names}.",
    )
    told = sentence(template, cells.language, names=f"MID({names},3,500)")
    return f'&IF(LEN({names})=0,"",{told})'


def _sum(quantities: Sequence[Quantity], cells: Cells) -> str:
    return total([cells.quantities[each.id].value for each in quantities])


def _part(part: verb.Figure | verb.Share, cells: Cells, rubric: Rubric) -> Live:
    if isinstance(part, verb.Figure):
        return figure(part, cells, rubric)
    return share(part, cells, rubric)


def _quantities(ids: Sequence[str], rubric: Rubric) -> tuple[Quantity, ...]:
    return tuple(rubric.quantity(each) for each in ids)


def _unusable(
    needed: Sequence[Quantity], less: Sequence[Quantity], cells: Cells
) -> Iterator[tuple[str, str]]:
    """Test for the first quantity that cannot be used, in the order of the measure."""
    for each in needed:
        state = cells.quantities[each.id].state
        yield f"{state}={BLANK}", '"missing"'
        yield f"{state}={UNREADABLE}", '"unreadable"'
    for each in less:
        yield f"{cells.quantities[each.id].state}={UNREADABLE}", '"unreadable"'


def _why_not(
    needed: Sequence[Quantity], less: Sequence[Quantity], cells: Cells
) -> Iterator[tuple[str, str]]:
    for each in needed:
        state, title = cells.quantities[each.id].state, each.title.text
        yield f"{state}={BLANK}", missing(_capital(title), cells)
        why = cells.quantities[each.id].why
        yield f"{state}={UNREADABLE}", unreadable(_capital(title), why, cells)
    for each in less:
        known = cells.quantities[each.id]
        told = unreadable(_capital(each.title.text), known.why, cells)
        yield f"{known.state}={UNREADABLE}", told


def _capital(text: Text) -> Text:
    return Text(text.id[:1].upper() + text.id[1:], text.en[:1].upper() + text.en[1:])


def _definition(
    of: Sequence[Quantity], over: Sequence[Quantity], less: Sequence[Quantity]
) -> Text:
    top, bottom = _names(of, " + "), _names(over, " + ")
    if len(of) > 1:
        top = say("({names})", "({names})", names=top)
    if less:
        taken = _names(less, " − ")
        bottom = say("({o} − {l})", "({o} − {l})", o=bottom, l=taken)
    elif len(over) > 1:
        bottom = say("({names})", "({names})", names=bottom)
    return say("{top} ÷ {bottom}", "{top} ÷ {bottom}", top=top, bottom=bottom)


def _names(quantities: Sequence[Quantity], sign: str) -> Text:
    return joined(tuple(each.title.text for each in quantities), sign)
