"""`scorecard certificate revoke`, `reissue`, `register`: which ones hold no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from scorecard.cli.group import built
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.sealing.register import Entry, Event, Register

_REVOKE = Text(
    """Cabut piagam bernomor seri SERIAL. Pencabutan dicatat dalam daftar berantai di
    folder hasil; daftar itu hanya bertambah, dan tetap ada ketika hasil dibuat ulang.

    Simpan kepala daftar yang ditampilkan di tempat lain: dengan itulah kelak diketahui
    bahwa daftar tidak dipotong atau ditulis ulang (scorecard verify --register-head).

    Contoh: scorecard certificate revoke 88XA-W2TC-19WW-YQ9A --reason "Salah nama" """,
    """Revoke the certificate with the serial SERIAL. This is entered in a chained
    register in the results folder, which only grows, and stays when results are made
    again.

    Keep the register's head that is shown elsewhere: by it you will know that the
    register was not cut off or written anew (scorecard verify --register-head).

    Example: scorecard certificate revoke 88XA-W2TC-19WW-YQ9A --reason "Wrong name" """,
)
_REISSUE = Text(
    """Terbitkan lagi piagam SERIAL yang pernah dicabut: sejak itu berlaku lagi. Bila
    isinya harus lain, nilai atau ekspor lagi; piagam baru mendapat nomor seri baru,
    yang disebut dengan revoke --replaced-by.""",
    """Issue the revoked certificate SERIAL again: it holds once more. Where it has to
    say something else, evaluate or export again; the new certificate has a new serial,
    which revoke --replaced-by names.""",
)
_REGISTER = Text(
    "Tampilkan daftar piagam yang dicabut atau diterbitkan lagi, dan kepalanya.",
    "Show the certificates that were revoked or issued again, and the register's head.",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of `revoke` or `reissue` ask for."""

    language: Language
    event: Event
    serial: str
    reason: str
    on: datetime | None
    folder: Path
    replacement: str = ""


def revoke_command(language: Language) -> click.Command:
    """Build `certificate revoke`."""
    return built(
        "revoke",
        language,
        lambda **words: enter(Request(language, "revoked", **words)),
        help=_REVOKE,
        params=[*_params(language), _replaced_by_option(language)],
    )


def reissue_command(language: Language) -> click.Command:
    """Build `certificate reissue`."""
    return built(
        "reissue",
        language,
        lambda **words: enter(Request(language, "reissued", **words)),
        help=_REISSUE,
        params=_params(language),
    )


def register_command(language: Language) -> click.Command:
    """Build `certificate register`."""
    return built(
        "register",
        language,
        lambda folder: show_register(folder, language),
        help=_REGISTER,
        params=[_folder_option(language)],
    )


def show_register(folder: Path, language: Language) -> int:
    """List the entries; a broken register is refused."""
    from scorecard.errors import ExitCode, ScorecardError
    from scorecard.sealing.register import BrokenRegister
    from scorecard.verification.register_files import register_of, register_problems

    found = register_of(folder)
    if isinstance(found, BrokenRegister):
        raise ScorecardError(ExitCode.INTEGRITY, tuple(register_problems(found)))
    for entry in found.entries:
        what = _EVENTS[entry.event].in_(language)
        then = f" → {entry.replacement}" if entry.replacement else ""
        click.echo(f"{entry.day or '—'}  {entry.serial}  {what}{then}: {entry.reason}")
    _show_head(found, language)
    return ExitCode.DONE


_EVENTS: dict[Event, Text] = {
    "revoked": Text("dicabut", "revoked"),
    "reissued": Text("diterbitkan lagi", "issued again"),
}


def enter(request: Request) -> int:
    """Add an entry to the register, and show the head that it has now."""
    from scorecard.errors import ExitCode
    from scorecard.sealing.register import Entry
    from scorecard.verification.register_files import add_entry

    entry = Entry(
        request.event,
        _serial(request.serial, request),
        " ".join(request.reason.split()),
        request.replacement and _serial(request.replacement, request),
        request.on.date().isoformat() if request.on else "",
    )
    _check(entry, request)
    register = add_entry(request.folder, entry)
    done = _EVENTS[request.event].in_(request.language)
    click.echo(f"{entry.serial}: {done}. {_holder(entry.serial, request)}".rstrip())
    _show_head(register, request.language)
    return ExitCode.DONE


