"""Words and rules of the shop: pure Python, no clock, no file, no database, no window."""
