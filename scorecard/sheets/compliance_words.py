"""The words of the compliance workbook, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.wording import Text

COMPLIANCE: Mapping[str, Text] = {
    "outcome": Text("Hasil", "Result"),
    "self_assessment": Text(
        "Penilaian mandiri dan nilai resmi", "Self-assessment and official score"
    ),
    "own": Text("Penilaian mandiri", "Self-assessment"),
    "own_low": Text("Mandiri, terendah", "Own, lowest"),
    "own_high": Text("Mandiri, tertinggi", "Own, highest"),
    "official": Text("Nilai resmi", "Official"),
    "official_low": Text("Resmi, terendah", "Official, lowest"),
    "official_high": Text("Resmi, tertinggi", "Official, highest"),
    "gap": Text("Selisih", "Difference"),
    "gap_low": Text("Selisih terendah", "Difference, lowest"),
    "gap_high": Text("Selisih tertinggi", "Difference, highest"),
    "relation": Text("Nilai resmi terhadap penilaian mandiri", "Official against own"),
    "self_note": Text(
        "Penilaian mandiri adalah angka yang tersimpan pada borang peserta ({place}). "
        "Angka itu tidak ikut menentukan nilai resmi. Borang tidak mengetahui nilai "
        "penilai, sehingga menyatakan rentang selama penilai masih ditunggu. Selisih = "
        "resmi − mandiri.",
        "The self-assessment is the figure stored in the participant's form ({place}). "
        "Nothing official follows from it. The form cannot know assessors' marks: it "
        "states a range while they are awaited. Difference = official − own.",
    ),
    "self_absent": Text(
        "Penilaian mandiri tidak dinyatakan: borang peserta tidak memuat lembar Skor "
        "yang sudah dihitung.",
        "No self-assessment is stated: the participant's form holds no sheet Score "
        "that was worked out.",
    ),
    "rank_in_category": Text("Peringkat dalam kategori", "Rank within the category"),
    "derivation": Text(
        "Perhitungan menurut indikator", "Derivation, indicator by indicator"
    ),
    "totals": Text("Nilai akhir", "Total"),
    "low": Text("Terendah", "Lowest"),
    "high": Text("Tertinggi", "Highest"),
    "figure": Text("Angka", "Figure"),
    "how": Text("Cara menentukan", "How it is decided"),
    "total_points": Text("Poin gabungan (0–100)", "Joined points (0–100)"),
    "total_exact": Text("Nilai tepat (skala 0–{maximum})", "Exact total (0–{maximum})"),
    "gates_rule": Text(
        "tidak lebih tinggi daripada pembatas yang berlaku",
        "no higher than the gates in force allow",
    ),
    "total_published": Text("Nilai diumumkan", "Published total"),
    "band_uncapped": Text("Predikat sebelum pembatas", "Band before gates"),
    "hit": Text("membatasi", "holds"),
    "no_hit": Text("tidak membatasi", "does not hold"),
    "no_total": Text("tidak ada nilai", "no total"),
    "verdict": Text("Putusan penelaah", "Reviewer's verdict"),
    "review_note": Text("Catatan penelaah", "Reviewer's note"),
    "review_date": Text("Tanggal telaah", "Date of review"),
    "conforms": Text("Sesuai", "Conforms"),
    "conforms_not": Text("Tidak sesuai", "Does not conform"),
    "needs_evidence": Text("Perlu bukti", "Needs evidence"),
    "verdict_hint": Text("Pilih salah satu dari daftar.", "Choose one from the list."),
    "date_hint": Text(
        "Tulis tanggal, tidak lebih awal dari {start}.",
        "Write a date, not before {start}.",
    ),
    "unlocked_note": Text(
        "Sel berwarna kuning boleh diisi penelaah; sel lain terkunci tanpa sandi.",
        "The reviewer may fill the yellow cells; the others are locked, no password.",
    ),
    "coverage_table": Text("Cakupan bobot per aspek", "Weight covered by criterion"),
    "covered_part": Text("Ada bukti (0–1)", "With evidence (0–1)"),
    "judged_part": Text("Dinilai (0–1)", "Judged (0–1)"),
    "applying": Text("Bobot yang berlaku", "Weight that applies"),
    "applies": Text("Berlaku", "Applies"),
    "status_table": Text("Laporan menurut status", "Tickets by status"),
    "quantity": Text("Jumlah laporan", "Number of tickets"),
    "count": Text("Banyak", "Count"),
    "taken_from": Text("Diambil dari", "Taken from"),
    "tickets": Text("ekspor tiket", "ticket export"),
    "recap": Text("rekap formulir", "form recap"),
    "none": Text("tidak ada", "none"),
    "shares": Text("Jumlah dan persentase", "Counts and percentages"),
    "percent": Text("Persen", "Per cent"),
    "percent_low": Text("Persen terendah", "Per cent, lowest"),
    "percent_high": Text("Persen tertinggi", "Per cent, highest"),
    "after": Text("Periode ini", "This period"),
    "before": Text("Periode lalu", "Last period"),
    "change": Text("Perubahan", "Change"),
    "evidence_note": Text(
        "Angka bukti berdiri sekali di lembar ini; selebihnya rumus. Lepaskan "
        "perlindungan lembar (tanpa sandi) untuk mencoba angka lain: nilai pada lembar "
        "Kepatuhan ikut berubah.",
        "Each figure of the evidence stands here once; all else is a formula. Take the "
        "protection off (no password) to try another figure: the total on the sheet "
        "Compliance follows.",
    ),
    "marks": Text("Nilai penilai", "Assessors' marks"),
    "mark": Text("Contoh dan penilai", "Sample and assessor"),
    "given": Text("Nilai", "Mark"),
    "part_of_mean": Text("Bagian dalam rata-rata", "Part in the mean"),
    "mean": Text("Rata-rata", "Mean"),
    "mean_low": Text("Rata-rata terendah", "Mean, lowest"),
    "mean_high": Text("Rata-rata tertinggi", "Mean, highest"),
    "answers": Text("Jawaban dan angka yang dinilai", "Answers and figures as scored"),
    "cited": Text("Bukti yang dikutip", "Evidence that is quoted"),
    "shown": Text("Isi sel", "Cell content"),
    "what": Text("Uraian", "Description"),
    "document_conditions": Text("Syarat dokumen", "Conditions of documents"),
    "points_met": Text("Poin terpenuhi", "Points met"),
    "points_all": Text("Poin seluruhnya", "Points in all"),
    "met": Text("terpenuhi", "met"),
    "not_met": Text("tidak terpenuhi", "not met"),
    "result": Text("Hasil", "Result"),
    "files": Text("Dokumen yang dilampirkan", "Attached documents"),
    "size": Text("Ukuran (bita)", "Size (bytes)"),
    "found": Text("ditemukan", "found"),
    "not_found": Text("tidak ditemukan", "not found"),
    "document_contents": Text("Isi dokumen terlampir", "What the documents hold"),
    "pages": Text("Halaman", "Pages"),
    "text_check": Text("Pemeriksaan teks", "Check of the text"),
    "text_number": Text("nomor", "number"),
    "text_date": Text("tanggal", "date"),
    "text_year": Text("tahun dari", "year of"),
    "on_page": Text("hlm.", "p."),
    "no_text": Text(
        "tanpa teks yang dapat dibaca; perlu dilihat oleh orang",
        "no text that can be read; a person must look",
    ),
    "e_signature": Text("Tanda tangan elektronik", "Electronic signature"),
    "unusual": Text("Isi tak lazim", "Unusual content"),
    "javascript": Text("skrip", "script"),
    "launch": Text("menjalankan program", "runs a program"),
    "embedded_files": Text("berkas sisipan", "files inside"),
    "none_here": Text("Tidak ada.", "None."),
    "signature_place": Text("Tempat, tanggal:", "Place, date:"),
    "reviewer": Text("Penelaah,", "Reviewer,"),
    "head": Text("Mengetahui,", "Acknowledged,"),
    "signature_name": Text("Nama:", "Name:"),
    "signature_nip": Text("NIP:", "Employee number:"),
}
