"""The words of Problems with declared figures and documents, and with altered forms."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_BLANK_FORM_AGAIN: Pair = (
    "Pindahkan isiannya ke borang yang dibagikan untuk edisi ini, tanpa mengubah sel "
    "yang terkunci.",
    "Move the answers to the form that was handed out for this edition, without "
    "changing locked cells.",
)

DECLARED: Mapping[str, ProblemWords] = {
    "recap-figure-too-large": ProblemWords(
        "warning",
        (
            "“{title}” tertulis {stated}, lebih banyak daripada “{limit}” "
            "({place}), yaitu {most}.",
            "“{title}” is stated as {stated}, more than “{limit}” ({place}), which is "
            "{most}.",
        ),
        ("paling banyak {most}", "{most} at most"),
        (
            "Periksa “{title}” di sel {cell} dan “{limit}” di sel {place}, lalu "
            "betulkan yang keliru.",
            "Check “{title}” in cell {cell} and “{limit}” in cell {place}, and correct "
            "what is wrong.",
        ),
    ),
    "document-dates-reversed": ProblemWords(
        "warning",
        (
            "“{title}” ({then}) lebih awal daripada “{first_title}” ({first}).",
            "“{title}” ({then}) is earlier than “{first_title}” ({first}).",
        ),
        ("tanggal pada atau sesudah {first}", "a date on or after {first}"),
        (
            "Periksa tanggal di sel {cell} dan {place} menurut dokumennya, lalu "
            "betulkan yang keliru.",
            "Check the dates in cells {cell} and {place} against the document, and "
            "correct what is wrong.",
        ),
    ),
    "document-after-period": ProblemWords(
        "warning",
        (
            "“{title}” ({day}) sesudah akhir periode penilaian, {end}.",
            "“{title}” ({day}) is after the end of the period, {end}.",
        ),
        ("tanggal paling lambat {end}", "a date no later than {end}"),
        (
            "Periksa tanggal di sel {cell}; bila benar, ajukan dokumen yang sudah "
            "ada dalam periode.",
            "Check the date in cell {cell}; if it is right, submit the document that "
            "existed within the period.",
        ),
    ),
    "document-signatory-unexpected": ProblemWords(
        "warning",
        (
            "“{title}” tertulis “{seen}”, bukan pejabat yang berwenang menurut rubrik.",
            "“{title}” is stated as “{seen}”, which is none of the offices that the "
            "rubric names.",
        ),
        ("salah satu dari: {offices}", "one of: {offices}"),
        (
            "Tulis jabatan penanda tangan seperti dalam dokumen di sel {cell}.",
            "Write the signatory's office as in the document in cell {cell}.",
        ),
    ),
}
ALTERED: Mapping[str, ProblemWords] = {
    "form-of-another-rubric": ProblemWords(
        "warning",
        (
            "Borang ini dibuat untuk rubrik “{theirs}”, bukan “{ours}”; yang dipakai "
            "adalah rubrik “{ours}”.",
            "This form was made for the rubric “{theirs}”, not “{ours}”; the rubric "
            "“{ours}” was used.",
        ),
        ("borang untuk rubrik “{ours}”", "a form of the rubric “{ours}”"),
        _BLANK_FORM_AGAIN,
    ),
    "form-of-another-edition": ProblemWords(
        "warning",
        (
            "Borang ini dibuat untuk edisi {theirs}, bukan {ours}; yang dipakai adalah "
            "rubrik edisi {ours}.",
            "This form was made for the edition {theirs}, not {ours}; the rubric of "
            "the edition {ours} was used.",
        ),
        ("borang edisi {ours}", "a form of the edition {ours}"),
        _BLANK_FORM_AGAIN,
    ),
    "form-of-another-text": ProblemWords(
        "note",
        (
            "Borang ini dibuat dari naskah rubrik yang lain ({theirs}…, kini {ours}…); "
            "yang dipakai adalah rubrik yang sekarang.",
            "This form was made from another text of the rubric ({theirs}…, now "
            "{ours}…); the present rubric was used.",
        ),
        ("borang dari naskah rubrik {ours}…", "a form of the rubric's text {ours}…"),
        (
            "Tidak perlu diperbaiki bila isiannya lengkap; borang terbaru ada pada "
            "panitia.",
            "Nothing is to be repaired if all is answered; the scheme's owner has the "
            "newest form.",
        ),
    ),
    "form-label-changed": ProblemWords(
        "warning",
        (
            "Uraian untuk kode “{key}” telah diubah menjadi “{seen}”; arti dalam "
            "rubrik yang dipakai.",
            "The description of the code “{key}” was changed to “{seen}”; the rubric's "
            "own meaning was used.",
        ),
        ("uraian seperti pada borang kosong", "the description as on the blank form"),
        (
            "Kembalikan uraian di sel {cell} seperti pada borang kosong.",
            "Restore the description in cell {cell} as on the blank form.",
        ),
    ),
    "form-locked-cell-changed": ProblemWords(
        "warning",
        (
            "Sel terkunci {cell} telah diubah; bobot dan rumus dari rubrik yang "
            "dipakai.",
            "The locked cell {cell} was changed; the rubric's own weights and formulas "
            "were used.",
        ),
        ("isi sel seperti pada borang kosong", "the cell as on the blank form"),
        (
            "Tidak perlu diperbaiki: nilai tidak diambil dari sel ini. Kembalikan "
            "borang kosong bila ingin melihat nilai yang benar.",
            "Nothing is to be repaired: no score is taken from this cell. Use the "
            "blank form again to see the right score.",
        ),
    ),
    "form-locked-sheet-missing": ProblemWords(
        "warning",
        (
            "Lembar terkunci “{wanted}” telah dihapus atau diganti namanya; bobot dan "
            "rumus dari rubrik yang dipakai.",
            "The locked sheet “{wanted}” was deleted or renamed; the rubric's own "
            "weights and formulas were used.",
        ),
        ("lembar “{wanted}” seperti pada borang kosong", "the sheet “{wanted}”"),
        _BLANK_FORM_AGAIN,
    ),
    "form-fingerprint-unreadable": ProblemWords(
        "warning",
        (
            "Tanda pengenal borang di lembar “{sheet}” rusak, sehingga perubahan pada "
            "borang tidak dapat diperiksa; rubrik sendiri yang dipakai.",
            "The form's fingerprint on the sheet “{sheet}” is damaged, so that changes "
            "to the form cannot be told; the rubric's own was used.",
        ),
        ("lembar “{sheet}” seperti pada borang kosong", "the sheet “{sheet}”"),
        _BLANK_FORM_AGAIN,
    ),
}
SIGNALS: Mapping[str, ProblemWords] = {**DECLARED, **ALTERED}
