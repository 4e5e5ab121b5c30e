"""Files that another zlib compressed hold the same; what they hold is never excused."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
import zlib
from base64 import b64decode, b64encode
from functools import cache
from types import SimpleNamespace

import pydyf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.artifact import Artifact
from scorecard.cli import main
from scorecard.engine import pdf_engine
from scorecard.errors import ExitCode
from scorecard.export import artifacts, write
from scorecard.pages import render, stamps
from scorecard.pages.pdf import to_pdf
from scorecard.pages.report import page as report_page
from scorecard.sheets.recap import recap_workbook
from scorecard.verification.folder import verify_folder
from scorecard.verification.likeness import likeness
from scorecard.verification.unpacked_pdf import unpacked_pdf
from scorecard.verification.unpacked_zip import unpacked_zip
from tests.handmade_season import handmade_season, loaded_rubric
from tests.pdfs import signed
from tests.repacked import repacked_pdf, repacked_zip, streams_of
from tests.sealed_folder import LACKS_PDF, NO_PDF, forge_lists, named, remaking

RUBRIC = loaded_rubric().rubric
RECAP = "recap.xlsx"


def other_zlib():
    """Give a module like zlib whose compression is really another: its fastest."""

    def compressobj(level=-1, method=zlib.DEFLATED, wbits=zlib.MAX_WBITS, *more):
        return zlib.compressobj(1, method, wbits, *more)

    changed = {
        "compressobj": compressobj,
        "compress": lambda data, _=-1: zlib.compress(data, 1),
    }
    return SimpleNamespace(**{**vars(zlib), **changed})


def printed_here(pages, _workers):
    """Print in this process, where the other zlib is."""
    return [Artifact(page.path, to_pdf(page)) for page in pages]


def made_elsewhere(outputs, pdf):
    """Write the handmade season as a computer with another zlib would."""
    with pytest.MonkeyPatch.context() as computer:
        for module in (zipfile, pydyf, stamps, report_page):
            computer.setattr(module, "zlib", other_zlib())
        computer.setattr(render, "render_pdfs", printed_here)
        stamps.stamp.cache_clear()
        write(artifacts(handmade_season(), RUBRIC, workers=1, pdf=pdf), outputs)
    stamps.stamp.cache_clear()
    return outputs


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    engine = NO_PDF if LACKS_PDF else pdf_engine()
    return made_elsewhere(tmp_path_factory.mktemp("elsewhere") / "outputs", engine)


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    engine = NO_PDF if LACKS_PDF else pdf_engine()
    outputs = tmp_path_factory.mktemp("here") / "outputs"
    write(artifacts(handmade_season(), RUBRIC, workers=2, pdf=engine), outputs)
    return outputs


@pytest.fixture
def outputs(elsewhere, tmp_path):
    return shutil.copytree(elsewhere, tmp_path / "outputs")


def packed(folder):
    return [
        each
        for each in sorted(folder.rglob("*"))
        if each.suffix in (".xlsx", ".pdf") or each.name == "report.html"
    ]


def verified(outputs):
    engine = NO_PDF if LACKS_PDF else pdf_engine()
    return verify_folder(outputs, remaking(engine))


def by_path(folder, pattern):
    (path,) = folder.glob(pattern)
    return path.read_bytes()


needs_pdf = pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")


# --- another zlib ------------------------------------------------------------------


def test_every_workbook_and_pdf_differs_in_bytes_and_nothing_else_does(elsewhere, here):
    for path in sorted(here.rglob("*")):
        other = elsewhere / path.relative_to(here)
        if path.is_file() and path.name not in ("manifest.json", "SHA256SUMS"):
            differs = path.read_bytes() != other.read_bytes()
            assert differs == (path in packed(here)), path


def test_one_note_tells_that_the_content_is_the_same(elsewhere):
    found = verified(elsewhere)
    codes = [each.code for each in found.problems]
    assert codes[-1:] == ["files-packed-elsewhere"]
    assert set(codes[:-1]) <= ({"pages-not-made-again"} if LACKS_PDF else set())
    note = found.problems[-1]
    count = len(packed(elsewhere))
    assert note.severity == "note"
    assert note.message.en == (
        f"What {count} files hold (such as recap.xlsx) is equal to what was made again;"
        " only their compression differs: they were made on a computer with another"
        " zlib library."
    )
    assert note.message.id == (
        f"Isi {count} berkas (misalnya recap.xlsx) sama dengan yang dibuat ulang; hanya"
        " pemampatannya lain, karena dibuat di komputer dengan pustaka zlib yang lain."
    )
    assert found.holds


def test_another_figure_in_a_workbook_of_another_zlib_is_named(outputs):
    path = outputs / "compliance" / "21-kepulauan-riau.xlsx"
    path.write_bytes(repacked_zip(path.read_bytes(), change=another_figure))
    forge_lists(outputs)
    found = named(verified(outputs))
    assert found == {("compliance/21-kepulauan-riau.xlsx", "file-not-as-made")}


def another_figure(plain):
    return plain.replace(b"<v>271</v>", b"<v>272</v>")


@needs_pdf
@pytest.mark.parametrize("kind", ["certificates/*.pdf", "rapor/21-*.pdf"])
def test_another_word_in_a_pdf_of_another_zlib_is_named(outputs, kind):
    (path,) = outputs.glob(kind)
    path.write_bytes(repacked_pdf(path.read_bytes(), change=another_glyph))
    forge_lists(outputs)
    name = path.relative_to(outputs).as_posix()
    assert named(verified(outputs)) == {(name, "file-not-as-made")}


@needs_pdf
def test_where_every_pdf_differs_the_likely_reason_is_told(here, tmp_path):
    outputs = shutil.copytree(here, tmp_path / "outputs")
    for path in outputs.rglob("*.pdf"):
        path.write_bytes(repacked_pdf(path.read_bytes(), change=another_glyph))
    forge_lists(outputs)
    problems = verified(outputs).problems
    assert {each.code for each in problems[:-1]} == {"file-not-as-made"}
    assert problems[-1].message.en == (
        "All PDFs (7) differ while all other files are equal: they may have been"
        " printed with another version of Pango, HarfBuzz or scorecard."
    )


def another_glyph(plain):
    """Move one glyph of the page's first text."""
    return re.sub(rb"\] TJ", b" 1] TJ", plain, count=1)


