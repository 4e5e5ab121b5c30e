"""The register of certificates: chained, with a head; what is caught, what is not."""

from __future__ import annotations

import errno
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard import folder
from scorecard.errors import ScorecardError
from scorecard.sealing.register import (
    REGISTER,
    START,
    BrokenRegister,
    Entry,
    Register,
    read_register,
    register_files,
    with_entry,
)
from scorecard.verification.register_files import add_entry, register_of

A, B, C = "2HSM-8QXM-2W5J-J2WY", "7Q2C-0ZK4-M9XA-D3TF", "0000-0000-0000-0000"


def register(*entries):
    made = Register()
    for entry in entries:
        made = with_entry(made, entry)
    return made


THREE = register(
    Entry("revoked", A, "salah nama", B, "2026-04-01"),
    Entry("revoked", C, "data tidak benar"),
    Entry("reissued", C, "pencabutan keliru"),
)
LINES, HEAD = register_files(THREE)


def read(lines=LINES, head=HEAD):
    found = read_register(lines, head)
    return (found.fault, found.line) if isinstance(found, BrokenRegister) else found


def test_a_register_comes_back_as_it_was_written():
    assert read() == THREE
    assert register_files(read()) == (LINES, HEAD)


def test_without_files_nothing_was_revoked():
    assert read_register(None, None) == Register()
    assert Register().head == START


def test_the_last_entry_of_a_serial_holds():
    assert THREE.revoked(A).reason == "salah nama"
    assert THREE.revoked(A).replacement == B
    assert THREE.revoked(B) is None
    assert THREE.revoked(C) is None
    assert THREE.last(C).event == "reissued"


def test_every_line_tells_its_number_and_the_digest_before():
    first, second, _ = map(json.loads, LINES.splitlines())
    assert first["number"] == 1
    assert first["previous"] == START
    assert second["previous"] == first["digest"]


@given(st.data())
def test_any_changed_byte_is_caught(data):
    content = bytearray(LINES + HEAD)
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    lines, head = bytes(content[: len(LINES)]), bytes(content[len(LINES) :])
    assert isinstance(read_register(lines, head), BrokenRegister)


def without(number):
    lines = LINES.splitlines(keepends=True)
    return b"".join(lines[:number] + lines[number + 1 :])


def test_a_deleted_row_is_caught_and_named():
    assert read(without(0)) == ("unchained", 1)
    assert read(without(1)) == ("unchained", 2)
    assert read(without(2)) == ("shorter", 0)


def test_rows_in_another_order_are_caught():
    first, second, third = LINES.splitlines(keepends=True)
    assert read(second + first + third) == ("unchained", 1)
    assert read(first + third + second) == ("unchained", 2)


def test_an_altered_reason_is_caught():
    assert read(LINES.replace(b"salah nama", b"salah Nama")) == ("altered", 1)


def test_an_absent_register_or_head_is_caught():
    assert read(None, HEAD) == ("shorter", 0)
    assert read(LINES, None) == ("headless", 0)
    assert read(b"", HEAD) == ("shorter", 0)


def test_an_entry_that_the_head_does_not_know_is_caught():
    longer = register_files(with_entry(THREE, Entry("revoked", B, "titipan")))[0]
    assert read(longer) == ("longer", 0)


@pytest.mark.parametrize("cut", [1, 10, 200])
def test_a_line_cut_short_is_caught(cut):
    fault, _ = read(LINES[:-cut])
    assert fault in {"unreadable", "shorter"}


def test_what_was_cut_off_with_its_head_is_noticed_by_who_kept_one():
    shorter = register(*THREE.entries[:2])
    assert read(*register_files(shorter)) == shorter
    assert not shorter.grown_from(THREE.head)
    assert THREE.grown_from(shorter.head)
    assert THREE.grown_from(START)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_is_refused_in_words(tmp_path):
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ScorecardError) as caught:
            add_entry(outputs, THREE.entries[0])
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.problems[0].code == "outputs-forbidden"


def test_a_full_disk_leaves_the_register_as_it_was(tmp_path, monkeypatch):
    add_entry(tmp_path, THREE.entries[0])
    before = (tmp_path / REGISTER).read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(folder, "store_alone", full)
    with pytest.raises(ScorecardError) as caught:
        add_entry(tmp_path, THREE.entries[1])
    assert caught.value.problems[0].code == "disk-full"
    assert (tmp_path / REGISTER).read_bytes() == before


def test_two_who_revoke_at_once_do_not_lose_an_entry(tmp_path):
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    with folder.locked(outputs.resolve()), pytest.raises(ScorecardError) as caught:
        add_entry(outputs, THREE.entries[0])
    assert caught.value.problems[0].code == "outputs-in-use"
    assert register_of(outputs) == Register()
