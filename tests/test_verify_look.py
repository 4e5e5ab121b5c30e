"""A look of one's own: recorded in manifest.json, and what verify says without it."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from scorecard.cli import main
from scorecard.engine import pdf_engine
from scorecard.errors import ExitCode
from scorecard.export import artifacts, look_used, write
from scorecard.manifest import LookUsed, listing
from scorecard.pages.look import BUNDLED, Look
from scorecard.pages.look_digest import look_digest
from scorecard.pages.look_folder import read_look
from scorecard.verification.folder import verify_folder
from scorecard.verification.remade import Remaking
from scorecard.wanted import Wanted
from tests.handmade_season import handmade_season, loaded_rubric
from tests.sealed_folder import LACKS_PDF, NO_PDF, edit_json, named

RUBRIC = loaded_rubric().rubric
OWN = ".footer { color: #123456 }\n"


def look_folder(place, rules=OWN):
    place.mkdir()
    css = "@page { size: A4 } body { font-family: 'EB Garamond' }"
    (place / "rapor.css").write_text(css + rules, encoding="utf-8")
    (place / "README.md").write_text("catatan", encoding="utf-8")
    return place


@pytest.fixture
def look(tmp_path):
    return look_folder(tmp_path / "surat-dinas")


@pytest.fixture
def outputs(tmp_path, look):
    """Write pages as HTML, which need no engine, with a look of one's own."""
    own = read_look(look, RUBRIC)
    made = artifacts(handmade_season(), RUBRIC, workers=1, pdf=NO_PDF, look=own)
    write(made, tmp_path / "outputs")
    return tmp_path / "outputs"


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_bytes())


def verified(folder, template=None):
    return verify_folder(folder, Remaking(NO_PDF, template=template))


# --- what is recorded --------------------------------------------------------------


def test_the_manifest_names_the_look_by_folder_and_digest(outputs, look):
    own = {"folder": "surat-dinas", "sha256": look_digest(read_look(look, RUBRIC))}
    assert manifest_of(outputs)["look"] == own


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_the_digest_is_the_one_that_sha256sum_gives(look):
    words = "sha256sum *.css | sha256sum"
    told = subprocess.run(
        ["sh", "-c", words], cwd=look, capture_output=True, text=True, check=True
    )
    assert told.stdout.split()[0] == look_digest(read_look(look, RUBRIC))


def test_the_digest_follows_names_and_contents_alone():
    files = (("b.svg", b"2"), ("a.svg", b"1"))
    digest = look_digest(Look("satu", files))
    assert digest == look_digest(Look("dua", files[::-1]))
    assert digest != look_digest(Look("satu", (("b.svg", b"1"), ("a.svg", b"2"))))
    assert digest != look_digest(Look("satu", (("b.svg", b"2"), ("a.svg", b"3"))))


def test_our_own_look_is_recorded_without_a_folder(tmp_path):
    made = artifacts(handmade_season(), RUBRIC, workers=1, pdf=NO_PDF)
    write(made, tmp_path / "outputs")
    own = {"folder": None, "sha256": look_digest(BUNDLED)}
    assert manifest_of(tmp_path / "outputs")["look"] == own


def exported(*words):
    return main(["export", *map(str, words), "--lang", "en"])


def test_an_export_of_no_pages_records_no_look(outputs, tmp_path):
    results, target = outputs / "results.json", tmp_path / "sheets"
    assert exported(results, "--format", "xlsx", "--all", "-o", target) == 0
    assert manifest_of(target)["look"] is None


def test_sheets_that_are_added_leave_the_look_of_the_pages(outputs):
    before = listing(outputs).look
    results = outputs / "results.json"
    assert exported(results, "--format", "csv", "--all", "-o", outputs) == 0
    assert listing(outputs).look == before


def test_one_page_of_another_look_is_refused(outputs, look, capsys):
    results = outputs / "results.json"
    words = [results, "21", "--format", "pdf", "--no-pdf", "-o", outputs]
    before = manifest_of(outputs)
    assert exported(*words) == ExitCode.USAGE
    shown = capsys.readouterr().err
    assert (
        "The pages in this folder were made with the look surat-dinas, the new ones"
        " would be made with scorecard's own look. One folder has one look."
    ) in " ".join(shown.split())
    assert manifest_of(outputs) == before
    assert exported(*words, "--template", look) == 0
    assert listing(outputs).look.folder == "surat-dinas"


def test_all_pages_anew_may_have_another_look(outputs):
    results = outputs / "results.json"
    exported(results, "--all", "--no-pdf", "-o", outputs)
    assert listing(outputs).look == look_used(BUNDLED)
    assert verified(outputs).problems == ()


# --- what verify says --------------------------------------------------------------


def test_with_the_look_all_pages_are_made_again(outputs, look):
    found = verified(outputs, look)
    assert found.problems == ()
    assert found.pages_remade


