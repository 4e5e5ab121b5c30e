"""One and the same file, sent by two governments or for two documents."""

from __future__ import annotations

from pathlib import Path

from scorecard.errors import Location
from scorecard.evidence.document_sharing import shared_documents
from scorecard.model import AttachedFile, Evidence, Participant, Submission
from tests.attached_season import (
    DAY,
    KENDARI,
    NUMBER,
    TEXT,
    form_of,
    rubric_with_proof,
    said,
    send,
)
from tests.evidence_season import read
from tests.pdfs import pdf_of

PDF = pdf_of(TEXT)
DECREE = {"berkas": "sk.pdf", "nomor": NUMBER, "tanggal": DAY}


def test_a_file_that_two_governments_sent_is_reported_to_both(tmp_path: Path) -> None:
    files = {
        "21-kepri/borang.xlsx": form_of("21", "Kepulauan Riau", **DECREE),
        "21-kepri/sk.pdf": PDF,
        f"{KENDARI}/borang.xlsx": form_of(**DECREE),
        f"{KENDARI}/sk.pdf": PDF,
    }
    reading = read(tmp_path, files, rubric=rubric_with_proof())
    assert said(reading.problems) == [
        (
            "document-shared",
            "21-kepri/borang.xlsx › Dokumen › C3",
            "Berkas 21-kepri/sk.pdf sama persis dengan yang dikirim oleh 74.71 Kota "
            "Kendari.",
            "The file 21-kepri/sk.pdf is identical with the one sent by 74.71 Kota "
            "Kendari.",
        ),
        (
            "document-shared",
            f"{KENDARI}/borang.xlsx › Dokumen › C3",
            f"Berkas {KENDARI}/sk.pdf sama persis dengan yang dikirim oleh 21 "
            "Kepulauan Riau.",
            f"The file {KENDARI}/sk.pdf is identical with the one sent by 21 Kepulauan "
            "Riau.",
        ),
    ]
    assert {each.severity for each in reading.problems} == {"warning"}
    assert [each.participant for each in reading.problems] == ["21", "74.71"]
    assert all(each.files["sk.berkas"].found for each in reading.submissions)


def test_one_file_for_two_documents_is_noted(tmp_path: Path) -> None:
    reading = send(tmp_path, {"sk.pdf": PDF, "a.pdf": PDF}, **DECREE, lampiran="a.pdf")
    assert said(reading.problems) == [
        (
            "document-file-repeated",
            f"{KENDARI}/borang.xlsx › Dokumen › C3",
            f"Berkas {KENDARI}/sk.pdf untuk “SK tim: Berkas” sama persis dengan yang "
            "dikirim untuk SK tim: Lampiran.",
            f"The file {KENDARI}/sk.pdf for “Team decree: File” is identical with the "
            "one sent for Team decree: Annex.",
        ),
        (
            "document-file-repeated",
            f"{KENDARI}/borang.xlsx › Dokumen › C5",
            f"Berkas {KENDARI}/a.pdf untuk “SK tim: Lampiran” sama persis dengan yang "
            "dikirim untuk SK tim: Berkas.",
            f"The file {KENDARI}/a.pdf for “Team decree: Annex” is identical with the "
            "one sent for Team decree: File.",
        ),
    ]
    assert {each.severity for each in reading.problems} == {"note"}


def test_of_many_senders_the_first_are_named_and_the_rest_counted() -> None:
    def sent(code: str) -> Submission:
        place = Location(f"{code}/borang.xlsx", "Dokumen", "C3")
        return Submission(
            participant=Participant(code, "Kota Uji", "kota", "kota"),
            path=code,
            answers={"sk.berkas": Evidence("sk.pdf", "sk.pdf", place)},
            files={
                "sk.berkas": AttachedFile("sk.berkas", f"{code}/sk.pdf", 1, "ab", True)
            },
        )

    problems = tuple(shared_documents([sent(f"11.0{n}") for n in range(1, 9)]))
    assert [each.participant for each in problems] == [f"11.0{n}" for n in range(1, 9)]
    assert problems[0].message.id == (
        "Berkas 11.01/sk.pdf sama persis dengan yang dikirim oleh 11.02 Kota Uji, "
        "11.03 Kota Uji, 11.04 Kota Uji, 11.05 Kota Uji, 11.06 Kota Uji dan 2 peserta "
        "lain."
    )
