"""How sure a ranking is, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from scorecard.methods.aggregates import SENTENCES
from scorecard.model import RankRange, Robustness
from scorecard.rubric.robustness import Robustness as Stated
from scorecard.wording import Places, Text, joined, say

if TYPE_CHECKING:
    # Whoever only tells a rubric's rules needs no NumPy.
    from scorecard.robustness.chance import Group

GROUP_TITLES: Mapping[Group, Text] = {
    "weights": Text("Bobot", "Weights"),
    "posts": Text("Batas skala", "Posts of scales"),
    "aggregate": Text("Cara menggabungkan aspek", "How criteria are joined"),
    "sampling": Text("Jumlah kasus yang sedikit", "Small numbers of cases"),
    "assessors": Text("Perbedaan penilai", "Assessors' disagreement"),
    "open": Text("Bukti yang belum pasti", "Evidence that is not settled"),
}

_NAMES_SHOWN = 12


def boundary_words(
    names: tuple[str, str], won: tuple[Fraction, ...], *, overlaps: bool
) -> Text:
    """Say how sure the last winner is of its place before the first who is not."""
    inside, outside = (Places(each, 1) for each in won)
    if overlaps:
        words = (
            "Batas penghargaan ini tidak pasti: rentang peringkat {last} dan {next} "
            "bertumpang tindih. {last} meraihnya dalam {a} % simulasi, {next} dalam "
            "{b} %.",
            "This award's boundary is not certain: the ranges of places of {last} and "
            "{next} overlap. {last} wins it in {a} % of the draws, {next} in {b} %.",
        )
    else:
        words = (
            "Batas penghargaan ini kokoh: rentang peringkat {last} dan {next} tidak "
            "bertumpang tindih. {last} meraihnya dalam {a} % simulasi, {next} dalam "
            "{b} %.",
            "This award's boundary is firm: the ranges of places of {last} and {next} "
            "do not overlap. {last} wins it in {a} % of the draws, {next} in {b} %.",
        )
    return say(*words, last=names[0], next=names[1], a=inside, b=outside)


def no_rival_words(last: str, won: Fraction) -> Text:
    """Say how sure the last winner is of an award that nobody else may win."""
    return say(
        "Tidak ada peserta lain yang memenuhi syarat penghargaan ini, juga dalam "
        "simulasi. {last} meraihnya dalam {a} % simulasi.",
        "Nobody else meets this award's conditions, nor in any draw. {last} wins it in "
        "{a} % of the draws.",
        last=last,
        a=Places(won, 1),
    )


def late_rival_words(
    names: tuple[str, str], won: tuple[Fraction, ...], *, overlaps: bool
) -> Text:
    """Say who meets the conditions in some draws, though not in the evaluation."""
    sure = (
        Text(
            "Batas penghargaan ini tidak pasti", "This award's boundary is not certain"
        )
        if overlaps
        else Text("Batas penghargaan ini kokoh", "This award's boundary is firm")
    )
    return say(
        "{sure}: menurut penilaian tidak ada peserta lain yang memenuhi syarat. {last} "
        "meraihnya dalam {a} % simulasi, {next} dalam {b} %.",
        "{sure}: in the evaluation nobody else meets its conditions. {last} wins it in "
        "{a} % of the draws, {next} in {b} %.",
        sure=sure,
        last=names[0],
        next=names[1],
        a=Places(won[0], 1),
        b=Places(won[1], 1),
    )


def sure_words(rank: RankRange, found: Robustness) -> Text:
    """Tell one participant how sure its place is, and what its chances are."""
    return say(
        "Dalam {draws} simulasi atas hal-hal yang tidak pasti, peringkatnya {range} "
        "(persentil {lowest}–{highest}){chances}.",
        "In {draws} draws of what is uncertain, its place is {range} (percentiles "
        "{lowest}–{highest}){chances}.",
        draws=found.draws,
        range=_range_words(rank),
        lowest=found.lowest,
        highest=found.highest,
        chances=_chances(rank),
    )


def not_drawn_words(names: Sequence[str]) -> Text:
    """Name those who have no total; of many the first."""
    shown = ", ".join(names[:_NAMES_SHOWN])
    more = ", …" if len(names) > _NAMES_SHOWN else ""
    return say(
        "Tidak disimulasikan karena tidak mempunyai nilai ({n}): {names}.",
        "Not drawn, for want of a total ({n}): {names}.",
        n=len(names),
        names=shown + more,
    )


def _range_words(rank: RankRange) -> Text:
    if rank.low == rank.high:
        return say("{place}", "{place}", place=rank.low)
    words = ("antara {low} dan {high}", "between {low} and {high}")
    return say(*words, low=rank.low, high=rank.high)


def _chances(rank: RankRange) -> Text:
    """List the awards that it wins in any draw."""
    won = tuple(
        say(
            "{award} diraih dalam {n} % simulasi",
            "{award} is won in {n} % of the draws",
            award=each.title,
            n=Places(Fraction(each.per_cent), 1),
        )
        for each in rank.awards
        if Fraction(each.per_cent)
    )
    if not won:
        return Text("", "")
    return say("; {won}", "; {won}", won=joined(won, "; "))


def what_is_drawn(stated: Stated) -> Iterator[Text]:
    """Name each uncertainty that the rubric states, with its figure."""
    if stated.weights:
        words = (
            "bobot setiap aspek dan indikator ±{r} % dari bobotnya",
            "each weight ±{r} % of itself",
        )
        yield say(*words, r=stated.weights)
    if stated.posts:
        words = (
            "batas setiap skala ±{r} % dari jaraknya",
            "the posts of each scale ±{r} % of what lies between them",
        )
        yield say(*words, r=stated.posts)
    if len(set(stated.aggregates)) > 1:
        ways = tuple(SENTENCES[each] for each in stated.aggregates)
        words = ("nilai total sebagai {ways}", "the total as {ways}")
        yield say(*words, ways=ways)
    if stated.sampling:
        yield Text(
            "setiap persentase menurut jumlah kasusnya (sebaran Beta, prior Jeffreys)",
            "each share by its number of cases (Beta distribution, Jeffreys' prior)",
        )
    if stated.assessors:
        yield Text(
            "nilai penilai diambil ulang menurut contoh dan penilai (bootstrap)",
            "assessors' marks drawn again by sample and assessor (bootstrap)",
        )
