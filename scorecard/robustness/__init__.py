"""What follows: how sure a ranking is, when what is uncertain is drawn many times."""
