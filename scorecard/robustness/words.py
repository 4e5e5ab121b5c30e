"""How sure a ranking is, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from scorecard.methods.aggregates import SENTENCES
from scorecard.rubric.robustness import Robustness
from scorecard.wording import Places, Text, say

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


def what_is_drawn(stated: Robustness) -> Iterator[Text]:
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
