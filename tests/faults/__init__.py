"""Trying to break what must not break, at full length; the suite runs each with fewer rounds."""
