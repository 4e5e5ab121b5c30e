"""The third face of the measures: live spreadsheet formulas, one function a verb."""
