"""The sample season, re-exported, shuffled and renamed, gives every score it gave."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from scorecard.evidence.submission import read_season
from scorecard.scoring import assess
from tests.shipped import shipped

ROOT = Path(__file__).parent.parent
INPUTS = ROOT / "inputs"
# Every sheet of the workbook, as shown, in UTF-8 with commas.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
RUBRICS = ("rubric", "kemendagri-recap", "monev-opd")


def scores(inputs: Path, name: str) -> dict[str, Any]:
    """Give what each participant scores: totals, criteria, states and quantities."""
    rubric = shipped(name)
    scored = {}
    for submission in read_season(inputs, rubric).submissions:
        card = assess(submission, rubric)
        scored[card.participant.code] = (
            card.outcome,
            card.total,
            [(each.criterion, each.points) for each in card.criteria],
            [(each.indicator, each.state, each.points) for each in card.findings],
            [(each.title, each.value) for each in card.quantities],
        )
    return scored


@pytest.fixture(scope="module")
def expected() -> dict[str, dict[str, Any]]:
    return {name: scores(INPUTS, name) for name in RUBRICS}


def workbooks_of(inputs: Path) -> list[Path]:
    """List the season's own workbooks; mark sheets are the ministry's."""
    every = sorted(inputs.rglob("*.xlsx"))
    return [path for path in every if "_season" not in path.parts]


def flat(path: Path, inputs: Path) -> str:
    """Name a workbook so that all fit into one folder."""
    return "~~".join(path.relative_to(inputs).with_suffix("").parts)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Re-export all workbooks: xlsx to ods, that to xlsx, and folders to csv."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI must have libreoffice-calc-nogui")
        pytest.skip("apt-get install libreoffice-calc-nogui to run this test")
    folder = tmp_path_factory.mktemp("office")
    sources = folder / "sources"
    sources.mkdir()
    for path in workbooks_of(INPUTS):
        shutil.copyfile(path, sources / f"{flat(path, INPUTS)}.xlsx")

    def convert(kind: str, paths: list[Path], results: Path) -> None:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            [
                *(program, profile, "--headless", "--convert-to", kind),
                *("--outdir", str(results), *map(str, paths)),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )

    convert("ods", sorted(sources.iterdir()), folder / "ods")
    convert("xlsx", sorted((folder / "ods").iterdir()), folder / "xlsx")
    # A table is one sheet: only a folder can hold a form of several.
    in_folders = sorted(sources.glob("*~~*.xlsx"))
    convert(CSV, in_folders, folder / "csv")
    return {kind: folder / kind for kind in ("ods", "xlsx", "csv")}


def season(
    tmp_path: Path, replace: Callable[[Path], Iterator[tuple[str, bytes]]]
) -> Path:
    """Copy the season, each of its workbooks replaced by files beside it."""
    inputs = tmp_path / "inputs"
    shutil.copytree(INPUTS, inputs)
    for path in workbooks_of(inputs):
        files = list(replace(path.relative_to(inputs)))
        if files:
            path.unlink()
        for name, content in files:
            (path.parent / name).write_bytes(content)
    return inputs


@pytest.mark.parametrize("kind", ["ods", "xlsx", "csv"])
def test_reexporting_changes_no_score(
    kind: str,
    converted: Mapping[str, Path],
    expected: Mapping[str, Any],
    tmp_path: Path,
) -> None:
    def reexported(path: Path) -> Iterator[tuple[str, bytes]]:
        stem = flat(INPUTS / path, INPUTS)
        for found in sorted(converted[kind].glob(f"{stem}*.{kind}")):
            own = path.stem + found.stem.removeprefix(stem)
            yield f"{own}.{kind}", found.read_bytes()

    inputs = season(tmp_path, reexported)
    assert [path for path in inputs.rglob(f"*.{kind}") if path.is_file()]
    assert {name: scores(inputs, name) for name in RUBRICS} == expected


def test_shuffling_and_renaming_change_no_score(
    expected: Mapping[str, Any], tmp_path: Path
) -> None:
    def disturbed(path: Path) -> Iterator[tuple[str, bytes]]:
        chance = Random(str(path))
        book = openpyxl.load_workbook(INPUTS / path)
        if len(book.worksheets) == 1:
            shuffle_table(book.worksheets[0], chance)
            yield "unduhan (2).xlsx", saved(book)
            return
        for sheet in book.worksheets:
            # openpyxl leaves merged cells where they were when it inserts.
            for merged in list(sheet.merged_cells.ranges):
                sheet.unmerge_cells(str(merged))
            sheet.insert_rows(2, chance.randrange(1, 5))
            sheet.insert_cols(1, chance.randrange(1, 4))
            sheet.title = f"{chance.choice('ABCDEF')} {sheet.title} (salinan)"
        order = list(range(len(book.worksheets)))
        chance.shuffle(order)
        book._sheets = [book.worksheets[index] for index in order]
        yield path.name if path.parent == Path() else "isian kami.xlsx", saved(book)

    inputs = season(tmp_path, disturbed)
    assert {name: scores(inputs, name) for name in RUBRICS} == expected


def shuffle_table(sheet: Any, chance: Random) -> None:
    """Shuffle an export's rows and columns below its preamble; rename its sheet."""
    rows = list(sheet.iter_rows(values_only=True))
    top = next(number for number, row in enumerate(rows) if "Tracking ID" in row)
    columns = list(range(len(rows[top])))
    chance.shuffle(columns)
    header, *body = rows[top:]
    chance.shuffle(body)
    book = sheet.parent
    book.remove(sheet)
    other = book.create_sheet("Data")
    for row in [(), (), header, *body]:
        other.append([row[index] for index in columns] if row else ["", "Unduhan"])


def saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
