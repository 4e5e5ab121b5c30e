"""The award certificate as a page: the rubric's wording, the award, score and seal."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.model import AwardResult, Participant, Scorecard
from scorecard.number import Language, display_published
from scorecard.pages.edition import Edition
from scorecard.pages.name_lines import NameLines, fit_name, sentence_lines
from scorecard.pages.page import Code, Page, Record, SignatureField
from scorecard.pages.qr import code_millimetres
from scorecard.pages.template import fill
from scorecard.pages.words import WORDS, period_of, words_in
from scorecard.rubric.nouns import Certificate, Rubric, Signatory
from scorecard.sealing import CertificateSeal
from scorecard.wording import long_date, say

# Letters that one line of the reason, and of the legal basis, holds with room to spare.
_REASON, _BASIS = 100, 165
# Heights of the middle's lines in millimetres, as the stylesheet sets them; the middle
# stands around this height of the sheet.
_MIDDLE, _POINT = 93.0, 25.4 / 72
_FIXED, _ADDRESSED, _BAND, _LINE = 26.5, 4.4, 8.4, 5.5
_HEX_OF_A_LINE = 16


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs; `field` names the empty place where the signature will stand."""

    field: str
    office: tuple[str, ...]
    name: str
    nip: str


def certificate_page(edition: Edition, award: AwardResult, path: str) -> Page:
    """Give the certificate of an award that was won, ready to print.

    It is never said to be signed: each signatory has an empty field, to be filled by
    whoever holds the key.
    """
    sealed = edition.seal.certificate(award)
    return Page(
        path,
        _html(edition, award, sealed),
        record=certificate_record(edition, award.participant),
        code=Code(sealed.qr, _alternative(edition.rubric, sealed)),
        fields=tuple(_fields(edition.rubric)),
        look=edition.look,
    )


def certificate_record(edition: Edition, code: str) -> Record:
    """Give the result record that a participant's documents carry."""
    words = WORDS["record"].in_(edition.rubric.language)
    content = edition.seal.attachment(code)
    return Record(content, words, edition.season.as_of)


def _html(edition: Edition, award: AwardResult, sealed: CertificateSeal) -> str:
    season, rubric = edition.season, edition.rubric
    language = rubric.language
    scorecard = season.scorecard(award.participant)
    values = {
        "language": language,
        "words": words_in(language),
        **_wording(rubric.certificate, language),
        **_awarded(award, scorecard.participant, rubric),
        **_scored(scorecard, rubric),
        **_sealed(sealed),
        "logos": edition.logos,
        "edition": season.rubric.edition,
        "rubric": season.rubric.title.in_(language),
    }
    return fill("certificate.html", values | _placed(values), edition.look)


def _alternative(rubric: Rubric, sealed: CertificateSeal) -> str:
    return say(
        "Kode QR berisi nomor seri {serial} dan segel hasil.",
        "QR code with the serial number {serial} and the seal of the results.",
        serial=sealed.serial,
    ).in_(rubric.language)


def _fields(rubric: Rubric) -> tuple[SignatureField, ...]:
    return tuple(
        SignatureField(
            _field(number),
            say(
                "Tempat tanda tangan {office}",
                "Signature of {office}",
                office=" ".join(signatory.office),
            ).in_(rubric.language),
        )
        for number, signatory in enumerate(rubric.certificate.signatories, start=1)
    )


def _field(number: int) -> str:
    return f"signature-{number}"


def _wording(certificate: Certificate, language: Language) -> dict[str, object]:
    return {
        "title": certificate.title.text.in_(language),
        "given_to": certificate.given_to.text.in_(language),
        "predicate": certificate.predicate.text.in_(language),
        "reason": sentence_lines(certificate.reason.text.in_(language), _REASON),
        "legal_basis": _legal_basis(certificate, language),
        "place_and_date": f"{certificate.place}, "
        f"{long_date(certificate.date, language)}",
        "office_lines": max(len(each.office) for each in certificate.signatories),
        "signatures": tuple(
            _signature(number, signatory)
            for number, signatory in enumerate(certificate.signatories, start=1)
        ),
    }


def _legal_basis(certificate: Certificate, language: Language) -> tuple[str, ...]:
    if not certificate.legal_basis:
        return ()
    words = WORDS["legal_basis"].in_(language)
    return sentence_lines(f"{words}: {'; '.join(certificate.legal_basis)}.", _BASIS)


def _signature(number: int, signatory: Signatory) -> SignatureBlock:
    return SignatureBlock(
        field=_field(number),
        office=signatory.office,
        name=signatory.name or "",
        nip=signatory.nip or "",
    )


def _awarded(
    award: AwardResult, winner: Participant, rubric: Rubric
) -> dict[str, object]:
    language = rubric.language
    titles = {each.id: each.title.text.in_(language) for each in rubric.categories}
    return {
        "number": award.number,
        "award": award.title.in_(language),
        "place": award.place,
        "category": titles.get(award.category, ""),
        "addressed": _addressed(award.category, rubric) or winner.parent_name,
        "period": period_of(rubric),
    }


def _addressed(category_id: str, rubric: Rubric) -> str:
    for category in rubric.categories:
        if category.id == category_id and category.addressed is not None:
            return category.addressed.text.in_(rubric.language)
    return ""


def _scored(scorecard: Scorecard, rubric: Rubric) -> dict[str, object]:
    """Give the name, and the band and total unless they can still change."""
    total, band = scorecard.total, scorecard.band
    settled = total is not None and band is not None and not total.is_interval
    return {
        "name": fit_name(scorecard.participant.name),
        "participant": scorecard.participant.name,
        "band": band.title.in_(rubric.language) if band and settled else "",
        "total": display_published(total.published_low, rubric.language)
        if total and settled
        else "",
    }


def _sealed(sealed: CertificateSeal) -> dict[str, object]:
    root = sealed.root
    starts = range(0, len(root), _HEX_OF_A_LINE)
    return {
        "serial": sealed.serial,
        "root_lines": tuple(root[start : start + _HEX_OF_A_LINE] for start in starts),
        "code_size": code_millimetres(sealed.qr),
    }


def _placed(values: dict[str, object]) -> dict[str, object]:
    """Say how far from the top the middle begins, so that it is centred."""
    name, reason = values["name"], values["reason"]
    if not isinstance(name, NameLines) or not isinstance(reason, tuple):
        raise TypeError("the name and the reason are set in lines")
    height = _FIXED + len(reason) * _LINE
    height += len(name.lines) * name.size * 1.08 * _POINT
    height += _ADDRESSED * bool(values["addressed"]) + _BAND * bool(values["band"])
    return {"middle_top": round(_MIDDLE - height / 2, 2)}
