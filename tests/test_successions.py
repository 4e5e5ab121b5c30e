"""The table of regions that changed: what is shipped, and what a season adds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from scorecard.errors import ExitCode, ScorecardError
from scorecard.evidence.regions import regions
from scorecard.evidence.successions import (
    doubts,
    read_successions,
    shipped_successions,
)
from scorecard.model import Succession
from tests.two_seasons import both, row, sent

HEAD = "before,after,kind,since,source\n"


def read(tmp_path: Path, text: str, encoding: str = "utf-8"):
    path = tmp_path / "regions.csv"
    path.write_bytes(text.encode(encoding))
    return read_successions(path, "_season/regions.csv")


def test_the_new_provinces_took_over_26_regions_in_2022():
    """20 codes ended with the three provinces of July, 6 with that of December."""
    recoded = [each for each in shipped_successions() if each.kind == "recoded"]
    assert Counter(each.since for each in recoded) == {
        date(2022, 7, 25): 20,
        date(2022, 12, 8): 6,
    }
    assert {each.after for each in recoded} <= regions().keys()
    assert not {each.before for each in recoded} & regions().keys()
    assert len({each.before for each in recoded}) == 26


def test_each_region_of_the_new_provinces_has_its_row():
    new = {c for c in regions() if c[:2] in ("93", "94", "95", "96")}
    assert {each.after for each in shipped_successions()} >= new


def test_every_row_names_its_source():
    assert all(each.source.startswith(("UU ", "PP ")) for each in shipped_successions())


def test_rows_of_a_season_come_before_the_shipped(tmp_path: Path):
    found = read(tmp_path, HEAD + "11.01;x\n11.01,11.99,recoded,2025-05-01,UU 1/2025\n")
    assert found.rows[0] == Succession(
        "11.01", "11.99", "recoded", date(2025, 5, 1), "UU 1/2025"
    )
    assert found.rows[1:] == shipped_successions()
    assert found.entry is not None
    assert [each.code for each in found.problems] == ["succession-row"]


def test_a_table_from_a_spreadsheet_program_is_read(tmp_path: Path):
    found = read(
        tmp_path,
        "\ufeffbefore;after;kind;since;source\r\n11;12;split;2025-01-02;UU\r\n",
    )
    assert found.problems == ()
    assert found.rows[0].kind == "split"


@pytest.mark.parametrize(
    "line",
    [
        "91.01,93.01,pindah,2022-07-25,UU",
        "91.01,93.01,recoded,25/07/2022,UU",
        "91.01,93.01,recoded,2022-07-25,",
        ",93.01,recoded,2022-07-25,UU",
        "91.01,91.01,recoded,2022-07-25,UU",
        "91.01,93.01,renamed,2022-07-25,UU",
    ],
)
def test_a_row_that_is_wrong_is_reported_and_not_used(tmp_path: Path, line: str):
    found = read(tmp_path, f"{HEAD}{line}\n")
    (problem,) = found.problems
    assert problem.code == "succession-row"
    assert problem.location.line == 2
    assert found.rows == shipped_successions()
    assert problem.message.id.startswith("Baris ini tidak dapat dipakai: ")
    assert problem.message.en.startswith("This row cannot be used: ")


def test_two_regions_cannot_both_have_become_one_by_a_new_code(tmp_path: Path):
    lines = "11,13,recoded,2025-01-02,UU\n12,13,recoded,2025-01-02,UU\n"
    assert [p.code for p in read(tmp_path, HEAD + lines).problems] == [
        "succession-twice"
    ]


def test_one_region_cannot_have_become_two_by_new_codes(tmp_path: Path):
    lines = "11,12,recoded,2025-01-02,UU\n11,13,recoded,2025-01-02,UU\n"
    (problem,) = read(tmp_path, HEAD + lines).problems
    assert (problem.code, problem.seen) == ("succession-twice", "11")
    assert (problem.message.id, problem.message.en) == (
        "Kode 11 disebut dua kali pada jenis recoded.",
        "The code 11 stands twice under the kind recoded.",
    )


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "\xff"])
def test_a_file_that_is_no_such_table_stops_the_run(tmp_path: Path, text: str):
    with pytest.raises(ScorecardError) as stopped:
        read(tmp_path, text, "latin-1")
    assert stopped.value.exit_code == ExitCode.INPUT
    (problem,) = stopped.value.problems
    assert problem.code == "succession-unreadable"
    assert problem.message.id.startswith(
        "Tabel perubahan wilayah _season/regions.csv tidak dapat dibaca: "
    )
    assert problem.message.en.startswith(
        "The table of regions that changed, _season/regions.csv, cannot be read: "
    )


def test_merauke_is_followed_into_papua_selatan():
    found = both(
        [sent("91", 40, name="Papua"), sent("91.01", 50, name="Kabupaten Merauke")],
        [
            sent("91", 40, name="Papua"),
            sent("93", 50, name="Papua Selatan"),
            sent("93.01", 60, name="Kabupaten Merauke"),
        ],
        *shipped_successions(),
    )
    assert [(each.kind, each.after) for each in found.regions] == [
        ("recoded", ("93.01",)),
        ("split", ("93",)),
    ]
    assert doubts(found, "results.json") == ()


def test_an_old_code_that_nobody_continues_is_a_problem():
    found = both([sent("91.29", 40, name="Kabupaten Hilang")], [sent("11", 50)])
    (problem,) = doubts(found, "_season/before/results.json")
    assert (problem.code, problem.severity) == ("succession-unknown", "warning")
    assert problem.message.id == (
        "Kabupaten Hilang (91.29) ada pada musim sebelumnya, tetapi kodenya bukan kode"
        " wilayah yang berlaku dan tidak ada penerusnya dalam tabel."
    )
    assert problem.message.en == (
        "Kabupaten Hilang (91.29) was in the earlier season, but its code is no"
        " region's any more and the table names no successor."
    )


def test_who_merely_left_is_no_problem():
    assert doubts(both([sent("12", 40)], [sent("11", 50)]), "results.json") == ()


def test_a_merged_region_is_no_problem():
    rows = row("91.29", "11", "merged"), row("91.28", "11", "merged")
    found = both([sent("91.29", 40), sent("91.28", 40)], [sent("11", 50)], *rows)
    assert doubts(found, "results.json") == ()
