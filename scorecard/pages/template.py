"""Fill a page's template; whatever is put in is text, never markup."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scorecard.pages.letters import printable
from scorecard.pages.look import BUNDLED, Look


def fill(template: str, values: Mapping[str, object], look: Look = BUNDLED) -> str:
    """Fill a template; a name that it uses and does not get raises UndefinedError."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_as_text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _as_text(value: object) -> object:
    return value if isinstance(value, Markup) else printable(str(value))
