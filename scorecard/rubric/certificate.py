"""The rulebook's nouns of the certificate: wording, number, signatories, logos."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scorecard.rubric.basis import Basis
from scorecard.rubric.scalars import Day, Line, Noun, PictureName, Whole, Words


class Numbering(Noun):
    """A certificate's number: prefix, running number of `width` digits, suffix."""

    prefix: str = ""
    first: Whole = 1
    width: Whole = 3
    suffix: str = ""


class Signatory(Noun):
    """Who signs: lines of the office; a name and NIP if there are any."""

    office: Annotated[tuple[Line, ...], Field(min_length=1)]
    name: Line | None = None
    nip: Line | None = None


class Logo(Noun):
    """A picture above the title: a file of the template's folder, and its name."""

    file: PictureName
    title: Words


class Issuer(Noun):
    """Who issues signing certificates, as they name it, and the line that says so."""

    name: Line
    words: Words


class ElectronicSignature(Noun):
    """What a signature's stamp says: a heading, and a line for each known issuer.

    Nothing of it is printed before a signature is made.
    """

    label: Words
    issuers: tuple[Issuer, ...] = ()
    basis: Basis


class Certificate(Noun):
    """The wording of the award certificate and of the rapor that travels with it."""

    title: Words
    number: Numbering
    given_to: Words
    predicate: Words
    reason: Words
    legal_basis: tuple[Line, ...] = ()
    place: Line
    date: Day
    signatories: Annotated[tuple[Signatory, ...], Field(min_length=1, max_length=2)]
    rapor_title: Words
    logos: Annotated[tuple[Logo, ...], Field(max_length=6)] = ()
    electronic_signature: ElectronicSignature | None = None
