"""The command line: the only place that prints and exits."""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; `words` default to the shell's."""
    from scorecard.cli.start import run

    return run(tuple(sys.argv[1:] if words is None else words))
