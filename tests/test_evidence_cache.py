"""Reads are kept by digest: never trusted over the files, never a different result."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from scorecard.errors import Location
from scorecard.evidence import batch
from scorecard.evidence.cache import Cache, keep, recall, trim, user_cache
from scorecard.evidence.reading import SourceRead
from scorecard.evidence.shared_tickets import TicketIds
from scorecard.evidence.submission import Reading, read_season
from scorecard.model import Evidence, Participant, Series, SeriesItem, Submission
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text
from tests.evidence_season import PDF, form, small_rubric, ticket, tickets
from tests.workbooks import write

FILES: Mapping[str, bytes | str] = {
    "21-kepulauan-riau/borang.xlsx": form(code="21", name="Kepulauan Riau", masuk=2),
    "21-kepulauan-riau/tiket.xlsx": tickets([ticket(1), ticket(1), ticket(2)]),
    "74.71-kota-kendari/borang.xlsx": form(masuk="banyak", sk_berkas="sk.pdf"),
    "74.71-kota-kendari/sk.pdf": PDF,
}
KEPT = SourceRead(
    "21-x",
    Participant("21", "Kepulauan Riau", "provinsi", "provinsi"),
    (
        Submission(
            Participant("21", "Kepulauan Riau", "provinsi", "provinsi"),
            "21-x",
            answers={
                "a": Evidence(Fraction(1, 3), "0,33", Location("f", "s", "A1")),
                "b": Evidence("1/3", "1/3", Location("f")),
                "c": Evidence(date(2025, 2, 1), "1 Feb", Location("f")),
                "d": Evidence("2025-02-01", "2025-02-01", Location("f")),
                "e": Evidence(True, "Ya", Location("f")),
                "f": Evidence(None, "x", Location("f"), Text("rusak", "broken")),
            },
            series={
                "hari": Series(
                    (SeriesItem(Fraction(5), "aspirasi", date(2025, 1, 9)),),
                    Location("f"),
                )
            },
        ),
    ),
    (),
    (),
    ticket_ids=TicketIds("f", "s", "A", bytes(range(256)), b"\xff\xfe"),
)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    write(tmp_path / "inputs", FILES)
    return tmp_path / "inputs"


def read(inputs: Path, cache: Cache | None, rubric: Rubric | None = None) -> Reading:
    return read_season(inputs, rubric or small_rubric(), cache=cache)


@pytest.fixture
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a file that names each source that is really read, in a worker."""
    log = tmp_path / "read"
    log.touch()
    really = batch.read_source

    def noted(source, *season):  # type: ignore[no-untyped-def]
        with log.open("a") as file:
            print(source.name, file=file)
        return really(source, *season)

    monkeypatch.setattr(batch, "read_source", noted)
    return log


def test_everything_comes_back_as_it_was(cache: Cache) -> None:
    keep(cache, "a" * 64, KEPT)
    again = recall(cache, "a" * 64)
    assert again == KEPT
    assert repr(again) == repr(KEPT)


def test_an_unchanged_season_is_not_read_again(
    inputs: Path, cache: Cache, readers: Path
) -> None:
    without = read(inputs, None)
    first = read(inputs, cache)
    readers.write_text("")
    second = read(inputs, cache)
    assert readers.read_text() == ""
    assert repr(without) == repr(first) == repr(second)
    assert without == first == second


