"""Signals on the screen: what a person should look at, with figures and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scorecard.model import Signal
from scorecard.number import Language
from scorecard.wording import Text, say


def signals_heading(signals: tuple[Signal, ...], language: Language) -> str:
    """Count signals, and say that they are none of the score."""
    word = "signal" if len(signals) == 1 else "signals"
    return say(
        "Sinyal untuk dilihat: {n} (tidak mengubah nilai)",
        "{n} {word} to look at (no score is changed by them)",
        n=len(signals),
        word=word,
    ).in_(language)


def signal_lines(
    signal: Signal, names: Mapping[str, str], language: Language
) -> Iterator[str]:
    """Write one signal whole: whose, what, figures, threshold and place."""
    word = Text("ambang", "threshold").in_(language)
    yield f"{_whose(signal, names)} · {signal.title.in_(language)}"
    yield f"    {signal.figures.in_(language)}"
    yield f"    {word}: {signal.threshold.in_(language)}"
    yield f"    {signal.location}"


def signal_in_short(
    signal: Signal, names: Mapping[str, str], language: Language
) -> str:
    """Write one signal in a sentence; its threshold and place stand in the recap."""
    title, figures = signal.title.in_(language), signal.figures.in_(language)
    return f"{_whose(signal, names)} · {title}: {figures}"


def signal_json(signal: Signal, language: Language) -> dict[str, Any]:
    """Give one signal as JSON holds it."""
    return {
        "id": signal.id,
        "participant": signal.participant,
        "title": signal.title.in_(language),
        "figures": signal.figures.in_(language),
        "threshold": signal.threshold.in_(language),
        "file": signal.location.file,
        "sheet": signal.location.sheet,
        "cell": signal.location.cell,
    }


def _whose(signal: Signal, names: Mapping[str, str]) -> str:
    return f"{signal.participant} {names.get(signal.participant, '')}".rstrip()
