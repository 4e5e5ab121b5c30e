"""The words of the workbooks, in Indonesian and English.

Only headings and notes of the tool itself stand here: what the scheme calls things
comes from the rubric, and sentences about a participant come from the season.
"""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.number import Language
from scorecard.sheets.compliance_words import COMPLIANCE
from scorecard.wording import Text

WORDS: Mapping[str, Text] = {
    # sheets
    "summary": Text("Ringkasan", "Summary"),
    "all": Text("Semua", "All"),
    "award_results": Text("Penghargaan", "Awards"),
    "award_results_title": Text(
        "Penghargaan: hasil dan alasannya", "Awards: results and reasons"
    ),
    "findings": Text("Temuan", "Findings"),
    "problems": Text("Masalah", "Problems"),
    "signals": Text("Sinyal", "Signals"),
    "rubric": Text("Rubrik", "Rubric"),
    "compliance": Text("Kepatuhan", "Compliance"),
    "evidence": Text("Bukti", "Evidence"),
    # titles
    "recap_title": Text("Rekapitulasi hasil penilaian", "Recapitulation of results"),
    "wilson_bound": Text("Batas Wilson {confidence} %", "Wilson bound {confidence} %"),
    "ranking_title": Text("Peringkat kategori {name}", "Ranking of category {name}"),
    "all_title": Text("Semua peserta", "All participants"),
    "findings_title": Text("Temuan menurut indikator", "Findings by indicator"),
    "problems_title": Text(
        "Masalah pada berkas dan cara memperbaikinya",
        "Problems in the files and their repair",
    ),
    "signals_title": Text(
        "Sinyal untuk dilihat penilai; tidak mengubah nilai",
        "Signals for a person to look at; they change no score",
    ),
    "rubric_title": Text("Rubrik penilaian", "The rubric"),
    "compliance_title": Text("Lembar kepatuhan", "Compliance sheet"),
    "evidence_title": Text(
        "Bukti dukung dan rincian perhitungan", "Evidence and details of the figures"
    ),
    # facts of a run
    "edition": Text("Edisi", "Edition"),
    "period": Text("Periode", "Period"),
    "as_of": Text("Keadaan per", "As of"),
    "span": Text("{start} s.d. {end}", "{start} to {end}"),
    "rubric_file": Text("Rubrik (SHA-256)", "Rubric (SHA-256)"),
    "tool": Text("Perangkat", "Tool"),
    "participants": Text("Peserta", "Participants"),
    "submitted": Text("Menyerahkan berkas", "Submitted"),
    "not_submitted": Text("Tidak menyerahkan", "Did not submit"),
    "page": Text("Halaman &P dari &N", "Page &P of &N"),
    # columns
    "number": Text("No.", "No."),
    "place": Text("Peringkat", "Rank"),
    "code": Text("Kode", "Code"),
    "participant": Text("Peserta", "Participant"),
    "name": Text("Nama", "Name"),
    "category": Text("Kategori", "Category"),
    "total": Text("Nilai", "Total"),
    "total_low": Text("Nilai terendah", "Lowest total"),
    "total_high": Text("Nilai tertinggi", "Highest total"),
    "band": Text("Predikat", "Band"),
    "zone": Text("Zona", "Zone"),
    "coverage": Text("Cakupan bobot (%)", "Weight covered (%)"),
    "awards": Text("Penghargaan", "Awards"),
    "rank_note": Text("Catatan peringkat", "Note on the rank"),
    "problem_count": Text("Masalah", "Problems"),
    "criterion": Text("Aspek", "Criterion"),
    "indicator": Text("Indikator", "Indicator"),
    "clause": Text("Klausul", "Clause"),
    "state": Text("Keadaan", "State"),
    "value": Text("Nilai ukuran", "Measured value"),
    "unit": Text("Satuan", "Unit"),
    "numerator": Text("Pembilang", "Numerator"),
    "denominator": Text("Penyebut", "Denominator"),
    "points": Text("Poin", "Points"),
    "points_top": Text("Poin tertinggi", "Highest points"),
    "weight": Text("Bobot", "Weight"),
    "share": Text("Bagian", "Share"),
    "contribution": Text("Sumbangan", "Contribution"),
    "contribution_top": Text("Sumbangan tertinggi", "Highest contribution"),
    "reason": Text("Alasan", "Reason"),
    "remedy": Text("Perbaikan", "Remedy"),
    "file": Text("Berkas", "File"),
    "sheet": Text("Lembar", "Sheet"),
    "cell": Text("Sel", "Cell"),
    "line": Text("Baris", "Line"),
    "digest": Text("SHA-256 berkas", "SHA-256 of the file"),
    "severity": Text("Tingkat", "Severity"),
    "problem_code": Text("Kode masalah", "Problem code"),
    "problem": Text("Masalah", "Problem"),
    "seen": Text("Tertulis", "Seen"),
    "expected": Text("Seharusnya", "Expected"),
    "repair": Text("Cara memperbaiki", "Repair"),
    "signal": Text("Sinyal", "Signal"),
    "figures": Text("Angka", "Figures"),
    "threshold": Text("Ambang dalam rubrik", "The rubric's threshold"),
    # summary
    "bands_of_category": Text("Sebaran predikat menurut kategori", "Bands by category"),
    "sum": Text("Jumlah", "Total"),
    "unsettled": Text("Belum tetap", "Not settled"),
    "winners": Text("Penerima penghargaan", "Award winners"),
    "award": Text("Penghargaan", "Award"),
    "award_place": Text("Urutan", "Place"),
    "award_number": Text("Nomor piagam", "Certificate number"),
    "award_status": Text("Status", "Status"),
    "won": Text("diraih", "won"),
    "open": Text("menunggu keputusan", "to be decided"),
    "denied": Text("syarat tidak terpenuhi", "condition not met"),
    "no_awards": Text("Belum ada penerima.", "No winner yet."),
    "problems_by_severity": Text("Masalah menurut tingkat", "Problems by severity"),
    "error": Text("kesalahan", "error"),
    "warning": Text("peringatan", "warning"),
    "note": Text("catatan", "note"),
    "reading_guide": Text("Cara membaca", "How to read"),
    "guide_states": Text(
        "Angka 0 berarti dinilai nol. Sel tanpa angka selalu memuat kata: tidak ada "
        "(bukti tidak diserahkan), tidak diisi (sel kosong), tidak terbaca, tidak "
        "berlaku, menunggu, atau dibebaskan. Tidak satu pun di antaranya dihitung "
        "sebagai angka di lembar ini.",
        "A 0 means scored as zero. A cell without a number always holds a word: "
        "missing (no evidence was sent), left blank, unreadable, not applicable, "
        "pending or waived. None of them is counted as a number on these sheets.",
    ),
    "guide_interval": Text(
        "Selama ada yang menunggu atau tidak terbaca, nilai ditulis sebagai rentang: "
        "nilai terendah dan nilai tertinggi yang masih mungkin.",
        "While something is pending or unreadable a total is written as an interval: "
        "the lowest and the highest total that are still possible.",
    ),
    # states and absences
    "scored": Text("dinilai", "scored"),
    "missing": Text("tidak ada", "missing"),
    "unreadable": Text("tidak terbaca", "unreadable"),
    "not_applicable": Text("tidak berlaku", "not applicable"),
    "pending": Text("menunggu", "pending"),
    "waived": Text("dibebaskan", "waived"),
    "blank": Text("tidak diisi", "left blank"),
    "not_assessed": Text("tidak dinilai", "not assessed"),
    "unranked": Text("tidak diperingkat", "not ranked"),
    "provisional": Text("sementara", "provisional"),
    "place_of": Text("{place} dari {all}", "{place} of {all}"),
    "informative": Text("informatif", "informative"),
    # rubric sheet
    "criteria": Text("Aspek dan indikator", "Criteria and indicators"),
    "missing_policy": Text("Jika tidak ada", "If missing"),
    "measure": Text("Ukuran", "Measure"),
    "scale": Text("Skala", "Scale"),
    "basis": Text("Dasar angka", "Basis of the figures"),
    "basis_words": Text("Sumber atau pertimbangan", "Source or reasoning"),
    "coverage_key": Text("Cakupan", "Coverage"),
    "limits_key": Text("Batas waktu", "Limits"),
    "maximum_key": Text("Skala", "Scale of totals"),
    "mode_key": Text("Cara membulatkan", "Rounding"),
    "otherwise_key": Text("Selain itu", "Otherwise"),
    "places_key": Text("Desimal", "Decimals"),
    "ranges_key": Text("Rentang", "Ranges"),
    "title_key": Text("Nama", "Names"),
    "tailoring": Text("Penyesuaian menurut kategori", "Tailoring by category"),
    "tailored_weights": Text("Bobot sendiri", "Weights of its own"),
    "not_applicable_here": Text("Tidak berlaku", "Not applicable"),
    "verified": Text("terverifikasi", "verified"),
    "assumption": Text("asumsi", "assumption"),
    "zero": Text("dinilai nol", "scored as zero"),
    "exclude": Text("dikeluarkan dari bobot", "left out of the weight"),
    "not_scored_policy": Text("tidak dapat dinilai", "cannot be scored"),
    "bands": Text("Predikat", "Bands"),
    "from": Text("Dari", "From"),
    "to": Text("Sampai", "To"),
    "advice": Text("Saran", "Advice"),
    "gates": Text("Pembatas predikat", "Gates on the band"),
    "gate": Text("Pembatas", "Gate"),
    "of": Text("Atas", "Of"),
    "below": Text("Di bawah", "Below"),
    "cap": Text("Predikat paling tinggi", "Highest band"),
    "award_rules": Text("Aturan penghargaan", "Award rules"),
    "places": Text("Banyaknya", "Places"),
    "conditions": Text("Syarat", "Conditions"),
    "each_category": Text("tiap kategori", "each category"),
    "across": Text("lintas kategori", "across categories"),
    "ranked_by": Text("Menurut {name}", "By {name}"),
    "least_band": Text("predikat paling rendah {band}", "at least the band {band}"),
    "least_tickets": Text("{name} paling sedikit {n}", "{name}: at least {n}"),
    "least_points": Text(
        "poin {name} paling rendah {n}", "points of {name}: at least {n}"
    ),
    "least_value": Text("nilai paling rendah {n}", "a value of at least {n}"),
    "no_gates": Text("tidak terkena pembatas", "held by no gate"),
    "sources": Text("Sumber", "Sources"),
    "source": Text("Sumber", "Source"),
    "where": Text("Tempat", "Where"),
    "score_rule": Text(
        "Nilai 0–{maximum}, dibulatkan {places} desimal ({mode}); predikat menurut "
        "nilai {bands}, peringkat menurut nilai {ranks}; cakupan paling sedikit "
        "{coverage} % bobot.",
        "Totals from 0 to {maximum}, rounded to {places} decimals ({mode}); bands on "
        "the {bands} total, ranks on the {ranks} total; at least {coverage} % of the "
        "weight covered.",
    ),
    "exact": Text("tepat", "exact"),
    "published": Text("diumumkan", "published"),
    **COMPLIANCE,
}


def word(key: str, language: Language) -> str:
    """Give a heading or a note in the language of the rubric."""
    return WORDS[key].in_(language)
