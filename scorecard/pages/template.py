"""Fill a page's template; whatever is put in is text, never markup.

A user's templates run in a sandbox: they reach the values they are given and the other
files of their folder, nothing else.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from scorecard.errors import ExitCode, Location, ScorecardError
from scorecard.pages.letters import printable
from scorecard.pages.look import BUNDLED, Look
from scorecard.pages.look_problems import look_problem

_HERE = Path(__file__).parent
_PAGES = (
    *("certificate.html", "rapor.html", "compliance.html"),
    "report/overview.html",
)
# What a template's own mistake raises while it is filled.
_MISTAKES = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError)


def fill(template: str, values: Mapping[str, object], look: Look = BUNDLED) -> str:
    """Fill a template, the user's if there is one of that name.

    A mistake in a user's raises ScorecardError(USAGE) with the line; one in the
    package's is a mistake of the program.
    """
    try:
        return grammar(look).get_template(template).render(values)
    except _MISTAKES as error:
        if not look.templates:
            raise
        raise _unfilled(error, template, look) from error


@lru_cache(maxsize=4)
def grammar(look: Look) -> Environment:
    """Give the environment in which a look's templates are read and filled."""
    environment = ImmutableSandboxedEnvironment(
        loader=_FromMemory(look),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_as_text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Nothing may call text markup: names that others wrote pass through here.
    for name in ("safe", "xmlattr", "urlize", "tojson"):
        del environment.filters[name]
    return environment


class _FromMemory(BaseLoader):
    """Give templates of the look first, then the package's; open nothing else."""

    def __init__(self, look: Look) -> None:
        self.look = look

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002
        template: str,
    ) -> tuple[str, str, None]:
        given = self.look.file(template)
        if given is not None:
            return given.decode("utf-8", errors="replace"), template, None
        if template not in _PAGES:
            raise TemplateNotFound(template)
        return (_HERE / template).read_text(encoding="utf-8"), template, None


def _unfilled(error: Exception, template: str, look: Look) -> ScorecardError:
    """Find the deepest line of a template on the way to the mistake."""
    lines = [
        (frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__)
        if look.file(frame.filename) is not None
    ]
    name, line = lines[-1] if lines else (template, 0)
    place = Location(name, line=getattr(error, "lineno", 0) or line)
    problem = look_problem("look-unfilled", place, str(error))
    return ScorecardError(ExitCode.USAGE, (problem,))


def _as_text(value: object) -> object:
    return value if isinstance(value, Markup) else printable(str(value))
