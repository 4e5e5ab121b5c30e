"""The head of the score: total, band, what is missing, and what it was made from."""

from __future__ import annotations

from scorecard.methods.headings import TOO_THIN
from scorecard.methods.live.expressions import chosen, plain, quoted, sentence, shown
from scorecard.number import display_published, tidy
from scorecard.rubric.nouns import Criterion
from scorecard.sheets.book import Cell, Value, height_for
from scorecard.sheets.form.asked import counter_of
from scorecard.sheets.form.page import Page
from scorecard.sheets.form.places import sheet_of, tickets_sheet, weights_of
from scorecard.sheets.form.results import (
    Results,
    blocking,
    covered_part,
    headings_with_coverage,
)
from scorecard.sheets.form.tables import best_first
from scorecard.sheets.form.tickets import Export
from scorecard.sheets.form.tokens import CODE_TOKEN, NAME_TOKEN
from scorecard.sheets.form.words import WORDS
from scorecard.sheets.lines import sentence_case
from scorecard.wording import Text, say, stated

TOTAL_ROW, BAND_ROW, ZONE_ROW, STATE_ROW, COVERAGE_ROW = 5, 6, 7, 8, 9
FILLED_ROW, SOURCE_ROW, ABSENT_ROW = 10, 11, 12
_LABEL, _WORDS = 1, (2, 9)
_LARGE = "result large"


def summary(page: Page, found: Results, export: Export | None) -> None:
    """Write the lines above the table."""
    plan, rubric = page.plan, page.plan.rubric
    title = f"{plan.word('score_title')} · {rubric.title.text.in_(plan.language)}"
    page.put(0, 0, Cell(title, "title"))
    page.put(1, 0, Cell(plan.word("score_note"), "subtitle"))
    page.sheet.set_row(0, 24)
    _line(page, (3, "participant"), _identity(page))
    _line(page, (4, "category"), ("", plan.category.title.text.in_(plan.language)))
    _line(page, (TOTAL_ROW, "total"), _total(page, found), _LARGE)
    _line(page, (BAND_ROW, "band"), _band(page, found), _LARGE)
    _line(page, (ZONE_ROW, "zone"), _zone(page, found))
    _line(page, (STATE_ROW, "state"), _state_words(page, found))
    _line(page, (COVERAGE_ROW, "coverage"), _coverage(page, found))
    _line(page, (FILLED_ROW, "filled_in"), _filled(page))
    _line(page, (SOURCE_ROW, "source"), _source(page, export))
    _line(page, (ABSENT_ROW, "absent"), _absent(page))
    _heights(page)


def _heights(page: Page) -> None:
    for row in range(3, ABSENT_ROW):
        page.sheet.set_row(row, 18)
    for row in (TOTAL_ROW, BAND_ROW):
        page.sheet.set_row(row, 24)
    for row in (STATE_ROW, SOURCE_ROW):
        page.sheet.set_row(row, 28)
    judged = [each for each in page.indicators() if not each.beside]
    long = "; ".join(each.node.title.text.in_(page.plan.language) for each in judged)
    page.sheet.set_row(ABSENT_ROW, max(18.0, height_for(long, 92.0)))
    if not any(band.zone for band in page.plan.rubric.bands.ranges):
        page.sheet.set_row(ZONE_ROW, None, None, {"hidden": True})


def _line(
    page: Page, at: tuple[int, str], live: tuple[str, Value], look: str = ""
) -> None:
    row, key = at
    page.put(row, _LABEL, Cell(page.plan.word(key), "cell middle bold indent:1"))
    formula, value = live
    live_words = f"={formula}" if formula else ""
    cell = Cell(value, f"cell middle wrap {look} indent:1", live_words)
    page.across(row, _WORDS, cell)


def _identity(page: Page) -> tuple[str, Value]:
    inputs = page.tree.inputs
    code, name = inputs["code"].address, inputs["name"].address
    if page.plan.participant is not None:
        return "", f"{CODE_TOKEN} · {NAME_TOKEN}"
    return f'{code}&" · "&{name}', " · "


