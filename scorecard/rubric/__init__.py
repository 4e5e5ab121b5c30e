"""Step 1, read rubric: the rulebook's nouns, strict YAML with line numbers, lint."""
