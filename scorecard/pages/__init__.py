"""Step 7, export: the pages, as HTML made from templates and as PDF."""