CHANGES = {
    "a workbook": lambda folder: (folder / "tiket.xlsx").write_bytes(tickets([])),
    "an attached file": lambda folder: (folder / "sk.pdf").write_bytes(PDF),
    "a name": lambda folder: (folder / "borang.xlsx").rename(folder / "isian.xlsx"),
    "a link": lambda folder: (folder / "x.xlsx").symlink_to(folder / "tiket.xlsx"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_read(
    inputs: Path, cache: Cache, readers: Path, change: str
) -> None:
    read(inputs, cache)
    CHANGES[change](inputs / "21-kepulauan-riau")
    readers.write_text("")
    second = read(inputs, cache)
    assert readers.read_text() == "21-kepulauan-riau\n"
    assert second == read(inputs, None)


def test_size_and_time_of_a_file_are_not_believed(inputs: Path, cache: Cache) -> None:
    path = inputs / "21-kepulauan-riau" / "borang.xlsx"
    before = path.stat()
    read(inputs, cache)
    forms = (form(code="21", name="Kepulauan Riau", masuk=n) for n in range(3, 99))
    path.write_bytes(next(each for each in forms if len(each) == before.st_size))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    (first, _) = read(inputs, cache).submissions
    assert first.answers["masuk"].value != 2


def test_another_rubric_or_list_is_read_anew(
    inputs: Path, cache: Cache, readers: Path
) -> None:
    read(inputs, cache)
    readers.write_text("")
    read(inputs, cache, small_rubric(("Ditutup oleh Sistem", "Selesai")))
    assert len(readers.read_text().split()) == 2
    list_file = {
        "_season/participants.csv": "code,name,category\n21,Kepulauan Riau,kota\n"
    }
    write(inputs, list_file)
    read(inputs, cache)
    assert len(readers.read_text().split()) == 4


def entries(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*/*"))


@pytest.mark.parametrize("damage", [b"", b"x" * 100, b"{}", None])
def test_a_damaged_entry_is_read_again(
    inputs: Path, cache: Cache, damage: bytes | None
) -> None:
    first = read(inputs, cache)
    for entry in entries(cache):
        content = bytearray(entry.read_bytes())
        content[len(content) // 2] ^= 1
        entry.write_bytes(content if damage is None else damage)
    assert read(inputs, cache) == first


def test_the_folder_may_vanish_or_be_closed(inputs: Path, cache: Cache) -> None:
    first = read(inputs, cache)
    shutil.rmtree(cache.folder)
    assert read(inputs, cache) == first
    shutil.rmtree(cache.folder)
    cache.folder.write_text("no folder")
    assert read(inputs, cache) == first


def test_a_submission_that_crashed_is_not_kept(
    inputs: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> SourceRead:
        os.abort()

    with monkeypatch.context() as patched:
        patched.setattr(batch, "read_source", crash)
        assert read(inputs, cache).submissions == ()
    assert entries(cache) == []
    assert len(read(inputs, cache).submissions) == 2


def test_a_file_that_changes_while_being_read_is_not_kept(
    inputs: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = batch.read_source

    def touched(source, *season):  # type: ignore[no-untyped-def]
        (source.folder.path / "baru.txt").touch()
        return really(source, *season)

    monkeypatch.setattr(batch, "read_source", touched)
    read(inputs, cache)
    assert entries(cache) == []


def test_the_oldest_go_first_and_nothing_else_does(tmp_path: Path) -> None:
    foreign = tmp_path / "ab" / "surat.json"
    foreign.parent.mkdir()
    foreign.write_bytes(b"x" * 10_000)
    os.utime(foreign, (0, 0))
    roomy = Cache(tmp_path)
    keys = [digit * 64 for digit in "abcde"]
    for age, key in enumerate(keys):
        keep(roomy, key, KEPT)
        path = tmp_path / key[:2] / f"{key}.json"
        os.utime(path, (age, age))
    trim(Cache(tmp_path, most=3 * path.stat().st_size))
    left = [key for key in keys if recall(roomy, key)]
    assert left == keys[3:]
    assert foreign.exists()


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"SCORECARD_CACHE": "/srv/simpanan"}, "/srv/simpanan"),
        ({"XDG_CACHE_HOME": "/home/a/.c"}, "/home/a/.c/scorecard"),
        ({"SCORECARD_CACHE": "off"}, None),
    ],
)
def test_the_environment_says_where(
    environment: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    found = user_cache(environment)
    assert (found and str(found.folder)) == folder
