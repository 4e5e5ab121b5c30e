"""The sample season: published figures, the rest invented and marked so."""
