"""What is entered in the register of certificates, what is refused, what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from scorecard.number import Language
from scorecard.wording import Spoken, Text, say

if TYPE_CHECKING:
    from scorecard.sealing.register import Entry, Event, Register


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
    earlier: bool = False


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
    holder = _check(entry, request)
    register = add_entry(request.folder, entry)
    done = _EVENTS[request.event].in_(request.language)
    click.echo(f"{entry.serial}: {done}. {holder.in_(request.language)}".rstrip())
    _show_head(register, request.language)
    click.echo(_KEEP.in_(request.language))
    return ExitCode.DONE


def show_register(folder: Path, language: Language) -> int:
    """List the entries by their numbers; a broken register is refused."""
    from scorecard.cli.verify_view import harmless
    from scorecard.errors import ExitCode, ScorecardError
    from scorecard.sealing.register import BrokenRegister
    from scorecard.verification.register_files import register_of, register_problems

    found = register_of(folder)
    if isinstance(found, BrokenRegister):
        raise ScorecardError(ExitCode.INTEGRITY, tuple(register_problems(found)))
    holders = _holders(folder) if found.entries else {}
    for number, entry in enumerate(found.entries, start=1):
        told = f"{number}. {_line(entry, language)}"
        whose = holders.get(entry.serial, Text("", "")).in_(language)
        click.echo(harmless(f"{told} ({whose})" if whose else told))
    if not found.entries:
        click.echo(_EMPTY.in_(language))
    _show_head(found, language)
    return ExitCode.DONE


_EVENTS: Mapping[Event, Text] = {
    "revoked": Text("dicabut", "revoked"),
    "reissued": Text("diterbitkan lagi", "issued again"),
}
_KEEP = Text(
    "Simpan kepala ini di tempat lain: dengannya kelak ketahuan bila daftar dipotong.",
    "Keep this head somewhere else: by it a register that was cut off will be noticed.",
)
_EMPTY = Text(
    "Belum ada piagam yang dicabut.", "No certificate has been revoked so far."
)


def _line(entry: Entry, language: Language) -> str:
    what = _EVENTS[entry.event].in_(language)
    then = f" → {entry.replacement}" if entry.replacement else ""
    return f"{entry.day or '—'}  {entry.serial}  {what}{then}: {entry.reason}"


def _serial(typed: str, request: Request) -> str:
    """Read a serial as people type it; a slip shows in its check symbol."""
    from scorecard.sealing import is_serial, normal_serial

    serial = normal_serial(typed)
    if not is_serial(serial):
        looks_like_one = serial.count("-") == _HYPHENS
        words = _SLIP if looks_like_one else _NO_SERIAL
        _refuse(words, request, serial=typed.strip())
    return serial


_HYPHENS = 3
_SLIP = (
    "{serial} bukan nomor seri piagam: tanda pemeriksanya tidak cocok. Periksa lagi"
    " salinannya.",
    "{serial} is no serial of a certificate: its check symbol does not agree. Look at"
    " it once more.",
)
_NO_SERIAL = (
    "{serial} bukan nomor seri piagam. Nomor seri tercetak di piagam, misalnya"
    " 2HSM-8QXM-2W5J-J2WY.",
    "{serial} is no serial of a certificate. It is printed on the certificate, such as"
    " 2HSM-8QXM-2W5J-J2WY.",
)


def _check(entry: Entry, request: Request) -> Text:
    """Refuse what says nothing, or twice what holds already; give whose it is."""
    from scorecard.verification.claims import day_of

    if not entry.reason:
        _refuse(_NO_REASON, request)
    if entry.serial == entry.replacement:
        _refuse(_REPLACES_ITSELF, request)
    last = _revocation(entry.serial, request)
    if entry.event == "reissued" and last is None:
        _refuse(_NOT_REVOKED, request, serial=entry.serial)
    if entry.event == "revoked" and last is not None:
        day = day_of(last.day) or "—"
        _refuse(_ALREADY, request, serial=last.serial, reason=last.reason, day=day)
    holder = _holders(request.folder).get(entry.serial)
    if holder is None and entry.event == "revoked" and not request.earlier:
        folder = request.folder.as_posix()
        _refuse(_UNKNOWN, request, serial=entry.serial, folder=folder)
    return say("{whose}.", "{whose}.", whose=holder) if holder else _OF_EARLIER


_NO_REASON = ("Sebutkan alasannya.", "Give the reason.")
_REPLACES_ITSELF = (
    "Piagam tidak dapat menggantikan dirinya; gunakan: certificate reissue.",
    "A certificate cannot replace itself; use: certificate reissue.",
)
_ALREADY = (
    "Piagam {serial} sudah dicabut (tanggal: {day}; alasan: {reason}).",
    "Certificate {serial} is revoked already (date: {day}; reason: {reason}).",
)
_NOT_REVOKED = (
    "Piagam {serial} tidak sedang dicabut, jadi tidak perlu diterbitkan lagi.",
    "Certificate {serial} is not revoked, so there is nothing to issue again.",
)
_UNKNOWN = (
    "Tidak ada piagam bernomor seri {serial} dalam hasil di folder {folder}. Bila"
    " piagam itu dari hasil terdahulu, tambahkan --earlier; bila foldernya lain,"
    " sebutkan dengan -o.",
    "No certificate of the results in the folder {folder} has the serial {serial}."
    " If it is of earlier results, add --earlier; if the folder is another, name it"
    " with -o.",
)
_OF_EARLIER = Text(
    "Piagam itu dari hasil terdahulu, bukan dari hasil yang kini ada di folder ini.",
    "It is of earlier results, not of those that are now in this folder.",
)


def _revocation(serial: str, request: Request) -> Entry | None:
    """Find the entry by which it is revoked; a broken register is told of later."""
    from scorecard.sealing.register import Register
    from scorecard.verification.register_files import register_of

    found = register_of(request.folder)
    return found.revoked(serial) if isinstance(found, Register) else None


def _holders(folder: Path) -> Mapping[str, Text]:
    """Say of each serial of the folder's results whose it is, and for what."""
    from scorecard.cli.choices import read_results
    from scorecard.errors import ScorecardError
    from scorecard.sealing import seal

    try:
        season = read_results(folder / "results.json").season
    except ScorecardError:
        return {}
    sealed = seal(season)
    return {
        sealed.certificate(award).serial: say(
            "{name}, {title}",
            "{name}, {title}",
            name=season.scorecard(award.participant).participant.name,
            title=award.title,
        )
        for award in season.awards
        if award.status == "won"
    }


def _show_head(register: Register, language: Language) -> None:
    from scorecard.cli.verify_view import register_line

    click.echo(register_line(register, language))


def _refuse(words: tuple[str, str], request: Request, **told: Spoken) -> NoReturn:
    raise click.UsageError(say(*words, **told).in_(request.language))
