"""How one participant did against the earlier season, in one sentence."""

from __future__ import annotations

from scorecard.comparison.figures import STATES
from scorecard.model import Change, Development, Figure
from scorecard.number import display_published
from scorecard.wording import Text, joined, say


def development_sentence(each: Development) -> Text:
    """Say total, band and place before and after, or why they are not comparable."""
    if each.total.low is None:
        parts = (each.total.reason, each.note)
        why = joined(tuple(words for words in parts if words is not None))
        return say(
            "Dibandingkan musim sebelumnya: {why}",
            "Against the earlier season: {why}",
            why=why,
        )
    told = (_total(each.total), *_band(each), *_place(each))
    return say(
        "Dibandingkan musim sebelumnya: {told}.",
        "Against the earlier season: {told}.",
        told=joined(told, ", "),
    )


def figure_text(figure: Figure) -> Text:
    """Write a figure for readers of both languages, or why there is none."""
    return _shown(figure.shown) if figure.low is not None else STATES[figure.state]


def change_text(change: Change) -> Text:
    """Write a change with its sign."""
    shown = _shown(change.shown)
    if change.settled is not None and change.settled > 0:
        return Text(f"+{shown.id}", f"+{shown.en}")
    return shown


def _shown(published: str) -> Text:
    ends = published.split("–")
    return Text(
        "–".join(display_published(end, "id") for end in ends),
        "–".join(display_published(end, "en") for end in ends),
    )


def _total(change: Change) -> Text:
    return say(
        "nilai {before} menjadi {after} ({change})",
        "total {before}, now {after} ({change})",
        before=figure_text(change.before),
        after=figure_text(change.after),
        change=change_text(change),
    )


def _band(each: Development) -> tuple[Text, ...]:
    before, after = each.band_before, each.band_after
    if before is None or after is None:
        return ()
    if before == after:
        return (say("predikat tetap {band}", "band {band} as before", band=after),)
    ends = {"before": before, "after": after}
    words = ("predikat {before} menjadi {after}", "band {before}, now {after}")
    return (say(*words, **ends),)


def _place(each: Development) -> tuple[Text, ...]:
    if each.place_change is None:
        return ()
    ends = {"before": each.place_before, "after": each.place_after}
    words = ("peringkat {before} menjadi {after}", "place {before}, now {after}")
    return (say(*words, **ends),)
