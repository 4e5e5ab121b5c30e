"""Two seasons in the report: lines, who rose most, and every figure."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from scorecard.comparison.comparing import compared
from scorecard.comparison.developments import OneSeason
from scorecard.pages.report.changes import changes
from scorecard.pages.report.slope import _apart, _End
from scorecard.pages.report.view import view_of
from tests.handmade_season import handmade_season, loaded_rubric
from tests.national import national_season
from tests.test_report_page import details, page_of, text_of


@pytest.fixture(scope="module")
def season():
    """Twenty-six regions of Aceh, compared with made-up figures of the year before."""
    rubric = loaded_rubric().rubric
    before, after = national_season(26, "before"), national_season(26)
    found = compared(OneSeason(before, rubric), OneSeason(after, rubric))
    return replace(after, comparison=found)


@pytest.fixture(scope="module")
def told(season):
    return changes(view_of(season, loaded_rubric().rubric, "id", "pdf"))


def test_without_an_earlier_season_nothing_is_told():
    season = handmade_season()
    assert changes(view_of(season, loaded_rubric().rubric, "id", "pdf")) is None
    assert 'id="changed"' not in page_of(season)


def test_a_line_stands_for_each_who_has_two_settled_totals(season, told):
    for each in told.categories:
        members = [e for e in season.comparison.participants if e.total.low is not None]
        names = {row.name for row in each.rows}
        lines = [e for e in members if e.participant.name in names]
        assert each.drawn.count('class="slope ') == len(lines)


def test_who_rose_most_is_named_with_the_change(season, told):
    first = next(m for m in season.comparison.movers if m.category == "kabupaten")
    kabupaten = next(each for each in told.categories if each.title == "Kabupaten")
    shown = first.shown.replace(".", ",")
    assert kabupaten.movers[0] == f"{first.name} +{shown}"


def test_every_figure_stands_in_a_table_too(season):
    words = text_of(page_of(season))
    for each in season.comparison.participants:
        if each.total.low is not None:
            assert each.total.after.shown.replace(".", ",") in words


def test_a_participants_page_says_how_it_did_before(season):
    people, word = details(page_of(season))
    own = next(e for e in season.comparison.participants if e.total.low is not None)
    remarks = [word(each) for each in people[own.participant.code]["remarks"]]
    assert any(
        each.startswith("Dibandingkan musim sebelumnya: nilai") for each in remarks
    )


def test_names_never_stand_on_each_other_nor_below_the_foot():
    downs = [
        each.down for each in _apart([_End("a", 340), _End("b", 345), _End("c", 350)])
    ]
    assert downs == [318, 335, 352]


def test_of_many_lines_only_those_who_changed_most_are_named():
    rubric = loaded_rubric().rubric
    before, after = national_season(60, "before"), national_season(60)
    found = compared(OneSeason(before, rubric), OneSeason(after, rubric))
    told = changes(view_of(replace(after, comparison=found), rubric, "en", "pdf"))
    crowded = max(told.categories, key=lambda each: len(each.rows))
    assert crowded.drawn.count('class="slope ') > 20
    assert len(re.findall("slope-name end", crowded.drawn)) == 10
