"""`scorecard compare` as it is typed: seasons, periods, filters, workbook, refusals."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from openpyxl import load_workbook

from scorecard.cli import main
from scorecard.results import load_results, results_json
from tests import monev_season
from tests.test_sheets_office import Office, office
from tests.test_sheets_recalculated import recalculated

__all__ = ["office"]  # The fixture.
SAMPLES = Path(__file__).parent.parent / "samples" / "monev"
RUBRIC = ("--rubric", "monev-before-after")
PERIOD = ("--period", "2023-02-01..2023-04-30", "--as-of", "2023-05-15")
HALVES = (
    *("--before", "2023-02-01..2023-04-30"),
    *("--after", "2023-06-01..2023-08-31"),
)


@cache
def seasons() -> tuple[Path, Path]:
    """Evaluate both sample seasons once, as the README does."""
    folder = Path(mkdtemp())
    before, after = folder / "before", folder / "after"
    quiet = ("--no-pdf", "--fail-on", "never")
    words = [str(SAMPLES / "sebelum"), *RUBRIC, *PERIOD, "-o", str(before), *quiet]
    assert main(["evaluate", *words]) == 0
    words = [str(SAMPLES / "sesudah"), *RUBRIC, "-o", str(after), *quiet]
    assert main(["evaluate", *words]) == 0
    return before, after


def compared(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    both = [str(each) for each in seasons()]
    capsys.readouterr()
    assert main(["compare", *both, "--json", "--lang", "en", *words]) == 0
    return json.loads(capsys.readouterr().out)


def sizes(found: dict, when: str) -> dict[str, int]:
    return {each["id"]: len(each[when]) for each in found["tables"][0]["classes"]}


def test_the_samples_are_as_their_generator_writes_them(tmp_path: Path):
    monev_season.main(tmp_path)
    made = {p.relative_to(tmp_path): p for p in tmp_path.rglob("*") if p.is_file()}
    kept = {p.relative_to(SAMPLES): p for p in SAMPLES.rglob("*") if p.is_file()}
    kept.pop(Path("README.md"))
    assert made.keys() == kept.keys()
    assert all(
        path.read_bytes() == kept[name].read_bytes() for name, path in made.items()
    )


def test_the_published_classification_after_the_review_is_reproduced(capsys):
    """Nilkaz 2023: of 14 provinces 2 above 90, 6 above 75, 5 below 50 per cent."""
    found = compared(capsys)
    assert sizes(found, "after") == {
        "above-90": 2,
        "above-75": 6,
        "between": 1,
        "below-50": 5,
        "unknown": 0,
    }
    assert sum(sizes(found, "before").values()) == 14


def test_the_classes_name_who_is_in_them(capsys):
    classes = {each["id"]: each for each in compared(capsys)["tables"][0]["classes"]}
    assert classes["above-90"]["after"] == ["14", "51"]  # 33 has exactly 90 per cent
    assert classes["between"]["after"] == ["13"]  # exactly 75


def test_changes_are_exact_and_who_rose_most_comes_first(capsys):
    found = compared(capsys)
    first = found["movers"][0]
    assert (first["participant"], first["change"], first["shown"]) == (
        *("61", "95/2", "47.50"),
    )
    diy = next(p for p in found["participants"] if p["participant"]["code"] == "34")
    assert diy["total"]["low"] == "330/7"  # 61/70 - 28/70
    assert (diy["place_before"], diy["place_after"], diy["place_change"]) == (8, 4, 4)


def test_the_screen_tells_both_seasons_and_the_table(capsys):
    before, after = seasons()
    capsys.readouterr()
    results = str(after / "results.json")
    assert main(["compare", str(before), results, "--lang", "id"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Sebelum: Tindak Lanjut Pengaduan" in shown
    assert "Rata-rata 38,95 → 69,89 (+30,93)" in shown
    assert "61 Kalimantan Barat 30,00 77,50 +47,50 ▲ Kurang → Baik 10 → 7" in shown
    assert "di atas 75 sampai 90 1 Bali 6" in shown


def test_a_province_narrows_everything_down(capsys):
    found = compared(capsys, "--province", "61", "--category", "provinsi")
    assert [p["participant"]["code"] for p in found["participants"]] == ["61"]
    assert found["movers"][0]["place"] == 1
    assert sizes(found, "after")["above-75"] == 1
    assert found["categories"][0]["mean"]["shown"] == "47.50"


def test_two_periods_of_one_export_are_the_two_seasons_of_its_tickets(capsys):
    """What tickets tell is the same; a recap has no other period than its own."""
    both = compared(capsys)
    words = [str(SAMPLES / "sesudah"), *RUBRIC, *HALVES, "--json"]
    assert main(["compare", *words]) == 0
    halves = json.loads(capsys.readouterr().out)
    told = {p["participant"]["code"]: p["total"] for p in both["participants"]}
    with_tickets = {each.code for each in monev_season.PROVINCES if each.tickets}
    for each in halves["participants"]:
        code, total = each["participant"]["code"], each["total"]
        if code in with_tickets:
            assert total == told[code]
        else:
            assert total["before"]["state"] == "other_period"
            assert (total["low"], total["after"]) == (None, told[code]["after"])
        assert each["place_before"] is None
    assert sizes(halves, "before")["unknown"] == 9
    assert sizes(halves, "after") == sizes(both, "after")


def test_the_workbook_recalculates_to_what_it_stores(capsys, tmp_path):
    path = tmp_path / "perbandingan.xlsx"
    compared(capsys, "--xlsx", str(path))
    content = path.read_bytes()
    cells = recalculated(content)
    assert len(cells) > 14 * 4
    assert [each for each in cells if not each.agrees] == []
    compared(capsys, "--xlsx", str(path))
    assert path.read_bytes() == content


def test_libreoffice_agrees_with_the_workbook(capsys, tmp_path, office: Office):
    path = tmp_path / "perbandingan.xlsx"
    compared(capsys, "--xlsx", str(path))
    before = _formulas_and_values(path)
    after = _formulas_and_values(office.convert("xlsx", [path]) / path.name)
    assert len(before) > 14 * 4
    for place, stored in before.items():
        assert after[place] == pytest.approx(stored, abs=1e-9), place


def _formulas_and_values(path: Path) -> dict[tuple[str, str], float]:
    formulas, values = load_workbook(path), load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): values[sheet.title][cell.coordinate].value
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_a_results_file_that_its_manifest_does_not_list_is_refused(capsys, tmp_path):
    before, after = seasons()
    forged = tmp_path / "after"
    shutil.copytree(after, forged)
    file = forged / "results.json"
    file.write_bytes(file.read_bytes().replace(b'"47.50"', b'"57.50"'))
    capsys.readouterr()
    assert main(["compare", str(before), str(forged), "--lang", "en"]) == 5
    assert "results-not-as-listed" in capsys.readouterr().err


def test_seasons_in_the_wrong_order_are_named(capsys):
    before, after = seasons()
    words = ["compare", str(after), str(before), "--lang", "en"]
    assert main(words) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "comparison-reversed" in said
    assert "The “earlier” season (30 September 2023) is later than this one (" in said
    assert main([*words[:-1], "id"]) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert (
        "Musim “sebelumnya” (30 September 2023) lebih akhir daripada musim ini ("
        in said
    )
    assert main([*words, "--fail-on", "warning"]) == 1


def test_periods_in_the_wrong_order_are_named(capsys):
    words = ["compare", str(SAMPLES / "sesudah"), *RUBRIC, "--lang", "en"]
    swapped = ("--before", HALVES[3], "--after", HALVES[1])
    assert main([*words, *swapped]) == 0
    told = "The “earlier” season (1 June 2023) is later than this one (1 February 2023)"
    assert told in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    "words",
    [
        ["samples"],
        ["samples", "--before", "2023-01-01..2023-02-01"],
        ["samples", "samples", *HALVES],
        ["samples", "--before", "2023-02-01", "--after", "2023-03-01..2023-02-01"],
    ],
)
def test_wrong_words_are_a_usage_error(words: list[str], capsys):
    words = [str(SAMPLES) if each == "samples" else each for each in words]
    assert main(["compare", *words]) == 2


def test_a_region_table_of_ones_own_is_used(capsys, tmp_path):
    table = tmp_path / "regions.csv"
    table.write_text("before,after,kind,since,source\n61,99,pindah,2023-06-01,UU\n")
    both = [str(each) for each in seasons()]
    assert main(["compare", *both, "--regions", str(table), "--lang", "en"]) == 1
    assert "succession-row" in capsys.readouterr().err


# --- the earlier season among the inputs ----------------------------------------------


@cache
def with_earlier() -> tuple[Path, Path]:
    """Evaluate the later season with the earlier one's results among its inputs."""
    folder = Path(mkdtemp())
    inputs, outputs = folder / "inputs", folder / "outputs"
    shutil.copytree(SAMPLES / "sesudah", inputs)
    (inputs / "_season" / "before").mkdir()
    earlier = inputs / "_season" / "before" / "results.json"
    shutil.copy(seasons()[0] / "results.json", earlier)
    words = [str(inputs), *RUBRIC, "-o", str(outputs), "--no-pdf"]
    assert main(["evaluate", *words]) == 0
    return inputs, outputs


