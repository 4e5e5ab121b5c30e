"""Do work on many items in child processes that may hang, crash or eat memory.

A worker has one item at a time. When it dies or exceeds a bound, that item alone is
lost and a new worker takes its place. Results come in the order of the items, whatever
the number of workers.
"""

from __future__ import annotations

import contextlib
import math
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import IO, TYPE_CHECKING, Any, TypeAlias, TypeVar

from scorecard.evidence.limits import BOUNDS, Bounds
from scorecard.evidence.worker import Job, Lost, serve

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

__all__ = ["Lost", "Progress", "work_bounded"]

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress: TypeAlias = Callable[[int, int], None]
Context: TypeAlias = "ForkContext | SpawnContext"

# What a program says last when it is refused memory and was not written for that.
_NO_MEMORY = (b"memory allocation of", b"bad_alloc", b"out of memory")
_LAST_WORDS = 4_096
_OUT_OF_TIME = ("SIGXCPU", "SIGALRM")
_SECONDS_TO_DIE = 5
_NOTHING = -1


def work_bounded(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    workers: int = 1,
    bounds: Bounds = BOUNDS,
    progress: Progress | None = None,
) -> list[Result | Lost]:
    """Give the result of each item in order, or how it was lost.

    Items are begun in order too: the largest should come first. `work` must be a
    function that a child can import by its name. An exception inside of it loses the
    item; one in the parent (Ctrl-C) ends all workers at once.
    """
    job = Job(work, items, bounds)
    results: dict[int, Result | Lost] = {}
    crew: list[_Worker] = []
    todo = iter(range(len(items)))
    try:
        while len(results) < len(items):
            _hand_out(todo, crew, job, most=max(1, workers))
            for worker in _finished(crew):
                results[worker.number] = result = _take(worker)
                worker.number = _NOTHING
                if isinstance(result, Lost):
                    crew.remove(worker)
                    _dismiss(worker)
                if progress:
                    progress(len(results), len(items))
    finally:
        for worker in crew:
            _dismiss(worker)
    return [results[number] for number in range(len(items))]


@dataclass(slots=True, eq=False)
class _Worker:
    """A child process; `number` is the item in its hands, or _NOTHING."""

    process: BaseProcess
    connection: Connection
    noise: IO[bytes]
    number: int = _NOTHING
    deadline: float = math.inf


def _hand_out(todo: Iterator[int], crew: list[_Worker], job: Job, *, most: int) -> None:
    """Give an item to each idle worker; engage one where there are too few."""
    idle = [each for each in crew if each.number == _NOTHING]
    vacant = most - len(crew)
    for number in islice(todo, len(idle) + vacant):
        if idle:
            worker = idle.pop()
        else:
            worker = _start(job)
            crew.append(worker)
        worker.number = number
        worker.deadline = time.monotonic() + job.bounds.seconds
        # One that died while idle is found out when its answer is taken.
        with contextlib.suppress(OSError):
            worker.connection.send(number)


def _start(job: Job) -> _Worker:
    context = _context()
    ours, theirs = context.Pipe()
    noise = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the worker
    inherits = context.get_start_method() == "fork"
    quiet = noise.fileno() if inherits else -1
    process = context.Process(target=serve, args=(theirs, job, quiet), daemon=True)
    with _without_interrupts():
        process.start()
    theirs.close()
    return _Worker(process, ours, noise)


def _context() -> Context:
    """Fork where that is safe and cheap: on Linux, from a process of one thread."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return get_context("fork") if alone else get_context("spawn")


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back until the new child has learnt to ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _finished(crew: list[_Worker]) -> list[_Worker]:
    """Wait for workers that have an answer, are dead or have run out of time."""
    busy = [each for each in crew if each.number != _NOTHING]
    first = min(each.deadline for each in busy)
    timeout = max(0.0, first - time.monotonic())
    ready = wait([each.connection for each in busy], timeout)
    now = time.monotonic()
    return [each for each in busy if each.connection in ready or each.deadline <= now]


def _take(worker: _Worker) -> Any:
    try:
        if not worker.connection.poll():
            return Lost("timed-out", "")
        return worker.connection.recv()
    except (EOFError, OSError):
        return _cause(worker)


def _cause(worker: _Worker) -> Lost:
    """Tell from a worker's end and its last words what it died of."""
    worker.process.join(_SECONDS_TO_DIE)
    code = worker.process.exitcode
    if code is None or code >= 0:
        return Lost("crashed", f"exit {code}")
    name = signal.Signals(-code).name
    if name in _OUT_OF_TIME:
        return Lost("timed-out", name)
    size = worker.noise.seek(0, 2)
    worker.noise.seek(max(0, size - _LAST_WORDS))
    words = worker.noise.read()
    starved = any(each in words for each in _NO_MEMORY)
    return Lost("out-of-memory" if starved else "crashed", name)


def _dismiss(worker: _Worker) -> None:
    """End a worker whatever it does, and leave neither zombie nor file behind."""
    worker.process.kill()
    worker.process.join()
    worker.process.close()
    worker.connection.close()
    worker.noise.close()
