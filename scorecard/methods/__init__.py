"""Step 3, find: the rubric's closed list of verbs, each with its faces side by side."""
