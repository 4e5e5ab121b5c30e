"""A module imports only from rows above its own; the order is the design's."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "scorecard"

# From the top: what stands on a row may be imported by every row below it. Modules of
# one row know nothing of each other, unless they are of the same family (first row).
ROWS = (
    ("errors", "number", "wording", "artifact", "csv_table"),
    ("rubric",),
    ("model",),
    ("evidence", "methods"),
    ("finding", "tree", "totals"),
    ("scoring",),
    (
        *("ties", "standing_notes", "cases", "ranking"),
        *("award_rules", "contenders", "races", "awards"),
    ),
    ("advice", "explanation", "self_assessment"),
    ("robustness",),
    ("run",),
    ("amendment", "rehearsal"),
    ("assessment", "sealing"),
    (
        *("sheets", "pages", "results", "folder", "manifest", "names"),
        *("problem_list", "record", "wanted"),
    ),
    ("engine", "refusals", "signing"),
    ("doctor", "printing", "signed_folder"),
    ("export",),
    ("verification",),
    ("cli",),
    ("__main__",),
)
# Rows whose modules are one room, split by noun: they may use each other.
ROOMS = frozenset({0, 4, 6})
# Nothing but values in and values out: no file, clock, environment or chance.
PURE = (
    *("methods", "finding", "totals", "scoring", "ties", "ranking", "award_rules"),
    *("contenders", "races", "awards", "advice", "explanation", "self_assessment"),
    *("robustness", "sealing"),
)
IMPURE_IMPORTS = frozenset({"os", "pathlib", "random", "time", "io", "socket", "sys"})


def row_of(room):
    return next(
        (number for number, rooms in enumerate(ROWS) if room in rooms),
        None,
    )


def room_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(level=0, module="scorecard"):
                yield from (f"scorecard.{alias.name}" for alias in node.names)
            case ast.ImportFrom(level=0, module=str(module)):
                yield module
            case ast.ImportFrom():
                raise AssertionError(f"{path}: write imports in full")


def modules():
    return sorted(
        path
        for path in PACKAGE.rglob("*.py")
        if path.parent != PACKAGE or path.name != "__init__.py"
    )


def allowed(importer, imported):
    own, other = row_of(importer), row_of(imported)
    return other < own or importer == imported or (own == other and own in ROOMS)


def test_every_room_has_a_row():
    rooms = {room_of(path) for path in modules()}
    assert {room for room in rooms if row_of(room) is None} == set()


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.name))
def test_imports_point_up(path):
    downward = [
        name
        for name in imports_of(path)
        if name.startswith("scorecard.")
        if (imported := name.split(".")[1]) not in {"__version__"}
        if not allowed(room_of(path), imported)
    ]
    assert downward == []


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if room_of(path) in PURE],
    ids=lambda path: str(path.name),
)
def test_pure_rooms_touch_nothing_outside(path):
    tops = {name.split(".")[0] for name in imports_of(path)}
    assert tops & IMPURE_IMPORTS == set()


def test_only_the_command_line_prints_or_exits():
    for path in modules():
        if room_of(path) in {"cli", "__main__"}:
            continue
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
        }
        assert calls & {"print", "sys.exit", "exit", "click.echo"} == set(), path


def test_only_the_folder_room_and_the_cache_write_files():
    writes = {".write_text(", ".write_bytes(", '.open("w', '.open("x', ".mkdir("}
    writers = {
        path.name
        for path in modules()
        if any(write in path.read_text(encoding="utf-8") for write in writes)
    }
    assert writers <= {"folder.py", "cache.py"}
