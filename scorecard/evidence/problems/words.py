"""How the words of a Problem are written down: severity, then three sentence pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from scorecard.errors import Severity

Pair: TypeAlias = tuple[str, str]
"""A template in Indonesian and the same in English, with ``{figures}`` to fill."""


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """A kind of Problem: error (a value is lost), warning (doubtful) or note."""

    severity: Severity
    message: Pair
    expected: Pair
    repair: Pair


RESAVE: Pair = (
    "Buka berkas di program lembar kerja, hapus kata sandinya bila ada, simpan ulang "
    "sebagai buku kerja .xlsx, lalu kirim kembali.",
    "Open the file in a spreadsheet program, remove its password if it has one, save "
    "it again as an .xlsx workbook and send it once more.",
)
