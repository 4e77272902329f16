"""Handing messages to the shop's mail server."""
