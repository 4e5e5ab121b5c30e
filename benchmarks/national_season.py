"""Read a national season: in one run, with two workers, and again unchanged.

Run: python -m benchmarks.national_season [tickets] [folder]. Every region of the
country (552) sends a form and an export, 800,000 tickets in all; they are written to
`folder` unless they are there, else to a temporary one. Each run of `read_season` is
timed in a process of its own. Compared with one process that opens each of the same
workbooks with openpyxl's read-only mode and reads all cells of all sheets into Python
values, and does nothing else with them.

Beside the clock, processor time is shown, which other work on the machine disturbs
less: the run's own, and that of its workers divided by their number.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.season import TICKETS, plan_season, write_season
from benchmarks.targets import Target, report
from scorecard.evidence.cache import Cache
from scorecard.evidence.submission import read_season
from scorecard.rubric.load import load_rubric

_ONE_RUN, _OPENPYXL = "--one-run", "--openpyxl"
_RATIOS = (
    ("openpyxl read-only / two workers", "openpyxl, read-only", "two workers", 12),
    ("one worker / two workers", "one worker", "two workers", 1.7),
    ("first run / unchanged run", "two workers, filling the cache", "again", 10),
)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock; of the processor: of the run itself, and of its workers."""

    clock: float
    own: float
    children: float
    workers: int
    tickets: int

    @property
    def processor(self) -> float:
        """What a machine that does nothing else would take, with a core a worker."""
        return self.own + self.children / max(1, self.workers)


def main(tickets: int, folder: Path) -> int:
    """Write the season, time the runs, print the tables, fail on a missed target."""
    inputs = folder / "inputs"
    _write(inputs, tickets)
    with tempfile.TemporaryDirectory() as cache:
        runs = {
            "one worker": _timed(_ONE_RUN, inputs, "1", ""),
            "two workers": _timed(_ONE_RUN, inputs, "2", ""),
            "two workers, filling the cache": _timed(_ONE_RUN, inputs, "2", cache),
            "again": _timed(_ONE_RUN, inputs, "2", cache),
            "openpyxl, read-only": _timed(_OPENPYXL, inputs),
        }
    print(f"{'run':32}{'clock s':>9}{'own s':>9}{'workers s':>11}{'tickets':>11}")
    for name, took in runs.items():
        figures = f"{took.clock:9.1f}{took.own:9.1f}{took.children:11.1f}"
        print(f"{name:32}{figures}{took.tickets:11,}")
    by_clock = [
        Target(f"{name}, by the clock", runs[a].clock / runs[b].clock, ">=", least)
        for name, a, b, least in _RATIOS
    ]
    by_processor = [
        Target(f"{name}, processor", runs[a].processor / runs[b].processor, ">=", least)
        for name, a, b, least in _RATIOS
    ]
    return report((*by_clock, *by_processor))


def one_run(inputs: Path, workers: int, cache: str) -> Took:
    """Read the season once, and say how long it took and what came of it."""
    rubric = load_rubric(None).rubric
    store = Cache(Path(cache)) if cache else None
    before, start = _spent(), time.perf_counter()
    reading = read_season(inputs, rubric, workers=workers, cache=store)
    clock = time.perf_counter() - start
    own, children = (now - then for now, then in zip(_spent(), before, strict=True))
    counted = sum(int(each.counts["masuk"].shown) for each in reading.submissions)
    return Took(clock, own, children, workers, counted)


def openpyxl_run(inputs: Path) -> Took:
    """Read all cells of all workbooks, one after the other; counts all rows."""
    before, start = _spent(), time.perf_counter()
    rows = sum(_read_all_cells(path) for path in sorted(inputs.glob("*/*.xlsx")))
    clock = time.perf_counter() - start
    return Took(clock, _spent()[0] - before[0], 0, 0, rows)


def _write(inputs: Path, tickets: int) -> None:
    governments = plan_season(tickets)
    if not inputs.exists():
        start = time.perf_counter()
        write_season(inputs, load_rubric(None).rubric, governments)
        print(f"written in {time.perf_counter() - start:.0f} s")
    rows = sum(each.export.rows for each in governments)
    size = sum(each.stat().st_size for each in inputs.rglob("*.xlsx"))
    print(f"{len(governments)} submissions, {rows:,} tickets, {size / 1e6:.0f} MB")


def _timed(*words: object) -> Took:
    command = [sys.executable, "-m", "benchmarks.national_season", *map(str, words)]
    child = subprocess.run(command, check=True, capture_output=True, text=True)
    return Took(**json.loads(child.stdout))


def _spent() -> tuple[float, float]:
    """Give the processor's seconds of this process, and of its children that ended."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, children = map(resource.getrusage, kinds)
    return own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime


def _read_all_cells(path: Path) -> int:
    book = load_workbook(path, read_only=True, data_only=True)
    rows = sum(
        1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True)
    )
    book.close()
    return rows


def _told(took: Took) -> str:
    return json.dumps({name: getattr(took, name) for name in Took.__slots__})


if __name__ == "__main__":
    match sys.argv[1:]:
        case [mode, inputs, workers, cache] if mode == _ONE_RUN:
            print(_told(one_run(Path(inputs), int(workers), cache)))
        case [mode, inputs] if mode == _OPENPYXL:
            print(_told(openpyxl_run(Path(inputs))))
        case words:
            tickets = int(words[0]) if words else TICKETS
            with tempfile.TemporaryDirectory() as temporary:
                where = words[1] if len(words) > 1 else temporary
                sys.exit(main(tickets, Path(where)))
