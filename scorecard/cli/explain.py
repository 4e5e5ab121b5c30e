"""`scorecard explain`: from a score back to the cells, as a tree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scorecard.cli.choices import (
    chosen_scorecard,
    json_option,
    read_results,
    results_option,
)
from scorecard.cli.group import built
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.tree import Tree

    from scorecard.explanation.steps import Step
    from scorecard.model import Participant, Scorecard
    from scorecard.rubric.nouns import Rubric

_HELP = Text(
    """Uraikan nilai peserta CODE dari jumlah akhir sampai ke sel asalnya.

    Dengan INDICATOR (kode indikator atau aspek dalam rubrik) hanya bagian itu yang
    diuraikan. Semuanya diambil dari berkas hasil; tidak ada yang dihitung ulang.

    Contoh: scorecard explain 21 completion_rate""",
    """Derive the score of the participant CODE, from the total down to the cells.

    With INDICATOR (the id of an indicator or a criterion in the rubric) only that part
    is derived. All of it comes from the results file; nothing is computed again.

    Example: scorecard explain 21 completion_rate""",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    code: str
    indicator: str | None
    results: Path
    as_json: bool


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "explain",
        language,
        lambda **words: explain(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(["code"]),
            click.Argument(["indicator"], required=False),
            results_option(language),
            json_option(language),
        ],
    )


def explain(request: Request) -> int:
    """Show how one score came about."""
    from scorecard.explanation.derivation import explain as derived

    source = read_results(request.results)
    scorecard = chosen_scorecard(source, request.code, request.language)
    node = request.indicator or ""
    _refuse_unknown(node, scorecard, source.rubric, request.language)
    step = derived(source.season, source.rubric, request.code, node)
    if request.as_json:
        from scorecard.cli.what_if_view import what_if_json

        content = {
            "participant": request.code,
            **what_if_json(source.season, request.language),
            **_json(step, request.language),
        }
        click.echo(json.dumps(content, indent=1, ensure_ascii=False))
        return 0
    from scorecard.cli.screen import screen, show
    from scorecard.cli.what_if_view import what_if_lines

    view = _view(step, scorecard.participant, request.language)
    show(screen(), chain(what_if_lines(source.season, request.language), view))
    return 0


def _refuse_unknown(
    node: str, scorecard: Scorecard, rubric: Rubric, language: Language
) -> None:
    """Raise a usage error for a node that the scorecard does not have."""
    known = {each.criterion for each in scorecard.criteria}
    known |= {each.indicator for each in scorecard.findings}
    if node and node not in known:
        words = _unknown_node(node, rubric) if scorecard.findings else None
        raise click.UsageError((words or scorecard.reason).in_(language))


def _unknown_node(node: str, rubric: Rubric) -> Text:
    return say(
        "Rubrik tidak mengenal indikator {node}. Yang ada: {known}.",
        "The rubric knows no indicator {node}. There are: {known}.",
        node=node,
        known=", ".join(each.id for each in rubric.nodes()),
    )


def _view(
    step: Step, participant: Participant, language: Language
) -> Iterator[RenderableType]:
    from rich.text import Text as Styled
    from rich.tree import Tree

    yield ""
    yield Styled(f"{participant.name} ({participant.code})", style="bold")
    tree = Tree(_words(step, language), guide_style="dim")
    _grow(tree, step, language)
    yield tree


def _grow(tree: Tree, step: Step, language: Language) -> None:
    for each in step.steps:
        _grow(tree.add(_words(each, language)), each, language)


def _words(step: Step, language: Language) -> RenderableType:
    from rich.text import Text as Styled

    style = {"total": "bold", "criterion": "bold cyan", "indicator": "bold"}
    words = Styled(step.words.in_(language), style=style.get(step.kind, ""))
    if step.id and step.kind in ("criterion", "indicator"):
        words.append(f"  [{step.id}]", style="dim")
    if step.place is not None:
        words.append(f"  ←\N{NO-BREAK SPACE}{step.place}", style="green")
    return words


def _json(step: Step, language: Language) -> dict[str, Any]:
    content: dict[str, Any] = {"kind": step.kind}
    if step.id:
        content["id"] = step.id
    content["words"] = step.words.in_(language)
    if step.place is not None:
        place = step.place
        content |= {"file": place.file, "sheet": place.sheet, "cell": place.cell}
        content |= {"line": place.line} if place.line else {}
    if step.steps:
        content["steps"] = [_json(each, language) for each in step.steps]
    return content
