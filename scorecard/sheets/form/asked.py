"""The four sheets that are filled in: label, cell, drop-down, messages and counter."""

from __future__ import annotations

import re
from datetime import date

from xlsxwriter.worksheet import Worksheet

from scorecard.evidence.folding import folded
from scorecard.number import Language, tidy
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import FormField, SheetRole
from scorecard.sheets.book import Book, Cell, height_for, new_sheet, put
from scorecard.sheets.form.places import (
    ANSWER,
    COUNTER_ROW,
    HEADER_ROW,
    Input,
    Plan,
    at,
    document_of,
    heading_of,
    rows_of,
    sheet_of,
)
from scorecard.sheets.form.tokens import CODE_TOKEN, NAME_TOKEN
from scorecard.wording import Text

_WIDTHS = (24, 52, 26, 44)
_LOOKS = {
    "whole": "cell open places:0 inset",
    "number": "cell open number inset",
    "percent": "cell open percent inset",
    "date": "cell open day inset",
    "level": "cell open general",
    "text": "cell open wrap left words inset",
    "file": "cell open wrap left words inset",
    "yes_no": "cell open centre",
}
_LONGEST_NOTE = 250


def asked_sheet(
    book: Book, plan: Plan, role: SheetRole, inputs: dict[str, Input]
) -> None:
    """Write one sheet of the form; only its yellow cells can be changed."""
    sheet = new_sheet(book, sheet_of(plan, role), _WIDTHS)
    mine = [each for each in inputs.values() if each.role == role]
    _head(book, sheet, plan, mine)
    for row, (key, field) in enumerate(rows_of(plan.rubric, role), HEADER_ROW + 1):
        if isinstance(field, FormField):
            _row(book, sheet, plan, inputs[key])
        else:
            title = document_of(plan.rubric, field).title.text.in_(book.language)
            for column in range(len(_WIDTHS)):
                words = title if column == 1 else ""
                look = "cell group wrap middle indent:1"
                put(book, sheet, (row, column), Cell(words, look))
            sheet.set_row(row, max(20.0, height_for(title, _WIDTHS[1], "bold") + 4))
    for each in mine:
        book.workbook.define_name(_name(each), f"={each.address}")
    _finish(sheet, role)


def counter_of(plan: Plan, role: SheetRole) -> str:
    """Give the address of a sheet's number of filled cells."""
    return at(sheet_of(plan, role), COUNTER_ROW, ANSWER)


def shown_label(of: Input, language: Language) -> str:
    """Give the words beside an input, with its unit."""
    label = of.field.title.text.in_(language)
    unit = of.field.unit.text.in_(language) if of.field.unit else ""
    return f"{label} ({unit})" if unit else label


def day_look(plan: Plan) -> str:
    """Name the look of a date: its month is written in the form's language."""
    return "day" if plan.language == "en" else "hari"


def yes_and_no(plan: Plan) -> list[str]:
    """Give the words of the drop-down, such as the rubric reads."""
    words = plan.rubric.vocabulary
    return [
        _offered(spellings, wanted.in_(plan.language))
        for spellings, wanted in ((words.yes, _YES), (words.no, _NO))
    ]


_YES, _NO = Text("Ya", "Yes"), Text("Tidak", "No")


def _offered(spellings: tuple[str, ...], wanted: str) -> str:
    """Offer the language's word if the rubric knows it, else its first spelling."""
    known = folded(wanted) in map(folded, spellings)
    return wanted if known else spellings[0].capitalize()


def _head(book: Book, sheet: Worksheet, plan: Plan, mine: list[Input]) -> None:
    role = mine[0].role
    title = f"{sheet_of(plan, role)} · {plan.rubric.title.text.in_(book.language)}"
    blank = role == "identity" and plan.participant is None
    about = plan.word(f"about_{role}" + ("_blank" if blank else ""))
    put(book, sheet, (0, 0), Cell(title, "title"))
    put(book, sheet, (1, 0), Cell(about, "subtitle"))
    for row, height in enumerate((26, 18, 20, 8)):
        sheet.set_row(row, height)
    label = plan.word("filled").format(all=len(mine))
    put(book, sheet, (COUNTER_ROW, 1), Cell(label, "text middle right inset"))
    headers = plan.rubric.form.headers
    names = (headers.key, headers.label, headers.answer, headers.remark)
    for column, name in enumerate(names):
        put(book, sheet, (HEADER_ROW, column), Cell(heading_of(plan, name), "head"))
    sheet.set_row(HEADER_ROW, 22)


