"""Signing by command, as the README tells it: key, sign, queue, take in."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard.cli.choices import read_results
from scorecard.engine import pdf_engine
from scorecard.evidence.signatures import read_signatures
from scorecard.signing.keys import open_key
from scorecard.signing.sign import sign, signing
from scorecard.signing.stamp import Stamp
from scorecard.signing.waiting import waiting
from tests import verapdf
from tests.test_pages_archival import needs_verapdf

ROOT = Path(__file__).parent.parent
IN_CI = os.environ.get("CI") == "true"
pytestmark = pytest.mark.skipif(
    not pdf_engine().usable and not IN_CI, reason="PDFs cannot be made here"
)
SECRET = "rahasia"
ONE = "certificates/21-kepulauan-riau"


def scorecard(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scorecard", *words],
        cwd=folder,
        env=os.environ
        | {
            "PYTHONPATH": str(ROOT),
            "SCORECARD_PASSPHRASE": SECRET,
            "SCORECARD_LANG": "id",
            "COLUMNS": "160",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with outputs/ of the sample season, and a trial key."""
    folder = tmp_path_factory.mktemp("signing")
    evaluated = scorecard(folder, "evaluate", str(ROOT / "inputs"))
    assert evaluated.returncode == 1, evaluated.stderr
    key = scorecard(folder, "certificate", "trial-key", "key.p12")
    assert key.stdout == "Kunci uji coba: key.p12.\n", key.stderr
    return folder


@pytest.fixture
def season(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "season"))


def certificates(folder: Path) -> list[Path]:
    return sorted((folder / "certificates").glob("*.pdf"))


def test_a_batch_is_signed_into_a_folder_of_its_own(season: Path) -> None:
    before = {path: path.read_bytes() for path in (season / "outputs").rglob("*.pdf")}
    done = scorecard(season, "certificate", "sign", "outputs", "--key", "key.p12")
    number = len(certificates(season / "outputs"))
    assert number >= 5
    assert done.stdout == (
        f"{number} piagam ditandatangani atas nama Pejabat Uji: signed.\n"
    )
    assert done.returncode == 0
    for path in certificates(season / "signed"):
        content = path.read_bytes()
        unsigned = before[season / "outputs" / "certificates" / path.name]
        assert content.startswith(unsigned)
        assert [each.integrity for each in read_signatures(content)] == ["intact"]
    assert {path: path.read_bytes() for path in before} == before
    listed = json.loads((season / "signed" / "signed.json").read_text())
    assert len(listed["signed"]) == number


@needs_verapdf
def test_signed_and_stamped_it_is_pdf_a_3a_and_pdf_ua_1_still(season: Path) -> None:
    scorecard(season, "certificate", "sign", "outputs", "--key", "key.p12")
    signed = certificates(season / "signed")
    assert verapdf.failures(signed) == {str(path): [] for path in signed}


def test_signing_again_signs_nothing_twice(season: Path) -> None:
    words = ("certificate", "sign", "outputs", "--key", "key.p12")
    scorecard(season, *words)
    kept = {p: p.read_bytes() for p in certificates(season / "signed")}
    again = scorecard(season, *words)
    assert again.returncode == 1
    assert again.stderr.splitlines()[0].endswith(
        ".pdf: Semua kolom tanda tangan sudah terisi."
    )
    assert {p: p.read_bytes() for p in certificates(season / "signed")} == kept


def test_an_altered_certificate_is_never_signed(season: Path) -> None:
    path = certificates(season / "outputs")[0]
    path.write_bytes(path.read_bytes() + b"\n")
    done = scorecard(season, "certificate", "sign", "outputs", "--key", "key.p12")
    assert done.returncode == 5
    assert "Berkas ini berubah sejak dibuat." in done.stderr
    assert not (season / "signed").exists()


def test_a_wrong_passphrase_signs_nothing(season: Path) -> None:
    (season / "secret.txt").write_text("bukan itu\n")
    words = ("certificate", "sign", "outputs", "--key", "key.p12")
    done = scorecard(season, *words, "--passphrase-file", "secret.txt")
    assert done.returncode == 2
    assert "kata sandinya salah" in done.stderr
    assert not (season / "signed").exists()


def test_a_key_is_never_replaced(season: Path) -> None:
    kept = (season / "key.p12").read_bytes()
    done = scorecard(season, "certificate", "trial-key", "key.p12")
    assert (done.returncode, (season / "key.p12").read_bytes()) == (2, kept)


