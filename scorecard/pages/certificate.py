"""The award certificate as a page: the rubric's wording, the award, score and seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
# stands between the foot of the number and the date, a little above half way. Where two
# sign, the date keeps away from both.
_FIXED, _ADDRESSED, _BAND, _LINE = 27.6, 5.4, 8.4, 5.5
_NUMBER_FOOT, _SIGNED_FOOT, _ABOVE = 55.0, 176.0, 0.47
_SIGNED, _OFFICE_LINE, _BESIDE = 30.4, 5.1, 1.6
# A legal basis of more lines lifts what stands above it.
_BASIS_LINES, _DEEPER = 2, 3.6
# At least so much white is left above and below the middle, in all.
_LEAST, _POINT = 4.0, 25.4 / 72
_SMALLEST = 9.0
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
    signatures = tuple(
        _signature(number, signatory)
        for number, signatory in enumerate(certificate.signatories, start=1)
    )
    return {
        "title": certificate.title.text.in_(language),
        "given_to": certificate.given_to.text.in_(language),
        "predicate": certificate.predicate.text.in_(language),
        "reason": sentence_lines(certificate.reason.text.in_(language), _REASON),
        "legal_basis": _legal_basis(certificate, language),
        "place_and_date": f"{certificate.place}, "
        f"{long_date(certificate.date, language)}",
        "office_lines": _office_lines(signatures),
        "signatures": signatures,
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
    """Say how tall the signatories' part is, where the middle begins, and the name.

    The name is smaller where so much is said around it that it would not fit.
    """
    name, reason, signed = values["name"], values["reason"], values["signatures"]
    basis = values["legal_basis"]
    if not (isinstance(name, NameLines) and isinstance(reason, tuple)):
        raise TypeError("the name and the reason are set in lines")
    if not (isinstance(signed, tuple) and isinstance(basis, tuple)):
        raise TypeError("so are the legal basis and those who sign")
    signing = _SIGNED + _office_lines(signed) * _OFFICE_LINE
    signing += _BESIDE * (len(signed) > 1)
    room = _SIGNED_FOOT - signing - _NUMBER_FOOT - _FIXED - len(reason) * _LINE
    room -= _ADDRESSED * bool(values["addressed"]) + _BAND * bool(values["band"])
    room -= _DEEPER * (len(basis) > _BASIS_LINES)
    line = len(name.lines) * 1.08 * _POINT
    most = max(_SMALLEST, round((room - _LEAST) / line, 1))
    fitted = replace(name, size=min(name.size, most))
    above = (room - fitted.size * line) * _ABOVE
    return {
        "name": fitted,
        "signing_height": round(signing, 2),
        "middle_top": round(_NUMBER_FOOT + above, 2),
    }


def _office_lines(signatures: Sequence[SignatureBlock]) -> int:
    return max(len(each.office) for each in signatures)
