"""What differs between two seasons' rubrics, and what can no longer be compared.

Wording, sources, clauses and dates that moved on with the period are no difference;
figures and verbs are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.rubric.scalars import Noun
from scorecard.wording import Text, joined, say

_WORDS = frozenset({"title", "clause", "remedy", "basis", "advice", "colour"})
_SCORE = ("maximum", "aggregate", "missing", "coverage")
_MOST_TOLD = 3

Differing: TypeAlias = tuple[str, ...]
"""Keys of a noun, as the YAML writes them."""


@dataclass(frozen=True, slots=True)
class IndicatorDifference:
    """Why an indicator's values or points are not comparable, and what else differs."""

    values: Text | None = None
    points: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class RubricsCompared:
    """What differs, in words; `total` says why totals are not comparable, if not.

    `indicators` holds every indicator of either rubric, those of the later first.
    """

    indicators: Mapping[str, IndicatorDifference]
    total: Text | None
    words: tuple[Text, ...]


def rubrics_compared(before: Rubric, after: Rubric) -> RubricsCompared:
    """Compare the arithmetic of two rubrics, node by node."""
    pair = _Pair(before, after)
    found = {each: _indicator(each, pair) for each in pair.indicators}
    words = tuple(_words(found, pair))
    decisive = tuple(_decisive(found, pair))
    return RubricsCompared(found, _total(decisive), words)


@dataclass(frozen=True, slots=True)
class _Pair:
    before: Rubric
    after: Rubric

    @property
    def indicators(self) -> tuple[str, ...]:
        every = (*self.after.indicators(), *self.before.indicators())
        return tuple(dict.fromkeys(each.id for each in every))

    def differing(self, before: Noun | None, after: Noun | None) -> Differing:
        """Name the keys of a noun that say something else now."""
        old, new = _dumped(before), _dumped(after)
        starts = (self.before.period.start, self.after.period.start)
        keys = dict.fromkeys((*new, *old))
        return tuple(
            key
            for key in keys
            if key not in _WORDS and not _alike(old.get(key), new.get(key), starts)
        )


def _dumped(noun: Noun | None) -> dict[str, Any]:
    return noun.model_dump(by_alias=True) if noun is not None else {}


def _alike(before: Any, after: Any, starts: tuple[date, date]) -> bool:
    """Compare two figures; a date is alike too if it stands as far into its period."""
    match before, after:
        case dict(), dict():
            keys = {*before, *after} - _WORDS
            return all(_alike(before.get(k), after.get(k), starts) for k in keys)
        case ((list() | tuple()), (list() | tuple())):
            pairs = zip(before, after, strict=False)
            same_length = len(before) == len(after)
            return same_length and all(_alike(*pair, starts) for pair in pairs)
        case date(), date():
            own = (_into(before, starts[0]), _into(after, starts[1]))
            return before == after or own[0] == own[1]
    return bool(before == after)


def _into(day: date, start: date) -> tuple[int, int, int]:
    return day.year - start.year, day.month, day.day


def _indicator(identity: str, pair: _Pair) -> IndicatorDifference:
    old, new = _node(identity, pair.before), _node(identity, pair.after)
    if not isinstance(old, Indicator) or not isinstance(new, Indicator):
        only = _ONLY_AFTER if isinstance(new, Indicator) else _ONLY_BEFORE
        return IndicatorDifference(only, only)
    measure = (*pair.differing(old.measure, new.measure), *_counted(old, new, pair))
    scale = pair.differing(old.scale, new.scale)
    values = _reason(_MEASURE, measure) if measure else None
    points = values or (_reason(_SCALE, scale) if scale else None)
    return IndicatorDifference(values, points, _note(old, new))


def _counted(old: Indicator, new: Indicator, pair: _Pair) -> Iterator[str]:
    """Name the quantities of a measure that are counted otherwise now."""
    for quantity in sorted(quantities_of(old.measure) & quantities_of(new.measure)):
        before = pair.before.quantity(quantity)
        after = pair.after.quantity(quantity)
        if pair.differing(before, after):
            yield quantity


def quantities_of(measure: verb.Measure) -> frozenset[str]:
    """Name the quantities that a measure counts."""
    match measure:
        case verb.Count():
            return frozenset(measure.of)
        case verb.Share():
            return frozenset((*measure.of, *measure.over, *measure.less))
        case verb.Change():
            return quantities_of(measure.before) | quantities_of(measure.after)
    return frozenset()


_ONLY_BEFORE = Text(
    "Tidak dapat dibandingkan: hanya diukur pada musim sebelumnya.",
    "Not comparable: measured in the earlier season only.",
)
_ONLY_AFTER = Text(
    "Tidak dapat dibandingkan: baru diukur pada musim sesudahnya.",
    "Not comparable: measured in the later season only.",
)
_MEASURE = Text(
    "Tidak dapat dibandingkan, karena cara mengukurnya berubah ({keys}).",
    "Not comparable, because it is measured otherwise ({keys}).",
)
_SCALE = Text(
    "Poinnya tidak dapat dibandingkan, karena skalanya berubah ({keys}).",
    "The points are not comparable, because the scale changed ({keys}).",
)


def _reason(template: Text, keys: Differing) -> Text:
    return say(template.id, template.en, keys=", ".join(keys))


