"""Lint: tie rules and awards say one thing each, of participants they can apply to."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric.awards import Award
from scorecard.rubric.lint.tailoring import left_out
from scorecard.rubric.nouns import Category, Rubric
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
BY_TWICE = Rule(
    "rubric-award-by-twice",
    Text(
        "'by' dan 'improvement' bersamaan: tidak jelas mana yang diperingkat",
        "both 'by' and 'improvement': it is not said which is ranked",
    ),
    Text("Salah satunya.", "One of the two."),
    Text("Hapus salah satunya.", "Remove one of the two."),
)
NO_LEAST_RISE = Rule(
    "rubric-award-least-rise",
    Text(
        "'improvement' tanpa kenaikan paling sedikit: yang turun pun dapat menang",
        "'improvement' without a least rise: one who fell could win",
    ),
    Text("'least_value' di atas 0.", "'least_value' above 0."),
    Text("Tulis misalnya least_value: 0.01.", "Write least_value: 0.01, for example."),
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
        yield from _improvement(path, award)
        nothing = award.by is None and award.improvement is None
        if award.least_value is not None and nothing:
            yield broken(VALUE_OF_NOTHING, (*path, "least_value"))
        for key, named in (("by", award.by), ("improvement", award.improvement)):
            if named is not None and _applies_to_nobody(named, award, rubric):
                yield broken(NOT_APPLICABLE, (*path, key), named)


def _applies_to_nobody(indicator: str, award: Award, rubric: Rubric) -> bool:
    categories = categories_of(award, rubric)
    return bool(categories) and all(
        indicator in left_out(rubric, category) for category in categories
    )


def _improvement(path: Path, award: Award) -> Iterator[Mistake]:
    """Who fell least has not improved: the least rise must be stated."""
    if award.improvement is None:
        return
    if award.by is not None:
        yield broken(BY_TWICE, (*path, "improvement"), award.improvement)
    if award.least_value is None or award.least_value <= 0:
        yield broken(NO_LEAST_RISE, (*path, "improvement"), award.improvement)


def categories_of(award: Award, rubric: Rubric) -> tuple[Category, ...]:
    """Give the categories that compete for an award: those named, else all."""
    return tuple(
        category
        for category in rubric.categories
        if not award.categories or category.id in award.categories
    )
