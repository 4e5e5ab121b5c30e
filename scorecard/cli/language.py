"""The language of help and messages: chosen before anything is read or shown."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from scorecard.number import Language

_CATALOGUES = Path(__file__).parent.parent / "locale"
_VARIABLES = ("SCORECARD_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language(words: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Take `--lang`, else SCORECARD_LANG, else the locale; English if it is another."""
    wish = _option(words) or next(
        (value for name in _VARIABLES if (value := environment.get(name))), ""
    )
    return "id" if wish.lower().startswith("id") else "en"


def speak(language: Language) -> None:
    """Let Click's own words come in the language as well.

    Click asks gettext's default domain, for which there is an Indonesian catalogue.
    """
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", str(_CATALOGUES))


def _option(words: Sequence[str]) -> str:
    wish = _wish(words)
    return wish if wish in ("id", "en") else ""


def _wish(words: Sequence[str]) -> str:
    for position, word in enumerate(words):
        if word == "--":
            break
        if word == "--lang":
            return next(iter(words[position + 1 : position + 2]), "")
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return ""
