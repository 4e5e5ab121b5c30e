"""What a trial of a rubric may tell: hints with figures, in both languages."""

from __future__ import annotations

from scorecard.rubric.rules import Rule
from scorecard.wording import Text

IDLE = Rule(
    "rubric-indicator-idle",
    Text(
        "dari poin terendah sampai tertinggi, nilai hanya bergeser {swing}, kurang dari"
        " satu angka terakhir yang diumumkan ({least})",
        "from its least to its most points the total moves by {swing} only, less than"
        " the last published place ({least})",
    ),
    Text(
        "Indikator yang dapat mengubah nilai yang diumumkan.",
        "An indicator that can change a published total.",
    ),
    Text(
        "Naikkan bobotnya, atau nyatakan hanya informasi.",
        "Give it more weight, or say that it is informative.",
    ),
    severity="warning",
)
DOMINANT = Rule(
    "rubric-criterion-dominant",
    Text(
        "aspek ini menentukan {share} % dari perbedaan nilai (bobotnya {weight} %)",
        "this criterion makes {share} % of what totals differ by (its weight is"
        " {weight} %)",
    ),
    Text(
        "Perbedaan nilai yang berasal dari beberapa aspek.",
        "Totals that differ by several criteria.",
    ),
    Text(
        "Periksa apakah itu memang dimaksudkan; bila tidak, ubah bobot atau skalanya.",
        "Check that this is meant; if it is not, change weights or scales.",
    ),
    severity="note",
)
IDLE_BAND = Rule(
    "rubric-band-not-reached",
    Text(
        "predikat '{seen}' tidak dicapai satu kali pun dalam {n} percobaan",
        "the band '{seen}' is not reached in any of {n} trials",
    ),
    Text("Predikat yang dapat dicapai.", "A band that can be reached."),
    Text(
        "Periksa tingkat, langkah dan pembatas yang melompatinya.",
        "Check the levels, steps and gates that skip it.",
    ),
    severity="warning",
)
SAME = Rule(
    "rubric-indicator-same-for-all",
    Text(
        "semua {n} peserta memperoleh {points} poin: indikator ini tidak membedakan"
        " siapa pun",
        "all {n} participants have {points} points: this indicator tells nobody apart",
    ),
    Text("Poin yang berbeda antarpeserta.", "Points that differ between participants."),
    Text(
        "Periksa skalanya, atau apakah buktinya memang diminta.",
        "Check its scale, or whether its evidence is asked for at all.",
    ),
    severity="note",
)
