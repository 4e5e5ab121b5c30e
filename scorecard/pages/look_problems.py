"""What can be wrong with a user's templates and pictures, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.errors import Location, Problem
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class LookWords:
    """What is wrong, what was expected and what to do."""

    message: Text
    expected: Text
    repair: Text


_ADDRESS = Text(
    "berkas yang terletak langsung di folder templat", "a file directly in the folder"
)

LOOK_PROBLEMS: Mapping[str, LookWords] = {
    "look-file-kind": LookWords(
        Text(
            "Berkas jenis ini tidak dipakai templat.",
            "A template uses no file of this kind.",
        ),
        Text(
            "berkas .html, .css, .svg, .png atau .woff2, tanpa subfolder",
            "files .html, .css, .svg, .png or .woff2, no subfolders",
        ),
        Text(
            "Pindahkan berkas itu dari folder templat.",
            "Move it out of the template's folder.",
        ),
    ),
    "look-file-unsafe": LookWords(
        Text(
            "Ini bukan berkas biasa yang dapat dibaca.",
            "This is not a plain file that can be read.",
        ),
        Text("berkas biasa, bukan tautan", "a plain file, not a link"),
        Text("Salin berkas aslinya ke folder templat.", "Copy the file itself there."),
    ),
    "look-too-large": LookWords(
        Text("Templat terlalu besar.", "The template is too large."),
        Text(
            "paling banyak 40 berkas, masing-masing paling besar 2 MB",
            "at most 40 files of at most 2 MB each",
        ),
        Text("Perkecil gambarnya.", "Make the pictures smaller."),
    ),
    "look-syntax": LookWords(
        Text(
            "Templat tidak dapat dibaca pada baris ini.",
            "The template cannot be read at this line.",
        ),
        Text("templat Jinja yang benar", "a correct Jinja template"),
        Text(
            "Perbaiki baris itu; lihat docs/templates.md.",
            "Mend that line; see docs/templates.md.",
        ),
    ),
    "look-variable": LookWords(
        Text(
            "Templat memakai nama yang tidak ada.",
            "The template uses a name that does not exist.",
        ),
        Text(
            "nama yang tercantum di docs/templates.md",
            "a name that docs/templates.md lists",
        ),
        Text("Perbaiki nama itu.", "Correct the name."),
    ),
    "look-unfilled": LookWords(
        Text(
            "Templat tidak dapat diisi pada baris ini.",
            "The template cannot be filled at this line.",
        ),
        Text(
            "isi yang tercantum di docs/templates.md",
            "the values that docs/templates.md lists",
        ),
        Text("Perbaiki baris itu.", "Mend that line."),
    ),
    "look-address": LookWords(
        Text(
            "Templat meminta sesuatu di luar foldernya.",
            "The template asks for something outside its folder.",
        ),
        _ADDRESS,
        Text(
            "Taruh berkasnya di folder templat dan sebut namanya saja.",
            "Put the file in the template's folder and give its bare name.",
        ),
    ),
    "look-file-absent": LookWords(
        Text(
            "Templat meminta berkas yang tidak ada.",
            "The template asks for a file that is not there.",
        ),
        _ADDRESS,
        Text("Taruh berkas itu di folder templat.", "Put it in the template's folder."),
    ),
    "look-picture": LookWords(
        Text("Gambar ini tidak dapat dipakai.", "This picture cannot be used."),
        Text(
            "SVG berisi kurva saja, tanpa teks, skrip dan DOCTYPE; atau PNG paling"
            " besar 4.000 × 4.000",
            "an SVG of plain shapes, without text, scripts and DOCTYPE; or a PNG of at"
            " most 4,000 × 4,000",
        ),
        Text(
            "Simpan lagi gambarnya; ubah teks menjadi kurva.",
            "Save it again; turn text into paths.",
        ),
    ),
    "logo-absent": LookWords(
        Text(
            "Logo yang disebut rubrik tidak ada.",
            "A logo that the rubric names is not there.",
        ),
        Text(
            "berkas itu di folder yang disebut dengan --template",
            "that file in the folder named by --template",
        ),
        Text(
            "Taruh berkasnya di folder itu, atau hapus dari rubrik.",
            "Put it in that folder, or take it out of the rubric.",
        ),
    ),
}


def look_problem(code: str, place: Location, seen: str = "") -> Problem:
    """Make the Problem of a code; KeyError for a code that is not listed."""
    words = LOOK_PROBLEMS[code]
    return Problem(
        code=code,
        severity="error",
        participant="",
        location=place,
        seen=seen,
        message=words.message,
        expected=words.expected,
        repair=words.repair,
    )
