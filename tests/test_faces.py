"""Every verb has its three faces: value, formula and sentence, in two languages.

The closed list is taken from the rubric language's own literals, so that a verb that is
added there fails here until its faces are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, get_args

import pytest

from scorecard.methods import (
    aggregates,
    bands,
    gates,
    measures,
    missing,
    rounding,
    scales,
)
from scorecard.methods.live.documents import verdict
from scorecard.methods.live.expressions import Cells, Known, Live, Numbers
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Gate, Rubric, Score
from scorecard.sheets.form.places import Plan, inputs_of
from scorecard.wording import Text
from tests.filled_forms import Filled, plan_of, submission_of
from tests.index_verbs import index_verbs
from tests.shipped import RUBRICS, shipped
from tests.test_form_differential import many_verbs

VALUE, FORMULA, SENTENCE = "value", "formula", "sentence"
Faces = dict[str, Callable[[], object]]


def verbs(union: Any) -> list[str]:
    """Name the verbs of a union of nouns."""
    return [
        get_args(noun.model_fields["verb"].annotation)[0]
        for noun in get_args(get_args(union)[0])
    ]


def words_of(annotation: Any) -> list[str]:
    """Name the words of a literal."""
    return list(get_args(annotation))


def closed_list() -> dict[str, list[str]]:
    """List every verb of the rubric language by its kind."""
    return {
        "measure": verbs(verb.Measure),
        "condition": words_of(verb.Condition.model_fields["test"].annotation),
        "scale": verbs(verb.Scale),
        "aggregate": words_of(verb.Aggregate),
        "missing": words_of(verb.Missing),
        "rounding": words_of(Score.model_fields["mode"].annotation),
        "band": words_of(Score.model_fields["bands_on"].annotation),
        "gate": ["below"] if "below" in Gate.model_fields else [],
    }


def lacking(listed: dict[str, list[str]]) -> list[str]:
    """Name each face of the listed verbs that is not there, or says nothing."""
    return [
        f"{kind} {name}: {face}"
        for kind, names in listed.items()
        for name in names
        for face in (VALUE, FORMULA, SENTENCE)
        if not _shown(kind, name, face)
    ]


def _shown(kind: str, name: str, face: str) -> bool:
    try:
        return _says_something(FACES[kind](name)[face]())
    except (KeyError, StopIteration, UnboundLocalError):
        return False


def _says_something(shown: object) -> bool:
    match shown:
        case Text():
            return bool(shown.id.strip() and shown.en.strip())
        case Live():
            return bool(shown.state and shown.value and shown.sentence and shown.blank)
        case list():
            return bool(shown) and all(map(_says_something, shown))
        case _:
            return shown not in (None, "")


def measure_faces(name: str) -> Faces:
    indicator, rubric = next(
        (each, rubric)
        for rubric in rubrics()
        for each in rubric.indicators()
        if each.measure.verb == name
    )
    plan = plan_of(rubric)
    sent = submission_of(Filled(), plan)
    found = measures.MEASURES[name]
    return {
        VALUE: lambda: found.value(indicator.measure, sent, rubric).state,
        FORMULA: lambda: measures.formula(indicator, everywhere(plan, "id"), rubric),
        SENTENCE: lambda: [
            found.value(indicator.measure, sent, rubric).reason,
            *(
                measures.formula(indicator, everywhere(plan, language), rubric).sentence
                for language in ("id", "en")
            ),
        ],
    }


def condition_faces(name: str) -> Faces:
    measure, rubric = next(
        (each.measure, rubric)
        for rubric in rubrics()
        for each in rubric.indicators()
        if isinstance(each.measure, verb.Document)
        and any(condition.test == name for condition in each.measure.conditions)
    )
    condition = next(each for each in measure.conditions if each.test == name)
    plan = plan_of(rubric)
    key = f"{measure.document}.{condition.field}"
    sent = submission_of(Filled({key: "berkas.pdf"}), plan)
    checked = measures.MEASURES["document"].value(measure, sent, rubric).conditions
    mine = next(each for each in checked if each.id == condition.id)
    return {
        VALUE: lambda: isinstance(mine.met, bool),
        FORMULA: lambda: verdict(condition, measure, everywhere(plan, "id"), rubric),
        SENTENCE: lambda: [condition.title.text, mine.reason],
    }


def scale_faces(name: str) -> Faces:
    scale = next(
        each.scale
        for rubric in rubrics()
        for each in rubric.indicators()
        if each.scale.verb == name
    )
    first = scale.levels[0].level if isinstance(scale, verb.Levels) else Fraction(1)
    return {
        VALUE: lambda: scales.points(scale, first),
        FORMULA: lambda: scales.formula(scale, "A1"),
        SENTENCE: lambda: scales.sentence(scale),
    }


def aggregate_faces(name: Any) -> Faces:
    part, cells = aggregates.Part(Fraction(1), Fraction(50)), ("A1", "A2")
    place = [aggregates.PartCells(*cells)]
    return {
        VALUE: lambda: aggregates.aggregated(name, [part]),
        FORMULA: lambda: [
            aggregates.formula(name, place),
            aggregates.among_those_there(name, place),
        ],
        SENTENCE: lambda: aggregates.SENTENCES[name],
    }


def missing_faces(name: Any) -> Faces:
    return {
        VALUE: lambda: [
            missing.worth(name) in (None, 0),
            missing.blocks(name) in (0, 1),
        ],
        FORMULA: lambda: missing.formula(name),
        SENTENCE: lambda: missing.SENTENCES[name],
    }


def rounding_faces(name: Any) -> Faces:
    rule = shipped("rubric").score.model_copy(update={"mode": name})
    return {
        VALUE: lambda: rounding.published(Fraction("2.675"), rule),
        FORMULA: lambda: rounding.formula("A1", 2, name),
        SENTENCE: lambda: rounding.sentence(rule),
    }


def band_faces(name: Any) -> Faces:
    rubric = shipped("rubric")
    score = rubric.score.model_copy(update={"bands_on": name})
    decided = rubric.model_copy(update={"score": score})
    return {
        VALUE: lambda: bands.band_at(Fraction(80), "80.00", decided).title.text,
        FORMULA: lambda: bands.formula("A1", "B1:B4", 4),
        SENTENCE: lambda: bands.SENTENCES[name],
    }


def gate_faces(name: str) -> Faces:
    rubric = next(each for each in rubrics() if each.gates)
    (gate, *_) = rubric.gates
    nothing = {gate.of}
    return {
        VALUE: lambda: [hit.reason for hit in gates.gates_hit(rubric, _none, nothing)],
        FORMULA: lambda: gates.formula("A1", "A2", 3),
        SENTENCE: lambda: gates.sentence(gate, rubric),
    }


def _none(node: str) -> None:
    return None


FACES: dict[str, Callable[[Any], Faces]] = {
    "measure": measure_faces,
    "condition": condition_faces,
    "scale": scale_faces,
    "aggregate": aggregate_faces,
    "missing": missing_faces,
    "rounding": rounding_faces,
    "band": band_faces,
    "gate": gate_faces,
}


def rubrics() -> Iterator[Rubric]:
    """Give rubrics that use every verb between them."""
    yield from (shipped(name) for name in RUBRICS)
    yield many_verbs()
    yield index_verbs()


def everywhere(plan: Plan, language: Any) -> Cells:
    """Say of every cell that it stands somewhere."""
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


def test_the_closed_list_is_the_language_s_own() -> None:
    listed = closed_list()
    assert set(listed) == set(FACES)
    assert all(listed.values())
    assert {"share", "mark", "within"} <= set(listed["measure"])
    assert listed["aggregate"] == list(aggregates.SENTENCES)


@pytest.mark.parametrize("kind", FACES)
def test_every_verb_has_three_faces(kind: str) -> None:
    assert lacking({kind: closed_list()[kind]}) == []


def test_no_table_names_a_verb_that_the_language_lacks() -> None:
    listed = closed_list()
    assert set(measures.MEASURES) == set(listed["measure"])
    assert set(aggregates.SENTENCES) == set(listed["aggregate"])
    assert set(missing.SENTENCES) == set(listed["missing"])
    assert set(rounding.SENTENCES) == set(listed["rounding"])
    assert set(bands.SENTENCES) == set(listed["band"])


@pytest.mark.parametrize(
    ("kind", "name", "table"),
    [
        ("aggregate", "sum", aggregates.SENTENCES),
        ("missing", "exclude", missing.SENTENCES),
        ("rounding", "down", rounding.SENTENCES),
        ("band", "exact", bands.SENTENCES),
    ],
)
def test_a_sentence_that_is_taken_away_is_missed(
    kind: str, name: str, table: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(table, name)
    assert lacking({kind: closed_list()[kind]}) == [f"{kind} {name}: sentence"]


@pytest.mark.parametrize("name", verbs(verb.Measure))
def test_a_formula_that_is_taken_away_is_missed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = Live("", "", "")
    faces = measures.MEASURES[name]._replace(formula=lambda *_: nothing)
    monkeypatch.setitem(measures.MEASURES, name, faces)  # type: ignore[arg-type]
    missed = [f"measure {name}: formula", f"measure {name}: sentence"]
    assert lacking({"measure": [name]}) == missed


@pytest.mark.parametrize("kind", [each for each in FACES if each != "gate"])
def test_a_verb_that_is_added_without_faces_is_missed(kind: str) -> None:
    added = lacking({kind: [*closed_list()[kind], "kubik"]})
    assert f"{kind} kubik: sentence" in added
    assert all("kubik" in each for each in added)
