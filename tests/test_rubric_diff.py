"""`scorecard rubric diff`: what changed in words, and whom it moves, by what."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from scorecard.amendment.changes import changes, renamed
from scorecard.amendment.effects import Effect, Effects, effects
from scorecard.amendment.evidence import amended, scored_again
from scorecard.amendment.inputs import effects_of_inputs, reader
from scorecard.cli import main
from scorecard.cli.rubric_change_words import Between, change_words
from scorecard.model import Season
from scorecard.results import load_results
from scorecard.rubric.altering import Alteration, altered_rubric
from scorecard.rubric.load import DEFAULT, load_rubric, parse_rubric
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.run import as_things_stood
from tests.index_verbs import index_verbs

INPUTS = Path(__file__).parent.parent / "inputs"
OLD = load_rubric().rubric


def altered(*settings: str) -> Rubric:
    return altered_rubric(None, Alteration(settings)).rubric


def rewritten(*pairs: tuple[str, str]) -> Rubric:
    """Change the text of the default rubric; each part must stand there once."""
    text = DEFAULT.read_text(encoding="utf-8")
    for before, after in pairs:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return parse_rubric(text, "new.yaml").rubric


def told(new: Rubric, old: Rubric = OLD) -> list[tuple[str, str]]:
    between = Between(old, new)
    words = dict.fromkeys(
        (each.kind, change_words(each, between).en) for each in changes(old, new)
    )
    return list(words)


# --- what changed ---------------------------------------------------------------------


def test_another_way_of_writing_the_same_rules_is_no_change() -> None:
    text = DEFAULT.read_text(encoding="utf-8")
    assert changes(OLD, parse_rubric(f"# a note\n{text}", "x").rubric) == ()
    assert changes(OLD, rewritten(("  draws: 2000", "  draws: 2000  # many"))) == ()


@pytest.mark.parametrize(
    ("setting", "kind", "words"),
    [
        (
            "indicators.speed.scale.best=3",
            "scales",
            "“Speed of follow-up”, scale: 0 points at 60, 100 points at 5, evenly in "
            "between → 0 points at 60, 100 points at 3, evenly in between",
        ),
        (
            "indicators.completion_rate.measure.less=[arsip]",
            "measures",
            "“Completion rate”, measure: Percentage: closed ÷ (received − archived − "
            "blocked) → Percentage: closed ÷ (received − archived)",
        ),
        (
            "awards.terbaik.places=2",
            "awards",
            "Best Complaint Handling: 3 winners in each category, by the total. "
            "Conditions: band at least Good, received at least 30 and no gate caps the "
            "band → Best Complaint Handling: 2 winners in each category, by the total. "
            "Conditions: band at least Good, received at least 30 and no gate caps the "
            "band",
        ),
        ("score.coverage=30", "score", "total › least coverage (%): 0 → 30"),
        ("deadline=2026-03-15", "limits", "deadline: 28 February 2026 → 15 March 2026"),
        (
            "indicators.speed.title.en=Speed",
            "wording",
            "“Speed” › title › English: “Speed of follow-up” → “Speed”",
        ),
        ("robustness.draws=10", "robustness", "robustness › draws: 2,000 → 10"),
    ],
)
def test_a_change_is_told_by_its_kind_and_in_words(setting, kind, words) -> None:
    found = told(altered(setting))
    assert [each for each, _ in found] == [kind]
    if kind != "wording":
        assert found == [(kind, words)]


def test_what_comes_and_goes_is_told_so() -> None:
    """A band, an award and a gate that only one of the two has."""
    without = OLD.model_copy(update={"awards": OLD.awards[:1], "gates": ()})
    found = dict(told(without))
    assert found["awards"].startswith("Removed: Most Improved: 1 winners in each")
    assert found["gates"].startswith("Removed: ")
    assert told(OLD, without)[-1][1].startswith("Added: Most Improved: 1 winners")
    worst = OLD.bands.ranges[-1]
    fewer = OLD.bands.model_copy(update={"ranges": OLD.bands.ranges[:-1]})
    ((kind, words),) = told(OLD.model_copy(update={"bands": fewer}))
    assert (kind, words) == (
        "bands",
        f"bands › “{worst.title.text.en}” was removed (0–49.99)",
    )


def test_the_scale_of_a_criterion_is_told_whole() -> None:
    scaled, other = (
        index_verbs().model_copy(update={"criteria": (_scaled(worst),)})
        for worst in ("-1.1358", "-2")
    )
    span = "100 points at 2.364, evenly in between"
    before, after = (f"0 points at −{worst}, {span}" for worst in ("1.1358", "2"))
    assert told(other, scaled) == [("scales", f"“baku”, scale: {before} → {after}")]
    ((_, words),) = told(scaled, scaled.model_copy(update={"criteria": (_scaled(""),)}))
    assert words.startswith("“baku”, scale: — → 0 points at")


def _scaled(worst: str) -> Criterion:
    first = index_verbs().criteria[0]
    scale = first.scale.model_copy(update={"worst": Fraction(worst)}) if worst else None
    return first.model_copy(update={"scale": scale})


def test_each_weight_that_moves_is_told() -> None:
    found = told(altered("criteria.completion.weight=40"))
    assert found == [
        ("weights", "“Team decree” › weight: 20 → 18.46"),
        ("weights", "“Action plan” › weight: 20 → 18.46"),
        ("weights", "“Quality of follow-up” › weight: 25 → 23.08"),
        ("weights", "“Completion” › weight: 35 → 40"),
    ]


def test_a_node_with_another_id_is_renamed_not_removed_and_added() -> None:
    text = DEFAULT.read_text(encoding="utf-8").replace("answer_quality", "answers_good")
    new = parse_rubric(text, "new.yaml").rubric
    assert renamed(OLD, new) == {"answers_good": "answer_quality"}
    title = next(n for n in OLD.nodes() if n.id == "answer_quality").title.text.en
    assert (
        "structure",
        f"“{title}” has another id: answer_quality → answers_good",
    ) in (told(new))


def test_a_node_under_another_heading_is_moved() -> None:
    moved = _moved(OLD, "untouched", "follow_up_quality")
    titles = {node.id: node.title.text.en for node in OLD.nodes()}
    assert told(moved) == [
        (
            "structure",
            f"“{titles['untouched']}” was moved: “Completion” → “Quality of follow-up”",
        )
    ]


def _moved(rubric: Rubric, name: str, heading: str) -> Rubric:
    node = next(each for each in rubric.indicators() if each.id == name)
    criteria = []
    for each in rubric.criteria:
        kept = tuple(i for i in each.indicators if i.id != name)
        held = (*kept, node) if each.id == heading else kept
        criteria.append(each.model_copy(update={"indicators": held}))
    return rubric.model_copy(update={"criteria": tuple(criteria)})


def test_an_indicator_that_comes_or_goes_is_told_with_its_weight() -> None:
    speed = next(each for each in OLD.indicators() if each.id == "speed")
    without = OLD.model_copy(
        update={
            "criteria": tuple(
                each.model_copy(
                    update={
                        "indicators": tuple(
                            i for i in each.indicators if i.id != "speed"
                        )
                    }
                )
                for each in OLD.criteria
            )
        }
    )
    assert told(without) == [("structure", "“Speed of follow-up” was removed")]
    weight = f"“Speed of follow-up” was added, weight {speed.weight}"
    assert told(OLD, without) == [("structure", weight)]


# --- whom it moves --------------------------------------------------------------------


@pytest.fixture(scope="module")
def season(sample_results: bytes) -> Season:
    return load_results(sample_results)


def test_results_hold_enough_to_score_everybody_again_to_the_last_digit(season) -> None:
    base = as_things_stood(OLD, season.as_of)
    by = amended(base, base, {})
    for card in season.scorecards:
        again = scored_again(card, by)
        for part in ("total", "band", "outcome", "coverage", "gates", "criteria"):
            assert getattr(again, part) == getattr(card, part), card.participant.name
        for found, before in zip(again.findings, card.findings, strict=True):
            assert replace(found, reason=before.reason) == before


@pytest.mark.parametrize(
    "settings",
    [
        ("criteria.completion.weight=40",),
        ("indicators.speed.scale.best=3", "bands.ranges.sangat_baik.from=86"),
        ("indicators.completion_rate.measure.less=[]",),
        (
            "indicators.decree_in_force.measure.conditions.exists.points=15",
            "indicators.decree_in_force.measure.conditions.in_force.points=30",
        ),
        ("awards.terbaik.places=1", "tie_break.1.prefer=lower", "score.mode=down"),
    ],
)
def test_what_follows_from_results_is_what_the_evidence_gives(season, settings) -> None:
    """The same effects, once from results.json and once from all files read again."""
    new = altered(*_whole(settings))
    from_results = effects(season, OLD, (OLD, new))
    read = reader(INPUTS, 1, None)
    assert from_results.unknown == ()
    assert from_results == effects_of_inputs(read, (OLD, new), season.as_of)
    assert from_results.moved


def _whole(settings: tuple[str, ...]) -> tuple[str, ...]:
    """A band that begins higher lets the next one end higher."""
    if "bands.ranges.sangat_baik.from=86" in settings:
        return (*settings, "bands.ranges.baik.to=85.99")
    return settings


def of(found: Effects, code: str) -> Effect:
    return next(each for each in found.moved if each.participant.code == code)


def test_each_step_is_tried_alone_and_the_cause_is_named(season) -> None:
    new = altered("indicators.speed.scale.best=3", "awards.terbaik.places=2")
    found = effects(season, OLD, (OLD, new))
    third = of(found, "62")
    assert [title.en for title in third.before.awards] == [
        "Best Complaint Handling",
        "Most Improved",
    ]
    assert [title.en for title in third.after.awards] == ["Most Improved"]
    by_scale, by_award = third.causes
    assert by_scale.step.en == "scales “Speed of follow-up”"
    assert float(by_scale.change) == round(
        float(third.after.low) - float(third.before.low), 2
    )
    assert by_scale.after.awards == third.before.awards
    assert by_award.step.en == "awards “Best Complaint Handling”"
    assert by_award.after.low == third.before.low
    assert by_award.after.awards == third.after.awards
    assert found.unmoved + len(found.moved) == len(season.scorecards)


def test_evidence_that_results_do_not_hold_is_named_and_leaves_an_interval(
    season,
) -> None:
    new = altered("period.start=2025-02-01")
    found = effects(season, OLD, (OLD, new))
    assert "Completion rate" in [title.en for title in found.unknown]
    first = of(found, "63").after
    assert float(first.low) < float(first.high)


def test_steps_that_cannot_stand_alone_are_told_with_the_others_only(season) -> None:
    """A ranking by an indicator that only a measure of the same edition brings."""
    speed = next(each for each in OLD.indicators() if each.id == "speed")
    other = speed.model_copy(update={"id": "pace"})
    side = OLD.rankings[0].model_copy(update={"id": "by-pace", "by": "pace"})
    completion = tuple(
        each.model_copy(update={"indicators": (*each.indicators, other)})
        if each.id == "completion"
        else each
        for each in OLD.criteria
    )
    new = OLD.model_copy(
        update={"criteria": completion, "rankings": (*OLD.rankings, side)}
    )
    found = effects(season, OLD, (OLD, new))
    assert [each.en for each in found.joint] == [
        "the weights under “Completion”",
        f"rankings and ties “{side.title.text.en}”",
    ]
    assert all(each.causes == () for each in found.moved)
    assert found.moved


# --- the command ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def places(sample_results: bytes, tmp_path_factory) -> tuple[Path, Path]:
    folder: Path = tmp_path_factory.mktemp("diff")
    (folder / "outputs").mkdir()
    (folder / "outputs" / "results.json").write_bytes(sample_results)
    asked = Alteration(("awards.terbaik.places=2", "indicators.speed.scale.best=3"))
    (folder / "new.yaml").write_text(altered_rubric(None, asked).text, encoding="utf-8")
    return folder / "outputs", folder / "new.yaml"


def test_a_rubric_is_named_by_file_name_folder_or_results(places, capsys) -> None:
    outputs, new = places
    for old in (str(outputs), str(outputs / "results.json"), "sp4n-lapor-tahunan"):
        assert main(["--lang", "en", "rubric", "diff", old, str(new)]) == 0
        out = " ".join(capsys.readouterr().out.split())
        assert "Edition 2025 Scales “Speed of follow-up”, scale: 0 points at 60" in out
        assert "Who would change" not in out


def test_the_screen_tells_who_changes_and_why(places, monkeypatch, capsys) -> None:
    outputs, new = places
    monkeypatch.setenv("COLUMNS", "150")
    command = ["rubric", "diff", str(outputs), str(new), "--results", str(outputs)]
    assert main(["--lang", "id", *command]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for said in (
        "Siapa yang berubah",
        "62 Kalimantan Tengah 80,14 → 79,91 3 − ★ Pengelola Pengaduan Terbaik",
        "skala “Kecepatan tindak lanjut”: −0,23",
        "penghargaan “Pengelola Pengaduan Terbaik”: penghargaan",
    ):
        assert said in out


def test_the_json_holds_changes_and_effects(places, capsys) -> None:
    outputs, new = places
    command = ["rubric", "diff", str(outputs), str(new), "--results", str(outputs)]
    assert main(["--lang", "en", *command, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {each["kind"] for each in found["changes"]} == {"scales", "awards"}
    moved = {each["participant"]: each for each in found["effects"]["moved"]}
    assert moved["62"]["causes"][0]["change"] == "-0.23"
    assert moved["62"]["after"]["awards"] == ["Most Improved"]


def test_equal_rubrics_differ_in_nothing(capsys) -> None:
    names = ["sp4n-lapor-tahunan", str(DEFAULT)]
    assert main(["--lang", "en", "rubric", "diff", *names]) == 0
    assert "Nothing differs in meaning." in capsys.readouterr().out
