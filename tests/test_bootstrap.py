"""The set-up, run for real in a copied folder with a stand-in for pip."""

from __future__ import annotations

import ast
import configparser
import fcntl
import os
import shutil
import string
import subprocess
import sys
import time
from pathlib import Path

import pytest

import bootstrap
import bootstrap_messages

ROOT = Path(__file__).parent.parent
SOURCES = (
    *("bootstrap.py", "bootstrap_messages.py"),
    *("requirements.lock", "setup.cfg", "pyproject.toml"),
)

# Takes the place of the venv's python: pip does as PIP_SAYS tells, the tool echoes.
STAND_IN = """#!/bin/sh
case "$*" in
    *" install "*) printf "$PIP_SAYS"; [ -z "$PIP_SAYS" ];;
    *pdf_engine*) echo "$ENGINE_SAYS";;
    *) echo "$@"; exit ${TOOL_EXITS:-0};;
esac
"""
USABLE = '{"usable": true, "command": "", "reason": "ready"}'
NO_PANGO = """{"usable": false, "reason": "the system library Pango is absent",
"command": "sudo apt-get install --no-install-recommends libpangoft2-1.0-0"}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the set-up whose venv module makes the stand-in."""
    copy = tmp_path / "my clone"
    copy.mkdir()
    for name in SOURCES:
        shutil.copy(ROOT / name, copy)
    stand_in = repr(STAND_IN)
    (tmp_path / "path" / "venv").mkdir(parents=True)
    (tmp_path / "path" / "ensurepip.py").touch()
    (tmp_path / "path" / "venv" / "__init__.py").touch()
    (tmp_path / "path" / "venv" / "__main__.py").write_text(
        "import pathlib, shutil, sys\n"
        "shutil.rmtree(sys.argv[-1], ignore_errors='--clear' in sys.argv)\n"
        "python = pathlib.Path(sys.argv[-1], 'bin', 'python')\n"
        "python.parent.mkdir(parents=True)\n"
        f"python.write_text({stand_in})\n"
        "python.chmod(0o755)\n"
    )
    return copy


