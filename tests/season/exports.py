"""Lay tickets out as LAPOR! exports them: sheet "Laporan Ringkas", three layouts."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from tests.season.forms import Styles, new_workbook
from tests.season.plan import Participant
from tests.season.tickets import Ticket

SHEET = "Laporan Ringkas"
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_PROVINCES = {
    "21": "Kepulauan Riau",
    "32": "Jawa Barat",
    "35": "Jawa Timur",
    "72": "Sulawesi Tengah",
}
_H1 = (
    *("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk"),
    *("Klasifikasi Laporan", "ID Kategori", "Kategori", "Judul Laporan"),
    *("Isi Laporan Awal", "Isi Laporan Akhir", "Tipe Laporan (Anonim/Rahasia)"),
    *("Sumber Laporan", "Instansi Induk", "Instansi Terdisposisi"),
    *("Status Laporan", "Alasan Tunda/Arsip", "Provinsi", "Kota/Kabupaten"),
)
_H2 = (
    *(*_H1[:12], "ID Instansi Terdisposisi", *_H1[12:]),
    *("Kecamatan", "Kelurahan"),
)
_H3 = (
    *(*_H2[:3], "Nama Pelapor", *_H2[3:], "Nomor SK", "Url SK"),
    *("Url Dokumen Laporan Tahunan",),
    *("Laporan yang Masuk melalui Kanal Aduan Setwapres", "Rating"),
)
LAYOUTS = {"H1": _H1, "H2": _H2, "H3": _H3}
# In layout H2 somebody deleted the preamble, as in the real file.
_WITHOUT_PREAMBLE = ("H2",)


def export_workbook(participant: Participant, tickets: tuple[Ticket, ...]) -> bytes:
    """Write tiket.xlsx in the participant's layout."""
    workbook, buffer = new_workbook()
    sheet = workbook.add_worksheet(SHEET)
    styles = Styles(workbook, {})
    layout = participant.export.layout if participant.export else "H1"
    row = 0
    if layout not in _WITHOUT_PREAMBLE:
        _preamble(sheet, participant, styles)
        row = 10
    headers = LAYOUTS[layout]
    for column, header in enumerate(headers):
        sheet.write_string(row, column, header, styles.of(bold=True, border=1))
        sheet.set_column(column, column, 18)
    for number, ticket in enumerate(tickets, start=row + 1):
        cells = _cells(participant, ticket)
        for column, header in enumerate(headers):
            if cells.get(header):
                sheet.write_string(number, column, cells[header])
    workbook.close()
    return buffer.getvalue()


def _preamble(sheet: Worksheet, participant: Participant, styles: Styles) -> None:
    rows = (
        ("Judul Laporan", "Laporan Ringkas"),
        ("Nama Instansi", owner(participant)),
        ("Tanggal Generate", "2026-01-15"),
        ("Periode Masuk", "(2025-01-01) - (2025-12-31)"),
        ("Pengelola", ""),
    )
    for number, (label, value) in enumerate(rows):
        row = 2 * number
        sheet.merge_range(row, 0, row + 1, 1, label, styles.of(bold=True))
        sheet.merge_range(row, 2, row + 1, 7, value, styles.of(valign="top"))


def owner(participant: Participant) -> str:
    """Name the government as the export does."""
    if participant.category == "provinsi":
        return f"Pemerintah Provinsi {participant.name}"
    return f"Pemerintah {participant.name}"


def _cells(participant: Participant, ticket: Ticket) -> dict[str, str]:
    identifier, category, subject, _ = ticket.topic
    day = ticket.received
    citizen = ticket.outcome == "selesai_pelapor"
    return {
        "Tracking ID": ticket.tracking_id,
        "Tanggal Laporan Masuk": f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
        "Waktu Laporan Masuk": ticket.time,
        "Nama Pelapor": f"Pelapor Contoh {ticket.number:04d}",
        "Klasifikasi Laporan": ticket.classification,
        "ID Kategori": identifier,
        "Kategori": category,
        "Judul Laporan": f"CONTOH SINTETIS {ticket.number}: {subject}",
        "Isi Laporan Awal": f"CONTOH SINTETIS, laporan tentang {subject}.",
        "Isi Laporan Akhir": f"CONTOH SINTETIS, laporan tentang {subject}.",
        "Tipe Laporan (Anonim/Rahasia)": ticket.kind,
        "Sumber Laporan": ticket.source,
        **_handling(participant, ticket),
        "Rating": str(3 + ticket.number % 3) if citizen else "",
    }


def _handling(participant: Participant, ticket: Ticket) -> dict[str, str]:
    local = participant.category != "provinsi"
    number = f"90{ticket.topic[0]}" if ticket.office else ""
    return {
        "Instansi Induk": owner(participant),
        "Instansi Terdisposisi": ticket.office,
        "ID Instansi Terdisposisi": number,
        "Status Laporan": ticket.status,
        "Alasan Tunda/Arsip": ticket.reason,
        "Provinsi": _PROVINCES[participant.code[:2]],
        "Kota/Kabupaten": participant.name if local else "",
    }
