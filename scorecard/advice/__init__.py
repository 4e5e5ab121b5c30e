"""What follows from a scorecard: which repairs are possible and what each is worth."""