def test_without_the_look_one_warning_says_so_and_digests_are_compared(outputs):
    found = verified(outputs)
    (problem,) = found.problems
    digest = listing(outputs).look.sha256
    assert (problem.code, problem.severity) == ("look-not-given", "warning")
    assert problem.message.en == (
        f"The pages were made with a look of their own, surat-dinas (SHA-256 {digest});"
        " without that folder they were not made again, only compared with their"
        " digests, and certificates with the records inside them."
    )
    assert problem.message.id == (
        f"Rapor dan piagam dibuat dengan tampilan sendiri, surat-dinas (SHA-256"
        f" {digest}); tanpa folder itu berkasnya tidak dibuat ulang, hanya dibandingkan"
        " dengan sidiknya, dan piagam dengan catatan hasil di dalamnya."
    )
    assert problem.repair.en == "Run again with --template and that folder."
    assert found.holds
    assert not found.pages_remade
    page = "rapor/21-kepulauan-riau.html"
    (outputs / page).write_bytes(b"<p>lain")
    assert named(verified(outputs)) == {(page, "file-changed")}


def test_another_look_is_one_problem_in_both_languages(outputs, tmp_path):
    other = look_folder(tmp_path / "lain", "p { color: red }")
    (problem,) = verified(outputs, other).problems
    assert (problem.code, problem.severity) == ("look-other", "error")
    assert problem.message.en == (
        "The folder lain is not the look on record: the pages were made with the look"
        " surat-dinas, and were not made again here."
    )
    assert problem.message.id == (
        "Folder lain bukan tampilan yang tercatat: rapor dan piagam dibuat dengan"
        " tampilan surat-dinas, sehingga tidak dibuat ulang di sini."
    )
    assert problem.expected.en == f"SHA-256 {listing(outputs).look.sha256}"


def test_a_look_for_pages_of_our_own_is_one_problem(tmp_path, look):
    made = artifacts(handmade_season(), RUBRIC, workers=1, pdf=NO_PDF)
    write(made, tmp_path / "outputs")
    (problem,) = verified(tmp_path / "outputs", look).problems
    assert problem.code == "look-other"
    assert "made with scorecard's own look" in problem.message.en


def test_an_altered_record_of_the_look_is_named(outputs, tmp_path):
    def renamed(content):
        content["look"]["folder"] = "lain"

    edit_json(outputs / "manifest.json", renamed)
    assert ("manifest.json", "lists-disagree") in named(verified(outputs))
    made = artifacts(handmade_season(), RUBRIC, workers=1, pdf=NO_PDF)
    write(made, tmp_path / "bundled")
    edit_json(tmp_path / "bundled" / "manifest.json", renamed)
    found = named(verified(tmp_path / "bundled"))
    assert found == {("manifest.json", "manifest-changed")}


def test_of_another_versions_look_pages_are_still_compared(tmp_path):
    made = artifacts(handmade_season(), RUBRIC, workers=1, pdf=NO_PDF)
    write(made, tmp_path / "outputs")

    def aged(content):
        content["look"]["sha256"] = "0" * 64

    edit_json(tmp_path / "outputs" / "manifest.json", aged)
    found = verified(tmp_path / "outputs")
    assert found.pages_remade
    codes = [each.code for each in found.problems]
    assert codes == ["manifest-changed", "look-of-other-version"]


def test_the_command_tells_how_pages_were_compared(outputs, look, capsys):
    words = ["verify", str(outputs), "--lang"]
    assert main([*words, "id"]) == 0
    assert (
        capsys.readouterr()
        .out.rstrip()
        .endswith("dibuat ulang dan sama (rapor dan piagam hanya menurut sidiknya).")
    )
    assert main([*words, "en", "--template", str(look)]) == 0
    assert capsys.readouterr().out.rstrip().endswith(", made again and equal.")


# --- a certificate of that look ----------------------------------------------------


@pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")
def test_a_certificate_of_a_look_is_compared_with_that_look_alone(
    tmp_path, look, capsys
):
    own = read_look(look, RUBRIC)
    only = Wanted(("json", "pdf"), documents=("certificates",))
    making = {"pdf": pdf_engine(), "look": own, "only": only}
    made = artifacts(handmade_season(), RUBRIC, workers=2, **making)
    write(made, tmp_path / "outputs")
    (file,) = (tmp_path / "outputs" / "certificates").glob("*.pdf")
    words = ["certificate", "verify", str(file), "--lang", "en"]
    assert main([*words, "--template", str(look)]) == 0
    assert "Valid: equal to what results.json gives." in capsys.readouterr().out
    assert main(words) == 0
    shown = capsys.readouterr().out
    assert "(look-not-given)" in shown
    assert shown.rstrip().endswith(
        "Nothing speaks against it. Compare the seal's root with the one announced."
    )
    other = look_folder(tmp_path / "lain", "p { color: red }")
    assert main([*words, "--template", str(other)]) == ExitCode.INTEGRITY


def test_a_record_of_a_look_is_read_strictly(tmp_path):
    file = tmp_path / "manifest.json"
    for look, read in (
        (None, None),
        ("surat", None),
        ({"folder": 5, "sha256": None}, LookUsed("5", "")),
    ):
        content = {"format": "scorecard-manifest/1", "outputs": [], "look": look}
        file.write_text(json.dumps(content))
        assert listing(tmp_path).look == read