def start(
    folder: Path, *words: str, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the copy with these words and environment settings, and no apt in reach."""
    bare = {
        "PATH": str(folder.parent / "bin"),
        "PYTHONPATH": str(folder.parent / "path"),
        "ENGINE_SAYS": USABLE,
        "LC_ALL": "C.UTF-8",
    }
    return subprocess.run(
        [sys.executable, str(folder / "bootstrap.py"), *words],
        env=bare | settings,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder.parent,
    )


def test_no_words_show_the_usage_in_the_language_of_the_locale(folder: Path) -> None:
    assert start(folder).stderr.startswith("Usage:\n  python3 bootstrap.py evaluate")
    indonesian = start(folder, LC_ALL="", LANG="id_ID.UTF-8")
    assert indonesian.stderr.startswith("Pemakaian:\n")
    assert (indonesian.returncode, indonesian.stdout) == (2, "")
    assert not (folder / ".venv").exists()


def test_first_start_tells_its_four_steps_and_runs_the_tool(folder: Path) -> None:
    first = start(folder, "evaluate", "my inputs/", TOOL_EXITS="4")
    steps = [line[:5] for line in first.stderr.splitlines()]
    assert steps == ["[1/4]", "[2/4]", "[3/4]", "[4/4]", "Ready"]
    assert first.stdout == "-P -m scorecard evaluate my inputs/\n"
    assert first.returncode == 4


def test_test_runs_pytest(folder: Path) -> None:
    at_once = "-n auto --maxprocesses 4 --dist loadfile"
    assert start(folder, "test", "-k", "x").stdout == f"-m pytest {at_once} -k x\n"


def test_second_start_is_silent_and_under_a_second(folder: Path) -> None:
    start(folder, "doctor")
    started = time.perf_counter()
    second = start(folder, "doctor", PIP_SAYS="pip must not be asked")
    assert time.perf_counter() - started < 1
    assert (second.stderr, second.returncode) == ("", 0)


@pytest.mark.parametrize("name", SOURCES[2:])
def test_a_changed_lock_or_setting_is_set_up_again(folder: Path, name: str) -> None:
    start(folder, "doctor")
    with (folder / name).open("a") as file:
        file.write("\n# changed\n")
    assert "[2/4]" in start(folder, "doctor").stderr


def test_a_moved_folder_is_set_up_again(folder: Path) -> None:
    start(folder, "doctor")
    assert "[2/4]" in start(folder.rename(folder.parent / "moved"), "doctor").stderr


def test_a_set_up_cut_off_before_its_stamp_is_made_anew(folder: Path) -> None:
    for half in (folder / ".venv" / "lib", folder / ".venv.previous" / "lib"):
        half.mkdir(parents=True)
    assert start(folder, "doctor").returncode == 0
    assert not (folder / ".venv" / "lib").exists()
    assert not (folder / ".venv.previous").exists()


FAILURES = {
    "NewConnectionError(Temporary failure in name resolution)": (
        "The packages could not be downloaded: no connection to the package server."
    ),
    "OSError: [Errno 28] No space left on device": "The disk is full: about 500 MB",
    "THESE PACKAGES DO NOT MATCH THE HASHES": "is not the one that requirements.lock",
    "ProxyError(407)": "was refused on its way (proxy or certificate)",
    "error: metadata-generation-failed": "its last words are shown.",
}


@pytest.mark.parametrize(("pip_says", "told"), FAILURES.items())
def test_a_failure_is_told_plainly_and_leaves_nothing(
    folder: Path, pip_says: str, told: str
) -> None:
    failed = start(folder, "evaluate", "inputs/", PIP_SAYS=pip_says)
    assert failed.returncode == 69
    assert told in failed.stderr
    assert failed.stderr.endswith("the same command can be given again.\n")
    assert not (folder / ".venv").exists()


def test_a_failed_renewal_keeps_the_former_environment(folder: Path) -> None:
    start(folder, "doctor")
    lock = (folder / "requirements.lock").read_text()
    (folder / "requirements.lock").write_text(lock + "# newer\n")
    assert start(folder, "doctor", PIP_SAYS="NewConnectionError").returncode == 69
    (folder / "requirements.lock").write_text(lock)
    assert start(folder, "doctor", PIP_SAYS="pip must not be asked").stderr == ""


def test_without_pango_the_command_is_named_and_the_tool_runs(folder: Path) -> None:
    told = start(folder, "doctor", ENGINE_SAYS=NO_PANGO)
    assert (
        "      PDFs cannot be made yet: the system library Pango is absent\n"
        "      Everything but the PDFs is made. To repair it:\n"
        "        sudo apt-get install --no-install-recommends libpangoft2-1.0-0\n"
    ) in told.stderr
    assert told.returncode == 0


def test_a_tool_that_does_not_start_is_not_mistaken_for_a_pdf_fault(
    folder: Path,
) -> None:
    assert "PDFs cannot" not in start(folder, "doctor", ENGINE_SAYS="").stderr


def test_a_python_without_pip_names_the_package(folder: Path) -> None:
    absent = "raise ImportError('not shipped')"
    for name in ("ensurepip.py", "pip.py"):
        (folder.parent / "path" / name).write_text(absent)
    told = start(folder, "doctor")
    package = f"python3.{sys.version_info.minor}-venv"
    assert f"Debian, Ubuntu   sudo apt-get install {package}\n" in told.stderr
    assert told.returncode == 69


def test_a_missing_lock_is_told(folder: Path) -> None:
    (folder / "requirements.lock").unlink()
    told = start(folder, "doctor")
    assert told.returncode == 69
    assert "requirements.lock" in told.stderr


def test_a_second_set_up_at_once_waits_and_finds_it_done(folder: Path) -> None:
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    line = [sys.executable, str(folder / "bootstrap.py"), "doctor"]
    settings = {"PATH": "", "PYTHONPATH": str(folder.parent / "path")}
    with subprocess.Popen(
        line, env=settings | {"ENGINE_SAYS": USABLE}, stderr=subprocess.PIPE
    ) as waiting:
        assert waiting.stderr is not None
        assert b"waiting" in waiting.stderr.readline()
        os.close(held)
        assert b"[1/4]" in waiting.stderr.read()


def test_too_old_a_python_goes_on_with_a_newer_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(bootstrap, "become", lambda line: became.append(line) or 0)
    newer = tmp_path / "python3.12"
    newer.write_text("")
    newer.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.main(["evaluate", "inputs/"]) == 0
    assert became == [[str(newer), bootstrap.__file__, "evaluate", "inputs/"]]


def test_too_old_a_python_alone_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LC_ALL", "C")
    assert bootstrap.main(["evaluate", "inputs/"]) == 69
    assert capsys.readouterr().err == (
        "Python 3.9 is too old: Python 3.11 or later is needed.\n"
        "Install it first, then: python3.11 bootstrap.py ...\n"
    )


@pytest.mark.parametrize("name", SOURCES[:2])
def test_an_old_python_can_read_the_set_up(name: str) -> None:
    ast.parse((ROOT / name).read_text(), feature_version=(3, 6))


def test_every_message_has_the_same_details_in_both_languages() -> None:
    for name, pair in bootstrap_messages.MESSAGES.items():
        details = [{part[1] for part in string.Formatter().parse(t)} for t in pair]
        assert details[0] == details[1], name


def test_the_lock_is_hashed_and_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    packages = [line for line in lock.splitlines() if line[:1].isalnum()]
    assert all("==" in line and line.endswith("\\") for line in packages)
    assert "://" not in lock
    assert any(line.startswith("setuptools==") for line in packages)


def test_every_data_file_of_the_package_is_installed_with_it() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    patterns = setup["options.package_data"]["scorecard"].split()
    package = ROOT / "scorecard"
    installed = {path for pattern in patterns for path in package.glob(pattern)}
    data = {path for path in package.rglob("*") if path.is_file()}
    code = {path for path in data if path.suffix in {".py", ".pyc"}}
    assert data - code - installed == set()
    assert {path.parent for path in code if path.suffix == ".py"} == {
        path.parent for path in package.rglob("__init__.py")
    }


def test_the_tool_is_told_how_it_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORECARD_COMMAND", "")
    monkeypatch.setattr(sys, "argv", ["my clone/bootstrap.py", "rank"])
    bootstrap.command(["rank"])
    assert os.environ["SCORECARD_COMMAND"] == "python3 'my clone/bootstrap.py'"
