"""Step 7, export: the folder of signed certificates, and the queue for a service.

Signed files stand in a folder of their own: what was sealed in outputs/ is never
rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scorecard import folder, refusals
from scorecard.artifact import Artifact
from scorecard.csv_table import csv_bytes
from scorecard.signing.signed_list import LIST, Signed, read_list, write_list
from scorecard.signing.waiting import Waiting

QUEUE = "antrean.csv"
_COLUMNS = (
    "Berkas",
    "Nomor seri",
    "Nomor piagam",
    "Kode peserta",
    "Peserta",
    "Penghargaan",
    "Kolom tanda tangan",
    "Penanda tangan",
    "Ukuran (bita)",
    "SHA-256",
)


@dataclass(frozen=True, slots=True)
class SignedFolder:
    """What a folder of signed files holds: its list, and each file by its path."""

    signed: tuple[Signed, ...]
    contents: Mapping[str, bytes]


def read_signed(path: Path, results: str) -> SignedFolder:
    """Read a folder of signed files of these results; an absent one is empty.

    Raises UnreadableListError, and OSError when a listed file is absent.
    """
    listed = path / LIST
    if not listed.is_file():
        return SignedFolder((), {})
    signed = read_list(listed.read_bytes(), results)
    return SignedFolder(signed, {each.path: _content(path, each) for each in signed})


def write_signed(
    path: Path, old: SignedFolder, new: Iterable[tuple[Signed, bytes]], results: str
) -> int:
    """Add signed files to those of `old`, all or none; say how many were added.

    Raises ScorecardError(USAGE) when the folder holds anything else.
    """
    added = {entry.path: (entry, content) for entry, content in new}
    kept = {each.path: (each, old.contents[each.path]) for each in old.signed}
    entries = {**kept, **added}
    files = [Artifact(name, content) for name, (_, content) in entries.items()]
    listed = write_list(tuple(entry for entry, _ in entries.values()), results)
    ours = {LIST, *kept}
    _replace(path, (*files, Artifact(LIST, listed)), ours)
    return len(added)


def write_queue(
    path: Path, certificates: Iterable[tuple[Waiting, bytes, str]]
) -> tuple[str, ...]:
    """Write unsigned files (each with its digest) and their list to an empty folder."""
    going = tuple(certificates)
    files = [Artifact(one.path, content) for one, content, _ in going]
    listed = Artifact(QUEUE, _queue_list(going))
    _replace(path, (*files, listed), set())
    return tuple(one.path for one, _, _ in going)


def _content(path: Path, signed: Signed) -> bytes:
    if not folder.is_below(signed.path):
        raise FileNotFoundError(signed.path)
    return (path / signed.path).read_bytes()


def _replace(path: Path, files: Iterable[Artifact], ours: set[str]) -> None:
    target = path.resolve()
    with refusals.spoken(path), folder.locked(target):
        folder.recover(target)
        _refuse_foreign(path, frozenset(ours))
        with folder.replaced(target) as fresh:
            for each in files:
                folder.store(fresh, each.path, each.content)


def _refuse_foreign(path: Path, ours: frozenset[str]) -> None:
    if path.exists() and not path.is_dir():
        raise refusals.unplaceable(path)
    lost = folder.strangers(path, ours) if path.is_dir() else ()
    if lost:
        raise refusals.foreign(path, lost)


def _queue_list(going: Iterable[tuple[Waiting, bytes, str]]) -> bytes:
    return csv_bytes(_COLUMNS, _rows(going))


def _rows(going: Iterable[tuple[Waiting, bytes, str]]) -> Iterator[list[str]]:
    for one, content, sha256 in going:
        yield [
            one.path,
            one.serial,
            one.number,
            one.participant,
            one.participant_name,
            one.award,
            "; ".join(field.name for field in one.fields),
            "; ".join(field.office for field in one.fields),
            str(len(content)),
            sha256,
        ]
