"""Verify a whole folder: files, records, seal, register, and all files made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from scorecard import __version__
from scorecard.errors import Location, Problem, ScorecardError, worst_first
from scorecard.export import look_used
from scorecard.judged import applied_rubric
from scorecard.manifest import MANIFEST, LookUsed, manifest
from scorecard.model import InputFile, Season
from scorecard.pages.look import BUNDLED
from scorecard.results import load_results, results_json
from scorecard.rubric.load import LoadedRubric
from scorecard.run import how_sure
from scorecard.sealing import Seal, seal
from scorecard.sealing.register import BrokenRegister, Register
from scorecard.verification.looks import NOT_AT_HAND
from scorecard.verification.pages_alone import page_problems
from scorecard.verification.problems import problem
from scorecard.verification.register_files import register_of, register_problems
from scorecard.verification.remade import Remaking, remade_problems
from scorecard.verification.results_seal import (
    RESULTS,
    record_problems,
    seal_problems,
)
from scorecard.verification.robustness import robustness_problems
from scorecard.verification.stored import (
    Stored,
    file_problems,
    list_problems,
    sealed_files,
    stored,
    summed_files,
)

PAGES_LEFT_OUT = NOT_AT_HAND | {"pages-not-made-again"}
"""The problems by which pages were not made again with all other files."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a verifier knows from elsewhere: a root, a register's head; or nothing."""

    root: str = ""
    register_head: str = ""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The results of a folder, read again, with their rubric and seal."""

    season: Season
    loaded: LoadedRubric
    seal: Seal


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found; `sealed` is None where results.json cannot be read.

    `files` counts what the manifest lists, `remade` says whether those were made again,
    `rescored` whether all was scored again from the evidence.
    """

    problems: tuple[Problem, ...]
    files: int
    remade: bool
    sealed: Sealed | None
    register: Register | BrokenRegister
    rescored: bool = False

    @property
    def holds(self) -> bool:
        """Everything is as it was sealed."""
        return all(each.severity != "error" for each in self.problems)

    @property
    def pages_remade(self) -> bool:
        """No page was left out when files were made again."""
        left_out = any(each.code in PAGES_LEFT_OUT for each in self.problems)
        return self.remade and not left_out


def verify_folder(
    folder: Path, how: Remaking | None = None, known: Known | None = None
) -> Verified:
    """Compare a folder with its seal; `how` makes all files again, None does not.

    Nothing is written. A results.json that was altered is not made into files again:
    all of them would differ.
    """
    register, known = register_of(folder), known or Known()
    of_register = tuple(register_problems(register, known.register_head))
    of = stored(folder)
    if of is None:
        absent = problem("manifest-absent", Location(MANIFEST))
        return Verified((absent, *of_register), 0, False, None, register)
    found = [*file_problems(of), *of_register]
    sealed = _sealed(of, found)
    remakes = how if sealed is not None and RESULTS not in of.altered else None
    found += _of_results(of, sealed, known, remakes)
    remade = remakes is not None
    return Verified(worst_first(found), len(of.listed), remade, sealed, register)


def read_sealed(path: Path) -> Sealed:
    """Read results.json, its rubric as it was applied, and its seal.

    Raises ScorecardError where the file is absent, of another form or altered.
    """
    season = load_results(path)
    return Sealed(season, applied_rubric(season, path.name), seal(season))


def _sealed(of: Stored, found: list[Problem]) -> Sealed | None:
    """Read the results; what keeps them from being read is a problem among others."""
    if RESULTS not in of.listed:
        return None
    try:
        return read_sealed(of.folder / RESULTS)
    except ScorecardError as error:
        found += error.problems
        return None


def _of_results(
    of: Stored, sealed: Sealed | None, known: Known, how: Remaking | None
) -> Iterator[Problem]:
    if sealed is None:
        yield from list_problems(of, None)
        yield from record_problems(of)
        return
    yield from _of_the_seal(of, sealed, known)
    if how is not None:
        yield from _other_tool(sealed.season)
        yield from _drawn_again(sealed, how.workers)
        found = tuple(remade_problems(of, sealed.season, sealed.loaded.rubric, how))
        yield from found
        if any(each.code in PAGES_LEFT_OUT for each in found):
            yield from page_problems(of, sealed.seal.root)


def _other_tool(season: Season) -> Iterator[Problem]:
    if season.tool != __version__:
        place = Location(RESULTS)
        yield problem("tool-other", place, before=season.tool, after=__version__)


def _drawn_again(sealed: Sealed, workers: int) -> Iterator[Problem]:
    """Draw how sure places are again, from the results alone."""
    season = sealed.season
    if season.robustness is not None:
        fresh = how_sure(season, sealed.loaded.rubric, workers=workers)
        yield from robustness_problems(season.robustness, fresh)


def _of_the_seal(of: Stored, sealed: Sealed, known: Known) -> Iterator[Problem]:
    yield from list_problems(of, _manifest(of, sealed))
    yield from _spelling(of, sealed.season)
    yield from seal_problems(of, sealed.season, sealed.seal)
    root = known.root.lower()
    if root and root != sealed.seal.root:
        place = Location(MANIFEST)
        yield problem("root-other", place, seen=sealed.seal.root, root=root)


def _spelling(of: Stored, season: Season) -> Iterator[Problem]:
    """Refuse results in any other spelling: of a key that stands twice, readers differ.

    A file that was altered was named before.
    """
    written = results_json(season)
    if RESULTS not in of.altered and of.content(RESULTS) != written:
        digest = hashlib.sha256(written).hexdigest()
        yield problem("file-not-as-made", Location(RESULTS), sha=digest)


def _manifest(of: Stored, sealed: Sealed) -> bytes | None:
    """Make the manifest again; None where results.json itself was altered.

    From the files that SHA256SUMS lists, if that gives the manifest that it names: then
    the sums are whole. Otherwise from the files that the manifest lists itself. Of the
    look nothing else tells: a record of a user's own that the sums do not bear out may
    be the one altered, or they; then None, too.
    """
    if RESULTS in of.altered:
        return None
    files, named = summed_files(of)
    looks = dict.fromkeys((of.listing.look, look_used(BUNDLED), None))
    for listed, look in product((files, tuple(sealed_files(of))), looks):
        made = _manifest_with(of, sealed, listed, look)
        if hashlib.sha256(made).hexdigest() == named:
            return made
    made = _manifest_with(of, sealed, tuple(sealed_files(of)), of.listing.look)
    is_certain = of.listing.look in (look_used(BUNDLED), None)
    return made if is_certain or made != of.content(MANIFEST) else None


def _manifest_with(
    of: Stored, sealed: Sealed, files: tuple[InputFile, ...], look: LookUsed | None
) -> bytes:
    digest = hashlib.sha256(of.content(RESULTS) or b"").hexdigest()
    made = manifest(sealed.season, files, digest, sealed.seal, look=look)
    return made.content
