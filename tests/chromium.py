"""Headless Chromium for tests, spoken to over a pipe by its own protocol (CDP).

Nothing but the standard library: no driver to keep in step with the browser. What the
browser logs, throws and asks of a network is kept for the test to look at.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)
_PATIENCE = 60


class Chromium:
    """A browser with one page; `events` holds what it told without being asked."""

    def __init__(self, process: subprocess.Popen[bytes], ends: tuple[int, int]) -> None:
        self.process = process
        self.reader, self.writer = ends
        self.events: list[dict[str, Any]] = []
        self.buffer = b""
        self.number = 0
        self.session = ""

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask for something and wait for the answer."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writer, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, address: str, *, script: bool = True) -> None:
        """Open an address and wait until it is loaded."""
        if address != "about:blank":
            # Another place in the same page would not be loaded anew.
            self.open("about:blank")
        self.events.clear()
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.call("Page.navigate", url=address)
        self.until("Page.loadEventFired")

    def until(self, event: str) -> dict[str, Any]:
        """Wait for an event, unless it was told already."""
        while True:
            for each in self.events:
                if each.get("method") == event:
                    return each
            self.events.append(self._next())

    def run(self, code: str) -> Any:
        """Run a function's body in the page and give what it returns."""
        answer = self.call(
            "Runtime.evaluate",
            expression=f"(async () => {{ {code} }})()",
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until an expression holds in the page."""
        end = time.monotonic() + _PATIENCE
        while not self.run(f"return Boolean({condition})"):
            if time.monotonic() > end:
                raise TimeoutError(condition)
            time.sleep(0.02)

    def press(self, key: str, *, code: int = 0, text: str = "") -> None:
        """Press a key as a person does."""
        given = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        down = {**given, "text": text} if text else given
        kind = "keyDown" if text else "rawKeyDown"
        self.call("Input.dispatchKeyEvent", type=kind, **down)
        self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    def write(self, text: str) -> None:
        """Type letters where the focus is."""
        self.call("Input.insertText", text=text)

    def look(self, *, width: int = 1440, height: int = 900, dark: bool = False) -> None:
        """Set the size of the window, and which display the reader prefers."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = "dark" if dark else "light"
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.call("Emulation.setEmulatedMedia", features=[feature])

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Take a picture of the window, or of the whole page."""
        answer = self.call(
            "Page.captureScreenshot", format="png", captureBeyondViewport=whole
        )
        path.write_bytes(base64.b64decode(answer["data"]))

    def pdf(self) -> bytes:
        """Print the page."""
        answer = self.call(
            "Page.printToPDF", preferCSSPageSize=True, printBackground=True
        )
        return base64.b64decode(answer["data"])

    def mistakes(self) -> list[str]:
        """Give what was logged as an error or thrown."""
        found = []
        for each in self.events:
            match each.get("method"), each.get("params", {}):
                case "Runtime.exceptionThrown", params:
                    found.append(json.dumps(params["exceptionDetails"])[:500])
                case "Log.entryAdded", {"entry": {"level": "error"} as entry}:
                    found.append(entry["text"])
                case "Runtime.consoleAPICalled", {"type": "error"} as params:
                    found.append(json.dumps(params["args"])[:500])
        return found

    def requests(self) -> list[str]:
        """Give every address that was asked for, what lies inside the file apart."""
        urls = [
            each["params"]["request"]["url"]
            for each in self.events
            if each.get("method") == "Network.requestWillBeSent"
        ]
        return [url for url in urls if not url.startswith("data:")]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reader], [], [], _PATIENCE)
            if not ready:
                raise TimeoutError("chromium does not answer")
            read = os.read(self.reader, 1 << 20)
            if not read:
                raise RuntimeError("chromium has stopped")
            self.buffer += read
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)


@contextlib.contextmanager
def chromium() -> Iterator[Chromium]:
    """Start a browser that knows nothing yet, and end it."""
    assert PROGRAM, "chromium is not installed"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        ours, theirs = os.pipe(), os.pipe()
        command = [PROGRAM, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
        process = _started(command, ours[0], theirs[1])
        os.close(ours[0])
        os.close(theirs[1])
        browser = Chromium(process, (theirs[0], ours[1]))
        try:
            _attach(browser)
            yield browser
        finally:
            process.kill()
            process.wait()
            os.close(ours[1])
            os.close(theirs[0])


def _started(command: list[str], reads: int, writes: int) -> subprocess.Popen[bytes]:
    """Give the child its two ends as the numbers 3 and 4, which the protocol fixes."""
    shell = f'exec "$@" 3<&{reads} 4>&{writes}'
    return subprocess.Popen(
        ["/bin/bash", "-c", shell, "chromium", *command],
        pass_fds=(reads, writes),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _attach(browser: Chromium) -> None:
    targets = browser.call("Target.getTargets")["targetInfos"]
    page = next(each["targetId"] for each in targets if each["type"] == "page")
    attached = browser.call("Target.attachToTarget", targetId=page, flatten=True)
    browser.session = attached["sessionId"]
    for domain in ("Page", "Runtime", "Network", "Log"):
        browser.call(f"{domain}.enable")
