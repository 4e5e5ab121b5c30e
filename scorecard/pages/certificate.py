"""The award certificate as a page: the rubric's wording, the award, the score."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from scorecard.model import AwardResult, Participant, Scorecard, Season
from scorecard.number import Language, display_published
from scorecard.pages.template import fill
from scorecard.pages.words import WORDS, period_of, words_in
from scorecard.rubric.nouns import Certificate, Rubric, Signatory
from scorecard.wording import long_date

# A name is set in as few lines as let its capitals stand high enough (points); the
# highest that they may stand on one, two and three lines.
_TALLEST, _TALL_ENOUGH, _SMALLEST = (44.0, 35.0, 27.0), 29.0, 11.0
_LINE_WIDTH = 640.0
# Mean width of the serif's semibold capitals with their spacing, in ems; generous.
_CAPITAL = 0.74
_MOST_LINES = 3
# Letters that one line of the reason, and of the legal basis, holds with room to spare.
_REASON, _BASIS = 100, 180


@dataclass(frozen=True, slots=True)
class NameLines:
    """A name broken into lines of like length, and the size that fits them."""

    lines: tuple[str, ...]
    size: float


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs; `field` names the empty place where the signature will stand."""

    field: str
    office: tuple[str, ...]
    name: str
    nip: str


def certificate_html(season: Season, rubric: Rubric, award: AwardResult) -> str:
    """Give the certificate of an award that was won, in the rubric's language."""
    language = rubric.language
    scorecard = season.scorecard(award.participant)
    values = {
        "language": language,
        "words": words_in(language),
        **_wording(rubric.certificate, language),
        **_awarded(award, scorecard.participant, rubric),
        **_scored(scorecard, rubric),
        "code": verification_code(season.rubric.sha256, scorecard),
        "edition": season.rubric.edition,
        "rubric": season.rubric.title.in_(language),
    }
    return fill("certificate.html", values)


def verification_code(rubric_sha256: str, scorecard: Scorecard) -> str:
    """Give the first 16 hexadecimal digits of a digest of rubric, code and total."""
    total = scorecard.total.published_low if scorecard.total else ""
    record = "\n".join((rubric_sha256, scorecard.participant.code, total))
    digits = sha256(record.encode("utf-8")).hexdigest()[:16].upper()
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4))


def fit_name(name: str) -> NameLines:
    """Break a name so that its capitals are tall, on one line if that will do."""
    words = name.upper().split()
    options = [_set(words, count) for count in range(1, _MOST_LINES + 1)]
    enough = [option for option in options if option.size >= _TALL_ENOUGH]
    return enough[0] if enough else max(options, key=lambda option: option.size)


def _set(words: list[str], count: int) -> NameLines:
    lines = _balanced(words, count)
    longest = max((len(line) for line in lines), default=1)
    size = _LINE_WIDTH / max(longest, 1) / _CAPITAL
    return NameLines(lines, round(min(_TALLEST[count - 1], max(size, _SMALLEST)), 1))


def _balanced(words: list[str], count: int) -> tuple[str, ...]:
    """Break words into at most `count` lines, the longest as short as can be."""
    if count == 1 or len(words) < 2:
        return (" ".join(words),)
    breaks = [
        (" ".join(words[:cut]), *_balanced(words[cut:], count - 1))
        for cut in range(1, len(words))
    ]
    return min(breaks, key=lambda lines: max(len(line) for line in lines))


def _legal_basis(certificate: Certificate, language: Language) -> tuple[str, ...]:
    if not certificate.legal_basis:
        return ()
    words = WORDS["legal_basis"].in_(language)
    return _lines(f"{words}: {'; '.join(certificate.legal_basis)}.", _BASIS)


def _lines(sentence: str, letters: int) -> tuple[str, ...]:
    count = min(_MOST_LINES, 1 + len(sentence) // letters)
    return _balanced(sentence.split(), count)


def _wording(certificate: Certificate, language: Language) -> dict[str, object]:
    return {
        "title": certificate.title.text.in_(language),
        "given_to": certificate.given_to.text.in_(language),
        "predicate": certificate.predicate.text.in_(language),
        "reason": _lines(certificate.reason.text.in_(language), _REASON),
        "legal_basis": _legal_basis(certificate, language),
        "place_and_date": f"{certificate.place}, "
        f"{long_date(certificate.date, language)}",
        "office_lines": max(len(each.office) for each in certificate.signatories),
        "signatures": tuple(
            _signature(number, signatory)
            for number, signatory in enumerate(certificate.signatories, start=1)
        ),
    }


def _signature(number: int, signatory: Signatory) -> SignatureBlock:
    return SignatureBlock(
        field=f"signature-{number}",
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
