"""Seasons in one SQLite file: kept once, refused if foreign, followed and shown."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scorecard.cli import main
from scorecard.cli.history_view import sparkline
from scorecard.comparison.developments import OneSeason
from scorecard.errors import ExitCode, ScorecardError
from scorecard.evidence.successions import shipped_successions
from scorecard.history.adding import added
from scorecard.history.database import SCHEMA
from scorecard.history.trends import histories
from scorecard.judged import as_things_stood
from scorecard.model import DaysJudged, Participant, RubricUsed, Season
from scorecard.ranking import rankings
from scorecard.results import results_json
from scorecard.rubric.load import LoadedRubric, parse_rubric
from scorecard.scoring import assess
from tests.monev_season import RUBRIC
from tests.small import submission
from tests.test_sheets_recalculated import recalculated

Sent = Mapping[str, tuple[int, int]]
DB = "riwayat.sqlite"
FOREIGN = "no history that scorecard made"


@cache
def loaded(*changes: tuple[str, str]) -> LoadedRubric:
    text = RUBRIC.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse_rubric(text, "rubrik.yaml")


def season(
    year: int, sent: Sent, *changes: tuple[str, str], as_of: int = 28
) -> OneSeason:
    """Score provinces on closed of received, over January of a year."""
    days = DaysJudged(date(year, 1, 1), date(year, 1, 31))
    given, day = loaded(*changes), date(year, 2, as_of)
    rubric = as_things_stood(given.rubric, day, days)
    cards = tuple(
        assess(_submission(code, *figures), rubric)
        for code, figures in sorted(sent.items())
    )
    named = (rubric.id, rubric.edition, rubric.title.text)
    made = Season(
        format="scorecard-results/1",
        tool="",
        as_of=day,
        rubric=RubricUsed(*named, given.sha256, given.text),
        scorecards=cards,
        rankings=rankings(cards, rubric),
        awards=(),
        problems=(),
        inputs=(),
        period=days,
    )
    return OneSeason(made, rubric, sha256(results_json(made)).hexdigest())


def _submission(code: str, closed: int, received: int):
    kind = "provinsi" if len(code) == 2 else "kabupaten"
    who = Participant(code, f"Wilayah {code}", kind, kind)
    made = submission(code, masuk=received, selesai=closed, proses=0)
    return replace(made, participant=who)


def kept(*seasons: OneSeason) -> bytes:
    content = None
    for each in seasons:
        content = added(content, each, DB).content or content
    assert content is not None
    return content


def dump(content: bytes) -> list[str]:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    return list(database.iterdump())


# --- keeping --------------------------------------------------------------------------


def test_adding_the_same_results_again_changes_nothing():
    one = season(2023, {"11": (30, 100)})
    first = added(None, one, DB)
    again = added(first.content, one, DB)
    assert again.content is None
    assert again.words.id.startswith("Sudah ada, tidak berubah: Tindak Lanjut")


def test_other_results_of_a_kept_season_are_refused_and_nothing_changes():
    content = kept(season(2023, {"11": (30, 100)}))
    with pytest.raises(ScorecardError) as refused:
        added(content, season(2023, {"11": (40, 100)}), DB)
    assert refused.value.exit_code == ExitCode.USAGE
    assert refused.value.problems[0].code == "history-season-differs"


def test_replacing_says_what_was_replaced():
    content = kept(season(2023, {"11": (30, 100), "12": (1, 2)}))
    new = season(2023, {"11": (40, 100)}, as_of=27)
    done = added(content, new, DB, replace=True)
    assert done.words.en.endswith(
        "the results as of 2023-02-28 by those as of 2023-02-27."
    )
    (history,) = histories(done.content, DB)
    assert [trend.code for trend in history.trends] == ["11"]
    assert len(dump(done.content)) == len(dump(kept(new)))  # no row is left behind


def test_the_seasons_are_shown_in_their_own_order():
    one, other = season(2023, {"11": (1, 4)}), season(2024, {"11": (2, 4)})
    for content in (kept(one, other), kept(other, one)):
        (history,) = histories(content, DB)
        assert [each.start.year for each in history.seasons] == [2023, 2024]
        assert history.trends[0].points[1].change.shown == "25.00"


def test_the_same_season_is_the_same_content():
    one = season(2023, {"11": (1, 3)})
    assert dump(kept(one)) == dump(kept(one))


def test_the_file_says_what_it_is_and_its_keys_are_enforced(tmp_path: Path):
    path = tmp_path / DB
    path.write_bytes(kept(season(2023, {"11": (1, 3)})))
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA user_version").fetchone() == (1,)
    assert database.execute("PRAGMA application_id").fetchone() == (0x73636F72,)
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(
            "INSERT INTO finding VALUES (9, '11', 'x', 'scored', NULL, NULL, '')"
        )
    row = database.execute("SELECT code, low, shown, place FROM participant").fetchall()
    assert row == [("11", "100/3", "33.33", 1)]


def changed(statement: str) -> bytes:
    database = sqlite3.connect(":memory:")
    database.deserialize(kept(season(2023, {"11": (1, 3)})))
    database.executescript(statement)
    return database.serialize()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            lambda: b"SQLite format 3\x00 but not really",
            FOREIGN,
        ),
        (lambda: b"", FOREIGN),
        (
            lambda: changed("PRAGMA application_id = 1"),
            FOREIGN,
        ),
        (lambda: changed("PRAGMA user_version = 2"), "a newer scorecard made it"),
        (lambda: changed("CREATE VIEW v AS SELECT 1"), "damaged or was added to"),
        (
            lambda: changed(
                "CREATE TRIGGER t AFTER DELETE ON season BEGIN SELECT 1; END"
            ),
            "damaged or was added to",
        ),
        (
            lambda: changed("PRAGMA foreign_keys = OFF; DELETE FROM season"),
            "damaged or was added to",
        ),
    ],
)
def test_a_file_that_is_no_history_of_ours_is_refused(content, words: str):
    with pytest.raises(ScorecardError) as refused:
        histories(content(), DB)
    assert refused.value.exit_code == ExitCode.INPUT
    (problem,) = refused.value.problems
    assert problem.code == "history-unreadable"
    assert words in problem.message.en


def test_the_documented_schema_is_the_one_in_use():
    page = Path(__file__).parent.parent / "docs" / "compare.md"
    assert f"```sql{SCHEMA}```" in page.read_text(encoding="utf-8")


# --- trends ---------------------------------------------------------------------------


def test_changes_are_exact_and_span_a_season_of_absence():
    content = kept(
        season(2022, {"11": (1, 3), "12": (1, 2)}),
        season(2023, {"12": (1, 2)}),
        season(2024, {"11": (2, 3), "12": (1, 4)}),
    )
    (history,) = histories(content, DB)
    one, other = history.trends
    assert [point.season for point in one.points] == [0, 2]
    assert one.points[1].change.low == Fraction(100, 3)
    assert [p.change.shown if p.change else "" for p in other.points] == [
        *("", "0.00", "-25.00"),
    ]
    assert [(p.place, p.placed) for p in other.points] == [(1, 2), (1, 1), (2, 2)]


def test_a_region_is_followed_under_its_new_code():
    content = kept(
        season(2021, {"91.01": (1, 4), "91": (1, 2)}),
        season(2024, {"93.01": (3, 4), "91": (1, 2), "93": (1, 2)}),
    )
    (history,) = histories(content, DB, shipped_successions())
    trends = {trend.code: trend for trend in history.trends}
    assert sorted(trends) == ["91", "93", "93.01"]
    merauke = trends["93.01"]
    assert [point.code for point in merauke.points] == ["91.01", "93.01"]
    assert merauke.points[1].change.shown == "50.00"
    assert "(UU 14/2022" in merauke.points[1].note.en
    assert len(trends["93"].points) == 1  # what split off has no way before


def test_a_rubric_that_changed_breaks_the_curve_and_says_why():
    steep = (
        "scale: { verb: linear, worst: 0, best: 100 }",
        "scale: { verb: linear, worst: 0, best: 90 }",
    )
    content = kept(season(2022, {"11": (1, 2)}), season(2023, {"11": (1, 2)}, steep))
    (history,) = histories(content, DB)
    change = history.trends[0].points[1].change
    assert change.low is None
    assert "the rubric changed" in change.reason.en


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([0, 50, 100], "▁▅█"),
        ([None, 12, 13, 99], " ▁▂█"),
        ([-5, 120], "▁█"),
    ],
)
def test_a_curve_draws_eighths_of_the_maximum(values: list, drawn: str):
    figures = [None if each is None else Fraction(each) for each in values]
    assert sparkline(figures, Fraction(100)) == drawn


# --- as it is typed -------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with results of two seasons, which is where the commands run."""
    monkeypatch.chdir(tmp_path)
    seasons = {
        "a.json": season(2023, {"11": (1, 4), "12": (1, 2), "91.01": (1, 10)}),
        "b.json": season(2024, {"11": (3, 4), "12": (1, 4), "93.01": (2, 10)}),
    }
    for name, one in seasons.items():
        (tmp_path / name).write_bytes(results_json(one.season))
        assert main(["history", "add", name, "--db", DB]) == 0
    return tmp_path


