"""Every verb has its three faces: value, formula and sentence, in two languages."""

from __future__ import annotations

from typing import get_args

import pytest

from scorecard.methods import aggregates, scales
from scorecard.methods.live import findings
from scorecard.methods.live.expressions import Live
from scorecard.methods.measures import FORMULAS, MEASURES, formula, measured
from scorecard.number import RoundingMode, rounded
from scorecard.rubric import methods as verb
from scorecard.sheets import formulas
from scorecard.sheets.form.places import inputs_of
from scorecard.wording import Text
from tests.filled_forms import Filled, plan_of, submission_of
from tests.shipped import RUBRICS, shipped
from tests.test_form_differential import many_verbs


def verbs(union):
    """Name the verbs of a union of nouns."""
    return [
        get_args(noun.model_fields["verb"].annotation)[0]
        for noun in get_args(get_args(union)[0])
    ]


def used():
    """Give an indicator for each verb, with its rubric."""
    rubrics = [*(shipped(name) for name in RUBRICS), many_verbs()]
    return {
        indicator.measure.verb: (indicator, rubric)
        for rubric in rubrics
        for indicator in rubric.indicators()
    }


def scales_used():
    rubrics = [*(shipped(name) for name in RUBRICS), many_verbs()]
    return {i.scale.verb: i.scale for rubric in rubrics for i in rubric.indicators()}


def test_the_tables_name_every_measure():
    every = set(verbs(verb.Measure)) - {"mark"}
    assert set(MEASURES) == every
    assert set(FORMULAS) == every


@pytest.mark.parametrize("name", verbs(verb.Measure))
def test_a_measure_has_three_faces(name):
    indicator, rubric = used()[name]
    plan = plan_of(rubric)
    found = measured(indicator, submission_of(Filled(), plan), rubric)
    assert isinstance(found.reason, Text)
    assert found.reason.id
    assert found.reason.en
    for language in ("id", "en"):
        live = formula(indicator, everywhere(plan, language), rubric)
        assert isinstance(live, Live)
        assert live.state
        assert live.value
        assert live.sentence
        assert live.blank


@pytest.mark.parametrize("name", verbs(verb.Scale))
def test_a_scale_has_three_faces(name):
    scale = scales_used()[name]
    assert scales.points(scale, 1) is not None or name == "levels"
    assert scales.formula(scale, "A1")
    assert scales.sentence(scale).id
    assert scales.sentence(scale).en


@pytest.mark.parametrize("rule", get_args(verb.Aggregate))
def test_an_aggregate_has_three_faces(rule):
    parts = [aggregates.Part(1, 50)]
    assert aggregates.aggregated(rule, parts) is not None
    assert aggregates.formula(rule, [aggregates.PartCells("A1", "A2")])
    assert aggregates.live(rule, [aggregates.PartCells("A1", "A2")])
    assert aggregates.SENTENCES[rule].en


@pytest.mark.parametrize("policy", get_args(verb.Missing))
def test_a_missing_policy_has_its_formula_and_its_sentence(policy):
    worth, told = findings.MISSING[policy]
    assert worth in ("0", '""')
    assert told.id
    assert told.en


@pytest.mark.parametrize("mode", get_args(RoundingMode))
def test_a_rounding_has_its_value_and_its_formula(mode):
    assert f"{rounded(2, 1, mode)}" == "2.0"
    assert formulas.rounded("A1", 2, mode).startswith("=")


def everywhere(plan, language):
    """Say of every cell that it stands somewhere."""
    from scorecard.methods.live.expressions import Cells, Known, Numbers

    rubric = plan.rubric
    series = rubric.tickets.series if rubric.tickets else ()
    keys = [each.id for each in series] + [i.id for i in rubric.indicators()]
    return Cells(
        language,
        "",
        dict.fromkeys(inputs_of(plan), Known("A1", "B1")),
        {each.id: Known("A2", "B2") for each in rubric.quantities},
        {
            (i.id, each.id): "A3"
            for i in rubric.indicators()
            if isinstance(i.measure, verb.Document)
            for each in i.measure.conditions
        },
        dict.fromkeys(keys, Numbers("A4", "B4:B9", "C4:C9")),
    )
