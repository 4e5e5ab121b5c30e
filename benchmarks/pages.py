"""Print a season's certificates and rapor, against one fresh WeasyPrint document each.

Run ``python -m benchmarks.pages [pages]`` from the top folder. Both ways make PDF/A-3a
with the same text, tags, metadata and attachment. Each worker is a process of its own;
its CPU time counts from the first page on, its memory is the highest it ever had.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from markupsafe import escape

from benchmarks.page_season import certificates, rapors
from benchmarks.targets import Target, report
from scorecard.pages.bundle import rules_of, split_look, stylesheet
from scorecard.pages.fetching import fetcher
from scorecard.pages.look import BUNDLED
from scorecard.pages.page import QR_BOX, Page
from scorecard.pages.pdf import VARIANT, attachment_of, engine, to_pdf
from scorecard.pages.qr import qr_svg
from scorecard.pages.render import render_pdfs

PAGES: dict[str, Callable[[int], Iterator[Page]]] = {
    "certificates": certificates,
    "rapor": rapors,
}
# Each way works in so many turns, so that a busy computer slows both alike; the naive
# way prints every so manieth page only, and its cost is told by the page.
_TURNS, _EVERY, _PARCEL, _SEASON = 4, 20, 46, 552
_FLAT = (50, 552, 5000)
_SHARES = {"certificates": 0.4, "rapor": 1.0}


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker did: CPU seconds, peak memory in MB, sizes and digests."""

    cpu: float
    memory: float
    sizes: tuple[int, ...]
    digests: tuple[str, ...]


def naive_pdf(page: Page) -> bytes:
    """Print as the manual shows: everything parsed, loaded and drawn for each page."""
    weasyprint = engine()
    assert weasyprint is not None
    look, html = split_look(page.html)
    drawn = rules_of("certificate-browser") if look == "certificate" else ""
    style = f"<style>{stylesheet(look)}{drawn}</style>"
    if page.code:
        picture = qr_svg(page.code.text, str(escape(page.code.alternative)))
        box = rf'(<div id="{QR_BOX}"[^>]*>)'
        html = re.sub(box, lambda found: found[1] + picture, html, count=1)
    document = weasyprint.HTML(
        string=html.replace("</head>", f"{style}</head>"), url_fetcher=fetcher(BUNDLED)
    )
    attachments = [attachment_of(page.record)] if page.record else None
    return bytes(document.write_pdf(pdf_variant=VARIANT, attachments=attachments))


PRINTERS = {"naive": naive_pdf, "ours": to_pdf}


def main(count: int) -> int:
    """Measure, print, and say whether the targets were met."""
    with tempfile.TemporaryDirectory() as folder:
        targets = [
            target for kind in PAGES for target in _season(kind, count, Path(folder))
        ]
        return report([*targets, *_flat(Path(folder))])


def _season(kind: str, count: int, folder: Path) -> Iterator[Target]:
    pages = tuple(PAGES[kind](count))
    parcels = _packed(pages, folder / kind)
    turns = [
        (_worker("naive", few), _worker("ours", many))
        for many, few in zip(
            _dealt(parcels),
            _dealt(_packed(pages[::_EVERY], folder / f"{kind}-few", 1)),
            strict=True,
        )
    ]
    start = time.perf_counter()
    both = [hashlib.sha256(each.content).digest() for each in render_pdfs(pages, 2)]
    took = time.perf_counter() - start
    print(f"{kind}: two workers took {took:.1f} s of wall time")
    yield from _targets(kind, turns)
    one_by_one = _undealt([ours.digests for _, ours in turns], len(pages))
    differing = sum(a.hex() != b for a, b in zip(both, one_by_one, strict=True))
    yield Target(f"{kind}: files that differ by batching", differing, "<=", 0)


