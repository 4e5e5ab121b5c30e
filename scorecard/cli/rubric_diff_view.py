"""What changed between two rubrics and whom it moves, on the screen and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from scorecard.amendment.changes import Change, changes
from scorecard.amendment.effects import Cause, Effect, Effects, Position
from scorecard.amendment.kinds import KINDS
from scorecard.cli.rubric_change_words import Between, change_words
from scorecard.cli.standings import Look, plain_table
from scorecard.number import Language, display_published
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, say

_SHOWN = 30
_WIDEST = 160


def diff_view(
    rubrics: tuple[Rubric, Rubric], effects: Effects | None, look: Look
) -> Iterator[RenderableType]:
    """Show each kind of change, then everybody who is moved and by what."""
    between = Between(*rubrics)
    yield ""
    titles = dict.fromkeys(each.title.text.in_(look.language) for each in rubrics)
    yield Styled(" → ".join(titles), style="bold")
    editions = " → ".join(dict.fromkeys(each.edition for each in rubrics))
    yield Styled(look(f"Edisi {editions}", f"Edition {editions}"), style="dim")
    found = changes(*rubrics)
    if not found:
        same = "Tidak ada yang berbeda artinya.", "Nothing differs in meaning."
        yield Styled(look(*same))
    for kind, title in KINDS.items():
        lines = _lines([each for each in found if each.kind == kind], between, look)
        if lines:
            yield ""
            yield Styled(title.in_(look.language), style="bold")
            yield from (Padding(line, (0, 0, 0, 2)) for line in lines)
    if effects is not None:
        yield from _effects(effects, look)


def diff_json(
    rubrics: tuple[Rubric, Rubric], effects: Effects | None, language: Language
) -> str:
    """Tell the same for other programs; figures are canonical decimals."""
    between = Between(*rubrics)
    content = {
        "old": {"id": rubrics[0].id, "edition": rubrics[0].edition},
        "new": {"id": rubrics[1].id, "edition": rubrics[1].edition},
        "changes": [
            _change_json(each, between, language) for each in changes(*rubrics)
        ],
        "effects": _effects_json(effects, language) if effects else None,
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def _lines(same_kind: list[Change], between: Between, look: Look) -> list[str]:
    """Say each change once, though several of its places differ."""
    words = dict.fromkeys(change_words(each, between) for each in same_kind)
    shown = [each.in_(look.language) for each in words]
    if hidden := len(shown[_SHOWN:]):
        more = look(f"… dan {hidden} lagi (--json)", f"… and {hidden} more (--json)")
        return [*shown[:_SHOWN], more]
    return shown


def _effects(effects: Effects, look: Look) -> Iterator[RenderableType]:
    yield ""
    yield Styled(look("Siapa yang berubah", "Who would change"), style="bold")
    yield Styled(_number(effects).in_(look.language), style="dim")
    if effects.moved:
        yield Padding(_table(effects, look), (1, 0, 0, 0))
    for words in _caveats(effects):
        yield ""
        yield Styled(words.in_(look.language))


def _number(effects: Effects) -> Text:
    return say(
        "{n} peserta berubah, {others} tidak.",
        "{n} participants change, {others} do not.",
        n=len(effects.moved),
        others=effects.unmoved,
    )


def _table(effects: Effects, look: Look) -> RenderableType:
    table = plain_table(look, _WIDEST, expand=True)
    table.add_column(look("Kode", "Code"), no_wrap=True)
    table.add_column(look("Nama", "Name"), overflow="fold", ratio=2)
    table.add_column(look("Nilai", "Total"), ratio=2)
    table.add_column(look("Peringkat", "Place"))
    table.add_column(look("Predikat dan penghargaan", "Band and awards"), ratio=3)
    table.add_column(look("Karena (masing-masing sendiri)", "By (each alone)"), ratio=4)
    for each in effects.moved:
        table.add_row(
            each.participant.code,
            each.participant.name,
            _turned(_total(each.before, look), _total(each.after, look)),
            _turned(_place(each.before), _place(each.after)),
            "\n".join(_band_and_awards(each, look)),
            _causes(each, look),
        )
    return table


def _turned(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _total(position: Position, look: Look) -> str:
    if not position.low:
        return "–"
    ends = dict.fromkeys((position.low, position.high))
    return "–".join(display_published(end, look.language) for end in ends)


def _place(position: Position) -> str:
    return "–" if position.place is None else str(position.place)


def _band_and_awards(effect: Effect, look: Look) -> Iterator[str]:
    bands = [
        each.band.in_(look.language) if each.band else "–"
        for each in (effect.before, effect.after)
    ]
    if bands[0] != bands[1]:
        yield _turned(*bands)
    before, after = effect.before.awards, effect.after.awards
    yield from (f"− ★ {a.in_(look.language)}" for a in before if a not in after)
    yield from (f"+ ★ {a.in_(look.language)}" for a in after if a not in before)


def _causes(effect: Effect, look: Look) -> str:
    if not effect.causes:
        return look("hanya bila semuanya bersama", "only all together")
    lines = (_cause(each, effect.before, look) for each in effect.causes)
    return "\n".join(lines)


def _cause(cause: Cause, before: Position, look: Look) -> str:
    """Say what one step alone does: to the total, the place, the band, the awards."""
    told = []
    if cause.change.strip("-0."):
        sign = "" if cause.change.startswith("-") else "+"
        told.append(sign + display_published(cause.change, look.language))
    elif (cause.after.low, cause.after.high) != (before.low, before.high):
        told.append(f"→ {_total(cause.after, look)}")
    if cause.after.place != before.place:
        place = look("peringkat", "place")
        told.append(f"{place} {_turned(_place(before), _place(cause.after))}")
    if cause.after.band != before.band and cause.after.band is not None:
        told.append(f"→ {cause.after.band.in_(look.language)}")
    if cause.after.awards != before.awards:
        told.append(look("penghargaan", "awards"))
    return f"{cause.step.in_(look.language)}: {', '.join(told)}"


def _caveats(effects: Effects) -> Iterator[Text]:
    if effects.unknown:
        yield say(
            "Bukti untuk {titles} tidak ada dalam hasil itu; nilainya menjadi rentang. "
            "Dengan --inputs bukti dibaca lagi.",
            "The results hold no evidence for {titles}; totals become intervals. "
            "--inputs reads the evidence again.",
            titles=effects.unknown,
        )
    if effects.joint:
        yield say(
            "Tidak dapat berlaku sendiri, maka hanya dihitung bersama: {steps}.",
            "Cannot stand alone, so worked out with the others only: {steps}.",
            steps=effects.joint,
        )


def _change_json(
    change: Change, between: Between, language: Language
) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "how": change.how,
        "path": ".".join(change.path),
        "words": change_words(change, between).in_(language),
        "before": change.before,
        "after": change.after,
    }


def _effects_json(effects: Effects, language: Language) -> dict[str, Any]:
    return {
        "moved": [_effect_json(each, language) for each in effects.moved],
        "unmoved": effects.unmoved,
        "unknown": [each.in_(language) for each in effects.unknown],
        "joint": [each.in_(language) for each in effects.joint],
    }


def _effect_json(effect: Effect, language: Language) -> dict[str, Any]:
    return {
        "participant": effect.participant.code,
        "name": effect.participant.name,
        "category": effect.participant.category,
        "before": _position_json(effect.before, language),
        "after": _position_json(effect.after, language),
        "causes": [
            {
                "step": each.step.in_(language),
                "change": each.change,
                "after": _position_json(each.after, language),
            }
            for each in effect.causes
        ],
    }


def _position_json(position: Position, language: Language) -> dict[str, Any]:
    return {
        "total": [position.low, position.high] if position.low else None,
        "place": position.place,
        "band": position.band.in_(language) if position.band else None,
        "awards": [each.in_(language) for each in position.awards],
    }
