"""Find out whether PDFs can be made here, without risking this process.

WeasyPrint is tried in a child: without Pango it prints a banner, and without any font
it crashes the interpreter.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from scorecard.wording import Text, say

# What each package manager calls the libraries that WeasyPrint loads, and a font.
_PANGO = {
    "apt-get": "apt-get install --no-install-recommends"
    " libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "dnf install pango harfbuzz",
    "apk": "apk add pango so:libharfbuzz-subset.so.0",
    "pacman": "pacman -S pango harfbuzz",
    "brew": "brew install pango harfbuzz",
}
_FONT = {
    "apt-get": "apt-get install --no-install-recommends fonts-dejavu-core",
    "dnf": "dnf install dejavu-sans-fonts",
    "apk": "apk add font-dejavu",
    "pacman": "pacman -S ttf-dejavu",
    "brew": "brew install font-dejavu",
}

Outcome: TypeAlias = Literal[
    "ready", "no_subsetter", "no_library", "no_package", "crash"
]

_REASONS: dict[Outcome, Text] = {
    "ready": say("siap", "ready"),
    "no_subsetter": say(
        "siap, tetapi tanpa pustaka HarfBuzz-subset",
        "ready, but without the HarfBuzz-subset library",
    ),
    "no_library": say(
        "pustaka sistem Pango tidak ada", "the system library Pango is absent"
    ),
    "no_package": say(
        "paket WeasyPrint tidak terpasang", "the package WeasyPrint is not installed"
    ),
    "crash": say(
        "percobaan cetak gagal; biasanya karena tidak ada huruf (font) sama sekali",
        "the trial print failed; usually because there is no font at all",
    ),
}
_COMMANDS: dict[Outcome, dict[str, str]] = {
    "no_subsetter": _PANGO,
    "no_library": _PANGO,
    "crash": _FONT,
}

_BUNDLED_FONTS = Path(__file__).parent / "pages" / "fonts"
_TRIAL_SECONDS = 30

# The set-up is made anew when its folder is gone.
SET_UP = "python3 bootstrap.py doctor"


@dataclass(frozen=True, slots=True)
class PdfEngine:
    """Whether PDFs can be made; if not, why, and the command that mends it.

    A usable engine may still carry a command: without HarfBuzz's subsetter PDFs are
    made, but their bytes differ from those of other computers.
    """

    usable: bool
    reason: Text
    install_command: str
    has_pango: bool = True


@cache
def pdf_engine() -> PdfEngine:
    """Render one line in a child process, once a process; about a second."""
    outcome = _try_in_child()
    usable = outcome in ("ready", "no_subsetter")
    has_pango = outcome not in ("no_library", "no_package")
    return PdfEngine(
        usable, _REASONS[outcome], _mending_command(outcome), has_pango=has_pango
    )


def trial_line() -> Outcome:
    """Render one line with the bundled font; call it in a child process only."""
    try:
        from weasyprint import HTML
        from weasyprint.text import ffi
    except ImportError:
        return "no_package"
    except OSError:
        return "no_library"
    HTML(string=f"<style>{_font_face()}</style><p>Piagam 100").write_pdf()
    return "ready" if ffi.harfbuzz_subset is not None else "no_subsetter"


def _font_face() -> str:
    fonts = sorted(_BUNDLED_FONTS.glob("**/*.woff2"))
    if not fonts:
        return ""
    return (
        f"@font-face {{ font-family: trial; src: url({fonts[0].as_uri()}) }}"
        "* { font-family: trial }"
    )


def _try_in_child() -> Outcome:
    question = "from scorecard.engine import trial_line; print(trial_line())"
    package = str(Path(__file__).parent.parent)
    path = os.pathsep.join([package, *filter(None, [os.environ.get("PYTHONPATH")])])
    try:
        answer = subprocess.run(
            [sys.executable, "-P", "-W", "ignore", "-c", question],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            timeout=_TRIAL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return "crash"
    # WeasyPrint's own banner may stand above the answer.
    words = answer.stdout.decode(errors="replace").split()[-1:]
    return next((outcome for outcome in _REASONS if words == [outcome]), "crash")


def _mending_command(outcome: Outcome) -> str:
    if outcome == "no_package":
        return SET_UP
    commands = _COMMANDS.get(outcome, {})
    if not commands:
        return ""
    manager = next((name for name in commands if shutil.which(name)), "apt-get")
    return _as_administrator(commands[manager])


def _as_administrator(command: str) -> str:
    is_root = not hasattr(os, "geteuid") or os.geteuid() == 0
    return command if is_root or command.startswith("brew") else f"sudo {command}"
