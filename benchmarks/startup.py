"""How long `scorecard --help` takes, as a ratio to an empty start of Python.

Run: python benchmarks/startup.py [rounds]. The ratio can be compared between machines;
the milliseconds cannot. The two are timed in turns, so that a busy moment hits both,
and the fastest of each is taken.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT_SECONDS = 0.15
COMMANDS: dict[str, Sequence[str]] = {
    "python -c pass": ("-c", "pass"),
    "scorecard --version": ("-m", "scorecard", "--version"),
    "scorecard --help": ("-m", "scorecard", "--help"),
    "scorecard evaluate --help": ("-m", "scorecard", "evaluate", "--help"),
    "everything imported": (
        "-c",
        "import scorecard.run, scorecard.sheets.recap, weasyprint",
    ),
}


def main(rounds: int) -> int:
    """Time every command, print the table, fail when the help is too slow."""
    fastest = dict.fromkeys(COMMANDS, (float("inf"), float("inf")))
    for _ in range(rounds):
        for name, words in COMMANDS.items():
            wall, cpu = seconds(words)
            fastest[name] = (min(fastest[name][0], wall), min(fastest[name][1], cpu))
    empty = fastest["python -c pass"][0]
    print(f"{'command':28}{'ms':>8}{'ratio':>8}{'processor ms':>16}")
    for name, (wall, cpu) in fastest.items():
        print(f"{name:28}{wall * 1000:8.0f}{wall / empty:8.1f}{cpu * 1000:16.0f}")
    return 0 if fastest["scorecard --help"][0] < LIMIT_SECONDS else 1


def seconds(words: Sequence[str]) -> tuple[float, float]:
    """Run Python once and give its time by the clock and by the processor."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    took, after = time.perf_counter() - start, os.times()
    user = after.children_user - before.children_user
    return took, user + after.children_system - before.children_system


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
