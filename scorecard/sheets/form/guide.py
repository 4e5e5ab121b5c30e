"""The sheet Petunjuk: what the form is, by when, and how it is filled in."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from scorecard.sheets.book import Book, Cell, height_for, new_sheet, put
from scorecard.sheets.form.places import (
    Plan,
    log_sheet,
    sheet_of,
    tickets_sheet,
    weights_of,
)
from scorecard.sheets.form.score import COLOURS
from scorecard.sheets.form.tokens import CODE_TOKEN, NAME_TOKEN
from scorecard.wording import spoken

_WIDTHS = (4, 26, 92)
_LEGEND = (
    *(("cell open", "open"), ("cell fixed", "fixed"), ("cell", "counted")),
    (f"cell fill:{COLOURS['missing']}", "missing"),
    (f"cell fill:{COLOURS['pending']}", "pending"),
)


def guide_sheet(book: Book, plan: Plan) -> None:
    """Write the guide."""
    sheet = new_sheet(book, plan.word("guide"), _WIDTHS)
    title = f"{plan.word('guide_title')} · {plan.rubric.title.text.in_(plan.language)}"
    put(book, sheet, (0, 0), Cell(title, "title"))
    sheet.set_row(0, 26)
    row = 2
    for label, words in _facts(plan):
        put(book, sheet, (row, 1), Cell(label, "cell bold middle fixed indent:1"))
        put(book, sheet, (row, 2), Cell(words, "cell wrap middle indent:1"))
        sheet.set_row(row, max(19.0, height_for(words, _WIDTHS[2]) + 3))
        row += 1
    row = _steps(book, sheet, plan, row + 1)
    row = _sheets(book, sheet, plan, row + 1)
    put(book, sheet, (row + 1, 0), Cell(plan.word("legend"), "heading"))
    for number, (look, key) in enumerate(_LEGEND, row + 2):
        put(book, sheet, (number, 1), Cell("", look))
        words = plan.word(f"legend_{key}")
        put(book, sheet, (number, 2), Cell(words, "text middle indent:1"))
        sheet.set_row(number, 17)
    sheet.fit_to_pages(1, 1)
    sheet.set_tab_color("#1F3552")
    sheet.protect()
    sheet.activate()


def _facts(plan: Plan) -> list[tuple[str, str]]:
    rubric, language = plan.rubric, plan.language
    period = rubric.period
    days = [spoken(day, language) for day in (period.start, period.end)]
    facts = []
    if plan.participant is not None:
        facts.append((plan.word("participant"), f"{CODE_TOKEN} · {NAME_TOKEN}"))
    edition = f"{rubric.title.text.in_(language)}, {rubric.edition}"
    category = plan.category.title.text.in_(language)
    facts += [
        (plan.word("category"), plan.word("category_note").format(name=category)),
        (plan.word("edition"), edition),
        (plan.word("period"), " – ".join(days)),
        (plan.word("deadline"), spoken(rubric.deadline, language)),
    ]
    if rubric.contact is not None:
        facts.append((plan.word("contact"), rubric.contact.text.in_(language)))
    return facts


def _steps(book: Book, sheet: Worksheet, plan: Plan, row: int) -> int:
    put(book, sheet, (row, 0), Cell(plan.word("steps"), "heading"))
    for number in range(1, 5):
        words = plan.word(f"step_{number}")
        put(book, sheet, (row + number, 0), Cell(number, "text centre middle bold"))
        sheet.merge_range(row + number, 1, row + number, 2, "")
        put(book, sheet, (row + number, 1), Cell(words, "text wrap middle indent:1"))
        sheet.set_row(row + number, max(19.0, height_for(words, 112.0) + 3))
    return row + 5


def _sheets(book: Book, sheet: Worksheet, plan: Plan, row: int) -> int:
    put(book, sheet, (row, 0), Cell(plan.word("sheets"), "heading"))
    lines = [(sheet_of(plan, role), f"sheet_{role}") for role in weights_of(plan)]
    lines += [(tickets_sheet(plan), "sheet_tickets")] if tickets_sheet(plan) else []
    lines += [(log_sheet(plan), "sheet_log")] if log_sheet(plan) else []
    lines += [(plan.word(key), f"sheet_{key}") for key in ("score", "working")]
    for number, (title, key) in enumerate(lines, row + 1):
        words = plan.word(key)
        quoted = title.replace("'", "''")
        put(book, sheet, (number, 1), Cell(title, "cell bold middle indent:1"))
        sheet.write_url(
            number,
            1,
            f"internal:'{quoted}'!A1",
            book.formats["cell bold middle indent:1"],
            title,
        )
        put(book, sheet, (number, 2), Cell(words, "cell wrap middle indent:1"))
        sheet.set_row(number, max(19.0, height_for(words, _WIDTHS[2]) + 3))
    return row + 1 + len(lines)
