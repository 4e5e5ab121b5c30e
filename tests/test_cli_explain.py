"""`scorecard explain`: the tree on the screen and as JSON, and what it refuses."""

from __future__ import annotations

import json

import pytest

from scorecard.cli import main

pytestmark = pytest.mark.usefixtures("evaluated_place")


def test_an_indicator_is_shown_as_a_tree(capsys):
    assert main(["explain", "21", "completion_rate"]) == 0
    shown = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    tickets = "21-kepulauan-riau/tiket.xlsx › Laporan Ringkas"
    assert shown.splitlines()[1:] == [
        "Kepulauan Riau (21)",
        "Tingkat penyelesaian: 99,27 poin × 21 % = 20,85  [completion_rate]",
        "├── selesai ÷ (masuk − arsip − terblokir): 271 dari 273 laporan: 99,27 %."
        " 99,27 poin: 0 poin pada 0, 100 poin pada 100, merata di antaranya.",
        "├── Pembilang: 271",
        f"│   └── selesai: 271  ← {tickets} › N12:N284",
        "├── Penyebut: 273",
        f"│   ├── masuk: 273  ← {tickets} › A12:A284",
        f"│   ├── − arsip: 0  ← {tickets} › N12:N284",
        f"│   └── − terblokir: 0  ← {tickets} › N12:N284",
        "└── Sebelum dibulatkan 99,267399…; diumumkan dengan 2 desimal, setengah ke"
        " atas.",
    ]


def test_a_whole_total_ends_with_rounding_gates_band_and_place(capsys):
    assert main(["explain", "72", "--lang", "en"]) == 0
    tops = [
        line[4:]
        for line in capsys.readouterr().out.splitlines()
        if line.startswith(("├── ", "└── "))
    ]
    assert tops[0] == "Team decree: 0.00 points × 20 % = 0.00  [decree]"
    assert tops[4].startswith("Before rounding 11.375;")
    assert tops[5].startswith("Has no team decree: ")
    assert tops[6].startswith("Many untouched reports: ")
    assert tops[7] == "Band Poor: 0 to 49.99, by the published total."
    assert tops[8] == "Place 8 of 8."


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_is_wider_than_the_screen(width, language, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    main(["explain", "32.04", "--lang", language])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= width


def test_the_json_holds_every_place(capsys):
    assert main(["explain", "21", "speed", "--json", "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "participant": "21",
        "kind": "indicator",
        "id": "speed",
        "words": "Speed of follow-up: 100.00 points × 7 % = 7.00",
        "steps": [
            {
                "kind": "reason",
                "words": "Mean time of follow-up: 3.2 working days. 100.00 points:"
                " 0 points at 60, 100 points at 5, evenly in between.",
            },
            {
                "kind": "cell",
                "words": "Mean time of follow-up: 3,2",
                "file": "21-kepulauan-riau/borang.xlsx",
                "sheet": "Rekap",
                "cell": "C19",
            },
        ],
    }


def test_who_sent_nothing_is_explained_by_the_reason(capsys):
    assert main(["explain", "62.13"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Kabupaten Barito Timur (62.13)",
        "Tidak menyerahkan",
    ]


def test_an_unknown_indicator_lists_the_known_ones(capsys):
    assert main(["explain", "21", "kecepatan"]) == 2
    assert (
        "Rubrik tidak mengenal indikator kecepatan. Yang ada: decree, decree_in_force,"
    ) in capsys.readouterr().err


def test_an_unknown_code_lists_the_codes(capsys):
    assert main(["explain", "99", "--lang", "en"]) == 2
    assert "There is no participant with the code 99." in capsys.readouterr().err
