"""The words of the printed compliance sheet that no other page has."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.wording import Text

WORDS: Mapping[str, Text] = {
    "compliance": Text("Lembar kepatuhan", "Compliance sheet"),
    "rank_in_category": Text("Peringkat dalam kategori", "Rank within the category"),
    "self_assessment": Text(
        "Penilaian mandiri dan nilai resmi", "Self-assessment and official score"
    ),
    "own": Text("Penilaian mandiri", "Self-assessment"),
    "official": Text("Nilai resmi", "Official"),
    "gap": Text("Selisih", "Difference"),
    "relation": Text("Nilai resmi terhadap penilaian mandiri", "Official against own"),
    "self_note": Text(
        "Penilaian mandiri adalah angka yang tersimpan pada borang peserta dan tidak "
        "ikut menentukan nilai resmi. Borang tidak mengetahui nilai penilai, sehingga "
        "menyatakan rentang selama penilai masih ditunggu. Selisih = resmi − mandiri.",
        "The self-assessment is the figure stored in the participant's form; nothing "
        "official follows from it. The form cannot know assessors' marks: it states a "
        "range while they are awaited. Difference = official − own.",
    ),
    "self_absent": Text(
        "Penilaian mandiri tidak dinyatakan: borang peserta tidak memuat lembar Skor "
        "yang sudah dihitung.",
        "No self-assessment is stated: the participant's form holds no sheet Score "
        "that was worked out.",
    ),
    "self_source": Text("Sumber", "Source"),
    "derivation": Text(
        "Perhitungan menurut indikator", "Derivation, indicator by indicator"
    ),
    "share": Text("Bagian", "Share"),
    "evidence": Text("Bukti", "Evidence"),
    "reason": Text("Alasan", "Reason"),
    "totals": Text("Nilai akhir", "Total"),
    "how": Text("Cara menentukan", "How it is decided"),
    "total_exact": Text("Nilai tepat", "Exact total"),
    "total_published": Text("Nilai diumumkan", "Published total"),
    "band_uncapped": Text("Predikat sebelum pembatas", "Band before gates"),
    "bands": Text("Predikat menurut nilai", "Bands by total"),
    "from": Text("Dari", "From"),
    "to": Text("Sampai", "To"),
    "gates": Text("Pembatas predikat", "Gates on the band"),
    "gate": Text("Pembatas", "Gate"),
    "below": Text("Di bawah", "Below"),
    "cap": Text("Predikat paling tinggi", "Highest band"),
    "holds": Text("membatasi", "holds"),
    "may_hold": Text("dapat membatasi", "may hold"),
    "holds_not": Text("tidak membatasi", "does not hold"),
    "status_table": Text("Laporan menurut status", "Tickets by status"),
    "count": Text("Banyak", "Count"),
    "taken_from": Text("Diambil dari", "Taken from"),
    "tickets": Text("ekspor tiket", "ticket export"),
    "recap": Text("rekap formulir", "form recap"),
    "none": Text("tidak ada", "none"),
    "conditions": Text("Syarat dokumen", "Conditions of documents"),
    "condition": Text("Syarat", "Condition"),
    "result": Text("Hasil", "Result"),
    "met": Text("terpenuhi", "met"),
    "not_met": Text("tidak terpenuhi", "not met"),
    "marks": Text("Nilai penilai", "Assessors' marks"),
    "sample": Text("Contoh", "Sample"),
    "assessor": Text("Penilai", "Assessor"),
    "mark": Text("Nilai", "Mark"),
    "cited": Text("Bukti yang dikutip", "Evidence that is quoted"),
    "what": Text("Uraian", "Description"),
    "shown": Text("Isi sel", "Cell content"),
    "files": Text("Dokumen yang dibaca dan dilampirkan", "Documents read and attached"),
    "file": Text("Berkas", "File"),
    "size": Text("Ukuran (bita)", "Size (bytes)"),
    "digest_of_file": Text("SHA-256", "SHA-256"),
    "found": Text("ditemukan", "found"),
    "not_found": Text("tidak ditemukan", "not found"),
    "signals": Text(
        "Sinyal untuk dilihat penilai; tidak mengubah nilai",
        "Signals for a person to look at; they change no score",
    ),
    "signal": Text("Sinyal", "Signal"),
    "figures": Text("Angka", "Figures"),
    "threshold": Text("Ambang dalam rubrik", "The rubric's threshold"),
    "none_here": Text("Tidak ada.", "None."),
    "review": Text("Telaah", "Review"),
    "verdict": Text("Putusan penelaah", "Reviewer's verdict"),
    "conforms": Text("Sesuai", "Conforms"),
    "conforms_not": Text("Tidak sesuai", "Does not conform"),
    "needs_evidence": Text("Perlu bukti", "Needs evidence"),
    "review_note": Text("Catatan", "Notes"),
    "place_date": Text("Tempat, tanggal:", "Place, date:"),
    "reviewer": Text("Penelaah,", "Reviewer,"),
    "head": Text("Mengetahui,", "Acknowledged,"),
    "sign_name": Text("Nama:", "Name:"),
    "sign_nip": Text("NIP:", "Employee number:"),
    "informative": Text("informatif", "informative"),
    "unreadable_word": Text("tidak terbaca", "unreadable"),
    "pending_word": Text("menunggu", "pending"),
}
