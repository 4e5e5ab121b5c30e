"""Who sent it: by code, exact official name, alias; likeness only suggests."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.errors import ExitCode, ScorecardError
from scorecard.evidence.regions import normalised_name, regions, registry
from scorecard.model import Participant
from scorecard.rubric.load import load_rubric
from scorecard.run import evaluate
from tests.evidence_season import codes, form, messages, read
from tests.workbooks import write

FILE = "kiriman/borang.xlsx"


def test_there_are_552_official_regions() -> None:
    types = [each.type for each in regions().values()]
    assert len(types) == 552
    assert [types.count(t) for t in ("provinsi", "kabupaten", "kota")] == [38, 416, 98]
    assert regions()["74.71"] == Participant("74.71", "Kota Kendari", "kota", "")
    assert all(each.name == each.name.strip() for each in regions().values())


def test_every_official_name_means_one_region() -> None:
    everyone = registry()
    for region in regions().values():
        assert everyone.named(region.name) == region
        assert everyone.named(region.name.upper()) == region


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pemerintah Provinsi Kepulauan Riau", "21"),
        ("Pemprov. Kepri", "21"),
        ("Prov. Kep. Riau", "21"),
        ("DKI Jakarta", "31"),
        ("D.I. Yogyakarta", "34"),
        ("Pemkab Bandung", "32.04"),
        ("Kab. Bandung", "32.04"),
        ("KOTA  BANDUNG", "32.73"),
        ("Kabupaten Mamuju Utara", "76.01"),
        ("Bandung", None),
        ("Kabupaten Badun", None),
    ],
)
def test_names_are_matched_exactly_after_normalising(
    name: str, code: str | None
) -> None:
    found = registry().named(name)
    assert (found.code if found else None) == code


def test_aliases_point_to_regions_and_hide_none() -> None:
    everyone = registry()
    names = {normalised_name(each.name) for each in regions().values()}
    aliases = set(everyone.by_name) - names
    assert aliases
    assert {everyone.by_name[alias] for alias in aliases} <= set(regions())


@pytest.mark.parametrize(
    ("answers", "code", "found"),
    [
        ({}, "74.71", []),
        ({"code": 74.71}, "74.71", []),
        ({"name": None}, "74.71", []),
        ({"name": "Pemkot Kendari"}, "74.71", []),
        ({"code": 21, "name": "Kepulauan Riau"}, "21", []),
        ({"code": None, "name": "Kepri"}, "21", ["identity-code-missing"]),
        ({"name": "Kendari"}, "74.71", ["identity-name-unknown"]),
        ({"code": "71.74", "name": "Gorontalo"}, None, ["identity-contradiction"]),
        ({"code": 75.71, "name": "Gorontalo"}, "75.71", ["identity-name-unknown"]),
        ({"name": "Kota Kendarii"}, "74.71", ["identity-name-unknown"]),
        ({"name": "Kota Ambon"}, None, ["identity-contradiction"]),
        ({"code": "99.99"}, None, ["identity-code-unknown"]),
        ({"code": None, "name": None}, None, ["identity-missing"]),
        ({"code": None, "name": "Kota Kendarii"}, None, ["identity-unknown"]),
    ],
)
def test_the_code_decides_unless_the_name_contradicts_it(
    tmp_path: Path, answers: dict[str, object], code: str | None, found: list[str]
) -> None:
    reading = read(tmp_path, {FILE: form(**answers)})
    assert [each.participant.code for each in reading.submissions] == (
        [code] if code else []
    )
    assert codes(reading) == found


def test_a_code_of_a_number_cell_gets_its_zero_back(tmp_path: Path) -> None:
    reading = read(tmp_path, {FILE: form(code=73.1, name="Kabupaten Pangkep")})
    assert codes(reading) == ["participant-without-category"]
    assert "Kabupaten Pangkajene dan Kepulauan (73.10" in reading.problems[0].message.id


@pytest.mark.parametrize(
    ("answers", "indonesian", "english"),
    [
        (
            {"name": "Kota Ambon"},
            "Kode 74.71 adalah Kota Kendari, tetapi nama yang ditulis “Kota Ambon” "
            "adalah Kota Ambon (81.71); kiriman ini tidak dinilai.",
            "The code 74.71 is Kota Kendari, but the name written, “Kota Ambon”, is "
            "Kota Ambon (81.71); this submission was not judged.",
        ),
        (
            {"code": "99.99"},
            "Kode peserta “99.99” tidak dikenal; kiriman ini tidak dinilai. Mungkin "
            "maksudnya “Kota Kendari (74.71)”?",
            "The participant's code “99.99” is unknown; this submission was not "
            "judged. "
            "Did you mean “Kota Kendari (74.71)”?",
        ),
        (
            {"code": None, "name": "Kota Kendarii"},
            "Kode peserta kosong dan nama “Kota Kendarii” tidak dikenal; kiriman ini "
            "tidak dinilai. Mungkin maksudnya “Kota Kendari (74.71)”?",
            "The participant's code is blank and the name “Kota Kendarii” is unknown; "
            "this submission was not judged. Did you mean “Kota Kendari (74.71)”?",
        ),
        (
            {"code": None, "name": "Kota Kendari"},
            "Kode peserta kosong; peserta dikenali dari namanya: Kota Kendari (74.71).",
            "The participant's code is blank; it was known by its name: Kota Kendari "
            "(74.71).",
        ),
    ],
)
def test_identity_messages(
    tmp_path: Path, answers: dict[str, object], indonesian: str, english: str
) -> None:
    (found,) = read(tmp_path, {FILE: form(**answers)}).problems
    assert (found.message.id, found.message.en) == (indonesian, english)


def test_a_folder_named_after_another_region_is_reported(tmp_path: Path) -> None:
    reading = read(tmp_path, {"21-kepulauan-riau/borang.xlsx": form()})
    assert messages(reading) == [
        (
            "21-kepulauan-riau",
            "Nama folder atau berkas menyebut kode 21, tetapi borangnya dari Kota "
            "Kendari (74.71); kode dalam borang yang dipakai.",
        )
    ]


LIST = "_season/participants.csv"


def test_the_list_says_who_is_expected(tmp_path: Path) -> None:
    listed = "code,name,category\n21,Kepulauan Riau,kota\n74.71,Kota Kendari,kota\n"
    reading = read(tmp_path, {FILE: form(), LIST: listed})
    assert [
        (each.participant.code, each.submitted) for each in reading.submissions
    ] == [
        ("21", False),
        ("74.71", True),
    ]
    assert reading.submissions[0].participant.category == "kota"
    assert reading.problems == ()


def test_a_sender_who_is_not_on_the_list_is_reported(tmp_path: Path) -> None:
    listed = "code,name,category\n21,Kepulauan Riau,kota\n"
    reading = read(tmp_path, {FILE: form(), LIST: listed})
    assert [each.message.id for each in reading.problems] == [
        "Kota Kendari (74.71) mengirim, tetapi tidak ada dalam daftar peserta; tetap "
        "dinilai."
    ]


def test_others_than_regions_come_from_the_list(tmp_path: Path) -> None:
    listed = "code,name,category\nK.01,Kementerian Contoh,kota\n"
    answers = form(code="K.01", name="kementerian contoh")
    reading = read(tmp_path, {FILE: answers, LIST: listed})
    assert reading.problems == ()
    assert reading.submissions[0].participant == Participant(
        "K.01", "Kementerian Contoh", "kota", "kota"
    )


@pytest.mark.parametrize(
    ("row", "indonesian"),
    [
        (
            "99.99,Kota Kendari,kota",
            "Kode “99.99” bukan kode wilayah resmi; baris ini tidak dipakai. Mungkin "
            "maksudnya “Kota Kendari (74.71)”?",
        ),
        (
            "74.71,Kota Ambon,kota",
            "Nama “Kota Ambon” bukan nama resmi untuk kode 74.71: Kota Kendari.",
        ),
        (
            "74.71,Kota Kendari,kementerian",
            "Kategori “kementerian” untuk Kota Kendari (74.71) tidak sesuai dengan "
            "rubrik.",
        ),
        (
            "32.04,Kabupaten Bandung,kota",
            "Kategori “kota” untuk Kabupaten Bandung (32.04) tidak sesuai dengan "
            "rubrik.",
        ),
        (",Kota Kendari,kota", "Baris ini tidak memuat kode dan nama peserta."),
        (
            "21,Kepulauan Riau,kota",
            "Kode “21” sudah ada di baris 2; baris ini tidak dipakai.",
        ),
    ],
)
def test_every_row_of_the_list_is_checked(
    tmp_path: Path, row: str, indonesian: str
) -> None:
    listed = f"code,name,category\n21,Kepulauan Riau,kota\n{row}\n"
    reading = read(tmp_path, {LIST: listed})
    assert messages(reading) == [(f"{LIST}:3", indonesian)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"kode;nama\n", "kolomnya tidak lengkap"),
        (b"\xff\xfe\x00", "bukan CSV UTF-8"),
        (b"", "kolomnya tidak lengkap"),
    ],
)
def test_a_list_that_cannot_be_read_says_so(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    with pytest.raises(ScorecardError) as stopped:
        read(tmp_path, {FILE: form(), LIST: content})
    assert stopped.value.exit_code == ExitCode.INPUT
    assert [each.message.id for each in stopped.value.problems] == [
        f"Daftar peserta tidak dapat dibaca: {reason}."
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_list_is_read_as_spreadsheet_programs_save_it(
    tmp_path: Path, mark: str
) -> None:
    rows = ("code", "name", "category"), ("74.71", "Kota Kendari", "kota")
    content = "".join(mark.join(row) + "\r\n" for row in rows)
    reading = read(tmp_path, {LIST: content.encode("utf-8-sig")})
    assert [each.participant.code for each in reading.submissions] == ["74.71"]
    assert reading.problems == ()


def test_a_season_without_a_list_says_what_cannot_be_known(tmp_path: Path) -> None:
    loaded = load_rubric(None)
    season = evaluate(write(tmp_path, {}), loaded, loaded.rubric.as_of)
    (found,) = season.problems
    assert (found.code, found.severity) == ("participants-missing", "warning")
    assert found.message.id == (
        "Daftar peserta tidak ada; siapa yang tidak menyerahkan tidak dapat diketahui."
    )
    assert found.repair.id == (
        "Tambahkan _season/participants.csv yang menyebut semua peserta yang "
        "diharapkan."
    )


def test_a_listed_participant_may_name_its_parent(tmp_path: Path) -> None:
    listed = (
        "code,name,category,parent\n"
        "74.71,Kota Kendari,kota,\n"
        "U1,RSUD Kendari,kota,74.71\n"
        "U2,Puskesmas Poasia,kota,U1\n"
        "U3,Puskesmas Mata,kota,74.99\n"
    )
    reading = read(tmp_path, {LIST: listed})
    who = {each.participant.code: each.participant for each in reading.submissions}
    assert {code: (each.parent, each.parent_name) for code, each in who.items()} == {
        "74.71": ("", ""),
        "U1": ("74.71", "Kota Kendari"),
        "U2": ("U1", "RSUD Kendari"),
        "U3": ("", ""),
    }
    (found,) = (each for each in reading.problems if "parent" in each.code)
    assert (str(found.location), found.message.id, found.message.en) == (
        f"{LIST}:5",
        "Induk “74.99” untuk Puskesmas Mata (U3) tidak dikenal; peserta ini dibaca "
        "tanpa induk.",
        "The parent “74.99” of Puskesmas Mata (U3) is unknown; this participant is "
        "read without one.",
    )
