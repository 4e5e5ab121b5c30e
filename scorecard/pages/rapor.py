"""The rapor as a page: what was scored, why, and what to improve; one for everybody."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.comparison.sentences import development_sentence
from scorecard.errors import Problem, worst_first
from scorecard.model import Scorecard, Season, Standing
from scorecard.number import Language, tidy
from scorecard.pages.certificate import certificate_record
from scorecard.pages.edition import Edition
from scorecard.pages.figures import place_text, score_text
from scorecard.pages.look import BUNDLED, Look
from scorecard.pages.medians import (
    NO_MEDIANS,
    Group,
    Medians,
    category_medians,
    group_of,
)
from scorecard.pages.mending import strengths, to_mend
from scorecard.pages.method import method_sentences
from scorecard.pages.page import Page
from scorecard.pages.rapor_tables import (
    asked_rows,
    caveat_lines,
    comparison_rows,
    criterion_rows,
    finding_groups,
    mending_groups,
    quantity_halves,
)
from scorecard.pages.template import fill
from scorecard.pages.words import WORDS, period_of, words_in
from scorecard.robustness.words import sure_words
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, long_date

_TOTAL = "total"


def rapor_page(
    edition: Edition, code: str, path: str, *, medians: Mapping[Group, Medians]
) -> Page:
    """Give the rapor of a participant, ready to print, with the record it rests on.

    Raises KeyError for a code that has no scorecard.
    """
    html = rapor_html(
        edition.season,
        edition.rubric,
        code,
        medians=medians,
        root=edition.seal.root,
        look=edition.look,
    )
    record = certificate_record(edition, code)
    return Page(path, html, record=record, look=edition.look)


def rapor_html(
    season: Season,
    rubric: Rubric,
    code: str,
    *,
    medians: Mapping[Group, Medians] | None = None,
    root: str = "",
    look: Look = BUNDLED,
) -> str:
    """Give the same as HTML; `root` is empty for a season that is not sealed.

    `medians` saves working the category's middle out again for each page.
    """
    scorecard = season.scorecard(code)
    known = category_medians(season) if medians is None else medians
    middle = known.get(group_of(scorecard.participant, season), NO_MEDIANS)
    values = {
        **_head(season, scorecard, rubric),
        **_summary(season, scorecard, rubric),
        **_tables(scorecard, middle, rubric),
        **_mending(season, scorecard, rubric),
        "problems": _problem_rows(season, scorecard, rubric.language),
        **_method(season, rubric),
        "root": root,
    }
    return fill("rapor.html", values, look)


def _head(season: Season, scorecard: Scorecard, rubric: Rubric) -> dict[str, object]:
    language = rubric.language
    titles = {each.id: each.title.text.in_(language) for each in rubric.categories}
    participant = scorecard.participant
    return {
        "language": language,
        "words": words_in(language),
        "title": _title(season, rubric),
        "rubric": season.rubric.title.in_(language),
        "edition": season.rubric.edition,
        "participant": participant.name,
        "participant_code": participant.code,
        "category": ", ".join(
            filter(
                None,
                (
                    titles.get(participant.category, participant.category),
                    participant.parent_name,
                ),
            )
        ),
        "period": period_of(rubric),
        "as_of": long_date(season.as_of, language),
        "deadline": long_date(rubric.deadline, language),
    }


def _title(season: Season, rubric: Rubric) -> str:
    """Name the page so that no reader takes a what-if for a result."""
    title = rubric.certificate.rapor_title.text.in_(rubric.language)
    if season.what_if is None:
        return title
    mark = Text("pengandaian", "what-if").in_(rubric.language)
    return f"{title} — {mark}"


def _summary(season: Season, scorecard: Scorecard, rubric: Rubric) -> dict[str, object]:
    language, band = rubric.language, scorecard.band
    return {
        "outcome": scorecard.outcome,
        "notice": _notice(scorecard, rubric),
        "reason": scorecard.reason.in_(language),
        "total": score_text(scorecard.total, language),
        "maximum": tidy(rubric.score.maximum, language),
        "band": band.title.in_(language) if band else "",
        "zone": band.zone.in_(language) if band and band.zone else "",
        "colour": band.colour if band else "",
        "coverage": f"{tidy(scorecard.coverage, language)} %",
        "waits_for": _waits_for(scorecard, language),
        "gates": tuple(gate.reason.in_(language) for gate in scorecard.gates),
        "awards": _awards(season, scorecard, language),
        **_standing(season, scorecard, language),
    }


def _notice(scorecard: Scorecard, rubric: Rubric) -> str:
    match scorecard.outcome:
        case "not_submitted":
            return rubric.score.not_submitted.text.in_(rubric.language)
        case "not_scored":
            return rubric.score.not_scored.text.in_(rubric.language)
        case _:
            return ""


def _waits_for(scorecard: Scorecard, language: Language) -> tuple[str, ...]:
    return tuple(
        f"{finding.title.in_(language)} ({WORDS[finding.state].in_(language).lower()})"
        for finding in scorecard.findings
        if finding.points and finding.points.is_interval and not finding.informative
    )


def _awards(
    season: Season, scorecard: Scorecard, language: Language
) -> tuple[dict[str, object], ...]:
    code = scorecard.participant.code
    return tuple(
        {
            "title": award.title.in_(language),
            "status": award.status,
            "number": award.number,
            "reason": award.reason.in_(language),
        }
        for award in season.awards
        if award.participant == code
    )


def _standing(
    season: Season, scorecard: Scorecard, language: Language
) -> dict[str, object]:
    ranking = season.ranking_of(scorecard.participant.code, _TOTAL)
    standings = ranking.standings if ranking else ()
    mine = _standing_of(scorecard.participant.code, standings)
    remarks = tuple(season.what_if.lines()) if season.what_if else ()
    remarks += _against_before(season, scorecard)
    if mine and mine.place is not None:
        remarks += tuple(filter(None, (mine.tie, mine.note, _sure(season, scorecard))))
    return {
        "place": mine.place if mine else None,
        "shared": bool(mine and mine.shared),
        "provisional": bool(mine and mine.provisional),
        "ranked": sum(each.place is not None for each in standings),
        "remarks": tuple(each.in_(language) for each in remarks),
    }


def _against_before(season: Season, scorecard: Scorecard) -> tuple[Text, ...]:
    """Say how it did against the earlier season, where there is one."""
    found = season.comparison
    own = found.development(scorecard.participant.code) if found else None
    return (development_sentence(own),) if own is not None else ()


def _sure(season: Season, scorecard: Scorecard) -> Text | None:
    """Say how sure the place is; nothing where it was not drawn."""
    drawn = season.robustness
    rank = drawn.rank_of(scorecard.participant.code) if drawn else None
    return sure_words(rank, drawn) if rank and drawn else None


def _standing_of(code: str, standings: tuple[Standing, ...]) -> Standing | None:
    return next((each for each in standings if each.participant == code), None)


def _tables(
    scorecard: Scorecard, medians: Medians, rubric: Rubric
) -> dict[str, object]:
    language = rubric.language
    return {
        "criteria": criterion_rows(scorecard, medians, rubric),
        "median_count": medians.count,
        "strengths": tuple(
            {
                "title": finding.title.in_(language),
                "points": score_text(finding.points, language),
            }
            for finding in strengths(scorecard)
        ),
        "findings": finding_groups(scorecard, rubric),
        "quantities": quantity_halves(scorecard, language),
        "definitions": comparison_rows(scorecard, language),
        "asked": asked_rows(scorecard.participant.category, rubric)
        if not scorecard.findings
        else (),
    }


def _mending(season: Season, scorecard: Scorecard, rubric: Rubric) -> dict[str, object]:
    groups = to_mend(scorecard, season.repairs_of(scorecard.participant.code))
    return {
        "mending": mending_groups(groups, rubric),
        "caveats": caveat_lines(groups, rubric.language),
    }


def _problem_rows(
    season: Season, scorecard: Scorecard, language: Language
) -> tuple[dict[str, str], ...]:
    problems = worst_first(season.problems_of(scorecard.participant.code))
    return tuple(_problem_row(problem, language) for problem in problems)


def _problem_row(problem: Problem, language: Language) -> dict[str, str]:
    return {
        "severity": problem.severity,
        "word": WORDS[problem.severity].in_(language),
        "place": place_text(problem.location),
        "message": problem.message.in_(language),
        "seen": problem.seen,
        "expected": problem.expected.in_(language),
        "repair": problem.repair.in_(language),
    }


def _method(season: Season, rubric: Rubric) -> dict[str, object]:
    language = rubric.language
    return {
        "method": tuple(each.in_(language) for each in method_sentences(rubric)),
        "digest": season.rubric.sha256[:16],
        "tool": season.tool,
    }
