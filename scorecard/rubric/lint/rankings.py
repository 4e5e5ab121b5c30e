"""Lint: what a ranking beside the total may ask of a share's cases."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric.lint.nodes import placed_indicators
from scorecard.rubric.methods import Share, Within
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

NO_CASES = Rule(
    "rubric-ranking-no-cases",
    Text(
        "indikator '{seen}' bukan persentase: tidak ada jumlah kasusnya",
        "the indicator '{seen}' is no share: it has no number of cases",
    ),
    Text(
        "Indikator berukuran 'share' atau 'within'.",
        "An indicator whose measure is 'share' or 'within'.",
    ),
    Text(
        "Ganti 'by', atau hapus 'on' dan 'least'.",
        "Change 'by', or remove 'on' and 'least'.",
    ),
)
CONFIDENCE = Rule(
    "rubric-ranking-confidence",
    Text(
        "'confidence' {seen} bukan tingkat kepercayaan",
        "'confidence' {seen} is no confidence",
    ),
    Text("Dari 50 sampai 99.99 persen.", "From 50 to 99.99 per cent."),
    Text("Tulis misalnya 95.", "Write 95, for example."),
)


LOWER_FIRST = Rule(
    "rubric-lower-is-better",
    Text(
        "'{seen}' menganggap nilai tinggi lebih baik, padahal 'score › prefer' lower",
        "'{seen}' takes a high total for better, but 'score › prefer' is lower",
    ),
    Text(
        "Penghargaan menurut indikator ('by'), tanpa 'least_band' dan tanpa pembatas.",
        "Awards by an indicator ('by'), without 'least_band', and no gates.",
    ),
    Text("Hapus, atau ubah 'prefer'.", "Delete it, or change 'prefer'."),
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find bounds of what is no share, false confidences, and what expects the top."""
    yield from _lower_first(rubric)
    shares = {
        indicator.id
        for _, indicator in placed_indicators(rubric)
        if isinstance(indicator.measure, Share | Within)
    }
    for position, ranking in enumerate(rubric.rankings):
        path: Path = ("rankings", position)
        asks_for_cases = ranking.on == "wilson" or ranking.least > 0
        if asks_for_cases and ranking.by not in shares:
            yield broken(NO_CASES, (*path, "by"), ranking.by)
        if not 50 <= ranking.confidence < 100:
            shown = str(ranking.confidence)
            yield broken(CONFIDENCE, (*path, "confidence"), shown)


def _lower_first(rubric: Rubric) -> Iterator[Mistake]:
    if rubric.score.prefer == "higher":
        return
    for position, award in enumerate(rubric.awards):
        if award.by is None or award.least_band is not None:
            yield broken(LOWER_FIRST, ("awards", position), award.id)
    for position, gate in enumerate(rubric.gates):
        yield broken(LOWER_FIRST, ("gates", position), gate.id)
