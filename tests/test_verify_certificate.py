"""One certificate: what was altered on it is caught and named; a true one passes."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from functools import cache, partial

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from scorecard.cli import main
from scorecard.engine import pdf_engine
from scorecard.errors import ExitCode
from scorecard.export import artifacts, write
from scorecard.pages.certificate import certificate_page
from scorecard.pages.edition import Edition
from scorecard.pages.render import render_pdfs
from scorecard.results import results_json
from scorecard.sealing import seal
from scorecard.sealing.register import REGISTER, Register
from scorecard.verification.against_results import results_problems
from scorecard.verification.certificate import check_certificate
from scorecard.verification.folder import Sealed
from scorecard.verification.remade import Remaking
from scorecard.wanted import Wanted
from tests.handmade_season import handmade_season, loaded_rubric
from tests.pdfs import pdf_of, signed, with_more_on_the_page
from tests.repacked import repacked_pdf
from tests.sealed_folder import LACKS_PDF, NO_PDF, better

pytestmark = pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")


def won():
    return next(each for each in handmade_season().awards if each.status == "won")


SEALED = seal(handmade_season())
SERIAL = SEALED.certificate(won()).serial
WINNER = won().participant


def printed_from(season, sealed, rubric=None):
    """Print the certificate of a season, with the seal of another perhaps."""
    edition = Edition(season, rubric or loaded_rubric().rubric, sealed)
    (artifact,) = render_pdfs((certificate_page(edition, won(), "a.pdf"),), 1)
    return artifact.content


@cache
def printed():
    return printed_from(handmade_season(), SEALED)


@cache
def printed_and_signed():
    return signed(printed())


@pytest.fixture
def outputs(tmp_path):
    """Give a results folder with results.json and nothing else."""
    folder = tmp_path / "outputs"
    folder.mkdir()
    (folder / "results.json").write_bytes(results_json(handmade_season()))
    return folder


@pytest.fixture
def check(outputs, tmp_path, capsys):
    """Verify a certificate by the command, with the results or alone."""

    def checked(content, *, alone=False, results=None):
        file = tmp_path / "piagam.pdf"
        file.write_bytes(content)
        compared = [] if alone else ["--results", str(results or outputs / RESULTS)]
        words = ["certificate", "verify", str(file), *compared, "--json"]
        code = main([*words, "--lang", "en"])
        (told,) = json.loads(capsys.readouterr().out)
        assert (code == ExitCode.INTEGRITY) == (not told["valid"])
        return told

    return checked


RESULTS = "results.json"


def codes(told):
    return [each["code"] for each in told["problems"]]


def messages(told):
    return [each["message"] for each in told["problems"]]


# --- a true one --------------------------------------------------------------------


def test_a_true_certificate_is_valid_and_says_whose_it_is(check):
    told = check(printed())
    assert told["valid"]
    assert told["compared_with_results"]
    assert told["problems"] == []
    assert told["serial"] == SERIAL
    assert told["participant"] == WINNER
    assert told["record"] == SEALED.leaf(WINNER)
    assert told["root"] == SEALED.root


def test_alone_nothing_speaks_against_it_and_what_was_not_compared_is_said(check):
    told = check(printed(), alone=True)
    assert told["valid"]
    assert codes(told) == ["certificate-page-not-compared"]


def test_a_signed_certificate_is_as_made_and_the_signature_is_told(check):
    told = check(signed(printed()))
    assert told["valid"]
    assert "in the name of Pejabat Uji" in told["signatures"][0]


def test_the_results_beside_its_folder_are_found(outputs, capsys):
    (outputs / "certificates").mkdir()
    file = outputs / "certificates" / "a.pdf"
    file.write_bytes(printed())
    assert main(["certificate", "verify", str(file), "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert f"  Serial: {SERIAL}\n" in shown
    assert shown.endswith("Valid: equal to what results.json gives.\n")
    assert main(["certificate", "verify", str(file), "--lang", "id"]) == 0
    assert "Sah: sama dengan yang dihasilkan results.json." in capsys.readouterr().out


def test_a_signed_file_beside_outputs_is_held_against_them(
    outputs, tmp_path, register, capsys
):
    file = tmp_path / "signed" / "certificates" / "a.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(printed_and_signed())
    assert main(["certificate", "verify", str(file), "--lang", "en"]) == 0
    assert "Valid: equal to" in capsys.readouterr().out
    register("revoke", SERIAL, "--reason", "wrong name")
    words = ["certificate", "verify", str(file), "--lang", "en"]
    assert main(words) == ExitCode.INTEGRITY
    assert f"Certificate {SERIAL} was revoked" in capsys.readouterr().out


# --- the page ----------------------------------------------------------------------


def with_page_of(season):
    """Print what another season says, with this season's record inside."""
    return printed_from(season, SEALED)