def test_evaluate_compares_with_the_earlier_season_among_its_inputs(capsys):
    found = compared(capsys)
    season = load_results(with_earlier()[1] / "results.json")
    assert season.comparison is not None
    assert [m.participant for m in season.comparison.movers] == [
        m["participant"] for m in found["movers"]
    ]
    assert season.comparison.before.results_sha256 == found["before"]["results_sha256"]
    paths = [each.path for each in season.inputs]
    assert "_season/before/results.json" in paths


def test_the_greatest_rise_wins_its_award_and_has_a_certificate():
    season = load_results(with_earlier()[1] / "results.json")
    (won,) = [a for a in season.awards if a.status == "won"]
    assert (won.award, won.participant) == ("paling-meningkat-antarmusim", "61")
    assert won.reason.en.startswith(
        "Place 1 by rise of Percentage followed up: 47.50. Conditions met: 30.00 to"
        " 77.50"
    )
    assert list((with_earlier()[1] / "certificates").iterdir())


def test_verify_does_the_comparison_again(capsys):
    inputs, outputs = with_earlier()
    assert main(["verify", str(outputs), "--inputs", str(inputs), "--quick"]) == 0


def test_another_earlier_season_is_told_by_verify(capsys, tmp_path):
    inputs, outputs = with_earlier()
    other = tmp_path / "inputs"
    shutil.copytree(inputs, other)
    earlier = other / "_season" / "before" / "results.json"
    shutil.copy(seasons()[1] / "results.json", earlier)
    words = ["verify", str(outputs), "--inputs", str(other), "--quick", "--lang", "en"]
    capsys.readouterr()
    assert main(words) == 5
    assert "_season/before/results.json" in "".join(capsys.readouterr())


