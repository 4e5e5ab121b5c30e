"""Step 7, export: manifest.json and SHA256SUMS, by which a folder proves itself.

The manifest names what went in, what came out and what is not settled yet. A folder
that holds one is the tool's own and may be replaced.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scorecard.artifact import Artifact
from scorecard.errors import SEVERITIES
from scorecard.model import AwardResult, InputFile, Season
from scorecard.sealing import Seal

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
FORMAT = "scorecard-manifest/1"
PAGES = ("compliance/", "rapor/", "certificates/")
"""Where pages lie; they alone follow from a look."""


@dataclass(frozen=True, slots=True)
class LookUsed:
    """The look that pages were made with: its folder's name, empty for our own."""

    folder: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder's manifest says of the folder: of which results, which files.

    `results` and a file's digest are empty where the manifest does not tell them;
    `seal` is whatever it says of the seal.
    """

    results: str
    files: tuple[InputFile, ...]
    look: LookUsed | None = None
    seal: Any = None


def manifest(
    season: Season,
    outputs: Iterable[InputFile],
    results: str,
    sealed: Seal,
    *,
    look: LookUsed | None,
) -> Artifact:
    """List the run: rubric, counts, seal, inputs, outputs, and what is still open.

    `results` is the digest of results.json, the same for all folders made from it.
    `seed` is that of the draws which tell how sure places are; null without any.
    `look` decides on the bytes of pages; None where there are no pages.
    """
    content = {
        "format": FORMAT,
        "tool": season.tool,
        "results": results,
        "rubric": _rubric(season),
        "as_of": season.as_of.isoformat(),
        "seed": season.robustness.seed if season.robustness else None,
        "look": _look_entry(look),
        "what_if": _what_if(season),
        "counts": counts(season),
        "seal": seal_entry(season, sealed),
        **_unsettled(season),
        "inputs": [_entry(file) for file in season.inputs],
        "outputs": [_entry(file) for file in sorted(outputs, key=_path)],
    }
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    return Artifact(MANIFEST, text.encode())


def sums(outputs: Iterable[InputFile]) -> Artifact:
    """List the digests as ``sha256sum -c`` reads them."""
    lines = (f"{file.sha256}  {file.path}\n" for file in sorted(outputs, key=_path))
    return Artifact(SUMS, "".join(lines).encode())


def entry(artifact: Artifact) -> InputFile:
    """Take the size and the digest of a file that is written."""
    digest = hashlib.sha256(artifact.content).hexdigest()
    return InputFile(artifact.path, len(artifact.content), digest)


def counts(season: Season) -> dict[str, int]:
    """Count participants by outcome, awards and problems.

    Who is provisional is scored too: ``provisional`` says how many of ``scored`` are.
    """
    outcomes = [scorecard.outcome for scorecard in season.scorecards]
    awards = [award.status for award in season.awards]
    severities = [problem.severity for problem in season.problems]
    return {
        "participants": len(outcomes),
        "scored": outcomes.count("scored") + outcomes.count("interval"),
        "provisional": outcomes.count("interval"),
        "not_scored": outcomes.count("not_scored"),
        "not_submitted": outcomes.count("not_submitted"),
        "awards_won": awards.count("won"),
        "awards_open": awards.count("open"),
        **{f"{severity}s": severities.count(severity) for severity in SEVERITIES},
    }


def seal_entry(season: Season, sealed: Seal) -> dict[str, Any]:
    """Name the root, and each participant's record and serials."""
    serials: dict[str, list[str]] = {}
    for award in season.awards:
        if award.status == "won" and season.what_if is None:
            serial = sealed.certificate(award).serial
            serials.setdefault(award.participant, []).append(serial)
    return {
        "root": sealed.root,
        "participants": [
            {
                "participant": code,
                "record": sealed.leaf(code),
                "serials": serials.get(code, []),
            }
            for code in sealed.index
        ],
    }


def listing(folder: Path) -> Listing | None:
    """Read the folder's manifest again; None if it has none of ours."""
    content = _read(folder)
    if content.get("format") != FORMAT:
        return None
    listed = content.get("outputs")
    entries = listed if isinstance(listed, list) else []
    files = (_read_entry(each) for each in entries if isinstance(each, dict))
    return Listing(
        str(content.get("results", "")),
        tuple(file for file in files if _is_name(file.path)),
        _read_look(content.get("look")),
        content.get("seal"),
    )


def is_page(path: str) -> bool:
    """Tell whether a file is a printed page, as PDF or ready for a browser."""
    return path.startswith(PAGES) and path.endswith((".pdf", ".html"))


def is_official(folder: Path) -> bool:
    """Tell whether the folder holds results by a rubric as it is, no what-if."""
    content = _read(folder)
    return bool(content) and content.get("what_if") is None


def files_of(folder: Path) -> frozenset[str]:
    """Name the files that are ours: the manifest, the sums and all that it lists."""
    found = listing(folder)
    if found is None:
        return frozenset()
    return frozenset({MANIFEST, SUMS, *(file.path for file in found.files)})


def changed(folder: Path) -> tuple[str, ...]:
    """Name the listed files whose content is no longer what was written, sorted."""
    found = listing(folder)
    files = found.files if found else ()
    return tuple(sorted(file.path for file in files if _is_changed(folder, file)))


def _read(folder: Path) -> dict[str, Any]:
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _is_changed(folder: Path, file: InputFile) -> bool:
    path = folder / file.path
    if not file.sha256 or not path.is_file():
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() != file.sha256


def _is_name(path: str) -> bool:
    """Tell whether a file can bear this name: some text, and no half of a sign."""
    return bool(path) and path.isprintable()


def _read_entry(entry: dict[str, Any]) -> InputFile:
    size = entry.get("size")
    return InputFile(
        str(entry.get("path") or ""),
        size if isinstance(size, int) else 0,
        str(entry.get("sha256") or ""),
    )


def _look_entry(look: LookUsed | None) -> dict[str, Any] | None:
    if look is None:
        return None
    return {"folder": look.folder or None, "sha256": look.sha256}


def _read_look(entry: Any) -> LookUsed | None:
    if not isinstance(entry, dict):
        return None
    return LookUsed(str(entry.get("folder") or ""), str(entry.get("sha256") or ""))


def _rubric(season: Season) -> dict[str, str]:
    used = season.rubric
    return {"id": used.id, "edition": used.edition, "sha256": used.sha256}


def _what_if(season: Season) -> dict[str, Any] | None:
    """Tell that the rubric was changed for this run, and how; None: it was not."""
    if season.what_if is None:
        return None
    changes = [
        {"path": each.path, "before": each.before, "after": each.after}
        for each in season.what_if.changes
    ]
    return {"rubric_sha256": season.what_if.sha256, "changes": changes}


def _unsettled(season: Season) -> dict[str, Any]:
    cards, awards = season.scorecards, season.awards
    return {
        "provisional": [
            each.participant.code for each in cards if each.outcome == "interval"
        ],
        "open_awards": [_award(each) for each in awards if each.status == "open"],
    }


def _entry(file: InputFile) -> dict[str, Any]:
    return {"path": file.path, "size": file.size, "sha256": file.sha256}


def _award(award: AwardResult) -> dict[str, str]:
    return {
        "award": award.award,
        "category": award.category,
        "participant": award.participant,
    }


def _path(file: InputFile) -> str:
    return file.path
