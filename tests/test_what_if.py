"""What-if: a rubric changed for one run; its file stays, and every output says so."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scorecard.cli import main
from scorecard.cli.choices import shipped_rubrics
from scorecard.errors import ExitCode, Problem, ScorecardError
from scorecard.results import load_results
from scorecard.rubric.altering import Alteration, altered_rubric
from scorecard.rubric.load import DEFAULT, load_rubric, parse_rubric
from scorecard.rubric.nouns import Criterion
from scorecard.rubric.what_if import WhatIf

ROOT = Path(__file__).parent.parent
SENT = ("12-sumatera-utara", "62-kalimantan-tengah", "35-jawa-timur")


def changes(*settings: str, overlay: Path | None = None) -> dict[str, tuple[str, str]]:
    loaded = altered_rubric(None, Alteration(settings, overlay))
    assert loaded.what_if is not None
    return {each.path: (each.before, each.after) for each in loaded.what_if.changes}


def refused(*settings: str, overlay: Path | None = None) -> tuple[ExitCode, Problem]:
    with pytest.raises(ScorecardError) as caught:
        altered_rubric(None, Alteration(settings, overlay))
    return caught.value.exit_code, caught.value.problems[0]


def default_line(number: int) -> str:
    return DEFAULT.read_text(encoding="utf-8").split("\n")[number - 1]


# --- one figure -----------------------------------------------------------------------


def test_siblings_of_a_weight_share_the_rest_in_proportion_and_are_listed() -> None:
    """20 : 20 : 25 of what 40 leaves of 100; the last takes what rounding leaves."""
    assert changes("criteria.completion.weight=40") == {
        "criteria.decree.weight": ("20", "18.46"),
        "criteria.action_plan.weight": ("20", "18.46"),
        "criteria.follow_up_quality.weight": ("25", "23.08"),
        "criteria.completion.weight": ("35", "40"),
    }


def test_weights_that_are_all_set_are_taken_as_they_are() -> None:
    assert changes(
        "criteria.completion.weight=40",
        "criteria.follow_up_quality.weight=20",
        "criteria.decree.weight=20",
        "criteria.action_plan.weight=20",
    ) == {
        "criteria.follow_up_quality.weight": ("25", "20"),
        "criteria.completion.weight": ("35", "40"),
    }


def test_weights_that_do_not_add_up_are_told_at_the_line_of_the_file() -> None:
    names = ("decree", "action_plan", "follow_up_quality", "completion")
    code, problem = refused(*(f"criteria.{name}.weight=30" for name in names))
    assert code is ExitCode.RUBRIC
    assert problem.message.en == (
        "criteria: the weights of the top level add up to 120, not 100"
    )
    assert default_line(problem.location.line) == "criteria:"


def test_a_place_is_found_by_ids_positions_and_keys_not_yet_written() -> None:
    assert changes("indicators.speed.scale.best=3") == {
        "criteria.completion.indicators.speed.scale.best": ("5", "3")
    }
    assert changes("tie_break.1.prefer=lower") == {
        "tie_break.1.prefer": ("higher", "lower")
    }
    # Where each figure has a basis of its own, one that is tried is an assumption.
    recap = altered_rubric(
        shipped_rubrics()["kemendagri-recap"], Alteration(("score.coverage=7",))
    )
    assert recap.what_if is not None
    assert [each.path for each in recap.what_if.changes] == [
        "score.coverage",
        "score.basis.coverage",
    ]
    assert changes("score.coverage=30") == {"score.coverage": ("0", "30")}
    assert changes("robustness.aggregates=[lowest, weighted_mean]") == {
        "robustness.aggregates": (
            "[weighted_mean, geometric_mean]",
            "[lowest, weighted_mean]",
        )
    }


@pytest.mark.parametrize(
    ("setting", "message", "repair"),
    [
        (
            "criteria.compltion.weight=40",
            "criteria: a change names 'compltion', which is not here",
            "Did you mean 'completion'?",
        ),
        (
            "awards.terbaik.places.x=2",
            "a change names 'x' inside a value, which has no parts",
            "Name the place up to that value.",
        ),
        (
            "awards.terbaik.places",
            "a change without '=' and a value",
            "Write the place, '=', the value.",
        ),
        (
            "criteria.completion.weight=35.0",
            "what is asked for changes nothing: the values are so already",
            "Give other values, or run without --set and --overlay.",
        ),
    ],
)
def test_a_change_that_leads_nowhere_is_refused(setting, message, repair) -> None:
    code, problem = refused(setting)
    assert code is ExitCode.USAGE
    assert message in problem.message.en
    assert repair in problem.repair.en


def test_an_unknown_key_is_told_as_in_a_rubric_file() -> None:
    code, problem = refused("awards.terbaik.plases=2")
    assert code is ExitCode.RUBRIC
    assert problem.message.en == "award 'terbaik' › plases: the key 'plases' is unknown"
    assert problem.repair.en == "Did you mean 'places'?"
    assert "id: terbaik" in default_line(problem.location.line)


# --- an overlay -----------------------------------------------------------------------


def test_an_overlay_is_laid_over_by_id_and_new_items_come_last(tmp_path) -> None:
    overlay = tmp_path / "andai.yaml"
    overlay.write_text(
        """\
