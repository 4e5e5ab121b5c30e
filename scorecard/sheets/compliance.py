"""The compliance workbook: one participant's score, led back to the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from scorecard.model import Finding, Scorecard, Season
from scorecard.rubric.methods import Document
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.sheets.book import Book, Cell, height_for, made_book, new_sheet, put
from scorecard.sheets.coverage import with_coverage
from scorecard.sheets.derivation import (
    INTERVAL,
    SETTLED,
    Derivation,
    Grid,
    Node,
    in_order,
    node_id,
    rows_from,
    rule_of,
)
from scorecard.sheets.derivation_rows import figures, state_cell
from scorecard.sheets.lines import sentence_case
from scorecard.sheets.long_tables import places_of, problems_sheet, signals_sheet
from scorecard.sheets.paging import fits_on_last_page
from scorecard.sheets.proof import WIDTHS as PROOF_WIDTHS
from scorecard.sheets.proof import proof_sheet
from scorecard.sheets.recap import footer_of
from scorecard.sheets.review import OPEN, review_columns, signature
from scorecard.sheets.rulebook import rulebook_sheet
from scorecard.sheets.summary import head_rows, summary
from scorecard.sheets.tables import print_areas, print_scale
from scorecard.sheets.totals import totals

# Narrow enough that no page has to be shrunk below 80 %: the clauses stay legible.
_FIRST = ((5.0, "number"), (31.0, "indicator"), (23.5, "clause"), (12.0, "state"))
_FIGURES = ((10.0, "value"), (10.5, "numerator"), (10.5, "denominator"))
_POINTS = ((10.5, "points"),)
_POINTS_TOP = ((10.5, "points_top"),)
_WEIGHTS = ((9.5, "weight"), (9.5, "share"), (10.5, "contribution"))
_CONTRIBUTION_TOP = ((10.5, "contribution_top"),)
_WORDS = ((74.0, "reason"), (51.0, "remedy"))
_PROOF = ((23.0, "file"), (11.5, "sheet"), (11.5, "cell"), (25.0, "digest"))
_REVIEW = ((14.0, "verdict"), (29.0, "review_note"), (12.0, "review_date"))


def compliance_workbook(season: Season, rubric: Rubric, code: str) -> bytes:
    """Make the workbook of one participant; KeyError if the code is unknown.

    Cached values are the season's figures, so that a viewer that does not recalculate
    shows what was published.
    """
    card = season.scorecard(code)
    name = card.participant.name

    def fill(book: Book) -> None:
        grid = _grid(card, rubric)
        widths = [width for width, _ in _columns(grid)]
        main = new_sheet(book, book.word("compliance"), widths)
        proof = new_sheet(book, book.word("evidence"), PROOF_WIDTHS)
        sources = proof_sheet(book, proof, (season, rubric, card))
        rows = rows_from(card, head_rows(card, rubric) + 2)
        tab = str(proof.get_name())
        derivation = Derivation(book, rubric, card, grid, rows, sources, tab)
        derivation = with_coverage(derivation, main, proof)
        _compliance_sheet(derivation, main, season)
        problems_sheet(book, season, season.problems_of(code), one=True)
        if rubric.signals:
            signals_sheet(book, season.signals_of(code), season)
        rulebook_sheet(book, rubric)
        main.activate()

    footer = f"{footer_of(season, rubric)} · {code} {name}"
    return made_book(name, footer, season.as_of, language=rubric.language, fill=fill)


def _grid(card: Scorecard, rubric: Rubric) -> Grid:
    """Give the highest ends columns of their own where they decide anything."""
    held = (card.points_of(gate.of) for gate in rubric.gates)
    counting = (node.points for node in in_order(card) if not node.informative)
    open_ended = (score for score in (card.total, *held, *counting) if score)
    return INTERVAL if any(score.is_interval for score in open_ended) else SETTLED


def _columns(grid: Grid) -> tuple[tuple[float, str], ...]:
    top = grid.is_interval
    return (
        *_FIRST,
        *_FIGURES,
        *_POINTS,
        *(_POINTS_TOP if top else ()),
        *_WEIGHTS,
        *(_CONTRIBUTION_TOP if top else ()),
        *_WORDS,
        *_PROOF,
        *_REVIEW,
    )


def _compliance_sheet(derivation: Derivation, sheet: Worksheet, season: Season) -> None:
    book, card = derivation.book, derivation.card
    columns, head = _columns(derivation.grid), head_rows(card, derivation.rubric)
    put(book, sheet, (head, 0), Cell(book.word("derivation"), "heading"))
    for column, (_, key) in enumerate(columns):
        put(book, sheet, (head + 1, column), Cell(book.word(key), "head"))
    sheet.set_row(head + 1, 30)
    number = 0
    for node in in_order(card):
        number += isinstance(node, Finding)
        _row(derivation, sheet, season, (node, number))
    after = head + 2 + len(derivation.rows)
    foot = totals(derivation, sheet, after + 1)
    summary(derivation, sheet, season, foot)
    last = signature(book, sheet, foot.after + 1)
    review_columns(book, sheet, derivation, len(columns) - len(_REVIEW))
    _print(derivation, sheet, (after + 1, last))


def _row(
    derivation: Derivation, sheet: Worksheet, season: Season, of: tuple[Node, int]
) -> None:
    node, number = of
    book, row = derivation.book, derivation.rows[node_id(node)]
    words = derivation.grid.contribution_high + 1
    if isinstance(node, Finding):
        cells = dict(enumerate(_finding_head(derivation, node, number)))
        cells |= dict(enumerate(_finding_tail(derivation, season, node), words))
        parent = node.criterion
    else:
        title = sentence_case(node.title.in_(book.language))
        rule = rule_of(book, derivation.rubric, node.criterion)
        cells = dict.fromkeys(range(words + 9), Cell("", "cell group"))
        cells[1] = Cell(title, f"cell group wrap indent:{node.depth}")
        cells[words] = Cell("" if node.informative else rule, "cell group wrap")
        parent = node.parent
    cells |= figures(derivation, node, parent)
    for column, cell in cells.items():
        put(book, sheet, (row, column), cell)
    sheet.set_row(row, _height(derivation.grid, cells))


def _height(grid: Grid, cells: dict[int, Cell]) -> float:
    widths = [width for width, _ in _columns(grid)]
    heights = (
        height_for(cell.value, _room(widths[column]), cell.style)
        for column, cell in cells.items()
        if isinstance(cell.value, str) and "wrap" in cell.style
    )
    return max((16.0, *heights))


def _room(width: float) -> float:
    """Give what a line surely fills: in narrow columns long words leave gaps."""
    return width if width > _NARROW else _SAFE * width


_NARROW, _SAFE = 25.0, 0.92


def _finding_head(
    derivation: Derivation, finding: Finding, number: int
) -> Iterator[Cell]:
    book = derivation.book
    yield Cell(number, "cell centre")
    yield Cell(sentence_case(finding.title.in_(book.language)), "cell wrap indent:1")
    yield Cell(finding.clause, "cell wrap")
    yield state_cell(derivation, finding)


def _finding_tail(
    derivation: Derivation, season: Season, finding: Finding
) -> Iterator[Cell]:
    book = derivation.book
    remedy = finding.remedy.in_(book.language) if finding.remedy else ""
    yield Cell(finding.reason.in_(book.language), "cell wrap")
    yield Cell(remedy, "cell wrap")
    files, sheets, cells = places_of(finding)
    attached = list(_attached(derivation, finding))
    paths = [*filter(None, [files]), *(path for path, _ in attached)]
    digests = [
        *(_digest(season, path) for path in filter(None, files.split("\n"))),
        *(digest for _, digest in attached),
    ]
    yield Cell("\n".join(paths), "cell wrap small")
    yield Cell(sheets, "cell wrap small")
    yield Cell(cells, "cell wrap small centre")
    yield Cell("\n".join(filter(None, digests)), "cell wrap small")
    yield from (Cell("", look) for look in OPEN)


def _attached(derivation: Derivation, finding: Finding) -> Iterator[tuple[str, str]]:
    node = derivation.rubric.node(finding.indicator)
    if not isinstance(node, Indicator) or not isinstance(node.measure, Document):
        return
    for file in derivation.card.files:
        if file.field.startswith(f"{node.measure.document}.") and file.found:
            yield file.path, file.sha256


def _digest(season: Season, path: str) -> str:
    return next((each.sha256 for each in season.inputs if each.path == path), "")


def _print(derivation: Derivation, sheet: Worksheet, foot: tuple[int, int]) -> None:
    """Print the whole of the first pages, then only the table of the wider columns.

    `foot` are the rows of the totals and of the signatures, kept on one page.
    """
    grid, (start, last) = derivation.grid, foot
    words = grid.contribution_high + 1
    breaks = (words, words + len(_WORDS))
    widths = [width for width, _ in _columns(grid)]
    head = head_rows(derivation.card, derivation.rubric)
    sheet.repeat_rows(head + 1)
    sheet.repeat_columns(0, 1)
    sheet.set_v_pagebreaks(list(breaks))
    scale = print_scale(widths, 2, breaks)
    sheet.set_print_scale(scale)
    if not fits_on_last_page(sheet, (start, last + 1), scale, header=head + 1):
        sheet.set_h_pagebreaks([start])
    top, bottom = head + 2, head + 1 + len(derivation.rows)
    areas = [(0, 0, last, words - 1)]
    if derivation.rows:
        areas.append((top, words, bottom, breaks[1] - 1))
        areas.append((top, breaks[1], bottom, len(widths) - 1))
    print_areas(sheet, areas)
    sheet.freeze_panes(0, 2)
