"""Lint: a scale fits its measure; its posts, steps and levels are in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import FormField
from scorecard.rubric.lint.nodes import placed_criteria, placed_indicators
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

CHECKLIST = Rule(
    "rubric-checklist",
    Text(
        "ukuran 'document' dan skala 'checklist' harus dipakai bersama",
        "the measure 'document' and the scale 'checklist' belong together",
    ),
    Text(
        "'checklist' bagi 'document', skala lain bagi ukuran lain.",
        "'checklist' for 'document', another scale for any other measure.",
    ),
    Text("Ganti skala atau ukurannya.", "Change the scale or the measure."),
)
EQUAL_POSTS = Rule(
    "rubric-equal-posts",
    Text("'worst' dan 'best' sama: {post}", "'worst' and 'best' are equal: {post}"),
    Text("Dua nilai yang berbeda.", "Two different values."),
    Text("Ubah salah satunya.", "Change one of the two."),
)
LOG_POST = Rule(
    "rubric-log-post",
    Text("skala 'log' tidak mengenal nilai {post}", "a log scale cannot hold {post}"),
    Text("Nilai lebih dari 0.", "A value above 0."),
    Text("Naikkan nilainya atau pakai 'linear'.", "Raise the value or use 'linear'."),
)
STEP_ORDER = Rule(
    "rubric-step-order",
    Text(
        "langkah dari {second} tidak di atas langkah sebelumnya, {first}",
        "the step from {second} is not above the one before it, {first}",
    ),
    Text("Langkah yang menaik.", "Steps that ascend."),
    Text("Urutkan langkahnya menurut 'from'.", "Put the steps in order of 'from'."),
)
STEP_TURN = Rule(
    "rubric-step-turn",
    Text(
        "poin naik lalu turun: bukti yang lebih baik dapat menurunkan nilai",
        "points rise and then fall: better evidence may lower the score",
    ),
    Text("Poin yang hanya naik, atau hanya turun.", "Points that only rise or fall."),
    Text("Periksa poin setiap langkah.", "Check the points of each step."),
    severity="warning",
)
POST_ORDER = Rule(
    "rubric-post-order",
    Text(
        "titik pada {second} tidak di atas titik sebelumnya, {first}",
        "the post at {second} is not above the one before it, {first}",
    ),
    Text("Titik yang menaik.", "Posts that ascend."),
    Text("Urutkan titiknya menurut 'at'.", "Put the posts in order of 'at'."),
)
SAME_LEVEL = Rule(
    "rubric-same-level",
    Text("tingkat {level} ditulis dua kali", "the level {level} is given twice"),
    Text("Setiap tingkat satu kali.", "Each level once."),
    Text("Hapus salah satunya.", "Delete one of the two."),
)
YES_NO_LEVEL = Rule(
    "rubric-yes-no-level",
    Text(
        "jawaban ya/tidak bernilai 1 atau 0; tingkat {level} tidak ada",
        "a yes/no answer is worth 1 or 0; the level {level} is not given",
    ),
    Text("Tingkat 0 dan 1.", "The levels 0 and 1."),
    Text("Tambahkan tingkat {level}.", "Add the level {level}."),
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find scales that do not fit their measure or themselves."""
    answers = {field.id: field for field in rubric.form.answers}
    for path, indicator in placed_indicators(rubric):
        document = isinstance(indicator.measure, verb.Document)
        if document != isinstance(indicator.scale, verb.Checklist):
            yield broken(CHECKLIST, (*path, "scale"))
        yield from _scale((*path, "scale"), indicator.scale)
        yield from _yes_no((*path, "scale"), indicator, answers)
    for path, criterion in placed_criteria(rubric):
        if criterion.scale is not None:
            yield from _scale((*path, "scale"), criterion.scale)


def _scale(path: Path, scale: verb.Scale | verb.HeadingScale) -> Iterator[Mistake]:
    match scale:
        case verb.Linear():
            yield from _posts(path, scale)
        case verb.Log():
            yield from _posts(path, scale)
            for key, post in (("worst", scale.worst), ("best", scale.best)):
                if post <= 0:
                    yield broken(LOG_POST, (*path, key), post=post)
        case verb.Steps():
            yield from _steps(path, scale)
        case verb.Levels():
            yield from _levels(path, scale)
        case verb.Curve():
            yield from _curve(path, scale)


def _posts(path: Path, scale: verb.Linear | verb.Log) -> Iterator[Mistake]:
    if scale.worst == scale.best:
        yield broken(EQUAL_POSTS, (*path, "best"), post=scale.best)


def _steps(path: Path, scale: verb.Steps) -> Iterator[Mistake]:
    for position, (lower, upper) in enumerate(pairwise(scale.steps), start=1):
        if upper.from_ <= lower.from_:
            yield broken(
                STEP_ORDER,
                (*path, "steps", position, "from"),
                first=lower.from_,
                second=upper.from_,
            )
    if _turns((scale.otherwise, *(step.points for step in scale.steps))):
        yield broken(STEP_TURN, (*path, "steps"))


def _curve(path: Path, scale: verb.Curve) -> Iterator[Mistake]:
    for position, (lower, upper) in enumerate(pairwise(scale.posts), start=1):
        if upper.at <= lower.at:
            inside = (*path, "posts", position, "at")
            yield broken(POST_ORDER, inside, first=lower.at, second=upper.at)
    if _turns(tuple(post.points for post in scale.posts)):
        yield broken(STEP_TURN, (*path, "posts"))


def _turns(points: Sequence[Fraction]) -> bool:
    return list(points) not in (sorted(points), sorted(points, reverse=True))


def _levels(path: Path, scale: verb.Levels) -> Iterator[Mistake]:
    seen: set[Fraction] = set()
    for position, level in enumerate(scale.levels):
        if level.level in seen:
            inside = (*path, "levels", position, "level")
            yield broken(SAME_LEVEL, inside, level=level.level)
        seen.add(level.level)


def _yes_no(
    path: Path, indicator: Indicator, answers: dict[str, FormField]
) -> Iterator[Mistake]:
    measure, scale = indicator.measure, indicator.scale
    if not isinstance(measure, verb.Answer) or not isinstance(scale, verb.Levels):
        return
    if (field := answers.get(measure.field)) is None or field.kind != "yes_no":
        return
    for level in (0, 1):
        if all(each.level != level for each in scale.levels):
            yield broken(YES_NO_LEVEL, (*path, "levels"), level=level)
