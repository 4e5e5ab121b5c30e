"""The pages' own words; what the rubric words itself is not here."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.number import Language
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, long_date

WORDS: Mapping[str, Text] = {
    # certificate
    "number": Text("Nomor", "Number"),
    "place": Text("Peringkat", "Place"),
    "category": Text("Kategori", "Category"),
    "with_score": Text("dengan nilai", "with a score of"),
    "period": Text("Periode", "Period"),
    "legal_basis": Text("Dasar hukum", "Legal basis"),
    "serial": Text("Nomor seri", "Serial number"),
    "root": Text("Segel hasil (akar Merkle)", "Seal of the results (Merkle root)"),
    "record": Text(
        "Catatan hasil peserta dengan buktinya (JSON)",
        "The participant's result record with its proof (JSON)",
    ),
    "edition": Text("edisi", "edition"),
    # rapor: head
    "as_of": Text("Keadaan per", "As of"),
    "total": Text("Nilai", "Score"),
    "of": Text("dari", "of"),
    "band": Text("Predikat", "Predicate"),
    "coverage": Text("Bobot yang dinilai", "Weight scored"),
    "unranked": Text("tanpa peringkat", "not ranked"),
    "shared": Text("bersama", "shared"),
    "provisional": Text("sementara", "provisional"),
    "award": Text("Penghargaan", "Award"),
    "award_open": Text("Belum ditetapkan", "Not decided yet"),
    "award_denied": Text("Tidak diberikan", "Not given"),
    "interval": Text(
        "Nilai belum tetap: masih ada yang ditunggu atau tidak terbaca. Nilai akhir "
        "berada di antara kedua angka ini.",
        "The score is not settled: something is pending or unreadable. The final score "
        "lies between these two figures.",
    ),
    "waits_for": Text("Yang menentukan", "What decides"),
    "capped": Text("Predikat dibatasi", "Predicate capped"),
    # rapor: criteria
    "criteria": Text("Nilai per aspek", "Score by criterion"),
    "criterion": Text("Aspek", "Criterion"),
    "points": Text("Poin", "Points"),
    "weight": Text("Bobot", "Weight"),
    "contribution": Text("Sumbangan", "Contribution"),
    "median": Text("Median", "Median"),
    "against": Text("Terhadap 100", "Against 100"),
    "reach": Text("Bagian yang belum pasti", "The part that is not settled yet"),
    "sum": Text("Nilai akhir", "Total score"),
    "settled": Text("peserta yang nilainya tetap", "participants with a settled score"),
    # rapor: strengths and gains
    "strengths": Text("Yang paling kuat", "Strongest"),
    "no_strengths": Text(
        "Belum ada indikator yang memperoleh poin.", "No indicator has points yet."
    ),
    "to_improve": Text("Yang perlu diperbaiki", "What to improve"),
    "nothing_to_improve": Text(
        "Semua indikator memperoleh poin penuh.", "Every indicator has full points."
    ),
    "nothing_known": Text(
        "Belum diketahui: nilainya belum tetap.", "Not known yet: nothing is settled."
    ),
    "remedy": Text("Perbaikan", "Remedy"),
    "mend": Text("Perbaikan", "Repair"),
    "gain": Text("Tambahan nilai", "Gain in score"),
    "total_after": Text("Nilai menjadi", "Score after"),
    "band_after": Text("Predikat menjadi", "Predicate after"),
    "no_remedy": Text(
        "Lengkapi bukti dukung indikator ini.", "Complete this indicator's evidence."
    ),
    # rapor: findings
    "findings": Text("Rincian per indikator", "Each indicator"),
    "indicator": Text("Indikator", "Indicator"),
    "value": Text("Ukuran", "Value"),
    "state": Text("Keadaan", "State"),
    "scored": Text("Dinilai", "Scored"),
    "missing": Text("Tidak ada bukti", "No evidence"),
    "unreadable": Text("Tidak terbaca", "Unreadable"),
    "not_applicable": Text("Tidak berlaku", "Not applicable"),
    "pending": Text("Menunggu", "Pending"),
    "waived": Text("Dikecualikan", "Waived"),
    # rapor: figures
    "quantities": Text("Angka laporan dan sumbernya", "Figures and their sources"),
    "quantity": Text("Jumlah", "Number"),
    "figure": Text("Angka", "Figure"),
    "source": Text("Sumber", "Source"),
    "not_given": Text("tidak diisi", "not given"),
    "definitions": Text(
        "Angka pembanding, tanpa bobot", "Figures for comparison, without weight"
    ),
    "definition": Text("Definisi", "Definition"),
    # rapor: problems
    "problems": Text("Masalah pada berkas", "Problems in the submission"),
    "listed_below": Text(
        "Daftarnya di bagian akhir rapor ini.", "They are listed at the end."
    ),
    "where": Text("Tempat", "Where"),
    "problem": Text("Masalah", "Problem"),
    "repair": Text("Cara memperbaiki", "Repair"),
    "written": Text("Tertulis", "Written"),
    "expected": Text("Seharusnya", "Expected"),
    "error": Text("Kesalahan", "Error"),
    "warning": Text("Peringatan", "Warning"),
    "note": Text("Catatan", "Note"),
    # rapor: method and foot
    "method": Text("Cara nilai ini dibuat", "How this score was made"),
    "page": Text("Halaman", "Page"),
    "digest": Text("Sidik jari rubrik (SHA-256)", "Rubric fingerprint (SHA-256)"),
    "tool": Text("Dibuat dengan scorecard", "Made with scorecard"),
    # rapor: nothing to score
    "nothing_came": Text(
        "Tidak ada berkas yang diterima, sehingga peserta ini tidak dinilai dan tidak "
        "diperingkat.",
        "Nothing was received, so this participant was neither scored nor ranked.",
    ),
    "deadline": Text("Batas waktu", "Deadline"),
    "asked": Text("Yang dinilai dan perlu disiapkan", "What is judged and asked for"),
}


def words_in(language: Language) -> Mapping[str, str]:
    """Give all words in one language, for a template."""
    return {key: text.in_(language) for key, text in WORDS.items()}


def period_of(rubric: Rubric) -> str:
    """Write the days that are judged: ``1 Januari – 31 Desember 2025``."""
    start, end = rubric.period.start, rubric.period.end
    first, last = (long_date(day, rubric.language) for day in (start, end))
    if start.year == end.year:
        first = first.removesuffix(f" {start.year}")
    return f"{first} – {last}"
