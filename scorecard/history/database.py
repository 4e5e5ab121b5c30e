"""The SQLite file of a history: its schema, opened in memory, and refused if foreign.

`docs/compare.md` documents the schema. The file is read and written whole, so that a
run that dies leaves the old one; nothing in a foreign file is ever run.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.wording import Text, say

APPLICATION = 0x73636F72
"""``scor``, by which other programs know the file."""
VERSION = 1
SCHEMA = """
CREATE TABLE season (
  id INTEGER PRIMARY KEY,
  rubric TEXT NOT NULL,
  edition TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  as_of TEXT NOT NULL,
  title_id TEXT NOT NULL,
  title_en TEXT NOT NULL,
  rubric_text TEXT NOT NULL,
  rubric_sha256 TEXT NOT NULL,
  results_sha256 TEXT NOT NULL,
  UNIQUE (rubric, edition, first_day, last_day)
);
CREATE TABLE participant (
  season INTEGER NOT NULL REFERENCES season (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  category TEXT NOT NULL,
  parent TEXT NOT NULL,
  parent_name TEXT NOT NULL,
  state TEXT NOT NULL,
  low TEXT,
  high TEXT,
  shown TEXT NOT NULL,
  band_id TEXT,
  band_en TEXT,
  place INTEGER,
  placed INTEGER NOT NULL,
  PRIMARY KEY (season, code)
) WITHOUT ROWID;
CREATE TABLE indicator (
  season INTEGER NOT NULL REFERENCES season (id) ON DELETE CASCADE,
  indicator TEXT NOT NULL,
  position INTEGER NOT NULL,
  title_id TEXT NOT NULL,
  title_en TEXT NOT NULL,
  PRIMARY KEY (season, indicator)
) WITHOUT ROWID;
CREATE TABLE finding (
  season INTEGER NOT NULL,
  code TEXT NOT NULL,
  indicator TEXT NOT NULL,
  state TEXT NOT NULL,
  low TEXT,
  high TEXT,
  shown TEXT NOT NULL,
  PRIMARY KEY (season, code, indicator),
  FOREIGN KEY (season, code) REFERENCES participant (season, code) ON DELETE CASCADE,
  FOREIGN KEY (season, indicator) REFERENCES indicator (season, indicator)
    DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
"""
_MAGIC = b"SQLite format 3\x00"
_TABLES = {"season", "participant", "indicator", "finding"}


@contextmanager
def opened(content: bytes | None, name: str) -> Iterator[sqlite3.Connection]:
    """Open a history in memory; None begins a new one.

    Raises ScorecardError (INPUT) for a file that is no history of ours.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        if content is None:
            _begin(database)
        else:
            _load(database, content, name)
        database.execute("PRAGMA foreign_keys = ON")
        yield database


def content_of(database: sqlite3.Connection) -> bytes:
    """Give the file as it is to be written."""
    database.commit()
    database.execute("VACUUM")
    return database.serialize()


def _begin(database: sqlite3.Connection) -> None:
    database.executescript(SCHEMA)
    database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute(f"PRAGMA user_version = {VERSION}")


def _load(database: sqlite3.Connection, content: bytes, name: str) -> None:
    if not content.startswith(_MAGIC):
        raise _refused(name, _FOREIGN)
    try:
        database.deserialize(content)
        database.execute("PRAGMA trusted_schema = OFF")
        marks = [_pragma(database, each) for each in ("application_id", "user_version")]
        if marks[0] != APPLICATION:
            raise _refused(name, _FOREIGN)
        if marks[1] != VERSION:
            raise _refused(name, _OTHER_VERSION)
        if not _is_whole(database):
            raise _refused(name, _DAMAGED)
    except sqlite3.DatabaseError:
        raise _refused(name, _FOREIGN) from None


def _pragma(database: sqlite3.Connection, key: str) -> int:
    (value,) = database.execute(f"PRAGMA {key}").fetchone()
    return int(value)


def _is_whole(database: sqlite3.Connection) -> bool:
    """Tell whether it holds our tables alone, and those undamaged."""
    found = database.execute("SELECT type, name FROM sqlite_master").fetchall()
    tables = {name for kind, name in found if kind == "table"}
    kinds = {kind for kind, _ in found}
    (sound,) = database.execute("PRAGMA integrity_check").fetchone()
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    is_ours = tables == _TABLES and kinds <= {"table", "index"}
    return is_ours and sound == "ok" and not broken


_FOREIGN = Text(
    "berkas ini bukan riwayat buatan scorecard", "it is no history that scorecard made"
)
_OTHER_VERSION = Text(
    "dibuat oleh versi scorecard yang lebih baru", "a newer scorecard made it"
)
_DAMAGED = Text("isinya rusak atau ditambahi", "it is damaged or was added to")


def _refused(name: str, reason: Text) -> ScorecardError:
    problem = Problem(
        code="history-unreadable",
        severity="error",
        participant="",
        location=Location(name),
        seen="",
        message=say(
            "Riwayat {name} tidak dapat dipakai: {reason}.",
            "The history {name} cannot be used: {reason}.",
            name=name,
            reason=reason,
        ),
        expected=Text(
            "berkas SQLite buatan scorecard history add",
            "an SQLite file that scorecard history add made",
        ),
        repair=Text(
            "Sebutkan berkas lain dengan --db, atau buat lagi dari setiap"
            " results.json.",
            "Name another file with --db, or make it again from each results.json.",
        ),
    )
    return ScorecardError(ExitCode.INPUT, (problem,))
