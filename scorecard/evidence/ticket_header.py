"""The headings of a ticket export: those found, those missed, those not used."""

from __future__ import annotations

from scorecard.errors import Location, Problem
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.table import Header, find_header, likeliest_header
from scorecard.evidence.workbook import Sheet
from scorecard.rubric.evidence import Tickets
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.signals import Copied
from scorecard.wording import Text

_LONGEST_HEADING = 50
_MOST_HEADINGS = 12
_HEADER_ROWS = 3


def spellings(tickets: Tickets) -> dict[str, tuple[str, ...]]:
    """Give the headings by which each column is known."""
    return {str(key): names for key, names in tickets.columns.items()}


def header_of(sheet: Sheet, tickets: Tickets) -> Header | Problem:
    """Find the export's header row, or say which heading it was looked for by."""
    header = find_header(sheet, spellings(tickets), ("tracking_id",))
    place = Location(sheet.file, sheet.name)
    if header is None:
        heading = tickets.columns["tracking_id"][0]
        likely = likeliest_header(sheet, spellings(tickets))
        hint = nearest(heading, likely.unknown) if likely else ""
        said = did_you_mean(hint)
        return problem("ticket-header-missing", place, heading=heading, hint=said)
    if header.twice:
        heading = spellings(tickets)[header.twice[0]][0]
        return problem("ticket-column-twice", place, heading=heading)
    return header


def answer_column(sheet: Sheet, header: Header, rubric: Rubric) -> int:
    """Find the column of answers in the header; 0 where there is none, or two."""
    names = {
        folded(heading)
        for rule in rubric.signals
        if isinstance(rule, Copied)
        for heading in rule.headings
    }
    found = {
        column
        for row in range(max(1, header.row + 1 - _HEADER_ROWS), header.row + 1)
        for column, value in enumerate(sheet.rows[row - 1], start=1)
        if isinstance(value, str) and len(value) < 100 and folded(value) in names
    }
    return found.pop() if len(found) == 1 else 0


def missing_columns(sheet: Sheet, header: Header, rubric: Rubric) -> dict[str, Problem]:
    """Report each column that the rubric needs and the export lacks."""
    tickets = rubric.tickets
    if tickets is None:
        return {}
    place = Location(sheet.file, sheet.name)
    missing = {}
    for key, use in _uses(rubric, tickets).items():
        names = spellings(tickets).get(key, ())
        if names and key not in header.columns:
            hint = did_you_mean(nearest(names[0], header.unknown))
            missing[key] = problem(
                "ticket-column-missing", place, heading=names[0], use=use, hint=hint
            )
    return missing


def ignored_columns(
    sheet: Sheet, header: Header, tickets: Tickets
) -> tuple[Problem, ...]:
    """Name the columns that nobody expects in an export; they are not read."""
    official = {folded(name) for name in (*tickets.unused, *tickets.personal)}
    extra = [
        heading if len(heading) <= _LONGEST_HEADING else heading[:49] + "…"
        for heading in header.unknown
        if folded(heading) not in official
    ]
    if not extra:
        return ()
    named = ", ".join(f"“{heading}”" for heading in extra[:_MOST_HEADINGS])
    more = ", …" if len(extra) > _MOST_HEADINGS else ""
    place = sheet.at(header.row, min(header.columns.values()))
    return (problem("ticket-columns-ignored", place, headings=named + more),)


def _uses(rubric: Rubric, tickets: Tickets) -> dict[str, Text]:
    """Say what each column that the rubric needs is needed for."""
    uses = {
        "received": Text("menentukan periode", "placing tickets in the period"),
        "status": Text("menghitung status", "counting statuses"),
    }
    filters = (each.tickets for each in rubric.quantities if each.tickets)
    if any(each.classification for each in filters):
        uses["classification"] = Text("menghitung klasifikasi", "counting classes")
    if any(each.column == "rating" for each in tickets.series):
        uses["rating"] = Text("menghitung nilai pelapor", "the reporters' ratings")
    if rubric.unit == "office":
        uses["office"] = Text("memilah perangkat daerah", "telling the offices apart")
    return uses
