"""The screen: how wide it is, whether it has colours, and writing to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from rich.console import Console, RenderableType

_WIDTH_OF_A_FILE = 110


def screen() -> Console:
    """Describe stdout; a file or a pipe gets plain text of a fixed width."""
    width = None
    if not sys.stdout.isatty() and not os.environ.get("COLUMNS"):
        width = _WIDTH_OF_A_FILE
    return Console(width=width, highlight=False, markup=False, emoji=False)


def show(console: Console, renderables: Iterable[RenderableType]) -> None:
    """Write all at once, so that a closed pipe is met here and nowhere else."""
    with console.capture() as captured:
        for renderable in renderables:
            console.print(renderable, crop=False)
    lines = (line.rstrip() for line in captured.get().splitlines())
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
