"""Step 1, read rubric: the rules of keys, values and verbs, each in both languages."""

from __future__ import annotations

from scorecard.rubric.rules import Rule
from scorecard.wording import Text

UNKNOWN_KEY = Rule(
    "rubric-unknown-key",
    Text("kunci '{seen}' tidak dikenal", "the key '{seen}' is unknown"),
    Text("Salah satu dari: {choices}.", "One of: {choices}."),
    Text("{suggestion}", "{suggestion}"),
)
MISSING_KEY = Rule(
    "rubric-missing-key",
    Text("kunci '{key}' tidak ada", "the key '{key}' is missing"),
    Text("Kunci '{key}' dengan nilainya.", "The key '{key}' with its value."),
    Text("Tambahkan baris '{key}:'.", "Add a line '{key}:'."),
)
UNKNOWN_VERB = Rule(
    "rubric-unknown-verb",
    Text("cara hitung '{seen}' tidak dikenal", "the verb '{seen}' is unknown"),
    Text("Salah satu dari: {choices}.", "One of: {choices}."),
    Text("{suggestion}", "{suggestion}"),
)
UNKNOWN_WORD = Rule(
    "rubric-unknown-word",
    Text("'{seen}' bukan pilihan di sini", "'{seen}' is no choice here"),
    Text("Salah satu dari: {choices}.", "One of: {choices}."),
    Text("{suggestion}", "{suggestion}"),
)
BASIS = Rule(
    "rubric-unknown-word",
    Text("'{seen}' bukan dasar sebuah angka", "'{seen}' is no basis of a figure"),
    Text(
        "assumption, {{ assumption: {{ id: …, en: … }} }} atau {{ verified: sumber }}.",
        "assumption, {{ assumption: {{ id: …, en: … }} }} or {{ verified: source }}.",
    ),
    Text(
        "Tulis sumbernya dalam 'verified', atau alasannya dalam 'assumption'.",
        "Name the source in 'verified', or the reason in 'assumption'.",
    ),
)
BAD_COLOUR = Rule(
    "rubric-bad-colour",
    Text("'{seen}' bukan warna", "'{seen}' is not a colour"),
    Text(
        "Tanda # dan enam angka heksadesimal huruf kecil.",
        "A # and six hexadecimal digits in small letters.",
    ),
    Text('Tulis misalnya "#1b7f4b".', 'Write, for example, "#1b7f4b".'),
)
_BAD_NUMBER = Rule(
    "rubric-bad-number",
    Text("'{seen}' bukan angka", "'{seen}' is not a number"),
    Text(
        "Angka biasa dengan titik desimal, tanpa pemisah ribuan.",
        "A plain number with a decimal point, no thousands separator.",
    ),
    Text(
        "Tulis misalnya 40, 21.85, atau 100/3.",
        "Write, for example, 40, 21.85 or 100/3.",
    ),
)
_BAD_WHOLE = Rule(
    "rubric-bad-number",
    Text("'{seen}' bukan bilangan bulat", "'{seen}' is not a whole number"),
    Text("Bilangan bulat.", "A whole number."),
    Text("Tulis misalnya 3.", "Write, for example, 3."),
)
_BAD_FLAG = Rule(
    "rubric-bad-flag",
    Text("'{seen}' bukan true atau false", "'{seen}' is neither true nor false"),
    Text("true atau false.", "true or false."),
    Text("Tulis true atau false.", "Write true or false."),
)
_BAD_DATE = Rule(
    "rubric-bad-date",
    Text("'{seen}' bukan tanggal", "'{seen}' is not a date"),
    Text("Tanggal tahun-bulan-hari yang ada.", "A real date, year-month-day."),
    Text("Tulis misalnya 2025-12-31.", "Write, for example, 2025-12-31."),
)
_BAD_ID = Rule(
    "rubric-bad-id",
    Text("'{seen}' bukan id", "'{seen}' is not an id"),
    Text(
        "Huruf kecil, angka, '_' dan '-', diawali huruf, paling banyak 60.",
        "Small letters, digits, '_' and '-', beginning with a letter, at most 60.",
    ),
    Text("Tulis misalnya rencana_aksi.", "Write, for example, action_plan."),
)
_EMPTY_TEXT = Rule(
    "rubric-empty-text",
    Text("teksnya kosong", "the text is empty"),
    Text("Teks yang berisi.", "A text that says something."),
    Text("Isi teksnya.", "Write the text."),
)
_LONG_TEXT = Rule(
    "rubric-long-text",
    Text("teksnya terlalu panjang", "the text is too long"),
    Text(
        "Paling banyak 60 huruf untuk id, 2000 untuk teks.",
        "At most 60 characters for an id, 2000 for a text.",
    ),
    Text("Persingkat teksnya.", "Shorten the text."),
)
_NOT_TEXT = Rule(
    "rubric-wrong-shape",
    Text(
        "daftar atau kelompok berdiri di tempat teks",
        "a list or a mapping stands where a text belongs",
    ),
    Text("Satu teks.", "One text."),
    Text("Tulis satu teks sesudah titik dua.", "Write one text after the colon."),
)
_NOT_MAPPING = Rule(
    "rubric-wrong-shape",
    Text(
        "di sini seharusnya ada kelompok kunci dan nilai",
        "keys with values belong here",
    ),
    Text("Baris 'kunci: nilai' yang menjorok.", "Indented lines 'key: value'."),
    Text("Bandingkan dengan rubrik yang disertakan.", "Compare with a shipped rubric."),
)
_NOT_LIST = Rule(
    "rubric-wrong-shape",
    Text("di sini seharusnya ada daftar", "a list belongs here"),
    Text("Daftar: [a, b] atau baris '- a'.", "A list: [a, b] or lines '- a'."),
    Text("Jadikan daftar, walau isinya satu.", "Make it a list, even of one."),
)
_EMPTY_LIST = Rule(
    "rubric-empty-list",
    Text("daftarnya kosong", "the list is empty"),
    Text("Paling sedikit satu butir.", "At least one item."),
    Text("Tambahkan butirnya.", "Add an item."),
)
_LONG_LIST = Rule(
    "rubric-long-list",
    Text("daftarnya terlalu panjang", "the list is too long"),
    Text("Paling banyak dua butir.", "At most two items."),
    Text("Hapus kelebihannya.", "Delete those too many."),
)
OTHER = Rule(
    "rubric-invalid",
    Text("nilai '{seen}' tidak diterima", "the value '{seen}' is refused"),
    Text("Nilai menurut skema rubrik.", "A value as in the rubric's schema."),
    Text("Bandingkan dengan rubrik yang disertakan.", "Compare with a shipped rubric."),
)
BY_TYPE = {
    "bad_number": _BAD_NUMBER,
    "bad_whole": _BAD_WHOLE,
    "bad_flag": _BAD_FLAG,
    "bad_day": _BAD_DATE,
    "string_pattern_mismatch": _BAD_ID,
    "string_too_short": _EMPTY_TEXT,
    "string_too_long": _LONG_TEXT,
    "string_type": _NOT_TEXT,
    "literal_error": _NOT_TEXT,
    "dict_type": _NOT_MAPPING,
    "mapping_type": _NOT_MAPPING,
    "model_type": _NOT_MAPPING,
    "model_attributes_type": _NOT_MAPPING,
    "tuple_type": _NOT_LIST,
    "too_short": _EMPTY_LIST,
    "too_long": _LONG_LIST,
}
