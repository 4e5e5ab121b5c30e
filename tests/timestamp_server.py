"""A small timestamp server (RFC 3161) on this computer, honest or broken as wanted."""

from __future__ import annotations

from asyncio import run
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from asn1crypto.tsp import TimeStampReq
from pyhanko.sign.timestamps import DummyTimeStamper

from tests.test_signing import key

REPLY = "application/timestamp-reply"


@dataclass(slots=True)
class Behaviour:
    """How the server answers; `asked` counts the questions.

    `good` answers are right, the others are as told by the rest.
    """

    good: int = 1_000_000
    status: int = 200
    kind: str = REPLY
    body: bytes | None = None
    another: bool = False
    hangs: bool = False
    drips: bool = False
    asked: int = 0
    over: Event = field(default_factory=Event)


@contextmanager
def serving(how: Behaviour) -> Iterator[str]:
    """Serve on a free port, and give the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(how))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/tsa"
    finally:
        how.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(how: Behaviour) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            how.asked += 1
            question = self.rfile.read(int(self.headers["Content-Length"]))
            good = how.asked <= how.good
            if how.hangs and not good:
                how.over.wait(30)
                return
            answer = stamped(question, another=how.another and not good)
            self.send_response(200 if good else how.status)
            self.send_header("Location", "http://127.0.0.1:9/")
            self.send_header("Content-Type", REPLY if good else how.kind)
            self.end_headers()
            body = answer if good or how.body is None else how.body
            for piece in [body[n : n + 1] for n in range(len(body))]:
                self.wfile.write(piece)
                if how.drips and not good and how.over.wait(0.05):
                    return

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def stamped(question: bytes, *, another: bool) -> bytes:
    """Answer as an honest server does, or for a digest that nobody asked for."""
    asked = TimeStampReq.load(question)
    if another:
        asked["message_imprint"]["hashed_message"] = bytes(32)
    answer: bytes = run(_authority().async_request_tsa_response(asked)).dump()
    return answer


@cache
def _authority() -> DummyTimeStamper:
    return DummyTimeStamper(
        tsa_cert=key().signer.signing_cert,
        tsa_key=key().signer.signing_key,
    )