def test_another_score_on_the_page_is_named_without_the_results(check):
    told = check(with_page_of(better(handmade_season(), WINNER)), alone=True)
    assert not told["valid"]
    assert "The score on the page is not that of the record." in messages(told)


def renamed(name):
    season = handmade_season()
    cards = tuple(
        replace(card, participant=replace(card.participant, name=name))
        if card.participant.code == WINNER
        else card
        for card in season.scorecards
    )
    return replace(season, scorecards=cards)


def test_one_other_letter_in_the_name_is_named(check):
    told = check(with_page_of(renamed("Jawa Timor")), alone=True)
    assert messages(told)[:2] == [
        "The participant's name on the page is not that of the record.",
        "The name in the metadata is not that of the record.",
    ]
    told = check(with_page_of(renamed("Jawa Timor")))
    altered = next(e for e in told["problems"] if e["code"].endswith("not-as-made"))
    assert altered["expected"] == "TIMUR"
    assert altered["seen"] == "TIMOR"


def test_another_serial_on_the_page_is_named(check):
    other = replace(SEALED, rubric_sha256="0" * 64)
    told = check(printed_from(handmade_season(), other), alone=True)
    assert codes(told)[0] == "certificate-serial-absent"
    assert told["problems"][0]["expected"].startswith(f"Serial {SERIAL}")


def test_a_word_that_no_record_holds_is_caught_by_the_results(check):
    season, loaded = handmade_season(), loaded_rubric().rubric
    certificate = loaded.certificate.model_copy(update={"place": "Jayapura"})
    rubric = loaded.model_copy(update={"certificate": certificate})
    told = check(printed_from(season, SEALED, rubric))
    assert codes(told) == ["certificate-not-as-made"]
    assert told["problems"][0]["seen"].startswith("Jayapura")
    assert told["problems"][0]["message"] == (
        "This certificate is not what results.json gives: the text of its page was"
        " changed."
    )


# --- the file ----------------------------------------------------------------------


def rewritten(change):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed())))
    change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def with_record(content):
    """Put another record into the certificate."""

    def swap(writer):
        names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
        stream = names[1]["/EF"]["/F"].get_object()
        stream.set_data(content)

    return rewritten(swap)


def test_a_changed_metadata_field_is_caught(check):
    def retitled(writer):
        writer._info.get_object()[NameObject("/Subject")] = TextStringObject("lain")

    told = check(rewritten(retitled))
    assert "its metadata was changed" in messages(told)[0]


def test_the_attachment_of_another_participant_is_caught(check):
    other = next(code for code in SEALED.index if code != WINNER)
    told = check(with_record(SEALED.attachment(other)), alone=True)
    assert codes(told)[0] == "certificate-serial-absent"


def test_one_changed_letter_in_the_attachment_is_caught(check):
    record = SEALED.attachment(WINNER).replace(b"Jawa Timur", b"Jawa Timor")
    told = check(with_record(record), alone=True)
    assert messages(told)[0] == (
        "The record inside the certificate does not prove itself: the record is not"
        " the one whose digest stands beside it."
    )


def test_the_proof_of_another_participant_is_caught(check):
    own = json.loads(SEALED.attachment(WINNER))
    other = next(code for code in SEALED.index if code != WINNER)
    own["path"] = json.loads(SEALED.attachment(other))["path"]
    content = json.dumps(own, sort_keys=True, separators=(",", ":"))
    told = check(with_record(content.encode()), alone=True)
    assert codes(told)[0] == "certificate-record-refused"