criteria:
  - id: decree
    weight: 15
  - id: completion
    weight: 40
    indicators:
      - id: speed
        scale: { verb: log, worst: 60, best: 5 }
gates:
  - id: no-decree
    title: { id: Tanpa keputusan, en: No decree }
    of: decree
    below: 10
    cap: kurang
    basis: assumption
""",
        encoding="utf-8",
    )
    speed = "criteria.completion.indicators.speed.scale"
    found = changes(overlay=overlay)
    assert list(found) == [
        "criteria.decree.weight",
        "criteria.completion.weight",
        speed,
        "gates.no-decree",
    ]
    assert found[speed][1] == "{best: '5', verb: log, worst: '60'}"
    assert found["gates.no-decree"][0] == ""
    gates = altered_rubric(None, Alteration(overlay=overlay)).rubric.gates
    assert gates[:-1] == load_rubric().rubric.gates


def test_an_overlay_is_as_strict_as_a_rubric(tmp_path) -> None:
    overlay = tmp_path / "andai.yaml"
    overlay.write_text("score: { coverage: 30 }\nscore: { places: 1 }\n")
    code, problem = refused(overlay=overlay)
    assert (code, problem.code) == (ExitCode.RUBRIC, "rubric-duplicate-key")
    assert problem.location.line == 2
    overlay.write_text("- just\n- a list\n")
    assert refused(overlay=overlay)[1].code == "rubric-overlay-not-partial"
    overlay.write_text("score: { koverage: 30 }\n")
    assert refused(overlay=overlay)[1].code == "rubric-unknown-key"


def test_the_changed_rubric_is_whole_and_the_file_is_as_it_was() -> None:
    before = DEFAULT.read_bytes()
    loaded = altered_rubric(None, Alteration(("criteria.completion.weight=40",)))
    assert DEFAULT.read_bytes() == before
    again = parse_rubric(loaded.text, "results.json")
    assert again.rubric == loaded.rubric
    assert again.sha256 == loaded.sha256 != load_rubric().sha256
    (completion,) = (n for n in again.rubric.nodes() if n.id == "completion")
    assert isinstance(completion, Criterion)
    assert completion.weight == 40
    assert altered_rubric(None, Alteration()) == load_rubric()


# --- a run ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tried(tmp_path_factory) -> Path:
    """Evaluate three participants as if completion weighed 40."""
    folder: Path = tmp_path_factory.mktemp("season")
    for name in ("_season", *SENT):
        shutil.copytree(ROOT / "inputs" / name, folder / "inputs" / name)
    assert evaluated(folder, "tried", "--set", "criteria.completion.weight=40") == 0
    return folder


def evaluated(folder: Path, outputs: str, *more: str) -> int:
    command = ["evaluate", str(folder / "inputs"), "-o", str(folder / outputs)]
    words = ["--lang", "en", *command, "--no-pdf", "--fail-on", "never", *more]
    return int(main(words))


def what_if_of(folder: Path) -> WhatIf:
    found = load_results(folder / "tried" / "results.json").what_if
    assert found is not None
    return found


def test_every_output_says_that_it_is_a_what_if(tried: Path) -> None:
    outputs, found = tried / "tried", what_if_of(tried)
    assert len(found.changes) == 4
    manifest = json.loads((outputs / "manifest.json").read_text())
    assert manifest["what_if"]["changes"][-1] == {
        "path": "criteria.completion.weight",
        "before": "35",
        "after": "40",
    }
    assert "pengandaian" in manifest["rubric"]["edition"]
    for rapor in (outputs / "rapor").iterdir():
        assert found.headline.id in rapor.read_text(encoding="utf-8")
    for book in (outputs / "recap.xlsx", *(outputs / "compliance").iterdir()):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            first = load_workbook(book).worksheets[0]
        words = [str(cell) for row in first.iter_rows(values_only=True) for cell in row]
        assert any("pengandaian" in each for each in words), book.name
    for record in (outputs / "records").iterdir():
        assert "pengandaian" in record.read_text(encoding="utf-8")


def test_a_what_if_awards_nothing(tried: Path) -> None:
    season = load_results(tried / "tried" / "results.json")
    assert any(award.status == "won" for award in season.awards)
    assert all(award.number == "" for award in season.awards)
    assert not (tried / "tried" / "certificates").exists()
    manifest = json.loads((tried / "tried" / "manifest.json").read_text())
    assert all(not each["serials"] for each in manifest["seal"]["participants"])


def test_forms_are_not_blamed_for_the_other_rules(tried: Path) -> None:
    season = load_results(tried / "tried" / "results.json")
    assert "form-of-another-text" not in {each.code for each in season.problems}


def test_a_what_if_follows_from_the_evidence_like_any_season(tried, capsys) -> None:
    command = ["verify", str(tried / "tried"), "--inputs", str(tried / "inputs")]
    assert main(["--lang", "en", *command]) == 0
    assert "scored again with equal results" in capsys.readouterr().out


def test_a_what_if_never_replaces_official_results(tried: Path, capsys) -> None:
    assert evaluated(tried, "official") == 0
    before = (tried / "official" / "manifest.json").read_bytes()
    assert evaluated(tried, "official", "--set", "score.coverage=30") == 2
    err = " ".join(capsys.readouterr().err.split())
    assert "holds official results" in err
    assert (tried / "official" / "manifest.json").read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        ["rank", "{results}"],
        ["robustness", "{results}", "--draws", "20"],
        ["explain", "35", "--results", "{results}"],
        ["assess", "{inputs}/35-jawa-timur", "--set", "criteria.completion.weight=40"],
    ],
    ids=lambda command: command[0],
)
def test_commands_say_so_on_the_screen(tried: Path, command, capsys) -> None:
    places = {"results": tried / "tried" / "results.json", "inputs": tried / "inputs"}
    words = ["--lang", "en", *(word.format(**places) for word in command)]
    assert main(words) in (0, 1)
    out = " ".join(capsys.readouterr().out.split())
    assert what_if_of(tried).headline.en in out
    assert "criterion 'completion' › weight: 35 → 40" in out
    assert "No certificates are made: a what-if awards nothing." in out
    assert main([*words, "--json"]) in (0, 1)
    told = json.loads(capsys.readouterr().out)["what_if"]
    assert told["changes"][-1]["after"] == "40"
