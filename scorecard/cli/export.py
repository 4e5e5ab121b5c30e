"""`scorecard export`: any output file again, from results.json alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from scorecard.cli.choices import (
    DEFAULT_RESULTS,
    Source,
    available_workers,
    no_pdf_option,
    outputs_option,
    read_results,
    template_option,
    workers_option,
)
from scorecard.cli.group import built
from scorecard.cli.progress import progress
from scorecard.cli.selection import Selection, chosen_codes, selection_options
from scorecard.errors import ExitCode
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.engine import PdfEngine
    from scorecard.model import InputFile
    from scorecard.wanted import Document, Wanted

_FORMATS = ("xlsx", "pdf", "json", "csv", "html", "all")
_HELP = Text(
    """Buat lagi berkas keluaran dari results.json saja, sama sampai ke bita terakhir.

    WORDS adalah berkas .json (bawaan: outputs/results.json) dan kode peserta. Tanpa
    pilihan peserta dibuat berkas untuk seluruh musim (rekap, daftar masalah); dengan
    kode, --category atau --province, berkas peserta itu; dengan --all, semuanya.
    Pilihan yang digabung harus dipenuhi semuanya.

    Lembar kepatuhan setiap peserta dibuat menurut --format: xlsx (hidup, berumus), pdf
    (siap cetak), csv (satu baris satu indikator), json. Format pdf juga berarti rapor
    dan piagam; --only membatasinya. Tanpa --format dibuat berkas yang sama dengan
    scorecard evaluate. Berkas lain dari hasil yang sama tetap ada di folder; berkas
    yang telah Anda isi tidak pernah ditimpa.

    Contoh: scorecard export --format pdf --only compliance --province 74""",
    """Make output files again from results.json alone, the same to the last byte.

    WORDS are a .json file (default: outputs/results.json) and participants' codes.
    Without a choice of participants the season's own files are made (recap, list of
    problems); with codes, --category or --province, those participants' files; with
    --all, everything. Choices that are combined must all be met.

    Each participant's compliance sheet is made in the --format: xlsx (live, with
    formulas), pdf (to print), csv (one row an indicator), json. The format pdf also
    means rapors and certificates, html the report page of the whole season; --only
    narrows it down. Without --format the files
    are those of scorecard evaluate. Other files of the same results stay in the
    folder; files that you have filled in are never overwritten.

    Example: scorecard export --format pdf --only compliance --province 74""",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    words: tuple[str, ...]
    format: str
    everyone: bool
    folder: Path
    workers: int | None
    no_pdf: bool
    template: Path | None
    only: tuple[Document, ...] = ()
    categories: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()

    @property
    def results(self) -> Path:
        """The results file that is named, or the default."""
        named = [word for word in self.words if word.endswith(".json")]
        return Path(named[0] if named else DEFAULT_RESULTS)

    @property
    def codes(self) -> tuple[str, ...]:
        """The participants' codes that are named."""
        return tuple(word for word in self.words if not word.endswith(".json"))

    @property
    def selection(self) -> Selection:
        """Whose files are asked for."""
        return Selection(self.codes, self.categories, self.provinces)


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "export",
        language,
        lambda **words: export(Request(language, **words)),
        help=_HELP,
        params=[click.Argument(["words"], nargs=-1), *_options(language)],
    )


def export(request: Request) -> int:
    """Make the files that are wanted, and say where they are."""
    from scorecard.engine import PdfEngine, pdf_engine
    from scorecard.wanted import number_of_files

    _check_words(request)
    source = read_results(request.results)
    only = _wanted(request, source)
    if number_of_files(source.season, only) == 0:
        raise click.UsageError(_NOTHING.in_(request.language))
    asks_pdf = "pdf" in only.kinds and not request.no_pdf
    engine = pdf_engine() if asks_pdf else PdfEngine(False, Text("", ""), "")
    files = _written(request, source, only, engine)
    return _told(request, files, engine if asks_pdf else None)