def test_a_certificate_without_a_record_is_refused(check):
    told = check(pdf_of(["Piagam Penghargaan"]), alone=True)
    assert codes(told)[0] == "certificate-without-record"
    assert check(b"%PDF-1.7 bukan", alone=True)["serial"] is None


def test_a_line_added_after_the_signature_is_caught(check):
    told = check(with_more_on_the_page(signed(printed())))
    assert "certificate-signature-broken" in codes(told)


@pytest.mark.parametrize("at", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_any_changed_byte_is_caught_by_the_results(check, at):
    content = bytearray(printed())
    content[int(len(content) * at)] ^= 1
    assert not check(bytes(content))["valid"]


@pytest.mark.parametrize("at", [0.2, 0.6, 0.85, 0.97, 0.999])
def test_any_changed_byte_of_a_signed_one_is_caught(check, at):
    content = bytearray(printed_and_signed())
    content[int(len(content) * at)] ^= 1
    assert not check(bytes(content))["valid"]


def test_without_an_engine_the_manifest_tells_of_any_changed_byte(tmp_path):
    season, rubric = handmade_season(), loaded_rubric().rubric
    only = Wanted(("pdf",), (WINNER,), season_wide=False)
    made = artifacts(season, rubric, workers=1, pdf=pdf_engine(), only=only)
    write(made, tmp_path / "outputs")
    (path,) = (tmp_path / "outputs" / "certificates").glob("*.pdf")
    sealed, how = Sealed(season, loaded_rubric(), SEALED), Remaking(NO_PDF)

    def found(content):
        checked = check_certificate(path, content, Register())
        of = checked.certificate
        return [e.code for e in results_problems(of, sealed, path.parents[1], how)]

    content = path.read_bytes()
    note = "certificate-page-not-compared"
    assert found(content) == [note]
    assert found(signed(content)) == [note]
    assert found(content + b" ") == ["certificate-not-listed", note]


@pytest.mark.parametrize("at", [0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9])
def test_one_other_glyph_on_the_page_is_named(check, at):
    told = check(repacked_pdf(printed(), 9, change=partial(other_glyph, at=at)))
    assert not told["valid"]
    (altered,) = (e for e in told["problems"] if e["code"].endswith("not-as-made"))
    assert "the text of its page was changed" in altered["message"]
    assert altered["expected"] != altered["seen"]


def other_glyph(plain, at):
    """Put the glyph before it in the place of one of the page's."""
    if b"/MCID" not in plain:
        return plain
    shown = list(re.finditer(rb"<([0-9a-f]{4})>", plain))
    chosen = int(at * len(shown)) or 1
    while shown[chosen][1] == shown[chosen - 1][1]:
        chosen += 1
    begin, end = shown[chosen].span()
    return plain[:begin] + shown[chosen - 1][0] + plain[end:]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<dc:title>", b"<dc:title><!-- -->"),
        (b"Jawa Timur", b"Jawa Timor"),
        (b'pdf:Producer="', b'pdf:Producer="x'),
    ],
)
def test_one_other_letter_in_the_packet_of_metadata_is_caught(check, old, new):
    def edited(plain):
        is_packet = plain.startswith(b"<?xpacket")
        return plain.replace(old, new) if is_packet else plain

    content = repacked_pdf(printed(), 9, change=edited)
    assert content != printed()
    assert "its metadata was changed" in messages(check(content))[0]


def test_one_other_letter_of_the_attachment_is_caught_though_packed_rightly(check):
    def edited(plain):
        is_record = plain.startswith(b'{"format"')
        return plain.replace(b"Jawa Timur", b"Jawa Timor") if is_record else plain

    told = check(repacked_pdf(printed(), 9, change=edited))
    assert codes(told) == ["certificate-record-refused"]


