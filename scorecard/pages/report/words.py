"""The report's own words; those it shares with the rapor stand in `pages.words`."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.number import Language
from scorecard.pages.words import WORDS as PAGE_WORDS
from scorecard.wording import Text

WORDS: Mapping[str, Text] = {
    # frame
    "skip": Text("Langsung ke isi", "Skip to the content"),
    "sections": Text("Bagian halaman", "Sections of the page"),
    "in_english": Text("In English", "In English"),
    "in_indonesian": Text("Dalam bahasa Indonesia", "Dalam bahasa Indonesia"),
    "language": Text("Bahasa", "Language"),
    "dark": Text("Tampilan gelap", "Dark display"),
    "print": Text("Cetak", "Print"),
    "brand": Text("Laporan", "Report"),
    "report": Text("Laporan hasil evaluasi", "Report of the evaluation"),
    "as_of": Text("keadaan per", "as of"),
    "without_script": Text(
        "Halaman ini terbaca tanpa JavaScript. Urutan, saringan, pilihan bahasa, dan "
        "rincian setiap peserta memerlukannya; rincian yang sama ada dalam rapor dan "
        "lembar kepatuhan di folder ini.",
        "This page can be read without JavaScript. Sorting, filters, the choice of "
        "language and each participant's details need it; the same details are in the "
        "rapors and compliance sheets of this folder.",
    ),
    # headline
    "mean": Text("nilai rata-rata", "mean total"),
    "median": Text("nilai tengah (median)", "median total"),
    "awards_given": Text("penghargaan diberikan", "awards are given"),
    "first_places": Text("Peringkat pertama", "First places"),
    # winners
    "winners": Text("Siapa yang menang", "Who won"),
    "winners_about": Text(
        "Tiga teratas setiap kategori menurut nilai, syarat penghargaannya, dan apa "
        "yang memisahkan mereka.",
        "The first three of each category by total, the conditions of their award, and "
        "what separates them.",
    ),
    "award_won": Text("Diperoleh", "Won"),
    "award_open": Text("Belum dapat ditetapkan", "Not decided yet"),
    "award_denied": Text("Tidak diberikan", "Not given"),
    "in_total": Text("Sumbangan kepada selisihnya", "Where that comes from"),
    "in_points": Text("Selisih poin per aspek", "Difference in points by criterion"),
    "other_awards": Text("Penghargaan lain", "Other awards"),
    "why_award": Text("Mengapa", "Why"),
    # ranking
    "ranking": Text("Peringkat", "Ranking"),
    "ranking_about": Text(
        "Setiap kolom dapat diurutkan. Nama membuka rincian peserta sampai ke sel "
        "buktinya.",
        "Every column can be sorted. A name opens the participant's details, down to "
        "the cells of its evidence.",
    ),
    "search": Text("Cari nama atau kode", "Search by name or code"),
    "category": Text("Kategori", "Category"),
    "band": Text("Predikat", "Band"),
    "province": Text("Provinsi", "Province"),
    "state": Text("Keadaan", "State"),
    "all": Text("Semua", "All"),
    "reset": Text("Hapus saringan", "Clear filters"),
    "place": Text("Peringkat", "Place"),
    "participant": Text("Peserta", "Participant"),
    "total": Text("Nilai", "Total"),
    "likely": Text("Rentang peringkat", "Likely places"),
    "remark": Text("Catatan", "Remark"),
    "shared": Text("bersama", "shared"),
    "provisional": Text("sementara", "provisional"),
    "capped": Text("predikat dibatasi", "band is capped"),
    "scored": Text("Dinilai", "Scored"),
    "interval": Text("Belum tetap", "Not settled"),
    "not_scored": Text("Tidak dapat dinilai", "Not assessable"),
    "not_submitted": Text("Tidak menyerahkan", "Not submitted"),
    "none_found": Text(
        "Tidak ada peserta yang cocok dengan saringan.",
        "No participant fits the filters.",
    ),
    # how sure
    "sure": Text("Seberapa pasti", "How sure"),
    "sure_about": Text(
        "Titik adalah peringkat; garis adalah rentang peringkat bila bobot, batas "
        "skala, dan bukti sedikit berbeda seperti dinyatakan rubrik. Garis "
        "putus-putus adalah batas penghargaan.",
        "The dot is the place; the line spans the places if weights, posts of scales "
        "and evidence differ a little, as the rubric states. The dashed line is the "
        "award's boundary.",
    ),
    "chance": Text("Peluang penghargaan", "Chance of the award"),
    "plot": Text("Peringkat dan rentangnya", "Place and its range"),
    "draws": Text("simulasi", "draws"),
    "what_varies": Text("Yang dibuat berbeda", "What is varied"),
    "left_out": Text(
        "Bila satu aspek tidak dihitung", "If one criterion did not count"
    ),
    "mean_change": Text("Rata-rata perubahan peringkat", "Mean change of place"),
    "drivers": Text("Yang paling menggerakkan peringkat", "What moves places most"),
    "alone": Text("Sendiri", "Alone"),
    "together": Text("Bersama yang lain", "With the others"),
    # since the earlier season
    "changed": Text("Sejak musim sebelumnya", "Since the earlier season"),
    "slope": Text(
        "garis dari nilai sebelumnya ke nilai sekarang; angkanya dalam tabel di bawah",
        "lines from the total before to the total now; the figures are in the table",
    ),
    "rose_most": Text("Paling naik", "Rose most"),
    "before": Text("Sebelumnya", "Before"),
    "after": Text("Sekarang", "Now"),
    "change": Text("Perubahan", "Change"),
    "figures_of": Text("Angka setiap peserta", "Each participant's figures"),
    "classes": Text("Golongan", "Class"),
    # spread
    "spread": Text("Sebaran nilai", "Spread of totals"),
    "spread_about": Text(
        "Banyaknya peserta pada setiap rentang nilai; warna menurut predikat yang "
        "diberikan, garis tegak adalah batas predikat.",
        "How many participants lie in each range of totals; colours by the band given, "
        "upright lines are the limits of bands.",
    ),
    # heat
    "matrix": Text("Indikator", "Indicators"),
    "matrix_about": Text(
        "Poin 0 sampai 100 setiap indikator. Makin pekat makin tinggi; tanda "
        "menggantikan angka bila tidak ada yang dinilai.",
        "Points from 0 to 100 for every indicator. The deeper the higher; a sign "
        "stands where nothing was scored.",
    ),
    "matrix_table": Text("Tabel poin", "Table of points"),
    # map
    "map": Text("Peta provinsi", "Map of provinces"),
    "map_about": Text(
        "Setiap kotak satu provinsi, kira-kira menurut letaknya.",
        "Each tile is a province, about where it lies.",
    ),
    "by_own": Text("Pemerintah provinsi", "The provincial government"),
    "by_middle": Text(
        "Median semua peserta di provinsi", "Median of all participants there"
    ),
    "as_list": Text("Sebagai daftar", "As a list"),
    "not_judged": Text("tidak ada nilai", "no total"),
    "count": Text("Peserta bernilai", "Participants with a total"),
    # method
    "method": Text("Cara nilai dibuat", "How totals are made"),
    "weights": Text("Bobot", "Weights"),
    "bands": Text("Predikat dan batasnya", "Bands and their limits"),
    "gates": Text("Pembatas predikat", "What caps a band"),
    "from_to": Text("sampai", "to"),
    "digest": Text("Sidik jari rubrik (SHA-256)", "Rubric fingerprint (SHA-256)"),
    "root": Text("Segel hasil (akar Merkle)", "Seal of the results (Merkle root)"),
    "made": Text("Dibuat dengan scorecard", "Made with scorecard"),
}
"""What the season's overview says."""

