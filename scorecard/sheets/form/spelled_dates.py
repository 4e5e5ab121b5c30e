"""Formulas that read a date that was typed or pasted as text, as the reader does."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.methods.live.expressions import chosen
from scorecard.sheets.form.calendar import MONTHS, NUMBERS

FIRST_YEAR, LAST_YEAR = 1945, 2100
_BETWEEN = '" "', '"-"', '"/"', '"."'


def shape(text: str, signs: str) -> str:
    """Name the notation: ``n`` 31/12/2025, ``m`` 31 Des 2025, ``s`` 46022, or none."""
    thrice = ",".join(f'{signs}="{sign * 2}"' for sign in "/-.")
    ends = f"LEFT({signs},1)=RIGHT({signs},1)"
    sign = ",".join(f"LEFT({signs},1)={each}" for each in _BETWEEN)
    named = f"AND(LEN({signs})>4,{ends},OR({sign}),ISNUMBER(FIND({signs},{text})))"
    tests = [
        (f"OR({thrice})", '"n"'),
        (f'AND({signs}="",LEN({text})=5)', '"s"'),
        (named, '"m"'),
    ]
    return chosen(tests, '""')


def first(text: str, signs: str, known: str) -> str:
    """Take what stands before the first sign."""
    part = f"LEFT({text},FIND(LEFT({signs},1),{text})-1)"
    return f'IF(OR({known}="n",{known}="m"),{part},"")'


def second(text: str, signs: str, known: str) -> str:
    """Take what stands between the signs; of a month's name, its number (0: none)."""
    one, two = _places(text, signs)
    between = f"MID({text},{one}+1,{two}-{one}-1)"
    name = f"MID({signs},2,LEN({signs})-2)"
    number = f"SUMPRODUCT(({MONTHS}={name})*{NUMBERS})"
    return chosen([(f'{known}="n"', between), (f'{known}="m"', number)], '""')


def third(text: str, signs: str, known: str) -> str:
    """Take what stands after the last sign."""
    _, two = _places(text, signs)
    after = f"MID({text},{two}+1,9)"
    last = f"MID({text},FIND({signs},{text})+LEN({signs}),9)"
    return chosen([(f'{known}="n"', after), (f'{known}="m"', last)], '""')


def order(parts: Sequence[str], known: str) -> str:
    """Tell what stands first, where only one of the two numbers can be a month."""
    one, two, three = parts
    sizes = f"AND({_short(one)},{_short(two)},LEN({three})=4)"
    day = f"AND(VALUE({one})>12,VALUE({two})<=12)"
    month = f"AND(VALUE({one})<=12,VALUE({two})>12)"
    told = chosen([(day, '"day"'), (month, '"month"')], '""')
    return f'IF({known}="n",IF({sizes},{told},""),"")'


def turn(parts: Sequence[str], known: str, habit: str) -> str:
    """Say where the day stands: 1 first, 2 second, 3 last; 0 where it is not known.

    `habit` tells what stands first in the dates of the sheet, if they agree.
    """
    signs, one, two, three = parts
    undecided = f"AND(VALUE({one})<=12,VALUE({two})<=12,VALUE({one})<>VALUE({two}))"
    open_ = f'OR({habit}="mixed",AND({habit}="",LEFT({signs},1)="/"))'
    guessed = f'IF({open_},0,IF({habit}="month",2,1))'
    sure = f"IF(AND(VALUE({one})<=12,VALUE({two})>12),2,1)"
    tests = [
        (f'AND({known}="m",LEN({three})=4,{_short(one)})', "1"),
        (f'{known}<>"n"', "0"),
        (f"AND(LEN({one})=4,{_short(two)},{_short(three)})", "3"),
        (f"NOT(AND({_short(one)},{_short(two)},LEN({three})=4))", "0"),
        (undecided, guessed),
    ]
    return chosen(tests, sure)


def figure(text: str, parts: Sequence[str], known: str, place: str) -> str:
    """Give the day's number; an empty text where there is no such day.

    `place` says where the day stands: see `turn`.
    """
    one, two, three = parts
    year = f"VALUE(IF({place}=3,{one},{three}))"
    month = f"VALUE(IF({place}=2,{one},{two}))"
    day = f"VALUE(IF({place}=1,{one},IF({place}=2,{two},{three})))"
    made = f"DATE({year},{month},{day})"
    exists = (
        f"AND({year}>={FIRST_YEAR},{year}<={LAST_YEAR},{month}>=1,{month}<=12,"
        f"{day}>=1,DAY({made})={day})"
    )
    dated = f'IF({place}=0,"",IF({exists},{made},""))'
    return f'IFERROR(IF({known}="s",VALUE({text}),{dated}),"")'


def _places(text: str, signs: str) -> tuple[str, str]:
    sign = f"LEFT({signs},1)"
    one = f"FIND({sign},{text})"
    return one, f"FIND({sign},{text},{one}+1)"


def _short(part: str) -> str:
    return f"LEN({part})>=1,LEN({part})<=2"
