"""Both languages' texts in two lists that pack well: what is told twice stands once.

Sorted, sentences that differ in a figure stand beside each other, and a whole country's
worth shrinks to a tenth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from scorecard.wording import Text

Told: TypeAlias = "Text | str | int | bool | Sequence[Told] | Mapping[str, Told] | None"
Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"


def packed(told: Told) -> tuple[dict[str, list[str]], Plain]:
    """Take all texts out of what is told: two lists, and numbers in their stead."""
    texts = sorted(set(_texts(told)), key=lambda text: (text.id, text.en))
    numbers = {text: number for number, text in enumerate(texts)}
    lists = {"id": [each.id for each in texts], "en": [each.en for each in texts]}
    return lists, _numbered(told, numbers)


def _texts(told: Told) -> Iterator[Text]:
    match told:
        case Text():
            yield told
        case str():
            return
        case Mapping():
            for value in told.values():
                yield from _texts(value)
        case Sequence():
            for value in told:
                yield from _texts(value)


def _numbered(told: Told, numbers: Mapping[Text, int]) -> Plain:
    match told:
        case Text():
            return numbers[told]
        case None | str() | int():
            return told
        case Mapping():
            return {key: _numbered(value, numbers) for key, value in told.items()}
        case Sequence():
            return [_numbered(value, numbers) for value in told]