def _row(book: Book, sheet: Worksheet, plan: Plan, of: Input) -> None:
    label = of.field.title.text.in_(book.language)
    shown = shown_label(of, book.language)
    put(book, sheet, (of.row, 0), Cell(of.key, "cell small faint middle indent:1"))
    put(book, sheet, (of.row, 1), Cell(shown, "cell wrap middle indent:1"))
    put(book, sheet, (of.row, 3), Cell("", "cell open wrap middle words inset"))
    # A little narrower than the column: other programs set the words in wider letters.
    sheet.set_row(of.row, max(20.0, height_for(shown, _WIDTHS[1] - 4) + 2))
    fixed = {"code": CODE_TOKEN, "name": NAME_TOKEN}.get(of.key)
    if of.role == "identity" and fixed and plan.participant is not None:
        put(
            book,
            sheet,
            (of.row, ANSWER),
            Cell(fixed, "cell wrap left middle fixed words inset"),
        )
        return
    look = f"{_LOOKS[of.field.kind]} middle"
    put(book, sheet, (of.row, ANSWER), Cell("", look.replace("day", day_look(plan))))
    sheet.data_validation(of.row, ANSWER, of.row, ANSWER, _validation(plan, of, label))


def _validation(plan: Plan, of: Input, label: str) -> dict[str, object]:
    kind = of.field.kind
    note = of.field.help.text.in_(plan.language) if of.field.help else ""
    levels = _levels(plan, of) if kind == "level" else ""
    asked = plan.word("ask_text" if kind == "text" else f"ask_{kind}")
    message = " ".join(filter(None, (asked, levels, note)))
    rule = _rule(plan, of)
    wrong = f"wrong_{kind}"
    told = (
        {}
        if rule["validate"] == "any"
        else {
            "error_title": plan.word("wrong_title")[:32],
            "error_message": plan.word(wrong)[:_LONGEST_NOTE],
        }
    )
    return {
        **rule,
        **told,
        "input_title": label[:32],
        "input_message": message[:_LONGEST_NOTE],
        "ignore_blank": True,
    }


def _rule(plan: Plan, of: Input) -> dict[str, object]:
    match of.field.kind:
        case "yes_no":
            return {"validate": "list", "source": yes_and_no(plan)}
        case "whole":
            return {"validate": "integer", "criteria": ">=", "value": 0}
        case "number":
            limits = {"minimum": -1_000_000_000, "maximum": 1_000_000_000}
            return {"validate": "decimal", "criteria": "between", **limits}
        case "percent":
            limits = {"minimum": -100, "maximum": 100}
            return {"validate": "decimal", "criteria": "between", **limits}
        case "date":
            days = {"minimum": date(1945, 1, 1), "maximum": date(2100, 12, 31)}
            return {"validate": "date", "criteria": "between", **days}
        case "level" if levels := _scale(plan, of):
            return {"validate": "list", "source": [_plain(each) for each in levels]}
        case _:
            return {"validate": "any"}


def _scale(plan: Plan, of: Input) -> tuple[verb.Level, ...]:
    for each in plan.rubric.indicators():
        measure, scale = each.measure, each.scale
        if isinstance(measure, verb.Answer | verb.Figure) and isinstance(
            scale, verb.Levels
        ):
            key = measure.field if isinstance(measure, verb.Answer) else measure.figure
            if key == of.key:
                return scale.levels
    return ()


def _plain(level: verb.Level) -> int | float:
    number = float(level.level)
    return int(number) if number.is_integer() else number


def _levels(plan: Plan, of: Input) -> str:
    return "; ".join(
        f"{tidy(each.level, plan.language)} = {each.title.text.in_(plan.language)}"
        for each in _scale(plan, of)
        if each.title is not None
    )


def _name(of: Input) -> str:
    """Name an input as formulas of its users may: ``Rekap_masuk``."""
    name = re.sub(r"\W", "_", f"{of.sheet}_{of.key}", flags=re.ASCII)
    return name if name[0].isalpha() else f"_{name}"


def _finish(sheet: Worksheet, role: SheetRole) -> None:
    sheet.freeze_panes(HEADER_ROW + 1, 0)
    sheet.repeat_rows(HEADER_ROW)
    sheet.fit_to_pages(1, 0)
    sheet.set_tab_color("#E0B000")
    sheet.protect("", {"format_rows": True, "format_columns": True})
    first = HEADER_ROW + (2 if role == "documents" else 1)
    sheet.set_selection(first, ANSWER, first, ANSWER)
