"""One way to write a value as JSON, so that it has one digest.

As RFC 8785 (JSON Canonicalization Scheme) asks for what records hold: keys in order, no
space, UTF-8. Numbers are whole; ratios and decimals are texts, so that the scheme's
rules for floating point are never needed.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


def canonical(value: Json) -> bytes:
    """Write the value; equal values give equal bytes."""
    return json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    ).encode("utf-8")


def read_canonical(content: bytes) -> Json:
    """Read what `canonical` wrote.

    Raises ValueError for any other spelling: a space, a doubled key, another order.
    """
    value = json.loads(content.decode("utf-8"))
    if not isinstance(value, dict) or canonical(value) != content:
        raise ValueError("not canonical JSON")
    return value
