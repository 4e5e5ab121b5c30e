"""Official regions: 38 provinces, 416 regencies and 98 cities, by code and by name.

`regions.csv` follows Kepmendagri 300.2.2-2430/2025 of 23 June 2025, which amends
300.2.2-2138/2025 of 25 April 2025. `aliases.csv` holds short and former names in common
use. A name is matched exactly after normalising; likeness only ever suggests.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scorecard.evidence.folding import folded, nearest
from scorecard.model import Participant

_CODE = re.compile(r"\d{2}(?:\.\d{2})?")
_SHORT_CODE = re.compile(r"\d{2}\.\d")
_NOT_WORDS = re.compile(r"[^\w]+")
_SHORT = {
    "prov": "provinsi",
    "kab": "kabupaten",
    "kep": "kepulauan",
    "adm": "administrasi",
    "pemprov": "provinsi",
    "pemkab": "kabupaten",
    "pemkot": "kota",
}
_LEADING = ("pemerintah", "pemda", "pemerintahan")


@dataclass(frozen=True, slots=True)
class Registry:
    """Everyone who can be a participant, by code and by normalised name.

    `expected` holds the codes of the season's list; None where there is no list.
    """

    by_code: Mapping[str, Participant]
    by_name: Mapping[str, str]
    expected: frozenset[str] | None = None

    def named(self, name: str) -> Participant | None:
        """Find by exact normalised name or curated alias."""
        code = self.by_name.get(normalised_name(name))
        return self.by_code.get(code) if code else None

    def nearest_name(self, name: str) -> str:
        """Suggest the official name that looks most alike, with its code."""
        names = {each.name: each for each in self.by_code.values()}
        found = names.get(nearest(name, names))
        return f"{found.name} ({found.code})" if found else ""


def regions() -> Mapping[str, Participant]:
    """List the official regions by code; their category is still open."""
    return _regions()


def registry(
    listed: tuple[Participant, ...] = (),
) -> Registry:
    """Join the regions with the participants that a season lists, if it does."""
    by_code = {**regions(), **{each.code: each for each in listed}}
    by_name = {folded(alias): code for alias, code in _aliases().items()}
    for code, each in regions().items():
        by_name[normalised_name(each.name)] = code
    for code, each in by_code.items():
        by_name.setdefault(normalised_name(each.name), code)
    expected = frozenset(each.code for each in listed)
    return Registry(by_code, by_name, expected or None)


def normalised_name(name: str) -> str:
    """Spell out and fold a name: ``Pemprov. Kep. Riau`` is ``kepulauan riau``."""
    words = [_SHORT.get(word, word) for word in _NOT_WORDS.split(folded(name)) if word]
    while words and words[0] in _LEADING:
        words = words[1:]
    return " ".join(words[1:] if words[:1] == ["provinsi"] else words)


def normalised_code(text: str) -> str:
    """Give a code as it is listed; ``11.1`` is 11.10 whose zero a number cell lost."""
    code = "".join(text.split())
    return code + "0" if _SHORT_CODE.fullmatch(code) else code


def looks_like_region(code: str) -> bool:
    """The code has the form of a region's: ``21`` or ``74.71``."""
    return _CODE.fullmatch(code) is not None


def province_of(code: str) -> str:
    """Give the province of a region's code, an office's too; ``""`` for any other."""
    region = code.partition(":")[0]
    return region[:2] if looks_like_region(region) else ""


@cache
def _regions() -> Mapping[str, Participant]:
    return {
        row["code"]: Participant(row["code"], row["name"].strip(), row["type"], "")
        for row in _table("regions.csv")
    }


@cache
def _aliases() -> Mapping[str, str]:
    return {row["alias"]: row["code"] for row in _table("aliases.csv")}


def _table(name: str) -> list[dict[str, str]]:
    text = files("scorecard.evidence").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