def _serial(typed: str, request: Request) -> str:
    """Read a serial as people type it; a slip shows in its check symbol."""
    from scorecard.sealing import is_serial, normal_serial

    serial = normal_serial(typed)
    if not is_serial(serial):
        message = say(
            "{serial} bukan nomor seri piagam: tanda pemeriksanya tidak cocok. Periksa"
            " lagi salinannya.",
            "{serial} is no serial of a certificate: its check symbol does not agree."
            " Look at it once more.",
            serial=serial,
        )
        _refuse(message, request)
    return serial


def _check(entry: Entry, request: Request) -> None:
    """Refuse what says nothing, or says twice what holds already."""
    from scorecard.sealing.register import BrokenRegister
    from scorecard.verification.register_files import register_of

    if not entry.reason:
        _refuse(Text("Sebutkan alasannya.", "Give the reason."), request)
    if entry.serial == entry.replacement:
        _refuse(_REPLACES_ITSELF, request)
    found = register_of(request.folder)
    if isinstance(found, BrokenRegister):
        return
    is_revoked = found.revoked(entry.serial) is not None
    if is_revoked != (entry.event == "reissued"):
        _refuse(_ALREADY if is_revoked else _NOT_REVOKED, request)


_REPLACES_ITSELF = Text(
    "Piagam tidak dapat menggantikan dirinya; gunakan: certificate reissue.",
    "A certificate cannot replace itself; use: certificate reissue.",
)
_ALREADY = Text("Piagam ini sudah dicabut.", "This certificate is revoked already.")
_NOT_REVOKED = Text("Piagam ini tidak dicabut.", "This certificate is not revoked.")


def _holder(serial: str, request: Request) -> str:
    """Say whose certificate it is, by the results in the folder."""
    from scorecard.cli.choices import read_results
    from scorecard.errors import ScorecardError
    from scorecard.sealing import seal

    try:
        season = read_results(request.folder / "results.json").season
    except ScorecardError:
        return _UNKNOWN.in_(request.language)
    sealed = seal(season)
    for award in season.awards:
        if award.status == "won" and sealed.certificate(award).serial == serial:
            name = season.scorecard(award.participant).participant.name
            return f"{name}, {award.title.in_(request.language)}."
    return _UNKNOWN.in_(request.language)


_UNKNOWN = Text(
    "Nomor seri ini bukan dari hasil yang sekarang ada di folder ini.",
    "This serial is not one of the results that are now in this folder.",
)


def _show_head(register: Register, language: Language) -> None:
    from scorecard.cli.verify_view import register_line

    click.echo(register_line(register, language))


def _refuse(message: Text, request: Request) -> NoReturn:
    raise click.UsageError(message.in_(request.language))


def _params(language: Language) -> list[click.Parameter]:
    return [
        click.Argument(["serial"]),
        click.Option(
            ["--reason"],
            required=True,
            metavar=Text("ALASAN", "TEXT").in_(language),
            help=Text(
                "Alasannya; akan ditampilkan kepada siapa pun yang memeriksa.",
                "The reason; shown to whoever verifies the certificate.",
            ).in_(language),
        ),
        click.Option(
            ["--on"],
            type=click.DateTime(["%Y-%m-%d"]),
            metavar=Text("TTTT-BB-HH", "YYYY-MM-DD").in_(language),
            help=Text(
                "Tanggal keputusannya (jam komputer tidak dipakai).",
                "Date of the decision (the clock is not used).",
            ).in_(language),
        ),
        _folder_option(language),
    ]


def _folder_option(language: Language) -> click.Option:
    return click.Option(
        ["-o", "--outputs", "folder"],
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path("outputs"),
        show_default=True,
        metavar="FOLDER",
        help=Text(
            "Folder hasil tempat daftar piagam itu.",
            "Results folder that the register lies in.",
        ).in_(language),
    )


def _replaced_by_option(language: Language) -> click.Option:
    return click.Option(
        ["--replaced-by", "replacement"],
        default="",
        metavar="SERIAL",
        help=Text(
            "Nomor seri piagam penggantinya.",
            "Serial of the certificate that takes its place.",
        ).in_(language),
    )
