"""shopphone: the call desk of a small online shop."""

__version__ = "0.1.0"
