"""Lint: what a rubric that has the right shape may still do wrong, by subject."""
