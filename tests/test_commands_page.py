"""docs/commands.md lists every command, with its help and an example that parses."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from scorecard.cli.start import COMMANDS, command_line

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
HEADING = re.compile(r"^## `scorecard ([a-z-]+)`$", re.MULTILINE)
PARTS = HEADING.split(PAGE)
SECTIONS = dict(zip(PARTS[1::2], PARTS[2::2], strict=True))


def test_the_page_lists_the_commands_in_the_order_of_the_help():
    assert list(SECTIONS) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_help_in_both_languages(name):
    help_text = COMMANDS[name].help
    assert f"\n{help_text.en}\n\n{help_text.id}\n" in SECTIONS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_example_is_understood(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    examples = re.findall(r"^scorecard .*$", SECTIONS[name], re.MULTILINE)
    assert examples
    group = command_line("en")
    command = group.get_command(click.Context(group), name)
    assert command is not None
    for example in examples:
        tool, command_name, *words = shlex.split(example)
        assert (tool, command_name) == ("scorecard", name)
        command.make_context(name, words)
