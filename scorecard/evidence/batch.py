"""Read all sources of a season: from the cache what is unchanged, else in workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from scorecard.errors import Location
from scorecard.evidence.bounded import Lost, Progress, work_bounded
from scorecard.evidence.cache import Cache, keep, recall, trim
from scorecard.evidence.files import entry_of
from scorecard.evidence.given_up import given_up
from scorecard.evidence.identity import folder_participant
from scorecard.evidence.limits import BOUNDS
from scorecard.evidence.reading import SourceRead, read_source
from scorecard.evidence.regions import Registry
from scorecard.evidence.source_key import season_digest, source_key
from scorecard.evidence.sources import Source, files_below
from scorecard.evidence.travel import prepare_to_travel
from scorecard.evidence.worker import How
from scorecard.model import InputFile
from scorecard.rubric.nouns import Rubric

_LOST: Mapping[How, str] = {
    "crashed": "reading-crashed",
    "timed-out": "reading-timed-out",
    "out-of-memory": "reading-out-of-memory",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """By what all sources of a run are read, and where reads are kept, if anywhere."""

    rubric: Rubric
    registry: Registry
    cache: Cache | None = None


@dataclass(frozen=True, slots=True)
class _Task:
    """A source to read; its key, if it may be kept, and the digest it was made with."""

    source: Source
    season: str = ""
    key: str | None = None


def read_sources(
    sources: Iterable[Source],
    reader: Reader,
    *,
    workers: int = 1,
    progress: Progress | None = None,
) -> tuple[SourceRead, ...]:
    """Read every source within bounds; the reads are in the order of their names."""
    largest_first = sorted(sources, key=lambda each: (-each.size, each.name))
    tasks = _tasks(largest_first, reader, workers)
    reads = {each.source.name: _recalled(each, reader.cache) for each in tasks}
    missing = [each for each in tasks if reads[each.source.name] is None]
    known = len(tasks) - len(missing)
    told = progress and (lambda done, _: progress(known + done, len(tasks)))
    reads |= _read_now(missing, reader, workers=workers, progress=told)
    if reader.cache and missing:
        trim(reader.cache)
    return tuple(each for _, each in sorted(reads.items()) if each)


def _read_now(
    tasks: list[_Task], reader: Reader, *, workers: int, progress: Progress | None
) -> dict[str, SourceRead]:
    """Read in worker processes; one that was lost is a read with that Problem alone."""
    results = work_bounded(
        partial(_read, reader=reader),
        tasks,
        workers=workers,
        bounds=BOUNDS,
        progress=progress,
    )
    return {
        task.source.name: _given_up(task.source, result, reader.registry)
        if isinstance(result, Lost)
        else result
        for task, result in zip(tasks, results, strict=True)
    }


def _tasks(sources: list[Source], reader: Reader, workers: int) -> list[_Task]:
    """Hash all files, several at a time, where reads are kept."""
    if reader.cache is None:
        return [_Task(source) for source in sources]
    season = season_digest(reader.rubric, reader.registry)
    with ThreadPoolExecutor(workers) as threads:
        keys = threads.map(partial(source_key, season=season), sources)
        return [
            _Task(source, season, key)
            for source, key in zip(sources, keys, strict=True)
        ]


def _recalled(task: _Task, cache: Cache | None) -> SourceRead | None:
    return recall(cache, task.key) if cache and task.key else None


def _read(task: _Task, reader: Reader) -> SourceRead:
    """Read in a worker; what changed in the meantime is not kept under the old key."""
    prepare_to_travel()
    read = read_source(task.source, reader.rubric, reader.registry)
    if reader.cache and task.key and task.key == source_key(task.source, task.season):
        keep(reader.cache, task.key, read)
    return read


def _given_up(source: Source, lost: Lost, registry: Registry) -> SourceRead:
    """Report a source that could not be read to the end; its name tells whose it is."""
    found = given_up(_LOST[lost.how], Location(source.name), lost, BOUNDS)
    guess = folder_participant(source.name, registry)
    found = replace(found, participant=guess.code if guess else "")
    entries = tuple(_entries(source))
    return SourceRead(source.name, None, (), (found,), entries)


def _entries(source: Source) -> Iterator[InputFile]:
    """List what the worker may have read, since it can no longer say so itself."""
    named = {source.name_of(path): path for path in source.workbooks}
    for name, path in sorted((named | dict(files_below(source))).items()):
        if (entry := entry_of(path, name)) is not None:
            yield entry
