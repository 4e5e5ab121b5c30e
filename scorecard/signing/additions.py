"""Hold a signed file against the one that went out: a signature more, nothing else."""

from __future__ import annotations

import io
import logging

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    FormUpdatingRule,
    GenericFieldModificationRule,
    ModificationLevel,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON

from scorecard.evidence.signatures import read_signatures
from scorecard.model import FileSignature
from scorecard.signing.refusals import RefusedFileError
from scorecard.signing.room import fields_are_filled_as_usual
from scorecard.wording import Text

# The library's own rules, but that the first signature may say that there is one now.
_POLICY = StandardDiffPolicy(
    global_rules=DEFAULT_DIFF_POLICY.global_rules,
    form_rule=FormUpdatingRule(
        field_rules=[
            SigFieldCreationRule(),  # type: ignore[no-untyped-call]
            SigFieldModificationRule(),
            GenericFieldModificationRule(),
        ],
        ignored_acroform_keys=ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"},
    ),
)
_WHOLE = frozenset({"intact", "added_to"})


def added_signatures(unsigned: bytes, signed: bytes) -> tuple[FileSignature, ...]:
    """Give the signatures that `signed` has and `unsigned` has not, each checked.

    Raises RefusedFileError unless `signed` begins with every byte of `unsigned`, what
    follows is nothing but signatures in fields that were empty, each of them is
    valid, and the last one covers the whole file.
    """
    if not signed.startswith(unsigned):
        raise RefusedFileError(_ANOTHER_FILE)
    if len(signed) == len(unsigned):
        raise RefusedFileError(_NOT_SIGNED)
    earlier, found = read_signatures(unsigned), read_signatures(signed)
    added = found[len(earlier) :]
    if not added:
        raise RefusedFileError(_NOT_SIGNED)
    for each in found:
        if each.integrity not in _WHOLE:
            raise RefusedFileError(each.summary)
    if not any(each.whole_file for each in added):
        raise RefusedFileError(_ADDED_TO)
    if not fields_are_filled_as_usual(signed):
        raise RefusedFileError(_ROOM_ALTERED)
    _refuse_other_changes(unsigned, signed)
    return added


def _refuse_other_changes(unsigned: bytes, signed: bytes) -> None:
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL + 1)
    try:
        before = PdfFileReader(io.BytesIO(unsigned)).xrefs.total_revisions
        reader = PdfFileReader(io.BytesIO(signed))
        review = _POLICY.review_file(reader, before - 1)
    except (PdfError, ValueError) as error:
        raise RefusedFileError(_UNREADABLE) from error
    if isinstance(review, SuspiciousModification):
        raise RefusedFileError(_MORE_THAN_SIGNED) from review
    if review.modification_level > ModificationLevel.FORM_FILLING:
        raise RefusedFileError(_MORE_THAN_SIGNED)


_ANOTHER_FILE = Text(
    "Berkas ini bukan berkas yang dikirim untuk ditandatangani: isinya tidak diawali "
    "byte yang sama.",
    "This is not the file that was sent for signing: it does not begin with the same "
    "bytes.",
)
_NOT_SIGNED = Text("Berkas ini belum ditandatangani.", "This file is not signed.")
_ADDED_TO = Text(
    "Setelah tanda tangan terakhir masih ada tambahan.",
    "Something was added after the last signature.",
)
_ROOM_ALTERED = Text(
    "Ruang tempat tanda tangan berisi hal lain selain tanda tangan.",
    "The room of the signature holds something besides the signature.",
)
_MORE_THAN_SIGNED = Text(
    "Selain tanda tangan, ada perubahan lain pada berkas ini.",
    "Besides the signature there are other changes in this file.",
)
_UNREADABLE = Text(
    "Tambahan pada berkas ini tidak terbaca.",
    "What was added to this file is not readable.",
)
