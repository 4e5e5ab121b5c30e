"""Step 1, read rubric: the rules of the strict YAML, and YAML's own errors in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from scorecard.rubric.rules import Mistake, Rule, broken
from scorecard.wording import Text

CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)
"""Characters that no cell, page or terminal can show as they are."""

_SAVE = Text(
    "Simpan kembali berkas sebagai UTF-8 tanpa BOM.",
    "Save the file again as UTF-8 without BOM.",
)
NOT_UTF8 = Rule(
    "rubric-not-utf8",
    Text("berkas bukan teks UTF-8", "the file is not UTF-8 text"),
    Text("Teks UTF-8.", "UTF-8 text."),
    _SAVE,
)
BOM = Rule(
    "rubric-bom",
    Text(
        "berkas diawali tanda urutan bita (BOM)",
        "the file begins with a byte order mark (BOM)",
    ),
    Text("Teks UTF-8 tanpa BOM.", "UTF-8 text without BOM."),
    _SAVE,
)
TAB = Rule(
    "rubric-tab",
    Text("baris memuat karakter tab", "the line holds a tab"),
    Text("Spasi saja.", "Spaces only."),
    Text("Ganti setiap tab dengan spasi.", "Replace each tab by spaces."),
)
CONTROL_CHARACTER = Rule(
    "rubric-control-character",
    Text(
        "teks memuat karakter kendali yang tidak terlihat",
        "the text holds a control character that cannot be seen",
    ),
    Text("Huruf, angka dan tanda baca.", "Letters, figures and punctuation."),
    Text("Hapus karakter itu.", "Delete the character."),
)
TOO_LARGE = Rule(
    "rubric-too-large",
    Text(
        "rubrik lebih besar daripada {most} KiB", "the rubric is larger than {most} KiB"
    ),
    Text("Paling besar {most} KiB.", "At most {most} KiB."),
    Text("Periksa apakah ini berkas rubrik.", "Check that this is a rubric file."),
)
TOO_DEEP = Rule(
    "rubric-too-deep",
    Text(
        "isi bersarang lebih dari {most} tingkat",
        "the content is nested more than {most} levels deep",
    ),
    Text("Paling dalam {most} tingkat.", "At most {most} levels."),
    Text("Kurangi tingkat sarangnya.", "Nest it less deeply."),
)
EMPTY = Rule(
    "rubric-empty",
    Text("rubrik kosong", "the rubric is empty"),
    Text("Satu rubrik lengkap.", "One whole rubric."),
    Text(
        "Mulailah dari salinan rubrik yang disertakan.",
        "Begin with a copy of a shipped rubric.",
    ),
)
MANY_DOCUMENTS = Rule(
    "rubric-many-documents",
    Text(
        "berkas memuat lebih dari satu dokumen YAML",
        "the file holds more than one YAML document",
    ),
    Text("Satu rubrik setiap berkas.", "One rubric in a file."),
    Text(
        "Hapus baris `---` dan pindahkan sisanya ke berkas lain.",
        "Delete the line `---` and move the rest to another file.",
    ),
)
DUPLICATE_KEY = Rule(
    "rubric-duplicate-key",
    Text(
        "kunci '{seen}' ditulis dua kali; yang pertama di baris {first}",
        "the key '{seen}' is written twice; the first is on line {first}",
    ),
    Text("Setiap kunci satu kali.", "Each key once."),
    Text("Hapus salah satunya.", "Delete one of the two."),
)
_WRITE_OUT = Text("Tulis nilainya secara lengkap.", "Write the value out in full.")
_NO_SHORTHAND = Text(
    "Nilai yang tertulis lengkap; tanpa `&`, `*`, `<<` dan `!`.",
    "Values written out; no `&`, `*`, `<<` or `!`.",
)
ANCHOR = Rule(
    "rubric-anchor",
    Text("jangkar YAML '{seen}' tidak diterima", "the YAML anchor '{seen}' is refused"),
    _NO_SHORTHAND,
    _WRITE_OUT,
)
ALIAS = Rule(
    "rubric-anchor",
    Text("alias YAML '{seen}' tidak diterima", "the YAML alias '{seen}' is refused"),
    _NO_SHORTHAND,
    _WRITE_OUT,
)
MERGE_KEY = Rule(
    "rubric-merge-key",
    Text("kunci gabung '<<' tidak diterima", "the merge key '<<' is refused"),
    _NO_SHORTHAND,
    _WRITE_OUT,
)
TAG = Rule(
    "rubric-tag",
    Text("tag YAML '{seen}' tidak diterima", "the YAML tag '{seen}' is refused"),
    _NO_SHORTHAND,
    Text("Hapus tag itu.", "Delete the tag."),
)
KEY_NOT_TEXT = Rule(
    "rubric-key-not-text",
    Text(
        "kunci berupa daftar atau kelompok, bukan teks",
        "a key is a list or a mapping, not text",
    ),
    Text("Satu kata sebagai kunci.", "One word as the key."),
    Text(
        "Tulis kunci sebagai satu kata, diikuti titik dua.",
        "Write the key as one word, then a colon.",
    ),
)
EMPTY_VALUE = Rule(
    "rubric-empty-value",
    Text("nilainya kosong", "the value is empty"),
    Text(
        'Sebuah nilai; teks kosong ditulis "".',
        'A value; an empty text is written "".',
    ),
    Text("Isi nilainya atau hapus barisnya.", "Give a value or delete the line."),
)
_YAML = Text("YAML yang dapat dibaca.", "YAML that can be read.")
_SYNTAX = Rule(
    "rubric-yaml-syntax",
    Text("YAML tidak dapat dibaca: {what}", "the YAML cannot be read: {what}"),
    _YAML,
    Text(
        "Periksa baris ini dan baris di atasnya: lekukan, tanda kutip, titik dua.",
        "Check this line and the one above: indentation, quotes, colons.",
    ),
)
_CAUSES: tuple[tuple[str, Text], ...] = (
    (
        "mapping values are not allowed",
        Text(
            "ada titik dua yang tidak pada tempatnya (teks yang memuat ': ' diberi "
            "tanda kutip)",
            "a colon stands where none may be (quote a text that holds ': ')",
        ),
    ),
    (
        "could not find expected ':'",
        Text("titik dua sesudah kunci tidak ada", "the colon after a key is missing"),
    ),
    (
        "unexpected end of stream",
        Text("tanda kutip tidak ditutup", "a quotation mark is not closed"),
    ),
    (
        "expected ',' or",
        Text(
            "kurung siku atau kurawal tidak ditutup", "a bracket or brace is not closed"
        ),
    ),
    (
        "cannot start any token",
        Text(
            "teks yang diawali tanda khusus harus diberi tanda kutip",
            "a text that begins with a special character needs quotes",
        ),
    ),
    (
        "escape",
        Text(
            "garis miring terbalik dalam tanda kutip ganda tidak dikenal",
            "a backslash within double quotes is not understood",
        ),
    ),
    (
        "did not find expected",
        Text("lekukan baris tidak sejajar", "the indentation does not line up"),
    ),
)
_UNKNOWN_CAUSE = Text("susunannya tidak dikenal", "its structure is not understood")


def unfit_characters(text: str, largest: int) -> Iterator[Mistake]:
    """Find what keeps a text from being read at all: its size, BOM, tabs, controls."""
    if len(text) > largest or len(text.encode("utf-8", "replace")) > largest:
        yield broken(TOO_LARGE, (), line=1, most=largest // 1024)
        return
    if text.startswith("\ufeff"):
        yield broken(BOM, (), line=1)
    for number, line in enumerate(_lines(text.removeprefix("\ufeff")), start=1):
        if "\t" in line:
            yield broken(TAB, (), line.strip(), line=number)
        if CONTROL.search(line.replace("\t", "")) or "\ufeff" in line:
            yield broken(CONTROL_CHARACTER, (), line.strip(), line=number)


def syntax_mistake(error: yaml.YAMLError) -> Mistake:
    """Put an error of the YAML parser into our words, with its line."""
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    for words, cause in _CAUSES:
        if words in problem:
            return broken(_SYNTAX, (), line=line, what=cause)
    return broken(_SYNTAX, (), line=line, what=_UNKNOWN_CAUSE)


def short_tag(tag: str) -> str:
    """Write a tag as its author did: ``!!str``."""
    standard = "tag:yaml.org,2002:"
    return "!!" + tag.removeprefix(standard) if tag.startswith(standard) else tag


def _lines(text: str) -> list[str]:
    return re.split("\r\n|\n|\r", text)
