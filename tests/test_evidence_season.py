"""A season: all sources, none dropped or merged, alike with any number of workers."""

from __future__ import annotations

import hashlib
import os
import time
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from scorecard.errors import ExitCode, Location, ScorecardError
from scorecard.evidence import batch
from scorecard.evidence.limits import Bounds
from scorecard.evidence.submission import read_season
from scorecard.model import InputFile
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text
from tests.evidence_season import (
    PDF,
    codes,
    form,
    messages,
    read,
    small_rubric,
    ticket,
    tickets,
)
from tests.workbooks import workbook, write

KEPRI = form(code="21", name="Kepulauan Riau", masuk=273)
OPD = ("types: [kota, provinsi] }", "types: [opd] }")


def test_folders_and_workbooks_are_submissions(tmp_path: Path) -> None:
    files = {
        "74.71-kota-kendari.xlsx": form(),
        "21-kepulauan-riau/borang.xlsx": KEPRI,
        "README.md": "x",
        ".DS_Store": "x",
        "~$74.71-kota-kendari.xlsx": "x",
    }
    reading = read(tmp_path, files)
    assert [(each.participant.code, each.path) for each in reading.submissions] == [
        ("21", "21-kepulauan-riau"),
        ("74.71", "74.71-kota-kendari.xlsx"),
    ]
    assert [each.code for each in reading.problems] == ["file-temporary"]


def test_every_file_that_was_read_is_listed_with_its_digest(tmp_path: Path) -> None:
    content = form(sk_berkas="sk.pdf")
    files = {
        "b/borang.xlsx": content,
        "b/sk.pdf": PDF,
        "_season/participants.csv": "code,name,category\n74.71,Kota Kendari,kota\n",
    }
    reading = read(tmp_path, files)
    assert [each.path for each in reading.inputs] == [
        "_season/participants.csv",
        "b/borang.xlsx",
        "b/sk.pdf",
    ]
    digest = hashlib.sha256(content).hexdigest()
    assert reading.inputs[1] == InputFile("b/borang.xlsx", len(content), digest)


def test_what_belongs_to_nobody_is_reported(tmp_path: Path) -> None:
    (tmp_path / "tautan").symlink_to(tmp_path)
    files = {"surat.pdf": PDF, "lama.xls": b"x", "kosong/bukti/a.pdf": PDF}
    reading = read(tmp_path, files)
    assert reading.submissions == ()
    assert messages(reading) == [
        ("kosong", "Tidak ada buku kerja yang berisi borang."),
        ("lama.xls", "Buku kerja tidak dapat dibaca: isinya bukan buku kerja."),
        (
            "tautan",
            "Ini bukan berkas biasa, melainkan tautan atau berkas khusus; tidak "
            "dibaca.",
        ),
        (
            "surat.pdf",
            "Berkas ini bukan bagian dari berkas peserta mana pun; tidak dibaca.",
        ),
    ]


def test_two_submissions_of_one_participant_count_for_none(tmp_path: Path) -> None:
    reading = read(tmp_path, {"a/borang.xlsx": form(masuk=1), "b.xlsx": form(masuk=2)})
    (submission,) = reading.submissions
    assert (submission.participant.code, submission.answers) == ("74.71", {})
    assert submission.refused == Text(
        "Diserahkan lebih dari sekali (a, b.xlsx); tidak satu pun dinilai.",
        "Submitted more than once (a, b.xlsx); none of them is scored.",
    )
    words = (
        "Kota Kendari (74.71) mengirim lebih dari satu kali: a, b.xlsx; tidak satu pun "
        "dinilai."
    )
    assert messages(reading) == [("a", words), ("b.xlsx", words)]
    assert {each.participant for each in reading.problems} == {"74.71"}
    assert {each.severity for each in reading.problems} == {"error"}


def test_two_forms_in_one_folder_are_not_guessed_at(tmp_path: Path) -> None:
    reading = read(tmp_path, {"21-x/a.xlsx": KEPRI, "21-x/b.xlsx": KEPRI})
    assert reading.submissions == ()
    (found,) = reading.problems
    assert (found.code, found.participant) == ("form-twice", "21")


def test_one_broken_workbook_harms_its_own_participant_only(tmp_path: Path) -> None:
    files = {"21-x/borang.xlsx": KEPRI[:-50], "74.71-y/borang.xlsx": form()}
    reading = read(tmp_path, files)
    assert [each.participant.code for each in reading.submissions] == ["74.71"]
    assert codes(reading) == ["workbook-unreadable"]
    assert {each.participant for each in reading.problems} == {"21"}


