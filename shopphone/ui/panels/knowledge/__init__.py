"""The views of the knowledge screen, one module each, and what they share."""
