"""Which participants a command is about: by code, by category, by province."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import Source, unknown_code
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.model import Participant
    from scorecard.rubric.nouns import Rubric


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for; a participant must fit every kind that is not empty."""

    codes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing narrows the choice down."""
        return not (self.codes or self.categories or self.provinces)


def selection_options(language: Language) -> tuple[click.Option, ...]:
    """Offer `--category` and `--province`."""
    return (
        click.Option(
            ["--category", "categories"],
            multiple=True,
            metavar=Text("KATEGORI", "CATEGORY").in_(language),
            help=Text(
                "Peserta kategori ini, misalnya kota; boleh diulang.",
                "Participants of this category, such as kota; may be repeated.",
            ).in_(language),
        ),
        click.Option(
            ["--province", "provinces"],
            multiple=True,
            metavar=Text("KODE|NAMA", "CODE|NAME").in_(language),
            help=Text(
                "Provinsi itu dan semua kabupaten/kotanya, misalnya 74 atau"
                ' "Sulawesi Tenggara"; boleh diulang.',
                "That province and all its regencies and cities, such as 74 or"
                ' "Sulawesi Tenggara"; may be repeated.',
            ).in_(language),
        ),
    )


def chosen_codes(
    source: Source, selection: Selection, language: Language
) -> tuple[str, ...]:
    """Give the codes that fit, in the season's order.

    Raises a usage error, with a suggestion, for a code, category or province that is
    none, and where nobody fits.
    """
    everyone = [card.participant for card in source.season.scorecards]
    codes = [each.code for each in everyone]
    for code in selection.codes:
        if code not in codes:
            _refuse(_code_unknown(code, codes), language)
    return fitting_codes(everyone, source.rubric, selection, language)


def fitting_codes(
    everyone: Iterable[Participant],
    rubric: Rubric,
    selection: Selection,
    language: Language,
) -> tuple[str, ...]:
    """Give the codes of those who fit every kind of choice, in their order.

    Raises a usage error for an unknown category or province, and where nobody fits.
    """
    from scorecard.evidence.regions import province_of

    categories = {_category(each, rubric, language) for each in selection.categories}
    provinces = {_province(each, language) for each in selection.provinces}
    fitting = tuple(
        each.code
        for each in everyone
        if (not selection.codes or each.code in selection.codes)
        and (not categories or each.category in categories)
        and (not provinces or province_of(each.code) in provinces)
    )
    if not fitting:
        _refuse(_NOBODY, language)
    return fitting


_NOBODY = Text(
    "Tidak ada peserta yang memenuhi semua pilihan ini.",
    "No participant fits all of these choices.",
)


def _category(word: str, rubric: Rubric, language: Language) -> str:
    """Find a category by its id or title."""
    from scorecard.evidence.folding import folded

    for each in rubric.categories:
        names = (each.id, each.title.id, each.title.en)
        if folded(word) in map(folded, names):
            return each.id
    known = [each.id for each in rubric.categories]
    message = say(
        "Tidak ada kategori {word}.{hint} Yang ada: {known}.",
        "There is no category {word}.{hint} There are: {known}.",
        word=word,
        hint=_hint(word, known),
        known=", ".join(known),
    )
    raise click.UsageError(message.in_(language))


def _province(word: str, language: Language) -> str:
    """Find a province by its code or its exact official name."""
    from scorecard.evidence.regions import registry

    regions = registry()
    found = regions.by_code.get(word) or regions.named(word)
    if found is not None and len(found.code) == 2:
        return found.code
    names = [
        f"{each.name} ({code})"
        for code, each in regions.by_code.items()
        if len(code) == 2
    ]
    message = say(
        "Tidak ada provinsi {word}.{hint} Sebutkan kode dua angka, misalnya 74, atau "
        "nama resmi.",
        "There is no province {word}.{hint} Name a code of two digits, such as 74, or "
        "the official name.",
        word=word,
        hint=_hint(word, names, key=lambda name: name.rpartition(" (")[0]),
    )
    raise click.UsageError(message.in_(language))


def _code_unknown(code: str, codes: Sequence[str]) -> Text:
    told = unknown_code(code, set(codes))
    hint = _hint(code, codes)
    return Text(f"{told.id}{hint.id}", f"{told.en}{hint.en}")


def _hint(word: str, known: Iterable[str], *, key: Callable[[str], str] = str) -> Text:
    """Suggest the known name that looks most alike, if any does."""
    from scorecard.evidence.folding import nearest

    by_key = {key(each): each for each in known}
    close = by_key.get(nearest(word, by_key), "")
    if not close:
        return Text("", "")
    return Text(f" Maksud Anda {close}?", f" Did you mean {close}?")


def _refuse(message: Text, language: Language) -> None:
    raise click.UsageError(message.in_(language))
