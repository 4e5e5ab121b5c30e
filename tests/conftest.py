"""Keep tests apart from what the user's own runs have kept."""

from __future__ import annotations

import os

os.environ["SCORECARD_CACHE"] = "off"
