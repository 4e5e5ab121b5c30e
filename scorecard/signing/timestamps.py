"""Ask a timestamp server (RFC 3161) over HTTP, within a bound of time and of size.

A server that fails once is not asked again for the next file: the run ends with the
reason, and nothing is written.
"""

from __future__ import annotations

from http.client import HTTPException
from threading import Thread
from typing import Any, ClassVar
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from asn1crypto.cms import ContentInfo
from asn1crypto.core import Sequence
from asn1crypto.tsp import PKIStatusInfo, TimeStampReq, TimeStampResp
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

from scorecard.signing.refusals import RefusedTimestampError
from scorecard.wording import Text, say

_PATIENCE = 15
"""Seconds that one answer may take."""
_MOST_BYTES = 100_000
_ASKED, _ANSWERED = "application/timestamp-query", "application/timestamp-reply"
# What a damaged answer raises while it is read.
_STUMBLES = (
    *(ValueError, TypeError, KeyError, AttributeError, AssertionError),
    TimestampRequestError,
)


class _Answer(Sequence):  # type: ignore[misc,unused-ignore]
    """An answer as the standard has it (2.4.2): a refusal brings no token."""

    _fields: ClassVar = [
        ("status", PKIStatusInfo),
        ("time_stamp_token", ContentInfo, {"optional": True}),
    ]


class TimestampServer(TimeStamper):  # type: ignore[misc,unused-ignore]
    """The server at an address; ValueError for an address that is not HTTP(S)."""

    def __init__(self, address: str, patience: float = _PATIENCE) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(address)
        super().__init__()  # type: ignore[no-untyped-call,unused-ignore]
        self.address, self.patience = address, patience

    async def async_request_tsa_response(self, req: TimeStampReq) -> TimeStampResp:
        """Send a request and give the answer; raises RefusedTimestampError."""
        content = _in_time(self.address, req.dump(), self.patience)
        status = _Answer.load(content)["status"]
        if status["status"].native != "granted":
            why = "; ".join(status["status_string"].native or ())
            raise RefusedTimestampError(_refused(why or status["status"].native))
        return TimeStampResp.load(content)

    async def async_timestamp(
        self, message_digest: bytes, md_algorithm: str
    ) -> ContentInfo:
        """Give a token for this very digest; raises RefusedTimestampError."""
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            stamped = _digest_of(token)
        except _STUMBLES as error:
            raise RefusedTimestampError(_UNREADABLE) from error
        if stamped != message_digest:
            raise RefusedTimestampError(_ANOTHER)
        return token


def _digest_of(token: ContentInfo) -> bytes:
    said = token["content"]["encap_content_info"]["content"].parsed
    digest: bytes = said["message_imprint"]["hashed_message"].native
    return digest


def _in_time(address: str, question: bytes, patience: float) -> bytes:
    """Ask in a thread: neither a slow name server nor a dripping answer holds us up."""
    found: list[bytes | Text] = []
    asking = Thread(
        target=lambda: found.append(_answer(address, question, patience)), daemon=True
    )
    asking.start()
    asking.join(patience)
    answer = found[0] if found else _too_slow(patience)
    if isinstance(answer, bytes):
        return answer
    raise RefusedTimestampError(answer)


def _answer(address: str, question: bytes, patience: float) -> bytes | Text:
    """Give what the server sent, or why that is no answer."""
    request = Request(address, question, {"Content-Type": _ASKED, "Accept": _ANSWERED})
    try:
        with build_opener(_NoRedirect).open(request, timeout=patience) as response:
            kind = response.headers.get_content_type()
            content = response.read(_MOST_BYTES + 1)
    except HTTPError as error:
        return _status(error.code)
    except TimeoutError:
        return _too_slow(patience)
    except URLError as error:
        return _unreachable(error.reason)
    except (OSError, HTTPException, ValueError) as error:
        return _unreachable(error)
    if kind != _ANSWERED:
        return _kind(kind)
    return content if len(content) <= _MOST_BYTES else _UNREADABLE


class _NoRedirect(HTTPRedirectHandler):
    """Go nowhere else: a digest is sent to the server that was named, or to none."""

    def redirect_request(self, *_: Any) -> None:
        return None


_UNREADABLE = Text(
    "Jawabannya bukan penanda waktu yang dapat dibaca.",
    "Its answer is not a readable timestamp.",
)
_ANOTHER = Text(
    "Penanda waktunya untuk berkas lain.", "Its timestamp is for another file."
)


def _too_slow(patience: float) -> Text:
    return say(
        "Tidak ada jawaban dalam {n} detik.",
        "There was no answer within {n} seconds.",
        n=f"{patience:g}",
    )


def _unreachable(why: object) -> Text:
    return say(
        "Peladen tidak dapat dihubungi: {why}.",
        "The server cannot be reached: {why}.",
        why=str(why),
    )


def _status(code: int) -> Text:
    return say(
        "Peladen menjawab dengan galat HTTP {code}.",
        "The server answered with HTTP error {code}.",
        code=str(code),
    )


def _kind(kind: str) -> Text:
    return say(
        "Peladen mengirim {kind}, bukan " + _ANSWERED + ".",
        "The server sent {kind}, not " + _ANSWERED + ".",
        kind=kind,
    )


def _refused(why: str) -> Text:
    return say("Peladen menolak: {why}.", "The server refused: {why}.", why=why)
