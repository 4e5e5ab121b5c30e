"""What follows from a noun of the rubric is worked out once, for that very noun."""

from __future__ import annotations

from scorecard.evidence.fingerprint import rubric_digest
from scorecard.rubric.load import load_rubric
from scorecard.rubric.once import once


def test_a_noun_is_derived_once_and_an_equal_one_by_itself() -> None:
    asked: list[list[int]] = []

    @once
    def length(noun: list[int]) -> int:
        asked.append(noun)
        return len(noun)

    one, other = [1, 2], [1, 2]
    assert [length(one), length(other), length(one)] == [2, 2, 2]
    assert [id(each) for each in asked] == [id(one), id(other)]


def test_a_noun_that_is_gone_gives_its_place_to_no_other() -> None:
    @once
    def first(noun: list[int]) -> int:
        return noun[0]

    assert [first([number]) for number in range(200)] == list(range(200))


def test_a_rubric_with_another_figure_has_another_digest() -> None:
    rubric = load_rubric(None).rubric
    changed = rubric.model_copy(update={"edition": "lain"})
    assert rubric_digest(rubric) != rubric_digest(changed)
    assert rubric_digest(rubric) == rubric_digest(rubric)
