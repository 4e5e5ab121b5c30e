"""Advice on the screen: repairs with their gains, the shortest list, the offices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from scorecard.advice.advising import Advice
from scorecard.advice.gains import Gain, Position
from scorecard.advice.listed import listed
from scorecard.advice.offices import OfficeTable, office_table
from scorecard.advice.places import where
from scorecard.advice.plans import Plan
from scorecard.advice.repairs import CAVEATS, OTHERS_STAY, SIGNS, Repair
from scorecard.cli.standings import STARS, Look, plain_table, score_words
from scorecard.evidence.offices import UNASSIGNED
from scorecard.model import PossibleRepair
from scorecard.number import display_published
from scorecard.rubric.nouns import Rubric

_WIDEST = 150
_OFFICES_SHOWN = 12


def advice_view(advice: Advice, rubric: Rubric, look: Look) -> Iterator[RenderableType]:
    """Show where the participant stands, then every repair, the list, the offices."""
    scorecard = advice.before.scorecard
    participant = scorecard.participant
    yield ""
    yield Styled(f"{participant.name} ({participant.code})", style="bold")
    yield _standing_words(advice.before, look)
    yield from gains_view(advice.gains, rubric, look)
    yield from plan_view(advice, look)
    yield from _offices(office_table(scorecard, rubric), look)


def gains_view(
    gains: Sequence[Gain], rubric: Rubric, look: Look
) -> Iterator[RenderableType]:
    """Show the repairs as a table, most gain for the effort first."""
    yield ""
    heading = look("Yang diperbaiki lebih dahulu", "What to mend first")
    yield Styled(heading, style="bold")
    if not gains:
        nothing = look(
            "Tidak ada perbaikan yang menambah nilai.", "No repair adds to the score."
        )
        yield Padding(nothing, (0, 0, 0, 2))
        return
    table = plain_table(look, _WIDEST)
    ranked = any(gain.after.place is not None for gain in gains)
    _columns(table, look, ranked=ranked)
    for number, gain in enumerate(gains, start=1):
        row = _row(gain, rubric, look)
        table.add_row(str(number), *row[: None if ranked else -1])
    yield Padding(table, (1, 0, 0, 0))
    yield from _caveats(gains, look)


def plan_view(advice: Advice, look: Look) -> Iterator[RenderableType]:
    """Show the shortest list of repairs to the next band, or that there is none."""
    if advice.next_band is None:
        return
    title = advice.next_band.title.text.in_(look.language)
    yield ""
    yield Styled(
        look(
            f"Jalan terpendek menuju predikat {title}",
            f"The shortest way to the band {title}",
        ),
        style="bold",
    )
    plan = advice.plan
    if plan is None:
        none = look(
            "Tidak ada gabungan perbaikan di tangan peserta sendiri yang mencapainya.",
            "No set of repairs in the participant's own hands reaches it.",
        )
        yield Padding(none, (0, 0, 0, 2))
        return
    for number, repair in enumerate(plan.repairs, start=1):
        yield Padding(f"{number}. {_words(repair, look)}", (0, 0, 0, 2))
    yield Padding(_outcome(plan, look), (0, 0, 0, 2))


def _outcome(plan: Plan, look: Look) -> str:
    after = _standing_words(plan.after, look)
    if plan.is_shortest:
        return f"→ {after}"
    note = look(
        "daftar lain yang lebih pendek mungkin ada",
        "a shorter list of other repairs may exist",
    )
    return f"→ {after} ({note})"


def _standing_words(position: Position, look: Look) -> str:
    scorecard = position.scorecard
    parts = [look("Nilai ", "Total ") + score_words(scorecard, look)]
    if scorecard.band is not None:
        parts.append(scorecard.band.title.in_(look.language))
    if position.place is not None:
        shared = look(" (bersama)", " (shared)") if position.shared else ""
        parts.append(look("peringkat", "place") + f" {position.place}{shared}")
    return " · ".join(parts)


def _columns(table: Table, look: Look, *, ranked: bool) -> None:
    table.add_column("No", justify="right", no_wrap=True)
    table.add_column(look("Perbaikan", "Repair"), ratio=3, min_width=20)
    if not look.is_narrow:
        table.add_column(look("Di mana", "Where"), ratio=2, min_width=14)
    table.add_column(look("Tambahan", "Gain"), justify="right", no_wrap=True)
    table.add_column(look("Nilai", "Total"), justify="right", no_wrap=True)
    table.add_column(look("Predikat", "Band"), min_width=8)
    if ranked:
        table.add_column(look("Peringkat", "Place"), justify="right", no_wrap=True)


def _row(gain: Gain, rubric: Rubric, look: Look) -> tuple[RenderableType, ...]:
    scorecard, repair = gain.after.scorecard, listed(gain, rubric)
    place_words = where(repair).in_(look.language)
    words = repair.title.in_(look.language)
    cells = (words,) if not look.is_narrow else (f"{words}\n({place_words})",)
    place = "–" if gain.after.place is None else str(gain.after.place)
    stars = "".join(dict.fromkeys(STARS[award.status] for award in gain.awards))
    return (
        *cells,
        *(() if look.is_narrow else (place_words,)),
        _gain_words(repair, look),
        score_words(scorecard, look),
        scorecard.band.title.in_(look.language) if scorecard.band else "–",
        f"{stars} {place}".strip(),
    )


def _gain_words(repair: PossibleRepair, look: Look) -> str:
    figure = display_published(repair.published_gain, look.language)
    return f"{SIGNS[repair.hold]} +{figure}".strip()


def _words(repair: Repair, look: Look) -> str:
    return repair.title.in_(look.language)


def _caveats(gains: Sequence[Gain], look: Look) -> Iterator[RenderableType]:
    held = {gain.repair.hold for gain in gains}
    notes = [
        f"{sign} {CAVEATS[hold].in_(look.language)}"
        for hold, sign in SIGNS.items()
        if sign and hold in held
    ]
    if any(gain.awards for gain in gains):
        notes.append(
            look(
                "★ penghargaan yang akan diperoleh · ☆ yang menjadi mungkin",
                "★ an award that would be won · ☆ an award that comes within reach",
            )
        )
    notes.append(OTHERS_STAY.in_(look.language))
    for note in notes:
        yield Styled(note, style="dim")


def _offices(offices: OfficeTable, look: Look) -> Iterator[RenderableType]:
    if not offices.rows:
        return
    yield ""
    heading = look("Laporan terbuka menurut perangkat daerah", "Open tickets by office")
    yield Styled(heading, style="bold")
    table = plain_table(look, _WIDEST)
    table.add_column(look("Perangkat daerah", "Office"), ratio=1, min_width=24)
    table.add_column(look("masuk", "received"), justify="right")
    for quantity in offices.columns:
        table.add_column(quantity.title.text.in_(look.language), justify="right")
    for row in offices.rows[:_OFFICES_SHOWN]:
        unassigned = look(UNASSIGNED, "(not passed on)")
        office = unassigned if row.office == UNASSIGNED else row.office
        table.add_row(office, str(row.received), *map(str, row.open))
    yield Padding(table, (1, 0, 0, 0))
    hidden = offices.rows[_OFFICES_SHOWN:]
    if hidden:
        number, tickets = len(hidden), sum(row.total for row in hidden)
        more = look(
            f"… dan {number} perangkat daerah lagi dengan {tickets} laporan terbuka",
            f"… and {number} more offices with {tickets} open tickets",
        )
        yield Padding(more, (0, 0, 0, 2))
