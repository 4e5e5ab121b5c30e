"""Attached files: in the participant's folder, whole, and what their names say."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from scorecard.model import AttachedFile, Submission
from tests.evidence_season import PDF, form, read
from tests.workbooks import write

FOLDER = "74.71-kota-kendari"


def read_with(
    tmp_path: Path, written: str, files: dict[str, bytes] | None = None
) -> Submission:
    write(tmp_path, {f"{FOLDER}/{name}": each for name, each in (files or {}).items()})
    content = form(sk_berkas=written)
    return read(tmp_path, {f"{FOLDER}/borang.xlsx": content}).submissions[0]


@pytest.mark.parametrize(
    "written",
    [
        "bukti/sk tim.pdf",
        "./bukti/sk tim.pdf",
        "bukti\\sk tim.pdf",
        " bukti/sk tim.pdf ",
    ],
)
def test_a_file_in_the_folder_is_in_hand(tmp_path: Path, written: str) -> None:
    submission = read_with(tmp_path, written, {"bukti/sk tim.pdf": PDF})
    digest = hashlib.sha256(PDF).hexdigest()
    assert submission.problems == ()
    assert submission.files["sk.berkas"] == AttachedFile(
        field="sk.berkas",
        path=f"{FOLDER}/bukti/sk tim.pdf",
        size=len(PDF),
        sha256=digest,
        found=True,
        kind="pdf",
        pages=1,
        text=False,
    )


@pytest.mark.parametrize(
    ("written", "files", "code", "indonesian"),
    [
        (
            *("bukti/sk.pdf", {"bukti/lain.docx": b""}, "document-file-missing"),
            "Berkas “bukti/sk.pdf” untuk “SK tim: Berkas” tidak ada dalam folder "
            "peserta.",
        ),
        (
            *("../21-kepri/sk.pdf", {}, "document-file-outside"),
            "Jalur “../21-kepri/sk.pdf” untuk “SK tim: Berkas” keluar dari folder "
            "peserta; tidak dibuka.",
        ),
        (
            *("/etc/passwd", {}, "document-file-outside"),
            "Jalur “/etc/passwd” untuk “SK tim: Berkas” keluar dari folder peserta; "
            "tidak dibuka.",
        ),
        (
            *(r"C:\sk.pdf", {}, "document-file-outside"),
            r"Jalur “C:\sk.pdf” untuk “SK tim: Berkas” keluar dari folder peserta; "
            "tidak dibuka.",
        ),
        (
            *("https://drive.example/x", {}, "document-link"),
            "“SK tim: Berkas” berupa tautan; berkasnya tidak di tangan.",
        ),
        (
            *("sk.pdf", {"sk.pdf": b""}, "document-file-empty"),
            "Berkas “sk.pdf” untuk “SK tim: Berkas” kosong.",
        ),
        (
            *("sk.exe", {"sk.exe": b"MZ"}, "document-file-kind"),
            "Berkas “sk.exe” untuk “SK tim: Berkas” bukan jenis yang diterima.",
        ),
        (
            *("sk.pdf", {"sk.pdf": b"PK\x03\x04"}, "document-file-not-what-it-says"),
            "Isi berkas “sk.pdf” untuk “SK tim: Berkas” tidak sesuai dengan akhiran "
            "namanya.",
        ),
    ],
)
def test_a_file_that_is_not_in_hand_says_why(
    tmp_path: Path, *, written: str, files: dict[str, bytes], code: str, indonesian: str
) -> None:
    submission = read_with(tmp_path, written, files)
    found = next(each for each in submission.problems if each.code == code)
    assert found.message.id == indonesian
    assert str(found.location) == f"{FOLDER}/borang.xlsx › Dokumen › C3"
    attached = submission.files["sk.berkas"]
    assert (attached.found, attached.reason) == (False, found.message)


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "luar", {"sk.pdf": PDF})
    folder = tmp_path / "inputs" / FOLDER
    folder.mkdir(parents=True)
    (folder / "sk.pdf").symlink_to(outside / "sk.pdf")
    (folder / "bukti").symlink_to(outside)
    for written, code in (
        ("sk.pdf", "document-file-unreadable"),
        ("bukti/sk.pdf", "document-file-missing"),
    ):
        submission = read_with(tmp_path / "inputs", written)
        assert code in [each.code for each in submission.problems]
        assert not submission.files["sk.berkas"].found


def test_a_file_that_the_form_does_not_name_is_noted(tmp_path: Path) -> None:
    submission = read_with(tmp_path, "sk.pdf", {"sk.pdf": PDF, "foto.jpg": b"x"})
    (found,) = submission.problems
    assert (found.code, found.severity) == ("file-not-named", "note")
    assert found.location.file == f"{FOLDER}/foto.jpg"


def test_a_workbook_has_its_files_in_a_folder_beside_it(tmp_path: Path) -> None:
    files = {
        "74.71-kota-kendari.xlsx": form(sk_berkas="sk.pdf"),
        "74.71-kota-kendari-bukti/sk.pdf": PDF,
    }
    reading = read(tmp_path, files)
    assert reading.problems == ()
    path = reading.submissions[0].files["sk.berkas"].path
    assert path == "74.71-kota-kendari-bukti/sk.pdf"


def test_accents_are_found_however_they_are_stored(tmp_path: Path) -> None:
    submission = read_with(tmp_path, "sk-é.pdf", {"sk-e\u0301.pdf": PDF})
    assert submission.files["sk.berkas"].found
