"""How sure a figure of the rubric is, in words: verified in a source, or assumed."""

from __future__ import annotations

from scorecard.rubric.basis import Assumed, Basis, SingleBasis, Verified
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book
from scorecard.sheets.words import WORDS

_KEYS = {
    "coverage": "coverage_key",
    "limits": "limits_key",
    "maximum": "maximum_key",
    "missing": "missing_policy",
    "mode": "mode_key",
    "otherwise": "otherwise_key",
    "places": "places_key",
    "ranges": "ranges_key",
    "title": "title_key",
}
"""Keys of the rubric whose heading on the sheet has another name."""


def basis_kind(book: Book, basis: Basis | None) -> str:
    """Give one word: verified, assumption, or both where keys differ."""
    if basis is None:
        return ""
    singles = basis.values() if isinstance(basis, dict) else (basis,)
    kinds = dict.fromkeys(
        "verified" if isinstance(each, Verified) else "assumption" for each in singles
    )
    return ", ".join(book.word(kind) for kind in kinds)


def basis_words(book: Book, rubric: Rubric, basis: Basis | None) -> str:
    """Give the source that was read, or why the figure was chosen."""
    if basis is None:
        return ""
    if isinstance(basis, dict):
        return "\n".join(
            f"{_key(book, key)}: {_single(book, rubric, single)}"
            for key, single in basis.items()
        )
    return _single(book, rubric, basis)


def _single(book: Book, rubric: Rubric, basis: SingleBasis) -> str:
    match basis:
        case Verified():
            source = rubric.sources.get(basis.verified)
            if source is None:
                return basis.verified
            return f"{source.title.text.in_(book.language)}, {source.where}"
        case Assumed():
            return basis.assumption.text.in_(book.language)
        case _:
            return book.word("assumption")


def _key(book: Book, key: str) -> str:
    known = _KEYS.get(key, key)
    return book.word(known) if known in WORDS else key
