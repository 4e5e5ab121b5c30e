"""What follows: two rubrics compared, what changed in them and whom it moves."""
