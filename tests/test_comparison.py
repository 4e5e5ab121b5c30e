"""Two seasons side by side: by hand, by laws, over rubrics and regions that changed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.comparison.thresholds import value_classes
from scorecard.model import Comparison, Development
from scorecard.rubric.comparison import Comparison as Stated
from tests.small import (
    band,
    criterion,
    indicator,
    linear,
    rubric,
    share,
    submission,
    words,
)
from tests.two_seasons import absent, both, named, one_share, row, sent

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TABLE = {
    "indicator": "i",
    "above": ["90", "75"],
    "below": ["50"],
    "basis": "assumption",
}


def of(found: Comparison, code: str) -> Development:
    one = found.development(code)
    assert one is not None
    return one


def codes_by_class(found: Comparison) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {each.id: (each.before, each.after) for each in found.tables[0].classes}


# --- by hand --------------------------------------------------------------------------


def test_a_change_is_one_exact_ratio_minus_another():
    found = both([sent("21", 1, 3)], [sent("21", 271, 273)])
    total = of(found, "21").total
    assert total.low == total.high == Fraction(27100, 273) - Fraction(100, 3)
    assert (total.before.shown, total.after.shown) == ("33.33", "99.27")
    assert total.shown == "65.93"  # 65.934, not 99.27 - 33.33 = 65.94


def test_band_place_and_indicators_stand_beside_the_total():
    found = both([sent("11", 40), sent("12", 60)], [sent("11", 90), sent("12", 55)])
    one = of(found, "11")
    assert (one.band_before.id, one.band_after.id) == ("c", "a")
    assert (one.band_change, one.place_before, one.place_after) == (2, 2, 1)
    assert one.place_change == 1
    assert of(found, "12").place_change == -1
    change = one.indicator("i")
    assert (change.value.shown, change.points.shown) == ("50.00", "50.00")


def test_who_rose_most_stands_first_and_ties_share_a_place():
    found = both(
        [sent("11", 10), sent("12", 20), sent("13", 50), sent("14", 90)],
        [sent("11", 40), sent("12", 50), sent("13", 60), sent("14", 80)],
    )
    told = [(m.place, m.participant, m.shown, m.shared) for m in found.movers]
    assert told == [
        (1, "11", "30.00", True),
        (1, "12", "30.00", True),
        (3, "13", "10.00", False),
        (4, "14", "-10.00", False),
    ]


def test_a_category_has_its_mean_and_median_before_and_after():
    found = both(
        [sent("11", 10), sent("12", 20), sent("13", 60)],
        [sent("11", 40), sent("12", 20), sent("13", 50), sent("14", 70)],
    )
    (one,) = found.categories
    assert (one.counted_before, one.counted_after) == (3, 4)
    assert (one.mean.before.shown, one.mean.after.shown) == ("30.00", "45.00")
    assert (one.median.before.shown, one.median.after.shown) == ("20.00", "45.00")
    assert (one.rose, one.fell, one.same) == (1, 1, 1)
    assert one.mean.low is None  # four are no mean of three that changed
    assert one.mean.reason.en.startswith("Not the same participants")


def test_a_mean_of_the_same_participants_has_its_change():
    found = both([sent("11", 10), sent("12", 20)], [sent("11", 40), sent("12", 20)])
    assert found.categories[0].mean.shown == "15.00"


def test_who_entered_and_who_left_have_no_change_and_say_so():
    found = both([sent("11", 50), sent("12", 60)], [sent("11", 60), sent("13", 70)])
    assert [p.presence for p in found.participants] == ["both", "entered", "left"]
    entered, left = of(found, "13"), of(found, "12")
    assert entered.total.low is None
    assert entered.total.reason.en == "Before: not in that season."
    assert left.total.reason.id == "Sesudahnya tidak ada pada musim itu."
    assert (left.place_before, left.place_after) == (1, None)


def test_who_sent_nothing_before_did_not_rise_from_zero():
    found = both([absent("11"), sent("12", 1)], [sent("11", 60), sent("12", 2)])
    total = of(found, "11").total
    assert total.before.state == "not_submitted"
    assert (total.low, total.shown) == (None, "")
    assert total.reason.en == "Before: not submitted."
    assert [m.participant for m in found.movers] == ["12"]


def test_missing_evidence_before_is_no_zero_of_the_indicator():
    rules = one_share(score={"missing": "zero"})
    found = both([submission("11")], [sent("11", 60)], rules=(rules, rules))
    change = of(found, "11").indicator("i")
    assert change.value.before.state == change.points.before.state == "missing"
    assert change.points.low is None
    assert change.value.reason.id == "Sebelumnya tidak ada bukti."


def test_an_open_total_gives_the_least_and_the_greatest_change():
    marked = indicator("mutu", "50", measure={"verb": "mark", "maximum": "4"})
    parts = [indicator("i", "50"), marked | {"scale": linear("0", "4")}]
    rules = rubric(criterion("k", indicators=parts))
    found = both([sent("11", 60)], [sent("11", 80)], rules=(rules, rules))
    total = of(found, "11").total
    assert total.before.state == "interval"
    assert (total.before.shown, total.after.shown) == ("30.00–80.00", "40.00–90.00")
    assert (total.low, total.high, total.shown) == (-40, 60, "-40.00–60.00")
    assert found.movers == ()


# --- laws -----------------------------------------------------------------------------

recaps = st.lists(
    st.tuples(st.integers(1, 500), st.integers(0, 500)).map(
        lambda pair: (pair[0], min(pair))
    ),
    min_size=1,
    max_size=6,
)


def season(figures: list[tuple[int, int]]) -> list:
    return [sent(f"{11 + n}", done, all_) for n, (all_, done) in enumerate(figures)]


@laws
@given(recaps)
def test_a_season_beside_itself_changes_nothing(figures: list[tuple[int, int]]) -> None:
    found = both(season(figures), season(figures))
    for each in found.participants:
        assert each.total.settled == 0
        assert each.place_change == each.band_change == 0
        assert all(c.value.settled == c.points.settled == 0 for c in each.indicators)
    assert all(m.place == 1 and m.change == 0 for m in found.movers)
    assert found.rubric_changes == found.regions == ()


@laws
@given(recaps, recaps)
def test_swapping_the_seasons_negates_every_change(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    there, back = both(season(one), season(other)), both(season(other), season(one))
    for each in there.participants:
        mirrored = of(back, each.participant.code)
        if each.total.settled is None:
            assert mirrored.total.settled is None
            continue
        assert mirrored.total.settled == -each.total.settled
        assert mirrored.place_change == -each.place_change
        assert mirrored.band_change == -each.band_change


@laws
@given(
    st.lists(st.integers(0, 100), unique=True, max_size=4),
    st.lists(st.integers(0, 100), unique=True, max_size=4),
    st.fractions(0, 100),
)
def test_every_value_is_in_exactly_one_class(
    above: list[int], below: list[int], value: Fraction
) -> None:
    above.sort(reverse=True)
    below = sorted((b for b in below if not above or b <= above[-1]), reverse=True)
    limits = {"above": [str(a) for a in above], "below": [str(b) for b in below]}
    stated = Stated.model_validate({"indicator": "i", "basis": "assumption"} | limits)
    assert sum(each.holds(value) for each in value_classes(stated)) == 1


# --- thresholds -----------------------------------------------------------------------


def test_thresholds_are_strict_as_such_counts_are_published():
    rules = one_share(comparison=TABLE)
    values = {"11": 90, "12": 91, "13": 75, "14": 76, "15": 50, "16": 49}
    after = [sent(code, done) for code, done in values.items()]
    before = [sent("11", 91), sent("12", 20), absent("13")]
    found = both(before, after, rules=(rules, rules))
    assert codes_by_class(found) == {
        "above-90": (("11",), ("12",)),
        "above-75": ((), ("11", "14")),
        "between": ((), ("13", "15")),
        "below-50": (("12",), ("16",)),
        "unknown": (("13",), ()),
    }


def test_just_above_is_above_however_it_is_rounded():
    """90.0001 per cent is published as 90.00 and is above 90 all the same."""
    rules = one_share(comparison=TABLE)
    found = both([], [sent("11", 900_001, 1_000_000)], rules=(rules, rules))
    assert of(found, "11").total.after.shown == "90.00"
    assert codes_by_class(found)["above-90"] == ((), ("11",))


def test_a_table_names_its_classes_and_its_definition():
    rules = one_share(comparison=TABLE)
    found = both([sent("11", 1)], [sent("11", 2)], rules=(rules, rules))
    table = found.tables[0]
    assert [each.title.id for each in table.classes] == [
        *("di atas 90", "di atas 75 sampai 90", "50 sampai 75", "di bawah 50"),
        "belum diketahui",
    ]
    assert table.definition.id == "selesai ÷ masuk"


# --- rubrics that changed -------------------------------------------------------------


def test_another_measure_is_not_comparable_and_says_why():
    fair = indicator("i", measure=share("selesai", "masuk", "arsip"))
    rules = (one_share(), rubric(criterion("k", indicators=[fair])))
    found = both([sent("11", 50)], [sent("11", 60)], rules=rules)
    change = of(found, "11").indicator("i")
    assert (change.value.low, change.points.low) == (None, None)
    assert change.value.reason.en == (
        "Not comparable, because it is measured otherwise (less)."
    )
    assert change.value.before.shown == "50.00"  # both stand there all the same
    total = of(found, "11").total
    assert total.low is None
    assert "the rubric changed" in total.reason.en
    assert found.movers == ()


def test_another_scale_leaves_the_values_comparable():
    steep = indicator("i", scale=linear("0", "50"))
    rules = (one_share(), rubric(criterion("k", indicators=[steep])))
    found = both([sent("11", 20)], [sent("11", 30)], rules=rules)
    change = of(found, "11").indicator("i")
    assert (change.value.shown, change.points.low) == ("10.00", None)
    assert change.points.reason.id == (
        "Poinnya tidak dapat dibandingkan, karena skalanya berubah (best)."
    )


def test_another_weight_is_named_and_makes_totals_incomparable():
    def rules(weight: int) -> object:
        other = indicator("j", str(100 - weight), measure=share("arsip", "masuk"))
        return rubric(
            criterion("k", indicators=[indicator("i", str(weight)), other]),
        )

    sent_ = submission("11", masuk=100, selesai=50, arsip=10)
    found = both([sent_], [sent_], rules=(rules(60), rules(70)))
    assert [each.en for each in found.rubric_changes] == [
        "i: weight 60, now 70",
        "j: weight 40, now 30",
    ]
    assert of(found, "11").indicator("i").points.settled == 0
    assert of(found, "11").total.reason.en == (
        "The totals are not comparable, because the rubric changed: i: weight 60, now"
        " 70; j: weight 40, now 30."
    )


def test_settings_bands_gates_and_tie_rules_that_changed_are_named():
    gate = {"id": "g", "title": words("g"), "of": "i", "below": "10", "cap": "c"}
    tie = {"title": words("masuk"), "quantity": "masuk"}
    bands = {"basis": "assumption", "ranges": [band("a", "0", "100")]}
    more = {"gates": [gate | {"basis": "assumption"}], "tie_break": [tie]}
    strict = one_share(score={"missing": "not_scored", "coverage": "50"}, **more)
    wide = one_share(bands=bands)
    found = both([sent("11", 50)], [sent("11", 50)], rules=(one_share(), strict))
    assert [each.en for each in found.rubric_changes] == [
        "score.missing zero, now not_scored",
        "score.coverage 0, now 50",
        "the gates of the bands differ",
        "the tie rules differ",
    ]
    assert found.totals.id == (
        "Nilai tidak dapat dibandingkan, karena rubriknya berubah: score.missing"
        " zero menjadi not_scored; score.coverage 0 menjadi 50."
    )
    found = both([sent("11", 50)], [sent("11", 50)], rules=(one_share(), wide))
    assert [each.id for each in found.rubric_changes] == ["batas predikat berbeda"]
    one = of(found, "11")
    assert (one.total.settled, one.band_change) == (0, None)


def test_an_indicator_of_one_season_alone_says_so():
    more = indicator("j", "50", measure=share("arsip", "masuk"))
    wide = rubric(criterion("k", indicators=[indicator("i", "50"), more]))
    both_ = submission("11", masuk=100, selesai=50, arsip=10)
    found = both([sent("11", 50)], [both_], rules=(one_share(), wide))
    change = of(found, "11").indicator("j")
    assert change.value.before.state == "absent"
    assert change.value.reason.id == (
        "Tidak dapat dibandingkan: baru diukur pada musim sesudahnya."
    )


def test_wording_and_dates_that_moved_on_are_no_difference():
    def rules(year: int) -> object:
        condition = {"id": "dini", "title": {"id": f"{year}", "en": "x"}}
        condition |= {"points": "100", "test": "dated_by", "field": "mulai"}
        paper = indicator(
            "i",
            title={"id": f"Judul {year}", "en": "x"},
            measure={
                "verb": "document",
                "document": "sk",
                "conditions": [condition | {"by": f"{year + 1}-01-31"}],
            },
            scale={"verb": "checklist"},
        )
        period = {"start": f"{year}-01-01", "end": f"{year}-12-31"}
        return rubric(criterion("k", indicators=[paper]), period=period)

    def paper(year: int) -> object:
        return submission("11", sk__ada=True, sk__mulai=date(year + 1, 1, 30))

    found = both([paper(2023)], [paper(2024)], rules=(rules(2023), rules(2024)))
    assert found.rubric_changes == ()
    assert of(found, "11").total.settled == 0


# --- regions that changed -------------------------------------------------------------


def test_a_region_with_a_new_code_is_compared_under_the_new_one_and_said():
    found = both(
        [sent("91.01", 40, name="Kabupaten Merauke")],
        [sent("93.01", 60, name="Kabupaten Merauke")],
        row("91.01", "93.01", "recoded"),
    )
    one = of(found, "93.01")
    assert (one.presence, one.before_code, one.total.shown) == (
        "both",
        "91.01",
        "20.00",
    )
    assert one.note.id == (
        "Kabupaten Merauke (91.01) kini Kabupaten Merauke (93.01) sejak 1 Juli 2024"
        " (UU 93.01)."
    )
    assert found.regions[0].kind == "recoded"
    assert len(found.participants) == 1


def test_an_office_follows_its_region():
    found = both(
        [sent("91.01:dinas-a", 40)],
        [sent("93.01:dinas-a", 60)],
        row("91.01", "93.01", "recoded"),
    )
    assert of(found, "93.01:dinas-a").total.shown == "20.00"


def test_a_split_copies_nothing_and_shows_the_parent_beside():
    found = both(
        [sent("91", 40, name="Papua")],
        [sent("91", 50, name="Papua"), sent("93", 60, name="Papua Selatan")],
        row("91", "93", "split"),
    )
    new, parent = of(found, "93"), of(found, "91")
    assert (new.presence, new.total.low, new.before_code) == ("entered", None, "")
    assert [(each.code, each.total.shown) for each in new.beside] == [("91", "40.00")]
    assert "tidak disalin" in new.note.id
    assert parent.total.shown == "10.00"
    assert parent.note == new.note  # its own territory is another one now
    assert [m.participant for m in found.movers] == ["91"]


def test_merged_regions_are_not_added_up():
    found = both(
        [sent("11", 40), sent("12", 60)],
        [sent("13", 80)],
        row("11", "13", "merged"),
        row("12", "13", "merged"),
    )
    one = of(found, "13")
    assert one.total.low is None
    assert [each.code for each in one.beside] == ["11", "12"]
    assert len(found.regions) == 1
    assert of(found, "11").presence == "left"
    assert of(found, "11").note == one.note


def test_a_renamed_region_says_both_names():
    found = both(
        [sent("12.12", 40, name="Kabupaten Toba Samosir")],
        [sent("12.12", 60, name="Kabupaten Toba")],
        row("12.12", "12.12", "renamed"),
    )
    one = of(found, "12.12")
    assert (one.before_name, one.total.shown) == ("Kabupaten Toba Samosir", "20.00")
    assert one.note.en.startswith("Kabupaten Toba Samosir (12.12) is called")


def test_a_code_that_was_given_to_another_region_is_not_confused():
    """12.01 became 12.02, and the old 12.02 became 12.03, between the two seasons."""
    found = both(
        [sent("12.01", 10, name="Satu"), sent("12.02", 50, name="Dua")],
        [sent("12.02", 20, name="Satu"), sent("12.03", 70, name="Dua")],
        row("12.01", "12.02", "recoded"),
        row("12.02", "12.03", "recoded"),
    )
    assert of(found, "12.02").total.shown == "10.00"
    assert of(found, "12.03").total.shown == "20.00"
    assert all(each.presence == "both" for each in found.participants)


def test_a_table_of_old_changes_does_not_disturb_seasons_after_them():
    found = both(
        [sent("12.02", 10), sent("12.03", 20)],
        [sent("12.02", 20), sent("12.03", 40)],
        row("12.01", "12.02", "recoded", date(2020, 1, 1)),
        row("12.02", "12.03", "recoded", date(2020, 1, 1)),
    )
    assert of(found, "12.02").before_code == "12.02"
    assert found.regions == ()


def test_a_late_row_takes_no_code_from_who_still_has_it():
    """12.02 goes on as itself; 12.03 entered, whatever became of codes long ago."""
    found = both(
        [sent("12.02", 10)],
        [sent("12.02", 20), sent("12.03", 40)],
        row("12.02", "12.03", "recoded", date(2020, 1, 1)),
    )
    assert of(found, "12.02").total.shown == "10.00"
    assert of(found, "12.03").presence == "entered"


codes = st.sampled_from(["11", "12", "13", "14"])
rows = st.builds(
    row,
    codes,
    codes,
    st.sampled_from(["recoded", "renamed", "split", "merged"]),
    st.sampled_from([date(2020, 1, 1), date(2024, 7, 1)]),
)


@laws
@given(st.sets(codes), st.sets(codes), st.lists(rows, max_size=6))
def test_whatever_the_table_says_nobody_is_lost_or_counted_twice(
    before: set[str], after: set[str], table: list
) -> None:
    found = both(
        [sent(code, 10) for code in sorted(before)],
        [sent(code, 20) for code in sorted(after)],
        *table,
    )
    there = [each for each in found.participants if each.presence != "left"]
    assert {each.participant.code for each in there} == after
    then = [each.before_code for each in found.participants if each.before_code]
    assert sorted(then) == sorted(before)


@pytest.mark.parametrize("name", ["", "Lain"])
def test_a_name_alone_pairs_nobody(name: str) -> None:
    found = both([named(sent("11", 40), name)], [named(sent("12", 50), name)])
    assert {each.presence for each in found.participants} == {"entered", "left"}
