"""The sheet Skor: the score as the form stands, every figure live."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from scorecard.methods.live.expressions import chosen, quoted
from scorecard.methods.scales import sentence
from scorecard.model import CriterionScore, Finding
from scorecard.rubric.nouns import Indicator
from scorecard.sheets.book import Book, Cell, Value, height_for, new_sheet, tint
from scorecard.sheets.form.branches import Placed
from scorecard.sheets.form.page import Page
from scorecard.sheets.form.places import Plan
from scorecard.sheets.form.results import results
from scorecard.sheets.form.summary import BAND_ROW, summary
from scorecard.sheets.form.tables import bands_table, best_first, gates_table
from scorecard.sheets.form.tickets import Export
from scorecard.sheets.lines import sentence_case
from scorecard.sheets.words import word

NUMBER, NODE, STATE, VALUE, LOW, HIGH, WEIGHT, SHARE, PART, PART_HIGH, REASON = range(
    11
)
TABLE = 14
"""The header row of the table; the summary stands above it."""
_WIDTHS = (4.5, 38, 15, 10, 9, 9, 8, 9, 11, 11, 58)
_HEADS = (
    *("number", "node", "state", "value", "points", "points_high", "weight"),
    *("share", "contribution", "contribution_high", "reason"),
)
COLOURS = {"missing": "#F8D7DA", "unreadable": "#F8D7DA", "pending": "#FFF3CD"}
_STATES = ("scored", "missing", "unreadable", "not_applicable", "pending")


def new_score_sheet(book: Book, plan: Plan) -> Worksheet:
    """Add the sheet in its place; it is written once the working is known."""
    return new_sheet(book, plan.word("score"), _WIDTHS)


def score_sheet(page: Page, export: Export | None) -> None:
    """Write the score; the page's scorecard is that of the form while it is blank."""
    sheet = page.sheet
    _table(page)
    bands = TABLE + 3 + len(page.tree.placed)
    found = results(page, bands)
    after = gates_table(page, bands_table(page, bands - 1) + 1)
    summary(page, found, export)
    _notes(page, after + 1, export)
    _colours(page)
    sheet.freeze_panes(TABLE + 1, 2)
    sheet.repeat_rows(TABLE)
    sheet.fit_to_pages(1, 0)
    sheet.set_h_pagebreaks([bands - 1])
    sheet.set_tab_color("#1a7f4b")
    sheet.protect("", {"format_rows": True, "format_columns": True})


def _table(page: Page) -> None:
    for column, key in enumerate(_HEADS):
        page.put(TABLE, column, Cell(_word(page, key), "head"))
    page.sheet.set_row(TABLE, 30)
    known = {each.criterion: each for each in page.card.criteria}
    found = {each.indicator: each for each in page.card.findings}
    number = 0
    for row, placed in enumerate(page.tree.placed, TABLE + 1):
        node = placed.node
        number += isinstance(node, Indicator)
        blank = found.get(node.id) or known[node.id]
        _figures(page, row, placed, blank)
        if isinstance(node, Indicator):
            _indicator(page, row, placed, number)
        else:
            _heading(page, row, placed)


def _word(page: Page, key: str) -> str:
    return "No." if key == "number" else page.plan.word(key)


def _figures(
    page: Page, row: int, placed: Placed, blank: Finding | CriterionScore
) -> None:
    node, at = placed.node, page.tree.at
    look = "cell middle" if isinstance(node, Indicator) else "cell group middle"
    places = page.plan.rubric.score.places
    points, part = blank.points, blank.contribution
    ends: tuple[tuple[int, str, Value], ...] = (
        (LOW, "low", points.low if points else ""),
        (HIGH, "high", points.high if points else ""),
        (PART, "part_low", part.low if part else ""),
        (PART_HIGH, "part_high", part.high if part else ""),
    )
    for column, key, value in ends:
        style = f"{look} places:{places} inset"
        page.put(row, column, Cell(value, style, f"={at(node.id, key)}"))
    weight = f"={at(node.id, 'weight')}"
    page.put(row, WEIGHT, Cell(page.tree.weight(node), f"{look} weighs inset", weight))
    share = f"={at(node.id, 'share')}"
    page.put(row, SHARE, Cell(blank.share, f"{look} part inset", share))


