"""What follows: a rubric tried on evenly drawn points, before anybody is scored."""
