"""Who was whom: participants of two seasons, followed over regions that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.model import (
    Participant,
    RegionFollowed,
    Season,
    Succession,
)
from scorecard.wording import Text, say


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who of the later season was whom in the earlier one.

    `own` gives each later code its code of before; `beside` the codes of those whom it
    was split from or merged of, who are not itself. `left` are the earlier codes that
    nobody continues. `notes` say by the later code, or the earlier of who left, what
    happened.
    """

    own: Mapping[str, str]
    beside: Mapping[str, tuple[str, ...]]
    left: tuple[str, ...]
    notes: Mapping[str, Text]
    followed: tuple[RegionFollowed, ...]


def paired(before: Season, after: Season, successions: Sequence[Succession]) -> Pairing:
    """Pair by code, over the successions that the two seasons need.

    A row between the two days of judgement holds even where its old code was given to
    somebody else since; any other row only where neither season has both codes. The
    successor of a split or a merger has no own figure before.
    """
    days = (before.as_of, after.as_of)
    return paired_participants(
        _participants(before), _participants(after), days, successions
    )


def paired_participants(
    before: Mapping[str, Participant],
    after: Mapping[str, Participant],
    days: tuple[date, date],
    successions: Sequence[Succession],
) -> Pairing:
    """Pair participants by code as `paired` does; `days` are those of judgement."""
    sides = _Sides(before, after, tuple(successions))
    own = _owners(sides, days)
    beside = {c: _beside(c, sides) for c in sides.after if c not in own}
    beside = {code: codes for code, codes in beside.items() if codes}
    used = set(own.values())
    left = tuple(code for code in sides.before if code not in used)
    followed = tuple(_followed(own, beside, sides))
    return Pairing(own, beside, left, _notes(followed), followed)


@dataclass(frozen=True, slots=True)
class _Sides:
    before: Mapping[str, Participant]
    after: Mapping[str, Participant]
    successions: tuple[Succession, ...]

    def into(self, code: str, *kinds: str) -> Iterator[Succession]:
        """Give the rows that made a code, of these kinds."""
        region = code.partition(":")[0]
        return (s for s in self.successions if s.after == region and s.kind in kinds)


def _participants(season: Season) -> dict[str, Participant]:
    return {s.participant.code: s.participant for s in season.scorecards}


def _owners(sides: _Sides, days: tuple[date, date]) -> dict[str, str]:
    """Give each later code its earlier one; no earlier code is continued twice."""
    owners: dict[str, str] = {}
    taken: set[str] = set()
    for code in sides.after:
        old = _own(code, sides, days)
        if old is not None and old not in taken:
            owners[code] = old
            taken.add(old)
    return owners


def _own(code: str, sides: _Sides, days: tuple[date, date]) -> str | None:
    for each in sides.into(code, "recoded"):
        old = _with_office(each.before, code)
        between = days[0] < each.since <= days[1]
        only_once = code not in sides.before and old not in sides.after
        if old in sides.before and (between or only_once):
            return old
    if code not in sides.before or _moved_on(code, sides, days):
        return None
    return code


def _moved_on(code: str, sides: _Sides, days: tuple[date, date]) -> bool:
    """Tell whether who had the code took another one between the two seasons."""
    region = code.partition(":")[0]
    return any(
        each.kind == "recoded"
        and each.before == region
        and days[0] < each.since <= days[1]
        and _with_office(each.after, code) in sides.after
        for each in sides.successions
    )


def _with_office(region: str, code: str) -> str:
    """Give an office's code the region that it had."""
    office = code.partition(":")[2]
    return f"{region}:{office}" if office else region


def _beside(code: str, sides: _Sides) -> tuple[str, ...]:
    if ":" in code:
        return ()
    rows = sides.into(code, "split", "merged")
    return tuple(sorted({each.before for each in rows if each.before in sides.before}))


def _followed(
    own: Mapping[str, str], beside: Mapping[str, tuple[str, ...]], sides: _Sides
) -> Iterator[RegionFollowed]:
    for code, old in own.items():
        if code != old:
            region = old.partition(":")[0]
            rows = (s for s in sides.into(code, "recoded") if s.before == region)
            yield _told(next(rows), (old,), (code,), sides)
        elif sides.before[old].name != sides.after[code].name:
            yield from _renamed(code, sides)
    yield from _split(beside, sides)
    for code, olds in beside.items():
        for row in sides.into(code, "merged"):
            if row.before == olds[0]:
                yield _told(row, olds, (code,), sides)


def _renamed(code: str, sides: _Sides) -> Iterator[RegionFollowed]:
    for row in sides.into(code, "renamed"):
        yield _told(row, (code,), (code,), sides)


def _split(
    beside: Mapping[str, tuple[str, ...]], sides: _Sides
) -> Iterator[RegionFollowed]:
    """Bring together what one region was split into on one day."""
    parts: dict[tuple[str, date], list[tuple[str, Succession]]] = {}
    for code in beside:
        for row in sides.into(code, "split"):
            if row.before in sides.before:
                parts.setdefault((row.before, row.since), []).append((code, row))
    for (parent, _), found in sorted(parts.items()):
        codes = tuple(code for code, _ in found)
        yield _told(found[0][1], (parent,), codes, sides)


_TEMPLATES: Mapping[str, Text] = {
    "renamed": Text(
        "{before} kini bernama {after} sejak {since} ({source}).",
        "{before} is called {after} since {since} ({source}).",
    ),
    "recoded": Text(
        "{before} kini {after} sejak {since} ({source}).",
        "{before} is {after} since {since} ({source}).",
    ),
    "split": Text(
        "{after} dimekarkan dari {before} sejak {since} ({source}); nilai sebelumnya"
        " hanya ada pada {before} dan tidak disalin.",
        "{after} split off from {before} on {since} ({source}); what was scored before"
        " is that of {before} alone and is not copied.",
    ),
    "merged": Text(
        "{before} digabung menjadi {after} sejak {since} ({source}); nilai sebelumnya"
        " tidak dijumlahkan.",
        "{before} were merged into {after} on {since} ({source}); what was scored"
        " before is not added up.",
    ),
}


def _told(
    row: Succession, before: tuple[str, ...], after: tuple[str, ...], sides: _Sides
) -> RegionFollowed:
    template = _TEMPLATES[row.kind]
    words = say(
        template.id,
        template.en,
        before=_names(before, sides.before),
        after=_names(after, sides.after),
        since=row.since,
        source=row.source,
    )
    return RegionFollowed(row.kind, before, after, row.since, row.source, words)


def _names(
    codes: tuple[str, ...], among: Mapping[str, Participant]
) -> tuple[Text, ...]:
    named = (f"{among[code].name} ({code})" for code in codes)
    return tuple(Text(each, each) for each in named)


def _notes(followed: tuple[RegionFollowed, ...]) -> dict[str, Text]:
    """Give everybody concerned the sentence; an old code may be somebody else's now."""
    notes: dict[str, Text] = {}
    for each in followed:
        parents = each.before if each.kind in ("split", "merged") else ()
        for code in (*each.after, *parents):
            notes.setdefault(code, each.words)
    return notes
