"""What changed from one rubric to another: each place by its kind, moves as moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scorecard.amendment.kinds import Kind, kind_of, node_in
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.rubric.plain import Difference, Names, differences, identity, plain
from scorecard.rubric.strict_yaml import Data

How: TypeAlias = Literal["changed", "added", "removed", "moved", "renamed"]

_TREES = frozenset({"criteria", "indicators"})


@dataclass(frozen=True, slots=True)
class Change:
    """One place that is other: its kind, the node it is of, and both sides.

    `path` leads there by keys and ids, `rest` from the node (from the top without one).
    Of a moved node `before` and `after` are the headings, of a renamed one its ids.
    """

    kind: Kind
    how: How
    path: Names
    node: str
    rest: Names
    before: Data
    after: Data


def changes(old: Rubric, new: Rubric) -> tuple[Change, ...]:
    """List what changed, in the order of the language's keys."""
    found = tuple(differences(plain(old), plain(new)))
    gone = {each.path: each for each in found if _is_node(each) and each.after is None}
    come = {each.path: each for each in found if _is_node(each) and each.before is None}
    pairs = dict(_pairs(gone, come))
    return tuple(
        change
        for each in found
        if each.path not in pairs.values()
        for change in _told(each, come.get(pairs.get(each.path, ())))
    )


def renamed(old: Rubric, new: Rubric) -> Mapping[str, str]:
    """Give the old id of each node that has another id and is else as it was."""
    found = (each for each in changes(old, new) if each.how == "renamed")
    return {str(each.after): str(each.before) for each in found}


def _is_node(difference: Difference) -> bool:
    path = difference.path
    return len(path) >= 2 and path[0] == "criteria" and path[-2] in _TREES


def _pairs(
    gone: Mapping[Names, Difference], come: Mapping[Names, Difference]
) -> Iterator[tuple[Names, Names]]:
    """Pair what went here and came there: the same id, else all the same but the id."""
    left = dict(come)
    for path, each in gone.items():
        same_id = (other for other in left if other[-1] == path[-1])
        alike = (
            other
            for other in left
            if _without_id(left[other].after) == _without_id(each.before)
        )
        if (found := next(same_id, None) or next(alike, None)) is not None:
            del left[found]
            yield path, found


def _without_id(node: Data) -> Data:
    if not isinstance(node, dict):
        return node
    return {key: value for key, value in node.items() if key != "id"}


def _told(each: Difference, other: Difference | None) -> Iterator[Change]:
    if other is None:
        yield _change(each)
        return
    node, rest = other.path[-1], ()
    if each.path[-1] != node:
        names = (each.path[-1], node)
        yield Change("structure", "renamed", other.path, node, rest, *names)
        return
    headings = (_heading(each.path), _heading(other.path))
    yield Change("structure", "moved", other.path, node, rest, *headings)
    for inner in differences(each.before, other.after, other.path):
        yield _change(inner)


def _heading(path: Names) -> str:
    """Name what a node stands under; empty for the top."""
    return path[-3] if len(path) > 2 else ""


def _change(each: Difference) -> Change:
    how: How = "changed"
    if each.before is None:
        how = "added"
    elif each.after is None:
        how = "removed"
    node, rest = node_in(each.path)
    return Change(
        kind_of(each.path), how, each.path, node, rest, each.before, each.after
    )


def title_of(node: str, *rubrics: Rubric) -> Criterion | Indicator | None:
    """Find a node in the first rubric that has it."""
    for rubric in rubrics:
        for each in rubric.nodes():
            if each.id == node:
                return each
    return None


def ids_in(data: Data) -> Iterator[str]:
    """Name the nodes that a node's plain data holds, itself first."""
    if isinstance(data, dict):
        if name := identity(data):
            yield name
        for key in ("criteria", "indicators"):
            items = data.get(key)
            for item in items if isinstance(items, list) else ():
                yield from ids_in(item)
