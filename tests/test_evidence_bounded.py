"""Work in children: one that crashes, hangs or eats memory loses its own item only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scorecard.evidence.bounded import Lost, work_bounded
from scorecard.evidence.limits import Bounds

TIGHT = Bounds(seconds=60, cpu_seconds=1, memory=64 * 1024**2)
HURRIED = Bounds(seconds=2, cpu_seconds=60, memory=64 * 1024**2)


def act(deed: str) -> str:  # noqa: C901 - a list of deeds
    """Do what no reader should."""
    match deed:
        case "abort":
            os.abort()
        case "segfault":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            os._exit(3)
        case "quit":
            sys.exit(3)
        case "raise":
            raise LookupError("Budi Rahasia")
        case "recurse":
            return act("recurse")
        case "hang":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(60)
        case "spin":
            while True:
                pass
        case "eat":
            return str(len(bytearray(10**10)))
        case "rust":
            os.write(2, b"memory allocation of 1000 bytes failed\n")
            os.abort()
        case "chatter":
            os.write(1, b"x" * 100_000)
            os.write(2, b"x" * 100_000)
    return deed.upper()


@pytest.mark.parametrize(
    ("deed", "how", "seen"),
    [
        ("abort", "crashed", "SIGABRT"),
        ("segfault", "crashed", "SIGSEGV"),
        ("kill", "crashed", "SIGKILL"),
        ("exit", "crashed", "exit 3"),
        ("quit", "crashed", "SystemExit (test_evidence_bounded.py:"),
        ("raise", "crashed", "LookupError (test_evidence_bounded.py:"),
        ("recurse", "crashed", "RecursionError (test_evidence_bounded.py:"),
        ("hang", "timed-out", ""),
        ("spin", "timed-out", "SIGXCPU"),
        ("eat", "out-of-memory", "MemoryError"),
        ("rust", "out-of-memory", "SIGABRT"),
    ],
)
def test_a_lost_item_does_not_take_others_along(deed: str, how: str, seen: str) -> None:
    bounds = HURRIED if deed == "hang" else TIGHT
    first, lost, last = work_bounded(act, ["a", deed, "b"], bounds=bounds)
    assert (first, last) == ("A", "B")
    assert isinstance(lost, Lost)
    assert lost.how == how
    assert lost.seen.startswith(seen)
    assert "Rahasia" not in lost.seen


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    deeds = ["a", "abort", "b", "exit", "c", "d", "raise", "e"]
    told: list[tuple[int, int]] = []
    results = work_bounded(
        act, deeds, workers=workers, progress=lambda done, of: told.append((done, of))
    )
    assert ["·" if isinstance(each, Lost) else each for each in results] == (
        ["A", "·", "B", "·", "C", "D", "·", "E"]
    )
    assert told == [(done, 8) for done in range(1, 9)]


def test_nothing_to_do_starts_nobody() -> None:
    assert work_bounded(act, []) == []


def test_a_worker_that_is_sound_is_kept() -> None:
    assert len(set(work_bounded(own_number, range(9), workers=2))) == 2


def own_number(_item: int) -> int:
    time.sleep(0.01)
    return os.getpid()


def test_what_libraries_print_reaches_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    assert work_bounded(act, ["chatter"]) == ["CHATTER"]
    assert capfd.readouterr() == ("", "")


def test_no_child_is_left_when_the_parent_is_interrupted() -> None:
    def interrupt(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work_bounded(act, ["a", "hang", "hang"], workers=2, progress=interrupt)
    assert multiprocessing.active_children() == []


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    script = (
        "import os, time\n"
        "from scorecard.evidence.bounded import work_bounded\n"
        "def work(_):\n"
        f"    print(os.getpid(), file=open({str(pids)!r}, 'a'))\n"
        "    time.sleep(0.3)\n"
        "work_bounded(work, range(50), workers=2)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script])
    while not pids.exists() or len(set(pids.read_text().split())) < 2:
        time.sleep(0.02)
    parent.kill()
    parent.wait()
    until = time.monotonic() + 5
    while any(is_running(pid) for pid in set(pids.read_text().split())):
        assert time.monotonic() < until, "a worker outlived its parent"
        time.sleep(0.02)


def is_running(pid: str) -> bool:
    status = Path("/proc", pid, "stat")
    return status.exists() and status.read_text().split(")")[1].split()[0] != "Z"
