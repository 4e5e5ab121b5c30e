"""`scorecard certificate revoke`, `reissue`, `register`: which ones hold no more."""

from __future__ import annotations

from pathlib import Path

import click

from scorecard.cli.certificate_entries import Request, enter, show_register
from scorecard.cli.group import built
from scorecard.number import Language
from scorecard.wording import Text

_REVOKE = Text(
    """Cabut sebuah piagam: sejak itu setiap pemeriksaan menolaknya, dengan alasannya.
    NOMOR-SERI tercetak di piagam; spasi, tanda hubung, dan huruf kecil tidak
    berpengaruh.

    Pencabutan dicatat dalam daftar piagam di folder hasil. Daftar itu hanya bertambah,
    dan tetap ada ketika hasil dibuat ulang. Simpan kepala daftar yang ditampilkan di
    tempat lain: dengan itulah kelak diketahui bahwa daftar tidak dipotong atau ditulis
    ulang (scorecard verify --register-head).

    Contoh: scorecard certificate revoke 2HSM-8QXM-2W5J-J2WY --reason "Salah nama" """,
    """Revoke a certificate: from then on every verification refuses it, with the
    reason. Its SERIAL is printed on it; spaces, hyphens and small letters do not
    matter.

    This is entered in the register of the results folder, which only grows, and stays
    when results are made again. Keep the head that is shown somewhere else: by it you
    will know that the register was not cut off or written anew (scorecard verify
    --register-head).

    Example: scorecard certificate revoke 2HSM-8QXM-2W5J-J2WY --reason "Wrong name" """,
)
_REISSUE = Text(
    """Terbitkan lagi piagam yang dicabut: piagam yang sama, dengan NOMOR-SERI yang
    sama, berlaku lagi.

    Bila isinya harus lain, perbaiki masukannya dan nilai lagi: piagam yang baru
    mendapat nomor seri baru. Cabutlah yang lama dengan revoke --replaced-by.""",
    """Issue a revoked certificate again: the same certificate, with the same SERIAL,
    holds once more.

    Where it has to say something else, mend the inputs and evaluate again: the new
    certificate has a new serial. Revoke the old one with revoke --replaced-by.""",
)
_REGISTER = Text(
    "Tampilkan piagam yang dicabut atau diterbitkan lagi di folder hasil OUTPUTS,"
    " menurut urutannya, dan kepala daftar itu.",
    "Show which certificates of the results folder OUTPUTS were revoked or issued"
    " again, in order, and the head of that register.",
)


def revoke_command(language: Language) -> click.Command:
    """Build `certificate revoke`."""
    return built(
        "revoke",
        language,
        lambda **words: enter(Request(language, "revoked", **words)),
        help=_REVOKE,
        params=[
            *_params(language),
            _replaced_by_option(language),
            _earlier_option(language),
        ],
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
        lambda named, folder: show_register(named or folder, language),
        help=_REGISTER,
        params=[_folder_argument(), _folder_option(language)],
    )


_SERIAL = Text("NOMOR-SERI", "SERIAL")
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _folder_argument() -> click.Argument:
    return click.Argument(["named"], type=_FOLDER, required=False, metavar="[OUTPUTS]")


def _params(language: Language) -> list[click.Parameter]:
    return [
        click.Argument(["serial"], metavar=_SERIAL.in_(language)),
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
        type=_FOLDER,
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
        metavar=_SERIAL.in_(language),
        help=Text(
            "Nomor seri piagam penggantinya.",
            "Serial of the certificate that takes its place.",
        ).in_(language),
    )


def _earlier_option(language: Language) -> click.Option:
    return click.Option(
        ["--earlier"],
        is_flag=True,
        help=Text(
            "Piagam itu dari hasil terdahulu, bukan dari hasil yang kini ada di sana.",
            "The certificate is of earlier results, not of those now there.",
        ).in_(language),
    )
