"""From the shell's words to an exit code: every command starts and ends here."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

import scorecard
from scorecard.cli.group import Commands, Entry, PipeClosedError, language_option
from scorecard.cli.language import chosen_language, speak
from scorecard.cli.typed import typed_name
from scorecard.errors import ExitCode, ScorecardError
from scorecard.number import Language
from scorecard.wording import Text, say

# What a shell reports of a program that was stopped by a signal.
INTERRUPTED = 130
PIPE_CLOSED = 141

COMMANDS = {
    "template": Entry(
        "scorecard.cli.template:command",
        Text(
            "Buat borang kosong yang menghitung nilainya sendiri.",
            "Make the blank form, which works out its own score.",
        ),
    ),
    "evaluate": Entry(
        "scorecard.cli.evaluate:command",
        Text(
            "Nilai semua berkas masukan; buat peringkat, lembar, rapor dan piagam.",
            "Score all submissions; make rankings, sheets, rapors and certificates.",
        ),
    ),
    "check": Entry(
        "scorecard.cli.check:command",
        Text(
            "Periksa berkas masukan; tampilkan setiap masalah dan perbaikannya.",
            "Check submissions; show every problem and its repair.",
        ),
    ),
    "assess": Entry(
        "scorecard.cli.assess:command",
        Text(
            "Nilai berkas satu instansi sendiri, sebelum dikirim.",
            "Score one institution's own submission, before it is sent.",
        ),
    ),
    "explain": Entry(
        "scorecard.cli.explain:command",
        Text(
            "Uraikan sebuah nilai sampai ke sel asalnya.",
            "Derive a score from the cells it comes from.",
        ),
    ),
    "advise": Entry(
        "scorecard.cli.advise:command",
        Text(
            "Tunjukkan perbaikan yang paling menambah nilai.",
            "Show which repairs add most to the score.",
        ),
    ),
    "rank": Entry(
        "scorecard.cli.rank:command",
        Text(
            "Tampilkan lagi peringkat dari results.json.",
            "Show the rankings of results.json again.",
        ),
    ),
    "robustness": Entry(
        "scorecard.cli.robustness:command",
        Text(
            "Uji seberapa kokoh peringkat dan penghargaan.",
            "Test how sure places and awards are.",
        ),
    ),
    "compare": Entry(
        "scorecard.cli.compare:command",
        Text(
            "Bandingkan dua musim, atau dua periode dari satu ekspor.",
            "Compare two seasons, or two periods of one export.",
        ),
    ),
    "history": Entry(
        "scorecard.cli.history:command",
        Text(
            "Simpan musim-musim dalam satu berkas; tampilkan perkembangannya.",
            "Keep seasons in one file; show how each participant developed.",
        ),
    ),
    "export": Entry(
        "scorecard.cli.export:command",
        Text(
            "Buat lagi berkas keluaran dari results.json saja.",
            "Make output files again from results.json alone.",
        ),
    ),
    "verify": Entry(
        "scorecard.cli.verify:command",
        Text(
            "Periksa apakah hasil masih seperti ketika disegel.",
            "Check whether results are still as they were sealed.",
        ),
    ),
    "certificate": Entry(
        "scorecard.cli.certificate:command",
        Text(
            "Tanda tangani, periksa, cabut atau terbitkan lagi piagam.",
            "Sign, verify, revoke or reissue certificates.",
        ),
    ),
    "rubric": Entry(
        "scorecard.cli.rubric:command",
        Text(
            "Periksa atau tampilkan rubrik penilaian.",
            "Check or show the scoring rubric.",
        ),
    ),
    "doctor": Entry(
        "scorecard.cli.doctor:command",
        Text(
            "Periksa apakah komputer ini siap.",
            "Examine whether this computer is ready.",
        ),
    ),
}


def run(words: Sequence[str]) -> int:
    """Run a command; each way of ending has its exit code."""
    language = chosen_language(words, os.environ)
    speak(language)
    _write_what_the_terminal_can_show()
    try:
        return _run(words, language)
    except ScorecardError as error:
        from scorecard.cli.problems import show_error

        show_error(error, language, as_json="--json" in words)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo(_INTERRUPTED.in_(language), err=True)
        return INTERRUPTED
    except PipeClosedError:
        return _leave_quietly()
    except Exception as error:  # noqa: BLE001  the last net: a bug, said as one
        return _confess(error, language)


def command_line(language: Language) -> click.Group:
    """Build the tool's commands in one language."""
    return Commands(
        "scorecard",
        COMMANDS,
        language=language,
        help=Text(
            "Menilai pengelolaan pengaduan SP4N-LAPOR! dengan satu rubrik.",
            "Score the handling of SP4N-LAPOR! complaints by one rubric.",
        ).in_(language),
        params=[language_option(language), _version_option(language)],
    )


_INTERRUPTED = say(
    "Dihentikan. Hasil lama tidak diubah.", "Stopped. The old results are unchanged."
)


def _run(words: Sequence[str], language: Language) -> int:
    result = command_line(language).main(
        args=list(words), prog_name=typed_name(), standalone_mode=False
    )
    return result if isinstance(result, int) else ExitCode.DONE


def _version_option(language: Language) -> click.Option:
    def show(context: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            click.echo(f"scorecard {scorecard.__version__}")
            context.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=Text("Tampilkan versi lalu selesai.", "Show the version and exit.").in_(
            language
        ),
    )


def _write_what_the_terminal_can_show() -> None:
    """Print a question mark, rather than fail, where an encoding lacks a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _leave_quietly() -> int:
    # Python flushes stdout once more at its end; nobody reads there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _confess(error: Exception, language: Language) -> int:
    if os.environ.get("SCORECARD_DEBUG"):
        traceback.print_exception(error)
        return ExitCode.BUG
    message = say(
        "Ada kekeliruan di dalam scorecard sendiri, bukan pada berkas Anda"
        " ({kind}: {words}).\nHasil lama tidak diubah. Untuk melaporkannya, jalankan"
        " lagi dengan SCORECARD_DEBUG=1 dan sertakan yang tampil.",
        "There is a mistake in scorecard itself, not in your files ({kind}: {words}).\n"
        "The old results are unchanged. To report it, run again with"
        " SCORECARD_DEBUG=1 and send along what is shown.",
        kind=type(error).__name__,
        words=str(error) or "—",
    )
    click.echo(message.in_(language), err=True)
    return ExitCode.BUG
