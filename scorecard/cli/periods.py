"""Periods as they are typed: two days with two dots between them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.model import DaysJudged

    PeriodOfDays = click.ParamType[DaysJudged]
else:
    PeriodOfDays = click.ParamType

_METAVAR = Text("AWAL..AKHIR", "START..END")
_WRONG = Text(
    "Tulis dua tanggal, misalnya 2023-01-01..2023-03-31; yang pertama lebih dahulu.",
    "Write two dates, such as 2023-01-01..2023-03-31; the first one first.",
)


class PeriodType(PeriodOfDays):
    """A first and a last day, both included: ``2023-01-01..2023-03-31``."""

    name = "period"

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def convert(
        self,
        value: str | DaysJudged,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> DaysJudged:
        """Read the two days; a usage error says how they are written."""
        from scorecard.model import DaysJudged

        if isinstance(value, DaysJudged):
            return value
        start, _, end = value.partition("..")
        try:
            days = DaysJudged(date.fromisoformat(start), date.fromisoformat(end))
        except ValueError:
            self.fail(_WRONG.in_(self.language), param, ctx)
        if days.end < days.start:
            self.fail(_WRONG.in_(self.language), param, ctx)
        return days


def period_option(name: str, language: Language, words: Text) -> click.Option:
    """Offer an option that takes a period."""
    return click.Option(
        [name],
        type=PeriodType(language),
        metavar=_METAVAR.in_(language),
        help=words.in_(language),
    )
