"""Score evidence spreadsheets by one declarative rubric, explained to the cell."""

__version__ = "0.1.0"
