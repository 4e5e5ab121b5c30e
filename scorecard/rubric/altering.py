"""Step 1, read rubric, as if: a rubric with some of its rules changed for one run.

The file is never edited. What results is checked like any rubric, and its mistakes are
told at the lines of the file; the whole changed rubric then goes with the results.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path as File

import yaml

from scorecard.errors import ExitCode, ScorecardError
from scorecard.rubric import altering_rules as rules
from scorecard.rubric.load import LoadedRubric, accepted, load_rubric, rubric_text
from scorecard.rubric.places import place_in_words, problem
from scorecard.rubric.plain import differences, identity, plain
from scorecard.rubric.rules import Mistake, Path, broken
from scorecard.rubric.shapes import listed, suggestion
from scorecard.rubric.sharing import shared_out
from scorecard.rubric.strict_yaml import Data, Document, read_yaml
from scorecard.rubric.what_if import RubricChange, WhatIf
from scorecard.wording import Text

_TREES = ("criteria", "indicators")
_ONE_BASIS = frozenset({"verified", "assumption"})
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Alteration:
    """What to change: settings such as ``criteria.speed.weight=40``, an overlay."""

    settings: tuple[str, ...] = ()
    overlay: File | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        return bool(self.settings) or self.overlay is not None


def altered_rubric(path: File | None, asked: Alteration) -> LoadedRubric:
    """Read a rubric file and change it; without changes this is `load_rubric`.

    Raises ScorecardError: RUBRIC where the file, or what becomes of it, is invalid;
    USAGE where a change names a place that is not there, or changes nothing.
    """
    base = load_rubric(path)
    if not asked:
        return base
    document = read_yaml(base.text)
    data = deepcopy(document.data)
    if asked.overlay is not None:
        data = merged(data, _overlay(asked.overlay))
    settled = []
    for setting in asked.settings:
        data, place = _set(data, setting, document, base.path)
        settled.append(place)
    data = shared_out(data, settled)
    return _accepted(base, replace(document, data=data))


def merged(base: Data, over: Data) -> Data:
    """Lay a partial rubric over another: mappings by key, lists by id, else in place.

    Items of a new id come last. A mapping whose verb is another replaces all of it.
    """
    match base, over:
        case dict(), dict() if over.get("verb", base.get("verb")) == base.get("verb"):
            return base | {key: merged(base.get(key), over[key]) for key in over}
        case list(), list() if over and all(identity(item) for item in over):
            return _merged_items(base, over)
    return over


def _merged_items(base: list[Data], over: list[Data]) -> list[Data]:
    changed = {identity(item): item for item in over}
    kept = [
        merged(item, changed.pop(name)) if (name := identity(item)) in changed else item
        for item in base
    ]
    return [*kept, *changed.values()]


def _overlay(path: File) -> Data:
    document = read_yaml(rubric_text(path))
    mistakes = document.mistakes
    if document.complete and not isinstance(document.data, dict):
        mistakes = (*mistakes, broken(rules.NOT_PARTIAL, ()))
    if mistakes:
        found = tuple(problem(each, document, str(path)) for each in mistakes)
        raise ScorecardError(ExitCode.RUBRIC, found)
    return document.data


def _set(data: Data, setting: str, document: Document, file: str) -> tuple[Data, Path]:
    names, equals, value = setting.partition("=")
    found = _place(data, names.strip()) if equals else broken(rules.NO_VALUE, ())
    if isinstance(found, Mistake):
        told = problem(found, replace(document, data=data), file)
        raise ScorecardError(ExitCode.USAGE, (replace(told, seen=setting),))
    return _founded(_with(data, found, _value(value.strip())), found), found


def _founded(data: Data, path: Path) -> Data:
    """Call a figure an assumption where its neighbours each have a basis of their own.

    What is only tried rests on nothing, and is not to be refused for that.
    """
    *above, key = path
    beside = _at(data, tuple(above))
    bases = beside.get("basis") if isinstance(beside, dict) else None
    if not isinstance(bases, dict) or not isinstance(key, str):
        return data
    if key in bases or key == "basis" or _ONE_BASIS & bases.keys():
        return data
    return _with(data, (*above, "basis", key), "assumption")


def _value(text: str) -> Data:
    """Read a value as the rubric's YAML: a list in brackets, else the text itself."""
    if not text.startswith(("[", "{")):
        return text
    document = read_yaml(text)
    return document.data if document.complete and not document.mistakes else text


