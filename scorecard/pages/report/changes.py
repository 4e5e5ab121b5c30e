"""What changed since the earlier season: lines, who rose most, and every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scorecard.comparison.sentences import change_text, figure_text
from scorecard.model import Comparison, Development, SeasonNamed, ThresholdTable
from scorecard.pages.report.slope import is_drawn, slope
from scorecard.pages.report.view import LONG, View
from scorecard.pages.report.words import WORDS
from scorecard.wording import Text, say

_MOVERS = 3


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A participant before and after; `code` is empty for who is not there now."""

    code: str
    name: str
    before: str
    after: str
    change: str
    bands: str
    places: str
    note: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A category before and after; `drawn` is empty where no total has two ends."""

    title: str
    drawn: Markup
    movers: tuple[str, ...]
    rows: tuple[ChangeRow, ...]

    @property
    def is_long(self) -> bool:
        """There are more rows than a screen holds."""
        return len(self.rows) > LONG


@dataclass(frozen=True, slots=True)
class Counted:
    """How many stand in each class of a rubric's thresholds, before and after."""

    title: str
    about: str
    classes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is told of the earlier season; `notes` what limits comparing."""

    about: str
    notes: tuple[str, ...]
    categories: tuple[Changed, ...]
    tables: tuple[Counted, ...]


def changes(view: View) -> Changes | None:
    """Tell what changed; None where no earlier season was compared with."""
    found = view.season.comparison
    if found is None:
        return None
    about = say(
        "Dari {before} ke {after}. Garis penuh naik, garis putus-putus turun.",
        "From {before} to {after}. Whole lines rise, dashed lines fall.",
        before=_days(found.before),
        after=_days(found.after),
    )
    limits = (*((found.totals,) if found.totals else ()), *found.rubric_changes)
    followed = (each.words for each in found.regions)
    return Changes(
        view.say(about),
        tuple(view.say(each) for each in (*limits, *followed)),
        tuple(_category(each, found, view) for each in _categories(found)),
        tuple(_counted(each, view) for each in found.tables),
    )


def _categories(found: Comparison) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(each.participant.category for each in found.participants)
    )


def _category(category: str, found: Comparison, view: View) -> Changed:
    titles = {each.id: each.title.text for each in view.rubric.categories}
    known = titles.get(category)
    title = view.say(known) if known else category
    members = [e for e in found.participants if e.participant.category == category]
    return Changed(
        title,
        _drawn(members, title, view),
        _movers(category, found, view),
        tuple(_row(each, view) for each in members),
    )


def _drawn(members: Sequence[Development], title: str, view: View) -> Markup:
    lines = [each for each in members if is_drawn(each)]
    if not lines:
        return Markup("")
    words = say(
        "{title}: {about}", "{title}: {about}", title=title, about=WORDS["slope"]
    )
    return slope(lines, view, title=view.say(words))


def _movers(category: str, found: Comparison, view: View) -> tuple[str, ...]:
    """Name who rose most, with the change."""
    first = (each for each in found.movers if each.category == category)
    return tuple(
        f"{each.name} +{view.published(each.shown)}"
        for each in first
        if each.place <= _MOVERS and each.change > 0
    )


def _row(each: Development, view: View) -> ChangeRow:
    total = each.total
    reason = total.reason if total.low is None else None
    notes = tuple(view.say(words) for words in (reason, each.note) if words)
    return ChangeRow(
        code=each.participant.code if each.presence != "left" else "",
        name=each.participant.name,
        before=view.say(figure_text(total.before)),
        after=view.say(figure_text(total.after)),
        change=view.say(change_text(total)) if total.low is not None else "–",
        bands=_both(each.band_before, each.band_after, view),
        places=_pair(each.place_before, each.place_after, view),
        note=" ".join(notes),
    )


def _both(before: Text | None, after: Text | None, view: View) -> str:
    ends = ("–" if each is None else view.say(each) for each in (before, after))
    told = tuple(dict.fromkeys(ends))
    return " → ".join(told)


def _pair(before: int | None, after: int | None, view: View) -> str:
    ends = ("–" if each is None else view.tidy(each) for each in (before, after))
    return " → ".join(ends)


def _counted(table: ThresholdTable, view: View) -> Counted:
    title = say("{c}: {t}", "{c}: {t}", c=table.category_title, t=table.title)
    return Counted(
        view.say(title),
        view.say(table.definition),
        tuple(
            (view.say(e.title), view.tidy(len(e.before)), view.tidy(len(e.after)))
            for e in table.classes
        ),
    )


def _days(season: SeasonNamed) -> Text:
    return say(
        "edisi {edition} ({start} – {end})",
        "the edition {edition} ({start} – {end})",
        edition=season.edition,
        start=season.start,
        end=season.end,
    )
