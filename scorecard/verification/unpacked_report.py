"""A report page with its packed blocks inflated: the same whichever zlib deflated them.

Only what the page itself unpacks is looked into; every other byte stays as it is.
"""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import b64decode, b64encode

_BLOCK = re.compile(
    rb'(<script type="text/plain" id="(?:pages|people)">)([A-Za-z0-9+/=]*)(</script>)'
)
_LARGEST = 256 * 1024 * 1024


class _OtherFormError(Exception):
    """A block is not packed as we pack it."""


def holds_packed_blocks(content: bytes) -> bool:
    """Tell whether a file is a page that holds such blocks."""
    return content.startswith(b"<!doctype html>") and bool(_BLOCK.search(content))


def unpacked_report(content: bytes) -> bytes | None:
    """Write a page with its blocks inflated; None for one that is not of our form."""
    if not holds_packed_blocks(content):
        return None
    try:
        return _BLOCK.sub(lambda block: block[1] + _plain(block[2]) + block[3], content)
    except (_OtherFormError, binascii.Error, zlib.error):
        return None


def _plain(packed: bytes) -> bytes:
    deflated = b64decode(packed, validate=True)
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(deflated, _LARGEST)
    # Neither bits nor bytes may stand there that no reader of the page would see.
    whole = unpacker.eof and not unpacker.unused_data
    if not whole or b64encode(deflated) != packed:
        raise _OtherFormError
    return plain