DETAILS: Mapping[str, Text] = {
    "showing": Text("Menampilkan {n} dari {all} peserta", "Showing {n} of {all}"),
    "show_all": Text("Tampilkan semua {n} peserta", "Show all {n} participants"),
    "show_first": Text("Tampilkan {n} teratas saja", "Show the first {n} only"),
    "back": Text("Semua peserta", "All participants"),
    "unknown": Text(
        "Tidak ada peserta dengan kode {code}.", "There is no participant {code}."
    ),
    "too_old": Text(
        "Peramban ini terlalu lama untuk membuka rincian; bukalah rapor peserta.",
        "This browser is too old to open the details; open the participant's rapor.",
    ),
    "place_of": Text("Peringkat {place} dari {ranked}", "Place {place} of {ranked}"),
    "unranked": Text("Tanpa peringkat", "Not ranked"),
    "coverage": Text("Bobot yang dinilai", "Weight scored"),
    "files": Text("Berkas peserta ini", "This participant's files"),
    "compliance": Text("Lembar kepatuhan (xlsx)", "Compliance sheet (xlsx)"),
    "rapor": Text("Rapor", "Rapor"),
    "certificate": Text("Piagam", "Certificate"),
    "record": Text("Catatan hasil (JSON)", "Result record (JSON)"),
    "neighbours": Text("Jarak ke tetangga", "Next above and below"),
    "next_above": Text("Tepat di atas", "Next above"),
    "next_below": Text("Tepat di bawah", "Next below"),
    "behind": Text("tertinggal {points} poin", "{points} points behind"),
    "ahead": Text("unggul {points} poin", "{points} points ahead"),
    "level": Text("sama nilainya", "the same total"),
    "first": Text("Tidak ada yang di atasnya.", "Nobody is above it."),
    "last": Text("Tidak ada yang di bawahnya.", "Nobody is below it."),
    "in_points": WORDS["in_points"],
    "in_total": WORDS["in_total"],
    "awards": Text("Penghargaan", "Awards"),
    "no_awards": Text(
        "Tidak berada dalam urutan penghargaan mana pun.",
        "Not within the places of any award.",
    ),
    "mend": Text("Yang perlu dilakukan dahulu", "What to do first"),
    "mend_about": Text(
        "Diurutkan menurut tambahan nilai terhadap usahanya; peserta lain dianggap "
        "tetap.",
        "In the order of gain for the effort; everybody else stays as they are.",
    ),
    "nothing_to_mend": Text(
        "Tidak ada perbaikan yang menambah nilai.", "No repair would add to the total."
    ),
    "becomes": Text("menjadi {total}, {band}", "to {total}, {band}"),
    "becomes_place": Text("peringkat {place}", "place {place}"),
    "why": Text("Mengapa nilainya sekian", "Why it got this score"),
    "criterion": Text("Aspek", "Criterion"),
    "points": Text("Poin", "Points"),
    "share": Text("Bagian", "Share"),
    "contribution": Text("Sumbangan", "Contribution"),
    "median": Text("Median kategori", "Category median"),
    "evidence": Text(
        "Setiap indikator sampai ke sel buktinya", "Each indicator down to its cells"
    ),
    "remedy": Text("Perbaikan", "Remedy"),
    "derivation": Text("Dari mana angka ini", "Where this comes from"),
    "problems": Text("Masalah pada berkas", "Problems in the submission"),
    "no_problems": Text("Tidak ada masalah.", "No problems."),
    "expected": Text("Seharusnya", "Expected"),
    "written": Text("Tertulis", "Written"),
    "repair": Text("Cara memperbaiki", "Repair"),
    "signals": Text("Sinyal untuk diperiksa", "Signals to look at"),
    "signals_about": Text(
        "Tidak ada nilai yang berubah karenanya.", "No score is changed by them."
    ),
    "offices": Text("Perangkat daerah tujuan laporan", "Offices the reports went to"),
    "office": Text("Perangkat daerah", "Office"),
    "received": Text("Laporan", "Reports"),
    "quantities": Text("Angka laporan dan sumbernya", "Figures and their sources"),
    "figure": Text("Angka", "Figure"),
    "quantity": PAGE_WORDS["quantity"],
    "source": Text("Sumber", "Source"),
    "informative": Text(
        "Angka pembanding, tanpa bobot", "Figures for comparison, without weight"
    ),
    "likely": WORDS["likely"],
    "indicator": PAGE_WORDS["indicator"],
    "value": PAGE_WORDS["value"],
    "state": PAGE_WORDS["state"],
    "zero": Text("Dinilai: nol", "Scored: zero"),
    "award_won": WORDS["award_won"],
    "award_open": WORDS["award_open"],
    "award_denied": WORDS["award_denied"],
    "total": WORDS["total"],
    "band": WORDS["band"],
    "gap_to": Text("Selisih menurut aspek", "Difference by criterion"),
    **{
        key: PAGE_WORDS[key]
        for key in (
            *("scored", "missing", "unreadable", "not_applicable", "pending", "waived"),
            *("error", "warning", "note"),
        )
    },
}
"""What the script says: on filters, and on each participant's page."""


def words_in(language: Language) -> Mapping[str, str]:
    """Give the overview's words in one language, for a template."""
    return {key: text.in_(language) for key, text in WORDS.items()}


def script_words() -> dict[str, dict[str, str]]:
    """Give the script's words in both languages, by language."""
    languages: tuple[Language, ...] = ("id", "en")
    return {
        language: {key: text.in_(language) for key, text in DETAILS.items()}
        for language in languages
    }
