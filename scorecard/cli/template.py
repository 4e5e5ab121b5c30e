"""`scorecard template`: the blank form, for one participant, for all, or for anyone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from scorecard.cli.choices import rubric_option, rubric_path
from scorecard.cli.group import built
from scorecard.cli.progress import Step, progress
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.artifact import Artifact
    from scorecard.model import Participant
    from scorecard.rubric.load import LoadedRubric
    from scorecard.sheets.form.places import Plan

_HELP = Text(
    """Buat borang kosong dari rubrik: petunjuk, isian, dan skor yang dihitung langsung.

    CODE adalah kode peserta, misalnya 74.71. Dengan --all dibuat borang untuk seluruh
    daerah (atau semua yang ada dalam --participants); dengan --blank, satu borang
    tanpa kode.

    Contoh: scorecard template 74.71 -o borang.xlsx""",
    """Make the blank form from the rubric: guide, cells to fill, and a live score.

    CODE is a participant's code, such as 74.71. With --all, forms are made for all
    regions (or all of --participants); with --blank, one form without a code.

    Example: scorecard template 74.71 -o form.xlsx""",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    code: str | None
    everyone: bool
    blank: bool
    path: Path | None
    participants: Path | None
    rubric: str | None


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "template",
        language,
        lambda **words: template(Request(language, **words)),
        help=_HELP,
        params=[click.Argument(["code"], required=False), *_options(language)],
    )


def template(request: Request) -> int:
    """Write the form or the forms, and say where they are."""
    from scorecard.rubric.load import load_rubric

    if sum((request.code is not None, request.everyone, request.blank)) != 1:
        _refuse(request, _ONE_OF_THREE)
    loaded = load_rubric(rubric_path(request.rubric, request.language))
    known = _known(request, loaded)
    if request.everyone:
        return _everyone(request, loaded, known)
    participant = None if request.blank else _named(request, known)
    return _single(request, loaded, participant)


_ONE_OF_THREE = Text(
    "Sebutkan satu kode peserta, atau --all, atau --blank.",
    "Name one participant's code, or --all, or --blank.",
)


def _known(request: Request, loaded: LoadedRubric) -> dict[str, Participant]:
    """List the participants by code: the official regions, or those of the file."""
    from scorecard.evidence.participants import read_participants
    from scorecard.evidence.regions import regions

    if request.participants is None:
        return dict(regions())
    path = request.participants
    found = read_participants(path, path.name, loaded.rubric)
    if found.problems:
        from scorecard.errors import ExitCode, ScorecardError

        raise ScorecardError(ExitCode.INPUT, found.problems)
    return {each.code: each for each in found.participants}


def _named(request: Request, known: dict[str, Participant]) -> Participant:
    from scorecard.evidence.regions import normalised_code

    code = normalised_code(request.code or "")
    if code not in known:
        _refuse(
            request,
            say(
                "Tidak ada peserta berkode {code}. Kode daerah tertulis seperti 21 "
                "atau 74.71; peserta lain disebut dalam --participants.",
                "There is no participant with the code {code}. Codes of regions are "
                "written as 21 or 74.71; others are named in --participants.",
                code=request.code or "",
            ),
        )
    return known[code]


def _single(
    request: Request, loaded: LoadedRubric, participant: Participant | None
) -> int:
    from scorecard.export import write_alone
    from scorecard.names import stem_of
    from scorecard.sheets.form.workbook import form_workbook

    plan = _plan(loaded, participant)
    if plan is None:
        _refuse(request, _without_category(participant))
    stem = stem_of(participant.code, participant.name) if participant else "borang"
    path = request.path or Path(f"{stem}.xlsx")
    write_alone(form_workbook(plan), path)
    click.echo(path.as_posix())
    return 0


def _everyone(
    request: Request, loaded: LoadedRubric, known: dict[str, Participant]
) -> int:
    from scorecard.export import write

    folder = request.path or Path("forms")
    words = Text("Membuat borang", "Making forms").in_(request.language)
    with progress(words) as step:
        made = _with_listing(_forms(request, loaded, known, step))
        files = write(made, folder)
    told = say(
        "{n} borang di {folder}.",
        "{n} forms in {folder}.",
        n=len(files) - 2,
        folder=folder.as_posix(),
    )
    click.echo(told.in_(request.language))
    return 0


def _forms(
    request: Request,
    loaded: LoadedRubric,
    known: dict[str, Participant],
    step: Step | None,
) -> Iterator[Artifact]:
    from scorecard.artifact import Artifact
    from scorecard.names import stem_of
    from scorecard.sheets.form.copies import Skeleton, form_for
    from scorecard.sheets.form.workbook import form_skeleton

    skeletons: dict[str, Skeleton] = {}
    for number, code in enumerate(sorted(known), 1):
        plan = _plan(loaded, known[code])
        if plan is None:
            click.echo(_without_category(known[code]).in_(request.language), err=True)
        else:
            if plan.category.id not in skeletons:
                skeletons[plan.category.id] = form_skeleton(plan)
            content = form_for(skeletons[plan.category.id], plan.participant)
            yield Artifact(f"{stem_of(code, known[code].name)}.xlsx", content)
        if step is not None:
            step(number, len(known))


def _with_listing(made: Iterator[Artifact]) -> Iterator[Artifact]:
    """Add what the folder holds, so that a later run may take its place."""
    from scorecard.artifact import Artifact
    from scorecard.manifest import FORMAT, MANIFEST, entry, sums

    files = []
    for each in made:
        files.append(entry(each))
        yield each
    outputs = [
        {"path": file.path, "size": file.size, "sha256": file.sha256} for file in files
    ]
    text = json.dumps({"format": FORMAT, "outputs": outputs}, indent=1) + "\n"
    listing = Artifact(MANIFEST, text.encode())
    yield listing
    yield sums((*files, entry(listing)))


def _plan(loaded: LoadedRubric, participant: Participant | None) -> Plan | None:
    from scorecard.sheets.form.places import Plan

    rubric = loaded.rubric
    category = rubric.categories[0]
    if participant is not None:
        chosen = rubric.category_of(participant.type)
        listed = [c for c in rubric.categories if c.id == participant.category]
        found = listed[0] if listed else chosen
        if found is None:
            return None
        category = found
    return Plan(rubric, category, rubric.language, participant, loaded.sha256)


def _without_category(participant: Participant | None) -> Text:
    return say(
        "Rubrik ini tidak mempunyai kategori untuk {name}.",
        "This rubric has no category for {name}.",
        name=participant.name if participant else "",
    )


def _refuse(request: Request, message: Text) -> NoReturn:
    raise click.UsageError(message.in_(request.language))


def _options(language: Language) -> tuple[click.Option, ...]:
    flags = (("--all", "everyone", _ALL), ("--blank", "blank", _BLANK))
    return (
        *(
            click.Option([flag, name], is_flag=True, help=words.in_(language))
            for flag, name, words in flags
        ),
        click.Option(
            ["-o", "--output", "path"],
            type=click.Path(path_type=Path),
            metavar="PATH",
            help=_OUTPUT.in_(language),
        ),
        click.Option(
            ["--participants"],
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help=_PARTICIPANTS.in_(language),
        ),
        rubric_option(language),
    )


_ALL = Text("Borang untuk semua.", "Forms for all.")
_BLANK = Text("Satu borang tanpa kode dan nama.", "One form without code and name.")
_OUTPUT = Text(
    "Berkas hasil; dengan --all, folder yang isinya diganti seluruhnya.",
    "The file; with --all, a folder whose content is replaced as a whole.",
)
_PARTICIPANTS = Text(
    "Daftar peserta: code,name,category.", "List of participants: code,name,category."
)