_NOTHING = Text(
    "Format ini dibuat untuk masing-masing peserta: sebutkan kode peserta, atau --all.",
    "This format is made for each participant: name their codes, or --all.",
)


def _check_words(request: Request) -> None:
    if sum(word.endswith(".json") for word in request.words) > 1:
        _refuse(request, _ONE_RESULTS)
    if request.codes and request.everyone:
        _refuse(request, _CODES_OR_ALL)


_ONE_RESULTS = Text("Sebutkan satu berkas hasil saja.", "Name one results file only.")
_CODES_OR_ALL = Text(
    "Pilih kode peserta atau --all, tidak keduanya.",
    "Choose participants' codes or --all, not both.",
)


def _wanted(request: Request, source: Source) -> Wanted:
    from scorecard.wanted import DOCUMENTS, KINDS, Wanted

    kinds = tuple(kind for kind in KINDS if request.format in (kind, "all"))
    # All that an evaluation makes holds compliance sheets as workbooks alone.
    as_evaluated = request.format == "all" and not request.only
    participants: tuple[str, ...] | None = ()
    if not request.selection.is_empty:
        participants = chosen_codes(source, request.selection, request.language)
    elif request.everyone:
        participants = None
    return Wanted(
        kinds,
        participants,
        season_wide=request.selection.is_empty and not request.only,
        documents=request.only or DOCUMENTS,
        sheets=("xlsx",) if as_evaluated else kinds,
    )


def _written(
    request: Request, source: Source, only: Wanted, engine: PdfEngine
) -> tuple[InputFile, ...]:
    from scorecard.export import artifacts, kept, refuse_foreign, write
    from scorecard.pages.look import BUNDLED
    from scorecard.pages.look_folder import read_look

    look = (
        read_look(request.template, source.rubric) if "pdf" in only.kinds else BUNDLED
    )
    refuse_foreign(request.folder)
    stays = kept(source.season, request.folder)
    words = Text("Membuat berkas", "Making files").in_(request.language)
    with progress(words) as step:
        made = artifacts(
            source.season,
            source.rubric,
            workers=request.workers or available_workers(),
            pdf=engine,
            progress=step,
            only=only,
            kept=stays,
            look=look,
        )
        return write(made, request.folder, kept=stays)


def _told(
    request: Request, files: tuple[InputFile, ...], pdf: PdfEngine | None
) -> ExitCode:
    for file in files:
        click.echo((request.folder / file.path).as_posix())
    if pdf is None or pdf.usable:
        return ExitCode.DONE
    from scorecard.cli.outcome import without_pdf

    click.echo(without_pdf(pdf).in_(request.language), err=True)
    if pdf.install_command:
        click.echo(pdf.install_command, err=True)
    return ExitCode.PDF


def _refuse(request: Request, message: Text) -> NoReturn:
    raise click.UsageError(message.in_(request.language))


def _options(language: Language) -> tuple[click.Option, ...]:
    return (
        click.Option(
            ["--format"],
            type=click.Choice(_FORMATS),
            default="all",
            show_default=True,
            help=Text("Jenis berkas.", "Kind of files.").in_(language),
        ),
        click.Option(
            ["--all", "everyone"],
            is_flag=True,
            help=Text(
                "Seluruh musim dan semua peserta.", "The season and all participants."
            ).in_(language),
        ),
        *_choices(language),
        outputs_option(language, Path("exports")),
        workers_option(language),
        no_pdf_option(language),
        template_option(language),
    )


def _choices(language: Language) -> tuple[click.Option, ...]:
    return (
        *selection_options(language),
        _only(language),
    )


def _only(language: Language) -> click.Option:
    return click.Option(
        ["--only"],
        type=click.Choice(["compliance", "rapor", "certificates", "report"]),
        multiple=True,
        help=Text(
            "Dokumen ini saja: lembar kepatuhan, rapor, piagam, atau halaman laporan.",
            "These documents alone: compliance sheets, rapors, certificates or the"
            " report page.",
        ).in_(language),
    )
