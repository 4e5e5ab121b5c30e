"""XML parts of workbooks: entities refused, nesting bounded, always read as UTF-8."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from scorecard.evidence.limits import LIMITS
from scorecard.evidence.unread import UnreadError, at_most, unreadable, unsafe
from scorecard.wording import Text, say

Started = Callable[[str, dict[str, str]], None]
Ended = Callable[[str], None]

_DECLARATION = re.compile(
    rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"'][^>]*?\?>"
)
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
# A declaration stands before the first element; expat tells of one that hides deeper.
_PROLOG = 65_536
_ENTITIES = Text(
    "XML-nya mendeklarasikan entitas (DOCTYPE)",
    "its XML declares entities (DOCTYPE)",
)
_DEPTH = Text("tingkat sarang XML", "levels of nested XML")


def safe_xml(part: bytes) -> bytes:
    """Give the part as UTF-8; raises UnreadError if it could declare entities."""
    text = _as_utf8(part)
    if text.find(b"<!DOCTYPE", 0, _PROLOG) >= 0:
        raise unsafe(_ENTITIES)
    return text


def parse_events(part: bytes, started: Started, ended: Ended, text: Ended) -> None:
    """Tell the events of a safe part; names come without their namespace prefix."""
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > LIMITS.depth:
            at_most(LIMITS.depth, depth, _DEPTH)
        started(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        ended(name.rpartition(":")[2])

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    _parse(parser, part)


def well_formed(part: bytes) -> None:
    """Parse a safe part for its mistakes alone; raises UnreadError for the first."""
    _parse(expat.ParserCreate(), part)


def elements(part: bytes, *names: str) -> Iterator[Element]:
    """Give the elements of these local names of a small part, in document order."""
    try:
        root = fromstring(part)
    except ParseError as error:
        raise broken(type(error).__name__) from error
    yield from (each for each in root.iter() if local(each.tag) in names)


def local(name: str) -> str:
    """Give a name without its namespace: Strict and Transitional files differ in it."""
    return name.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Give an attribute whatever its namespace; empty where there is none."""
    return next(
        (value for key, value in element.attrib.items() if local(key) == name), ""
    )


def broken(kind: str) -> UnreadError:
    """A parser met contents that are not what they must be."""
    return unreadable(
        say("isinya rusak ({kind})", "its contents are broken ({kind})", kind=kind)
    )


def _parse(parser: expat.XMLParserType, part: bytes) -> None:
    parser.StartDoctypeDeclHandler = _refuse_declaration
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise broken(type(error).__name__) from error


def _refuse_declaration(*_: object) -> None:
    raise unsafe(_ENTITIES)


def _as_utf8(part: bytes) -> bytes:
    encoding = next(
        (name for mark, name in _MARKS.items() if part.startswith(mark)), ""
    )
    declared = _DECLARATION.match(part[:200])
    if not encoding and declared:
        encoding = declared[1].decode("ascii")
    if encoding.casefold() in {"", "utf-8", "utf8", "us-ascii"}:
        return part.removeprefix(b"\xef\xbb\xbf")
    try:
        text = part.decode(encoding).removeprefix("\ufeff").encode()
    except (LookupError, UnicodeError) as error:
        raise broken(type(error).__name__) from error
    return re.sub(rb"^\s*<\?xml[^>]*\?>", b"", text)
