"""Check a user's templates before they are filled: grammar, names, addresses, pictures.

What these checks could miss is refused again when a page is printed.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree

from jinja2 import TemplateSyntaxError, meta, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from scorecard.errors import Location, Problem
from scorecard.pages.bundle import SCHEME, is_bundled
from scorecard.pages.look import Look
from scorecard.pages.look_problems import look_problem
from scorecard.pages.template import grammar
from scorecard.pages.variables import VARIABLES

KINDS = (".html", ".css", ".svg", ".png", ".woff2")
_ATTRIBUTE = re.compile(
    r"""\b(?:src|href|data|poster|srcset|action|background)\s*=\s*["']?([^"'\s>]*)""",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)""", re.IGNORECASE
)
_ANY: frozenset[str] = frozenset().union(*VARIABLES.values())
_PNG, _MOST_PIXELS = b"\x89PNG\r\n\x1a\n", 4000
_FORBIDDEN_SHAPES = frozenset({"text", "script", "foreignObject", "image", "style"})


def check_template(name: str, look: Look) -> Iterator[Problem]:
    """Find wrong grammar, unknown names and foreign addresses in a page."""
    source = _text(name, look)
    try:
        tree = grammar(look).parse(source, name)
        grammar(look).compile(source, name)
    except TemplateSyntaxError as error:
        place = Location(error.name or name, line=error.lineno)
        yield look_problem("look-syntax", place, error.message or "")
        return
    yield from _unknown_names(name, tree)
    yield from _unescaped(name, tree)
    yield from _addresses(name, source, look)


def check_rules(name: str, look: Look) -> Iterator[Problem]:
    """Find foreign addresses in a stylesheet."""
    yield from _addresses(name, _text(name, look), look)


def check_picture(name: str, look: Look) -> Iterator[Problem]:
    """Refuse a picture that is none, is too large, or needs fonts or other files."""
    content = look.file(name) or b""
    drawable = _is_png(content) if name.endswith(".png") else _is_plain_svg(content)
    if not drawable:
        yield look_problem("look-picture", Location(name))
    elif name.endswith(".svg"):
        yield from _addresses(name, _text(name, look), look)


def _text(name: str, look: Look) -> str:
    return (look.file(name) or b"").decode("utf-8", errors="replace")


def _unknown_names(name: str, tree: nodes.Template) -> Iterator[Problem]:
    known = VARIABLES.get(name, _ANY) | frozenset(DEFAULT_NAMESPACE)
    unknown = meta.find_undeclared_variables(tree) - known
    for node in tree.find_all(nodes.Name):
        if node.name in unknown and node.ctx == "load":
            place = Location(name, line=node.lineno)
            yield look_problem("look-variable", place, node.name)


def _unescaped(name: str, tree: nodes.Template) -> Iterator[Problem]:
    """Refuse what would let a participant's name become markup."""
    for node in tree.find_all(nodes.EvalContextModifier):
        place = Location(name, line=node.lineno)
        yield look_problem("look-syntax", place, "autoescape")


def _addresses(name: str, source: str, look: Look) -> Iterator[Problem]:
    for number, line in enumerate(source.splitlines(), start=1):
        found = (*_ATTRIBUTE.finditer(line), *_FUNCTION.finditer(line))
        for match in found:
            address = next((each for each in match.groups() if each), "")
            code = _fault(address.strip(), look)
            if code:
                yield look_problem(code, Location(name, line=number), address)


def _fault(address: str, look: Look) -> str:
    """Name what is wrong with an address; what the template fills in comes later."""
    if not address or address.startswith("#") or "{{" in address or "{%" in address:
        return ""
    if address.startswith(SCHEME):
        known = is_bundled(address.removeprefix(SCHEME))
        return "" if known else "look-file-absent"
    if ":" in address or "/" in address or "\\" in address or "%" in address:
        return "look-address"
    known = look.file(address) is not None or address in VARIABLES
    return "" if known else "look-file-absent"


def _is_png(content: bytes) -> bool:
    if not content.startswith(_PNG) or len(content) < 24:
        return False
    sides: tuple[int, int] = struct.unpack(">II", content[16:24])
    return all(0 < side <= _MOST_PIXELS for side in sides)


def _is_plain_svg(content: bytes) -> bool:
    if b"<!DOCTYPE" in content.upper():
        return False
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError):
        return False
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    return root.tag.endswith("svg") and not tags & _FORBIDDEN_SHAPES
