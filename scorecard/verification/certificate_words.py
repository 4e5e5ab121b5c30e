"""Problems of one certificate: its record, serial, page, standing and signature."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_ASK: Pair = (
    "Jangan dipakai. Mintalah piagam aslinya kepada penerbit.",
    "Do not rely on it. Ask the issuer for the original certificate.",
)
_AS_MADE: Pair = (
    "Piagam PDF seperti yang dibuat scorecard.",
    "A PDF certificate as scorecard made it.",
)

CERTIFICATES: Mapping[str, ProblemWords] = {
    "certificate-unreadable": ProblemWords(
        "error",
        (
            "Berkas ini bukan PDF yang dapat dibuka.",
            "This file is no PDF that can be opened.",
        ),
        _AS_MADE,
        _ASK,
    ),
    "certificate-without-record": ProblemWords(
        "error",
        (
            "Tidak ada catatan hasil (record.json) di dalam piagam ini.",
            "There is no record (record.json) inside this certificate.",
        ),
        _AS_MADE,
        _ASK,
    ),
    "certificate-record-refused": ProblemWords(
        "error",
        (
            "Catatan hasil di dalam piagam tidak membuktikan dirinya: {why}.",
            "The record inside the certificate does not prove itself: {why}.",
        ),
        _AS_MADE,
        _ASK,
    ),
    "certificate-serial-absent": ProblemWords(
        "error",
        (
            "Nomor seri di halaman ({seen}) tidak mengikuti dari catatan hasil.",
            "The serial on the page ({seen}) does not follow from the record.",
        ),
        ("Nomor seri {serials}", "Serial {serials}"),
        (
            "Jangan dipakai. Mintalah piagam aslinya kepada penerbit. Sebuah rapor "
            "diperiksa dengan: scorecard verify BERKAS",
            "Do not rely on it. Ask the issuer for the original certificate. A rapor "
            "is checked by: scorecard verify FILE",
        ),
    ),
    "certificate-text-changed": ProblemWords(
        "error",
        (
            "{what} bukan yang ada dalam catatan hasil.",
            "{what} is not that of the record.",
        ),
        ("{expected}", "{expected}"),
        _ASK,
    ),
    "certificate-of-other-season": ProblemWords(
        "error",
        (
            "Piagam ini dari musim penilaian lain: {of}. Hasil yang dibandingkan: "
            "{results}.",
            "This certificate is of another season: {of}. The results compared are: "
            "{results}.",
        ),
        ("Akar {root}", "Root {root}"),
        (
            "Bandingkan dengan results.json dari musim yang sama.",
            "Compare with the results.json of the same season.",
        ),
    ),
    "certificate-of-other-results": ProblemWords(
        "error",
        (
            "Piagam ini disegel bersama hasil lain dari musim yang sama: akarnya bukan "
            "akar hasil ini.",
            "This certificate was sealed with other results of the same season: its "
            "root is not that of these.",
        ),
        ("Akar {root}", "Root {root}"),
        _ASK,
    ),
    "certificate-result-other": ProblemWords(
        "error",
        (
            "{name}: {what}, pada piagam {after}, dalam hasil {before}.",
            "{name}: {what} is {after} on the certificate, {before} in the results.",
        ),
        ("{before}", "{before}"),
        _ASK,
    ),
    "certificate-not-won": ProblemWords(
        "error",
        (
            "Menurut hasil ini penghargaan itu tidak dimenangkan peserta tersebut.",
            "By these results that participant did not win this award.",
        ),
        ("Penghargaan yang dimenangkan.", "An award that was won."),
        _ASK,
    ),
    "certificate-not-as-made": ProblemWords(
        "error",
        (
            "Piagam ini bukan yang dihasilkan results.json: {part} berubah.",
            "This certificate is not what results.json gives: {part} was changed.",
        ),
        ("{expected}", "{expected}"),
        _ASK,
    ),
    "certificate-packed-elsewhere": ProblemWords(
        "note",
        (
            "Isi piagam ini sama dengan yang dihasilkan results.json; hanya "
            "pemampatannya lain, karena dibuat di komputer dengan pustaka zlib yang "
            "lain atau dikemas ulang.",
            "What this certificate holds is what results.json gives; only its "
            "compression differs: it was made on a computer with another zlib library, "
            "or packed again.",
        ),
        (
            "Isi yang sama setelah dimekarkan, bita demi bita.",
            "The same content once inflated, byte for byte.",
        ),
        (
            "Bila folder hasilnya ada, periksa di sana: manifest.json memuat sidiknya.",
            "If its results folder is at hand, verify there: manifest.json holds its "
            "digest.",
        ),
    ),
    "certificate-not-listed": ProblemWords(
        "error",
        (
            "Berkas ini bukan yang tercantum dalam manifest.json.",
            "This file is not the one that manifest.json lists.",
        ),
        ("SHA-256 {sha}", "SHA-256 {sha}"),
        _ASK,
    ),
    "certificate-revoked": ProblemWords(
        "error",
        (
            "Piagam {serial} telah dicabut{day}: {reason}{replacement}",
            "Certificate {serial} was revoked{day}: {reason}{replacement}",
        ),
        ("Piagam yang berlaku.", "A certificate that holds."),
        (
            "Jangan dipakai: piagam ini tidak berlaku lagi. Tanyakan penggantinya "
            "kepada penerbit.",
            "Do not rely on it: it holds no more. Ask the issuer what takes its place.",
        ),
    ),
    "certificate-signature-broken": ProblemWords(
        "error",
        ("{summary}.", "{summary}."),
        (
            "Tanda tangan elektronik yang utuh.",
            "An electronic signature that is whole.",
        ),
        _ASK,
    ),
    "certificate-signature-padded": ProblemWords(
        "error",
        (
            "Ruang tanda tangan elektronik memuat sesuatu di luar tanda tangan itu.",
            "The field of the electronic signature holds something beside it.",
        ),
        ("Tanda tangan dan nol saja.", "The signature and zeros alone."),
        _ASK,
    ),
    "certificate-carries-more": ProblemWords(
        "error",
        (
            "Di dalam piagam ada yang tidak dibuat scorecard: {seen}.",
            "The certificate holds what scorecard does not make: {seen}.",
        ),
        _AS_MADE,
        _ASK,
    ),
    "certificate-page-not-compared": ProblemWords(
        "note",
        (
            "Halamannya hanya dibandingkan dengan catatan hasil di dalamnya: {why}.",
            "The page was compared with the record inside it alone: {why}.",
        ),
        (
            "results.json dari musim itu, dan mesin cetak PDF yang siap.",
            "That season's results.json, and a PDF engine that is ready.",
        ),
        (
            "Jalankan lagi dengan --results results.json.",
            "Run again with --results results.json.",
        ),
    ),
}
