"""Step 1, read rubric: build the nouns, and say in words what was refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from scorecard.rubric import shape_rules as rules
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import MOST_MISTAKES, Mistake, Path, Rule, broken, quotable
from scorecard.rubric.schema import keys_at
from scorecard.rubric.strict_yaml import Document
from scorecard.wording import Text, same

_SHOWN_CHOICES = 15


def build(document: Document) -> tuple[Rubric | None, tuple[Mistake, ...]]:
    """Build the rubric, or give every mistake of shape at once.

    What the YAML reader complained of already is not complained of again.
    """
    try:
        return Rubric.model_validate(document.data), ()
    except ValidationError as error:
        refused = error.errors(include_url=False)[:MOST_MISTAKES]
    known = {mistake.path for mistake in document.mistakes}
    mistakes = (_mistake(each, document) for each in refused if not _follows(each))
    return None, tuple(each for each in mistakes if not _stands_in(known, each.path))


def _follows(error: Mapping[str, Any]) -> bool:
    """Tell whether a list only seems empty, because its items were refused."""
    return error["type"] == "too_short" and len(error["input"]) > 0


def nearest(word: str, choices: Sequence[str]) -> str:
    """Give the choice that was probably meant, or nothing."""
    return next(iter(get_close_matches(word, choices, n=1, cutoff=0.6)), "")


def suggestion(word: str, choices: Sequence[str]) -> Text:
    """Word a repair: what was probably meant, else how to choose."""
    word = quotable(word)
    if meant := nearest(word, choices):
        return Text(f"Mungkin maksudnya '{meant}'.", f"Did you mean '{meant}'?")
    if not choices:
        return Text(f"Nyatakan dahulu '{word}'.", f"Declare '{word}' first.")
    return Text("Pilih salah satu yang disebut.", "Choose one of those named.")


def listed(choices: Sequence[str]) -> Text:
    """List the choices, the first ones if there are many."""
    if not choices:
        return Text("(belum ada satu pun)", "(there is none yet)")
    words = ", ".join(quotable(choice) for choice in choices[:_SHOWN_CHOICES])
    return same(words + (", …" if len(choices) > _SHOWN_CHOICES else ""))


def _mistake(error: Mapping[str, Any], document: Document) -> Mistake:
    location: tuple[str | int, ...] = error["loc"]
    path = tuple(_path(location, document))
    seen = error["input"] if isinstance(error["input"], str) else ""
    match error["type"]:
        case "extra_forbidden":
            return _unknown_key(location, path)
        case "missing":
            return broken(rules.MISSING_KEY, path[:-1], key=str(location[-1]))
        case "union_tag_not_found":
            return broken(rules.MISSING_KEY, path, key="verb")
        case "union_tag_invalid":
            choices = _quoted_words(error["ctx"]["expected_tags"])
            return _chosen(rules.UNKNOWN_VERB, path, error["ctx"]["tag"], choices)
        case "literal_error" if isinstance(error["input"], str):
            choices = _quoted_words(error["ctx"]["expected"])
            if choices == ("assumption",):
                return broken(rules.BASIS, path, seen)
            return _chosen(rules.UNKNOWN_WORD, path, seen, choices)
        case "string_pattern_mismatch" if "#" in error["ctx"]["pattern"]:
            return broken(rules.BAD_COLOUR, path, seen)
    rule = rules.BY_TYPE.get(error["type"], rules.OTHER)
    return broken(rule, path, seen)


def _unknown_key(location: tuple[str | int, ...], path: Path) -> Mistake:
    return _chosen(rules.UNKNOWN_KEY, path, str(location[-1]), keys_at(location[:-1]))


def _chosen(rule: Rule, path: Path, word: str, choices: Sequence[str]) -> Mistake:
    return broken(
        rule,
        path,
        word,
        choices=listed(choices),
        suggestion=suggestion(word, choices),
    )


def _path(location: tuple[str | int, ...], document: Document) -> Iterator[str | int]:
    """Drop from pydantic's location the names of chosen verbs and shapes."""
    data = document.data
    untagged = isinstance(data, dict) and "verb" in data
    for part in location:
        if isinstance(part, str) and (part.startswith("<") or part == "[key]"):
            continue
        if untagged and isinstance(data, dict) and data.get("verb") == part:
            untagged = False
            continue
        yield part
        data = _within(data, part)
        untagged = isinstance(data, dict) and "verb" in data


def _within(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


def _quoted_words(text: str) -> tuple[str, ...]:
    """Read pydantic's ``'a', 'b' or 'c'``."""
    return tuple(text.split("'")[1::2])


def _stands_in(known: set[Path], path: Path) -> bool:
    return any(path[:length] in known for length in range(1, len(path) + 1))
