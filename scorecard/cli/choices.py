"""What commands are given: a rubric by name or file, a results file, a date."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.typed import typed_name
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.evidence.cache import Cache
    from scorecard.model import Scorecard, Season
    from scorecard.rubric.nouns import Rubric

DEFAULT_RESULTS = "outputs/results.json"
_PACKAGE = Path(__file__).parent.parent


def shipped_rubrics() -> dict[str, Path]:
    """Name the rubrics that come with the tool; the first is the default."""
    others = sorted((_PACKAGE / "rubrics").glob("*.yaml"))
    return {
        "sp4n-lapor-tahunan": _PACKAGE / "rubric.yaml",
        **{path.stem: path for path in others},
    }


def rubric_path(choice: str | None, language: Language) -> Path | None:
    """Find a rubric by file or shipped name; None is the default rubric.

    Raises a usage error that lists the names.
    """
    if choice is None or choice in shipped_rubrics():
        return shipped_rubrics()[choice] if choice else None
    if Path(choice).is_file():
        return Path(choice)
    message = say(
        "Rubrik {choice} tidak ada. Sebutkan berkas YAML, atau salah satu dari:"
        " {names}.",
        "There is no rubric {choice}. Name a YAML file, or one of: {names}.",
        choice=choice,
        names=", ".join(shipped_rubrics()),
    )
    raise click.UsageError(message.in_(language))


@dataclass(frozen=True, slots=True)
class Source:
    """A season that was read again, and its rubric."""

    season: Season
    rubric: Rubric


def read_results(path: Path) -> Source:
    """Read results.json and the rubric inside; an interrupted swap is mended first."""
    from scorecard.folder import recover
    from scorecard.judged import applied_rubric
    from scorecard.results import load_results

    if not path.exists():
        recover(path.parent.resolve())
    season = load_results(path)
    return Source(season, applied_rubric(season, path.name).rubric)


def chosen_scorecard(source: Source, code: str, language: Language) -> Scorecard:
    """Find a participant's scorecard; raises a usage error that lists the codes."""
    try:
        return source.season.scorecard(code)
    except KeyError:
        codes = {each.participant.code for each in source.season.scorecards}
        message = unknown_code(code, codes)
        raise click.UsageError(message.in_(language)) from None


def unknown_code(code: str, known: set[str]) -> Text:
    """Say that no participant has the code, and which there are."""
    return say(
        "Tidak ada peserta berkode {code}. Yang ada: {known}.",
        "There is no participant with the code {code}. There are: {known}.",
        code=code,
        known=", ".join(sorted(known)),
    )


def file_option(name: str, language: Language, words: Text) -> click.Option:
    """Offer a file to be read or written."""
    return click.Option(
        [name],
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=Text("BERKAS", "FILE").in_(language),
        help=words.in_(language),
    )


def as_of_option(language: Language, words: Text) -> click.Option:
    """Offer `--as-of`, a day."""
    return click.Option(
        ["--as-of"],
        type=click.DateTime(["%Y-%m-%d"]),
        metavar=Text("TTTT-BB-HH", "YYYY-MM-DD").in_(language),
        help=words.in_(language),
    )


def results_option(language: Language) -> click.Option:
    """Offer `--results`."""
    return click.Option(
        ["--results"],
        type=click.Path(dir_okay=False, path_type=Path),
        default=Path(DEFAULT_RESULTS),
        show_default=True,
        metavar=Text("BERKAS", "FILE").in_(language),
        help=Text(
            "Berkas hasil dari scorecard evaluate.",
            "The results file that scorecard evaluate made.",
        ).in_(language),
    )


def rubric_option(language: Language) -> click.Option:
    """Offer `--rubric`."""
    return click.Option(
        ["--rubric"],
        metavar=Text("BERKAS|NAMA", "FILE|NAME").in_(language),
        help=Text(
            "Rubrik: berkas YAML atau nama rubrik bawaan, misalnya ombudsman-2023"
            f" (lihat: {typed_name()} rubric list).",
            "Rubric: a YAML file or the name of a shipped one, such as ombudsman-2023"
            f" (see: {typed_name()} rubric list).",
        ).in_(language),
    )


def day(chosen: datetime | None, default: date) -> date:
    """Take the chosen day, else the default; never the clock."""
    return chosen.date() if chosen else default


def available_workers() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def outputs_option(language: Language, default: Path) -> click.Option:
    """Offer `--outputs`."""
    return click.Option(
        ["-o", "--outputs", "folder"],
        type=click.Path(file_okay=False, path_type=Path),
        default=default,
        show_default=True,
        metavar="FOLDER",
        help=Text(
            "Folder hasil. Berkas scorecard yang lama di dalamnya diganti; berkas lain"
            " atau yang telah diubah tidak pernah dihapus.",
            "Folder for the files. Older files of scorecard in it are replaced; others,"
            " or files that were edited, are never deleted.",
        ).in_(language),
    )


def workers_option(language: Language) -> click.Option:
    """Offer `--workers`."""
    return click.Option(
        ["--workers"],
        type=click.IntRange(min=1, max=256),
        metavar="N",
        help=Text(
            "Banyaknya proses kerja (bawaan: sebanyak prosesor). Hasilnya sama.",
            "Number of worker processes (default: one a processor). The result is"
            " the same.",
        ).in_(language),
    )


def fail_on_option(language: Language) -> click.Option:
    """Offer `--fail-on`."""
    return click.Option(
        ["--fail-on"],
        type=click.Choice(["error", "warning", "never"]),
        default="error",
        show_default=True,
        help=Text(
            "Kode keluar 1 bila ada masalah setingkat ini atau lebih berat.",
            "Exit with code 1 if there are problems of this severity or worse.",
        ).in_(language),
    )


def no_cache_option(language: Language) -> click.Option:
    """Offer `--no-cache`."""
    return click.Option(
        ["--no-cache"],
        is_flag=True,
        help=Text(
            "Baca semua berkas lagi, juga yang tidak berubah. Hasilnya sama. Simpanan"
            " boleh dihapus kapan saja; SCORECARD_CACHE memindahkannya, atau off.",
            "Read all files again, also those that have not changed. The result is the"
            " same. The cache may be deleted at any time; SCORECARD_CACHE moves it,"
            " or off.",
        ).in_(language),
    )


def chosen_cache(*, no_cache: bool) -> Cache | None:
    """Give the user's cache, unless it is not wanted."""
    from scorecard.evidence.cache import user_cache

    return None if no_cache else user_cache(os.environ)


def json_option(language: Language) -> click.Option:
    """Offer `--json`."""
    return click.Option(
        ["--json", "as_json"],
        is_flag=True,
        help=Text(
            "Tulis ringkasan sebagai JSON saja pada stdout.",
            "Write the summary as JSON alone to stdout.",
        ).in_(language),
    )


def no_pdf_option(language: Language) -> click.Option:
    """Offer `--no-pdf`."""
    return click.Option(
        ["--no-pdf"],
        is_flag=True,
        help=Text(
            "Buat rapor dan piagam sebagai HTML siap cetak, bukan PDF.",
            "Make rapors and certificates as HTML ready to print, not as PDF.",
        ).in_(language),
    )


def template_option(language: Language) -> click.Option:
    """Offer `--template`."""
    return click.Option(
        ["--template"],
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="FOLDER",
        help=Text(
            "Folder berisi logo dan templat piagam dan rapor milik Anda (lihat"
            " docs/templates.md).",
            "Folder with your own logos and templates of certificate and rapor (see"
            " docs/templates.md).",
        ).in_(language),
    )
