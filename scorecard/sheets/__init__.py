"""Step 7, export: the workbooks, recap and compliance sheet, and problems.csv."""
