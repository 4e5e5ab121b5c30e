"""How like a file is to the one made again: to the byte, or all but its packing."""

from __future__ import annotations

from typing import Literal, TypeAlias

from scorecard.signing.additions import added_signatures
from scorecard.signing.refusals import RefusedFileError
from scorecard.verification.unpacked_pdf import unpacked_pdf
from scorecard.verification.unpacked_report import holds_packed_blocks, unpacked_report
from scorecard.verification.unpacked_zip import unpacked_zip

Likeness: TypeAlias = Literal["same", "packed_otherwise", "other"]


def likeness(content: bytes, made: bytes) -> Likeness:
    """Compare a file with what was made; whole signatures may stand behind a PDF.

    ``packed_otherwise``: each part and stream inflates to the same bytes, and all else
    is the same, as when another zlib deflated them.
    """
    if made.startswith(b"%PDF-"):
        return _of_pdf(content, made)
    if content == made:
        return "same"
    unpacked = unpacked_zip if made.startswith(b"PK") else unpacked_report
    own = unpacked(content)
    return "packed_otherwise" if own and own == unpacked(made) else "other"


def is_packed(made: bytes) -> bool:
    """Tell whether a file holds anything deflated."""
    return made.startswith((b"%PDF-", b"PK")) or holds_packed_blocks(made)


def _of_pdf(content: bytes, made: bytes) -> Likeness:
    if _is_that_plus_signatures(content, made):
        return "same"
    own, wanted = unpacked_pdf(content), unpacked_pdf(made)
    if own is None or wanted is None or own.form != wanted.form:
        return "other"
    found = _is_that_plus_signatures(content, content[: own.end])
    return "packed_otherwise" if found else "other"


def _is_that_plus_signatures(content: bytes, made: bytes) -> bool:
    if content == made:
        return True
    try:
        return bool(added_signatures(made, content))
    except RefusedFileError:
        return False
