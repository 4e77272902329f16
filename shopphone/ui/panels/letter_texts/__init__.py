"""The screen where a shop words its letters itself."""
