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
    fastest = {name: float("inf") for name in COMMANDS}
    for _ in range(rounds):
        for name, words in COMMANDS.items():
            fastest[name] = min(fastest[name], seconds(words))
    empty = fastest["python -c pass"]
    print(f"{'command':28}{'ms':>8}{'ratio':>8}")
    for name, took in fastest.items():
        print(f"{name:28}{took * 1000:8.0f}{took / empty:8.1f}")
    return 0 if fastest["scorecard --help"] < LIMIT_SECONDS else 1


def seconds(words: Sequence[str]) -> float:
    """Run Python once and give the wall time."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
