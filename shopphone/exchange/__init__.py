"""Foreign files in, our files out: one module per format; nothing here knows the shop's database."""
