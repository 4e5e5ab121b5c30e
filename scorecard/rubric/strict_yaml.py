"""Step 1, read rubric: a small, strict part of YAML, with the line of every value.

Scalars stay the text that was written, so `no`, `1.10`, `0101` and `12:30` mean what
they look like. A block text loses its last line break. An empty value is a mistake;
an empty text is written `""`. There are no anchors, aliases, tags or merge keys.

The text is read as a stream of events by a C parser that is never let deeper than
`DEEPEST`, because composing a deeply nested text can crash the process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from scorecard.rubric import yaml_rules as rules
from scorecard.rubric.rules import MOST_MISTAKES, Mistake, Path, Rule, broken

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
"""What YAML becomes: mappings, lists and text; None stands for a mistake."""

DEEPEST = 20
LARGEST = 256 * 1024

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML text read: its data, the line of each path, and what was wrong.

    `complete` is false when reading had to stop: the data are then of no use.
    """

    data: Data
    lines: dict[Path, int]
    mistakes: tuple[Mistake, ...]
    complete: bool = True

    def line(self, path: Path) -> int:
        """Find the line of a path, or of the nearest place above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(slots=True)
class _Reading:
    events: Iterator[Event]
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


class _StopError(Exception):
    """Reading cannot go on: the rule that is broken, and the line."""

    def __init__(self, rule: Rule, line: int) -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.line = line


def read_yaml(text: str) -> Document:
    """Read a text whole; mistakes are collected, nothing is raised."""
    if unfit := tuple(islice(rules.unfit_characters(text, LARGEST), MOST_MISTAKES)):
        return Document(None, {}, unfit, complete=False)
    reading = _Reading(yaml.parse(text, Loader=_LOADER))
    try:
        data = _document(reading)
    except _StopError as stop:
        mistake = broken(stop.rule, (), line=stop.line, most=DEEPEST)
        reading.mistakes.append(mistake)
    except yaml.YAMLError as error:
        reading.mistakes.append(rules.syntax_mistake(error))
    else:
        return Document(data, reading.lines, tuple(reading.mistakes))
    return Document(None, reading.lines, tuple(reading.mistakes), complete=False)


def _document(reading: _Reading) -> Data:
    next(reading.events)
    start = next(reading.events)
    if isinstance(start, StreamEndEvent):
        raise _StopError(rules.EMPTY, 1)
    data = _value(reading, (), next(reading.events))
    next(reading.events)
    if isinstance(following := next(reading.events), DocumentStartEvent):
        raise _StopError(rules.MANY_DOCUMENTS, _line(following))
    return data


def _value(reading: _Reading, path: Path, event: Event) -> Data:
    line = _line(event)
    reading.lines.setdefault(path, line)
    _refuse_extras(reading, path, event)
    match event:
        case ScalarEvent():
            return _scalar(reading, path, event)
        case SequenceStartEvent() | MappingStartEvent() if len(path) >= DEEPEST:
            raise _StopError(rules.TOO_DEEP, line)
        case SequenceStartEvent():
            return _sequence(reading, path)
        case MappingStartEvent():
            return _mapping(reading, path)
    return None


def _refuse_extras(reading: _Reading, path: Path, event: Event) -> None:
    if not isinstance(event, NodeEvent):
        return
    if isinstance(event, AliasEvent):
        _complain(reading, rules.ALIAS, path, event, seen=f"*{event.anchor}")
    elif event.anchor:
        _complain(reading, rules.ANCHOR, path, event, seen=f"&{event.anchor}")
    if tag := getattr(event, "tag", None):
        _complain(reading, rules.TAG, path, event, seen=rules.short_tag(tag))


def _scalar(reading: _Reading, path: Path, event: ScalarEvent) -> str | None:
    text = str(event.value)
    if event.style in {"|", ">"}:
        text = text.removesuffix("\n")
    if not text and not event.style:
        _complain(reading, rules.EMPTY_VALUE, path, event)
        return None
    if rules.CONTROL.search(text):
        _complain(reading, rules.CONTROL_CHARACTER, path, event, seen=text)
    return text


def _sequence(reading: _Reading, path: Path) -> list[Data]:
    items: list[Data] = []
    for event in reading.events:
        if isinstance(event, SequenceEndEvent):
            break
        items.append(_value(reading, (*path, len(items)), event))
    return items


def _mapping(reading: _Reading, path: Path) -> dict[str, Data]:
    entries: dict[str, Data] = {}
    for event in reading.events:
        if isinstance(event, MappingEndEvent):
            break
        key = _key(reading, path, event, entries)
        value = next(reading.events)
        if key is None:
            _skip(reading, value)
            continue
        reading.lines[*path, key] = _line(event)
        entries[key] = _value(reading, (*path, key), value)
    return entries


def _key(
    reading: _Reading, path: Path, event: Event, entries: dict[str, Data]
) -> str | None:
    """Give the key, or None when its value must be passed over."""
    if not isinstance(event, ScalarEvent):
        _complain(reading, rules.KEY_NOT_TEXT, path, event)
        _skip(reading, event)
        return None
    _refuse_extras(reading, path, event)
    key = str(event.value)
    if key in entries:
        first = reading.lines[*path, key]
        _complain(
            reading, rules.DUPLICATE_KEY, (*path, key), event, seen=key, first=first
        )
        return None
    if key == "<<":
        _complain(reading, rules.MERGE_KEY, path, event, seen=key)
        return None
    return key


def _skip(reading: _Reading, event: Event) -> None:
    depth = 0
    while True:
        depth += isinstance(event, SequenceStartEvent | MappingStartEvent)
        depth -= isinstance(event, SequenceEndEvent | MappingEndEvent)
        if depth == 0:
            return
        event = next(reading.events)


def _complain(
    reading: _Reading,
    rule: Rule,
    path: Path,
    event: Event,
    *,
    seen: str = "",
    first: int = 0,
) -> None:
    if len(reading.mistakes) < MOST_MISTAKES:
        line = _line(event)
        reading.mistakes.append(broken(rule, path, seen, line=line, first=first))


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
