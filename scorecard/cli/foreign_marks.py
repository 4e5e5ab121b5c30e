"""Assessors' sheets that belong to another rubric, told once and not mark by mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from scorecard.errors import Location, Problem
from scorecard.wording import say

_UNKNOWN = "mark-indicator-unknown"
# So many unknown indicators may be slips of the pen.
_A_FEW = 3


def without_foreign_marks(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put one problem in place of all of a sheet that has no other ones."""
    by_file = sorted(problems, key=lambda problem: problem.location.file)
    return tuple(
        told
        for _, group in groupby(by_file, key=lambda problem: problem.location.file)
        for told in _told(tuple(group))
    )


def _told(of_one_file: tuple[Problem, ...]) -> tuple[Problem, ...]:
    if len(of_one_file) <= _A_FEW:
        return of_one_file
    if any(problem.code != _UNKNOWN for problem in of_one_file):
        return of_one_file
    return (_foreign(of_one_file),)


def _foreign(marks: tuple[Problem, ...]) -> Problem:
    place = marks[0].location
    return replace(
        marks[0],
        code="marks-of-another-rubric",
        location=Location(place.file, place.sheet),
        seen=", ".join(dict.fromkeys(mark.seen for mark in marks)),
        message=say(
            "Lembar ini agaknya milik rubrik lain: {n} nilai di dalamnya untuk"
            " indikator yang tidak dinilai oleh penilai menurut rubrik ini.",
            "This sheet seems to belong to another rubric: {n} marks in it are for"
            " indicators that assessors do not mark by this rubric.",
            n=len(marks),
        ),
        repair=say(
            "Pilih rubriknya dengan --rubric, atau pindahkan lembar ini dari folder"
            " masukan.",
            "Choose its rubric with --rubric, or move this sheet out of the inputs.",
        ),
    )