@needs_pdf
def test_a_signed_certificate_of_another_zlib_is_valid_and_it_is_said(
    outputs, tmp_path, capsys
):
    (path,) = outputs.glob("certificates/*.pdf")
    for content in (path.read_bytes(), signed(path.read_bytes())):
        file = tmp_path / "piagam.pdf"
        file.write_bytes(content)
        results = str(outputs / "results.json")
        words = ["certificate", "verify", str(file), "--results", results]
        assert main([*words, "--lang", "en"]) == 0
        shown = capsys.readouterr().out
        assert "(certificate-packed-elsewhere)" in shown
        assert shown.rstrip().endswith(
            "Valid: its content is equal to what results.json gives."
        )
        file.write_bytes(content + b"\n")
        assert main([*words, "--lang", "en"]) == ExitCode.INTEGRITY


# --- packed again, on this computer ------------------------------------------------


def test_a_lone_file_that_was_packed_again_is_named_though_lists_are_forged(
    here, tmp_path
):
    outputs = shutil.copytree(here, tmp_path / "outputs")
    path = outputs / RECAP
    path.write_bytes(repacked_zip(path.read_bytes(), 1))
    assert named(verified(outputs)) == {(RECAP, "file-changed")}
    forge_lists(outputs)
    found = verified(outputs)
    assert named(found) == {(RECAP, "file-packed-anew")}
    assert found.problems[0].message.en == (
        "What recap.xlsx holds is what results.json gives, but the file was packed"
        " again: it is compressed otherwise than the others in this folder."
    )


# --- what is never excused ---------------------------------------------------------


@pytest.fixture(scope="module")
def workbook():
    return recap_workbook(handmade_season(), RUBRIC)


