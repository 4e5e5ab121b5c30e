"""Explain a score: from the total down to the cells that it was made of."""
