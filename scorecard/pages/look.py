"""The files that pages may use: those of the package, and a user's instead of them.

They are held in memory. What prints a page knows these and opens no file.
"""

from __future__ import annotations

from dataclasses import dataclass

# Addresses of a template are relative to this; it names no place on any disk.
BASE = "file:///template/"


@dataclass(frozen=True, slots=True)
class Look:
    """A user's templates, stylesheets, pictures and fonts, by name.

    `name` is that of the folder; it is empty for the package's own look.
    """

    name: str = ""
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def templates(self) -> bool:
        """Tell whether the user gave pages or stylesheets, not pictures alone."""
        return any(name.endswith((".html", ".css")) for name, _ in self.files)

    def file(self, name: str) -> bytes | None:
        """Give a file's bytes; None if the user gave none of this name."""
        return next((content for each, content in self.files if each == name), None)


BUNDLED = Look()
