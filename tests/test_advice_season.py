"""Advice on the sample season: each repair, made, gives exactly what was stated."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from scorecard.advice.advising import Advice, advise, repairs_of_all
from scorecard.advice.changes import applied
from scorecard.advice.entrants import entrants
from scorecard.advice.gains import Gain, certain
from scorecard.advice.listed import listed
from scorecard.advice.places import where
from scorecard.advice.repairs import SIGNS, apply
from scorecard.advice.sent import as_sent, reached_with, scorecard_with
from scorecard.awards import awards
from scorecard.cli.choices import shipped_rubrics
from scorecard.evidence.alone import read_alone
from scorecard.evidence.marks import read_marks
from scorecard.evidence.submission import read_season
from scorecard.model import Ranking, Scorecard, Submission
from scorecard.number import display
from scorecard.pages.figures import score_text
from scorecard.pages.rapor import rapor_html
from scorecard.ranking import rankings
from scorecard.results import load_results, results_json
from scorecard.rubric.load import load_rubric
from scorecard.run import evaluate, repairs_by, season, submission_of
from scorecard.scoring import assess
from tests.mended_inputs import mend

INPUTS = Path(__file__).parent.parent / "inputs"
LOADED = load_rubric(None)
RUBRIC = LOADED.rubric
READING = read_season(INPUTS, RUBRIC)
SEASON = season(READING, LOADED, RUBRIC.as_of)
SENT = tuple(each for each in READING.submissions if each.submitted)
ADVICE = {
    each.participant.code: advise(each, SEASON.scorecards, RUBRIC) for each in SENT
}
LISTED = tuple(repairs_of_all(SENT, SEASON.scorecards, RUBRIC))
FROM_RESULTS = load_results(results_json(replace(SEASON, repairs=LISTED)))
MARKS = "_season/marks"
CODES = frozenset(each.participant.code for each in SEASON.scorecards)
everyone = pytest.mark.parametrize(
    "submission", SENT, ids=lambda each: each.participant.code
)


@everyone
def test_the_total_that_is_sought_is_the_scorecard_s(submission: Submission) -> None:
    sent = as_sent(submission, RUBRIC)
    for gain in ADVICE[submission.participant.code].gains:
        quick = reached_with(gain.repair.changes, sent)
        whole = scorecard_with(gain.repair.changes, sent)
        assert (quick.total, quick.band) == (whole.total, whole.band), gain.repair.id
        assert (quick.gates, quick.coverage) == (whole.gates, whole.coverage)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_repairs_are_the_same_by_any_number_of_workers(workers: int) -> None:
    among = entrants(SEASON.scorecards, RUBRIC, awarded=False)
    assert repairs_by(workers, READING.submissions, among) == LISTED


def place_in(found: Sequence[Ranking], category: str, code: str) -> int | None:
    return next(
        standing.place
        for ranking in found
        if (ranking.id, ranking.category) == ("total", category)
        for standing in ranking.standings
        if standing.participant == code
    )


@everyone
def test_every_repair_gives_exactly_its_gain_band_place_and_awards(submission):
    code, category = submission.participant.code, submission.participant.category
    before = SEASON.scorecard(code)
    for gain in ADVICE[code].gains:
        after = assess(apply(submission, gain.repair), RUBRIC)
        everybody = tuple(after if s is before else s for s in SEASON.scorecards)
        assert certain(after) - certain(before) == gain.points > 0, gain.repair.id
        assert after == gain.after.scorecard
        assert place_in(rankings(everybody, RUBRIC), category, code) == gain.after.place
        mine = [a for a in awards(everybody, RUBRIC) if a.participant == code]
        assert {a for a in mine if a.status != "denied"} == set(gain.after.awards)


@everyone
def test_the_shortest_list_reaches_the_next_band_and_no_part_of_it_does(submission):
    advice = ADVICE[submission.participant.code]
    if advice.plan is None:
        # The best band is reached, or a gate holds it that no repair opens.
        assert advice.next_band is None or advice.before.scorecard.gates
        return

    def band_after(repairs):
        changes = (change for repair in repairs for change in repair.changes)
        return assess(applied(submission, changes), RUBRIC)

    after = band_after(advice.plan.repairs)
    assert after == advice.plan.after.scorecard
    assert after.band.low == advice.next_band.id
    for left_out in advice.plan.repairs:
        rest = [each for each in advice.plan.repairs if each is not left_out]
        assert band_after(rest).band.low == before_band(advice)


def before_band(advice: Advice) -> str:
    band = advice.before.scorecard.band
    assert band is not None
    return band.low


def test_repairs_stand_in_the_order_of_gain_for_effort():
    for advice in ADVICE.values():
        worth = [gain.points / gain.repair.effort for gain in advice.gains]
        assert worth == sorted(worth, reverse=True)


def test_who_has_the_best_band_is_shown_repairs_but_no_list():
    advice = ADVICE["75.03"]
    assert (advice.next_band, advice.plan) == (None, None)
    assert len(advice.gains) == 3


# --- in results.json and on the rapor ----------------------------------------------


def test_results_list_the_repairs_that_advise_shows():
    for code, advice in ADVICE.items():
        mine = tuple(each for each in LISTED if each.participant == code)
        assert mine == tuple(listed(gain, RUBRIC) for gain in advice.gains)


@everyone
def test_the_rapor_shows_the_gains_that_advise_shows(submission):
    code = submission.participant.code
    page = rapor_html(FROM_RESULTS, RUBRIC, code)
    shown = re.findall(
        r'<td>([^<]*) <span class="where">([^<]*)</span>[^\n]*?</td>'
        r'<td class="n gain">(.*?)</td><td class="n">(.*?)</td><td>(.*?)</td></tr>',
        page,
    )
    told = [
        (
            repair.title.id,
            where(repair).id,
            f"{SIGNS[repair.hold]} +{display(gain.points, 2, 'id')}".strip(),
            score_text(gain.after.scorecard.total, "id"),
            gain.after.scorecard.band.title.id,
        )
        for gain in ADVICE[code].gains
        for repair in [listed(gain, RUBRIC)]
    ]
    rows = [tuple(map(unescape, row)) for row in shown]
    assert rows
    assert set(rows) <= set(told)
    # One an indicator: the first that advise lists for it.
    first = {
        gain.repair.indicator: row
        for gain, row in reversed(list(zip(ADVICE[code].gains, told, strict=True)))
        if ADVICE[code].before.scorecard.finding(gain.repair.indicator).state
        != "pending"
    }
    assert sorted(rows) == sorted(first.values())


# --- in the files themselves -------------------------------------------------------


@everyone
def test_every_repair_made_in_the_files_gives_its_gain_band_and_place(
    submission, tmp_path
):
    code, category = submission.participant.code, submission.participant.category
    before = SEASON.scorecard(code)
    for gain in ADVICE[code].gains:
        after = scorecard_of_mended_files(tmp_path, gain, submission)
        stated = gain.after.scorecard
        assert certain(after) - certain(before) == gain.points, gain.repair.id
        assert after.total == stated.total, gain.repair.id
        assert (after.band, after.gates) == (stated.band, stated.gates), gain.repair.id
        everybody = tuple(after if s is before else s for s in SEASON.scorecards)
        assert place_in(rankings(everybody, RUBRIC), category, code) == gain.after.place


def scorecard_of_mended_files(
    folder: Path, gain: Gain, submission: Submission
) -> Scorecard:
    """Make a repair in copies of the participant's files and read those again."""
    inputs = folder / "inputs"
    shutil.rmtree(inputs, ignore_errors=True)
    stem = submission.path.removesuffix(".xlsx")
    for source in (*INPUTS.glob(f"{stem}*"), *INPUTS.glob(MARKS)):
        copy = inputs / source.relative_to(INPUTS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy)
        else:
            shutil.copy(source, copy)
    mend(inputs, gain.repair, submission, RUBRIC)
    before = SEASON.scorecard(submission.participant.code)
    marks = read_marks(inputs / MARKS, MARKS, RUBRIC, CODES).marks
    mine = tuple(each for each in marks if each.participant == before.participant.code)
    again = submission_of(before, inputs, RUBRIC)
    return assess(replace(again, marks=mine), RUBRIC)