def _targets(kind: str, turns: Sequence[tuple[Work, Work]]) -> Iterator[Target]:
    naive, ours = ([pair[n] for pair in turns] for n in (0, 1))
    sizes = [size / 1000 for work in ours for size in work.sizes]
    print(
        f"{kind}: naive {_each(naive):.1f} ms of CPU a file ({_count(naive)} printed),"
        f" ours {_each(ours):.1f} ({_count(ours)}); {min(sizes):.1f} to"
        f" {max(sizes):.1f} kB, mean {sum(sizes) / len(sizes):.1f}",
        flush=True,
    )
    share = median(_each([mine]) / _each([other]) for other, mine in turns)
    wanted = _SHARES[kind]
    yield Target(f"{kind}: a worker's CPU, of the naive", share, "<=", wanted)
    yield Target(f"{kind}: times as fast with two workers", 2 / share, ">=", 2 / wanted)
    peak = max(work.memory for work in ours)
    yield Target(f"{kind}: peak memory of a worker", peak, "<=", 500, "MB")
    if kind == "certificates":
        yield Target(f"{kind}: largest file", max(sizes), "<=", 40, "kB")


def _each(works: Sequence[Work]) -> float:
    """Give the CPU milliseconds of a file."""
    return 1000 * sum(work.cpu for work in works) / _count(works)


def _count(works: Sequence[Work]) -> int:
    return sum(len(work.sizes) for work in works)


def _flat(folder: Path) -> Iterator[Target]:
    """Compare the CPU of a certificate in a small and in the largest season."""
    each = []
    for count in _FLAT:
        work = _worker("ours", _packed(certificates(count), folder / str(count)))
        each.append(work.cpu / count)
        print(
            f"{count} certificates by one worker: {each[-1] * 1000:.1f} ms each,"
            f" {work.memory:.0f} MB",
            flush=True,
        )
    few, *_, most = each
    words = f"a certificate's CPU, of {_FLAT[-1]} against {_FLAT[0]}"
    yield Target(words, most / few, "<=", 1.1)


def _dealt(parcels: Sequence[Path]) -> list[Sequence[Path]]:
    """Deal parcels out to the turns, one after the other; some pages to each."""
    return [parcels[turn::_TURNS] for turn in range(_TURNS)]


def _undealt(dealt: Sequence[Sequence[str]], count: int) -> list[str]:
    """Put what the turns gave back into the order of the pages."""
    found, left = list[str](), [iter(each) for each in dealt]
    for number in range(-(-count // _PARCEL)):
        found.extend(islice(left[number % _TURNS], _PARCEL))
    return found


def _packed(
    pages: Iterator[Page] | Sequence[Page], folder: Path, size: int = _PARCEL
) -> list[Path]:
    """Lay the pages out in parcels, so that a worker holds no more than one."""
    folder.mkdir()
    left, made = iter(pages), []
    while parcel := tuple(islice(left, size)):
        made.append(folder / f"{len(made):04}")
        made[-1].write_bytes(pickle.dumps(parcel))
    return made


def _worker(printer: str, parcels: Sequence[Path]) -> Work:
    command = [sys.executable, "-m", "benchmarks.pages", f"--{printer}", *parcels]
    child = subprocess.run(command, check=True, capture_output=True, text=True)
    told = json.loads(child.stdout)
    return Work(
        told["cpu"], told["memory"], tuple(told["sizes"]), tuple(told["digests"])
    )


def _work(printer: str, parcels: Sequence[str]) -> None:
    engine()
    sizes, digests, busy = [], [], 0.0
    for parcel in parcels:
        pages = pickle.loads(Path(parcel).read_bytes())
        start = time.process_time()
        for page in pages:
            made = PRINTERS[printer](page)
            sizes.append(len(made))
            digests.append(hashlib.sha256(made).hexdigest())
        busy += time.process_time() - start
    told = {"cpu": busy, "memory": _memory(), "sizes": sizes, "digests": digests}
    json.dump(told, sys.stdout)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1].startswith("--"):
        _work(sys.argv[1].removeprefix("--"), sys.argv[2:])
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _SEASON))
