#!/usr/bin/env python3
"""Set the tool up beside this file, then run it: one command, nothing but Python.

The set-up is a virtual environment with the locked dependencies, each checked by its
hash, and the system libraries that make PDFs. A stamp remembers what was set up, so
that a later start goes straight to the tool. Pip's own configuration is respected.

Exit codes: 69 when the set-up is impossible, 130 when it is stopped by hand, 2 without
words; otherwise the code of the tool or of the tests.
"""

# Python 3.6 and later must be able to read this file, to say that it is too old.
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote

from bootstrap_messages import cause, is_indonesian, text

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENVIRONMENT / "scorecard.stamp"  # what it was made from; written last
OLDEST = (3, 11)
# The tests of one file share what they have made, so they stay in one process.
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
UNAVAILABLE = 69
INTERRUPTED = 130


class SetupError(Exception):
    """What stops the set-up, in words for the user."""


def main(words: "list[str]") -> int:
    """Set up what is missing, then become the tool or the tests."""
    if not words:
        say("usage")
        return 2
    if sys.version_info < OLDEST:
        return leave_old_python(words)
    try:
        if not is_ready():
            with_lock(set_up)
    except (SetupError, OSError) as error:
        say("stopped", error=error)
        say("undone")
        return UNAVAILABLE
    except KeyboardInterrupt:
        say("interrupted")
        say("undone")
        return INTERRUPTED
    return become(command(words))


