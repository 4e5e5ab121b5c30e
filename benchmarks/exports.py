"""Write ticket exports of any size, quickly and always the same, for the benchmarks.

The workbooks have the layout of the official export and texts as long as citizens
write; every word of them is invented. They are put together from strings, as a
spreadsheet library would take minutes for a nation.
"""

from __future__ import annotations

import random
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

H1 = (
    *("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk"),
    *("Klasifikasi Laporan", "ID Kategori", "Kategori", "Judul Laporan"),
    *("Isi Laporan Awal", "Isi Laporan Akhir", "Tipe Laporan (Anonim/Rahasia)"),
    *("Sumber Laporan", "Instansi Induk", "Instansi Terdisposisi", "Status Laporan"),
    *("Alasan Tunda/Arsip", "Provinsi", "Kota/Kabupaten"),
)
H3 = (
    *H1[:3], "Nama Pelapor", *H1[3:12], "ID Instansi Terdisposisi", *H1[12:],
    *("Kecamatan", "Kelurahan", "Nomor SK", "Url SK"),
    *("Url Dokumen Laporan Tahunan",),
    *("Laporan yang Masuk melalui Kanal Aduan Setwapres", "Rating"),
)  # fmt: skip
_STATUSES = (
    *("Ditutup oleh Sistem",) * 70, *("Ditutup oleh Admin",) * 8,
    *("Ditutup oleh Pelapor",) * 4, *("Proses",) * 8,
    *("Belum Ditindaklanjuti",) * 4, *("Diarsipkan oleh Admin",) * 5,
    "Konten Terblokir",
)  # fmt: skip
_CLASSES = (
    *("Pengaduan Tidak Berkadar Pengawasan",) * 6,
    *("Pengaduan Berkadar Pengawasan",) * 3,
    *("Permintaan Informasi", "Aspirasi", ""),
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
           "Dec")  # fmt: skip
_TITLE = "Permohonan perbaikan jalan dan lampu di lingkungan RW contoh nomor "
_TEXT = (
    "Selamat pagi, izin melaporkan bahwa layanan contoh di wilayah kami belum "
    "berjalan sebagaimana mestinya sejak beberapa pekan yang lalu. Mohon kiranya "
    "dinas terkait dapat meninjau dan menindaklanjuti. Terima kasih. Contoh nomor "
)
_FIRST_ROW = 11
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName='
    '"/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    'worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    "</Types>",
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Laporan Ringkas" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/'
    f'sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/sharedStrings"'
    ' Target="sharedStrings.xml"/></Relationships>',
}


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """An export to write: whose, how many tickets, from which Tracking ID on.

    Servers that stream a workbook write each text into its cell (`inline`); spreadsheet
    programs that save it again keep all texts in one shared table.
    """

    government: str
    rows: int
    first_id: int
    columns: tuple[str, ...] = H1
    inline: bool = True
    year: int = 2025


def write_export(path: Path, plan: ExportPlan) -> None:
    """Write the workbook; the same plan gives the same bytes."""
    strings: dict[str, int] = {}
    rows = list(_sheet_rows(plan, strings))
    last = f"{_letters(len(plan.columns) - 1)}{_FIRST_ROW + plan.rows}"
    sheet = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/><sheetData>'
        f"{''.join(rows)}</sheetData></worksheet>"
    )
    texts = "".join(f"<si><t>{text}</t></si>" for text in strings)
    shared = (
        f'{_HEAD}<sst xmlns="{_MAIN}" count="{sheet.count("<v>")}"'
        f' uniqueCount="{len(strings)}">{texts}</sst>'
    )
    parts = _PARTS | {
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": shared,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def status_counts(plan: ExportPlan) -> Counter[str]:
    """Count the statuses that the export of this plan holds."""
    return Counter(_STATUSES[draw // 11 % len(_STATUSES)] for draw in _draws(plan))


def _sheet_rows(plan: ExportPlan, strings: dict[str, int]) -> Iterator[str]:
    preamble = {
        1: ("Judul Laporan", "", "Laporan Ringkas"),
        3: ("Nama Instansi", "", plan.government),
        5: ("Tanggal Generate", "", f"{plan.year}-12-31"),
        7: ("Periode Masuk", "", f"({plan.year}-01-01) - ({plan.year}-12-31)"),
        9: ("Pengelola",),
        _FIRST_ROW: plan.columns,
    }
    row = _inline_row if plan.inline else partial(_shared_row, strings)
    letters = [_letters(column) for column in range(len(plan.columns))]
    for number, cells in preamble.items():
        yield row(number, zip(letters, cells, strict=False))
    for number, cells in enumerate(_tickets(plan), start=_FIRST_ROW + 1):
        yield row(number, zip(letters, cells, strict=True))


def _inline_row(number: int, cells: Iterable[tuple[str, str]]) -> str:
    filled = "".join(
        f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in cells
        if text
    )
    return f'<row r="{number}">{filled}</row>'


def _shared_row(
    strings: dict[str, int], number: int, cells: Iterable[tuple[str, str]]
) -> str:
    shared = strings.setdefault
    filled = "".join(
        f'<c r="{letter}{number}" t="s"><v>{shared(text, len(strings))}</v></c>'
        for letter, text in cells
        if text
    )
    return f'<row r="{number}">{filled}</row>'


def _tickets(plan: ExportPlan) -> Iterator[tuple[str, ...]]:
    days = [date(plan.year, 1, 1) + timedelta(days) for days in range(365)]
    written = [f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for day in days]
    offices = [f"Dinas Contoh {number}" for number in range(1, 31)]
    place = [plan.columns.index(name) for name in H1]
    blank = [""] * len(plan.columns)
    for number, draw in enumerate(_draws(plan), start=plan.first_id):
        values = (
            str(number),
            written[draw % 365],
            f"{draw % 24:02}:{draw // 32 % 60:02}:{draw // 64 % 60:02}",
            _CLASSES[draw // 3 % len(_CLASSES)],
            str(draw % 90),
            f"Kategori {draw % 90}",
            f"{_TITLE}{number}",
            f"{_TEXT}{number}",
            f"{_TEXT}{number} {draw}",
            "Normal",
            "Website" if draw % 3 else "Aplikasi",
            plan.government,
            offices[draw // 7 % 30] if draw % 9 else "",
            _STATUSES[draw // 11 % len(_STATUSES)],
            "",
            "Provinsi Contoh",
            plan.government,
        )
        yield _spread(values, place, blank, number)


def _draws(plan: ExportPlan) -> Iterator[int]:
    chance = random.Random(plan.first_id)
    return (chance.getrandbits(40) for _ in range(plan.rows))


def _spread(
    values: tuple[str, ...], place: list[int], blank: list[str], number: int
) -> tuple[str, ...]:
    """Put the values of H1 into the layout of the export; fill what H3 adds."""
    if len(blank) == len(values):
        return values
    row = blank.copy()
    for column, value in zip(place, values, strict=True):
        row[column] = value
    row[3] = f"Pelapor Contoh {number}"
    row[14] = str(number % 30)
    row[19:21] = (f"Kecamatan {number % 40}", f"Kelurahan {number % 400}")
    row[24:26] = ("Tidak", str(number % 5 + 1))
    return tuple(row)


def _letters(column: int) -> str:
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)
