"""Kinds of changes of a rubric, and which changes stand or fall together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from scorecard.rubric.plain import Names
from scorecard.wording import Text

Kind: TypeAlias = Literal[
    "structure",
    "weights",
    "scales",
    "measures",
    "limits",
    "score",
    "bands",
    "gates",
    "ranking",
    "awards",
    "categories",
    "vocabulary",
    "form",
    "checks",
    "robustness",
    "certificate",
    "basis",
    "wording",
    "other",
]
KINDS: Mapping[Kind, Text] = {
    "structure": Text("Susunan aspek dan indikator", "Criteria and indicators"),
    "weights": Text("Bobot", "Weights"),
    "scales": Text("Skala", "Scales"),
    "measures": Text("Ukuran", "Measures"),
    "limits": Text("Tenggat, periode, dan batas waktu", "Days, periods and limits"),
    "score": Text("Nilai akhir dan pembulatan", "Totals and rounding"),
    "bands": Text("Predikat", "Bands"),
    "gates": Text("Pembatas predikat", "Gates"),
    "ranking": Text("Peringkat dan pemecah seri", "Rankings and ties"),
    "awards": Text("Penghargaan", "Awards"),
    "categories": Text("Kategori peserta", "Categories"),
    "vocabulary": Text("Kosakata", "Vocabulary"),
    "form": Text("Borang, ekspor, dan besaran", "Form, exports and quantities"),
    "checks": Text("Pemeriksaan dan sinyal", "Checks and signals"),
    "robustness": Text("Uji kekokohan", "Robustness"),
    "certificate": Text("Piagam dan rapor", "Certificates and rapors"),
    "basis": Text("Dasar angka dan sumber", "Basis and sources"),
    "wording": Text("Kata-kata", "Wording"),
    "other": Text("Lainnya", "Other"),
}
SILENT: frozenset[Kind] = frozenset(
    {"checks", "robustness", "certificate", "basis", "wording", "other"}
)
"""Kinds that move no points, place, band or award."""

_BY_SECTION: Mapping[str, Kind] = {
    "period": "limits",
    "deadline": "limits",
    "as_of": "limits",
    "score": "score",
    "bands": "bands",
    "gates": "gates",
    "tie_break": "ranking",
    "rankings": "ranking",
    "awards": "awards",
    "categories": "categories",
    "vocabulary": "vocabulary",
    "form": "form",
    "tickets": "form",
    "quantities": "form",
    "unit": "form",
    "checks": "checks",
    "signals": "checks",
    "robustness": "robustness",
    "certificate": "certificate",
    "sources": "basis",
}
_OF_A_NODE: Mapping[str, Kind] = {
    "weight": "weights",
    "informative": "weights",
    "scale": "scales",
    "measure": "measures",
    "aggregate": "score",
    "missing": "score",
}
_WORDS = frozenset(
    {"title", "remedy", "clause", "note", "advice", "zone", "colour", "addressed"}
)
_WORDS |= {"not_scored", "not_submitted", "contact"}
_LIMITS = frozenset({"limits", "otherwise", "by", "spare"})


def kind_of(path: Names) -> Kind:
    """Tell what sort of a rule stands at a place."""
    if "basis" in path:
        return "basis"
    if path[0] == "certificate":
        return "certificate"
    node, rest = node_in(path)
    if _WORDS.intersection(rest):
        return "wording"
    if not node:
        return _BY_SECTION.get(path[0], "other")
    if not rest:
        return "structure"
    if rest[0] == "measure" and _LIMITS.intersection(rest):
        return "limits"
    return _OF_A_NODE.get(rest[0], "other")


def node_in(path: Names) -> tuple[str, Names]:
    """Give the innermost node on a way and what follows it; empty without one."""
    node, place = "", 0
    while place + 1 < len(path) and path[place] in ("criteria", "indicators"):
        node, place = path[place + 1], place + 2
    return node, path[place:]