def _note(old: Criterion | Indicator, new: Criterion | Indicator) -> Text | None:
    parts = []
    if old.weight != new.weight:
        figures = {"before": old.weight, "after": new.weight}
        words = ("bobot {before} menjadi {after}", "weight {before}, now {after}")
        parts.append(say(*words, **figures))
    if old.informative != new.informative:
        now = Text("kini hanya informasi", "now informative only")
        weighs = Text("kini berbobot", "now it weighs")
        parts.append(now if new.informative else weighs)
    return joined(tuple(parts), "; ") if parts else None


def _words(found: Mapping[str, IndicatorDifference], pair: _Pair) -> Iterator[Text]:
    if pair.before.id != pair.after.id:
        ids = {"before": pair.before.id, "after": pair.after.id}
        yield say(
            "rubrik {before} menjadi {after}", "rubric {before}, now {after}", **ids
        )
    yield from _settings(pair)
    yield from _headings(pair)
    for identity, each in found.items():
        for told in dict.fromkeys((each.values, each.points, each.note)):
            if told is not None:
                yield _titled(identity, told, pair)
    yield from _around(pair)


def _decisive(found: Mapping[str, IndicatorDifference], pair: _Pair) -> Iterator[Text]:
    """Name what makes the same evidence give another total."""
    yield from _settings(pair)
    yield from _headings(pair)
    for identity, each in found.items():
        if _weighs(identity, pair) and (told := each.points or each.note):
            yield _titled(identity, told, pair)
    for category in pair.after.categories:
        old = {each.id: each for each in pair.before.categories}.get(category.id)
        keys = pair.differing(old, category) if old else ()
        if set(keys) & {"weights", "not_applicable"}:
            what = category.title.text
            yield say("bobot khusus {what}", "weights of {what}", what=what)


def _settings(pair: _Pair) -> Iterator[Text]:
    keys = pair.differing(pair.before.score, pair.after.score)
    for key in keys:
        if key in _SCORE:
            ends = (getattr(pair.before.score, key), getattr(pair.after.score, key))
            words = ("{key} {before} menjadi {after}", "{key} {before}, now {after}")
            yield say(*words, key=f"score.{key}", before=ends[0], after=ends[1])


def _headings(pair: _Pair) -> Iterator[Text]:
    old = {n.id: n for n in pair.before.nodes() if isinstance(n, Criterion)}
    new = {n.id: n for n in pair.after.nodes() if isinstance(n, Criterion)}
    for identity in dict.fromkeys((*new, *old)):
        told = _heading(old.get(identity), new.get(identity))
        if told is not None:
            yield _titled(identity, told, pair)


def _heading(old: Criterion | None, new: Criterion | None) -> Text | None:
    if new is None:
        return Text("aspek ini dihapus", "this criterion was removed")
    if old is None:
        return Text("aspek baru", "a new criterion")
    if old.aggregate != new.aggregate:
        ends = {"before": old.aggregate, "after": new.aggregate}
        return say(
            "aggregate {before} → {after}", "aggregate {before} → {after}", **ends
        )
    return _note(old, new)


def _around(pair: _Pair) -> Iterator[Text]:
    """Name what decides on bands, gates and ties, but on no total."""
    parts = (
        (pair.before.bands.ranges, pair.after.bands.ranges, _BANDS),
        (pair.before.gates, pair.after.gates, _GATES),
        (pair.before.tie_break, pair.after.tie_break, _TIES),
    )
    starts = (pair.before.period.start, pair.after.period.start)
    for old, new, words in parts:
        if not _alike([_dumped(n) for n in old], [_dumped(n) for n in new], starts):
            yield words
    tickets = (_dumped(pair.before.tickets), _dumped(pair.after.tickets))
    if tickets[0].get("statuses") != tickets[1].get("statuses"):
        yield Text("daftar status laporan berbeda", "the ticket statuses differ")


_BANDS = Text("batas predikat berbeda", "the limits of the bands differ")
_GATES = Text("pembatas predikat berbeda", "the gates of the bands differ")
_TIES = Text("aturan nilai seri berbeda", "the tie rules differ")


def _total(decisive: tuple[Text, ...]) -> Text | None:
    if not decisive:
        return None
    told = tuple(Text(t.id.rstrip("."), t.en.rstrip(".")) for t in decisive)
    more = len(told) - _MOST_TOLD
    rest = (say("{n} hal lain", "{n} more", n=more),) if more > 0 else ()
    return say(
        "Nilai tidak dapat dibandingkan, karena rubriknya berubah: {what}.",
        "The totals are not comparable, because the rubric changed: {what}.",
        what=joined((*told[:_MOST_TOLD], *rest), "; "),
    )


def _titled(identity: str, told: Text, pair: _Pair) -> Text:
    node = _node(identity, pair.after) or _node(identity, pair.before)
    assert node is not None
    template = "{title}: {told}"
    return say(template, template, title=node.title.text, told=told)


def _weighs(identity: str, pair: _Pair) -> bool:
    nodes = (_node(identity, rubric) for rubric in (pair.before, pair.after))
    return any(node is not None and not node.informative for node in nodes)


def _node(identity: str, rubric: Rubric) -> Criterion | Indicator | None:
    return next((node for node in rubric.nodes() if node.id == identity), None)
