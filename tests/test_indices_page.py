"""The page on indices: its example runs as it says, and no verb is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from scorecard.evidence.submission import read_season
from scorecard.ranking import rankings
from scorecard.rubric import methods as verb
from scorecard.rubric.load import parse_rubric
from scorecard.rubric.nouns import Score
from scorecard.scoring import assess
from tests.test_faces import verbs

PAGE = (Path(__file__).parent.parent / "docs" / "indices.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def test_the_example_has_no_mistake() -> None:
    assert parse_rubric(block("yaml"), "readiness.yaml").warnings == ()


def test_the_example_gives_what_the_page_says(tmp_path: Path) -> None:
    rubric = parse_rubric(block("yaml"), "readiness.yaml").rubric
    (tmp_path / "figures.csv").write_text(block("csv"), encoding="utf-8")
    reading = read_season(tmp_path, rubric)
    assert [each.code for each in reading.problems] == ["csv-reading"]
    cards = {
        each.participant.code: assess(each, rubric) for each in reading.submissions
    }
    (ranking,) = rankings(tuple(cards.values()), rubric)
    rows = []
    for standing in ranking.standings:
        card = cards[standing.participant]
        total = card.total.published_low if card.total else ""
        band = card.band.title.en if card.band else rubric.score.not_scored.en
        cells = (str(standing.place or "–"), standing.participant, total, band)
        rows.append("| " + " | ".join(cells) + " |")
    assert "\n".join(rows).replace("|  |", "| |") in PAGE


@pytest.mark.parametrize(
    "word",
    [
        *verbs(verb.Scale),
        *get_args(verb.Aggregate),
        *get_args(verb.Missing),
        *(get_args(Score.model_fields[key].annotation) for key in ("ties", "prefer")),
    ],
)
def test_every_verb_is_told(word: str | tuple[str, ...]) -> None:
    words = (word,) if isinstance(word, str) else word
    assert all(f"`{each}`" in PAGE for each in words)
