"""Read one large ticket export: how much our checks add to the bare reading.

Run: python -m benchmarks.read_export [rounds] [rows]. An export of 50,000 tickets in 26
columns is written as the server streams it. Timed in turns, by the processor's clock
and by the wall's: python-calamine's bare read of all cells; ours, which is the typed
columns with every check of the file, counts and Problems; and the same as ours with
openpyxl's read-only mode as the reader. Targets hold for the median of the rounds'
ratios of processor time. Ours runs as a worker does, without looking for cycles; the
others as any script would. The peak memory is that of a child process that does
nothing but our read.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from statistics import median
from typing import TypeAlias

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from benchmarks.exports import H3, ExportPlan, write_export
from benchmarks.targets import Seconds, Target, report
from scorecard.evidence.files import read_file
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.ticket_evidence import read_tickets
from scorecard.evidence.workbook import Sheet, Workbook, parse_workbook
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric

ROWS = 50_000
CODE = "32.04"
_ONLY_READ = "--only-read"


Turn: TypeAlias = Mapping[Callable[[Path], int], Seconds]


def main(rounds: int, rows: int) -> int:
    """Write the export, time the three, print the table, fail on a missed target."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tiket.xlsx")
        write_export(path, ExportPlan("Kabupaten Bandung", rows, 1_000_000, H3))
        print(f"{rows:,} tickets, 26 columns, {path.stat().st_size / 1e6:.1f} MB")
        turns = _in_turns(path, rounds)
        peak = _peak_memory(path)
    added = _ratios(turns, our_read, bare_read)
    faster = _ratios(turns, openpyxl_read, our_read)
    _print(turns, {"ours / bare": added, "openpyxl / ours": faster})
    return report(
        (
            Target("ours / bare calamine", added.cpu, "<=", 1.5),
            Target("the same through openpyxl / ours", faster.cpu, ">=", 10),
            Target("peak memory of our read", peak / 2**20, "<=", 600, " MB"),
        )
    )


def bare_read(path: Path) -> int:
    """Read every cell as the library gives it: all values in hand."""
    with CalamineWorkbook.from_path(path) as book:
        return len(book.get_sheet_by_index(0).to_python())


def our_read(path: Path) -> int:
    """Read the export as a run does."""
    file = read_file(path, path.name, LIMITS.workbook)
    return _counted(parse_workbook(file, by_column=True))


def openpyxl_read(path: Path) -> int:
    """Do the same with openpyxl's read-only mode; the file itself is not checked."""
    book = load_workbook(path, read_only=True, data_only=True)
    sheets = tuple(
        Sheet(path.name, sheet.title, tuple(sheet.iter_rows(values_only=True)))
        for sheet in book.worksheets
    )
    return _counted(Workbook(path.name, sheets))


def _counted(workbook: Workbook) -> int:
    return len(read_tickets((workbook,), _rubric(), CODE).export.tickets)


_READERS: Mapping[Callable[[Path], int], str] = {
    bare_read: "python-calamine, bare",
    our_read: "scorecard",
    openpyxl_read: "through openpyxl, read-only",
}


@cache
def _rubric() -> Rubric:
    return load_rubric(None).rubric


def _in_turns(path: Path, rounds: int) -> list[Turn]:
    """Time each reader once a round, so that a busy moment strikes all of them."""
    turns: list[Turn] = []
    for _ in range(rounds):
        turns.append({read: _timed(read, path) for read in _READERS})
    return turns


def _timed(read: Callable[[Path], int], path: Path) -> Seconds:
    gc.collect()
    if read is our_read:
        gc.disable()  # as a worker does
    cpu, wall = time.process_time(), time.perf_counter()
    read(path)
    took = Seconds(time.process_time() - cpu, time.perf_counter() - wall)
    gc.enable()
    return took


def _ratios(
    turns: list[Turn], one: Callable[[Path], int], other: Callable[[Path], int]
) -> Seconds:
    """Give the median of the rounds' ratios, by either clock."""
    pairs = [(turn[one], turn[other]) for turn in turns]
    return Seconds(
        median(mine.cpu / theirs.cpu for mine, theirs in pairs),
        median(mine.wall / theirs.wall for mine, theirs in pairs),
    )


def _print(turns: list[Turn], ratios: dict[str, Seconds]) -> None:
    print(f"\nmedian of {len(turns)} rounds{'processor':>33}{'clock':>11}")
    for read, name in _READERS.items():
        cpu = median(turn[read].cpu for turn in turns)
        wall = median(turn[read].wall for turn in turns)
        print(f"{name:40}{cpu:9.2f} s{wall:9.2f} s")
    for name, ratio in ratios.items():
        print(f"{name:40}{ratio.cpu:9.2f}  {ratio.wall:9.2f}")


def _peak_memory(path: Path) -> int:
    words = [sys.executable, "-m", "benchmarks.read_export", _ONLY_READ, str(path)]
    child = subprocess.run(words, check=True, capture_output=True, text=True)
    return int(child.stdout)


if __name__ == "__main__":
    if sys.argv[1:2] == [_ONLY_READ]:
        our_read(Path(sys.argv[2]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    else:
        numbers = [int(word) for word in sys.argv[1:3]]
        sys.exit(main(*numbers, *(5, ROWS)[len(numbers) :]))
