"""What an attacker would alter in a folder of results: each is caught and named.

`tests/test_verify_folder.py`, `_certificate`, `_inputs`, `_look` and `_packing` hold
the rest of them; here stand those that play on readers and file systems.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil

import pytest

from scorecard.cli import main
from scorecard.engine import pdf_engine
from scorecard.errors import ExitCode
from scorecard.export import artifacts
from scorecard.results import results_json
from scorecard.sealing import seal
from scorecard.sealing.register import HEAD, REGISTER
from scorecard.verification.folder import verify_folder
from scorecard.wanted import Wanted
from tests.handmade_season import handmade_season, loaded_rubric
from tests.sealed_folder import (
    LACKS_PDF,
    better,
    edit_json,
    forge_lists,
    named,
    remaking,
    sealed_folder,
    verified,
)

RESULTS, MANIFEST, SUMS = "results.json", "manifest.json", "SHA256SUMS"
RIAU = "records/21-kepulauan-riau.json"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return sealed_folder(tmp_path_factory.mktemp("whole") / "outputs")


@pytest.fixture
def outputs(whole, tmp_path):
    return shutil.copytree(whole, tmp_path / "outputs")


# --- results.json, spelt otherwise -------------------------------------------------


def with_spaces(text):
    return json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def on_one_line(text):
    return json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False)


def escaped(text):
    return json.dumps(json.loads(text), indent=1) + "\n"


def doubled(text):
    """Say another total first: of two keys some readers take the first."""
    key = '"published_low": "60.56"'
    assert key in text
    return text.replace(key, f'"published_low": "99.99",\n{key}', 1)


def with_a_key_more(text):
    return text.replace("{", '{"note": "titipan",', 1)


def with_a_mark(text):
    return "\ufeff" + text


SPELLINGS = (with_spaces, on_one_line, doubled)


@pytest.mark.parametrize("spelt", [*SPELLINGS, escaped, with_a_key_more, with_a_mark])
def test_results_in_another_spelling_are_named(outputs, spelt):
    path = outputs / RESULTS
    path.write_text(spelt(path.read_text(encoding="utf-8")), encoding="utf-8")
    found = named(verified(outputs))
    assert (RESULTS, "file-changed") in found
    assert {file for file, _ in found} == {RESULTS}


@pytest.mark.parametrize("remake", [True, False])
@pytest.mark.parametrize("spelt", SPELLINGS)
def test_and_are_named_though_the_lists_are_forged(outputs, spelt, remake):
    path = outputs / RESULTS
    path.write_text(spelt(path.read_text(encoding="utf-8")), encoding="utf-8")
    forge_lists(outputs)
    assert (RESULTS, "file-not-as-made") in named(verified(outputs, remake=remake))


@pytest.mark.parametrize(
    "content",
    [
        b'{"tool": NaN}',
        b'{"tool": 1e999}',
        b"9" * 5000,
        b"[" * 100_000,
        b"\xff\xfe",
        b"",
        b"null",
    ],
)
@pytest.mark.parametrize("name", [RESULTS, MANIFEST, RIAU, HEAD, REGISTER])
def test_what_is_no_json_of_ours_is_named_and_breaks_nothing(outputs, name, content):
    (outputs / name).write_bytes(content)
    files = {file for file, _ in named(verified(outputs, remake=True))}
    # A register that is empty is told from its head, which counts two.
    assert (HEAD if (name, content) == (REGISTER, b"") else name) in files


@pytest.mark.parametrize("figure", ["NaN", "1e999", "9" * 5000, "-1", '"1"', "null"])
def test_no_figure_in_results_json_goes_unnoticed(outputs, figure):
    path = outputs / RESULTS
    text = path.read_text(encoding="utf-8")
    assert '"place": 1' in text
    path.write_text(text.replace('"place": 1', f'"place": {figure}', 1), "utf-8")
    assert (RESULTS, "file-changed") in named(verified(outputs, remake=True))


# --- manifest.json and SHA256SUMS --------------------------------------------------


KEYS = (
    *("format", "tool", "results", "rubric", "as_of", "seed", "look"),
    *("what_if", "counts", "seal"),
    *("provisional", "open_awards", "inputs", "outputs"),
)


def test_the_manifest_holds_these_keys_and_no_other(whole):
    assert tuple(json.loads((whole / MANIFEST).read_bytes())) == KEYS


def altered(value):
    """Change the innermost first value of a part of the manifest."""
    match value:
        case dict() if value:
            key = next(iter(value))
            return {**value, key: altered(value[key])}
        case list() if value:
            return [altered(value[0]), *value[1:]]
        case int():
            return value + 1
    return f"{value}0"


@pytest.mark.parametrize("lists_are_forged", [False, True])
@pytest.mark.parametrize("key", [key for key in KEYS if key not in ("format", "look")])
def test_every_part_of_the_manifest_is_held_against_the_results(
    outputs, key, lists_are_forged
):
    def change(content):
        content[key] = altered(content[key])

    edit_json(outputs / MANIFEST, change)
    if lists_are_forged:
        manifest = (outputs / MANIFEST).read_bytes()
        lines = (outputs / SUMS).read_text().splitlines(keepends=True)
        digest = hashlib.sha256(manifest).hexdigest()
        kept = [line for line in lines if not line.endswith(f"  {MANIFEST}\n")]
        text = "".join([*kept, f"{digest}  {MANIFEST}\n"])
        (outputs / SUMS).write_text(text, encoding="utf-8")
    found = verified(outputs)
    assert not found.holds
    if key != "outputs":
        assert (MANIFEST, "manifest-changed") in named(found)


def test_a_manifest_with_a_key_twice_is_named(outputs):
    path = outputs / MANIFEST
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{", '{\n "as_of": "2020-01-01",', 1), "utf-8")
    assert named(verified(outputs)) == {(MANIFEST, "manifest-changed")}


def test_a_file_listed_twice_is_named(outputs):
    def twice(content):
        content["outputs"].append(dict(content["outputs"][0], sha256="0" * 64))

    edit_json(outputs / MANIFEST, twice)
    assert (MANIFEST, "manifest-changed") in named(verified(outputs))


@pytest.mark.parametrize(
    "path",
    ["../rahasia", "/etc/passwd", "a\0b", "x" * 5000, "\udcff", "rapor/", ".", ""],
)
def test_a_path_that_no_folder_holds_is_named_and_nothing_is_read(outputs, path):
    def listed(content):
        content["outputs"].append({"path": path, "size": 1, "sha256": "0" * 64})

    content = json.loads((outputs / MANIFEST).read_bytes())
    listed(content)
    (outputs / MANIFEST).write_text(json.dumps(content), encoding="utf-8")
    assert (MANIFEST, "manifest-changed") in named(verified(outputs, remake=True))
    assert main(["verify", str(outputs), "--quick"]) == ExitCode.INTEGRITY


def test_an_old_root_over_new_results_is_named(outputs, whole):
    new = better(handmade_season(), "21")
    (outputs / RESULTS).write_bytes(results_json(new))
    forge_lists(outputs)
    old = json.loads((whole / MANIFEST).read_bytes())["seal"]
    edit_json(outputs / MANIFEST, lambda content: content.update(seal=old))
    found = verified(outputs)
    assert (MANIFEST, "seal-changed") in named(found)
    (problem,) = (each for each in found.problems if each.code == "seal-changed")
    assert problem.seen == old["root"]
    assert problem.expected.en == f"Root {seal(new).root}"


# --- files and names ---------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        *("palsu.pdf", "certificates/palsu.pdf", "baru/dalam/palsu.pdf"),
        *(".palsu.pdf", "rapor/.palsu", ".sembunyi/palsu.pdf", ".git/config"),
        *("rapor/manifest.json", "certificates-register.jsonl.bak"),
        *(f"rapor/{REGISTER}", "Recap.xlsx", "recap.xlsx ", "rapor/\x1b[2K\n.pdf"),
    ],
)
def test_an_added_file_is_named_wherever_it_lies(outputs, name):
    path = outputs / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"titipan")
    assert named(verified(outputs)) == {(name, "file-added")}


def test_marks_of_desktop_programs_are_passed_over(outputs):
    for name in (".gitkeep", ".DS_Store", "rapor/Thumbs.db", "~$recap.xlsx"):
        (outputs / name).parent.mkdir(exist_ok=True)
        (outputs / name).write_bytes(b"")
    assert verified(outputs).holds


@pytest.mark.parametrize("target", ["recap.xlsx", "records", "tiada"])
def test_an_added_link_is_named_wherever_it_leads(outputs, target):
    (outputs / "tautan").symlink_to(target)
    assert named(verified(outputs)) == {("tautan", "file-added")}


def test_a_link_in_the_place_of_a_folder_is_named(outputs, tmp_path):
    (outputs / "records").rename(tmp_path / "records")
    (outputs / "records").symlink_to(tmp_path / "records")
    assert ("records", "file-added") in named(verified(outputs))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_named_and_not_waited_for(outputs):
    (outputs / "recap.xlsx").unlink()
    os.mkfifo(outputs / "recap.xlsx")
    os.mkfifo(outputs / "pipa")
    found = named(verified(outputs))
    assert {("pipa", "file-added"), ("recap.xlsx", "file-missing")} <= found


def test_a_name_in_other_letter_case_is_named(outputs):
    (outputs / "recap.xlsx").rename(outputs / "Recap.xlsx")
    found = named(verified(outputs))
    assert ("Recap.xlsx", "file-added") in found
    assert len(found) == (1 if (outputs / "RECAP.XLSX").exists() else 2)


def test_two_files_that_changed_places_are_named(outputs):
    one, other = (outputs / "compliance" / f"{stem}.xlsx" for stem in STEMS)
    one.rename(outputs / "x")
    other.rename(one)
    (outputs / "x").rename(other)
    found = named(verified(outputs))
    assert found == {(f"compliance/{stem}.xlsx", "file-changed") for stem in STEMS}


STEMS = ("21-kepulauan-riau", "35-jawa-timur")


def test_what_a_name_would_do_to_a_terminal_is_shown_and_not_done(outputs, capsys):
    (outputs / "a\x1b[1A\x1b[2K\u202egpj").write_bytes(b"")
    words = ["verify", str(outputs), "--quick", "--lang", "en"]
    assert main(words) == ExitCode.INTEGRITY
    shown = capsys.readouterr().out
    assert "\x1b[2K" not in shown
    assert "\u202e" not in shown
    assert "a\\x1b[1A\\x1b[2K\\u202egpj (file-added)" in shown


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_name_that_is_no_text_is_shown(outputs, form, capsys):
    (outputs / os.fsdecode(b"\xff.pdf")).write_bytes(b"")
    words = ["verify", str(outputs), "--quick", "--lang", "en", *form]
    assert main(words) == ExitCode.INTEGRITY
    assert "\\udcff.pdf" in capsys.readouterr().out


# --- the register ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"salah nama", b"salah Nama"),
        (b'"revoked"', b'"reissued"'),
        (b"2026-05-02", b"2026-05-03"),
        (b'"number":1', b'"number":1 '),
    ],
)
def test_an_edited_row_of_the_register_is_named_by_its_line(outputs, old, new):
    path = outputs / REGISTER
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    (problem,) = verified(outputs).problems
    assert (problem.code, str(problem.location)) == ("register-broken", f"{REGISTER}:1")


def test_an_edited_head_is_named(outputs):
    path = outputs / HEAD
    path.write_bytes(path.read_bytes().replace(b'"entries":2', b'"entries":1'))
    assert named(verified(outputs)) == {(HEAD, "register-broken")}


# --- pages that cannot be made again -----------------------------------------------


@pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")
def test_a_forged_look_does_not_hide_a_forged_certificate(tmp_path):
    outputs = sealed_folder(tmp_path / "outputs", pdf_engine())
    new = better(handmade_season(), "35")
    rubric, engine = loaded_rubric().rubric, pdf_engine()
    only = Wanted(("pdf",), ("35",), season_wide=False, documents=("certificates",))
    (forged, *_) = artifacts(new, rubric, workers=1, pdf=engine, only=only)
    (outputs / forged.path).write_bytes(forged.content)
    look = {"folder": "dinas", "sha256": "0" * 64}
    edit_json(outputs / MANIFEST, lambda content: content.update(look=look))
    forge_lists(outputs)
    found = verify_folder(outputs, remaking(pdf_engine()))
    assert "look-not-given" in {each.code for each in found.problems}
    assert named(found) == {(forged.path, "record-of-other-results")}


# --- every kind of file ------------------------------------------------------------


@pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")
def test_every_kind_of_file_is_named_though_the_lists_are_forged(tmp_path):
    outputs = sealed_folder(tmp_path / "outputs", pdf_engine())
    kinds = {}
    for path in sorted(outputs.rglob("*")):
        name = path.relative_to(outputs)
        if path.is_file() and name.as_posix() not in (MANIFEST, SUMS, REGISTER, HEAD):
            kinds[name.parent / name.suffix] = path
    assert len(kinds) >= 7
    for path in kinds.values():
        path.write_bytes(path.read_bytes() + b"\n")
    kinds.pop(next(key for key in kinds if key.name == ".json" and not key.parent.name))
    forge_lists(outputs)
    found = verify_folder(outputs, remaking(pdf_engine()))
    files = {file for file, _ in named(found)}
    assert {path.relative_to(outputs).as_posix() for path in kinds.values()} <= files
