"""The answer finder: one analysed text, one scorer in memory, the same on every database."""