LOSSES = {
    "crash": (
        os.abort,
        "reading-crashed",
        Text(
            "Pembacaan kiriman ini berhenti mendadak (SIGABRT); kiriman ini tidak "
            "dinilai. Kiriman lain tidak terpengaruh.",
            "Reading this submission crashed (SIGABRT); it was not judged. The others "
            "are not affected.",
        ),
    ),
    "hang": (
        partial(time.sleep, 60),
        "reading-timed-out",
        Text(
            "Pembacaan kiriman ini melampaui batas waktu (20 detik prosesor atau 3 "
            "detik seluruhnya) dan dihentikan; kiriman ini tidak dinilai. Kiriman "
            "lain tidak terpengaruh.",
            "Reading this submission exceeded the time limit (20 seconds of processor "
            "time or 3 seconds in all) and was stopped; it was not judged. The others "
            "are not affected.",
        ),
    ),
    "blow-up": (
        partial(bytearray, 10**11),
        "reading-out-of-memory",
        Text(
            "Pembacaan kiriman ini memerlukan lebih dari 512 MiB memori dan "
            "dihentikan; kiriman ini tidak dinilai. Kiriman lain tidak terpengaruh.",
            "Reading this submission took more than 512 MiB of memory and was "
            "stopped; it was not judged. The others are not affected.",
        ),
    ),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_submission_that_cannot_be_read_to_the_end_harms_itself_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loss: str
) -> None:
    deed, code, message = LOSSES[loss]
    really = batch.read_source

    def hostile(source, *season):  # type: ignore[no-untyped-def]
        if source.name.startswith("21"):
            deed()
        return really(source, *season)

    monkeypatch.setattr(batch, "read_source", hostile)
    monkeypatch.setattr(batch, "BOUNDS", Bounds(3, 20, 512 * 1024**2))
    files = {
        "_season/participants.csv": "code,name,category\n21,Kepulauan Riau,kota\n",
        "21-x/borang.xlsx": KEPRI,
        "21-x/bukti/sk.pdf": b"%PDF",
        "74.71-y/borang.xlsx": form(),
    }
    reading = read(tmp_path, files, workers=2)
    digests = {each.path: (each.size, each.sha256) for each in reading.inputs}
    for lost in (KEPRI, b"%PDF"):
        assert (len(lost), sha256(lost).hexdigest()) in digests.values()
    assert "21-x/bukti/sk.pdf" in digests
    first, second = reading.submissions
    assert first.refused is not None
    assert first.refused.id == (
        "Yang dikirim tidak dapat dibaca (21-x); lihat daftar masalah."
    )
    assert second.participant.code == "74.71"
    assert second.refused is None
    found = reading.problems[0]
    assert (found.code, found.participant, found.location) == (
        code,
        "21",
        Location("21-x"),
    )
    assert found.message == message


def test_an_expected_one_whose_workbook_is_broken_did_submit(tmp_path: Path) -> None:
    files = {
        "_season/participants.csv": "code,name,category\n74.71,Kota Kendari,kota\n",
        "74.71-y/borang.xlsx": form()[:-50],
    }
    (submission,) = read(tmp_path, files).submissions
    assert submission.submitted
    assert submission.refused is not None
    assert submission.refused.id == (
        "Yang dikirim tidak dapat dibaca (74.71-y/borang.xlsx); lihat daftar masalah."
    )


def test_a_workbook_that_nothing_was_taken_from_is_noted(tmp_path: Path) -> None:
    files = {"a/borang.xlsx": form(), "a/catatan.xlsx": workbook({"X": {"A1": 1}})}
    reading = read(tmp_path, files)
    assert [(each.code, each.location.file) for each in reading.problems] == [
        ("file-not-named", "a/catatan.xlsx")
    ]


def test_a_missing_inputs_folder_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(ScorecardError) as caught:
        read_season(tmp_path / "tidak-ada", small_rubric())
    assert caught.value.exit_code == ExitCode.INPUT
    assert caught.value.problems[0].message.id == "Folder masukan tidak ditemukan."


def test_workers_and_order_change_nothing(tmp_path: Path) -> None:
    files = {
        "21-kepulauan-riau/borang.xlsx": KEPRI,
        "21-kepulauan-riau/tiket.xlsx": tickets([ticket(1), ticket(1)]),
        "74.71-kota-kendari.xlsx": form(masuk="banyak"),
        "x/borang.xlsx": form(code="99"),
    }
    one = read(tmp_path / "a", files)
    told: list[tuple[int, int]] = []
    reversed_files = dict(reversed(files.items()))
    write(tmp_path / "b", reversed_files)
    two = read_season(
        tmp_path / "b",
        small_rubric(),
        workers=2,
        progress=lambda done, of: told.append((done, of)),
    )
    assert one == two
    assert repr(one) == repr(two)
    assert told == [(1, 3), (2, 3), (3, 3)]


def office_rubric() -> Rubric:
    return small_rubric(OPD).model_copy(update={"unit": "office"})


def test_a_government_is_split_into_its_offices(tmp_path: Path) -> None:
    rows = [
        ticket(1, office="Dinas Kesehatan"),
        ticket(2, office="DINAS  KESEHATAN", status="Proses"),
        ticket(3, office="Dinas Sosial"),
        ticket(4, office=None),
    ]
    files = {
        "74.71-kota-kendari/borang.xlsx": form(masuk=4),
        "74.71-kota-kendari/tiket.xlsx": tickets(rows),
    }
    reading = read(tmp_path, files, rubric=office_rubric())
    assert [
        (
            each.participant.code,
            each.participant.name,
            each.counts["masuk"].shown,
            each.counts["selesai"].shown,
        )
        for each in reading.submissions
    ] == [
        ("74.71:dinas-kesehatan", "Dinas Kesehatan", "2", "1"),
        ("74.71:dinas-sosial", "Dinas Sosial", "1", "1"),
    ]
    assert {each.participant.category for each in reading.submissions} == {"kota"}
    assert sorted(reading.submissions[0].answers) == ["code", "name"]
    assert messages(reading) == [
        (
            "74.71-kota-kendari/tiket.xlsx › Laporan Ringkas › G12:G15",
            "1 laporan belum terdisposisi ke satu pun perangkat daerah (baris 15); "
            "dihitung tersendiri.",
        )
    ]


def test_a_government_without_export_has_no_offices(tmp_path: Path) -> None:
    files = {
        "74.71-kota-kendari/borang.xlsx": form(),
        "_season/participants.csv": "code,name,category\n74.71,Kota Kendari,kota\n"
        "21,Kepulauan Riau,provinsi\n",
    }
    reading = read(tmp_path, files, rubric=office_rubric())
    assert reading.submissions == ()
    assert [(each.code, each.participant) for each in reading.problems] == [
        ("tickets-missing", "74.71"),
        ("government-not-submitted", "21"),
    ]
