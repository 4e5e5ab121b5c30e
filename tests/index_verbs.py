"""A small rubric that uses every verb which composite indices need."""

from __future__ import annotations

from typing import Any

from scorecard.rubric.nouns import Rubric
from tests.small import band, criterion, indicator, rubric

THIRD = "100/3"


def figure(key: str, weight: str, scale: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Put a figure of the recap on a scale."""
    measure = {"verb": "figure", "figure": key}
    return indicator(f"i_{key}", weight, measure=measure, scale=scale, **more)


def z_score(mean: str, deviation: str, **more: str) -> dict[str, Any]:
    return {"verb": "z_score", "mean": mean, "deviation": deviation, **more}


CURVE: dict[str, Any] = {
    "verb": "curve",
    "posts": [
        {"at": "0", "points": "5"},
        {"at": "10", "points": "42.5"},
        {"at": "100", "points": "100"},
    ],
}
RANK: dict[str, Any] = {
    "verb": "percent_rank",
    "reference": ["-1.5", "0", "2", "2", "7.25", "12", "100"],
    "method": "middle",
}
POWER = {"verb": "power", "at": "12", "exponent": "2/3", "least": "0.5"}
FADING = {"verb": "exponential", "at": "2", "rate": "-0.08"}


def index_verbs() -> Rubric:
    """Make an index of three parts, none of them a plain mean of linear scales."""
    parts = (_standardised(), _ranked(), _multiplied())
    return rubric(*parts, score=SCORE, bands=bands_of_one())


SCORE = {"aggregate": "harmonic_mean", "places": "4", "maximum": "1"}
SCORE |= {"ranks_on": "exact", "bands_on": "exact"}


def bands_of_one() -> dict[str, Any]:
    """Give bands on a scale from 0 to 1."""
    ranges = [band("a", "0.8", "1"), band("b", "0.5", "0.8"), band("c", "0", "0.5")]
    return {"basis": "assumption", "ranges": ranges}


def _standardised() -> dict[str, Any]:
    return criterion(
        "baku",
        THIRD,
        scale={"verb": "linear", "worst": "-1.1358", "best": "2.364"},
        indicators=[
            figure("masuk", "40", z_score("80", "65.5"), missing="exclude"),
            figure("arsip", "60", z_score("5", "7.25", spread="-1"), missing="exclude"),
        ],
    )


def _ranked() -> dict[str, Any]:
    return criterion(
        "peringkat",
        THIRD,
        aggregate="harmonic_mean",
        coverage="50",
        indicators=[
            figure("selesai", "60", CURVE, missing="exclude"),
            figure("lalu", "40", RANK),
        ],
    )


def _multiplied() -> dict[str, Any]:
    return criterion(
        "kali",
        THIRD,
        aggregate="product",
        scale={"verb": "power", "at": "4", "exponent": "-0.5"},
        indicators=[figure("hari", "1", FADING), figure("masuk_lalu", "1", POWER)],
    )
