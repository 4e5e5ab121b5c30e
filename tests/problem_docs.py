"""Make the documentation of problems from their table: docs/masalah.md, problems.md.

Run ``python -m tests.problem_docs`` after a code was added or its words were changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scorecard.evidence.problems import PROBLEMS
from scorecard.number import Language
from scorecard.problem_list import SEVERITY_WORDS
from scorecard.wording import Text
from tests.problem_examples import example

DOCS = Path(__file__).parent.parent / "docs"
FILES: dict[Language, str] = {"id": "masalah.md", "en": "problems.md"}

_TITLE = Text("Masalah dan perbaikannya", "Problems and their repair")
_INTRODUCTION = Text(
    "Setiap masalah mempunyai kode yang tetap, tingkat, tempat (berkas, lembar, sel), "
    "isi yang terbaca, yang seharusnya, dan cara memperbaikinya. `scorecard check "
    "inputs/` menampilkan semuanya tanpa menulis apa pun; `problems.csv` dan "
    "`results.json` memuatnya.\n\n"
    "- **kesalahan**: sebuah nilai atau berkas tidak dapat dipakai.\n"
    "- **peringatan**: nilainya dipakai, tetapi perlu diperiksa.\n"
    "- **catatan**: tidak ada yang harus diperbaiki.\n\n"
    "Contoh-contoh di bawah ini karangan. Halaman ini dibuat dengan "
    "`python -m tests.problem_docs`. [English](problems.md)",
    "Every problem has a code that stays, a severity, a place (file, sheet, cell), "
    "what was seen, what was expected and how to repair it. `scorecard check inputs/` "
    "shows all of them and writes nothing; `problems.csv` and `results.json` hold "
    "them.\n\n"
    "- **error**: a value or a file cannot be used.\n"
    "- **warning**: the value is used, but should be checked.\n"
    "- **note**: nothing has to be repaired.\n\n"
    "The examples below are made up. This page is made by "
    "`python -m tests.problem_docs`. [Bahasa Indonesia](masalah.md)",
)
_PLACE = Text("Tempat", "Place")
_SEEN = Text("Terbaca", "Seen")
_MESSAGE = Text("Contoh pesan", "Example")
_EXPECTED = Text("Seharusnya", "Expected")
_REPAIR = Text("Perbaikan", "Repair")


def page(language: Language) -> str:
    """Write the whole page of one language, codes in the table's order."""
    parts = [f"# {_TITLE.in_(language)}", _INTRODUCTION.in_(language), _list(language)]
    parts += ["\n".join(_section(code, language)) for code in PROBLEMS]
    return "\n\n".join(parts) + "\n"


def _list(language: Language) -> str:
    by_severity: dict[str, list[str]] = {}
    for code, words in PROBLEMS.items():
        word = SEVERITY_WORDS[words.severity].in_(language)
        by_severity.setdefault(word, []).append(f"[{code}](#{code})")
    return "\n\n".join(
        f"**{word}** ({len(codes)}): {' · '.join(codes)}"
        for word, codes in by_severity.items()
    )


def _section(code: str, language: Language) -> Iterator[str]:
    shown = example(code)
    yield f"## {code}"
    yield ""
    yield f"*{SEVERITY_WORDS[shown.severity].in_(language)}*"
    yield ""
    lines = (
        (_PLACE, f"`{shown.location}`"),
        (_SEEN, f"`{shown.seen}`" if shown.seen else ""),
        (_MESSAGE, shown.message.in_(language)),
        (_EXPECTED, shown.expected.in_(language)),
        (_REPAIR, shown.repair.in_(language)),
    )
    yield from (f"- {name.in_(language)}: {words}" for name, words in lines if words)


def main() -> None:
    """Write both pages."""
    for language, name in FILES.items():
        (DOCS / name).write_text(page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
