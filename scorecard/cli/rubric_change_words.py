"""A change of a rubric in plain words: what it is of, how it was, how it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from scorecard.amendment.changes import Change, title_of
from scorecard.cli.rubric_change_keys import KEYS
from scorecard.cli.rubric_measures import measure_lines
from scorecard.cli.rubric_rules import award_rules, gate_rules
from scorecard.methods.aggregates import SENTENCES
from scorecard.methods.missing import SENTENCES as WITHOUT
from scorecard.methods.scales import sentence
from scorecard.number import exact, tidy
from scorecard.rubric.methods import Document
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.rubric.plain import Names
from scorecard.rubric.strict_yaml import Data
from scorecard.wording import Text, joined, same, say

_LONGEST = 100
_NONE = same("—")
_MOST_PLACES = 6
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SAID_WHOLE = frozenset({"scale", "measure", "aggregate", "missing"})
Rules: TypeAlias = Callable[[Rubric], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Between:
    """The two rubrics that are compared."""

    old: Rubric
    new: Rubric

    @property
    def titles(self) -> Mapping[str, Text]:
        """Give every title by id, the new one first."""
        return {**_titles(self.old), **_titles(self.new)}


def change_words(change: Change, between: Between) -> Text:
    """Say one change in a sentence, by the rubrics' own titles."""
    match change.how:
        case "moved" | "renamed":
            return _moved(change, between)
        case "added" | "removed" if change.kind == "structure":
            return _come_or_gone(change, between)
    name = change.path[1] if len(change.path) > 1 else ""
    if change.path[0] == "gates" and change.kind == "gates":
        return _ruled((between, name), "gates", gate_rules)
    if change.path[0] == "awards" and change.kind == "awards":
        return _ruled((between, name), "awards", award_rules)
    if change.node and change.rest and change.rest[0] in _SAID_WHOLE:
        return _of_a_node(change, between)
    return _place(change, between)


def _moved(change: Change, between: Between) -> Text:
    title, old, new = (
        _titled(each, between)
        for each in (change.node, str(change.before), str(change.after))
    )
    if change.how == "renamed":
        words = (
            "{title} berganti id: {old} → {new}",
            "{title} has another id: {old} → {new}",
        )
        return say(*words, title=title, old=str(change.before), new=str(change.after))
    words = ("{title} dipindahkan: {old} → {new}", "{title} was moved: {old} → {new}")
    return say(*words, title=title, old=old, new=new)


def _come_or_gone(change: Change, between: Between) -> Text:
    title = _titled(change.node, between)
    if change.how == "removed":
        return say("{title} dihapus", "{title} was removed", title=title)
    node = change.after if isinstance(change.after, dict) else {}
    words = ("{title} ditambahkan, bobot {n}", "{title} was added, weight {n}")
    return say(*words, title=title, n=_value(node.get("weight"), between))


def _ruled(of: tuple[Between, str], section: str, rules: Rules) -> Text:
    """Say a gate or an award in the sentence that `rubric show` says it in."""
    between, name = of
    sentences = [
        _nth(getattr(rubric, section), rules(rubric), name)
        for rubric in (between.old, between.new)
    ]
    before, after = sentences
    if before == _NONE:
        return say("Ditambahkan: {rule}", "Added: {rule}", rule=after)
    if after == _NONE:
        return say("Dihapus: {rule}", "Removed: {rule}", rule=before)
    return _turned(same(""), before, after)


def _nth(nouns: Iterable[Any], rules: Iterable[Any], name: str) -> Text:
    pairs = zip(nouns, rules, strict=True)
    return next((rule.words for noun, rule in pairs if noun.id == name), _NONE)


def _of_a_node(change: Change, between: Between) -> Text:
    """Say a scale, a measure, or what joins and what replaces evidence, whole."""
    key = change.rest[0]
    nodes = [title_of(change.node, each) for each in (between.old, between.new)]
    is_list = any(_is_document(node) for node in nodes)
    if key == "measure" and (is_list or None in nodes):
        return _place(change, between)
    told = [
        _said(node, key, rubric)
        for node, rubric in zip(nodes, (between.old, between.new), strict=True)
    ]
    label = say(
        "{title}, {key}: ",
        "{title}, {key}: ",
        title=_titled(change.node, between),
        key=KEYS[key],
    )
    return _turned(label, *told)


def _is_document(node: Criterion | Indicator | None) -> bool:
    return isinstance(node, Indicator) and isinstance(node.measure, Document)