def test_what_is_added_behind_an_unsigned_certificate_is_caught(check):
    told = check(with_more_on_the_page(printed()))
    assert set(codes(told)) == {"certificate-not-as-made"}
    assert "the text of its page was changed" in messages(told)[0]
    assert not check(printed() + b"\n")["valid"]


def test_a_certificate_saved_again_by_another_program_is_caught(check):
    told = check(rewritten(lambda writer: None))
    assert codes(told) == ["certificate-not-as-made"]
    assert "its drawing or structure was changed" in messages(told)[0]


# --- the season --------------------------------------------------------------------


def test_a_certificate_of_another_season_is_refused_with_the_reason(check, tmp_path):
    season = handmade_season()
    rubric = replace(season.rubric, edition="2031")
    later = tmp_path / "later.json"
    later.write_bytes(results_json(replace(season, rubric=rubric)))
    told = check(printed(), results=later)
    assert codes(told) == ["certificate-of-other-season"]
    assert "edition 2025" in messages(told)[0]
    assert "edition 2031" in messages(told)[0]


def test_a_certificate_of_other_results_tells_what_differs(check, tmp_path):
    other = tmp_path / "other.json"
    other.write_bytes(results_json(better(handmade_season(), WINNER)))
    told = check(printed(), results=other)
    assert codes(told)[0] == "certificate-of-other-results"
    assert any("total is" in each and "99.99" in each for each in messages(told))


# --- the register ------------------------------------------------------------------


@pytest.fixture
def register(outputs):
    def command(*words):
        return main(["certificate", *words, "-o", str(outputs), "--lang", "en"])

    return command


def test_a_revoked_certificate_is_refused_with_the_reason(check, register, capsys):
    typed = SERIAL.lower().replace("-", "")
    words = ["--reason", "wrong name", "--on", "2026-05-02"]
    assert register("revoke", typed, *words) == 0
    assert f"{SERIAL}: revoked. Jawa Timur, " in capsys.readouterr().out
    told = check(printed())
    assert messages(told) == [
        f"Certificate {SERIAL} was revoked on 2 May 2026: wrong name."
    ]


def test_a_replacement_is_named(check, register, capsys):
    new = "0000-0000-0000-0000"
    register("revoke", SERIAL, "--reason", "Wrong name.", "--replaced-by", new)
    capsys.readouterr()
    assert messages(check(printed()))[0].endswith(
        f"was revoked: Wrong name. Replaced by {new}."
    )


def test_a_certificate_that_was_issued_again_holds(check, register, capsys):
    register("revoke", SERIAL, "--reason", "a mistake")
    assert register("reissue", SERIAL, "--reason", "the revocation was wrong") == 0
    capsys.readouterr()
    assert check(printed())["valid"]
    assert register("register") == 0
    lines = capsys.readouterr().out.splitlines()
    whose = f"(Jawa Timur, {won().title.en})"
    assert lines[0] == f"1. —  {SERIAL}  revoked: a mistake {whose}"
    assert lines[1] == (
        f"2. —  {SERIAL}  issued again: the revocation was wrong {whose}"
    )
    assert lines[2].startswith("Register: 2 entries, head ")


def test_a_register_that_was_tampered_with_is_refused(check, register, outputs, capsys):
    register("revoke", SERIAL, "--reason", "a mistake")
    capsys.readouterr()
    file = outputs / REGISTER
    file.write_bytes(file.read_bytes().replace(b"a mistake", b"a mistook"))
    assert "register-broken" in codes(check(printed()))
    assert register("revoke", SERIAL, "--reason", "again") == ExitCode.INTEGRITY
    assert register("register") == ExitCode.INTEGRITY


