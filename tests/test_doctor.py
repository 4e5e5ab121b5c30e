"""What the doctor finds, on this computer and on computers that lack something."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scorecard import doctor, engine
from scorecard.doctor import DEPENDENCIES, Check, checks, pdf_engine
from scorecard.wording import Text

ROOT = Path(__file__).parent.parent
APT = "apt-get install --no-install-recommends"


@pytest.fixture
def fresh_trial() -> Iterator[None]:
    """Have the engine tried anew in this test, and again after it."""
    pdf_engine.cache_clear()
    yield
    pdf_engine.cache_clear()


@pytest.fixture
def child_says(
    fresh_trial: None, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, int], None]:
    """Return a function that sets what the trial's child prints and exits with."""

    def says(words: str, code: int) -> None:
        answer = subprocess.CompletedProcess([], code, words.encode(), b"")
        monkeypatch.setattr(engine.subprocess, "run", lambda *_, **__: answer)

    monkeypatch.setattr(engine.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(engine.shutil, "which", lambda name: name == "apt-get")
    return says


# What the child prints and exits with: usable, reason, command.
TRIALS = {
    ("ready\n", 0): (True, "ready", ""),
    ("Could not import some external libraries.\nno_library\n", 0): (
        False,
        "the system library Pango is absent",
        f"sudo {APT} libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    ("no_subsetter\n", 0): (
        True,
        "ready, but without the HarfBuzz-subset library",
        f"sudo {APT} libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    ("", -11): (
        False,
        "the trial print failed; usually because there is no font at all",
        f"sudo {APT} fonts-dejavu-core",
    ),
    ("no_package\n", 0): (
        False,
        "the package WeasyPrint is not installed",
        "python3 bootstrap.py doctor",
    ),
}


@pytest.mark.parametrize(("child", "expected"), TRIALS.items())
def test_the_engine_names_what_hinders_it_and_the_command(
    child_says: Callable[[str, int], None],
    child: tuple[str, int],
    expected: tuple[bool, str, str],
) -> None:
    child_says(*child)
    found = pdf_engine()
    assert (found.usable, found.reason.en, found.install_command) == expected


def test_root_and_homebrew_need_no_sudo(
    child_says: Callable[[str, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    child_says("no_library", 0)
    monkeypatch.setattr(engine.os, "geteuid", lambda: 0)
    assert pdf_engine().install_command.startswith("apt-get install")
    pdf_engine.cache_clear()
    monkeypatch.setattr(engine.os, "geteuid", lambda: 501)
    monkeypatch.setattr(engine.shutil, "which", lambda name: name == "brew")
    assert pdf_engine().install_command == "brew install pango harfbuzz"


def test_the_trial_is_made_once_a_process(
    child_says: Callable[[str, int], None],
) -> None:
    child_says("ready", 0)
    assert pdf_engine() is pdf_engine()


@pytest.mark.usefixtures("fresh_trial")
def test_a_trial_that_hangs_is_not_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("python", 30)

    monkeypatch.setattr(engine.subprocess, "run", hang)
    assert not pdf_engine().usable


@pytest.mark.usefixtures("fresh_trial")
def test_without_any_system_font_the_bundled_one_prints(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if not pdf_engine().has_pango:
        pytest.skip("Pango is absent here")
    configuration = tmp_path / "fonts.conf"
    configuration.write_text("<fontconfig><dir>/nowhere</dir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(configuration))
    pdf_engine.cache_clear()
    assert pdf_engine().usable


def test_a_missing_package_is_needed_and_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "DEPENDENCIES", (("no-such-thing", "no_such"),))
    assert check("no-such-thing") == Check(
        id="no-such-thing",
        ok=False,
        level="needed",
        found=Text("tidak ada", "absent"),
        repair=Text(
            "Hapus folder .venv, lalu jalankan: python3 bootstrap.py doctor",
            "Delete the folder .venv, then run: python3 bootstrap.py doctor",
        ),
    )


def test_results_can_go_to_a_folder_that_is_still_to_be_made(tmp_path: Path) -> None:
    assert check("outputs", tmp_path / "deep" / "outputs").ok


def test_results_cannot_go_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    found = check("outputs", tmp_path / "taken" / "outputs")
    assert (found.ok, found.found.id) == (False, "tidak dapat ditulis")


def test_programs_are_optional_and_found_by_any_of_their_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor.shutil, "which", {"libreoffice": "/opt/libreoffice"}.get)
    office, chromium = check("libreoffice"), check("chromium")
    assert (office.ok, office.found.en) == (True, "/opt/libreoffice")
    assert (chromium.ok, chromium.level) == (False, "optional")


def test_the_dependencies_are_those_of_setup_cfg() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    lines = setup["options"]["install_requires"].split()
    names = [re.split("[<>=]", line)[0] for line in lines]
    assert sorted(name for name, _ in DEPENDENCIES) == sorted(names)


def test_the_doctor_loads_none_of_the_heavy_packages() -> None:
    question = (
        "import sys; from scorecard import doctor; "
        "print(sorted({'weasyprint', 'openpyxl', 'pydantic'} & set(sys.modules)))"
    )
    line = [sys.executable, "-c", question]
    answer = subprocess.run(line, capture_output=True, text=True, cwd=ROOT, check=True)
    assert answer.stdout == "[]\n"


def check(name: str, outputs: Path = Path("outputs")) -> Check:
    """Return the check of this name."""
    return next(found for found in checks(outputs) if found.id == name)
