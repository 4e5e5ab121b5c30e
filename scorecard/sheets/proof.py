"""The sheet "Bukti": where each figure of a compliance sheet comes from.

Numbers of tickets, answers, marks and conditions stand here once, as they were read;
all else is a formula over them, and the sheet "Kepatuhan" takes its values from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.model import AttachedFile, Finding, InputFile, Scorecard, Season
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.sheets.answered import AS_READ, answers_table
from scorecard.sheets.attached import DOCUMENT_COLUMNS, document_rows, state_of
from scorecard.sheets.book import Book, Cell, put
from scorecard.sheets.checked import document_block
from scorecard.sheets.counted import (
    change_block,
    count_block,
    share_block,
    within_block,
)
from scorecard.sheets.ledger import (
    WIDTHS,
    Ledger,
    Source,
    heading,
    known_or_word,
    line,
    place_cells,
    table,
    titled,
)
from scorecard.sheets.marked import mark_block
from scorecard.sheets.tables import print_scale
from scorecard.wording import dated

__all__ = ["WIDTHS", "Source", "proof_sheet"]

_NEW_PAGE = "document_conditions"
_COUNTED = (verb.Count, verb.Share, verb.Within, verb.Change)


def proof_sheet(
    book: Book, sheet: Worksheet, of: tuple[Season, Rubric, Scorecard]
) -> Mapping[str, Source]:
    """Write the sheet; give the cells of each indicator's figures, to be quoted."""
    season, rubric, card = of
    put(book, sheet, (0, 0), Cell(book.word("evidence_title"), "title"))
    name = f"{card.participant.code} · {card.participant.name}"
    put(book, sheet, (1, 0), Cell(name, "heading"))
    put(book, sheet, (2, 0), Cell(book.word("evidence_note"), "subtitle"))
    sheet.set_row(0, 22)
    ledger = Ledger(book, sheet, row=4)
    _statuses(ledger, card)
    for key, verbs in (
        ("shares", _COUNTED),
        ("document_conditions", verb.Document),
        ("marks", verb.Mark),
    ):
        _blocks(ledger, card, list(_measured(rubric, card, verbs)), key)
    answers_table(ledger, [each for each, _ in _measured(rubric, card, AS_READ)])
    _cited(ledger, rubric, card)
    _files(ledger, season, card)
    table(ledger, "document_contents", DOCUMENT_COLUMNS, document_rows(book, card))
    # A scale, since fitting to pages would ignore the break.
    sheet.set_print_scale(print_scale(WIDTHS, 0, ()))
    sheet.set_h_pagebreaks(ledger.breaks)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    return ledger.sources


Measured = tuple[Finding, verb.Measure]


def _measured(
    rubric: Rubric, card: Scorecard, verbs: type | tuple[type, ...]
) -> Iterator[Measured]:
    """Give the findings of some verbs that are measured for this category."""
    for finding in card.findings:
        node = rubric.node(finding.indicator)
        measured = isinstance(node, Indicator) and isinstance(node.measure, verbs)
        if measured and not _is_left_out(rubric, card, finding):
            assert isinstance(node, Indicator)
            yield finding, node.measure


def _is_left_out(rubric: Rubric, card: Scorecard, finding: Finding) -> bool:
    """Tell whether the participant's category leaves the indicator out."""
    for category in rubric.categories:
        if category.id == card.participant.category:
            left_out = {finding.indicator, finding.criterion}
            return bool(left_out & set(category.not_applicable))
    return False


def _statuses(ledger: Ledger, card: Scorecard) -> None:
    book = ledger.book
    rows = []
    for each in card.quantities:
        word = book.word("unreadable" if each.location else "blank")
        source = Cell(book.word(each.source), "cell centre")
        count = known_or_word(each.value, word)
        title = Cell(titled(book, each.title))
        rows.append([title, count, source, *place_cells(each.location)])
    keys = ("quantity", "count", "taken_from", "file", "sheet", "cell")
    top = table(ledger, "status_table", keys, rows)
    for row, each in enumerate(card.quantities, top):
        ledger.quantities[each.quantity] = str(xl_rowcol_to_cell(row, 1))


def _blocks(ledger: Ledger, card: Scorecard, found: list[Measured], key: str) -> None:
    if not found:
        return
    if key == _NEW_PAGE and ledger.sources:
        ledger.breaks.append(ledger.row)
    heading(ledger, key)
    for finding, measure in found:
        source = _block(ledger, card, finding, measure)
        ledger.sources[finding.indicator] = source
    ledger.row += 1


def _block(
    ledger: Ledger, card: Scorecard, finding: Finding, measure: verb.Measure
) -> Source:
    match measure:
        case verb.Count():
            return count_block(ledger, card, finding, measure)
        case verb.Share():
            return share_block(ledger, card, finding, measure)
        case verb.Within():
            return within_block(ledger, finding)
        case verb.Change():
            return change_block(ledger, card, finding, measure)
        case verb.Mark():
            return mark_block(ledger, card, finding, measure)
        case _:
            return document_block(ledger, finding)


def _cited(ledger: Ledger, rubric: Rubric, card: Scorecard) -> None:
    """Quote what conditions and series were drawn from; the rest stands above."""
    book = ledger.book
    rows = [
        [
            Cell(titled(book, cited.title), "cell wrap"),
            Cell(dated(cited.shown, book.language), "cell wrap centre"),
            Cell(titled(book, finding.title), "cell wrap"),
            *place_cells(cited.location),
        ]
        for finding, _ in _measured(rubric, card, verb.Document)
        for cited in finding.evidence
    ]
    keys = ("what", "shown", "indicator", "file", "sheet", "cell")
    table(ledger, "cited", keys, rows)


def _files(ledger: Ledger, season: Season, card: Scorecard) -> None:
    """List the files that were read and those that the form names, with digests."""
    book = ledger.book
    read = [each for each in season.inputs if _belongs(each.path, card.path)]
    known = {each.path for each in read}
    named = [each for each in card.files if each.path not in known]
    if not read and not named:
        return
    heading(ledger, "files")
    heads = [Cell(book.word(key), "head") for key in ("file", "size", "state")]
    line(ledger, heads, book.word("digest"), "head")
    states = {file.path: state_of(book, file) for file in card.files}
    listed: list[InputFile | AttachedFile] = [*read, *named]
    for each in listed:
        _file(ledger, each, states.get(each.path) or book.word("found"))
    ledger.row += 1


def _file(ledger: Ledger, file: InputFile | AttachedFile, state: str) -> None:
    cells = [
        Cell(file.path, "cell wrap"),
        Cell(file.size, "cell places:0"),
        Cell(state, "cell centre wrap"),
    ]
    line(ledger, cells, file.sha256, "cell small")


def _belongs(path: str, folder: str) -> bool:
    return bool(folder) and (path == folder or path.startswith(f"{folder}/"))
