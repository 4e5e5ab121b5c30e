"""The words of signals: thresholds, months, and what the rubric calls its words."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.ticket_summary import Month
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.signals import Signal
from scorecard.wording import Spoken, Text, month_name, say


def threshold(rule: Signal) -> Text:
    """Say from where on the rubric asks to look."""
    figures: dict[str, Spoken] = {
        key: value
        for key in ("times", "least", "more_than", "points", "minutes")
        if (value := getattr(rule, key, None)) is not None
    }
    return say(*_THRESHOLDS[rule.verb], **figures)


def named(month: Month) -> Text:
    """Name a month of a year: ``September 2025``."""
    year, number = month
    return say(
        "{name} {year}", "{name} {year}", name=month_name(number), year=str(year)
    )


def status_title(status: str, rubric: Rubric) -> Text:
    """Name a status as the rubric does."""
    labels = rubric.tickets.statuses if rubric.tickets else ()
    unknown = Text("tidak dikenal", "unknown")
    return next((each.title.text for each in labels if each.id == status), unknown)


def class_title(classification: str, rubric: Rubric) -> Text:
    """Name a class as the rubric does."""
    labels = rubric.tickets.classifications if rubric.tickets else ()
    return next(each.title.text for each in labels if each.id == classification)


_THRESHOLDS: Mapping[str, tuple[str, str]] = {
    "burst": (
        "Lebih dari {times} kali median bulan lain, dan paling sedikit {least} "
        "laporan.",
        "More than {times} times the median of the other months, and at least {least} "
        "tickets.",
    ),
    "unclassified": (
        "Lebih dari {more_than} % dari paling sedikit {least} laporan.",
        "More than {more_than} % of at least {least} tickets.",
    ),
    "proportion": (
        "Lebih dari {more_than} % dari paling sedikit {least} laporan.",
        "More than {more_than} % of at least {least} tickets.",
    ),
    "shift": (
        "Berubah lebih dari {points} poin persentase antara dua tahun berurutan, "
        "masing-masing paling sedikit {least} laporan.",
        "Moved by more than {points} percentage points between two consecutive years "
        "of at least {least} tickets each.",
    ),
    "copied": (
        "Lebih dari {more_than} % dari laporan yang dijawab, dan paling sedikit "
        "{least} laporan.",
        "More than {more_than} % of the tickets that were answered, and at least "
        "{least} of them.",
    ),
    "hasty": (
        "Lebih dari {more_than} % dari paling sedikit {least} penyelesaian dalam "
        "{minutes} menit.",
        "More than {more_than} % of at least {least} closures within {minutes} "
        "minutes.",
    ),
}
