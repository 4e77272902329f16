"""Measurements; nothing here is timed by a test."""

from shopphone.start import calm_sums

calm_sums()  # as in the program, and before anything imports numpy
