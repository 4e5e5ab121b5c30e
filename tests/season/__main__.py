"""Write the sample season: ``python -m tests.season inputs/``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from scorecard.rubric.load import load_rubric
from tests.season.files import season_files

KEPT = "README.md"


def main(folder: Path) -> None:
    """Replace everything in the folder but its README."""
    files = season_files(load_rubric(None).rubric)
    _clear(folder)
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes in {folder}")


def _clear(folder: Path) -> None:
    if not (folder / KEPT).exists():
        return
    for each in folder.iterdir():
        if each.name == KEPT:
            continue
        if each.is_dir():
            shutil.rmtree(each)
        else:
            each.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
