"""The child's side of bounded work: one item at a time, within time and memory.

Memory is bounded above what the process holds already, so that what a worker can read
does not depend on how much the run has imported. Without `resource` (Windows) or
`/proc` (macOS) the memory is not bounded there; the parent's wall limit holds
everywhere.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import math
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Literal, TypeAlias

from scorecard.evidence.limits import Bounds

if sys.platform != "win32":
    import resource

How: TypeAlias = Literal["crashed", "timed-out", "out-of-memory"]

_PAGES_IN_USE = Path("/proc/self/statm")
# The parent's limit comes first; the alarm is for a worker that has lost its parent.
_GRACE_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Lost:
    """An item that gave no result, how, and what was seen of it: ``SIGABRT``."""

    how: How
    seen: str


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker does to any of the items; it is told which by its number."""

    work: Callable[[Any], Any]
    items: Sequence[Any]
    bounds: Bounds


def serve(connection: Connection, job: Job, noise: int) -> None:
    """Answer each number with the result of that item, until the parent is gone.

    `noise` is the file that takes what libraries print, or -1 for none.
    """
    # Ctrl-C reaches every process; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _keep_quiet(noise)
    # Tables are many small objects without cycles: looking for some costs a fifth.
    gc.freeze()
    gc.disable()
    parent = parent_process()
    ends = [connection.fileno(), *([parent.sentinel] if parent else [])]
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while connection.fileno() in wait(ends):
            item = job.items[connection.recv()]
            _bound(job.bounds)
            result = _result(job.work, item)
            _unbound()
            connection.send(result)
            del item, result
            gc.collect(0)


def _result(work: Callable[[Any], Any], item: Any) -> Any:
    try:
        return work(item)
    except MemoryError:
        return Lost("out-of-memory", "MemoryError")
    # A reader written in Rust panics with a BaseException; none may pass.
    except BaseException as error:  # noqa: BLE001
        return Lost("crashed", _told(error))


def _told(error: BaseException) -> str:
    """Name the kind and the line; its words may quote what the file holds."""
    kind = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return kind
    return f"{kind} ({Path(frames[-1].filename).name}:{frames[-1].lineno})"


def _keep_quiet(noise: int) -> None:
    faulthandler.disable()
    if noise < 0:
        noise = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(noise, descriptor)


def _bound(bounds: Bounds) -> None:
    if sys.platform == "win32":
        return
    signal.alarm(bounds.seconds + _GRACE_SECONDS)
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = math.ceil(used.ru_utime + used.ru_stime)
    _limit(resource.RLIMIT_CPU, spent + bounds.cpu_seconds)
    if _PAGES_IN_USE.exists():
        pages = int(_PAGES_IN_USE.read_text(encoding="ascii").split()[0])
        _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + bounds.memory)


def _unbound() -> None:
    """Lift the limits, so that a result that was found can also be sent."""
    if sys.platform == "win32":
        return
    signal.alarm(0)
    for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU):
        _limit(kind, resource.getrlimit(kind)[1])


def _limit(kind: int, most: int) -> None:
    """Set the soft limit, never above the hard one that the system gave."""
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(kind, (most, hard))
