"""Arabic letters as they join on paper: each takes the form its neighbours ask for.

reportlab's faces are drawn sign by sign, so the joined forms of Unicode's presentation block are
used; Hebrew and other scripts need nothing of this.
"""

import unicodedata
from functools import cache

_BLOCK = range(0xFE80, 0xFEFD)  # Arabic presentation forms B, letters only
_LAM = "\u0644"


def joined(text: str) -> str:
    """The text with every Arabic letter in its joined form, still in reading order."""
    forms, ligatures = _tables()
    if not any(char in forms for char in text):
        return text
    out: list[str] = []
    joins = False  # whether the letter before reaches for this one
    for n, char in enumerate(text):
        if unicodedata.combining(char):
            out.append(char)  # vowel marks stand above and let letters join through
            continue
        before = text[n - 1] if n else ""
        if before == _LAM and (before + char) in ligatures and out:
            out[-1] = ligatures[before + char]["final" if _was_joined(out[-1]) else "isolated"]
            joins = False
            continue
        known = forms.get(char, {})
        reaches = "initial" in known and "final" in forms.get(_next_letter(text, n), {})
        wanted = {
            (False, False): "isolated",
            (False, True): "initial",
            (True, False): "final",
            (True, True): "medial",
        }[joins and "final" in known, reaches]
        out.append(known.get(wanted, char))
        joins = reaches
    return "".join(out)


def plain_letters(char: str) -> str:
    """The letters a joined form stands for, for those who search or read the letter aloud."""
    kind, _, codes = unicodedata.decomposition(char).partition(" ")
    if ord(char) not in _BLOCK or not kind.startswith("<"):
        return char
    return "".join(chr(int(code, 16)) for code in codes.split())


def _next_letter(text: str, n: int) -> str:
    return next((char for char in text[n + 1 :] if not unicodedata.combining(char)), "")


def _was_joined(form: str) -> bool:
    return unicodedata.decomposition(form).startswith(("<medial>", "<final>"))


@cache
def _tables() -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """Forms by letter, and by pair for the ligatures of lam with alef."""
    letters: dict[str, dict[str, str]] = {}
    pairs: dict[str, dict[str, str]] = {}
    for code in _BLOCK:
        kind = unicodedata.decomposition(chr(code)).partition(" ")[0].strip("<>")
        stands_for = plain_letters(chr(code))
        table = letters if len(stands_for) == 1 else pairs
        table.setdefault(stands_for, {})[kind] = chr(code)
    return letters, pairs
