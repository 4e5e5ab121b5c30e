"""Attached files as they arrive: locked, cut short, misnamed, hostile, out of reach."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.evidence.document_contents import examine
from scorecard.model import FileKind
from scorecard.wording import Text
from tests.attached_season import KENDARI, TEXT, said, send, send_decree
from tests.pdfs import archive, bomb, docx, jpeg, locked, pdf_of, png, scan, signed

PDF = pdf_of(TEXT)
SIGNED = signed(PDF)
FORM = f"{KENDARI}/borang.xlsx › Dokumen › C3"
SCRIPT = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
PROGRAM = "/AA << /O << /S /Launch /F (calc.exe) >> >>"
CARRIED = "/Names << /EmbeddedFiles << /Names [] >> >>"


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        (
            *("sk.pdf", locked(PDF), "document-pdf-locked"),
            Text(
                "PDF “sk.pdf” untuk “SK tim: Berkas” dikunci dengan kata sandi; tidak "
                "dapat dibuka.",
                "The PDF “sk.pdf” for “Team decree: File” is locked with a password; "
                "it cannot be opened.",
            ),
        ),
        (
            *("sk.pdf", PDF[:500], "document-pdf-broken"),
            Text(
                "PDF “sk.pdf” untuk “SK tim: Berkas” rusak atau terpotong; tidak dapat "
                "dibuka.",
                "The PDF “sk.pdf” for “Team decree: File” is damaged or cut short; it "
                "cannot be opened.",
            ),
        ),
        (
            *("sk.pdf", pdf_of(), "document-pdf-without-pages"),
            Text(
                "PDF “sk.pdf” untuk “SK tim: Berkas” tidak memiliki halaman.",
                "The PDF “sk.pdf” for “Team decree: File” has no page.",
            ),
        ),
        (
            *("sk.png", png()[:-20], "document-picture-broken"),
            Text(
                "Gambar “sk.png” untuk “SK tim: Berkas” rusak atau terpotong.",
                "The picture “sk.png” for “Team decree: File” is damaged or cut short.",
            ),
        ),
        (
            *("sk.jpg", jpeg()[:-2], "document-picture-broken"),
            Text(
                "Gambar “sk.jpg” untuk “SK tim: Berkas” rusak atau terpotong.",
                "The picture “sk.jpg” for “Team decree: File” is damaged or cut short.",
            ),
        ),
        (
            *("sk.docx", docx("x")[:-30], "document-archive-broken"),
            Text(
                "Berkas “sk.docx” untuk “SK tim: Berkas” tidak dapat dibuka sebagai "
                "DOCX: rusak, terpotong, dikunci, atau melampaui batas ukuran.",
                "The file “sk.docx” for “Team decree: File” does not open as DOCX: "
                "damaged, cut short, locked or beyond the limits of size.",
            ),
        ),
        (
            *("sk.xlsx", docx("x"), "document-archive-broken"),
            Text(
                "Berkas “sk.xlsx” untuk “SK tim: Berkas” tidak dapat dibuka sebagai "
                "XLSX: rusak, terpotong, dikunci, atau melampaui batas ukuran.",
                "The file “sk.xlsx” for “Team decree: File” does not open as XLSX: "
                "damaged, cut short, locked or beyond the limits of size.",
            ),
        ),
        (
            *("sk.pdf", png(), "document-file-not-what-it-says"),
            Text(
                "Isi berkas “sk.pdf” untuk “SK tim: Berkas” tidak sesuai dengan "
                "akhiran namanya.",
                "The contents of “sk.pdf” for “Team decree: File” are not what its "
                "ending says.",
            ),
        ),
    ],
)
def test_a_file_that_does_not_open_is_not_in_hand(
    tmp_path: Path, *, name: str, content: bytes, code: str, message: Text
) -> None:
    file, problems = send_decree(tmp_path, content, name)
    assert (code, FORM, message.id, message.en) in said(problems)
    assert next(each for each in problems if each.code == code).severity == "error"
    assert (file.found, file.reason, file.kind) == (False, message, None)
    assert file.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("before", [b"\r\n", b"\xef\xbb\xbf", b"  \n"])
def test_a_pdf_with_blanks_around_it_is_read(tmp_path: Path, before: bytes) -> None:
    file, problems = send_decree(tmp_path, before + PDF + b"\0" * 2000)
    assert (file.found, problems) == (True, ())


def test_a_pdf_whose_table_of_objects_is_not_where_it_says_is_read(
    tmp_path: Path,
) -> None:
    moved = PDF.replace(b"startxref\n", b"startxref\n9")
    file, problems = send_decree(tmp_path, moved)
    assert (file.found, problems) == (True, ())


def test_a_zip_is_accepted_and_not_unpacked(tmp_path: Path) -> None:
    content = archive({"../../keluar.txt": "x", "sk.pdf": "x"})
    file, problems = send_decree(tmp_path, content, "sk.zip")
    assert (file.found, file.kind) == (True, "zip")
    assert [each.code for each in problems] == ["document-without-text"]
    assert not (tmp_path.parent / "keluar.txt").exists()


def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    file, problems = send_decree(tmp_path, locked(PDF, password=""))
    assert (file.found, problems) == (True, ())


def test_what_a_pdf_would_run_or_carry_is_noted_and_not_run(tmp_path: Path) -> None:
    content = pdf_of(TEXT, catalog=SCRIPT + CARRIED, page=PROGRAM)
    file, problems = send_decree(tmp_path, content)
    assert (file.found, file.active) == (
        True,
        ("javascript", "launch", "embedded_files"),
    )
    assert said(problems) == [
        (
            "document-active-content",
            FORM,
            "PDF “sk.pdf” untuk “SK tim: Berkas” memuat skrip, perintah untuk "
            "menjalankan program dan berkas lain di dalamnya; tidak dijalankan atau "
            "dibuka.",
            "The PDF “sk.pdf” for “Team decree: File” holds a script, a command to run "
            "a program and other files inside; nothing of it was run or opened.",
        )
    ]
    assert problems[0].severity == "note"


def test_a_page_that_unpacks_without_end_has_no_text() -> None:
    contents = examine(bomb(), "pdf", ())
    assert not isinstance(contents, str)
    assert (contents.pages, contents.text) == (1, False)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4\n1 0 obj\n" + b"<</A " * 100_000,
        b"%PDF-1.4\n" + b"[" * 100_000,
        PDF.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        PDF.replace(b"/Root 1 0 R", b"/Root 9 0 R"),
        PDF.replace(b"/Pages 2 0 R", b"/Pages 1 0 R"),
        PDF.replace(b"/Count 1", b"/Count -1"),
        *(PDF[:cut] for cut in range(5, len(PDF) - 40, 97)),
    ],
)
def test_a_pdf_that_was_tampered_with_never_stops_the_reading(content: bytes) -> None:
    contents = examine(content, "pdf", ())
    assert isinstance(contents, str) or contents.kind == "pdf"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *((each, "document-file-outside") for each in (r"\\server\bagi\sk.pdf", "/sk")),
        *((each, "document-file-outside") for each in (r"bukti\..\..\sk.pdf", "D:sk")),
        ("drive.google.com/file/d/1a2b", "document-link"),
        ("https://s.id/sk-tim", "document-link"),
        ("file:///etc/passwd", "document-link"),
        ("sk-tim.url", "document-link"),
        ("sk.pdf/.", "document-file-missing"),
        (".", "document-file-missing"),
    ],
)
def test_a_path_never_leads_out_of_the_folder(
    tmp_path: Path, *, written: str, code: str
) -> None:
    (tmp_path / "sk.pdf").write_bytes(PDF)
    reading = send(tmp_path / "inputs", {"a.pdf": PDF}, berkas=written)
    assert code in [each.code for each in reading.problems]
    assert not reading.submissions[0].files["sk.berkas"].found


def test_a_name_that_differs_in_case_and_spaces_is_found_with_a_note(
    tmp_path: Path,
) -> None:
    files = {"Bukti/SK  Tim.PDF": PDF}
    reading = send(tmp_path, files, berkas="bukti/sk tim.pdf")
    assert reading.submissions[0].files["sk.berkas"].found
    path = f"{KENDARI}/Bukti/SK  Tim.PDF"
    assert said(reading.problems) == [
        (
            "document-file-renamed",
            FORM,
            "Berkas “bukti/sk tim.pdf” untuk “SK tim: Berkas” ditemukan sebagai "
            f"“{path}”; "
            "namanya hanya berbeda huruf besar, aksen, atau spasi.",
            "The file “bukti/sk tim.pdf” for “Team decree: File” was found as "
            f"“{path}”; "
            "its name differs only in case, accents or spaces.",
        )
    ]
    assert reading.problems[0].severity == "note"


@pytest.mark.parametrize("second", ["SK.pdf", "sk-e\u0301.pdf"])
def test_of_two_files_that_fit_none_is_taken(tmp_path: Path, second: str) -> None:
    first, written = ("sk-é.pdf",) * 2 if "e" in second else ("sk.PDF", "Sk.pdf")
    reading = send(tmp_path, {first: PDF, second: scan()}, berkas=written)
    place = f"{KENDARI}/borang.xlsx › Dokumen › C3"
    assert (
        "document-file-ambiguous",
        place,
        f"Nama “{written}” untuk “SK tim: Berkas” cocok dengan lebih dari satu berkas; "
        "tidak satu pun dipakai.",
        f"The name “{written}” for “Team decree: File” fits more than one file; none "
        "was used.",
    ) in said(reading.problems)


def test_a_file_that_was_named_is_never_called_unnamed(tmp_path: Path) -> None:
    for name, content in (("sk.exe", b"MZ"), ("sk.pdf", b""), ("rusak.pdf", PDF[:99])):
        _, problems = send_decree(tmp_path / name, content, name)
        assert "file-not-named" not in [each.code for each in problems]


FLIPS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.sampled_from([("pdf", SIGNED), ("docx", docx(*TEXT)), ("png", png())]),
    FLIPS,
    st.floats(0.5, 1),
)
def test_flipped_bytes_never_stop_the_reading(
    file: tuple[FileKind, bytes], flips: list[tuple[float, int]], kept: float
) -> None:
    kind, content = file
    spoilt = bytearray(content[: int(len(content) * max(kept, 0.5))])
    for place, byte in flips:
        spoilt[int(place * len(spoilt))] = byte
    contents = examine(bytes(spoilt), kind, ())
    assert isinstance(contents, str) or contents.kind == kind
