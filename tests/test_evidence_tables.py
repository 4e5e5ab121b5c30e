"""A flat table of figures: one row a participant, each value with its cell."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorecard.evidence.submission import Reading, read_season
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric
from tests.small import rubric_of_figures
from tests.workbooks import table, workbook

HEAD = "code,country,life,income"


def rules(**more: Any) -> Rubric:
    return rubric_of_figures("life", "income", **more)


def read(folder: Path, text: str, made: Rubric | None = None) -> Reading:
    (folder / "figures.csv").write_text(text, encoding="utf-8")
    return read_season(folder, made or rules())


def told(reading: Reading) -> list[tuple[str, str]]:
    notes = ("csv-reading",)
    return [(p.code, str(p.location)) for p in reading.problems if p.code not in notes]


def test_each_row_is_a_participant_and_each_value_keeps_its_cell(
    tmp_path: Path,
) -> None:
    got = read(tmp_path, f"{HEAD}\nNOR,Norway,82.4,66494\nNER,Niger,62.4,1201\n")
    assert [each.participant.code for each in got.submissions] == ["NER", "NOR"]
    norway = got.submissions[1]
    assert norway.participant.name == "Norway"
    assert norway.participant.category == "countries"
    assert norway.answers["life"].value == Fraction("82.4")
    assert str(norway.answers["income"].location) == "figures.csv › figures › D2"
    assert told(got) == []


def test_columns_are_known_by_id_title_or_another_heading(tmp_path: Path) -> None:
    text = "Negara;Pendapatan per kepala;Life in years;Kode\nNorwegia;66494;82,4;NOR\n"
    got = read(tmp_path, text)
    (norway,) = got.submissions
    assert norway.answers["life"].value == Fraction("82.4")
    assert norway.answers["income"].value == 66494


def test_a_blank_or_a_mark_for_it_is_no_evidence(tmp_path: Path) -> None:
    got = read(tmp_path, f"{HEAD}\nNOR,Norway,..,\n")
    (norway,) = got.submissions
    assert norway.answers == {}
    assert told(got) == []


def test_numbers_of_all_columns_tell_the_decimal_mark_together(tmp_path: Path) -> None:
    """By itself 1.201 may be a thousand; beside 82.4 it cannot."""
    got = read(tmp_path, f"{HEAD}\nNOR,Norway,82.4,1.201\n")
    assert got.submissions[0].answers["income"].value == Fraction("1.201")
    alone = read(tmp_path, f"{HEAD}\nNOR,Norway,82,1.201\n")
    assert told(alone) == [("answer-number-unclear", "figures.csv › figures › D2")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{HEAD}\n,Norway,82.4,1\n",
            [("table-row-incomplete", "figures.csv › figures › A2")],
        ),
        (
            "code,country,life,incme\nNOR,Norway,82.4,1\n",
            [("table-column-missing", "figures.csv › figures")],
        ),
        (
            "code,country,life,life\nNOR,Norway,82.4,1\n",
            [("table-column-twice", "figures.csv › figures")],
        ),
        ("a,b\n1,2\n", [("table-missing", "figures.csv")]),
        (
            f"{HEAD}\nNOR,Norway,many,1\n",
            [("answer-not-a-number", "figures.csv › figures › C2")],
        ),
        (
            f"{HEAD}\n99.99,Nowhere,82.4,1\n",
            [("identity-code-unknown", "figures.csv › figures › A2")],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(read(tmp_path, text)) == expected


WORDS = {
    f"{HEAD}\n,Norway,82.4,1\n": (
        "Baris ini tidak menyebut kode dan nama peserta; baris tidak dipakai.",
        "This row does not name both code and name of a participant; it was not used.",
    ),
    "code,country,life,incme\nNOR,Norway,82.4,1\n": (
        "Tabel tidak mempunyai kolom “income” (Pendapatan per kepala); angkanya kosong "
        "untuk semua peserta. Mungkin maksudnya “incme”?",
        "The table has no column “income” (Income per head); the figure is blank for "
        "every participant. Did you mean “incme”?",
    ),
    "code,country,life,life\nNOR,Norway,82.4,1\n": (
        "Tabel mempunyai dua kolom “life”; tidak satu baris pun dibaca.",
        "The table has two columns “life”; no row of it was read.",
    ),
    "a,b\n1,2\n": (
        "Berkas ini tidak berisi borang maupun tabel angka; tidak dinilai.",
        "This file holds neither a form nor a table of figures; it was not judged.",
    ),
}


@pytest.mark.parametrize("text", WORDS)
def test_what_is_wrong_is_told_in_these_words(tmp_path: Path, text: str) -> None:
    got = read(tmp_path, text)
    (problem,) = (each for each in got.problems if each.code.startswith("table-"))
    assert (problem.message.id, problem.message.en) == WORDS[text]


def test_a_misspelled_column_is_suggested(tmp_path: Path) -> None:
    got = read(tmp_path, "code,country,life,incme\nNOR,Norway,82.4,1\n")
    (lost,) = [each for each in got.problems if each.code == "table-column-missing"]
    assert "Did you mean “incme”?" in lost.message.en


def test_a_participant_twice_counts_for_none(tmp_path: Path) -> None:
    got = read(tmp_path, f"{HEAD}\nNOR,Norway,82.4,1\nNOR,Norway,82.5,2\n")
    assert {code for code, _ in told(got)} == {"submission-twice"}
    (refused,) = got.submissions
    assert refused.refused is not None


def test_with_a_list_only_those_on_it_have_rows(tmp_path: Path) -> None:
    season = tmp_path / "_season"
    season.mkdir()
    listed = "code,name,category\nNOR,Norway,countries\nSWE,Sweden,countries\n"
    (season / "participants.csv").write_text(listed, encoding="utf-8")
    got = read(tmp_path, f"{HEAD}\nNOR,Norway,82.4,1\nNER,Niger,62.4,2\n")
    assert told(got) == [("identity-code-unknown", "figures.csv › figures › A3")]
    sent = {each.participant.code: each.submitted for each in got.submissions}
    assert sent == {"NOR": True, "SWE": False}


def test_regions_are_known_without_a_list_and_must_not_contradict(
    tmp_path: Path,
) -> None:
    regional = rules(types=["provinsi"])
    text = f"{HEAD}\n21,Kepulauan Riau,70.5,1\n31,Kepulauan Riau,73,2\n"
    got = read(tmp_path, text, regional)
    assert [each.participant.name for each in got.submissions] == ["Kepulauan Riau"]
    assert told(got) == [("identity-contradiction", "figures.csv › figures › B3")]


def test_the_category_is_named_where_there_are_several(tmp_path: Path) -> None:
    two = rules(categories=("north", "south"))
    text = (
        "code,country,group,life,income\nNOR,Norway,north,82,1\nNER,Niger,west,62,2\n"
    )
    got = read(tmp_path, text, two)
    assert [each.participant.category for each in got.submissions] == ["north"]
    assert told(got) == [("table-category-unknown", "figures.csv › figures › C3")]
    (problem,) = (each for each in got.problems if each.severity == "error")
    assert (problem.message.id, problem.message.en) == (
        "Kategori “west” bagi Niger (NER) tidak dikenal; baris tidak dipakai.",
        "The category “west” of Niger (NER) is unknown; the row was not used.",
    )


def test_a_workbook_s_sheet_is_a_table_as_well(tmp_path: Path) -> None:
    rows = [["code", "country", "life", "income"], ["NOR", "Norway", 82.4, 66494]]
    (tmp_path / "angka.xlsx").write_bytes(workbook({"2022": table(rows, 3)}))
    got = read_season(tmp_path, rules())
    (norway,) = got.submissions
    assert str(norway.answers["life"].location) == "angka.xlsx › 2022 › C4"
    assert told(got) == []


def test_two_tables_in_one_file_are_none(tmp_path: Path) -> None:
    rows = [["code", "country", "life", "income"], ["NOR", "Norway", 82.4, 66494]]
    content = workbook({"2021": table(rows), "2022": table(rows)})
    (tmp_path / "angka.xlsx").write_bytes(content)
    got = read_season(tmp_path, rules())
    assert got.submissions == ()
    assert told(got) == [("table-twice", "angka.xlsx")]
    assert (got.problems[0].message.id, got.problems[0].message.en) == (
        "Lebih dari satu lembar berisi tabel angka (2021, 2022); tidak satu pun "
        "dibaca.",
        "More than one sheet holds a table of figures (2021, 2022); none was read.",
    )


def test_a_figure_below_zero_is_taken_only_where_it_is_signed(tmp_path: Path) -> None:
    from scorecard.scoring import assess

    text = f"{HEAD}\nNOR,Norway,-2,1\n"
    plain, signed = rules(), rules(signed=("life",))
    states = [
        assess(read(tmp_path, text, made).submissions[0], made).findings[0].state
        for made in (plain, signed)
    ]
    assert states == ["unreadable", "scored"]


def test_no_shipped_rubric_reads_a_table_that_it_does_not_ask_for(
    tmp_path: Path,
) -> None:
    got = read(tmp_path, f"{HEAD}\nNOR,Norway,82.4,1\n", load_rubric().rubric)
    assert [code for code, _ in told(got)] == ["form-missing"]
