"""What the inputs say, on the sheet of the working: blank, read or unreadable."""

from __future__ import annotations

from scorecard.evidence.folding import folded
from scorecard.methods.live.expressions import (
    BLANK,
    READ,
    UNREADABLE,
    Known,
    chosen,
    quoted,
)
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.form.ledger import Ledger, headings
from scorecard.sheets.form.places import Input
from scorecard.sheets.form.words import told

_MOST = "1000000000000"
_DAYS = ("DATE(1945,1,1)", "DATE(2101,1,1)")


def fields_section(
    ledger: Ledger, inputs: dict[str, Input], rubric: Rubric
) -> dict[str, Known]:
    """Write each input's state and number; identity is not measured."""
    language = ledger.book.language
    ledger.heading(told("w_inputs", language), *headings(language))
    known = {}
    for key, each in inputs.items():
        if each.role != "identity":
            state, value = _formulas(each, rubric)
            here = f"$C${ledger.row + 1}"
            title = each.field.title.text.in_(ledger.book.language)
            cells = ledger.line(
                key, title, (state, BLANK), (value.replace("{state}", here), 0)
            )
            known[key] = Known(*cells)
    return known


def _formulas(of: Input, rubric: Rubric) -> tuple[str, str]:
    cell = of.address
    match of.field.kind:
        case "yes_no":
            return _yes_no(cell, rubric)
        case "whole":
            fits = f"AND({cell}>=0,{cell}=INT({cell}),{cell}<={_MOST})"
            return _state(cell, _number(cell, fits)), _value(cell)
        case "number" | "level":
            return _state(cell, _number(cell, f"ABS({cell})<={_MOST}")), _value(cell)
        case "percent":
            fits = f"ABS({cell})<={_MOST}"
            return _state(cell, _number(cell, fits)), _value(f"{cell}*100")
        case "date":
            fits = f"AND({cell}>={_DAYS[0]},{cell}<{_DAYS[1]})"
            return _state(cell, _number(cell, fits)), _value(f"INT({cell})")
        case "text" | "file":
            return _state(cell, str(READ)), _value("1")


def _yes_no(cell: str, rubric: Rubric) -> tuple[str, str]:
    yes, no = (
        [
            f"LOWER(TRIM({cell}))={quoted(word)}"
            for word in dict.fromkeys(map(folded, words))
        ]
        for words in (rubric.vocabulary.yes, rubric.vocabulary.no)
    )
    word = f"IF(OR({','.join((*yes, *no))}),{READ},{UNREADABLE})"
    state = f"IF(ISLOGICAL({cell}),{READ},{word})"
    said = f"IF(ISLOGICAL({cell}),{cell}*1,IF(OR({','.join(yes)}),1,0))"
    return _state(cell, state), _value(said)


def _state(cell: str, filled: str) -> str:
    tests = [
        (f"ISERROR({cell})", str(UNREADABLE)),
        (f'TRIM({cell})=""', str(BLANK)),
    ]
    return chosen(tests, filled)


def _number(cell: str, fits: str) -> str:
    inner = f"IF({fits},{READ},{UNREADABLE})"
    return f"IF(ISNUMBER({cell}),{inner},{UNREADABLE})"


def _value(expression: str) -> str:
    return f"IF({{state}}={READ},{expression},0)"