def rewritten(content, change):
    """Write a workbook's parts as `change` gives them: info and bytes of each."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w") as archive,
    ):
        for info, plain in change([(e, source.read(e)) for e in source.infolist()]):
            archive.writestr(info, plain, compresslevel=1)
    return target.getvalue()


def renamed(parts):
    parts[0][0].filename += "x"
    return parts


def dated(parts):
    parts[0][0].date_time = (2026, 1, 1, 0, 0, 0)
    return parts


def stored(parts):
    parts[0][0].compress_type = zipfile.ZIP_STORED
    return parts


def remarked(parts):
    parts[0][0].comment = b"titipan"
    return parts


def with_one_more(parts):
    return [*parts, (zipfile.ZipInfo("xl/titipan.xml"), b"<a/>")]


@pytest.mark.parametrize(
    "change",
    [
        renamed,
        dated,
        stored,
        remarked,
        with_one_more,
        reversed,
        lambda parts: parts[1:],
    ],
)
def test_a_workbook_with_anything_else_is_another(workbook, change):
    assert likeness(rewritten(workbook, list), workbook) == "packed_otherwise"
    assert likeness(rewritten(workbook, change), workbook) == "other"


def test_bytes_around_the_parts_make_another_workbook(workbook):
    own = repacked_zip(workbook)
    assert likeness(own, workbook) == "packed_otherwise"
    directory = own.index(b"PK\x01\x02")
    with_gap = own[:directory] + b"titipan" + own[directory:]
    local_name = own.replace(b"[Content_Types]", b"[Content_types]", 1)
    for other in (b" " + own, own + b" ", with_gap, local_name, own[:-30], b"", b"PK"):
        assert likeness(other, workbook) == "other"


def test_a_report_packed_otherwise_is_the_same_and_any_other_word_is_not(
    elsewhere, here
):
    own, made = (
        folder.joinpath("report.html").read_bytes() for folder in (elsewhere, here)
    )
    assert likeness(own, made) == "packed_otherwise"
    start = own.index(b'id="people">') + len(b'id="people">')
    with_a_bit = own[:start] + b"A" + own[start:]
    block = own[start : own.index(b"</script>", start)]
    more = b64encode(b64decode(block) + b"titipan")
    for other in (
        own.replace(b"Kepulauan Riau", b"Kepulauan Biru"),
        own.replace(block, b64encode(zlib.compress(b"{}"))),
        own.replace(block, more),
        with_a_bit,
        own + b" ",
        b"",
    ):
        assert likeness(other, made) == "other"


@given(st.data())
def test_any_other_byte_of_a_workbook_packed_again_is_another(data):
    workbook = small_workbook()
    own = bytearray(repacked_zip(workbook))
    own[data.draw(st.integers(0, len(own) - 1))] ^= data.draw(st.integers(1, 255))
    found = likeness(bytes(own), workbook)
    # A deflated stream has bits that say nothing; whatever is read is then the same.
    assert found == "other" or unpacked_zip(bytes(own)) == unpacked_zip(workbook)
    if found == "packed_otherwise":
        assert parts_of(bytes(own)) == parts_of(workbook)


@cache
def small_workbook():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.xml", "b.xml"):
            archive.writestr(
                zipfile.ZipInfo(name), name.encode() * 40, zipfile.ZIP_DEFLATED
            )
    return target.getvalue()


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


@pytest.fixture(scope="module")
def certificate(here):
    return by_path(here, "certificates/*.pdf")


def in_stream(old, new):
    return lambda plain: plain.replace(old, new, 1)


@needs_pdf
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"] TJ", b" 1] TJ"),
        (b"JAWA", b"JAVA"),
        (b"Jawa Timur", b"Jawa Timor"),
        (b"published_low", b"published_Low"),
        (b'pdf:Producer="', b'pdf:Producer=" '),
        (b"/Producer", b"/producer"),
        (b"/MarkInfo", b"/Markinfo"),
        (b" re f", b" re F"),
    ],
)
def test_anything_else_inside_a_stream_is_another_certificate(certificate, old, new):
    assert likeness(repacked_pdf(certificate), certificate) == "packed_otherwise"
    changed = repacked_pdf(certificate, change=in_stream(old, new))
    assert changed != repacked_pdf(certificate)
    assert likeness(changed, certificate) == "other"


@needs_pdf
def test_a_table_or_an_identifier_that_lies_makes_another_certificate(certificate):
    own = repacked_pdf(certificate)
    at = int(own.rsplit(b"startxref\n", 1)[1].split(b"\n", 1)[0])
    name = own.rindex(b"/ID [(") + len(b"/ID [(")
    digit = b"0" if own[name : name + 1] != b"0" else b"1"
    for other in (
        own[:name] + digit + own[name + 1 :],
        own.replace(b"startxref\n%d" % at, b"startxref\n%d" % (at - 1)),
        own[:at] + b"% titipan\n" + own[at:],
        own.replace(b"%PDF-1.7", b"%PDF-1.6"),
        own.replace(b"\nendobj\n", b" endobj\n", 1),
        own[:-1],
        own + b"\n",
        b"",
    ):
        assert other != own
        assert likeness(other, certificate) == "other"


@needs_pdf
def test_a_place_that_leads_elsewhere_makes_another_certificate(certificate):
    head, data = list(streams_of(repacked_pdf(certificate)))[-1]
    plain = bytearray(zlib.decompress(data))
    plain[-2] ^= 1
    packed = zlib.compress(bytes(plain), 1)
    assert len(packed) < 2**16
    own = repacked_pdf(certificate)
    begin, end = head.start(3), own.index(b"\nendstream", head.end())
    body = b"%d>>\nstream\n%b" % (len(packed), packed)
    assert likeness(own[:begin] + body + own[end:], certificate) == "other"


def test_what_swells_beyond_all_bounds_is_not_unpacked():
    bomb = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
    data = zlib.compress(bytes(80 * 1024 * 1024), 9)
    bomb += b"3 0 obj\n<</Filter /FlateDecode/Length %d>>\nstream\n" % len(data)
    assert unpacked_pdf(bomb + data + b"\nendstream\nendobj\n") is None


# --- Windows -----------------------------------------------------------------------


def test_a_workbook_made_on_windows_is_the_same_bytes(workbook, monkeypatch):
    monkeypatch.setattr(zipfile, "sys", SimpleNamespace(platform="win32"))
    assert recap_workbook(handmade_season(), RUBRIC) == workbook
