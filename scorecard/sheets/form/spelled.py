"""Formulas that read what was typed or pasted as text, as the reader of forms does.

Each step stands in a cell of its own beside the input's line of the working. Nothing
here depends on the language of the spreadsheet program: no text with a separator is
ever handed to VALUE. What a formula cannot read stays unread, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scorecard.evidence.folding import folded
from scorecard.methods.live.expressions import chosen, quoted

SPACES = ("CHAR(9)", "CHAR(10)", "CHAR(13)", '"\N{NO-BREAK SPACE}"')
MINUSES = ('"\N{MINUS SIGN}"', '"\N{EN DASH}"')
_SEPARATORS = '"."', '","'
PERCENT = ("%", "persen", "percent")
_LONGEST = 15


def words(cell: str) -> str:
    """Fold a text: small letters, single spaces; an empty text for all else."""
    spaced = cell
    for space in SPACES:
        spaced = f'SUBSTITUTE({spaced},{space}," ")'
    return f'IF(ISTEXT({cell}),LOWER(TRIM({spaced})),"")'


def is_blank(cell: str, text: str, blanks: Iterable[str]) -> str:
    """Tell whether nothing, or a spelling of nothing, was written; `text` is folded."""
    dashes = [f"{text}={quoted(folded(each))}" for each in blanks]
    spelled = ",".join((f'{text}=""', *dashes))
    return f'IF(ISTEXT({cell}),OR({spelled}),{cell}="")'


def without_digits(text: str) -> str:
    """Leave what is no digit: the signs by which a number or a date is known."""
    for digit in range(10):
        text = f'SUBSTITUTE({text},"{digit}","")'
    return text


def bare(text: str, units: Iterable[str]) -> str:
    """Take the unit and all spaces off a number; every minus becomes a hyphen."""
    tests = [
        (f"RIGHT({text},{len(unit)})={quoted(unit)}", _cut(text, len(unit)))
        for unit in units
    ]
    plain = f'SUBSTITUTE({chosen(tests, text)}," ","")'
    for minus in MINUSES:
        plain = f'SUBSTITUTE({plain},{minus},"-")'
    return plain


def units_of(*known: str) -> list[str]:
    """List the units that the reader takes off: those that begin with a letter."""
    return list(dict.fromkeys(u for each in known if (u := folded(each))[:1].isalpha()))


def has_percent(cell: str, text: str) -> str:
    """Tell whether the owner wrote the sign, or the cell's format shows it."""
    spelled = ",".join(f"RIGHT({text},{len(each)})={quoted(each)}" for each in PERCENT)
    shown = f'IFERROR(LEFT(CELL("format",{cell}),1),"P")="P"'
    return f"IF(ISNUMBER({cell}),{shown},OR({spelled}))"


def unsigned(number: str) -> str:
    """Take the minus off."""
    return f'IF(LEFT({number},1)="-",MID({number},2,99),{number})'


def point(body: str, signs: str) -> str:
    """Find the decimal sign: the only one, or a last one unlike the first; else 0."""
    alike = f"AND(LEN({signs})>1,LEFT({signs},1)=RIGHT({signs},1))"
    return f'IF(OR({signs}="",{alike}),0,FIND(RIGHT({signs},1),{body}))'


def whole(body: str, place: str) -> str:
    """Take what stands before the decimal sign."""
    return f"IF({place}>0,LEFT({body},{place}-1),{body})"