def test_the_recap_has_a_sheet_of_changes_and_the_rapor_a_line():
    outputs = with_earlier()[1]
    recap = load_workbook(outputs / "recap.xlsx")
    assert "Perubahan" in recap.sheetnames
    (rapor,) = (outputs / "rapor").glob("61-*.html")
    text = " ".join(rapor.read_text(encoding="utf-8").split())
    assert "Dibandingkan musim sebelumnya: nilai 30,00 menjadi 77,50 (+47,50)" in text
    assert "peringkat 10 menjadi 7" in text


def test_the_screen_of_evaluate_tells_the_comparison_in_short(capsys, tmp_path):
    inputs, _ = with_earlier()
    words = [str(inputs), *RUBRIC, "-o", str(tmp_path / "out"), "--no-pdf"]
    capsys.readouterr()
    assert main(["evaluate", *words, "--lang", "id"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert (
        "Dibandingkan musim sebelumnya Provinsi: rata-rata 38,95 → 69,89 (+30,93);"
        " naik 14, turun 0, tetap 0; paling naik Kalimantan Barat (+47,50)"
    ) in shown


def test_without_an_earlier_season_the_open_award_is_one_line(capsys, tmp_path):
    words = [str(SAMPLES / "sesudah"), *RUBRIC, "-o", str(tmp_path / "out"), "--no-pdf"]
    capsys.readouterr()
    assert main(["evaluate", *words, "--lang", "en"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.count("Its rise is not known. Cannot be decided yet.") == 1
    assert "9 participants (Sumatera Barat, Riau, Sumatera Selatan, …) — Most" in shown


def test_rubric_show_words_the_thresholds_and_the_rise(capsys):
    assert main(["rubric", "show", RUBRIC[1], "--lang", "en"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "above 90, above 75, up to 90, 50 to 75 and below 50" in shown
    assert "by rise of Percentage followed up" in shown


def test_an_earlier_season_that_is_none_stops_the_run(capsys, tmp_path):
    inputs = tmp_path / "inputs"
    shutil.copytree(SAMPLES / "sesudah", inputs)
    (inputs / "_season" / "before").mkdir()
    (inputs / "_season" / "before" / "results.json").write_text("{}")
    words = ["evaluate", str(inputs), *RUBRIC, "-o", str(tmp_path / "out")]
    assert main([*words, "--lang", "en"]) == 4
    assert "_season/before/results.json" in capsys.readouterr().err


def test_a_season_may_add_to_the_table_of_regions(tmp_path):
    """61 of the earlier season is said to have become 62 in the later one."""
    inputs = tmp_path / "inputs"
    shutil.copytree(with_earlier()[0], inputs)
    earlier = inputs / "_season" / "before" / "results.json"
    text = earlier.read_text(encoding="utf-8").replace('"code": "61"', '"code": "60"')
    earlier.write_text(text.replace('"participant": "61"', '"participant": "60"'))
    table = "before,after,kind,since,source\n60,61,recoded,2023-06-01,UU 1/2023\n"
    (inputs / "_season" / "regions.csv").write_text(table)
    words = [str(inputs), *RUBRIC, "-o", str(tmp_path / "out"), "--no-pdf"]
    assert main(["evaluate", *words]) == 0
    season = load_results(tmp_path / "out" / "results.json")
    assert season.comparison is not None
    one = season.comparison.development("61")
    assert one is not None
    assert (one.before_code, one.total.shown) == ("60", "47.50")
    assert "_season/regions.csv" in {each.path for each in season.inputs}


def test_papers_of_another_period_name_the_days_that_were_judged(tmp_path):
    before = seasons()[0]
    (rapor,) = (before / "rapor").glob("61-*.html")
    assert "1 Februari – 30 April 2023" in rapor.read_text(encoding="utf-8")
    assert main(["verify", str(before), "--inputs", str(SAMPLES / "sebelum")]) == 0
    words = ["export", "--all", "--no-pdf", "-o", str(tmp_path / "again")]
    assert main([*words, str(before / "results.json")]) == 0
    again = tmp_path / "again" / "rapor" / rapor.name
    assert again.read_bytes() == rapor.read_bytes()


def test_results_with_a_comparison_are_read_again_as_they_were():
    season = load_results(with_earlier()[1] / "results.json")
    assert load_results(results_json(season)) == season
