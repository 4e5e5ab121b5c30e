"""The seal: RFC 6962's tree, records and their proofs, serials, the QR code's text."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.results import load_results, results_json
from scorecard.sealing import (
    Proven,
    QrText,
    check_attachment,
    is_serial,
    normal_serial,
    qr_text,
    read_qr,
    seal,
)
from scorecard.sealing.canonical import canonical, read_canonical
from scorecard.sealing.merkle import (
    inclusion_path,
    leaf_digest,
    levels,
    root,
    root_from_path,
)
from tests.handmade_season import handmade_season

# --- the tree of RFC 6962 ----------------------------------------------------------

# The inputs, roots and paths that implementations of Certificate Transparency are
# tested with (certificate-transparency-go, merkletree).
LEAVES = [
    bytes.fromhex(each)
    for each in (
        *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
PATH_OF_THE_FIRST_OF_EIGHT = (
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
)


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_certificate_transparency(size):
    leaves = [leaf_digest(each) for each in LEAVES[:size]]
    assert root(leaves).hex() == ROOTS[size - 1]


def test_the_root_of_no_leaf_is_the_hash_of_nothing():
    assert root([]) == sha256(b"").digest()


def test_a_path_is_that_of_certificate_transparency():
    rows = levels([leaf_digest(each) for each in LEAVES])
    path = inclusion_path(rows, 0)
    assert tuple(each.hex() for each in path) == PATH_OF_THE_FIRST_OF_EIGHT


def recursive_root(leaves):
    """Say what the definition in RFC 6962, section 2.1, says, word for word."""
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    left, right = recursive_root(leaves[:k]), recursive_root(leaves[k:])
    return sha256(b"\x01" + left + right).digest()


trees = st.integers(1, 70).map(
    lambda size: [leaf_digest(bytes([number])) for number in range(size)]
)


@given(trees)
def test_the_root_is_that_of_the_recursive_definition(leaves):
    assert root(leaves) == recursive_root(leaves)


@given(trees, st.data())
def test_every_leaf_is_proven_and_no_other(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    path = inclusion_path(levels(leaves), index)
    size = len(leaves)
    assert root_from_path(leaves[index], index, size, path) == root(leaves)
    other = (
        data.draw(st.integers(0, size - 1).filter(lambda each: each != index))
        if size > 1
        else None
    )
    if other is not None:
        assert root_from_path(leaves[other], index, size, path) != root(leaves)
        assert root_from_path(leaves[index], other, size, path) != root(leaves)


@given(trees, st.data())
def test_a_path_that_is_longer_shorter_or_altered_leads_elsewhere(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    path = inclusion_path(levels(leaves), index)
    assert root_from_path(leaves[index], index, len(leaves), (*path, b"0" * 32)) is None
    if path:
        short, leaf = path[:-1], leaves[index]
        assert root_from_path(leaf, index, len(leaves), short) != root(leaves)
        at = data.draw(st.integers(0, len(path) - 1))
        wrong = (*path[:at], bytes(32), *path[at + 1 :])
        assert root_from_path(leaf, index, len(leaves), wrong) != root(leaves)


def test_an_inner_node_is_no_leaf():
    rows = levels([leaf_digest(each) for each in LEAVES[:4]])
    left, right = rows[1]
    # Without domain separation a tree of two would prove the nodes' own digests.
    assert leaf_digest(rows[0][0] + rows[0][1]) != left
    assert root_from_path(left, 0, 4, (right,)) is None


@pytest.mark.parametrize(("index", "size"), [(-1, 2), (2, 2), (0, 0)])
def test_a_place_outside_the_tree_is_none(index, size):
    assert root_from_path(bytes(32), index, size, ()) is None


# --- records and their proofs ------------------------------------------------------


def test_a_record_tells_what_the_participant_was_given():
    season = handmade_season()
    record = json.loads(seal(season).attachment("21"))["record"]
    assert record["participant"]["name"] == "Kepulauan Riau"
    assert record["rubric"]["sha256"] == season.rubric.sha256
    assert record["rubric"]["period"] == {"start": "2025-01-01", "end": "2025-12-31"}
    assert record["as_of"] == "2026-03-31"
    completion = next(
        each for each in record["indicators"] if each["id"] == "completion_rate"
    )
    assert Fraction(completion["value"]) == Fraction(27100, 273)
    assert completion["state"] == "scored"
    assert completion["evidence"][0].startswith("21/borang.xlsx › Rekap › ")
    assert record["total"]["published_low"] == (
        season.scorecard("21").total.published_low
    )
    assert [each["path"] for each in record["inputs"]] == ["21/borang.xlsx"]
    assert {each["ranking"] for each in record["standings"]} == {
        ranking.id
        for ranking in season.rankings
        if any(standing.participant == "21" for standing in ranking.standings)
    }


def test_every_participant_is_proven_without_the_others():
    season = handmade_season()
    sealed = seal(season)
    names = {each.participant.name for each in season.scorecards}
    for scorecard in season.scorecards:
        content = sealed.attachment(scorecard.participant.code)
        proven = check_attachment(content)
        assert isinstance(proven, Proven)
        assert proven.root == sealed.root
        assert proven.leaf == sealed.leaf(scorecard.participant.code)
        assert proven.record["participant"]["name"] == scorecard.participant.name
        others = names - {scorecard.participant.name}
        assert [name for name in others if name in content.decode()] == []


def test_a_season_read_again_has_the_same_seal():
    season = handmade_season()
    again = load_results(results_json(season))
    assert seal(again).root == seal(season).root
    assert seal(again).attachment("21") == seal(season).attachment("21")


def test_the_root_changes_with_any_participants_points():
    season = handmade_season()
    first, *others = season.scorecards
    changed = replace(first, coverage=first.coverage - Fraction(1, 1000))
    altered = replace(season, scorecards=(changed, *others))
    assert seal(altered).root != seal(season).root


def test_the_root_changes_with_a_neighbours_input():
    season = handmade_season()
    first, *others = season.inputs
    altered = replace(season, inputs=(replace(first, sha256="0" * 64), *others))
    assert seal(altered).root != seal(season).root


@pytest.mark.parametrize("size", [3, 5, 7, 8, 12])
def test_no_other_number_of_participants_can_be_claimed(size):
    own = json.loads(seal(handmade_season()).attachment("35"))
    assert own["size"] == len(handmade_season().scorecards)
    assert check_attachment(canonical({**own, "size": size})) == "path"


@given(st.data())
def test_any_changed_byte_of_a_proof_is_refused(data):
    content = bytearray(seal(handmade_season()).attachment("35"))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    assert not isinstance(check_attachment(bytes(content)), Proven)


def altered_proof(**changes):
    proof = json.loads(seal(handmade_season()).attachment("21"))
    return canonical({**proof, **changes})


def test_a_refused_proof_says_why():
    neighbour = json.loads(seal(handmade_season()).attachment("35"))
    assert check_attachment(b"{}") == "form"
    assert check_attachment(b'{ "a":1}') == "form"
    assert check_attachment(altered_proof(size=True)) == "form"
    assert check_attachment(altered_proof(record=neighbour["record"])) == "leaf"
    assert check_attachment(altered_proof(path=neighbour["path"])) == "path"
    assert check_attachment(altered_proof(root="0" * 64)) == "path"


def test_a_deeply_nested_proof_is_refused_and_no_crash():
    assert check_attachment(b"[" * 200_000) == "form"


@pytest.mark.parametrize(
    "spelling", [b'{"a": 1}', b'{"b":1,"a":1}', b'{"a":1,"a":1}', b'{"a":"\\u0061"}']
)
def test_only_the_canonical_spelling_is_read(spelling):
    with pytest.raises(ValueError, match="not canonical"):
        read_canonical(spelling)


# --- serials -----------------------------------------------------------------------


def won():
    season = handmade_season()
    return season, next(each for each in season.awards if each.status == "won")


def test_a_serial_is_short_and_grouped_and_checks():
    season, award = won()
    serial = seal(season).certificate(award).serial
    assert len(serial) == 19
    assert [len(group) for group in serial.split("-")] == [4, 4, 4, 4]
    assert is_serial(serial)


def test_a_serial_follows_from_rubric_award_category_participant_and_record():
    season, award = won()
    sealed = seal(season)
    serial = sealed.certificate(award).serial
    assert serial == seal(handmade_season()).certificate(award).serial
    for other in (
        replace(award, award="lain"),
        replace(award, category="lain"),
        replace(award, participant="12"),
    ):
        assert sealed.certificate(other).serial != serial
    assert replace(sealed, rubric_sha256="0").certificate(award).serial != serial


def test_a_serial_is_read_as_people_type_it():
    season, award = won()
    serial = seal(season).certificate(award).serial
    typed = serial.replace("-", " ").lower().replace("0", "o").replace("1", "l")
    assert normal_serial(f"  {typed} ") == serial
    assert normal_serial("piagam") == "PIAGAM"


@given(st.integers(0, 15), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_sign_is_noticed(at, sign):
    season, award = won()
    signs = seal(season).certificate(award).serial.replace("-", "")
    wrong = signs[:at] + sign + signs[at + 1 :]
    assert is_serial(wrong) == (wrong == signs)


@given(st.integers(0, 14))
def test_two_signs_that_changed_places_are_noticed(at):
    season, award = won()
    signs = seal(season).certificate(award).serial.replace("-", "")
    wrong = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
    assert is_serial(wrong) == (wrong == signs)


# --- the text of the QR code -------------------------------------------------------

digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.builds(QrText, st.just("7Q2C-0ZK4"), words, words, words, digests, digests))
def test_the_code_comes_back_as_it_was_written(certificate):
    assert read_qr(qr_text(certificate)) == certificate


@given(st.builds(QrText, st.just("7Q2C-0ZK4"), words, words, words, digests, digests))
def test_the_code_uses_the_alphanumeric_mode_alone(certificate):
    allowed = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert set(qr_text(certificate)) <= allowed


def test_the_code_is_one_readable_line():
    season, award = won()
    shown = seal(season).certificate(award)
    total = season.scorecard(award.participant).total.published_low
    assert shown.qr == "/".join(
        (
            *("SC1", shown.serial, award.participant, award.award.upper(), total),
            *(shown.digest.upper(), shown.root.upper()),
        )
    )
    assert len(shown.qr) < 220


@pytest.mark.parametrize("text", ["", "SC2/a", "SC1/A/B/C/D/E/F", "SC1" + "/A" * 7])
def test_another_text_is_refused(text):
    with pytest.raises(ValueError, match="not the text of a certificate's code"):
        read_qr(text)