def _with(data: Data, path: Path, value: Data) -> Data:
    if not path:
        return value
    first, *rest = path
    match data, first:
        case dict(), str():
            return data | {first: _with(data.get(first), tuple(rest), value)}
        case list(), int():
            changed = _with(data[first], tuple(rest), value)
            return [*data[:first], changed, *data[first + 1 :]]
    return data


def _place(data: Data, names: str) -> Path | Mistake:
    """Find the place that names lead to; the last may be a key not yet written."""
    parts = names.split(".")
    path: Path = ()
    if parts[0] in _TREES and len(parts) > 1:
        nodes = dict(_nodes(data, ()))
        if parts[1] not in nodes:
            return _unknown((parts[0],), parts[1], tuple(nodes))
        path, parts = nodes[parts[1]], parts[2:]
    for depth, part in enumerate(parts):
        step = _step(_at(data, path), part)
        is_last = depth == len(parts) - 1
        if step is None and is_last and isinstance(_at(data, path), dict):
            step = part
        if step is None:
            return _unknown(path, part, _choices(_at(data, path)))
        path = (*path, step)
    return path


def _nodes(data: Data, path: Path) -> Iterator[tuple[str, Path]]:
    """Name all criteria and indicators, wherever in the tree they stand."""
    for key in _TREES:
        items = data.get(key, []) if isinstance(data, dict) else []
        for position, item in enumerate(items if isinstance(items, list) else []):
            here = (*path, key, position)
            if name := identity(item):
                yield name, here
            yield from _nodes(item, here)


def _at(data: Data, path: Path) -> Data:
    for part in path:
        match data, part:
            case dict(), str():
                data = data[part]
            case list(), int():
                data = data[part]
    return data


def _step(data: Data, part: str) -> str | int | None:
    match data:
        case dict():
            return part if part in data else None
        case list():
            names = [identity(item) for item in data]
            if part in names:
                return names.index(part)
            if part.isdecimal() and 0 < int(part) <= len(data):
                return int(part) - 1
    return None


def _choices(data: Data) -> tuple[str, ...]:
    match data:
        case dict():
            return tuple(data)
        case list():
            numbered = enumerate(data, start=1)
            return tuple(identity(item) or str(number) for number, item in numbered)
    return ()


def _unknown(path: Path, part: str, choices: Sequence[str]) -> Mistake:
    rule = rules.UNKNOWN_PLACE if choices else rules.NO_PARTS
    meant = suggestion(part, choices) if choices else Text("", "")
    return broken(rule, path, part, choices=listed(choices), suggestion=meant)


def _accepted(base: LoadedRubric, document: Document) -> LoadedRubric:
    """Check the changed rubric at the lines of the file, and list what it changes."""
    rubric, warnings = accepted(document, base.path)
    changes = tuple(_changes(base, plain(rubric), document.data))
    if not changes:
        told = problem(broken(rules.NOTHING, ()), Document(None, {}, ()), base.path)
        raise ScorecardError(ExitCode.USAGE, (told,))
    text = yaml.safe_dump(document.data, allow_unicode=True, sort_keys=False)
    digest = sha256(text.encode("utf-8")).hexdigest()
    what_if = WhatIf(base.rubric.edition, base.sha256, changes)
    return LoadedRubric(rubric, text, digest, base.path, warnings, what_if)


def _changes(base: LoadedRubric, changed: Data, data: Data) -> Iterator[RubricChange]:
    for each in differences(plain(base.rubric), changed):
        words = place_in_words(_path_of(each.path, data), data)
        name = ".".join(each.path)
        yield RubricChange(name, words, _short(each.before), _short(each.after))


def _path_of(names: tuple[str, ...], data: Data) -> Path:
    """Turn ids into positions, as far as the file writes what they name."""
    path: Path = ()
    for name in names:
        step = _step(_at(data, path), name)
        path = (*path, name if step is None else step)
        if step is None:
            break
    return path


def _short(value: Data) -> str:
    """Write a value on one line; a long one is cut."""
    match value:
        case None:
            return ""
        case str():
            words = value
        case _:
            flow = yaml.safe_dump(
                value, default_flow_style=True, allow_unicode=True, width=10**6
            )
            words = flow.strip()
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
