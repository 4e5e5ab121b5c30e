"""Read one large ticket export: how much our checks add to the bare reading.

Run: python -m benchmarks.read_export [rounds] [rows]. An export of 50,000 tickets in 26
columns is written as the server streams it. Timed in turns, as processor time of one
process, the fastest of each: python-calamine's bare read of all cells; ours, which is
that and every check of the file, typed columns, counts and Problems; and the same as
ours with openpyxl's read-only mode as the reader. Ours runs as a worker does, without
looking for cycles; the others as any script would. The peak memory is that of a child
process that does nothing but our read.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from benchmarks.exports import H3, ExportPlan, write_export
from benchmarks.targets import Target, report
from scorecard.evidence.files import read_file
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.ticket_evidence import read_tickets
from scorecard.evidence.workbook import Sheet, Workbook, parse_workbook
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric

ROWS = 50_000
CODE = "32.04"
_ONLY_READ = "--only-read"


def main(rounds: int, rows: int) -> int:
    """Write the export, time the three, print the table, fail on a missed target."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tiket.xlsx")
        write_export(path, ExportPlan("Kabupaten Bandung", rows, 1_000_000, H3))
        print(f"{rows:,} tickets, 26 columns, {path.stat().st_size / 1e6:.1f} MB")
        fastest = _fastest(path, rounds)
        peak = _peak_memory(path)
    bare, ours, openpyxl = fastest.values()
    return report(
        (
            Target("ours / bare calamine", ours / bare, "<=", 1.5),
            Target("the same through openpyxl / ours", openpyxl / ours, ">=", 10),
            Target("peak memory of our read", peak / 2**20, "<=", 600, " MB"),
        )
    )


def bare_read(path: Path) -> int:
    """Read every cell as the library gives it: all values in hand, as ours are."""
    with CalamineWorkbook.from_path(path) as book:
        return len(book.get_sheet_by_index(0).to_python())


def our_read(path: Path) -> int:
    """Read the export as a run does."""
    file = read_file(path, path.name, LIMITS.workbook)
    return _counted(parse_workbook(file))


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


@cache
def _rubric() -> Rubric:
    return load_rubric(None).rubric


def _fastest(path: Path, rounds: int) -> dict[str, float]:
    reads: dict[str, Callable[[Path], int]] = {
        "python-calamine, bare": bare_read,
        "scorecard": our_read,
        "through openpyxl, read-only": openpyxl_read,
    }
    fastest = dict.fromkeys(reads, float("inf"))
    for number in range(rounds):
        for name, read in reads.items():
            # It takes so long that a few rounds tell enough.
            if read is not openpyxl_read or number < 2:
                fastest[name] = min(fastest[name], _seconds(read, path))
    for name, took in fastest.items():
        print(f"{name:30}{took:8.2f} s")
    return fastest


def _seconds(read: Callable[[Path], int], path: Path) -> float:
    gc.collect()
    if read is our_read:
        gc.disable()  # as a worker does
    start = time.process_time()
    read(path)
    took = time.process_time() - start
    gc.enable()
    return took


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
        sys.exit(main(*numbers, *(7, ROWS)[len(numbers) :]))
