"""Step 1, read rubric, as if: what may be wrong with a change that is asked for."""

from __future__ import annotations

from scorecard.rubric.rules import Rule
from scorecard.wording import Text

_AS_SHOWN = Text(
    "Tempat menurut kunci dan id, misalnya criteria.completion.weight=40.",
    "A place by keys and ids, such as criteria.completion.weight=40.",
)
UNKNOWN_PLACE = Rule(
    "rubric-change-unknown-place",
    Text(
        "perubahan menyebut '{seen}', yang tidak ada di sini; yang ada: {choices}",
        "a change names '{seen}', which is not here; there are: {choices}",
    ),
    _AS_SHOWN,
    Text("{suggestion}", "{suggestion}"),
)
NO_PARTS = Rule(
    "rubric-change-unknown-place",
    Text(
        "perubahan menyebut '{seen}' di dalam sebuah nilai, yang tidak berbagian",
        "a change names '{seen}' inside a value, which has no parts",
    ),
    _AS_SHOWN,
    Text("Sebutkan tempat sampai nilai itu saja.", "Name the place up to that value."),
)
NO_VALUE = Rule(
    "rubric-change-no-value",
    Text("perubahan tanpa '=' dan nilai", "a change without '=' and a value"),
    _AS_SHOWN,
    Text("Tulis tempat, tanda '=', lalu nilainya.", "Write the place, '=', the value."),
)
NOTHING = Rule(
    "rubric-change-nothing",
    Text(
        "perubahan yang diminta tidak mengubah apa pun: nilainya sudah begitu",
        "what is asked for changes nothing: the values are so already",
    ),
    Text("Nilai lain daripada yang tertulis.", "Values other than those written."),
    Text(
        "Ubah nilainya, atau jalankan tanpa --set dan --overlay.",
        "Give other values, or run without --set and --overlay.",
    ),
)
NOT_PARTIAL = Rule(
    "rubric-overlay-not-partial",
    Text("isinya bukan sebagian rubrik", "its content is no part of a rubric"),
    Text(
        "Kunci rubrik dengan nilai yang berubah, butirnya disebut dengan id.",
        "Keys of a rubric with the values that change, items named by id.",
    ),
    Text("Lihat contoh di docs/rubrics.md.", "See the example in docs/rubrics.md."),
)