def test_a_service_signs_what_the_queue_holds(season: Path) -> None:
    sent = scorecard(season, "certificate", "queue", "outputs")
    waiting = certificates(season / "antrean")
    assert sent.stdout == f"{len(waiting)} piagam menunggu tanda tangan: antrean.\n"
    listed = (season / "antrean" / "antrean.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(listed), delimiter=";"))
    assert sorted(row["Berkas"] for row in rows) == [
        f"certificates/{path.name}" for path in waiting
    ]
    assert {row["Kolom tanda tangan"] for row in rows} == {"signature-1"}
    sign_elsewhere(season, waiting)
    taken = scorecard(season, "certificate", "take-in", "back", "outputs")
    assert taken.stdout == f"{len(waiting)} piagam diterima: signed.\n"
    assert taken.returncode == 0
    again = scorecard(season, "certificate", "queue", "outputs", "--queue", "rest")
    assert again.stdout == "0 piagam menunggu tanda tangan: rest.\n"


def sign_elsewhere(season: Path, files: list[Path]) -> None:
    """Sign as a service would: other names, in another folder."""
    now = datetime.now(UTC)  # noqa: TID251  the key holds from now on
    how = signing(open_key((season / "key.p12").read_bytes(), SECRET, now), now)
    (season / "back").mkdir()
    for number, path in enumerate(files):
        content = sign(path.read_bytes(), how, "signature-1", Stamp("X", ()))
        (season / "back" / f"{number}_signed.PDF").write_bytes(content)


def test_what_comes_back_wrong_is_refused_and_the_rest_taken_in(season: Path) -> None:
    scorecard(season, "certificate", "queue", "outputs")
    first, second, third, *_ = certificates(season / "antrean")
    sign_elsewhere(season, [first])
    shutil.copyfile(second, season / "back" / "unsigned.pdf")
    altered = third.read_bytes().replace(b"/Type", b"/TYPE", 1)
    (season / "back" / "zaltered.pdf").write_bytes(altered)
    taken = scorecard(season, "certificate", "take-in", "back", "outputs")
    assert taken.returncode == 5
    assert taken.stdout == "1 piagam diterima: signed.\n"
    assert taken.stderr.splitlines() == [
        "unsigned.pdf: Berkas ini belum ditandatangani.",
        "zaltered.pdf: Berkas ini tidak diawali byte satu pun piagam yang dikirim: "
        "bukan piagam musim ini, atau isinya diubah.",
    ]


def test_a_damaged_signed_file_stops_the_next_signing(season: Path) -> None:
    words = ("certificate", "sign", "outputs", "--key", "key.p12")
    scorecard(season, *words)
    path = certificates(season / "signed")[0]
    path.write_bytes(path.read_bytes()[:-1])
    done = scorecard(season, *words)
    assert done.returncode == 5
    assert path.name in done.stderr


def test_a_folder_with_other_files_is_left_alone(season: Path) -> None:
    (season / "signed").mkdir()
    (season / "signed" / "surat.docx").write_bytes(b"x")
    done = scorecard(season, "certificate", "sign", "outputs", "--key", "key.p12")
    assert done.returncode == 2
    assert [p.name for p in (season / "signed").iterdir()] == ["surat.docx"]


def test_a_revoked_certificate_is_neither_signed_nor_queued(season: Path) -> None:
    manifest = json.loads((season / "outputs" / "manifest.json").read_text())
    path = certificates(season / "outputs")[0]
    serial = serial_of(season, path)
    assert serial in json.dumps(manifest)
    words = ("certificate", "revoke", serial, "--reason", "Nilai keliru.")
    done = scorecard(season, *words)
    assert done.returncode == 0, done.stderr
    for words in (("sign", "outputs", "--key", "key.p12"), ("queue", "outputs")):
        done = scorecard(season, "certificate", *words)
        assert done.stderr.splitlines() == [
            f"certificates/{path.name}: Piagam ini dicabut: Nilai keliru."
        ]
    assert path.name not in {p.name for p in certificates(season / "signed")}
    assert path.name not in {p.name for p in certificates(season / "antrean")}


def serial_of(season: Path, path: Path) -> str:
    source = read_results(season / "outputs" / "results.json")
    listed = waiting(source.season, source.rubric)
    return next(each.serial for each in listed if each.path.endswith(path.name))


def test_a_signed_certificate_is_verified_by_itself_and_by_the_results(
    season: Path,
) -> None:
    scorecard(season, "certificate", "sign", "outputs", "--key", "key.p12")
    path = certificates(season / "signed")[0]
    words = ("certificate", "verify", str(path))
    for more in ((), ("--results", "outputs/results.json")):
        done = scorecard(season, *words, *more)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Pejabat Uji" in done.stdout
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 1
    path.write_bytes(bytes(content))
    assert scorecard(season, *words).returncode == 5
