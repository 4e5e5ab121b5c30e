"""Two seasons side by side; exact, pure, and nothing of it moves a score."""
