"""Examine the computer: what is there, what is missing, and how to repair it.

Nothing here prints or changes anything.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, TypeAlias

from scorecard.engine import SET_UP, PdfEngine, pdf_engine
from scorecard.wording import Text, same, say

__all__ = ["Check", "Level", "PdfEngine", "checks", "pdf_engine"]

Level: TypeAlias = Literal["needed", "pdf", "optional"]

OLDEST_PYTHON = (3, 11)

# Distribution and module; a test holds them equal to setup.cfg.
DEPENDENCIES = (
    ("babel", "babel"),
    ("click", "click"),
    ("holidays", "holidays"),
    ("jinja2", "jinja2"),
    ("numpy", "numpy"),
    ("openpyxl", "openpyxl"),
    ("pydantic", "pydantic"),
    ("pydyf", "pydyf"),
    ("pyhanko", "pyhanko"),
    ("pypdf", "pypdf"),
    ("python-calamine", "python_calamine"),
    ("pyyaml", "yaml"),
    ("rich", "rich"),
    ("segno", "segno"),
    ("weasyprint", "weasyprint"),
    ("xlrd", "xlrd"),
    ("xlsxwriter", "xlsxwriter"),
)

_SYSTEM_FONTS = tuple(
    Path(folder).expanduser()
    for folder in (
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "~/.local/share/fonts",
        "~/.fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
        "C:/Windows/Fonts",
    )
)
_ABSENT = say("tidak ada", "absent")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing examined; `level` says what fails without it."""

    id: str
    ok: bool
    level: Level
    found: Text
    repair: Text


@dataclass(frozen=True, slots=True)
class _Program:
    """A program that is not needed to score: its names, its use, its package."""

    id: str
    names: tuple[str, ...]
    package: str
    use: Text


_PROGRAMS = (
    _Program(
        "libreoffice",
        ("soffice", "libreoffice"),
        "libreoffice-calc",
        say("membuka buku kerja", "to open the workbooks"),
    ),
    _Program(
        "pdftoppm",
        ("pdftoppm",),
        "poppler-utils",
        say("melihat PDF sebagai gambar", "to see a PDF as a picture"),
    ),
    _Program(
        "chromium",
        ("chromium", "chromium-browser", "google-chrome"),
        "chromium",
        say("mencetak halaman HTML", "to print the HTML pages"),
    ),
)


def checks(outputs: Path = Path("outputs")) -> tuple[Check, ...]:
    """Examine everything, what is needed first; `outputs` is where results will go."""
    return (
        _python(),
        *(_dependency(name, module) for name, module in DEPENDENCIES),
        _writable(outputs),
        *_pdf(pdf_engine()),
        _system_fonts(),
        *(_program(program) for program in _PROGRAMS),
    )


def _python() -> Check:
    oldest = ".".join(str(part) for part in OLDEST_PYTHON)
    return Check(
        "python",
        sys.version_info >= OLDEST_PYTHON,
        "needed",
        same(".".join(str(part) for part in sys.version_info[:3])),
        say(
            "Pasang Python {oldest} atau lebih baru.",
            "Install Python {oldest} or later.",
            oldest=oldest,
        ),
    )


def _dependency(name: str, module: str) -> Check:
    repair = say(
        "Hapus folder .venv, lalu jalankan: {command}",
        "Delete the folder .venv, then run: {command}",
        command=SET_UP,
    )
    try:
        found = version(name)
    except PackageNotFoundError:
        return Check(name, False, "needed", _ABSENT, repair)
    return Check(name, find_spec(module) is not None, "needed", same(found), repair)


def _writable(outputs: Path) -> Check:
    place = outputs.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    ok = place.is_dir() and os.access(place, os.W_OK | os.X_OK)
    found = (
        say("dapat ditulis", "can be written")
        if ok
        else say("tidak dapat ditulis", "cannot be written")
    )
    repair = say(
        "Minta hak tulis atas folder {folder}, atau pilih folder lain.",
        "Ask for write access to the folder {folder}, or choose another.",
        folder=str(place),
    )
    return Check("outputs", ok, "needed", found, repair)


def _pdf(engine: PdfEngine) -> tuple[Check, ...]:
    found = say("ada", "present") if engine.has_pango else _ABSENT
    repair = say(
        "Jalankan: {command}", "Run: {command}", command=engine.install_command
    )
    return (
        Check("pango", engine.has_pango, "pdf", found, repair),
        Check("pdf", engine.usable, "pdf", engine.reason, repair),
    )


def _system_fonts() -> Check:
    count = sum(
        path.suffix.lower() in {".ttf", ".otf", ".ttc", ".pfb", ".woff2"}
        for folder in _SYSTEM_FONTS
        for path in folder.glob("**/*")
    )
    found = say("{count} berkas", "{count} files", count=count)
    repair = say(
        "Tidak wajib: huruf yang dipakai sudah dibawa program ini.",
        "Not required: this program brings the fonts it uses.",
    )
    return Check("system-fonts", count > 0, "optional", found, repair)


def _program(program: _Program) -> Check:
    path = next(filter(None, map(shutil.which, program.names)), None)
    repair = say(
        "Tidak wajib, hanya untuk {use}: pasang {package}.",
        "Not required, only {use}: install {package}.",
        use=program.use,
        package=program.package,
    )
    found = same(path) if path else _ABSENT
    return Check(program.id, path is not None, "optional", found, repair)
