"""Step 7, export: why a folder was not written, and what to do."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.folder import FolderInUseError
from scorecard.wording import Text, joined, same, say

_STRANGERS_SHOWN = 3
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_UNMOVABLE = (errno.EBUSY, errno.EXDEV)
_A_FREE_FOLDER = say(
    "folder kosong, atau folder hasil scorecard, yang boleh ditulis",
    "an empty folder, or one of scorecard's results, that may be written to",
)
_OLD_FILES_STAND = say("Hasil lama tidak diubah.", "The old results are unchanged.")


def foreign(outputs: Path, files: tuple[str, ...]) -> ScorecardError:
    """The folder holds files that the tool did not make and would delete."""
    return _refused(
        "outputs-foreign",
        outputs,
        say(
            "Folder {folder} berisi berkas yang bukan buatan scorecard: {files}."
            " Berkas itu akan terhapus bila folder ini diganti.",
            "The folder {folder} holds files that scorecard did not make: {files}."
            " They would be lost when the folder is replaced.",
            folder=outputs.as_posix(),
            files=_named(files),
        ),
        say(
            "Pindahkan berkas itu, atau pilih folder lain yang kosong.",
            "Move those files away, or choose another folder that is empty.",
        ),
    )


def changed(outputs: Path, files: tuple[str, ...]) -> ScorecardError:
    """Files of ours were edited since, by a reviewer perhaps, and would be lost."""
    return _refused(
        "outputs-changed",
        outputs,
        say(
            "Di folder {folder} ada berkas yang diubah setelah dibuat scorecard:"
            " {files}. Isian di dalamnya akan hilang bila folder ini ditulis lagi;"
            " tidak ada yang diubah.",
            "The folder {folder} holds files that were edited after scorecard made"
            " them: {files}. What was filled in would be lost if the folder were"
            " written again; nothing was changed.",
            folder=outputs.as_posix(),
            files=_named(files),
        ),
        say(
            "Pindahkan berkas itu ke folder lain, atau pilih folder hasil lain dengan"
            " -o.",
            "Move those files to another folder, or choose another folder for the"
            " results with -o.",
        ),
    )


def _named(files: tuple[str, ...]) -> tuple[Text, ...]:
    shown = tuple(same(name) for name in files[:_STRANGERS_SHOWN])
    more = len(files) - len(shown)
    rest = (say("{more} lagi", "{more} more", more=more),) if more else ()
    return (*shown, *rest)


def unplaceable(outputs: Path) -> ScorecardError:
    """A file stands where a folder above `outputs` should be."""
    return _refused(
        "outputs-unplaceable",
        outputs,
        say(
            "Folder {folder} tidak dapat dibuat: di atasnya ada berkas, bukan folder.",
            "The folder {folder} cannot be made: there is a file above it.",
            folder=outputs.as_posix(),
        ),
        _CHOOSE_OTHER,
    )


def other_look(before: str, now: str) -> ScorecardError:
    """Pages that stay in the folder have another look than those to be made."""
    problem = Problem(
        code="outputs-other-look",
        severity="error",
        participant="",
        location=Location("manifest.json"),
        seen=now,
        message=say(
            "Rapor dan piagam di folder ini dibuat dengan {before}, yang baru akan"
            " dibuat dengan {now}. Satu folder memakai satu tampilan.",
            "The pages in this folder were made with {before}, the new ones would be"
            " made with {now}. One folder has one look.",
            before=_look_named(before),
            now=_look_named(now),
        ),
        expected=_look_named(before),
        repair=say(
            "Pakai --template yang sama seperti semula, buat semuanya lagi dengan"
            " --all, atau pilih folder lain dengan -o.",
            "Use the same --template as before, make everything again with --all, or"
            " choose another folder with -o.",
        ),
    )
    return ScorecardError(ExitCode.USAGE, (problem,))


def _look_named(folder: str) -> Text:
    if not folder:
        return say("tampilan bawaan scorecard", "scorecard's own look")
    return say("tampilan {folder}", "the look {folder}", folder=folder)


@contextlib.contextmanager
def spoken(outputs: Path) -> Iterator[None]:
    """Turn what locks and disks refuse inside into ScorecardError(USAGE)."""
    try:
        yield
    except FolderInUseError:
        raise in_use(outputs) from None
    except OSError as error:
        refused = disk(error, outputs)
        if refused is None:
            raise
        raise refused from error


def in_use(outputs: Path) -> ScorecardError:
    """Another run holds the lock."""
    return _refused(
        "outputs-in-use",
        outputs,
        say(
            "Folder {folder} sedang ditulis oleh proses scorecard yang lain.",
            "Another scorecard process is writing to the folder {folder}.",
            folder=outputs.as_posix(),
        ),
        say(
            "Tunggu sampai proses itu selesai, atau pilih folder lain.",
            "Wait until it has finished, or choose another folder.",
        ),
    )


def disk(error: OSError, outputs: Path) -> ScorecardError | None:
    """What the operating system refused; None when the cause is no user's matter."""
    if error.errno in _FULL:
        return _stopped("disk-full", outputs, _FULL_MESSAGE, _MAKE_ROOM)
    if error.errno in _FORBIDDEN:
        return _stopped("outputs-forbidden", outputs, _FORBIDDEN_MESSAGE, _CHOOSE)
    if error.errno in _UNMOVABLE:
        return _stopped("outputs-unmovable", outputs, _UNMOVABLE_MESSAGE, _CHOOSE_BELOW)
    return None


_CHOOSE_OTHER = say("Pilih folder lain.", "Choose another folder.")
_FULL_MESSAGE = say(
    "Ruang penyimpanan habis sebelum semua berkas tertulis.",
    "The disk is full; not all files could be written.",
)
_MAKE_ROOM = say(
    "Kosongkan ruang penyimpanan lalu jalankan lagi, atau pilih folder di tempat lain.",
    "Free some space and run again, or choose a folder elsewhere.",
)
_FORBIDDEN_MESSAGE = say(
    "Folder ini tidak boleh ditulis.", "This folder may not be written to."
)
_CHOOSE = say(
    "Mintalah hak tulis, atau pilih folder lain.",
    "Ask for write access, or choose another folder.",
)
_UNMOVABLE_MESSAGE = say(
    "Folder ini tidak dapat diganti: mungkin sebuah titik kait (mount point).",
    "This folder cannot be replaced: it may be a mount point.",
)
_CHOOSE_BELOW = say(
    "Pilih sebuah folder di dalamnya.", "Choose a folder inside it instead."
)


def _stopped(code: str, outputs: Path, message: Text, repair: Text) -> ScorecardError:
    return _refused(code, outputs, joined((message, _OLD_FILES_STAND)), repair)


def _refused(code: str, outputs: Path, message: Text, repair: Text) -> ScorecardError:
    problem = Problem(
        code=code,
        severity="error",
        participant="",
        location=Location(outputs.as_posix()),
        seen="",
        message=message,
        expected=_A_FREE_FOLDER,
        repair=repair,
    )
    return ScorecardError(ExitCode.USAGE, (problem,))