def _said(node: Criterion | Indicator | None, key: str, rubric: Rubric) -> Text:
    match node, key:
        case ((Indicator() | Criterion()), "scale") if node.scale is not None:
            return sentence(node.scale)
        case Indicator(), "measure":
            return joined(tuple(measure_lines(node.measure, rubric)), "; ")
        case Indicator(), "missing":
            return WITHOUT[node.missing or rubric.score.missing]
        case Criterion(), "aggregate":
            return SENTENCES[node.aggregate]
    return same("—")


def _place(change: Change, between: Between) -> Text:
    """Say any other place by its keys and titles, with both values."""
    place = joined(tuple(_parts(change, between)), " › ")
    if change.how == "added" and isinstance(change.after, dict):
        words = ("{place} ditambahkan{what}", "{place} was added{what}")
        return say(*words, place=place, what=_span(change.after))
    if change.how == "removed" and isinstance(change.before, dict):
        words = ("{place} dihapus{what}", "{place} was removed{what}")
        return say(*words, place=place, what=_span(change.before))
    label = joined((place, same(": ")), "")
    return _turned(label, _value(change.before, between), _value(change.after, between))


def _span(item: Mapping[str, Data]) -> Text:
    """Give the limits of a band; nothing of anything else."""
    match item:
        case {"from": str(start), "to": str(end)}:
            ends = {"start": exact(start), "end": exact(end)}
            return say(" ({start}–{end})", " ({start}–{end})", **ends)
    return same("")


def _parts(change: Change, between: Between) -> Iterator[Text]:
    if change.node:
        yield _titled(change.node, between)
    rest: Names = change.rest
    if "basis" in rest:
        rest = rest[: rest.index("basis")]
        yield from (_part(name, between) for name in rest)
        yield Text("dasar", "basis")
        return
    yield from (_part(name, between) for name in rest if name != "ranges")


def _part(name: str, between: Between) -> Text:
    if name in KEYS:
        return KEYS[name]
    return _titled(name, between)


def _titled(name: str, between: Between) -> Text:
    title = between.titles.get(name)
    if title is not None:
        return Text(f"“{title.id}”", f"“{title.en}”")
    return same(name) if name else Text("tingkat teratas", "the top level")


def _turned(label: Text, before: Text, after: Text) -> Text:
    words = ("{label}{before} → {after}", "{label}{before} → {after}")
    return say(*words, label=label, before=before, after=after)


def _value(value: Data, between: Between) -> Text:
    match value:
        case None:
            return same("—")
        case str():
            return _scalar(value, between)
        case list():
            return joined(tuple(_value(each, between) for each in value), ", ")
        case {"id": str(indonesian), "en": str(english)}:
            return _cut(Text(indonesian, english))
        case {"verified": str(source)}:
            return say("terverifikasi ({s})", "verified ({s})", s=source)
        case {"assumption": _}:
            return KEYS["assumption"]
        case {"title": {"id": str(indonesian), "en": str(english)}}:
            return _cut(Text(indonesian, english))
        case dict():
            items = (
                say("{k} {v}", "{k} {v}", k=_part(k, between), v=_value(v, between))
                for k, v in value.items()
            )
            return _cut(joined(tuple(items), ", "))


def _scalar(value: str, between: Between) -> Text:
    if _DAY.fullmatch(value):
        return say("{day}", "{day}", day=date.fromisoformat(value))
    try:
        number: Fraction = exact(value)
    except ValueError:
        known = KEYS.get(value) or between.titles.get(value)
        return _cut(known or same(value))
    return Text(tidy(number, "id", _MOST_PLACES), tidy(number, "en", _MOST_PLACES))


def _cut(text: Text) -> Text:
    def short(words: str) -> str:
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"

    return Text(short(text.id), short(text.en))


def _titles(rubric: Rubric) -> dict[str, Text]:
    known = (
        *(rubric.categories, rubric.quantities, rubric.gates, rubric.awards),
        *(rubric.rankings, rubric.bands.ranges, rubric.form.documents),
        *(rubric.form.recap, rubric.form.answers, tuple(rubric.nodes())),
    )
    titles = {each.id: each.title.text for nouns in known for each in nouns}
    for indicator in rubric.indicators():
        if isinstance(indicator.measure, Document):
            conditions = indicator.measure.conditions
            titles |= {each.id: each.title.text for each in conditions}
    return titles
