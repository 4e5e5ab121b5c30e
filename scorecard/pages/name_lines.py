"""Set a name in as few lines as let its capitals stand high; break sentences evenly."""

from __future__ import annotations

from dataclasses import dataclass

# How high capitals may stand on one, two and three lines (points), how high is high
# enough, and the least.
_TALLEST, _TALL_ENOUGH, _SMALLEST = (46.0, 32.0, 26.0), 29.0, 11.0
_LINE_WIDTH = 640.0
# Mean width of the serif's semibold capitals with their spacing, in ems; generous.
_CAPITAL = 0.74
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class NameLines:
    """A name broken into lines of like length, and the size that fits them."""

    lines: tuple[str, ...]
    size: float


def fit_name(name: str) -> NameLines:
    """Break a name so that its capitals are tall, on one line if that will do."""
    words = name.upper().split()
    options = [_set(words, count) for count in range(1, _MOST_LINES + 1)]
    enough = [option for option in options if option.size >= _TALL_ENOUGH]
    return enough[0] if enough else max(options, key=lambda option: option.size)


def sentence_lines(sentence: str, letters: int) -> tuple[str, ...]:
    """Break a sentence evenly into as few lines of `letters` as hold it, or three."""
    count = min(_MOST_LINES, 1 + len(sentence) // letters)
    return _balanced(sentence.split(), count)


def _set(words: list[str], count: int) -> NameLines:
    lines = _balanced(words, count)
    longest = max((len(line) for line in lines), default=1)
    size = _LINE_WIDTH / max(longest, 1) / _CAPITAL
    return NameLines(lines, round(min(_TALLEST[count - 1], max(size, _SMALLEST)), 1))


def _balanced(words: list[str], count: int) -> tuple[str, ...]:
    """Break words into at most `count` lines, the longest as short as can be."""
    if count == 1 or len(words) < 2:
        return (" ".join(words),)
    breaks = [
        (" ".join(words[:cut]), *_balanced(words[cut:], count - 1))
        for cut in range(1, len(words))
    ]
    return min(breaks, key=lambda lines: max(len(line) for line in lines))
