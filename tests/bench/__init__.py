"""Measurements; nothing here is timed by a test."""