def test_the_history_is_shown_with_a_curve(folder: Path, capsys):
    capsys.readouterr()
    assert main(["history", "show", "--db", DB, "--lang", "id"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "11 Wilayah 11 25,00 75,00 ▃▇ +50,00" in lines
    assert "12 Wilayah 12 50,00 25,00 ▅▃ −25,00" in lines
    assert "93.01 Wilayah 93.01 10,00 20,00 ▁▂ +10,00" in lines
    assert any("sejak 25 Juli 2022" in line for line in lines)


@pytest.mark.parametrize("code", ["93.01", "91.01"])
def test_one_participant_is_shown_by_any_code_it_had(folder: Path, capsys, code: str):
    capsys.readouterr()
    assert main(["history", "show", code, "--db", DB, "--lang", "en"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "2023 (2023-01-01–2023-01-31) 91.01 10.00" in shown
    assert "93.01 20.00 +10.00 Poor 1 / 1" in shown
    assert "Percentage followed up 10.00 20.00" in shown


def test_the_history_as_json_and_csv(folder: Path, capsys):
    capsys.readouterr()
    words = ["history", "show", "12", "--db", DB, "--json", "--csv", "tren.csv"]
    assert main([*words, "--lang", "en"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["trends"][0]["points"][1]["change"]["low"] == "-25"
    rows = (folder / "tren.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[2].split(";")[8:12] == ["25.00", "-25.00", "Poor", "2"]


def test_the_workbook_of_a_history_recalculates(folder: Path):
    assert main(["history", "show", "--db", DB, "--xlsx", "tren.xlsx"]) == 0
    content = (folder / "tren.xlsx").read_bytes()
    cells = recalculated(content)
    assert len(cells) == 3
    assert [each for each in cells if not each.agrees] == []
    sheet = load_workbook(folder / "tren.xlsx").worksheets[0]
    assert [sheet.cell(5, column).value for column in (1, 4, 5)] == ["11", 25, 75]


def test_adding_twice_is_said_and_leaves_the_file(folder: Path, capsys):
    before = (folder / DB).read_bytes()
    capsys.readouterr()
    assert main(["history", "add", "a.json", "--db", DB, "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("There already, unchanged:")
    assert (folder / DB).read_bytes() == before


def test_changed_results_need_a_word(folder: Path, capsys):
    other = season(2023, {"11": (2, 4)})
    (folder / "c.json").write_bytes(results_json(other.season))
    capsys.readouterr()
    assert main(["history", "add", "c.json", "--db", DB, "--lang", "en"]) == 2
    assert "--replace" in capsys.readouterr().err
    words = ["history", "add", "c.json", "--db", DB, "--replace", "--lang", "en"]
    assert main(words) == 0
    assert capsys.readouterr().out.startswith("Replaced:")


def test_an_absent_history_and_an_unknown_code_are_usage_errors(folder: Path, capsys):
    assert main(["history", "show", "--db", "tiada.sqlite"]) == 2
    assert main(["history", "show", "99", "--db", DB]) == 2
