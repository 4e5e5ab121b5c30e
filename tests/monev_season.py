"""Write the two sample seasons of the 2023 review: ``python -m tests.monev_season``.

What is published is the classification after the review (2 provinces above 90, 6 above
75, 5 below 50 per cent followed up, of 14). Which province is which, all counts, and
everything before the review are invented. Five provinces send the whole export of
LAPOR!, the same one in both seasons; nine send the recap of each period.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric
from tests.season.forms import form_workbook, new_workbook
from tests.season.plan import SYNTHETIC, Cell, Participant

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "samples" / "monev"
RUBRIC = ROOT / "scorecard" / "rubrics" / "monev-before-after.yaml"
BEFORE, AFTER = "sebelum", "sesudah"
PERIODS = {
    BEFORE: (date(2023, 2, 1), date(2023, 4, 30)),
    AFTER: (date(2023, 6, 1), date(2023, 8, 31)),
}
_HEADERS = (
    *("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk"),
    *("Klasifikasi Laporan", "Judul Laporan", "Isi Laporan Awal"),
    *("Instansi Induk", "Instansi Terdisposisi", "Status Laporan"),
)
_STATUSES = ("Ditutup oleh Sistem", "Proses", "Belum Ditindaklanjuti")
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug")


@dataclass(frozen=True, slots=True)
class Counts:
    """Reports of one period: closed, in process, received."""

    closed: int
    in_process: int
    received: int

    def cells(self) -> dict[str, Cell]:
        """Fill the recap of the form."""
        figures = {"masuk": self.received, "selesai": self.closed}
        figures["proses"] = self.in_process
        return {key: Cell(value, SYNTHETIC) for key, value in figures.items()}


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its reports of both periods; `tickets` if it sends an export."""

    code: str
    name: str
    before: Counts
    after: Counts
    tickets: bool = False


PROVINCES = (
    Province("13", "Sumatera Barat", Counts(44, 10, 96), Counts(60, 12, 96)),
    Province("14", "Riau", Counts(24, 6, 60), Counts(52, 5, 60), True),
    Province("16", "Sumatera Selatan", Counts(40, 5, 90), Counts(70, 6, 90)),
    Province("17", "Bengkulu", Counts(6, 2, 40), Counts(15, 4, 40)),
    Province("19", "Kepulauan Bangka Belitung", Counts(15, 5, 50), Counts(36, 4, 50)),
    Province("33", "Jawa Tengah", Counts(260, 40, 500), Counts(420, 30, 500)),
    Province(
        "34", "Daerah Istimewa Yogyakarta", Counts(20, 8, 70), Counts(55, 6, 70), True
    ),
    Province("51", "Bali", Counts(90, 6, 120), Counts(105, 6, 120)),
    Province("52", "Nusa Tenggara Barat", Counts(56, 10, 110), Counts(78, 5, 110)),
    Province("53", "Nusa Tenggara Timur", Counts(4, 1, 45), Counts(20, 2, 45), True),
    Province("61", "Kalimantan Barat", Counts(10, 2, 40), Counts(28, 3, 40), True),
    Province("71", "Sulawesi Utara", Counts(25, 5, 100), Counts(45, 4, 100)),
    Province("76", "Sulawesi Barat", Counts(1, 1, 25), Counts(7, 2, 25), True),
    Province("82", "Maluku Utara", Counts(2, 1, 30), Counts(10, 2, 30)),
)


def season_files(season: str, rubric: Rubric) -> dict[str, bytes]:
    """Make all files of one season, by path below its inputs folder."""
    rows = [f"{each.code},{each.name},provinsi" for each in PROVINCES]
    listed = "\n".join(("code,name,category", *rows)) + "\n"
    files = {"_season/participants.csv": listed.encode()}
    for province in PROVINCES:
        files |= dict(_submission(province, season, rubric))
    return files


def _submission(
    province: Province, season: str, rubric: Rubric
) -> Iterator[tuple[str, bytes]]:
    counts = province.before if season == BEFORE else province.after
    cells = {
        "code": Cell(province.code, ""),
        "name": Cell(province.name, ""),
        "sumber": Cell("dibuat-buat", SYNTHETIC),
    }
    if not province.tickets:
        cells |= counts.cells()
    who = Participant(province.code, province.name, "provinsi", cells)
    yield f"{who.slug}/borang.xlsx", form_workbook(rubric, who)
    if province.tickets:
        yield f"{who.slug}/tiket.xlsx", _export(province)


def _export(province: Province) -> bytes:
    """Write the reports of both periods as LAPOR! exports them."""
    workbook, buffer = new_workbook()
    sheet = workbook.add_worksheet("Laporan Ringkas")
    for column, header in enumerate(_HEADERS):
        sheet.write_string(0, column, header)
    for row, (day, status) in enumerate(_reports(province), start=1):
        for column, cell in enumerate(_cells(province, row, day, status)):
            sheet.write_string(row, column, cell)
    workbook.close()
    return buffer.getvalue()


def _reports(province: Province) -> Iterator[tuple[date, str]]:
    for season, counts in ((BEFORE, province.before), (AFTER, province.after)):
        start, end = PERIODS[season]
        days = (end - start).days
        rest = counts.received - counts.closed - counts.in_process
        parts = zip(_STATUSES, (counts.closed, counts.in_process, rest), strict=True)
        statuses = [status for status, number in parts for _ in range(number)]
        for place, status in enumerate(statuses):
            yield start + timedelta(place * days // len(statuses)), status


def _cells(province: Province, row: int, day: date, status: str) -> tuple[str, ...]:
    return (
        f"9{province.code}{row:05d}",
        f"{day.day} {_MONTHS[day.month]} {day.year}",
        "03:15:00",
        "Pengaduan Tidak Berkadar Pengawasan",
        f"CONTOH SINTETIS {row}",
        f"CONTOH SINTETIS, laporan {row}.",
        f"Pemerintah Provinsi {province.name}",
        "Dinas Contoh",
        status,
    )


def main(folder: Path) -> None:
    """Write both seasons below the folder, in place of what was there."""
    rubric = load_rubric(RUBRIC).rubric
    for season in (BEFORE, AFTER):
        shutil.rmtree(folder / season, ignore_errors=True)
        for path, content in season_files(season, rubric).items():
            target = folder / season / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