def _indicator(page: Page, row: int, placed: Placed, number: int) -> None:
    node, at = placed.node, page.tree.at
    language = page.book.language
    title = sentence_case(node.title.text.in_(language))
    page.put(row, NUMBER, Cell(number, "cell centre middle"))
    page.put(row, NODE, Cell(title, f"cell wrap middle indent:{placed.depth + 1}"))
    finding = next(f for f in page.card.findings if f.indicator == node.id)
    state = at(node.id, "state")
    words = [(f'{state}="{s}"', quoted(word(s, language))) for s in _STATES]
    live = f"={chosen(words, quoted(word('unreadable', language)))}"
    told_state = word(finding.state, language)
    page.put(row, STATE, Cell(told_state, "cell centre middle wrap", live))
    if placed.included:
        cell = Cell("", "cell middle places:2 inset", f"={at(node.id, 'value')}")
        page.put(row, VALUE, cell)
    else:
        page.put(row, VALUE, Cell("", "cell middle"))
    told = page.tree.blank_reasons[node.id], f"={at(node.id, 'reason')}"
    page.put(row, REASON, Cell(told[0], "cell wrap small middle indent:1", told[1]))
    tall = height_for(title, _WIDTHS[NODE] - 2 * placed.depth)
    page.sheet.set_row(row, max(tall, _room(page, node), 26))


def _room(page: Page, node: object) -> float:
    """Leave room for the longest sentence that an indicator may get."""
    if not isinstance(node, Indicator):
        return 0.0
    language = page.book.language
    conditions = getattr(node.measure, "conditions", ())
    words = [each.title.text.in_(language) for each in conditions]
    measured = "; ".join(words) + _LONG[:90] if words else _LONG
    scale = sentence(node.scale).in_(language)
    return height_for(f"{measured} {_LONG[:30]} {scale}", _WIDTHS[REASON], "small") + 3


_LONG = "panjang " * 18
"""As long as most sentences of a measure."""


def _heading(page: Page, row: int, placed: Placed) -> None:
    node = placed.node
    title = sentence_case(node.title.text.in_(page.book.language))
    look = "cell group wrap middle"
    page.put(row, NODE, Cell(title, f"{look} indent:{placed.depth + 1}"))
    for column in (NUMBER, STATE, VALUE):
        page.put(row, column, Cell("", look))
    rule = ""
    if node.informative:
        rule = sentence_case(word("informative", page.book.language))
    page.put(row, REASON, Cell(rule, f"{look} small indent:1"))
    page.sheet.set_row(row, max(19.0, height_for(title, _WIDTHS[NODE], "bold")))


def _notes(page: Page, row: int, export: Export | None) -> None:
    plan = page.plan
    notes = [plan.word("files_note")] if _asks_files(page) else []
    if export is not None:
        room = plan.room
        notes.append(plan.word("tickets_note").format(rows=room.tickets, log=room.log))
    if plan.rubric.unit == "office":
        notes.append(plan.word("offices_note"))
    for number, note in enumerate(notes):
        page.put(row + number, 1, Cell(note, "subtitle"))


def _asks_files(page: Page) -> bool:
    return any(each.field.kind == "file" for each in page.tree.inputs.values())


def _colours(page: Page) -> None:
    """Tell states and bands by colour as they change."""
    last = TABLE + len(page.tree.placed)
    for state, colour in COLOURS.items():
        page.sheet.conditional_format(
            TABLE + 1,
            STATE,
            last,
            STATE,
            {
                "type": "cell",
                "criteria": "==",
                "value": quoted(word(state, page.book.language)),
                "format": page.book.workbook.add_format({"bg_color": colour}),
            },
        )
    for band in best_first(page.plan.rubric):
        shade = page.book.workbook.add_format({"bg_color": tint(band.colour)})
        rule = {"type": "cell", "criteria": "==", "format": shade}
        title = quoted(band.title.text.in_(page.plan.language))
        page.sheet.conditional_format(
            BAND_ROW, STATE, BAND_ROW, STATE, {**rule, "value": title}
        )
