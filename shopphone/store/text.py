"""What text may enter the files: decided here once, so both databases keep exactly the same."""

import re

# PostgreSQL refuses NUL, and half a surrogate pair cannot be written as UTF-8 anywhere
_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text without NUL, broken surrogates shown as �; every other character is kept."""
    if text.isascii() and "\x00" not in text:
        return text
    return _NOT_STORABLE.sub(_instead, text)


def _instead(found: re.Match[str]) -> str:
    return "" if found[0] == "\x00" else "�"
