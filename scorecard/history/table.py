"""A history as one CSV: a row for each participant and season."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.comparison.figures import STATES
from scorecard.csv_table import csv_bytes
from scorecard.history.found import History, Trend, TrendPoint
from scorecard.model import Figure
from scorecard.number import Language, display_published
from scorecard.wording import Text

_HEADINGS = (
    Text("Kode", "Code"),
    Text("Nama", "Name"),
    Text("Kategori", "Category"),
    Text("Kode saat itu", "Code then"),
    Text("Rubrik", "Rubric"),
    Text("Edisi", "Edition"),
    Text("Mulai", "Start"),
    Text("Sampai", "End"),
    Text("Nilai", "Total"),
    Text("Perubahan", "Change"),
    Text("Predikat", "Band"),
    Text("Peringkat", "Place"),
    Text("Dari", "Of"),
    Text("Keterangan", "Remarks"),
)


def history_csv(found: Sequence[History], language: Language) -> bytes:
    """Write every season of everybody, in the order of codes and seasons."""
    headings = [each.in_(language) for each in _HEADINGS]
    return csv_bytes(headings, _rows(found, language))


def _rows(found: Sequence[History], language: Language) -> Iterator[list[str]]:
    for history in found:
        for trend in history.trends:
            for point in trend.points:
                yield _row(history, trend, point, language)


def _row(
    history: History, trend: Trend, point: TrendPoint, language: Language
) -> list[str]:
    season, change = history.seasons[point.season], point.change
    told = (change.reason if change else None, point.note)
    return [
        *(trend.code, trend.name, trend.category, point.code),
        *(season.rubric, season.edition),
        *(season.start.isoformat(), season.end.isoformat()),
        _shown(point.total, language),
        _ends(change.shown, language) if change and change.low is not None else "",
        point.band.in_(language) if point.band else "",
        str(point.place or ""),
        str(point.placed or ""),
        " ".join(words.in_(language) for words in told if words is not None),
    ]


def _shown(figure: Figure, language: Language) -> str:
    if figure.low is None:
        return STATES[figure.state].in_(language)
    return _ends(figure.shown, language)


def _ends(published: str, language: Language) -> str:
    """Write figures as a spreadsheet program of the language reads them."""
    ends = (display_published(end, language) for end in published.split("–"))
    return "–".join(end.replace("\N{MINUS SIGN}", "-") for end in ends)
