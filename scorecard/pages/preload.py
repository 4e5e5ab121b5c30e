"""Import WeasyPrint in the server that workers are forked from: once, not in each."""

from scorecard.pages.pdf import engine

engine()
