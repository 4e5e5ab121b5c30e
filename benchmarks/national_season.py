"""Read a national season: in one run, with two workers, and again unchanged.

Run: python -m benchmarks.national_season [tickets] [folder]. Every region of the
country (552) sends a form and an export, 800,000 tickets in all; they are written to
`folder` unless they are there, else to a temporary one. Wall times of `read_season`,
each in a process of its own as a run is. Compared with one process that reads all cells
of the same workbooks with openpyxl's read-only mode and does nothing else with them:
that is timed on every 24th government and extended to all by the number of rows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.season import TICKETS, Government, plan_season, write_season
from benchmarks.targets import Target, report
from scorecard.evidence.cache import Cache
from scorecard.evidence.submission import read_season
from scorecard.rubric.load import load_rubric

_SAMPLE = 24
_ONE_RUN = "--one-run"


def main(tickets: int, folder: Path) -> int:
    """Write the season, time the runs, print the table, fail on a missed target."""
    governments = plan_season(tickets)
    inputs = folder / "inputs"
    if not inputs.exists():
        start = time.perf_counter()
        write_season(inputs, load_rubric(None).rubric, governments)
        print(f"written in {time.perf_counter() - start:.0f} s")
    rows = sum(each.export.rows for each in governments)
    size = sum(each.stat().st_size for each in inputs.rglob("*.xlsx"))
    print(f"{len(governments)} submissions, {rows:,} tickets, {size / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory() as cache:
        times = {
            "one worker": _run(inputs, 1),
            "two workers": _run(inputs, 2),
            "two workers, filling the cache": _run(inputs, 2, cache),
            "again, unchanged": _run(inputs, 2, cache),
            "openpyxl, read-only (extended)": _openpyxl(inputs, governments),
        }
    for name, took in times.items():
        print(f"{name:32}{took:8.1f} s")
    one, two, first, again, openpyxl = times.values()
    return report(
        (
            Target("openpyxl read-only / two workers", openpyxl / two, ">=", 12),
            Target("one worker / two workers", one / two, ">=", 1.7),
            Target("first run / unchanged run", first / again, ">=", 10),
        )
    )


def one_run(inputs: Path, workers: int, cache: str) -> dict[str, float]:
    """Read the season once, and say how long it took and what came of it."""
    rubric = load_rubric(None).rubric
    store = Cache(Path(cache)) if cache else None
    start = time.perf_counter()
    reading = read_season(inputs, rubric, workers=workers, cache=store)
    took = time.perf_counter() - start
    counted = sum(int(each.counts["masuk"].shown) for each in reading.submissions)
    return {"seconds": took, "cpu": sum(os.times()[:4]), "tickets": counted}


def _run(inputs: Path, workers: int, cache: str = "") -> float:
    words = (_ONE_RUN, str(inputs), str(workers), cache)
    command = [sys.executable, "-m", "benchmarks.national_season", *words]
    child = subprocess.run(command, check=True, capture_output=True, text=True)
    told = json.loads(child.stdout)
    print(
        f"  {workers} worker(s): {told['tickets']:,} tickets counted,"
        f" {told['cpu']:.1f} s of processor time",
        flush=True,
    )
    return float(told["seconds"])


def _openpyxl(inputs: Path, governments: tuple[Government, ...]) -> float:
    by_size = sorted(governments, key=lambda each: each.export.rows)
    sample = by_size[_SAMPLE // 2 :: _SAMPLE]
    start, busy = time.perf_counter(), time.process_time()
    for government in sample:
        for path in sorted((inputs / government.folder).glob("*.xlsx")):
            _read_all_cells(path)
    took, busy = time.perf_counter() - start, time.process_time() - busy
    rows = sum(each.export.rows for each in sample)
    print(
        f"  openpyxl: {len(sample)} of them, {rows:,} tickets,"
        f" {busy:.1f} s of processor time"
    )
    return took / rows * sum(each.export.rows for each in governments)


def _read_all_cells(path: Path) -> None:
    book = load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
    book.close()


if __name__ == "__main__":
    if sys.argv[1:2] == [_ONE_RUN]:
        print(json.dumps(one_run(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])))
    else:
        tickets = int(sys.argv[1]) if len(sys.argv) > 1 else TICKETS
        with tempfile.TemporaryDirectory() as temporary:
            where = sys.argv[2] if len(sys.argv) > 2 else temporary
            sys.exit(main(tickets, Path(where)))