def leave_old_python(words: "list[str]") -> int:
    """Go on with the newest Python on the path, if there is one; else say so."""
    import shutil

    found = "{}.{}".format(*sys.version_info)
    for minor in range(30, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            say("newer_python", found=found, newer=newer)
            return become([newer, __file__, *words])
    say("old_python", found=found, oldest="{}.{}".format(*OLDEST))
    return UNAVAILABLE


def command(words: "list[str]") -> "list[str]":
    """Return the command line that the words stand for, in the environment.

    The tool runs with -P: a stray yaml.py in the user's folder must not be imported.
    """
    if words[0] == "test":
        os.chdir(ROOT)
        return [str(PYTHON), "-m", "pytest", *SIDE_BY_SIDE, *words[1:]]
    # So that the tool names commands as this user has to type them.
    os.environ["SCORECARD_COMMAND"] = "python3 " + quote(sys.argv[0])
    return [str(PYTHON), "-P", "-m", "scorecard", *words]


def become(line: "list[str]") -> int:
    """Replace this process, so that signals and the exit code are the child's."""
    if os.name == "nt":  # its exec returns to the shell before the child has ended
        return subprocess.call(line)
    return os.execv(line[0], line)


def is_ready() -> bool:
    """Tell whether the stamp is that of this lock, this Python and this place."""
    try:
        return STAMP.read_text() == digest() and PYTHON.exists()
    except OSError:
        return False


def digest() -> str:
    """Condense all that the environment was made from."""
    base = "{} {}.{} {}".format(ROOT, *sys.version_info[:2], sys.base_prefix)
    parts = [base.encode("utf-8", "surrogateescape")]
    for name in ("requirements.lock", "setup.cfg", "pyproject.toml"):
        parts.append((ROOT / name).read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def with_lock(work: "Callable[[], None]") -> None:
    """Do the work alone: a second start waits, then finds it done."""
    try:
        import fcntl
    except ImportError:  # Windows: two set-ups at once are the user's to avoid
        return work()
    folder = os.open(str(ROOT), os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting")
            fcntl.flock(folder, fcntl.LOCK_EX)
        return None if is_ready() else work()
    finally:
        os.close(folder)


def set_up() -> None:
    """Make the environment anew; on any failure put the former one back."""
    import shutil
    import time

    started = time.monotonic()
    former = ROOT / ".venv.previous"
    shutil.rmtree(str(former), ignore_errors=True)
    if STAMP.exists():
        ENVIRONMENT.rename(former)
    try:
        install()
        STAMP.write_text(digest())
    except BaseException:
        shutil.rmtree(str(ENVIRONMENT), ignore_errors=True)
        if former.exists():
            former.rename(ENVIRONMENT)
        raise
    shutil.rmtree(str(former), ignore_errors=True)
    say("ready", seconds=time.monotonic() - started)


def install() -> None:
    """Do the four steps."""
    say("venv", path=ENVIRONMENT)
    pip = make_environment()
    say("packages")
    lock = ROOT / "requirements.lock"
    run([*pip, "install", "--require-hashes", "--requirement", str(lock)])
    say("tool")
    run([*pip, *EDITABLE, str(ROOT)])
    say("pdf")
    provide_pdf_libraries()


def make_environment() -> "list[str]":
    """Make the virtual environment; return the pip command that fills it.

    Debian's Python lacks ensurepip: apt adds it, or an outer pip does the filling.
    """
    if not has("ensurepip"):
        apt([venv_package()])
    venv = [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]
    if has("ensurepip"):
        run(venv)
        return [str(PYTHON), *PIP]
    if has("pip"):
        run([*venv, "--without-pip"])
        return [sys.executable, *PIP, "--python", str(PYTHON)]
    raise SetupError(text("no_pip", venv=venv_package()))


PIP = ("-m", "pip", "--no-input", "--disable-pip-version-check")
# The clone itself is run, by the locked setuptools, so that nothing more is fetched;
# "compat" is one line with the clone's path, where the default slows every start.
EDITABLE = (
    *("install", "--no-build-isolation", "--no-deps"),
    *("--config-settings", "editable_mode=compat", "--editable"),
)


def has(module: str) -> bool:
    """Tell whether this Python can import the module, now."""
    return quietly([sys.executable, "-c", f"import {module}"]) == 0


def venv_package() -> str:
    """Return the name of Debian's package that brings ensurepip."""
    return "python{}.{}-venv".format(*sys.version_info)


def provide_pdf_libraries() -> None:
    """Have apt install what WeasyPrint misses; where it cannot, say so and go on."""
    engine = pdf_engine()
    words = engine["command"].split()
    if "apt-get" in words:
        packages = words[words.index("install") + 1 :]
        if apt([word for word in packages if not word.startswith("-")]):
            engine = pdf_engine()
    if not engine["usable"]:
        say("no_pdf", **engine)


def pdf_engine() -> "dict[str, str]":
    """Ask the installed tool what hinders PDFs and which command mends it."""
    import json

    language = "id" if is_indonesian() else "en"
    question = (
        "import json; from scorecard.engine import pdf_engine; found = pdf_engine(); "
        "print(json.dumps({'usable': found.usable, 'command': found.install_command, "
        f"'reason': found.reason.{language}}}))"
    )
    line = [str(PYTHON), "-P", "-c", question]
    answer = subprocess.run(line, check=False, stdout=subprocess.PIPE)
    if answer.returncode:  # the tool itself does not start: it will tell why
        return {"usable": "unknown", "command": ""}
    return json.loads(answer.stdout)


def apt(packages: "list[str]") -> bool:
    """Install Debian packages, if this user may without being asked; tell whether."""
    import shutil

    if not shutil.which("apt-get"):
        return False
    prefix = []
    if os.geteuid():
        prefix = ["sudo", "-n"]
        if not shutil.which("sudo") or quietly([*prefix, "true"]):
            return False
    line = [*prefix, "apt-get", *APT]
    install = [*line, "install", "-y", "--no-install-recommends", *packages]
    say("apt", command="apt-get install " + " ".join(packages))
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    if quietly(install) == 0:
        return True
    # A new machine has no package lists yet.
    quietly([*line, "update"])
    return quietly(install) == 0


APT = ("-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=1")


def quietly(line: "list[str]") -> int:
    """Run a step whose failure another way makes good; return its exit code."""
    hole = subprocess.DEVNULL
    return subprocess.call(line, stdin=hole, stdout=hole, stderr=hole)


def run(line: "list[str]") -> None:
    """Run a step; if it fails, show its last lines and raise what they mean."""
    step = subprocess.Popen(
        line,
        # A personal "user = true" in pip's settings cannot work in an environment.
        env=dict(os.environ, PIP_USER="0"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        lines = [show_progress(raw.decode(errors="replace")) for raw in step.stdout]
    except BaseException:
        step.kill()
        raise
    show_progress("")
    if step.wait():
        message = cause("".join(lines))
        if message != "no_network":  # where pip only repeats itself
            sys.stderr.write("".join("      " + words for words in lines[-4:]))
        raise SetupError(text(message, path=ROOT))


def show_progress(line: str) -> str:
    """Show on a terminal which package is at hand; return the line."""
    if sys.stderr.isatty():
        package = line[11:].split(" ")[0][:60] if line.startswith("Collecting ") else ""
        if package or not line:
            print(f"\r      {package:60}", end="\r", file=sys.stderr, flush=True)
    return line


def say(message: str, **details: object) -> None:
    """Tell the user on stderr, so that stdout is the tool's alone."""
    print(text(message, **details), file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
