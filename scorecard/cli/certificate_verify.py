"""`scorecard certificate verify`: is this paper what the results gave, and valid?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scorecard.cli.choices import json_option, template_option
from scorecard.cli.group import built
from scorecard.number import Language, display_published
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.verification.certificate import Certificate, Checked

_HELP = Text(
    """Periksa piagam PDF, tanpa jaringan: catatan hasil di dalamnya dan buktinya, nomor
    seri, tulisan di halamannya, tanda tangan elektronik, dan apakah piagam itu dicabut.

    Dengan results.json piagam dibuat ulang dan dibandingkan sampai ke bita terakhir,
    sehingga setiap perubahan ketahuan. Tanpa --results dipakai results.json di atas
    folder certificates/ tempat piagam itu, atau di folder outputs/ di sebelahnya.

    Kode keluar: 0 sah; 2 salah pakai; 4 results.json tidak terbaca; 5 tidak sah.""",
    """Check certificate PDFs, offline: the record inside and its proof, the serial,
    what the page says, electronic signatures, and whether it was revoked.

    With results.json the certificate is made again and compared to the last byte, so
    that any change is caught. Without --results the results.json above the folder
    certificates/ that it lies in is used, or that of outputs/ beside it.

    Exit codes: 0 valid; 2 wrong usage; 4 results.json unreadable; 5 not valid.""",
)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    files: tuple[Path, ...]
    results: Path | None
    template: Path | None
    as_json: bool


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "verify",
        language,
        lambda **words: verify(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(
                ["files"],
                type=_FILE,
                nargs=-1,
                required=True,
                metavar=Text("BERKAS...", "FILES...").in_(language),
            ),
            _results_option(language),
            template_option(language),
            json_option(language),
        ],
    )


def verify(request: Request) -> int:
    """Check each file, show what was found, and give the exit code."""
    from scorecard.cli.verify_view import as_json
    from scorecard.errors import ExitCode

    checked = [(path, _checked(path, request)) for path in request.files]
    if request.as_json:
        told = [_json(path, each, request.language) for path, each in checked]
        click.echo(as_json(told))
    else:
        for path, each in checked:
            for line in _lines(path, each, request.language):
                click.echo(line)
    holds = all(each.holds for _, each in checked)
    return ExitCode.DONE if holds else ExitCode.INTEGRITY


def _checked(path: Path, request: Request) -> Checked:
    from scorecard.sealing.register import Register
    from scorecard.verification.certificate import check_certificate
    from scorecard.verification.register_files import register_of

    results = request.results or _beside(path)
    if results is None:
        return _alone(check_certificate(path, path.read_bytes(), Register()), path)
    register = register_of(results.parent)
    found = check_certificate(path, path.read_bytes(), register)
    return _against(found, results, request.template)


def _beside(path: Path) -> Path | None:
    """Find the results that a certificate in its folder, or a signed one, is of."""
    folder = path.resolve().parent
    if folder.name != "certificates":
        return None
    outputs = (folder.parent, folder.parent.parent / "outputs")
    places = (place / "results.json" for place in outputs)
    return next((place for place in places if place.is_file()), None)


def _against(found: Checked, results: Path, template: Path | None) -> Checked:
    from scorecard.engine import pdf_engine
    from scorecard.errors import worst_first
    from scorecard.verification.against_results import results_problems
    from scorecard.verification.folder import read_sealed
    from scorecard.verification.looks import NOT_AT_HAND
    from scorecard.verification.remade import Remaking

    if found.certificate is None:
        return found
    sealed = read_sealed(results)
    how = Remaking(pdf_engine(), template=template)
    more = results_problems(found.certificate, sealed, results.parent, how)
    problems = worst_first((*found.problems, *more))
    left_out = {*NOT_AT_HAND, "certificate-page-not-compared"}
    compared = all(each.code not in left_out for each in problems)
    return replace(found, problems=problems, compared=compared)


def _alone(found: Checked, path: Path) -> Checked:
    from scorecard.errors import Location
    from scorecard.verification.problems import problem

    why = Text(
        "tanpa results.json; pencabutan pun tidak dapat diperiksa",
        "without results.json; nor could revocation be asked",
    )
    note = problem("certificate-page-not-compared", Location(path.name), why=why)
    return replace(found, problems=(*found.problems, note))


def _lines(path: Path, found: Checked, language: Language) -> Iterator[str]:
    from scorecard.cli.problems import tinted
    from scorecard.cli.verify_view import harmless, listed

    yield harmless(path.as_posix())
    yield from listed(found.problems, language)
    if found.certificate is not None:
        for name, shown in _facts(found.certificate, language):
            yield f"  {name.in_(language)}: {harmless(shown)}"
    for each in found.signatures:
        yield f"  {harmless(each.summary.in_(language))}"
    colour = "green" if found.holds else "red"
    yield tinted(_outcome(found).in_(language), colour)


def _facts(of: Certificate, language: Language) -> Iterator[tuple[Text, str]]:
    claim = of.claim
    yield Text("Peserta", "Participant"), f"{claim.participant.name} ({_code(of)})"
    yield Text("Penghargaan", "Award"), of.award.title.in_(language)
    if claim.score:
        yield Text("Nilai", "Score"), display_published(claim.score, language)
    yield Text("Musim", "Season"), claim.season.in_(language)
    yield Text("Nomor seri", "Serial"), of.serial
    yield Text("Akar segel", "Root of the seal"), of.proven.root


def _code(of: Certificate) -> str:
    return of.claim.participant.code


def _outcome(found: Checked) -> Text:
    if not found.holds:
        return Text("TIDAK SAH (kode keluar 5).", "NOT VALID (exit code 5).")
    if any(each.code == "certificate-packed-elsewhere" for each in found.problems):
        return Text(
            "Sah: isinya sama dengan yang dihasilkan results.json.",
            "Valid: its content is equal to what results.json gives.",
        )
    if found.compared:
        return Text(
            "Sah: sama dengan yang dihasilkan results.json.",
            "Valid: equal to what results.json gives.",
        )
    return Text(
        "Tidak ada yang menyangkalnya. Bandingkan akar segel dengan yang diumumkan.",
        "Nothing speaks against it. Compare the seal's root with the one announced.",
    )


def _json(path: Path, found: Checked, language: Language) -> dict[str, Any]:
    from scorecard.cli.problems import problem_json

    of = found.certificate
    return {
        "file": path.as_posix(),
        "valid": found.holds,
        "compared_with_results": found.compared,
        "serial": of.serial if of else None,
        "participant": of.claim.participant.code if of else None,
        "award": of.award.id if of else None,
        "score": of.claim.score if of else None,
        "record": of.proven.leaf if of else None,
        "root": of.proven.root if of else None,
        "signatures": [each.summary.in_(language) for each in found.signatures],
        "problems": [problem_json(each, language) for each in found.problems],
    }


def _results_option(language: Language) -> click.Option:
    return click.Option(
        ["--results"],
        type=_FILE,
        metavar=Text("BERKAS", "FILE").in_(language),
        help=say(
            "results.json untuk membandingkannya.", "The results.json to compare with."
        ).in_(language),
    )
