"""A progress bar on stderr, when somebody is watching."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[int, int], None]


@contextmanager
def progress(words: str) -> Iterator[Step | None]:
    """Give a function that is told how much is done; None if nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    # Without a thread of its own: forking workers is safe from a single thread only.
    bar = Progress(*columns, console=console, transient=True, auto_refresh=False)
    with bar:
        task = bar.add_task(words, total=None)

        def step(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, refresh=True)

        yield step
