"""Why nothing was signed, or why a signed file was not taken in."""

from __future__ import annotations

from scorecard.wording import Text


class RefusedKeyError(Exception):
    """A key that cannot sign; `reason` says why, for its owner."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


class RefusedTimestampError(Exception):
    """No timestamp was had from the server; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


class RefusedFileError(Exception):
    """A PDF that cannot be signed or taken in; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason
