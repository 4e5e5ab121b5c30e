"""How sure a ranking is: against closed forms, brute force and the ranking itself."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from openpyxl import load_workbook

from scorecard.awards import awards
from scorecard.cli import main
from scorecard.engine import PdfEngine
from scorecard.export import artifacts, write
from scorecard.manifest import manifest
from scorecard.model import (
    Mark,
    RankRange,
    Robustness,
    RubricUsed,
    Season,
    Submission,
)
from scorecard.pages.rapor import rapor_html
from scorecard.ranking import rankings
from scorecard.results import load_results, results_json
from scorecard.robustness.chance import nominal
from scorecard.robustness.cohort import cohort_of
from scorecard.robustness.counting import mean_place, per_cent, place_at
from scorecard.robustness.places import places, published
from scorecard.robustness.tables import marks_table, share_tables
from scorecard.robustness.testing import robustness
from scorecard.robustness.trial import group_places, trial
from scorecard.robustness.variance import variance_shares
from scorecard.robustness.words import sure_words
from scorecard.rubric.load import load_rubric, parse_rubric
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.robustness import Robustness as Stated
from scorecard.run import how_sure
from scorecard.scoring import assess
from scorecard.sealing import seal
from scorecard.sheets.recap import recap_workbook
from scorecard.verification.folder import verify_folder
from scorecard.verification.remade import Remaking
from scorecard.verification.robustness import robustness_problems
from scorecard.wording import Text
from tests.handmade_season import AS_OF, handmade_season, loaded_rubric
from tests.index_verbs import index_verbs
from tests.small import (
    criterion,
    indicator,
    linear,
    mark,
    rubric,
    share,
    submission,
    words,
)


def stated(**more: Any) -> Stated:
    given = {"draws": "400", "seed": "7", "lowest": "5", "highest": "95"}
    given |= {"variance_draws": "0", "basis": "assumption"}
    return Stated.model_validate(given | more)


def season_of(rules: Rubric, *sent: Submission) -> Season:
    cards = tuple(assess(each, rules) for each in sent)
    return Season(
        format="scorecard-results/1",
        tool="",
        as_of=AS_OF,
        rubric=RubricUsed(rules.id, rules.edition, Text("", ""), "", ""),
        scorecards=cards,
        rankings=rankings(cards, rules),
        awards=awards(cards, rules),
        problems=(),
        inputs=(),
    )


def one_share(**more: Any) -> Rubric:
    return rubric(criterion("k", indicators=[indicator("i")]), **more)


def two_criteria(**more: Any) -> Rubric:
    """Two criteria of equal weight: closed reports, and archived ones."""
    archived = indicator("j", measure=share("arsip", "masuk"))
    parts = (
        criterion("k", "50", indicators=[indicator("i")]),
        criterion("l", "50", indicators=[archived]),
    )
    return rubric(*parts, **more)


def of(found: Robustness, code: str) -> RankRange:
    return next(each for each in found.ranks if each.participant == code)


# --- tables: Beta posteriors and marks drawn again ------------------------------------


def test_without_any_case_a_share_follows_the_arcsine_law():
    """Beta(1/2, 1/2) has the quantile sin(pi q / 2) squared."""
    table = share_tables(np.array([0]), np.array([0]))[0]
    middles = (np.arange(len(table)) + 0.5) / len(table)
    assert np.allclose(table, np.sin(np.pi * middles / 2) ** 2, atol=1e-6)


@pytest.mark.parametrize(
    ("of_", "over"), [(0, 3), (3, 3), (10, 10), (1, 4), (53, 54), (271, 273), (5, 1500)]
)
def test_a_share_has_the_mean_and_spread_of_its_posterior(of_: int, over: int) -> None:
    """Beta(a, b): mean a/(a+b), variance ab/((a+b)^2 (a+b+1)) of n+1/2, d-n+1/2."""
    table = share_tables(np.array([of_]), np.array([over]))[0]
    a, b = of_ + 0.5, over - of_ + 0.5
    variance = a * b / ((a + b) ** 2 * (a + b + 1))
    assert table.mean() == pytest.approx(a / (a + b), abs=2e-4)
    assert table.var() == pytest.approx(variance, rel=0.02)


def test_marks_drawn_again_spread_as_all_their_combinations() -> None:
    """Two tickets of two marks: every draw with replacement, listed by hand."""
    tickets = [[1.0, 3.0], [4.0, 4.0]]
    every = [
        np.mean([np.mean(marks) for marks in chosen])
        for pair in product(tickets, repeat=2)
        for chosen in product(*(tuple(product(each, repeat=2)) for each in pair))
    ]
    chance = np.random.Generator(np.random.PCG64(1))
    drawn = np.concatenate([marks_table(tickets, chance) for _ in range(40)])
    assert drawn.mean() == pytest.approx(np.mean(every), abs=0.03)
    assert drawn.var() == pytest.approx(np.var(every), rel=0.05)


# --- places ---------------------------------------------------------------------------


def test_places_skip_after_a_tie_and_ties_are_broken_by_the_next_key() -> None:
    totals = np.array([[80.0, 90.0, 80.0, 10.0], [1.0, 1.0, 1.0, 2.0]])
    none = np.zeros((2, 4))
    assert places([totals, none]).tolist() == [[2, 1, 2, 4], [2, 2, 2, 1]]
    breaker = np.array([[1.0, 0.0, 2.0, 0.0], [3.0, 2.0, 1.0, -np.inf]])
    assert places([totals, breaker]).tolist() == [[3, 1, 2, 4], [2, 3, 4, 1]]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("half_up", [268, 101]), ("half_even", [268, 100]), ("down", [267, 100])],
)
def test_totals_are_rounded_as_the_rubric_rounds_them(mode: Any, expected: Any) -> None:
    # Neither 2.675 nor 1.005 is a binary number: both lie below it.
    assert published(np.array([2.675, 1.005]), 2, mode).tolist() == expected


def test_counted_places_give_mean_percentiles_and_chance_exactly() -> None:
    counted = np.array([0, 5, 90, 5])  # place 1 in 5 draws, 2 in 90, 3 in 5
    assert mean_place(counted) == Fraction(2)
    assert [place_at(counted, Fraction(p)) for p in (5, 6, 50, 95, 96)] == [
        *(1, 2, 2, 2, 3)
    ]
    assert per_cent(counted, 1) == Fraction(5)


def test_nominal_places_are_those_of_the_ranking(sample_results: bytes) -> None:
    season = load_results(sample_results)
    rules = parse_rubric(season.rubric.text, "results.json").rubric
    assert nominal_places(season, rules) == ranked_places(season)


@pytest.mark.parametrize(
    "aggregate", ["weighted_mean", "geometric_mean", "sum", "lowest"]
)
@pytest.mark.parametrize("ranks_on", ["exact", "published"])
@pytest.mark.parametrize("missing", ["zero", "exclude"])
def test_nominal_places_follow_every_rule(aggregate, ranks_on, missing) -> None:
    """Ties, tie rules, absent evidence: forty participants of few figures."""
    rules = two_criteria(
        score={"aggregate": aggregate, "ranks_on": ranks_on, "missing": missing},
        tie_break=[
            {"title": words("l"), "of": "l", "prefer": "lower"},
            {"title": words("masuk"), "quantity": "masuk"},
        ],
    )
    season = season_of(
        rules,
        *(
            submission(f"{n:02}", selesai=n % 7, masuk=7 + 2 * (n % 3))
            if n % 5 == 0
            else submission(
                f"{n:02}", selesai=n % 7, arsip=n % 4, masuk=7 + 2 * (n % 3)
            )
            for n in range(40)
        ),
    )
    assert nominal_places(season, rules) == ranked_places(season)


@pytest.mark.parametrize("ties", ["competition", "dense"])
@pytest.mark.parametrize("prefer", ["higher", "lower"])
def test_nominal_places_follow_the_verbs_of_indices(ties: str, prefer: str) -> None:
    """Standard scores, percent ranks, powers: sixty participants of many figures."""
    made = index_verbs()
    score = made.score.model_copy(update={"ties": ties, "prefer": prefer})
    rules = made.model_copy(update={"score": score})
    given = (
        {key: (n * step) % (11 + 3 * step) for key, step in _STEPS.items() if n % step}
        for n in range(60)
    )
    season = season_of(
        rules, *(submission(f"{n:02}", **each) for n, each in enumerate(given))
    )
    assert len({card.total.low for card in season.scorecards if card.total}) > 20
    assert nominal_places(season, rules) == ranked_places(season)
    cohort = cohort_of(season, rules)
    drawn = trial(cohort, nominal(stated(weights="1"))).total[0]
    exact = [float(card.total.low) for card in cohort.scorecards if card.total]
    assert np.allclose(drawn, exact, atol=1e-12)


_STEPS = {"masuk": 17, "selesai": 23, "arsip": 5, "hari": 13, "lalu": 7}
_STEPS |= {"masuk_lalu": 11}


def nominal_places(season: Season, rules: Rubric) -> dict[str, int]:
    cohort = cohort_of(season, rules)
    found = group_places(trial(cohort, nominal(stated(weights="1"))))[0]
    return {
        card.participant.code: int(place)
        for card, place in zip(cohort.scorecards, found, strict=True)
    }


def ranked_places(season: Season) -> dict[str, int]:
    return {
        standing.participant: standing.place
        for ranking in season.rankings
        for standing in ranking.standings
        if ranking.id == "total" and standing.place is not None
    }


# --- the whole ------------------------------------------------------------------------


def test_three_of_three_is_less_sure_of_first_place_than_a_hundred_is_of_second():
    rules = one_share()
    sent = [("11", 3, 3), ("12", 99, 100), ("13", 60, 100)]
    season = season_of(rules, *(submission(c, selesai=n, masuk=d) for c, n, d in sent))
    found = robustness(season, rules, stated(sampling="true", draws="4000"))
    first, second, third = (of(found, code) for code in ("11", "12", "13"))
    assert [each.nominal for each in (first, second, third)] == [1, 2, 3]
    assert (first.low, first.high) == (1, 3)
    assert (second.low, second.high) == (1, 2)
    assert float(first.mean) > 1.4


def test_the_chance_of_an_award_is_that_of_two_beta_distributions() -> None:
    """P(X > Y) for X of 8/10 and Y of 7/10, summed on a grid of both densities."""
    best = {"id": "b", "title": {"id": "b", "en": "b"}, "places": "1"}
    rules = one_share(awards=[best | {"basis": "assumption"}])
    season = season_of(
        rules,
        submission("11", selesai=8, masuk=10),
        submission("12", selesai=7, masuk=10),
    )
    found = robustness(season, rules, stated(sampling="true", draws="40000"))
    grid = (np.arange(20000) + 0.5) / 20000
    x, y = (
        (w := grid ** (n - 0.5) * (1 - grid) ** (9.5 - n)) / w.sum() for n in (8, 7)
    )
    expected = 100 * float((x * (np.cumsum(y) - y / 2)).sum())
    got = float(of(found, "11").awards[0].per_cent)
    assert got == pytest.approx(expected, abs=1.0)
    (boundary,) = found.boundaries
    assert (boundary.inside, boundary.outside, boundary.overlaps) == ("11", "12", True)
    other = of(found, "12").awards[0].per_cent.replace(".", ",")
    assert boundary.words.id == (
        "Batas penghargaan ini tidak pasti: rentang peringkat Provinsi 11 dan "
        "Provinsi 12 bertumpang tindih. Provinsi 11 meraihnya dalam "
        f"{of(found, '11').awards[0].per_cent.replace('.', ',')} % simulasi, "
        f"Provinsi 12 dalam {other} %."
    )


def test_weights_move_a_total_between_the_ends_that_can_be_computed_by_hand() -> None:
    """80 and 20 against 49 and 52: weights 37.5..62.5 : 37.5..62.5 turn the order."""
    rules = two_criteria()
    season = season_of(
        rules,
        submission("11", selesai=80, arsip=20, masuk=100),
        submission("12", selesai=49, arsip=52, masuk=100),
    )
    found = robustness(season, rules, stated(weights="25", draws="20000"))
    # 11 is ahead where u (80 - 49) > v (52 - 20), u and v even between 0.75 and 1.25.
    u = np.linspace(0.75, 1.25, 4001)
    ahead = np.clip((31 * u / 32 - 0.75) / 0.5, 0, 1).mean()
    assert float(of(found, "11").mean) == pytest.approx(2 - ahead, abs=0.02)


def test_the_geometric_mean_turns_an_order_in_half_of_the_draws() -> None:
    rules = two_criteria()
    season = season_of(
        rules,
        submission("11", selesai=90, arsip=10, masuk=100),  # 50 and 30
        submission("12", selesai=45, arsip=45, masuk=100),  # 45 and 45
    )
    both = stated(aggregates=["weighted_mean", "geometric_mean"], draws="4000")
    found = robustness(season, rules, both)
    assert of(found, "11").nominal == 1
    assert float(of(found, "11").mean) == pytest.approx(1.5, abs=0.03)
    assert (of(found, "11").low, of(found, "11").high) == (1, 2)


def test_a_moved_post_changes_places_only_where_a_cap_is_reached() -> None:
    rules = one_share()
    season = season_of(
        rules,
        submission("11", selesai=96, masuk=100),
        submission("12", selesai=94, masuk=100),
    )
    found = robustness(season, rules, stated(posts="10", draws="20000"))
    # Tied where both are at the cap: best post at or below 94, (94-90)/20 of the draws.
    assert float(of(found, "12").mean) == pytest.approx(2 - 0.2, abs=0.02)


def test_what_is_not_settled_is_even_between_its_ends() -> None:
    quality = indicator(
        "mutu", "50", measure={"verb": "mark", "maximum": "4"}, scale=linear("0", "4")
    )
    rules = rubric(criterion("k", indicators=[indicator("i", "50"), quality]))
    pending = submission("11", selesai=50, masuk=100, marks=(_mark("11", ""),))
    settled = submission("12", selesai=50, masuk=100, marks=(_mark("12", "1"),))
    season = season_of(rules, pending, settled)
    found = robustness(season, rules, stated(weights="1", draws="20000"))
    assert of(found, "11").nominal == 2
    assert float(of(found, "11").mean) == pytest.approx(1.25, abs=0.01)


def _mark(code: str, value: str) -> Mark:
    return replace(mark(value), participant=code)


def test_assessors_who_agree_move_nobody_and_those_who_do_not_do() -> None:
    quality = indicator(
        "mutu", measure={"verb": "mark", "maximum": "4"}, scale=linear("0", "4")
    )
    rules = rubric(criterion("k", indicators=[quality]))

    def by(code: str, *values: str) -> Submission:
        marks = tuple(
            Mark(code, "mutu", str(t), f"P{t}", Fraction(v), mark("1").location)
            for t, v in enumerate(values)
        )
        return submission(code, marks=marks)

    agree = season_of(rules, by("11", "3", "3", "3"), by("12", "2", "2", "2"))
    differ = season_of(rules, by("11", "4", "1", "4"), by("12", "2", "4", "2"))
    drawn = stated(assessors="true")
    assert of(robustness(agree, rules, drawn), "11").mean == "1.00"
    assert 1.1 < float(of(robustness(differ, rules, drawn), "11").mean) < 1.6


def test_leaving_a_criterion_out_moves_those_whom_it_placed() -> None:
    """Without k the order is turned round: places move by 2, 0 and 2; by l nothing."""
    rules = two_criteria()
    sent = [("11", 90, 1), ("12", 50, 2), ("13", 10, 3)]
    season = season_of(
        rules, *(submission(c, selesai=n, arsip=a, masuk=100) for c, n, a in sent)
    )
    found = robustness(season, rules, stated(weights="1"))
    left = {each.criterion: each.mean_change for each in found.left_out}
    assert left == {"k": "1.33", "l": "0.00"}


def test_nobody_changes_the_order_of_others_by_leaving(sample_results: bytes) -> None:
    season = load_results(sample_results)
    rules = parse_rubric(season.rubric.text, "results.json").rubric
    assert robustness(season, rules, stated(weights="10", draws="1")).reversals == 0


# --- what drives the ranking ----------------------------------------------------------


def test_variance_shares_of_the_ishigami_function() -> None:
    """Closed form for a = 7, b = 0.1 (Ishigami and Homma 1990)."""
    a, b, draws = 7.0, 0.1, 1 << 17

    def ishigami(x: Any) -> Any:
        return np.sin(x[0]) + a * np.sin(x[1]) ** 2 + b * x[2] ** 4 * np.sin(x[0])

    chance = np.random.Generator(np.random.PCG64(3))
    one, other = chance.uniform(-math.pi, math.pi, (2, 3, draws))
    swapped = [np.where(np.arange(3)[:, None] == g, other, one) for g in range(3)]
    shares = variance_shares(
        ishigami(one), ishigami(other), np.array([ishigami(x) for x in swapped])
    )
    pi4 = math.pi**4
    variance = a**2 / 8 + b * pi4 / 5 + b**2 * pi4**2 / 18 + 1 / 2
    first = [(1 + b * pi4 / 5) ** 2 / 2 / variance, a**2 / 8 / variance, 0]
    both = 8 * b**2 * pi4**2 / 225 / variance
    total = [first[0] + both, first[1], both]
    assert shares is not None
    assert shares.first == pytest.approx(first, abs=0.01)
    assert shares.total == pytest.approx(total, abs=0.01)


def test_nothing_drives_what_does_not_vary() -> None:
    same = np.ones(8)
    assert variance_shares(same, same, np.ones((2, 8))) is None


def test_only_what_moves_places_drives_them() -> None:
    """Shares of thousands of cases stay; the two means turn the order."""
    rules = two_criteria()
    season = season_of(
        rules,
        submission("11", selesai=90_000, arsip=10_000, masuk=100_000),
        submission("12", selesai=45_000, arsip=45_000, masuk=100_000),
    )
    drawn = stated(
        sampling="true",
        aggregates=["weighted_mean", "geometric_mean"],
        variance_draws="2000",
    )
    found = robustness(season, rules, drawn)
    shares = {each.group: (each.first, each.total) for each in found.drivers}
    assert shares.keys() == {"aggregate", "sampling"}
    assert shares["sampling"] == ("0.00", "0.00")
    assert float(shares["aggregate"][0] or 0) == pytest.approx(1, abs=0.06)


# --- the same bytes -------------------------------------------------------------------


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "results.json"
    path.write_bytes(results_json(handmade_season()))
    return path


def test_one_seed_gives_the_same_bytes_for_one_and_two_workers(results, capsys):
    def said(*words: str) -> str:
        command = ["robustness", str(results), "--draws", "700", *words]
        assert main(command) == 0
        return str(capsys.readouterr().out)

    first = said("--json", "--workers", "1")
    assert first == said("--json", "--workers", "2") == said("--json")
    assert first != said("--json", "--seed", "1")
    assert json.loads(first)["draws"] == 700


def test_the_screen_shows_ranges_boundaries_and_what_matters(results, capsys):
    assert main(["--lang", "id", "robustness", str(results), "--draws", "200"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for said in (
        "Kekokohan peringkat",
        "200 simulasi, benih 2025",
        "Rentang 5–95 %",
        "Bila satu aspek tidak dihitung",
        "Apa yang menggerakkan peringkat",
        "Bila seorang peserta keluar, urutan peserta lain tidak berubah.",
    ):
        assert said in out


def test_the_workbook_holds_the_same_figures_in_the_same_bytes(
    results, tmp_path, capsys
):
    made = tmp_path / "kekokohan.xlsx"
    command = ["robustness", str(results), "--draws", "200", "--json", "--xlsx"]
    assert main([*command, str(made)]) == 0
    found = json.loads(capsys.readouterr().out)
    first = made.read_bytes()
    book = load_workbook(made)
    assert book.sheetnames == [
        "Rentang peringkat",
        "Batas penghargaan",
        "Bila satu aspek tidak dihitung",
        "Penggerak peringkat",
        "Yang diacak",
    ]
    rows = book["Rentang peringkat"].iter_rows(min_row=5, values_only=True)
    shown = [(row[2], row[1], row[4], row[5], row[6]) for row in rows if row[2]]
    keys = ("participant", "nominal", "low", "high", "median")
    drawn = [tuple(each[key] for key in keys) for each in found["ranks"]]
    assert shown == [*drawn, ("72", "tidak ada nilai", "–", "–", "–")]
    made.unlink()
    assert main([*command, str(made), "--workers", "2"]) == 0
    assert made.read_bytes() == first


def test_an_award_that_nobody_else_may_win_says_how_sure_that_is() -> None:
    """At least 80 points: 10 of 1000 never has them, 79 of 100 in some draws."""
    best = {"id": "b", "title": {"id": "b", "en": "b"}, "places": "2"}
    least = {"least_points": [{"of": "k", "points": "80"}]}
    rules = one_share(awards=[best | least | {"basis": "assumption"}])
    sure = season_of(
        rules,
        submission("11", selesai=990, masuk=1000),
        submission("12", selesai=10, masuk=1000),
    )
    found = robustness(sure, rules, stated(sampling="true"))
    (boundary,) = found.boundaries
    assert (boundary.inside, boundary.outside, boundary.overlaps) == ("11", "", False)
    assert boundary.words.en == (
        "Nobody else meets this award's conditions, nor in any draw. Provinsi 11 wins "
        "it in 100.0 % of the draws."
    )
    near = season_of(
        rules,
        submission("11", selesai=990, masuk=1000),
        submission("12", selesai=79, masuk=100),
    )
    found = robustness(near, rules, stated(sampling="true"))
    (boundary,) = found.boundaries
    assert (boundary.outside, boundary.overlaps) == ("12", True)
    chance = of(found, "12").awards[0].per_cent
    assert 30 < float(chance) < 60
    assert boundary.words.en == (
        "This award's boundary is not certain: in the evaluation nobody else meets its "
        "conditions. Provinsi 11 wins it in 100.0 % of the draws, Provinsi 12 in "
        f"{chance} %."
    )


def test_who_has_no_total_is_named_as_not_drawn(results, capsys):
    command = ["--lang", "en", "robustness", str(results), "--draws", "50"]
    assert main([*command, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["not_drawn"] == ["72"]
    assert main(command) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Not drawn, for want of a total (1): Sulawesi Tengah." in out


def test_a_rubric_that_states_nothing_is_told_what_to_add(tmp_path, capsys):
    loaded = loaded_rubric()
    start = loaded.text.index("# What could have been otherwise")
    end = loaded.text.index("certificate:\n")
    text = loaded.text[:start] + loaded.text[end:]
    season = handmade_season()
    digest = sha256(text.encode()).hexdigest()
    used = replace(season.rubric, text=text, sha256=digest)
    path = tmp_path / "results.json"
    path.write_bytes(results_json(replace(season, rubric=used)))
    assert main(["--lang", "en", "robustness", str(path)]) == 2
    assert "Add a part 'robustness' to the rubric" in " ".join(
        capsys.readouterr().err.split()
    )


# --- in the results -------------------------------------------------------------------


@pytest.fixture(scope="session")
def drawn_season() -> Season:
    season, rules = handmade_season(), loaded_rubric().rubric
    return replace(season, robustness=how_sure(season, rules, workers=1))


def test_results_hold_what_was_drawn_whatever_the_number_of_workers(drawn_season):
    by_two = how_sure(handmade_season(), loaded_rubric().rubric, workers=2)
    assert results_json(drawn_season) == results_json(
        replace(drawn_season, robustness=by_two)
    )
    assert load_results(results_json(drawn_season)) == drawn_season
    assert how_sure(handmade_season(), one_share(), workers=1) is None


def test_an_evaluation_draws_and_its_manifest_names_the_seed(sample_results):
    season = load_results(sample_results)
    assert season.robustness is not None
    assert (season.robustness.draws, season.robustness.seed) == (2000, 2025)
    drawn = {each.participant: each.nominal for each in season.robustness.ranks}
    assert drawn == ranked_places(season)
    listed = manifest(season, (), "", seal(season), look=None).content
    assert json.loads(listed)["seed"] == 2025


def test_records_that_are_sealed_do_not_rest_on_what_was_drawn(drawn_season):
    assert seal(drawn_season).root == seal(handmade_season()).root


def test_the_command_shows_what_the_results_hold(drawn_season, tmp_path, capsys):
    """A doctored figure shows that nothing was drawn; another seed draws."""
    found = drawn_season.robustness
    first = replace(found.ranks[0], mean="7.77")
    held = replace(found, ranks=(first, *found.ranks[1:]))
    path = tmp_path / "results.json"
    path.write_bytes(results_json(replace(drawn_season, robustness=held)))

    def mean(*words: str) -> str:
        assert main(["robustness", str(path), "--json", *words]) == 0
        return str(json.loads(capsys.readouterr().out)["ranks"][0]["mean"])

    assert mean() == "7.77"
    assert mean("--seed", "2025", "--draws", "2000") == "7.77"
    assert mean("--seed", "1") != "7.77"


def test_evaluate_and_rank_tell_how_sure_first_places_are(
    drawn_season, tmp_path, capsys
):
    path = tmp_path / "results.json"
    path.write_bytes(results_json(drawn_season))
    leader = next(each for each in drawn_season.robustness.ranks if each.nominal == 1)
    assert main(["--lang", "en", "rank", str(path)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "How sure that is (2,000 draws, seed 2025; details: scorecard" in out
    assert (
        f"Provinces: {leader.name} is placed first in {leader.leads} % of the draws."
        in out
    )
    assert main(["rank", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["robustness"]
    assert shown["ranks"][0]["leads"] == drawn_season.robustness.ranks[0].leads


def test_the_recap_holds_the_ranges_and_the_rapor_a_sentence(drawn_season):
    rules = loaded_rubric().rubric
    book = load_workbook(BytesIO(recap_workbook(drawn_season, rules)))
    sheet = book["Rentang peringkat"]
    heads = [cell.value for cell in sheet[4]]
    rows = [
        dict(zip(heads, r, strict=True))
        for r in sheet.iter_rows(5, None, 1, None, True)
    ]
    drawn = of(drawn_season.robustness, "35")
    row = next(each for each in rows if each["Kode"] == "35")
    assert (row["Peringkat terbaik"], row["Peringkat terburuk"]) == (
        drawn.low,
        drawn.high,
    )
    assert f"{row['% peringkat 1']:.1f}" == drawn.leads
    page = " ".join(rapor_html(drawn_season, rules, "35").split())
    assert sure_words(drawn, drawn_season.robustness).id in page
    assert "persentil 5–95" in page
    assert "persentil" not in rapor_html(drawn_season, rules, "72")


def test_figures_that_were_altered_are_told_from_those_of_another_machine(drawn_season):
    """One draw of 2,000 may fall otherwise elsewhere; a place or two do not."""
    found = drawn_season.robustness
    first = found.ranks[0]

    def codes(**other: Any) -> list[tuple[str, str]]:
        ranks = (replace(first, **other), *found.ranks[1:])
        problems = robustness_problems(replace(found, ranks=ranks), found)
        return [(each.code, each.seen) for each in problems]

    mean = f"{float(first.mean) + 0.01:.2f}"
    shown = f"robustness.ranks[0].mean: {first.mean}"
    assert codes() == []
    assert codes(mean=mean) == [("robustness-near", shown)]
    assert codes(mean="9.00") == [("robustness-other", shown)]
    assert [code for code, _ in codes(high=first.high + 3)] == ["robustness-other"]
    (gone,) = robustness_problems(found, None)
    assert gone.code == "robustness-other"


def test_verify_draws_again_what_a_whole_forged_folder_says(drawn_season, tmp_path):
    """All files are made from the forged figure, and all lists agree with them."""
    rules, no_pdf = loaded_rubric().rubric, PdfEngine(False, Text("", ""), "")
    found = drawn_season.robustness
    sure = replace(found.ranks[1], leads="99.9")
    forged = replace(found, ranks=(found.ranks[0], sure, *found.ranks[2:]))

    def codes(season: Season, name: str) -> list[str]:
        made = artifacts(season, rules, workers=1, pdf=no_pdf)
        write(made, tmp_path / name)
        verified = verify_folder(tmp_path / name, Remaking(no_pdf))
        return [each.code for each in verified.problems]

    assert codes(drawn_season, "as-drawn") == []
    assert codes(replace(drawn_season, robustness=forged), "forged") == [
        "robustness-other"
    ]


def test_the_default_rubric_states_what_is_uncertain():
    assert load_rubric().rubric.robustness is not None
