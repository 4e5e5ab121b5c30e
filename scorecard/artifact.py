"""What step 7 makes: a file of outputs/, not written yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file's bytes and its path below outputs/, with ``/`` between the parts."""

    path: str
    content: bytes