def shape(body: str, signs: str, place: str, before: str) -> str:
    """Name the notation, or nothing where it is none.

    ``w`` 271, ``t`` 1.234, ``g`` 1.234.567, ``d`` 1,5, ``m`` 1.234,5.
    """
    other = without_separators(signs)
    decimals = f"LEN({body})-{place}"
    fits = f"AND({decimals}>=1,{decimals}<={_LONGEST})"
    plain = f"AND({fits},LEN({before})>=1,LEN({before})<={_LONGEST})"
    groups = f"LEFT({signs},LEN({signs})-1)"
    alike = f'SUBSTITUTE({groups},LEFT({signs},1),"")=""'
    mixed = f"AND({alike},{_grouped(before, f'(LEN({signs})-1)', signs)},{fits})"
    tests = [
        (f'{other}<>""', '""'),
        (f'{signs}=""', f'IF(AND(LEN({body})>=1,LEN({body})<={_LONGEST}),"w","")'),
        (f"AND(LEN({signs})=1,{_grouped(body, '1', signs)})", '"t"'),
        (f"LEN({signs})=1", f'IF({plain},"d","")'),
        (f"{place}=0", f'IF({_grouped(body, f"LEN({signs})", signs)},"g","")'),
    ]
    return chosen(tests, f'IF({mixed},"m","")')


def mark(known: str, signs: str, *, whole_number: bool) -> str:
    """Tell the decimal sign that a number of a known shape gives away."""
    thousands = f'OR({known}="g",{known}="t")' if whole_number else f'{known}="g"'
    opposite = f'IF(LEFT({signs},1)=".",",",".")'
    decimal = f'OR({known}="d",{known}="m")'
    return chosen([(decimal, f"RIGHT({signs},1)"), (thousands, opposite)], '""')


def figure(number: str, parts: Sequence[str], decimal: str) -> str:
    """Give the number; an empty text where it is none, or has two readings.

    `parts` are the cells of body, signs, point, whole and shape; `decimal` tells the
    decimal sign of the sheet, and is empty for counts, where a point groups thousands.
    """
    body, signs, place, before, known = parts
    grouped = f"VALUE({without_separators(body)})"
    places = f"LEN({body})-{place}"
    fraction = f"VALUE(MID({body},{place}+1,{_LONGEST}))/10^({places})"
    decimals = f"(VALUE({without_separators(before)})+{fraction})"
    either = f"IF({decimal}={signs},{decimals},{grouped})" if decimal else grouped
    tests = [(f'{known}=""', '""')]
    if decimal:
        tests.append((f'AND({known}="t",{decimal}="")', '""'))
    by_shape = chosen(
        [(f'OR({known}="w",{known}="g")', grouped), (f'{known}="t"', either)], decimals
    )
    return chosen(tests, f'IF(LEFT({number},1)="-",-1,1)*{by_shape}')


def rating(value: str) -> str:
    """Read a rating: a number, or a text of digits with at most two decimals."""
    text = f'SUBSTITUTE(TRIM({value}),",",".")'
    digits = f'SUBSTITUTE({text},".","")'
    decimals = f'MID({text},FIND(".",{text})+1,9)'
    split = f'LEFT({text},FIND(".",{text})-1)'
    short = f"AND(LEN({text})=LEN({digits})+1,LEN({decimals})<3)"
    broken = f"VALUE({split})+VALUE({decimals})/10^LEN({decimals})"
    read = f'IF({text}={digits},VALUE({digits}),IF({short},{broken},""))'
    plain = f'IF({without_digits(digits)}="",IFERROR({read},""),"")'
    number = f"IF(ISNUMBER({value}),{value},{plain})"
    return f'IF({value}="","",{number})'


def without_separators(text: str) -> str:
    """Take points and commas out."""
    for sign in _SEPARATORS:
        text = f'SUBSTITUTE({text},{sign},"")'
    return text


def _grouped(text: str, groups: str, signs: str) -> str:
    """Tell whether thousands are grouped by three, in up to three groups."""
    sign = f"LEFT({signs},1)"
    steps = [f"LEFT(RIGHT({text},4),1)={sign}"]
    steps += [f"OR({groups}<{n},LEFT(RIGHT({text},{4 * n}),1)={sign})" for n in (2, 3)]
    size = f"LEN({text})>4*{groups},LEN({text})<=4*{groups}+3,{groups}<=3"
    return f'AND({size},LEFT({text},1)<>"0",{",".join(steps)})'


def _cut(text: str, length: int) -> str:
    return f"LEFT({text},LEN({text})-{length})"
