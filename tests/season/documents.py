"""Write the attached documents: one page of text as a small PDF, without a clock."""

from __future__ import annotations

from datetime import date

from scorecard.wording import long_date
from tests.season.plan import Participant

NOTICE = "CONTOH SINTETIS - bukan dokumen resmi"
_TITLES = {
    "sk_tim": "Keputusan tentang Tim Pengelola SP4N-LAPOR!",
    "rencana_aksi": "Rencana Aksi Pengelolaan Pengaduan",
}
_LABELS = {
    "nomor": "Nomor",
    "tanggal": "Tanggal penetapan",
    "diserahkan": "Tanggal diserahkan",
    "mulai": "Berlaku mulai",
    "sampai": "Berlaku sampai",
}


def attached_documents(participant: Participant) -> dict[str, bytes]:
    """Make the files that the form names, by path; those left out are not made."""
    documents = {}
    for document in _TITLES:
        named = participant.cells.get(f"{document}.berkas")
        if named and document not in participant.left_out:
            documents[str(named.value)] = pdf(_lines(participant, document))
    return documents


def pdf(lines: tuple[str, ...]) -> bytes:
    """Set lines of text on one A4 page in Helvetica; the first is the heading."""
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        " /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        " /Encoding /WinAnsiEncoding >>",
        _stream(lines),
    )
    body, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + end).encode("ascii")


def _stream(lines: tuple[str, ...]) -> str:
    shown = [f"({_escaped(line)}) Tj T*" for line in lines]
    text = "BT /F1 12 Tf 20 TL 60 760 Td\n" + "\n".join(shown) + "\nET"
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _lines(participant: Participant, document: str) -> tuple[str, ...]:
    fields = []
    for field, label in _LABELS.items():
        cell = participant.cells.get(f"{document}.{field}")
        if cell:
            value = cell.value
            shown = long_date(value, "id") if isinstance(value, date) else value
            fields.append(f"{label}: {shown}")
    return (NOTICE, "", _TITLES[document], participant.name, "", *fields)
