"""The words of the blank form, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.fingerprint import WORKING
from scorecard.number import Language
from scorecard.sheets.form.unread import UNREAD
from scorecard.wording import Text

WORDS: Mapping[str, Text] = {
    # sheets
    "guide": Text("Petunjuk", "Guide"),
    "tickets": Text("Tiket", "Tickets"),
    "score": Text("Skor", "Score"),
    "working": Text("Hitungan", "Working"),
    **WORKING,
    # the input sheets
    "filled": Text("Terisi (dari {all}):", "Filled in (of {all}):"),
    "filled_of": Text(" dari ", " of "),
    "about_identity": Text(
        "Kode dan nama sudah terisi. Lengkapi sel kuning yang lain.",
        "Code and name are filled in. Complete the other yellow cells.",
    ),
    "about_identity_blank": Text(
        "Isikan kode dan nama resmi, lalu sel kuning yang lain.",
        "Enter the code and the official name, then the other yellow cells.",
    ),
    "about_recap": Text(
        "Isikan angka rekapitulasi. Isikan 0 bila memang nol; kosongkan bila tidak "
        "diketahui.",
        "Enter the totals. Enter 0 where it is zero; leave blank what is not known.",
    ),
    "about_documents": Text(
        "Nyatakan dokumen yang ada. Berkasnya dikirim bersama borang ini, dalam folder "
        "yang sama.",
        "Declare the documents. Send their files with this form, in the same folder.",
    ),
    "about_answers": Text(
        "Pilih jawaban dari daftar, atau isikan angka yang diminta.",
        "Choose an answer from the list, or enter the number that is asked for.",
    ),
    # input and error messages
    "ask_yes_no": Text("Pilih Ya atau Tidak.", "Choose Yes or No."),
    "ask_whole": Text(
        "Bilangan bulat, 0 atau lebih. Kosongkan bila tidak diketahui.",
        "A whole number, 0 or more. Leave blank if not known.",
    ),
    "ask_number": Text("Isikan angka.", "Enter a number."),
    "ask_percent": Text(
        "Persentase, misalnya 99,27%. Tulis dengan tanda persen.",
        "A percentage such as 99.27%. Write the per cent sign.",
    ),
    "ask_date": Text(
        "Tanggal, misalnya 31/12/2025 (tanggal/bulan/tahun).",
        "A date, such as 31 December 2025.",
    ),
    "ask_file": Text(
        "Nama berkas yang dikirim bersama borang ini, misalnya bukti/sk-tim.pdf. "
        "Tautan tidak dihitung.",
        "The name of a file sent with this form, such as bukti/sk-tim.pdf. A link does "
        "not count.",
    ),
    "ask_text": Text("Isikan teks singkat.", "Enter a short text."),
    "ask_level": Text("Pilih tingkat:", "Choose a level:"),
    "wrong_yes_no": Text(
        "Hanya Ya atau Tidak. Pilih dari daftar.",
        "Only Yes or No. Choose from the list.",
    ),
    "wrong_whole": Text(
        "Harus bilangan bulat 0 atau lebih, tanpa titik, koma, atau huruf.",
        "It must be a whole number, 0 or more, without letters.",
    ),
    "wrong_number": Text(
        "Harus angka, tanpa satuan atau huruf.", "It must be a number without a unit."
    ),
    "wrong_percent": Text(
        "Harus persentase, misalnya 99,27%.", "It must be a percentage such as 99.27%."
    ),
    "wrong_date": Text(
        "Harus tanggal antara 1945 dan 2100, misalnya 31/12/2025.",
        "It must be a date between 1945 and 2100.",
    ),
    "wrong_level": Text(
        "Tingkat ini tidak dikenal. Pilih dari daftar.",
        "There is no such level. Choose from the list.",
    ),
    "wrong_title": Text("Isian tidak sesuai", "This cannot be entered"),
    "paste_title": Text("Tempelkan di sini", "Paste here"),
    "paste": Text(
        "Salin seluruh lembar ekspor LAPOR! dan tempelkan mulai dari sel A1, apa "
        "adanya. Biarkan kosong bila ekspor dikirim sebagai berkas tersendiri.",
        "Copy the whole sheet of the LAPOR! export and paste it from cell A1 on, as it "
        "is. Leave blank if the export is sent as a file of its own.",
    ),
    # score
    "score_title": Text("Skor sementara", "Provisional score"),
    "score_note": Text(
        "Dihitung dari isian borang ini menurut rubrik; penilaian resmi dilakukan oleh "
        "kementerian dengan rubrik yang sama.",
        "Computed from this form by the rubric; the ministry assesses officially by "
        "the same rubric.",
    ),
    "participant": Text("Peserta", "Participant"),
    "category": Text("Kategori", "Category"),
    "total": Text("Nilai", "Total"),
    "to": Text(" – ", " – "),
    "of_scale": Text("dari {most}", "of {most}"),
    "band": Text("Predikat", "Band"),
    "zone": Text("Zona", "Zone"),
    "state": Text("Keadaan", "State"),
    "coverage": Text("Bobot yang berbukti", "Weight with evidence"),
    "filled_in": Text("Kelengkapan isian", "Completeness"),
    "source": Text("Sumber angka laporan", "Source of the ticket figures"),
    "source_tickets": Text(
        "lembar {sheet} ({n} laporan dihitung; {out} baris tidak dihitung)",
        "sheet {sheet} ({n} tickets counted; {out} rows not counted)",
    ),
    "source_recap": Text("lembar {sheet}", "sheet {sheet}"),
    "settled": Text("Nilai pasti menurut isian ini.", "Settled, as filled in."),
    "interval": Text(
        "Berupa rentang: {n} indikator menunggu penilai atau tidak terbaca.",
        "A range; indicators that wait for assessors or cannot be read: {n}.",
    ),
    "absent": Text("Belum ada bukti", "No evidence yet"),
    "none": Text("tidak ada", "none"),
    "node": Text("Aspek dan indikator", "Criterion and indicator"),
    "value": Text("Nilai ukuran", "Value"),
    "points": Text("Poin", "Points"),
    "points_high": Text("Poin tertinggi", "Highest points"),
    "weight": Text("Bobot", "Weight"),
    "share": Text("Bagian", "Share"),
    "contribution": Text("Sumbangan", "Contribution"),
    "contribution_high": Text("Sumbangan tertinggi", "Highest contribution"),
    "reason": Text("Penjelasan", "Explanation"),
    "bands": Text("Predikat menurut nilai", "Bands by total"),
    "from": Text("Mulai", "From"),
    "upto": Text("Sampai", "To"),
    "gates": Text("Syarat predikat", "Conditions of a band"),
    "gate": Text("Syarat", "Condition"),
    "gate_of": Text("Menurut", "By"),
    "gate_below": Text("Kurang dari", "Below"),
    "gate_cap": Text("Predikat paling tinggi", "Band at most"),
    "gate_now": Text("Kini", "Now"),
    "holds": Text("membatasi", "holds"),
    "holds_not": Text("terpenuhi", "met"),
    "holds_maybe": Text("dapat membatasi", "may hold"),
    "files_note": Text(
        "Berkas yang namanya diisikan dianggap terlampir; penilai memeriksa berkasnya.",
        "A file whose name is filled in counts as attached; assessors look at the "
        "file.",
    ),
    "tickets_note": Text(
        "Laporan dihitung di sini sampai baris {rows}; log tindak lanjut sampai {log} "
        "baris.",
        "Tickets are counted here up to row {rows}; the follow-up log up to {log} "
        "rows.",
    ),
    "too_many": Text(
        " PERHATIAN: ekspor lebih panjang; sisanya tidak dihitung di sini.",
        " NOTE: the export is longer; the rest is not counted here.",
    ),
    "offices_note": Text(
        "Rubrik ini menilai tiap perangkat daerah; Skor di sini menghitung semua "
        "laporan bersama-sama.",
        "This rubric judges each office; the score here is of all tickets together.",
    ),
    # working
    "w_key": Text("Kode", "Code"),
    "w_title": Text("Uraian", "Description"),
    "w_state": Text(
        "0 kosong, 1 terbaca, 2 tidak terbaca", "0 blank, 1 read, 2 unreadable"
    ),
    "w_figure": Text("Angka", "Figure"),
    "w_why": Text("Mengapa tidak terbaca", "Why unreadable"),
    "w_raw": Text("Sebelum jumlah dicocokkan", "Before sums are compared"),
    "w_text": Text("Sebagai teks", "As text"),
    "w_habit": Text("Petunjuk penulisan", "Hint of notation"),
    "w_steps": Text("Langkah pembacaan", "Steps of reading"),
    "w_mark": Text("Tanda desimal lembar", "Decimal sign of the sheet"),
    "w_order": Text("Urutan tanggal lembar", "Order of dates of the sheet"),
    **UNREAD,
    "w_inputs": Text("Isian", "Cells filled in"),
    "w_export": Text("Ekspor laporan: baris kepala dan kolomnya", "Ticket export"),
    "w_quantities": Text("Jumlah laporan dan angka lain", "Quantities"),
    "w_series": Text("Waktu dan nilai tiap laporan", "Series of the tickets"),
    "w_conditions": Text(
        "Syarat dokumen: 0 belum, 1 terpenuhi, 2 tidak terbaca",
        "Conditions of documents: 0 not met, 1 met, 2 unreadable",
    ),
    "w_nodes": Text("Aspek dan indikator", "Criteria and indicators"),
    "w_results": Text("Nilai dan predikat", "Total and band"),
    "w_measured": Text("Keadaan ukuran", "State of the measure"),
    "w_numerator": Text("Pembilang", "Numerator"),
    "w_denominator": Text("Penyebut", "Denominator"),
    "w_counted": Text("Bobot yang dihitung", "Weight that counts"),
    "w_applies": Text("Berlaku", "Applies"),
    "w_covered": Text("Berbukti", "With evidence"),
    "w_judged": Text("Dinilai", "Judged"),
    "w_low_number": Text("Poin sebagai angka", "Points as a number"),
    "w_high_number": Text("Poin tertinggi sebagai angka", "Highest as a number"),
    # guide
    "guide_title": Text("Borang penilaian", "Assessment form"),
    "period": Text("Periode penilaian", "Period"),
    "deadline": Text("Batas penyerahan", "Deadline"),
    "contact": Text("Narahubung", "Contact"),
    "edition": Text("Rubrik", "Rubric"),
    "steps": Text("Cara mengisi", "How to fill it in"),
    "step_1": Text(
        "Isi sel berwarna kuning saja. Sel lain terkunci agar rumusnya tidak rusak; "
        "tidak ada kata sandi.",
        "Fill in the yellow cells only. The others are locked so that no formula is "
        "broken; there is no password.",
    ),
    "step_2": Text(
        "Pilih sel, baca petunjuk yang muncul, lalu isi. Kosongkan yang tidak "
        "diketahui; tanda hubung dihitung sebagai kosong.",
        "Choose a cell, read the note that appears, and fill it in. Leave blank what "
        "is not known; a dash counts as blank.",
    ),
    "step_3": Text(
        "Lihat nilai sementara di lembar Skor. Nilainya berubah setiap kali sel diisi.",
        "See the provisional score on the sheet Score. It changes with every cell.",
    ),
    "step_4": Text(
        "Kirim borang ini bersama berkas bukti dalam satu folder, sebelum batas "
        "penyerahan. Simpan sebagai .xlsx.",
        "Send this form with the evidence files in one folder, before the deadline. "
        "Save it as .xlsx.",
    ),
    "sheets": Text("Lembar", "Sheets"),
    "sheet_identity": Text("Siapa yang mengisi.", "Who fills it in."),
    "sheet_recap": Text("Jumlah laporan dan angka lain.", "Ticket and other totals."),
    "sheet_documents": Text("Dokumen yang diminta.", "The documents asked for."),
    "sheet_answers": Text("Pertanyaan.", "Questions."),
    "sheet_tickets": Text(
        "Tempelkan ekspor LAPOR! mulai sel A1, dengan atau tanpa kepala laporan. Bila "
        "diisi, jumlah laporan diambil dari sini, bukan dari rekapitulasi.",
        "Paste the LAPOR! export from cell A1 on, with or without its preamble. If "
        "filled, ticket numbers are taken from here, not from the totals.",
    ),
    "sheet_log": Text(
        "Tanggal tindak lanjut tiap laporan, bila ada; ekspor tidak memuatnya.",
        "Dates of follow-up of each ticket, if kept; the export does not hold them.",
    ),
    "sheet_score": Text(
        "Nilai sementara, predikat, dan apa yang belum ada.",
        "Provisional total, band, and what is missing.",
    ),
    "sheet_working": Text(
        "Hitungan di balik Skor, untuk diperiksa. Tidak perlu diisi.",
        "The working behind the score, to be checked. Nothing to fill in.",
    ),
    "legend": Text("Warna", "Colours"),
    "legend_open": Text("diisi", "to fill in"),
    "legend_fixed": Text("terkunci", "locked"),
    "legend_counted": Text("dihitung otomatis", "computed"),
    "legend_missing": Text(
        "di lembar Skor: tidak ada bukti, atau isian tidak terbaca",
        "on the sheet Score: no evidence, or a cell that is not readable",
    ),
    "legend_pending": Text(
        "di lembar Skor: menunggu penilai", "on the sheet Score: waits for assessors"
    ),
    "category_note": Text(
        "Borang ini mengikuti bobot kategori {name}.",
        "This form follows the weights of the category {name}.",
    ),
}


def told(key: str, language: Language) -> str:
    """Give a heading or a note of the form."""
    return WORDS[key].in_(language)