def _total(page: Page, found: Results) -> tuple[str, Value]:
    plan, score = page.plan, page.plan.rubric.score
    most = plan.word("of_scale").format(most=tidy(score.maximum, plan.language))
    low, high = (
        f"FIXED({end.published},{score.places},TRUE)" for end in (found.low, found.high)
    )
    span = f"{low}&{quoted(plan.word('to'))}&{high}"
    same = f"{found.low.published}={found.high.published}"
    told = f"IF({same},{low},{span})&{quoted(' ' + most)}"
    live = f"IF({found.scored}=0,{quoted(_not_scored(page))},{told})"
    return live, _blank_total(page, most)


def _blank_total(page: Page, most: str) -> str:
    total, language = page.card.total, page.plan.language
    if total is None:
        return _not_scored(page)
    ends = dict.fromkeys((total.published_low, total.published_high))
    words = (display_published(each, language) for each in ends)
    return page.plan.word("to").join(words) + f" {most}"


def _band(page: Page, found: Results) -> tuple[str, Value]:
    low, high = (
        f"INDEX({found.titles},{end.position})" for end in (found.low, found.high)
    )
    same = f"{found.low.position}={found.high.position}"
    words = quoted(_not_scored(page))
    live = f'IF({found.scored}=0,{words},IF({same},{low},{low}&" – "&{high}))'
    band = page.card.band
    return live, band.title.in_(page.plan.language) if band else _not_scored(page)


def _zone(page: Page, found: Results) -> tuple[str, Value]:
    low, high = (
        f"INDEX({found.zones},{end.position})" for end in (found.low, found.high)
    )
    words = f'IF({low}={high},{low}&"",{low}&" – "&{high})'
    live = f'IF({found.scored}=0,"–",{words})'
    band = page.card.band
    if band is None:
        return live, "–"
    zones = {each.id: each.zone for each in best_first(page.plan.rubric)}
    known = [zone for end in (band.low, band.high) if (zone := zones[end])]
    texts = (zone.text.in_(page.plan.language) for zone in known)
    return live, " – ".join(dict.fromkeys(texts))


def _coverage(page: Page, found: Results) -> tuple[str, Value]:
    blank = say("{v} %", "{v} %", v=page.card.coverage)
    return f'{shown(found.coverage)}&" %"', blank.in_(page.plan.language)


def _not_scored(page: Page) -> str:
    return page.plan.rubric.score.not_scored.text.in_(page.plan.language)


def _state_words(page: Page, found: Results) -> tuple[str, Value]:
    plan, states = page.plan, _states(page)
    why = _why_not(page, found)
    open_ = "+".join(f'(({s}="pending")+({s}="unreadable"))*({w}>0)' for s, w in states)
    interval = sentence(WORDS["interval"], plan.language, n=f"({open_})")
    live = chosen(
        [
            (f"{found.scored}=0", why),
            (f"{found.low.exact}<>{found.high.exact}", interval),
        ],
        quoted(plan.word("settled")),
    )
    return live, _blank_state(page)


def _blank_state(page: Page) -> str:
    card, plan = page.card, page.plan
    if card.total is None:
        return _blank_why(page)
    if not card.total.is_interval:
        return plan.word("settled")
    waits = [
        f for f in card.findings if f.state in ("pending", "unreadable") and f.share > 0
    ]
    return plan.word("interval").format(n=len(waits))


def _why_not(page: Page, found: Results) -> str:
    """Say why there is no total."""
    rubric, language = page.plan.rubric, page.plan.language
    words = rubric.score.not_scored.text
    tests = []
    for node in blocking(page.tree):
        title = rubric.node(node).title.text
        said = say("{w}: {t} tidak ada.", "{w}: {t} is absent.", w=words, t=title)
        missing = f'{page.tree.at(node, "state")}="missing"'
        tests.append((missing, quoted(said.in_(language))))
    covered = sentence(_little(page), language, c=shown(found.coverage))
    least = plain(rubric.score.coverage)
    tests.append((f"ROUND({found.coverage},10)<{least}", covered))
    for heading in headings_with_coverage(page.tree):
        part = covered_part(page.tree, heading)
        told = sentence(_thin(page, heading), language, c=shown(part))
        tests.append((f"ROUND({part},10)<{plain(heading.coverage)}", told))
    return chosen(tests, quoted(words.in_(language)))


