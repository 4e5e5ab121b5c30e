"""The blank form: a workbook made from the rubric, with a live score."""
