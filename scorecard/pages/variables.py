"""The names that a template may use, by page; docs/templates.md tells them."""

from __future__ import annotations

from collections.abc import Mapping

_BOTH = frozenset(
    {
        *("language", "words", "title", "participant", "category", "period"),
        *("rubric", "edition", "band", "total", "place"),
    }
)
VARIABLES: Mapping[str, frozenset[str]] = {
    "certificate.html": _BOTH
    | {
        *("number", "given_to", "addressed", "name", "award", "predicate", "reason"),
        *("legal_basis", "place_and_date", "signatures", "office_lines", "logos"),
        *("serial", "root_lines", "code_size", "middle_top", "signing_height"),
    },
    "rapor.html": _BOTH
    | {
        *("participant_code", "as_of", "deadline", "outcome", "notice", "reason"),
        *("maximum", "zone", "colour", "coverage", "waits_for", "gates", "awards"),
        *("shared", "provisional", "ranked", "remarks", "criteria", "median_count"),
        *(
            "strengths",
            "mending",
            "caveats",
            "findings",
            "quantities",
            "definitions",
            "asked",
        ),
        *("problems", "method", "digest", "tool", "root"),
    },
}
