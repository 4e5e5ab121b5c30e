"""Make the README's pictures of a certificate and a rapor of the sample season again.

Run ``python -m tests.page_pictures`` from the top folder; poppler draws them.
"""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

from PIL import Image

from scorecard import run
from scorecard.pages.certificate import certificate_page
from scorecard.pages.edition import Edition
from scorecard.pages.medians import category_medians
from scorecard.pages.page import Page
from scorecard.pages.pdf import to_pdf
from scorecard.pages.rapor import rapor_page
from scorecard.rubric.load import load_rubric
from scorecard.sealing import seal

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "images"
_DOTS, _COLOURS = 100, 64
_WINNER, _ASSESSED = "63", "21"


def pages() -> dict[str, Page]:
    """Give the pages that are shown, by the names of their pictures."""
    loaded = load_rubric(None)
    season = run.evaluate(ROOT / "inputs", loaded, loaded.rubric.as_of)
    edition = Edition(season, loaded.rubric, seal(season))
    won = next(
        each
        for each in season.awards
        if each.status == "won" and each.participant == _WINNER
    )
    medians = category_medians(season)
    return {
        "piagam.png": certificate_page(edition, won, "piagam.pdf"),
        "rapor.png": rapor_page(edition, _ASSESSED, "rapor.pdf", medians=medians),
    }


def picture(page: Page) -> bytes:
    """Draw the first sheet of a page, in few colours."""
    pdf = to_pdf(page)
    assert isinstance(pdf, bytes)
    command = ["pdftoppm", "-r", str(_DOTS), "-singlefile", "-"]
    drawn = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    out = io.BytesIO()
    with Image.open(io.BytesIO(drawn)) as whole:
        few = whole.quantize(
            _COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    for name, page in pages().items():
        (FOLDER / name).write_bytes(picture(page))
