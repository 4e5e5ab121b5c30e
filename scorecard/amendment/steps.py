"""Changes that stand or fall together, and the rubric with one such step alone.

The weights under one heading change together, since they add up to 100; so do the
bands, and all that decides what is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from scorecard.amendment.changes import title_of
from scorecard.amendment.kinds import KINDS, SILENT, kind_of, node_in
from scorecard.rubric.lint.basis import NO_BASIS
from scorecard.rubric.lint.checks import lint
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.plain import (
    Difference,
    Names,
    by_id,
    differences,
    identity,
    plain,
)
from scorecard.rubric.strict_yaml import Data
from scorecard.wording import Text, say

_TOGETHER = frozenset({"vocabulary", "form", "bands"})


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that are tried together; `rubric` is the old one with them alone.

    It is None where they cannot stand alone, as when weights no longer add up.
    """

    title: Text
    rubric: Rubric | None


def steps(old: Rubric, new: Rubric) -> tuple[Step, ...]:
    """Take a new rubric apart into steps from the old one."""
    groups: dict[Names, list[Difference]] = {}
    for each in differences(plain(old), plain(new)):
        if kind_of(each.path) not in SILENT:
            groups.setdefault(_group(each.path), []).append(each)
    return tuple(
        Step(_title(key, old, new), _with_only(old, group))
        for key, group in groups.items()
    )


def _group(path: Names) -> Names:
    kind = kind_of(path)
    node, rest = node_in(path)
    if kind in _TOGETHER:
        return (kind,)
    if kind in ("weights", "structure"):
        heading = node_in(path[: len(path) - len(rest) - 2])[0]
        return ("weights", heading)
    if node:
        return (kind, node)
    depth = 1 if path[0] in ("period", "tie_break", "deadline", "as_of") else 2
    return (kind, *path[:depth])


def _title(key: Names, old: Rubric, new: Rubric) -> Text:
    kind, *names = key
    named = _named(kind, names, old, new)
    if kind == "weights":
        if not named:
            return Text("bobot tingkat teratas", "the weights of the top level")
        return say("bobot di bawah “{name}”", "the weights under “{name}”", name=named)
    sort = next(words for each, words in KINDS.items() if each == kind)
    title = Text(sort.id.lower(), sort.en.lower())
    return (
        say("{kind} “{name}”", "{kind} “{name}”", kind=title, name=named)
        if (named)
        else title
    )


def _named(kind: str, names: list[str], old: Rubric, new: Rubric) -> Text | None:
    """Give the rubric's own title of what the names lead to, else the last of them."""
    if not names or not names[-1]:
        return None
    node = title_of(names[-1], new, old)
    if node is not None:
        return node.title.text
    titles = {**_titles(old), **_titles(new)}
    if names[-1] in titles:
        return titles[names[-1]]
    return Text(names[-1], names[-1]) if kind == "score" else None


def _titles(rubric: Rubric) -> dict[str, Text]:
    return {
        **{each.id: each.title.text for each in rubric.gates},
        **{each.id: each.title.text for each in rubric.awards},
        **{each.id: each.title.text for each in rubric.rankings},
        **{each.id: each.title.text for each in rubric.categories},
    }


def _with_only(old: Rubric, group: list[Difference]) -> Rubric | None:
    data = plain(old)
    for each in group:
        data = _with(data, each.path, each.after)
    try:
        rubric = Rubric.model_validate(data)
    except ValidationError:
        return None
    # Defaults are written out here, and need no basis of their own.
    told = (each for each in lint(rubric) if each.code != NO_BASIS.code)
    return None if any(each.severity == "error" for each in told) else rubric


def _with(data: Data, path: Names, value: Data) -> Data:
    """Put a value at a place; None takes away what is there."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    match data:
        case dict():
            changed = data | {first: _with(data.get(first), rest, value)}
            return {key: each for key, each in changed.items() if each is not None}
        case list() if by_id(data) is not None:
            return list(_items(data, (first, rest), value))
        case list():
            place = int(first) - 1
            return [*data[:place], _with(data[place], rest, value), *data[place + 1 :]]
    return _with({}, path, value)


def _items(data: list[Data], path: tuple[str, Names], value: Data) -> Iterator[Data]:
    first, rest = path
    known = False
    for item in data:
        if identity(item) != first:
            yield item
            continue
        known = True
        if (changed := _with(item, rest, value)) is not None:
            yield changed
    if not known and value is not None:
        yield value
