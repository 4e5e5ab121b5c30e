"""What the commands on certificates share: the sealed files, and their signed ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import read_results
from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.model import Season
    from scorecard.rubric.nouns import Rubric
    from scorecard.sealing.register import Entry, Register
    from scorecard.signed_folder import SignedFolder
    from scorecard.signing.batch import Refused, Turn
    from scorecard.signing.waiting import Waiting

DEFAULT_SIGNED = Path("signed")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A season's folder: its results, their digest, and its certificates' bytes."""

    season: Season
    rubric: Rubric
    results: str
    certificates: tuple[tuple[Waiting, bytes], ...]
    register: Register


def sealed_certificates(outputs: Path) -> Sealed:
    """Read the certificates of a folder that is as it was made.

    Raises ScorecardError: INPUT when there are no results, INTEGRITY when a
    certificate is absent or was altered since, or the register is broken.
    """
    from hashlib import sha256

    from scorecard.signing.waiting import waiting

    path = outputs / "results.json"
    source = read_results(path)
    listed = waiting(source.season, source.rubric)
    digests = _listed_digests(outputs)
    found = tuple(_as_made(outputs, each, digests) for each in listed)
    if problems := tuple(each for each in found if isinstance(each, Problem)):
        raise ScorecardError(ExitCode.INTEGRITY, problems)
    results = sha256(path.read_bytes()).hexdigest()
    contents = tuple(each for each in found if isinstance(each, bytes))
    certificates = tuple(zip(listed, contents, strict=True))
    register = _register(outputs)
    return Sealed(source.season, source.rubric, results, certificates, register)


def already_signed(folder: Path, sealed: Sealed) -> SignedFolder:
    """Read what is signed already; raises ScorecardError(INTEGRITY) if it is damaged.

    A signed file that is no longer what the list says is damaged, too.
    """
    from scorecard.signed_folder import read_signed
    from scorecard.signing.signed_list import UnreadableListError, digest

    try:
        found = read_signed(folder, sealed.results)
    except UnreadableListError as error:
        raise _damaged(folder / "signed.json", error.reason) from None
    except OSError as error:
        name = Path(str(error.filename or folder))
        raise _damaged(name, _ABSENT) from None
    for each in found.signed:
        if digest(found.contents[each.path]) != each.signed:
            raise _damaged(folder / each.path, _ALTERED)
    return found


def turns(sealed: Sealed, signed: SignedFolder) -> Iterator[Turn]:
    """Give each certificate that holds its turn, as sealed and as signed so far."""
    from scorecard.signing.batch import Turn

    for certificate, content in sealed.certificates:
        if sealed.register.revoked(certificate.serial) is None:
            current = signed.contents.get(certificate.path, content)
            yield Turn(certificate, content, current)


def revoked(sealed: Sealed) -> tuple[Refused, ...]:
    """Name the certificates that were revoked: they are never signed."""
    from scorecard.signing.batch import Refused

    return tuple(
        Refused(certificate.path, _revoked(entry))
        for certificate, _ in sealed.certificates
        if (entry := sealed.register.revoked(certificate.serial)) is not None
    )


def _revoked(entry: Entry) -> Text:
    return say("Piagam ini dicabut: {why}", "This was revoked: {why}", why=entry.reason)


def told(refused: tuple[Refused, ...], language: Language) -> None:
    """Name what was left out, each with its reason, on stderr."""
    for each in refused:
        click.echo(f"{each.path}: {each.reason.in_(language)}", err=True)


def results_argument() -> click.Argument:
    """Take the folder that `scorecard evaluate` made."""
    return click.Argument(
        ["outputs"],
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("outputs"),
    )


def signed_option(language: Language) -> click.Option:
    """Offer `--signed`."""
    return click.Option(
        ["--signed"],
        type=click.Path(file_okay=False, path_type=Path),
        default=DEFAULT_SIGNED,
        show_default=True,
        metavar="FOLDER",
        help=Text(
            "Folder untuk berkas yang sudah ditandatangani.",
            "Folder for the signed files.",
        ).in_(language),
    )


_ABSENT = Text("Berkas ini tidak ada.", "This file is absent.")
_ALTERED = Text(
    "Berkas ini berubah sejak dibuat.", "This file was altered since it was made."
)


def _register(outputs: Path) -> Register:
    from scorecard.sealing.register import Register
    from scorecard.verification.register_files import register_of, register_problems

    found = register_of(outputs)
    if isinstance(found, Register):
        return found
    raise ScorecardError(ExitCode.INTEGRITY, tuple(register_problems(found)))


def _listed_digests(outputs: Path) -> dict[str, str]:
    from scorecard.manifest import listing

    found = listing(outputs)
    return {file.path: file.sha256 for file in found.files} if found else {}


def _as_made(
    outputs: Path, certificate: Waiting, digests: dict[str, str]
) -> bytes | Problem:
    from hashlib import sha256

    path = outputs / certificate.path
    try:
        content = path.read_bytes()
    except OSError:
        return _problem(path, _ABSENT)
    if sha256(content).hexdigest() != digests.get(certificate.path):
        return _problem(path, _ALTERED)
    return content


def _damaged(path: Path, reason: Text) -> ScorecardError:
    return ScorecardError(ExitCode.INTEGRITY, (_problem(path, reason),))


def _problem(path: Path, reason: Text) -> Problem:
    return Problem(
        code="certificate-not-as-made",
        severity="error",
        participant="",
        location=Location(path.as_posix()),
        seen="",
        message=reason,
        expected=say(
            "piagam seperti yang dibuat scorecard",
            "the certificate as scorecard made it",
        ),
        repair=say(
            "Buat lagi dari hasilnya: scorecard export --format pdf --all",
            "Make it again from the results: scorecard export --format pdf --all",
        ),
    )
