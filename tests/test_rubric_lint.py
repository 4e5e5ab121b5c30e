"""The lint where judgement is fine; every rule has its broken file."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from collections.abc import Iterator

import pytest

import scorecard.rubric
from scorecard.rubric.rules import Rule
from scorecard.wording import Text
from tests.test_rubric_mistakes import BROKEN, merged, problems_of

OF_A_WHOLE_FILE = {
    "rubric-not-utf8",
    "rubric-bom",
    "rubric-too-large",
    "rubric-empty",
    "rubric-unreadable",
    "rubric-invalid",
}
# Told of a change that is asked for, not of a file: tests/test_what_if.py.
OF_A_CHANGE = {
    "rubric-change-unknown-place",
    "rubric-change-no-value",
    "rubric-change-nothing",
    "rubric-overlay-not-partial",
}
PARTS = """
criteria:
  - id: decree
    title: { id: Keputusan tim, en: Team decree }
    weight: 100
    basis: assumption
    indicators:
      - id: first
        title: { id: Pertama, en: First }
        clause: Pasal 1
        weight: 60
        measure: { verb: answer, field: has_decree }
        scale: { verb: linear, worst: 0, best: 1 }
        remedy: { id: Tetapkan., en: Issue it. }
        basis: assumption
      - id: second
        title: { id: Kedua, en: Second }
        clause: Pasal 2
        weight: 40
        measure: { verb: mark, maximum: 4 }
        scale:
          verb: bands
          steps: [{ from: 4, points: TOP }]
          otherwise: 0
        remedy: { id: Perbaiki., en: Improve it. }
        missing: zero
        basis: assumption
""".replace("TOP", "100")
CATEGORY = """
categories:
  - id: kota
    title: { id: Kota, en: Cities }
    types: [kota]
    basis: assumption
"""


def rules() -> Iterator[Rule]:
    package = scorecard.rubric
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        names = vars(importlib.import_module(module.name)).values()
        for name in names:
            candidates = name.values() if isinstance(name, dict) else (name,)
            yield from (each for each in candidates if isinstance(each, Rule))


RULES = list(dict.fromkeys(rules()))


@pytest.mark.parametrize(
    "rule", RULES, ids=lambda rule: f"{rule.code}:{rule.message.en}"
)
def test_a_rule_has_the_same_figures_in_both_languages(rule: Rule) -> None:
    for text in (rule.message, rule.expected, rule.repair):
        assert figures(text.id) == figures(text.en)


def test_every_rule_has_a_broken_file() -> None:
    told = [
        (problem.code, problem.message.en)
        for path in BROKEN
        for problem in problems_of(merged(path.read_text(encoding="utf-8")))
    ]

    bare = [
        (rule.code, rule.message.en)
        for rule in RULES
        if rule.code not in OF_A_WHOLE_FILE | OF_A_CHANGE
        and not any(
            code == rule.code and re.search(pattern(rule.message), words)
            for code, words in told
        )
    ]

    assert bare == []


def test_a_category_may_leave_an_indicator_out_and_its_weight_to_the_others() -> None:
    tailored = CATEGORY + "    not_applicable: [second]\n"

    assert problems_of(merged(tailored + PARTS)) == ()


def test_a_category_may_state_the_weights_of_what_is_left() -> None:
    tailored = CATEGORY + "    not_applicable: [second]\n    weights: { first: 100 }\n"

    assert problems_of(merged(tailored + PARTS)) == ()


def test_a_sum_does_not_make_up_for_what_is_left_out() -> None:
    tailored = CATEGORY + "    not_applicable: [second]\n"
    added = PARTS.replace(
        "    weight: 100\n", "    weight: 100\n    aggregate: sum\n", 1
    )

    codes = [each.code for each in problems_of(merged(tailored + added))]

    assert codes == ["rubric-weights-sum"]


def test_the_lowest_of_parts_needs_no_sum() -> None:
    lowest = PARTS.replace("weight: 60", "weight: 1").replace(
        "    weight: 100\n", "    weight: 100\n    aggregate: lowest\n", 1
    )

    assert problems_of(merged(lowest)) == ()


def test_exact_bands_touch() -> None:
    exact = """
score:
  bands_on: exact
  not_scored: { id: Tidak dinilai, en: Not scored }
  not_submitted: { id: Tidak menyerahkan, en: Not submitted }
  basis: assumption
bands:
  basis: { ranges: assumption }
  ranges:
    - id: high
      title: { id: Tinggi, en: High }
      from: 66.666
      to: 100
      colour: "#1b7f4b"
    - id: low
      title: { id: Rendah, en: Low }
      from: 0
      to: 66.666
      colour: "#b3261e"
"""

    assert problems_of(merged(exact)) == ()


@pytest.mark.parametrize(("missing", "reached"), [("zero", False), ("exclude", True)])
def test_a_band_is_out_of_reach_unless_the_weak_part_may_be_absent(
    missing: str, reached: bool
) -> None:
    weak = PARTS.replace("points: 100", "points: 50").replace(
        "missing: zero", f"missing: {missing}"
    )
    bands = """
bands:
  basis: assumption
  ranges:
    - { id: top, title: { id: A, en: A }, from: 90, to: 100, colour: "#1b7f4b" }
    - { id: rest, title: { id: B, en: B }, from: 0, to: 89.99, colour: "#b3261e" }
"""

    codes = [each.code for each in problems_of(merged(weak + bands))]

    assert codes == ([] if reached else ["rubric-band-unreachable"])


def test_a_basis_by_key_covers_a_scale_by_its_posts() -> None:
    keyed = PARTS.replace(
        "        basis: assumption\n      - id: second",
        "        basis: { weight: assumption, best: assumption }\n      - id: second",
    )

    assert problems_of(merged(keyed)) == ()


def figures(template: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def pattern(message: Text) -> str:
    parts = (re.escape(words) for words, *_ in string.Formatter().parse(message.en))
    return ".*".join(parts)
