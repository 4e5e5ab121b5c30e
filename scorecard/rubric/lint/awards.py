"""Lint: tie rules and awards say one thing each, of participants they can apply to."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric.lint.tailoring import left_out
from scorecard.rubric.nouns import Award, Category, Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

TIE_RULE = Rule(
    "rubric-tie-rule",
    Text(
        "aturan seri harus menyebut tepat satu ukuran",
        "a tie rule must name exactly one thing to compare",
    ),
    Text("'of' atau 'quantity'.", "'of' or 'quantity'."),
    Text("Tulis salah satunya.", "Write one of the two."),
)
VALUE_OF_NOTHING = Rule(
    "rubric-award-value",
    Text(
        "'least_value' tanpa 'by': tidak jelas nilai apa yang dimaksud",
        "'least_value' without 'by': it is not said which value is meant",
    ),
    Text("Indikator dalam 'by'.", "An indicator in 'by'."),
    Text(
        "Tambahkan 'by' atau pakai 'least_points'.", "Add 'by' or use 'least_points'."
    ),
)
NOT_APPLICABLE = Rule(
    "rubric-award-unreachable",
    Text(
        "indikator '{seen}' tidak berlaku bagi kategori mana pun dari penghargaan ini",
        "the indicator '{seen}' applies to no category of this award",
    ),
    Text(
        "Indikator yang berlaku bagi kategorinya.",
        "An indicator that applies to its categories.",
    ),
    Text("Ganti 'by' atau kategorinya.", "Change 'by' or the categories."),
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find tie rules without a meaning and awards that nobody can be given."""
    for position, rule in enumerate(rubric.tie_break):
        if (rule.of is None) == (rule.quantity is None):
            yield broken(TIE_RULE, ("tie_break", position))
    for position, award in enumerate(rubric.awards):
        path: Path = ("awards", position)
        if award.least_value is not None and award.by is None:
            yield broken(VALUE_OF_NOTHING, (*path, "least_value"))
        categories = categories_of(award, rubric)
        if (
            award.by
            and categories
            and all(award.by in left_out(rubric, category) for category in categories)
        ):
            yield broken(NOT_APPLICABLE, (*path, "by"), award.by)


def categories_of(award: Award, rubric: Rubric) -> tuple[Category, ...]:
    """Give the categories that compete for an award: those named, else all."""
    return tuple(
        category
        for category in rubric.categories
        if not award.categories or category.id in award.categories
    )
