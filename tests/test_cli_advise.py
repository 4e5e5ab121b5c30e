"""`scorecard advise`: its table, its JSON, what it says when there is nothing."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scorecard.cli import main
from scorecard.cli.choices import DEFAULT_RESULTS
from scorecard.results import results_json
from scorecard.rubric.load import load_rubric
from scorecard.run import evaluate

INPUTS = Path(__file__).parent.parent / "inputs"


@pytest.fixture(autouse=True)
def _inputs(evaluated_place):
    shutil.copytree(INPUTS, evaluated_place / "inputs")


def test_the_repairs_stand_in_a_table_with_gain_band_and_place(capsys):
    assert main(["advise", "21"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == [
        "Kepulauan Riau (21)",
        "Nilai 68,71 · Sedang · peringkat 4",
    ]
    row = next(line for line in lines if "Dokumen › C11" in line)
    assert row.split()[1:3] == ["Surat", "keputusan"]
    assert row.split()[-4:] == ["+2,00", "70,71", "Baik", "4"]


def test_the_shortest_list_names_the_repair_and_where_it_leads(capsys):
    main(["advise", "21", "--lang", "en"])
    shown = capsys.readouterr().out
    assert "The shortest way to the band Good\n" in shown
    assert (
        "  1. Decree appointing the SP4N-LAPOR! team: Names the liaison officers\n"
        "  → Total 70.71 · Good · place 4\n"
    ) in shown


def test_the_signs_are_explained(capsys):
    main(["advise", "21"])
    shown = capsys.readouterr().out
    assert "* Ditentukan penilai, bukan oleh peserta sendiri.\n" in shown
    assert (
        "‡ Bergantung pada pelapor: laporannya sudah ditutup tanpa konfirmasinya.\n"
    ) in shown
    assert (
        "† Hanya bila isian sekarang keliru; bila memang demikian, berlaku untuk"
        " penilaian berikutnya.\n"
    ) in shown


def test_offices_with_open_tickets_are_named(capsys):
    main(["advise", "32.04"])
    lines = capsys.readouterr().out.splitlines()
    start = lines.index("Laporan terbuka menurut perangkat daerah")
    assert lines[start + 2].split()[:3] == ["Perangkat", "daerah", "masuk"]
    rows = [" ".join(line.split()) for line in lines[start + 4 : start + 6]]
    assert rows == ["(belum terdisposisi) 1 0 1 0 0", "Dinas Pendidikan 103 0 0 0 4"]


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_is_wider_than_the_screen(width, language, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    main(["advise", "72", "--lang", language])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= width


def test_the_json_holds_exact_gains_and_every_change(capsys):
    assert main(["advise", "21", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["before"] == {
        "total": ["68.71", "68.71"],
        "band": ["sedang", "sedang"],
        "place": 4,
        "shared": False,
    }
    liaison = next(
        each
        for each in told["repairs"]
        if each["id"] == "decree_in_force.names_liaison"
    )
    assert liaison == {
        "id": "decree_in_force.names_liaison",
        "indicator": "decree_in_force",
        "kind": "paper",
        "effort": 1,
        "hold": "none",
        "caveat": "",
        "title": "Surat keputusan tim pengelola SP4N-LAPOR!:"
        " Menyebut pejabat penghubung",
        "changes": [
            {
                "fill": "sk_tim.pejabat_penghubung",
                "value": True,
                "file": "21-kepulauan-riau/borang.xlsx",
                "sheet": "Dokumen",
                "cell": "C11",
            }
        ],
        "gain": "2.00",
        "gain_exact": "2",
        "after": {
            "total": ["70.71", "70.71"],
            "band": ["baik", "baik"],
            "place": 4,
            "shared": False,
        },
        "awards": [],
    }
    assert [each["id"] for each in told["plan"]["repairs"]] == [liaison["id"]]


def test_who_sent_nothing_is_told_what_to_do_first(capsys):
    assert main(["advise", "62.13"]) == 0
    assert capsys.readouterr().out == (
        "Kabupaten Barito Timur belum menyerahkan berkas. Kirimkan dahulu borang yang"
        " terisi, lalu periksa dengan: scorecard assess FOLDER\n"
    )


def test_evidence_that_changed_since_is_said(capsys):
    form = "inputs/21-kepulauan-riau/borang.xlsx"
    book = load_workbook(form)
    book["Dokumen"]["C11"].value = "Ya"
    book.save(form)
    assert main(["advise", "21", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert told.err == (
        "Note: the evidence in --inputs scores differently from the results file; the"
        " advice below follows the evidence as it is now.\n"
    )
    assert "Total 70.71 · Good · place 4" in told.out


def test_the_day_of_judgement_is_that_of_the_results(capsys):
    # On that day the decree's date had not come yet.
    loaded = load_rubric(None)
    earlier = evaluate(Path("inputs"), loaded, date(2024, 1, 2))
    Path(DEFAULT_RESULTS).write_bytes(results_json(earlier))
    assert main(["advise", "21", "--json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    total = earlier.scorecard("21").total
    low, high = total.published_low, total.published_high
    assert json.loads(told.out)["before"]["total"] == [low, high] != ["68.71", "68.71"]


def test_evidence_that_is_gone_is_an_unusable_input(capsys):
    shutil.rmtree("inputs/21-kepulauan-riau")
    assert main(["advise", "21"]) == 4
    assert "Di sini tidak ada berkas yang dapat dinilai." in capsys.readouterr().err


def test_an_unknown_code_lists_the_codes(capsys):
    assert main(["advise", "99"]) == 2
    assert "Tidak ada peserta berkode 99. Yang ada: 12, 15," in capsys.readouterr().err


def test_results_that_do_not_exist_are_an_unusable_input(capsys):
    assert main(["advise", "21", "--results", "lain.json"]) == 4
    assert "lain.json" in capsys.readouterr().err
