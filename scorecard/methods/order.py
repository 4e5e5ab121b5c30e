"""Order: which total is placed first, and where places go on after a tie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorecard.rubric.nouns import Score
from scorecard.wording import Text

PREFER: Mapping[str, Text] = {
    "higher": Text(
        "Nilai tertinggi berada di depan.", "The highest score is placed first."
    ),
    "lower": Text(
        "Nilai yang lebih rendah lebih baik: yang terendah berada di depan.",
        "Lower is better: the lowest score is placed first.",
    ),
}
TIES: Mapping[str, Text] = {
    "competition": Text(
        "Sesudah nilai yang sama, peringkat melompat: 1, 2, 2, 4.",
        "After a tie places skip: 1, 2, 2, 4.",
    ),
    "dense": Text(
        "Sesudah nilai yang sama, peringkat berlanjut tanpa lompatan: 1, 2, 2, 3.",
        "After a tie places go on without a gap: 1, 2, 2, 3.",
    ),
}


def unusual(score: Score) -> Iterator[Text]:
    """Say how places are given, as far as it is not the usual way."""
    if score.prefer != "higher":
        yield PREFER[score.prefer]
    if score.ties != "competition":
        yield TIES[score.ties]
