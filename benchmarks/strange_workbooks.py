"""Read each workbook of any folder as a submission, and tabulate what came of it.

Run: python benchmarks/strange_workbooks.py FOLDER [workers]. Each file is read by
itself, with forms, tickets and all, in a bounded worker. It is *read*, or *refused*
with a Problem that says why; a worker that *crashed*, *timed out* or ran *out of
memory* is a mistake of ours, and the exit code is 1 if there was any.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scorecard.evidence.bounded import Lost, work_bounded  # noqa: E402
from scorecard.evidence.documents import Folder  # noqa: E402
from scorecard.evidence.problems.readers import READERS  # noqa: E402
from scorecard.evidence.reading import read_source  # noqa: E402
from scorecard.evidence.regions import Registry, registry  # noqa: E402
from scorecard.evidence.sources import Source  # noqa: E402
from scorecard.evidence.workbook import OTHER_ENDINGS, WORKBOOK_ENDINGS  # noqa: E402
from scorecard.rubric.load import load_rubric  # noqa: E402
from scorecard.rubric.nouns import Rubric  # noqa: E402

ENDINGS = (*WORKBOOK_ENDINGS, *OTHER_ENDINGS, ".tab", ".xlt", ".xlam", ".xlm", ".xla")
OF_FILES = frozenset(READERS) | {
    "file-not-regular",
    "file-unreadable",
    "file-too-large",
}
LOST = ("crashed", "timed-out", "out-of-memory")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: how it went, and the words or the sign of it."""

    path: Path
    how: str
    why: str = ""


def main(folder: Path, workers: int) -> int:
    """Read all, print the table and every loss; 1 if anything was lost."""
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.name.casefold().endswith(ENDINGS) and not path.is_dir()
    )
    results = work_bounded(read, paths, workers=workers, progress=tell)
    outcomes = [_outcome(path, each) for path, each in zip(paths, results, strict=True)]
    print_table(outcomes)
    lost = [each for each in outcomes if each.how in LOST]
    for each in lost:
        print(f"{each.how}: {each.path} ({each.why})")
    return 1 if lost else 0


def read(path: Path) -> Outcome:
    """Read one file as a whole submission; runs in the worker."""
    attached = Folder(path.with_name(path.stem + "-bukti"), "")
    source = Source(path.name, (path,), attached, path.lstat().st_size)
    found = read_source(source, *_context()).problems
    refused = [
        each for each in found if each.code in OF_FILES and each.severity == "error"
    ]
    if refused:
        return Outcome(path, "refused", f"{refused[0].code}: {refused[0].message.en}")
    return Outcome(path, "read")


def print_table(outcomes: Iterable[Outcome]) -> None:
    """Print how many of each outcome, and the reasons of the refused ones."""
    counts = Counter(each.how for each in outcomes)
    for how in ("read", "refused", *LOST):
        print(f"{how:16}{counts[how]:8}")
    reasons = Counter(each.why for each in outcomes if each.how == "refused")
    for why, number in sorted(reasons.items(), key=lambda each: (-each[1], each[0])):
        print(f"  {number:6}  {why}")


def tell(done: int, of: int) -> None:
    """Show progress where somebody looks."""
    if sys.stderr.isatty() or done == of:
        print(f"\r{done}/{of}", end="\n" if done == of else "", file=sys.stderr)


def _outcome(path: Path, result: Outcome | Lost) -> Outcome:
    return (
        Outcome(path, result.how, result.seen) if isinstance(result, Lost) else result
    )


@cache
def _context() -> tuple[Rubric, Registry]:
    return load_rubric().rubric, registry()


def _words(arguments: Sequence[str]) -> tuple[Path, int]:
    if not arguments or not Path(arguments[0]).is_dir():
        sys.exit(f"{__doc__}\nFOLDER must be a folder")
    return Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 2


if __name__ == "__main__":
    sys.exit(main(*_words(sys.argv[1:])))
