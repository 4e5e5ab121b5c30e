"""Make the table of codes at the end of docs/verify.md from the problems themselves.

Run ``python -m tests.verify_docs`` after a code was added or its words were changed.
"""

from __future__ import annotations

from pathlib import Path

from scorecard.problem_list import SEVERITY_WORDS
from scorecard.verification.problems import PROBLEMS

PAGE = Path(__file__).parent.parent / "docs" / "verify.md"
HEADING = "## Kode · Codes\n\n"


def codes_table() -> str:
    """Write a row for each code: its severity and its message in both languages."""
    rows = ["| kode · code | Bahasa Indonesia | English |", "|---|---|---|"]
    for code, words in PROBLEMS.items():
        severity = SEVERITY_WORDS[words.severity]
        indonesian, english = words.message
        rows.append(
            f"| `{code}` | *{severity.id}*: {indonesian} | *{severity.en}*: {english} |"
        )
    return "\n".join(rows) + "\n"


def page() -> str:
    """Give the page with its table as it should be."""
    text, _, _ = PAGE.read_text(encoding="utf-8").partition(HEADING)
    return text + HEADING + codes_table()


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
