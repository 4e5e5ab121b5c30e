"""What a benchmark found beside what was promised, and whether all of it was kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple


class Seconds(NamedTuple):
    """What a read took by the processor's clock and by the clock on the wall."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that must be at least or at most so much."""

    name: str
    found: float
    bound: Literal["<=", ">="]
    wanted: float
    unit: str = ""

    @property
    def is_met(self) -> bool:
        """The figure is on the right side of its bound."""
        if self.bound == "<=":
            return self.found <= self.wanted
        return self.found >= self.wanted


def report(targets: Iterable[Target]) -> int:
    """Print the table of targets and give the exit code: 1 if one was missed."""
    every = tuple(targets)
    print(f"\n{'target':52}{'found':>9}{'wanted':>12}")
    for each in every:
        found = f"{each.found:.2f}{each.unit}"
        wanted = f"{each.bound} {each.wanted:g}{each.unit}"
        kept = "met" if each.is_met else "MISSED"
        print(f"{each.name:52}{found:>9}{wanted:>12}  {kept}")
    return 0 if all(each.is_met for each in every) else 1