def _blank_why(page: Page) -> str:
    """Say why a blank form has no total."""
    card, language = page.card, page.plan.language
    if _is_blocked(page):
        return card.reason.in_(language)
    if card.coverage < page.plan.rubric.score.coverage:
        figure = tidy(card.coverage, language)
        return _little(page).in_(language).replace("{c}", figure)
    for heading, covered in page.tree.blank_thin:
        figure = tidy(covered, language)
        return _thin(page, heading).in_(language).replace("{c}", figure)
    return _not_scored(page)


def _little(page: Page) -> Text:
    """Say that too little of the weight is covered; ``{c}`` stands for how much."""
    score = page.plan.rubric.score
    words, least = score.not_scored.text, score.coverage
    return Text(
        f"{words.id}: bukti hanya mencakup {{c}} % bobot, paling sedikit "
        f"{tidy(least, 'id')} %.",
        f"{words.en}: the evidence covers {{c}} % of the weight, at least "
        f"{tidy(least, 'en')} % is needed.",
    )


def _thin(page: Page, heading: Criterion) -> Text:
    """Say the same of one heading."""
    words, least = page.plan.rubric.score.not_scored.text, stated(heading.coverage)
    title = heading.title.text
    return Text(
        TOO_THIN.id.format(
            words=words.id, title=title.id, least=least.id, coverage="{c}"
        ),
        TOO_THIN.en.format(
            words=words.en, title=title.en, least=least.en, coverage="{c}"
        ),
    )


def _is_blocked(page: Page) -> bool:
    """Tell whether something without which nothing is scored is missing."""
    missing = {each.indicator for each in page.card.findings if each.state == "missing"}
    return any(node in missing for node in blocking(page.tree))


def _states(page: Page) -> list[tuple[str, str]]:
    return [
        (page.tree.at(each.node.id, "state"), page.tree.at(each.node.id, "share"))
        for each in page.indicators()
    ]


def _filled(page: Page) -> tuple[str, Value]:
    plan = page.plan
    parts, words, cells, done = [], [], [], 0
    for role, count in weights_of(plan).items():
        sheet, cell = sheet_of(plan, role), counter_of(plan, role)
        out_of = quoted(plan.word("filled_of") + str(count))
        cells.append(cell)
        parts.append(f"{quoted(sheet + ' ')}&{cell}&{out_of}")
        first = 2 if role == "identity" and plan.participant else 0
        done += first
        words.append(f"{sheet} {first}{plan.word('filled_of')}{count}")
    of = plan.word("filled_of") + str(sum(weights_of(plan).values()))
    every = f"({'+'.join(cells)})&{quoted(of + ' (')}"
    live = every + "&" + '&" · "&'.join(parts) + '&")"'
    return live, f"{done}{of} ({' · '.join(words)})"


def _source(page: Page, export: Export | None) -> tuple[str, Value]:
    plan = page.plan
    roles = weights_of(plan)
    recap = plan.word("source_recap").format(
        sheet=sheet_of(plan, "recap") if "recap" in roles else "–"
    )
    if "recap" not in roles:
        recap = plan.word("none")
    if export is None:
        return quoted(recap), recap
    column = export.columns["tracking_id"]
    last = plan.room.tickets + 1
    many = f"INDEX({export.area(last)},{last},IF({column}>0,{column},1))"
    told = sentence(
        WORDS["source_tickets"],
        plan.language,
        sheet=quoted(tickets_sheet(plan)),
        n=export.counted,
        out=export.left_out,
    )
    told += f'&IF({many}="","",{quoted(plan.word("too_many"))})'
    return f"IF({export.present}=1,{told},{quoted(recap)})", recap


def _absent(page: Page) -> tuple[str, Value]:
    tree, language = page.tree, page.book.language
    parts, words = [], []
    for each in page.indicators():
        if not each.beside:
            title = sentence_case(each.node.title.text.in_(language))
            state = tree.at(each.node.id, "state")
            parts.append(f'IF({state}="missing",{quoted("; " + title)},"")')
            finding = next(f for f in page.card.findings if f.indicator == each.node.id)
            words += [title] if finding.state == "missing" else []
    none = page.plan.word("none")
    if not parts:
        return quoted(none), none
    every = "&".join(parts)
    live = f"IF(LEN({every})=0,{quoted(none)},MID({every},3,2000))"
    return live, "; ".join(words) or none
