"""What a verification shows: each problem with its place, then how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from scorecard.cli.problems import problem_json, severity_counts, tinted
from scorecard.errors import ExitCode, Problem
from scorecard.number import Language
from scorecard.sealing.register import BrokenRegister, Register
from scorecard.verification.folder import Verified
from scorecard.wording import Text, say


def verified_lines(found: Verified, language: Language) -> Iterator[str]:
    """Tell a person; the last line is the outcome."""
    yield from listed(found.problems, language)
    if found.sealed is not None:
        root = Text("Akar segel", "Root of the seal").in_(language)
        yield f"{root}: {found.sealed.seal.root}"
    if isinstance(found.register, Register) and found.register.entries:
        yield register_line(found.register, language)
    colour = "green" if found.holds else "red"
    yield tinted(outcome_of(found).in_(language), colour)


def verified_json(found: Verified, language: Language) -> str:
    """Tell another program the same."""
    sealed, register = found.sealed, found.register
    content = {
        "exit_code": int(ExitCode.DONE if found.holds else ExitCode.INTEGRITY),
        "reason": outcome_of(found).in_(language),
        "holds": found.holds,
        "files": found.files,
        "made_again": found.remade,
        "pages_made_again": found.pages_remade,
        "scored_again": found.rescored,
        "root": sealed.seal.root if sealed else None,
        "register_head": None
        if isinstance(register, BrokenRegister)
        else register.head,
        "problems": [problem_json(each, language) for each in found.problems],
    }
    return as_json(content)


def listed(problems: tuple[Problem, ...], language: Language) -> Iterator[str]:
    """Write problems under a heading for each severity, then each repair once."""
    for _, group in groupby(problems, key=lambda problem: problem.severity):
        alike = tuple(group)
        yield severity_counts(alike, language)
        for problem in alike:
            yield f"  {harmless(str(problem.location))} ({problem.code})"
            yield f"    {harmless(problem.message.in_(language))}"
    for repair in dict.fromkeys(each.repair.in_(language) for each in problems):
        yield f"→ {repair}"
    if problems:
        yield ""


def harmless(words: str) -> str:
    """Write out what steers a terminal or turns words round: ``\\x1b``, ``\\u202e``.

    A name or a reason that somebody else wrote must not wipe away what was found.
    """
    return "".join(
        ascii(sign)[1:-1] if category(sign)[0] == "C" else sign for sign in words
    )


def as_json(content: object) -> str:
    """Write JSON as text that can be shown, whatever bytes a file's name is made of."""
    text = json.dumps(content, indent=1, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def register_line(register: Register, language: Language) -> str:
    """Show the head, to be kept elsewhere."""
    words = say(
        "Daftar piagam: {n} catatan, kepala {head}",
        "Register: {n} {entries}, head {head}",
        n=len(register.entries),
        entries="entry" if len(register.entries) == 1 else "entries",
        head=register.head,
    )
    return words.in_(language)


def outcome_of(found: Verified) -> Text:
    """Say in one sentence how the verification ended."""
    errors = sum(problem.severity == "error" for problem in found.problems)
    if errors:
        return say(
            "TIDAK UTUH: {n} perbedaan (kode keluar 5).",
            "NOT WHOLE: {n} {what} (exit code 5).",
            n=errors,
            what="difference" if errors == 1 else "differences",
        )
    return say(
        "Utuh: {n} berkas seperti ketika disegel{more}.",
        "Whole: {n} {files} as they were sealed{more}.",
        n=found.files,
        files="file" if found.files == 1 else "files",
        more=_how(found),
    )


_MADE = Text(", dibuat ulang dan sama", ", made again and equal")
_MADE_BUT_PAGES = Text(
    ", dibuat ulang dan sama (rapor dan piagam hanya menurut sidiknya)",
    ", made again and equal (pages by their digests alone)",
)


def _how(found: Verified) -> Text:
    made = _MADE if found.pages_remade or not found.remade else _MADE_BUT_PAGES
    scored = Text(
        ", dinilai lagi dengan hasil sama", ", scored again with equal results"
    )
    parts = (
        (found.remade, made),
        (not found.remade, Text(", tidak dibuat ulang", ", not made again")),
        (found.rescored, scored),
    )
    told = [words for done, words in parts if done]
    return Text("".join(each.id for each in told), "".join(each.en for each in told))
