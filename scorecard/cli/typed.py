"""How this user starts the tool: `scorecard`, or bootstrap.py, which says so itself.

Results are the same whoever makes them, so commands stand in them as ``scorecard ...``;
only what is shown on the screen is put as the user has to type it.
"""

from __future__ import annotations

import os
import re

_COMMANDS = (
    *("init", "template", "check", "assess", "evaluate", "explain", "advise", "export"),
    *("rank", "robustness", "compare", "sample", "marks", "appeal", "publish"),
    *("certificate", "verify", "rubric", "doctor"),
)
_COMMAND = re.compile(rf"\bscorecard (?=(?:{'|'.join(_COMMANDS)})\b)")


def typed_name() -> str:
    """Give the words that start the tool here: ``python3 bootstrap.py``, say."""
    return os.environ.get("SCORECARD_COMMAND") or "scorecard"


def as_typed(words: str) -> str:
    """Put the commands that the words name as this user has to type them."""
    return _COMMAND.sub(lambda _: f"{typed_name()} ", words)