@pytest.mark.parametrize(
    "case",
    [
        (
            ["revoke", f"{SERIAL[:-1]}?", "--reason", "x"],
            f"{SERIAL[:-1]}? is no serial of a certificate: its check symbol does not"
            " agree. Look at it once more.",
        ),
        (
            ["revoke", "piagam.pdf", "--reason", "x"],
            "piagam.pdf is no serial of a certificate. It is printed on the"
            " certificate, such as 2HSM-8QXM-2W5J-J2WY.",
        ),
        (["revoke", SERIAL, "--reason", " "], "Give the reason."),
        (
            ["reissue", SERIAL, "--reason", "x"],
            f"Certificate {SERIAL} is not revoked, so there is nothing to issue again.",
        ),
        (
            ["revoke", SERIAL, "--reason", "x", "--replaced-by", SERIAL],
            "A certificate cannot replace itself; use: certificate reissue.",
        ),
    ],
)
def test_what_cannot_be_entered_is_refused(register, outputs, capsys, case):
    words, said = case
    assert register(*words) == ExitCode.USAGE
    assert said in capsys.readouterr().err
    assert not (outputs / REGISTER).exists()


def test_a_certificate_is_revoked_once(register, capsys):
    on = ["--on", "2026-05-02"]
    assert register("revoke", SERIAL, "--reason", "wrong name", *on) == 0
    assert register("revoke", SERIAL, "--reason", "x") == ExitCode.USAGE
    assert (
        f"Certificate {SERIAL} is revoked already (date: 2 May 2026; reason: wrong"
        " name)."
    ) in capsys.readouterr().err


def test_entries_are_numbered_on_and_the_last_of_a_serial_holds(
    register, check, capsys
):
    for verb in ("revoke", "reissue", "revoke"):
        assert register(verb, SERIAL, "--reason", verb) == 0
    capsys.readouterr()
    assert register("register") == 0
    numbers = [line.split(".")[0] for line in capsys.readouterr().out.splitlines()[:3]]
    assert numbers == ["1", "2", "3"]
    assert "certificate-revoked" in codes(check(printed()))


UNKNOWN = "0000-0000-0000-0000"


def test_an_unknown_serial_is_refused_unless_it_is_of_earlier_results(
    register, outputs, capsys
):
    words = ["revoke", UNKNOWN, "--reason", "x"]
    assert register(*words) == ExitCode.USAGE
    assert (
        f"No certificate of the results in the folder {outputs} has the serial"
        f" {UNKNOWN}. If it is of earlier results, add --earlier; if the folder is"
        " another, name it with -o."
    ) in capsys.readouterr().err
    assert not (outputs / REGISTER).exists()
    assert register(*words, "--earlier") == 0
    assert (
        f"{UNKNOWN}: revoked. It is of earlier results, not of those that are now in"
        " this folder."
    ) in capsys.readouterr().out


def test_a_folder_that_holds_no_results_gets_no_register(tmp_path, capsys):
    words = ["certificate", "revoke", SERIAL, "--reason", "x", "--lang", "id"]
    assert main([*words, "-o", str(tmp_path)]) == ExitCode.USAGE
    assert (
        f"Tidak ada piagam bernomor seri {SERIAL} dalam hasil di folder {tmp_path}."
    ) in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            (
                f"{SERIAL}: revoked. Jawa Timur, {won().title.en}.",
                "Register: 1 entry, head ",
                "Keep this head somewhere else: by it a register that was cut off will"
                " be noticed.",
            ),
        ),
        (
            "id",
            (
                f"{SERIAL}: dicabut. Jawa Timur, {won().title.id}.",
                "Daftar piagam: 1 catatan, kepala ",
                "Simpan kepala ini di tempat lain: dengannya kelak ketahuan bila daftar"
                " dipotong.",
            ),
        ),
    ],
)
def test_a_revocation_is_told_in_both_languages(outputs, capsys, language, lines):
    words = ["certificate", "revoke", SERIAL, "--reason", "x", "-o", str(outputs)]
    assert main([*words, "--lang", language]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split("head ")[0].split("kepala ")[0] for line in shown] == [
        line.split("head ")[0].split("kepala ")[0] for line in lines
    ]


def test_an_empty_register_says_so_and_takes_the_folder_as_others_do(outputs, capsys):
    for words in ([str(outputs)], ["-o", str(outputs)]):
        assert main(["certificate", "register", *words, "--lang", "en"]) == 0
        shown = capsys.readouterr().out.splitlines()
        assert shown[0] == "No certificate has been revoked so far."
        assert shown[1].startswith("Register: 0 entries, head ")
