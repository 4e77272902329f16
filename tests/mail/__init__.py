"""Handing messages to real mail servers."""
