"""Print many pages as PDF, in child processes, in the order they were given."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import TypeAlias

from scorecard.artifact import Artifact
from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.pages.bundle import standalone_html
from scorecard.pages.page import Page
from scorecard.pages.pdf import Refusal, to_pdf
from scorecard.wording import Text, say

__all__ = ["Page", "render_pdfs", "standalone_html"]

Progress: TypeAlias = Callable[[int, int], None]
Printer: TypeAlias = Callable[[Page], "bytes | Refusal"]

# Pages that go to a worker at once; larger only saves trips, which are cheap.
_BATCH = 4
_DOCTOR = Text(
    "Jalankan `scorecard doctor` untuk melihat apa yang kurang.",
    "Run `scorecard doctor` to see what is missing.",
)
_TEMPLATE = Text(
    "Perbaiki templat Anda; lihat docs/templates.md.",
    "Mend your template; see docs/templates.md.",
)


def render_pdfs(
    pages: Sequence[Page], workers: int, progress: Progress | None = None
) -> Iterator[Artifact]:
    """Print pages in `workers` child processes; how many does not change the bytes.

    Raises ScorecardError(PDF) when Pango is absent, a page asks for a file that is
    not bundled, or a child crashes.
    """
    return print_with(to_pdf, pages, workers, progress)


def print_with(
    printer: Printer,
    pages: Sequence[Page],
    workers: int,
    progress: Progress | None = None,
) -> Iterator[Artifact]:
    """Let children print by `printer`, a function that they can import by its name."""
    pool = _pool(workers)
    done = 0
    try:
        printed = pool.map(printer, pages, chunksize=_BATCH)
        for page, result in zip(pages, printed, strict=True):
            if isinstance(result, Refusal):
                raise _refused(page, result)
            done += 1
            if progress:
                progress(done, len(pages))
            yield Artifact(page.path, result)
    except BrokenProcessPool:
        raise _crashed(pages[done]) from None
    finally:
        # Whoever stops listening does not wait for the pages that are left.
        pool.shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Ctrl-C reaches every process; the parent alone answers it.
    return ProcessPoolExecutor(
        max(1, workers),
        mp_context=_context(),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )


def _context() -> BaseContext:
    """Fork from a server of one thread: forking a run with a progress bar may hang."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["scorecard.pages.preload"])
    return context


def _refused(page: Page, refusal: Refusal) -> ScorecardError:
    if refusal.no_engine:
        return _failed(
            "pdf-engine-absent",
            page,
            say("Pustaka Pango tidak ada.", "The Pango library is absent."),
        )
    if refusal.foreign_font:
        return _failed("pdf-font-foreign", page, _foreign_font(refusal.foreign_font))
    message = say(
        "Halaman meminta berkas di luar program ini: {address}.",
        "The page asks for a file that is not part of this program: {address}.",
        address=refusal.asked_for,
    )
    return _failed("pdf-request-refused", page, message)


def _foreign_font(family: str) -> Text:
    return say(
        "Halaman memakai huruf {family} dari komputer ini. Taruh berkas .woff2-nya di"
        " folder templat dan nyatakan dengan @font-face.",
        "The page uses the font {family} of this computer. Put its .woff2 file into the"
        " template's folder and declare it by @font-face.",
        family=family,
    )


def _crashed(page: Page) -> ScorecardError:
    message = say(
        "Mesin PDF berhenti mendadak pada halaman ini atau sesudahnya.",
        "The PDF engine crashed on this page or soon after it.",
    )
    return _failed("pdf-engine-crashed", page, message)


def _failed(code: str, page: Page, message: Text) -> ScorecardError:
    problem = Problem(
        code=code,
        severity="error",
        participant="",
        location=Location(page.path),
        seen="",
        message=message,
        expected=say("sebuah PDF", "a PDF"),
        repair=_TEMPLATE if page.look.templates else _DOCTOR,
    )
    return ScorecardError(ExitCode.PDF, (problem,))
