"""Help, usage mistakes and languages of the command line, as real processes."""

from __future__ import annotations

import gettext
import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import scorecard
from scorecard.cli.language import chosen_language
from scorecard.cli.start import COMMANDS, command_line

ROOT = Path(__file__).parent.parent
NO_LOCALE = {
    name: value
    for name, value in os.environ.items()
    if name not in {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "SCORECARD_LANG"}
}
HEAVY = (
    *("pydantic", "openpyxl", "weasyprint", "xlsxwriter", "yaml", "rich", "babel"),
    *("jinja2", "holidays", "python_calamine", "multiprocessing", "numpy"),
)


def scorecard_process(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "scorecard", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=NO_LOCALE | environment,
        check=False,
    )


@pytest.mark.parametrize("words", [["--help"], ["evaluate", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(words):
    program = (
        "import sys; from scorecard.cli import main; code = main(sys.argv[1:]); "
        f"print([name for name in {HEAVY} if name in sys.modules]); sys.exit(code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_help_is_english_without_a_locale():
    run = scorecard_process("--help")
    assert run.returncode == 0
    assert run.stdout.startswith("Usage: scorecard [OPTIONS] COMMAND [ARGS]...\n")
    assert "Show the rankings of results.json again." in run.stdout


def test_help_is_indonesian_where_the_locale_is():
    run = scorecard_process("--help", LANG="id_ID.UTF-8")
    assert run.stdout.startswith("Cara pakai: scorecard [OPSI] PERINTAH [ARGUMEN]...\n")
    assert "\nOpsi:\n" in run.stdout
    assert "\nPerintah:\n" in run.stdout
    assert "Tampilkan bantuan ini lalu selesai." in run.stdout


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "id_ID.UTF-8"}, "id"),
        ([], {"LANG": "id_ID.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LC_MESSAGES": "id_ID", "LANG": "en_US"}, "id"),
        ([], {"LC_ALL": "C", "SCORECARD_LANG": "id"}, "id"),
        (["evaluate", "--lang", "en", "inputs"], {"SCORECARD_LANG": "id"}, "en"),
        (["--lang=id", "doctor"], {}, "id"),
        (["export", "--", "--lang", "id"], {}, "en"),
        (["--lang", "fr"], {"LANG": "id_ID"}, "id"),
    ],
)
def test_the_language_is_chosen_in_order(words, environment, language):
    assert chosen_language(words, environment) == language


def test_version():
    run = scorecard_process("--version")
    assert (run.returncode, run.stdout) == (0, f"scorecard {scorecard.__version__}\n")


def test_no_words_show_the_help_as_a_usage_mistake():
    run = scorecard_process()
    assert run.returncode == 2
    assert "Usage: scorecard" in run.stdout + run.stderr


def test_a_misspelt_command_is_guessed():
    run = scorecard_process("evalute", "inputs", SCORECARD_LANG="id")
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.splitlines()[-1] == (
        "Kesalahan: Perintah evalute tidak dikenal. Maksudnya evaluate?"
    )


@pytest.mark.parametrize(
    ("words", "indonesian"),
    [
        (["--foo"], "Kesalahan: Opsi '--foo' tidak dikenal."),
        (["evaluate"], "Kesalahan: Belum ada argumen 'INPUTS'."),
        (["rank", "--lang", "fr"], "tidak sah: 'fr' bukan salah satu dari 'id', 'en'."),
        (["doctor", "apa"], "Kesalahan: Ada argumen berlebih (apa)"),
        (["evaluate", "x/y"], "Jalur 'x/y' tidak ada."),
    ],
)
def test_clicks_own_words_are_indonesian_too(words, indonesian):
    run = scorecard_process(*words, SCORECARD_LANG="id")
    assert run.returncode == 2
    assert indonesian in run.stderr


def test_the_indonesian_catalogue_is_compiled_from_its_source():
    folder = ROOT / "scorecard" / "locale" / "id" / "LC_MESSAGES"
    with (folder / "messages.po").open("rb") as source:
        written = {
            message.id if isinstance(message.id, str) else message.id[0]: message.string
            for message in read_po(source)
            if message.id
        }
    with (folder / "messages.mo").open("rb") as compiled:
        spoken = gettext.GNUTranslations(compiled)
    for words, translation in written.items():
        if isinstance(translation, tuple):
            assert spoken.ngettext(words, words, 2) == translation[0]
        else:
            assert spoken.gettext(words) == translation


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(name, language):
    import click

    group = command_line(language)
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_a_closed_pipe_is_quiet():
    with subprocess.Popen(
        [sys.executable, "-m", "scorecard", "rubric", "schema"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.wait() == 141
        assert run.stderr.read() == b""
