"""What the rubric asks to be sent: the form's fields, the ticket export, quantities."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scorecard.rubric.scalars import Flag, Id, Line, Noun, Words

Kind = Literal["text", "yes_no", "whole", "number", "percent", "date", "file", "level"]
SheetRole = Literal["identity", "recap", "documents", "answers"]
TicketColumn = Literal[
    "tracking_id",
    "received",
    "received_time",
    "classification",
    "status",
    "reason",
    "owner",
    "office",
    "rating",
]
LogColumn = Literal["tracking_id", "verified", "first_reply", "closed"]


class FormField(Noun):
    """One cell to fill: its key (column "Kode"), label, kind of answer and unit.

    A number may be below zero only where it is `signed`.
    """

    id: Id
    title: Words
    kind: Kind
    unit: Words | None = None
    help: Words | None = None
    signed: Flag = False


class Proof(Noun):
    """A document's own text: which of its fields must be found in its `file`.

    `number` is looked for as it was typed, `date` whole, and of `year` only the year.
    """

    file: Id
    number: Id | None = None
    date: Id | None = None
    year: Id | None = None


class FormDocument(Noun):
    """One document to declare; its fields' keys are ``document.field``."""

    id: Id
    title: Words
    fields: Annotated[tuple[FormField, ...], Field(min_length=1)]
    proof: Proof | None = None


class Sheet(Noun):
    """A sheet's title and the other titles under which it is known."""

    name: Line
    aliases: tuple[Line, ...] = ()


class FormHeaders(Noun):
    """Headings of the form's columns: key, label, answer, remark."""

    key: Annotated[tuple[Line, ...], Field(min_length=1)]
    label: Annotated[tuple[Line, ...], Field(min_length=1)]
    answer: Annotated[tuple[Line, ...], Field(min_length=1)]
    remark: Annotated[tuple[Line, ...], Field(min_length=1)]


class Table(Noun):
    """A flat table instead of forms: one row a participant, one column a figure.

    A figure's column is headed by its field's id or title, or by one of `columns`.
    Without a list of participants each row makes one; its category is named in the
    column `category`, or is the only one there is.
    """

    code: Annotated[tuple[Line, ...], Field(min_length=1)]
    name: Annotated[tuple[Line, ...], Field(min_length=1)]
    category: tuple[Line, ...] = ()
    columns: dict[Id, Annotated[tuple[Line, ...], Field(min_length=1)]] = Field(
        default_factory=dict
    )


class Form(Noun):
    """The form: four sheets of rows ``key | label | answer | remark``.

    `identity` must hold the fields ``code`` and ``name``. With a `table` figures may
    come in one table of all participants as well.
    """

    headers: FormHeaders
    sheets: dict[SheetRole, Sheet]
    identity: tuple[FormField, ...]
    recap: tuple[FormField, ...] = ()
    documents: tuple[FormDocument, ...] = ()
    answers: tuple[FormField, ...] = ()
    table: Table | None = None


class Label(Noun):
    """A word of the export's vocabulary, with the spellings that mean it."""

    id: Id
    title: Words
    labels: Annotated[tuple[Line, ...], Field(min_length=1)]


class Log(Noun):
    """The follow-up log: dates that the official export does not hold."""

    sheet: Sheet
    columns: dict[LogColumn, tuple[Line, ...]]


class Series(Noun):
    """A number for each ticket: a column, or working days between two dates."""

    id: Id
    title: Words
    column: Literal["rating"] | None = None
    start: Literal["received", "verified", "first_reply"] | None = None
    end: Literal["verified", "first_reply", "closed"] | None = None


class Tickets(Noun):
    """The LAPOR! export: its sheet, headings, personal columns and vocabulary.

    Columns named in `personal` are never read, but that a signal may compare one column
    with itself, by digests. Those named in `unused` belong to the
    official layouts, but nothing is taken from them; any other is reported as extra.
    """

    sheet: Sheet
    columns: dict[TicketColumn, Annotated[tuple[Line, ...], Field(min_length=1)]]
    personal: tuple[Line, ...] = ()
    unused: tuple[Line, ...] = ()
    statuses: Annotated[tuple[Label, ...], Field(min_length=1)]
    classifications: tuple[Label, ...] = ()
    log: Log | None = None
    series: tuple[Series, ...] = ()


class RowFilter(Noun):
    """Which tickets count: by status and class; an empty list means all.

    `unknown_status` counts those apart whose status is none of the rubric's.
    """

    status: tuple[Id, ...] = ()
    unknown_status: bool = False
    classification: tuple[Id, ...] = ()


class Quantity(Noun):
    """A named number of tickets: counted in the export, else taken from the recap.

    The export is preferred, for all quantities of one submission alike.
    """

    id: Id
    title: Words
    figure: Id | None = None
    tickets: RowFilter | None = None


class SumCheck(Noun):
    """A total of the recap must be the sum of its parts.

    Asked as soon as `any` part is given, blank ones counting as 0; or only when `all`
    are given.
    """

    verb: Literal["sum"]
    total: Id
    parts: Annotated[tuple[Id, ...], Field(min_length=1)]
    when: Literal["any", "all"] = "any"


class Definition(Noun):
    """A denominator that a quoted percentage may have: over - less."""

    over: Annotated[tuple[Id, ...], Field(min_length=1)]
    less: tuple[Id, ...] = ()


class QuotedCheck(Noun):
    """A quoted percentage must follow from its own figures by one definition.

    Compared at the decimals that were quoted, rounded or cut off.
    """

    verb: Literal["quoted"]
    figure: Id
    of: Annotated[tuple[Id, ...], Field(min_length=1)]
    definitions: Annotated[tuple[Definition, ...], Field(min_length=1)]


class MostCheck(Noun):
    """A figure of the recap is at most another: actions done, of actions planned."""

    verb: Literal["at_most"]
    figure: Id
    most: Id


class OrderCheck(Noun):
    """Of two dates of a document, `first` is not after `then`."""

    verb: Literal["order"]
    document: Id
    first: Id
    then: Id


class PeriodCheck(Noun):
    """A document's date is not after the period that is judged."""

    verb: Literal["within_period"]
    document: Id
    field: Id


class SignatoryCheck(Noun):
    """Who signed a document holds one of the offices for the participant's type.

    Types that are not listed are not checked.
    """

    verb: Literal["signatory"]
    document: Id
    field: Id
    offices: dict[Id, Annotated[tuple[Line, ...], Field(min_length=1)]]


Check = Annotated[
    SumCheck | QuotedCheck | MostCheck | OrderCheck | PeriodCheck | SignatoryCheck,
    Field(discriminator="verb"),
]


class Vocabulary(Noun):
    """Spellings of yes and no in forms; case, spaces and accents are folded.

    `blank` are marks such as a dash for an empty cell, `units` words that may
    follow a number: ``273 laporan``.
    """

    yes: Annotated[tuple[Line, ...], Field(min_length=1)]
    no: Annotated[tuple[Line, ...], Field(min_length=1)]
    blank: tuple[Line, ...] = ()
    units: tuple[Line, ...] = ()