@pytest.mark.parametrize(
    ("code", "kind"), [("21", "marks"), ("21", "paper"), ("32.04", "tickets")]
)
def test_a_repair_made_in_the_files_gives_its_place_in_a_whole_run(
    code, kind, tmp_path
):
    submission = next(each for each in SENT if each.participant.code == code)
    gain = next(g for g in ADVICE[code].gains if g.repair.kind == kind)
    inputs = tmp_path / "inputs"
    shutil.copytree(INPUTS, inputs)
    mend(inputs, gain.repair, submission, RUBRIC)
    again = evaluate(inputs, LOADED, RUBRIC.as_of)
    assert again.scorecard(code).total == gain.after.scorecard.total
    assert again.scorecard(code).band == gain.after.scorecard.band
    category = submission.participant.category
    assert place_in(again.rankings, category, code) == gain.after.place


def test_the_marks_of_a_scorecard_stay_when_its_evidence_is_read_again():
    for before in SEASON.scorecards:
        if before.outcome != "not_submitted":
            again = assess(submission_of(before, INPUTS, RUBRIC), RUBRIC)
            assert again == before, before.participant.code


@pytest.mark.parametrize("name", shipped_rubrics())
@pytest.mark.parametrize("source", ["32.04-kabupaten-bandung", "72-sulawesi-tengah"])
def test_advice_by_every_shipped_rubric_is_exact(name, source):
    rubric = load_rubric(shipped_rubrics()[name]).rubric
    for submission in read_alone(INPUTS / source, rubric).submissions:
        before = assess(submission, rubric)
        advice = advise(submission, (), rubric)
        for gain in advice.gains:
            after = assess(apply(submission, gain.repair), rubric)
            assert after == gain.after.scorecard
            assert certain(after) - certain(before) == gain.points > 0
