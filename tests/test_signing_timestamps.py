"""A timestamp server over HTTP: what it adds, and every way in which it can fail."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from scorecard.evidence.signatures import read_signatures
from scorecard.rubric.load import load_rubric
from scorecard.signing.batch import Turn, sign_batch
from scorecard.signing.refusals import RefusedTimestampError
from scorecard.signing.sign import sign, signing
from scorecard.signing.timestamps import TimestampServer
from tests.test_cli_signing import certificates, made, scorecard
from tests.test_cli_signing import pytestmark as needs_pdf
from tests.test_signing import NOON, key, needs_pdfsig, pdfsig, printed, stamp, turn
from tests.timestamp_server import Behaviour, serving

__all__ = ["made"]


def failed(how: Behaviour, patience: float = 5) -> str:
    """Tell, in Indonesian, why the very first question had no answer."""
    how.good = 0
    with serving(how) as address, pytest.raises(RefusedTimestampError) as error:
        signing(key(), NOON, TimestampServer(address, patience))
    return error.value.reason.id


@needs_pdfsig
def test_the_servers_token_stands_in_the_signature(tmp_path: Path) -> None:
    how = Behaviour()
    with serving(how) as address:
        batch = signing(key(), NOON, TimestampServer(address))
        content = sign(printed(), batch, "signature-1", stamp())
    assert how.asked == 2
    assert [each.integrity for each in read_signatures(content)] == ["intact"]
    assert "Signature is Valid." in pdfsig(tmp_path, content)
    assert stamps(content) == 1
    assert stamps(sign(printed(), signing(key(), NOON), "signature-1", stamp())) == 0


def stamps(content: bytes) -> int:
    """Count the tokens of the only signature; each is for that signature's value."""
    (found,) = PdfFileReader(io.BytesIO(content)).embedded_signatures
    info = found.signer_info
    wanted = sha256(info["signature"].native).digest()
    tokens = [
        value
        for each in info["unsigned_attrs"] or ()
        if each["type"].native == "signature_time_stamp_token"
        for value in each["values"]
    ]
    for token in tokens:
        said = token["content"]["encap_content_info"]["content"].parsed
        assert said["message_imprint"]["hashed_message"].native == wanted
    return len(tokens)


def test_room_for_a_timestamp_is_kept_only_where_one_is_asked_for() -> None:
    plain = signing(key(), NOON).reserved
    with serving(Behaviour()) as address:
        stamped = signing(key(), NOON, TimestampServer(address)).reserved
    assert 2 * 1400 < plain < 2 * 1800
    assert plain + 2 * 1000 < stamped < plain + 2 * 4000


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (Behaviour(status=503), "Peladen menjawab dengan galat HTTP 503."),
        (Behaviour(status=302), "Peladen menjawab dengan galat HTTP 302."),
        (
            Behaviour(kind="text/html; charset=utf-8"),
            "Peladen mengirim text/html, bukan application/timestamp-reply.",
        ),
        (Behaviour(body=b""), "Jawabannya bukan penanda waktu yang dapat dibaca."),
        (
            Behaviour(body=b"<html>"),
            "Jawabannya bukan penanda waktu yang dapat dibaca.",
        ),
        (
            Behaviour(body=b"\x30" * 200_000),
            "Jawabannya bukan penanda waktu yang dapat dibaca.",
        ),
        (
            Behaviour(body=bytes.fromhex("30053003020102")),
            "Peladen menolak: rejection.",
        ),
        (Behaviour(another=True), "Penanda waktunya untuk berkas lain."),
    ],
)
def test_each_failure_has_its_reason(how: Behaviour, said: str) -> None:
    assert failed(how) == said


@pytest.mark.parametrize("how", [Behaviour(hangs=True), Behaviour(drips=True)])
def test_a_server_that_hangs_or_drips_is_not_waited_for(how: Behaviour) -> None:
    assert failed(how, 0.3) == "Tidak ada jawaban dalam 0.3 detik."


def test_nobody_listens_there() -> None:
    with serving(Behaviour()) as address:
        pass
    with pytest.raises(RefusedTimestampError) as error:
        signing(key(), NOON, TimestampServer(address))
    assert error.value.reason.id.startswith("Peladen tidak dapat dihubungi: ")


@pytest.mark.parametrize("address", ["ftp://a/", "file:///etc/passwd", "tsa", ""])
def test_only_http_is_an_address(address: str) -> None:
    with pytest.raises(ValueError, match="^" + address):
        TimestampServer(address)


def test_a_server_that_fails_in_the_middle_ends_the_batch() -> None:
    with serving(Behaviour(good=2, status=500)) as address:
        batch = signing(key(), NOON, TimestampServer(address))
        made = sign_batch(three(), batch, load_rubric(None).rubric, None)
        assert isinstance(next(made), tuple)
        with pytest.raises(RefusedTimestampError):
            next(made)


def three() -> Iterator[Turn]:
    return (turn(printed(), f"certificates/{name}.pdf") for name in "abc")


# --- by command --------------------------------------------------------------------


@pytest.fixture
def season(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "season"))


def signed(season: Path, address: str) -> subprocess.CompletedProcess[str]:
    words = ("certificate", "sign", "outputs", "--key", "key.p12")
    return scorecard(season, *words, "--timestamp", address)


@needs_pdf
def test_a_batch_is_signed_and_stamped_by_command(season: Path) -> None:
    how = Behaviour()
    with serving(how) as address:
        done = signed(season, address)
    assert (done.returncode, done.stderr) == (0, "")
    files = certificates(season / "signed")
    assert how.asked == len(files) + 1
    for path in files:
        assert stamps(path.read_bytes()) == 1


@needs_pdf
@pytest.mark.parametrize("good", [0, 3])
def test_a_failing_server_leaves_nothing_half_signed(season: Path, good: int) -> None:
    with serving(Behaviour(good=good, status=503)) as address:
        done = signed(season, address)
    assert done.returncode == 7
    assert done.stdout == ""
    assert "(timestamp-not-given)" in done.stderr
    assert "Peladen menjawab dengan galat HTTP 503." in done.stderr
    assert "Tidak ada yang ditandatangani." in done.stderr
    assert not (season / "signed").exists()


@needs_pdf
def test_what_is_no_address_is_wrong_usage(season: Path) -> None:
    done = signed(season, "ftp://127.0.0.1/")
    assert done.returncode == 2
    assert "--timestamp: alamat peladen harus diawali http://" in done.stderr
    assert not (season / "signed").exists()
