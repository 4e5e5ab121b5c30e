"""Find one and the same file sent for several documents, or by several governments.

Files are the same when their SHA-256 is; a file that merely looks alike is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from scorecard.errors import Problem
from scorecard.evidence.document_findings import NamedFile
from scorecard.evidence.problems import problem
from scorecard.model import AttachedFile, Participant, Submission
from scorecard.wording import Text, same, say

_MOST_NAMED = 5


def repeated_documents(
    files: Mapping[str, AttachedFile], named: Iterable[NamedFile]
) -> Iterator[Problem]:
    """Note each document whose file serves another document of the participant."""
    known = {each.key: each for each in named}
    for key, file in files.items():
        others = tuple(
            known[other.field].title
            for other in files.values()
            if other.found and other.sha256 == file.sha256 and other.field != key
        )
        if file.found and others:
            code = "document-file-repeated"
            yield known[key].problem(code, path=file.path, others=others)


def shared_documents(submissions: Iterable[Submission]) -> Iterator[Problem]:
    """Report each file that several participants sent, to each of them.

    Each Problem stands at the cell of the participant's own form that names the file.
    """
    senders: dict[str, dict[str, Participant]] = {}
    every = tuple(submissions)
    for each in every:
        for file in _in_hand(each):
            sent = senders.setdefault(file.sha256, {})
            sent[each.participant.code] = each.participant
    for each in every:
        own = each.participant.code
        for file in _in_hand(each):
            sent = senders[file.sha256]
            others = [sent[code] for code in sorted(sent) if code != own]
            if others:
                yield _shared(each, file, others)


def _in_hand(submission: Submission) -> Iterator[AttachedFile]:
    return (file for file in submission.files.values() if file.found)


def _shared(
    submission: Submission, file: AttachedFile, others: list[Participant]
) -> Problem:
    evidence = submission.answers[file.field]
    names: tuple[Text, ...] = tuple(
        same(f"{each.code} {each.name}") for each in others[:_MOST_NAMED]
    )
    rest = len(others) - _MOST_NAMED
    if rest > 0:
        names = (*names, say("{n} peserta lain", "{n} more", n=rest))
    found = problem(
        "document-shared",
        evidence.location,
        seen=evidence.shown,
        path=file.path,
        others=names,
    )
    return replace(found, participant=submission.participant.code)
