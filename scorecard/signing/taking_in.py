"""Take signed files in from an outside signing service.

A service gives files back under names of its own. Each is known by its first bytes:
they must be those of a certificate that was sent out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from scorecard.signing.additions import added_signatures
from scorecard.signing.batch import Refused, Turn, entry_of
from scorecard.signing.refusals import RefusedFileError
from scorecard.signing.signed_list import Signed
from scorecard.wording import Text, say


def take_in(
    returned: Iterable[tuple[str, bytes]], sent: Iterable[Turn]
) -> Iterator[tuple[Signed, bytes] | Refused]:
    """Check each returned file (its name, its bytes) against what was sent out.

    One that fits no certificate, is not signed, was changed besides, or fits a
    certificate for the second time is refused with its reason.
    """
    by_digest = {sha256(turn.sealed).digest(): turn for turn in sent}
    taken: dict[str, str] = {}
    for name, content in returned:
        try:
            turn = _sent_as(content, by_digest)
            _refuse_second(turn, taken, name)
            added = added_signatures(turn.current, content)
            taken[turn.certificate.path] = name
            yield entry_of(turn, content, tuple(each.signer for each in added)), content
        except RefusedFileError as error:
            yield Refused(name, error.reason)


def _sent_as(content: bytes, by_digest: Mapping[bytes, Turn]) -> Turn:
    sizes = sorted({len(turn.sealed) for turn in by_digest.values()})
    running, done = sha256(), 0
    for size in sizes:
        if size > len(content):
            break
        running.update(content[done:size])
        done = size
        found = by_digest.get(running.digest())
        if found is not None:
            return found
    raise RefusedFileError(_NOT_OURS)


def _refuse_second(turn: Turn, taken: Mapping[str, str], name: str) -> None:
    earlier = taken.get(turn.certificate.path)
    if earlier is not None:
        raise RefusedFileError(
            say(
                "Piagam ini sudah diterima dari berkas {earlier}; {name} dilewati.",
                "This certificate was taken in from {earlier} already; {name} is left "
                "out.",
                earlier=earlier,
                name=name,
            )
        )


_NOT_OURS = Text(
    "Berkas ini tidak diawali byte satu pun piagam yang dikirim: bukan piagam musim "
    "ini, atau isinya diubah.",
    "This file begins with none of the certificates that were sent out: it is no "
    "certificate of this season, or it was altered.",
)
