"""Open the report page of a whole country, against its bare tables of the same words.

Run ``python -m benchmarks.report [participants]`` from the top folder; needs Chromium.
Both are opened in turns in one browser. Time is that of the page's main thread by the
processor (`TaskDuration` of the browser's own metrics in thread ticks): parsing, style,
layout, scripts. The bare page holds the same tables, without style, script or details.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.targets import Target, report
from scorecard.pages.edition import Edition
from scorecard.pages.report.page import report_html
from scorecard.sealing import seal
from tests.chromium import Chromium, chromium
from tests.handmade_season import loaded_rubric
from tests.national import national_season

_ROUNDS = 5
_TABLES = re.compile(r"<table.*?</table>", re.DOTALL)


def main(participants: int) -> int:
    """Make both pages, open them in turns, print the table of targets."""
    season = national_season(participants)
    edition = Edition(season, loaded_rubric().rubric, seal(season))
    page = report_html(edition, "pdf")
    tables = "".join(_TABLES.findall(page.decode()))
    bare = f"<!doctype html><meta charset=utf-8><title>t</title>{tables}".encode()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        browser.call("Performance.enable", timeDomain="threadTicks")
        ours = _written(Path(folder) / "report.html", page)
        theirs = _written(Path(folder) / "bare.html", bare)
        rounds = [
            (_opened(browser, ours), _opened(browser, theirs)) for _ in range(_ROUNDS)
        ]
        detail = _detail(browser, ours)
    opened, plain = (median(each[side] for each in rounds) for side in (0, 1))
    print(f"{participants} participants, {len(page) / 1e6:.2f} MB")
    print(f"opened {opened:.3f} s, bare tables {plain:.3f} s")
    print(f"a participant's page {detail:.3f} s")
    return report(
        (
            Target("megabytes", len(page) / 1e6, "<=", 3),
            Target("processor seconds to open", opened, "<=", 1),
            Target("ours / bare tables", opened / plain, "<=", 3),
        )
    )


def _written(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return path.as_uri()


def _opened(browser: Chromium, address: str) -> float:
    """Give the seconds of the processor until the page is loaded and painted."""
    browser.open("about:blank")
    before = _spent(browser)
    browser.open(address)
    browser.run("await new Promise(d => requestAnimationFrame(() => setTimeout(d)))")
    return _spent(browser) - before


def _detail(browser: Chromium, address: str) -> float:
    """Give what the first participant's page costs, unpacking everybody's details."""
    browser.open(address)
    before = _spent(browser)
    browser.run("location.hash = '/11'")
    browser.wait("document.querySelector('#person h1')")
    return _spent(browser) - before


def _spent(browser: Chromium) -> float:
    metrics = browser.call("Performance.getMetrics")["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 552))
