"""The Markdown that articles use, as HTML for a label: whatever else stands in the text stays text."""

import re
from collections.abc import Sequence
from html import escape

# every pattern stops at its own sign, so that thousands of open ones are looked through once
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(((?:[^()\s]|\([^()\s]*\))*)(?:\s[^()]*)?\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*|(?<!\w)__([^_]+)__(?!\w)")
_SLANTED = re.compile(
    r"(?<![\w*])\*([^*\s][^*]*)(?<!\s)\*(?![\w*])|(?<![\w_])_([^_\s][^_]*)_(?!\w)"
)
_HEADING = re.compile(r"#{1,6}\s+(\S.*)")
_RULE = re.compile(r":?-+:?")
_MOST_COLUMNS = 8  # more of them nobody reads beside a call; they are rows of text


def html_of(markdown: str) -> str:
    """Headings, bold, slanted, code, lists, tables; a link shows its words and its address."""
    blocks: list[str] = []
    lines: list[str] = []
    rows: list[list[str]] = []
    for line in [*(raw.strip() for raw in markdown.splitlines()), None]:
        if line is not None and line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            blocks += ["<br>".join(lines), _table(rows)]
            lines, rows = [], []
        if line is not None:
            lines.append(_line(line))
    return "".join([*blocks, "<br>".join(lines)])


def _line(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    if heading is not None:
        return f"<b>{_words(heading[1])}</b>"
    if line.startswith(("- ", "* ", "+ ")):
        return f"&bull;&nbsp;{_words(line[2:])}"
    return _words(line)


def _words(text: str) -> str:
    """Between two backticks nothing is a sign."""
    parts = escape(text).split("`")
    if len(parts) % 2 == 0:  # one without its other half is a sign like any other
        parts[-2:] = ["`".join(parts[-2:])]
    return "".join(
        f"<code>{part}</code>" if n % 2 else _signs(part) for n, part in enumerate(parts)
    )


def _signs(text: str) -> str:
    text = _LINK.sub(r"\1 (\2)", text)
    text = _BOLD.sub(lambda found: f"<b>{found[1] or found[2]}</b>", text)
    return _SLANTED.sub(lambda found: f"<i>{found[1] or found[2]}</i>", text)


def _table(rows: Sequence[Sequence[str]]) -> str:
    """The row above the rule of dashes is the head."""
    ruled = len(rows) > 1 and all(_RULE.fullmatch(cell) for cell in rows[1])
    shown = [row for n, row in enumerate(rows) if not (ruled and n == 1)]
    if max(map(len, shown)) > _MOST_COLUMNS:
        return "".join(f"<p>{_words(' · '.join(filter(None, row)))}</p>" for row in shown)
    lines = [_row(row, "th" if ruled and n == 0 else "td") for n, row in enumerate(shown)]
    return f'<table cellpadding="3">{"".join(lines)}</table>'


def _row(row: Sequence[str], kind: str) -> str:
    cells = "".join(f'<{kind} align="left">{_words(cell)}</{kind}>' for cell in row)
    return f"<tr>{cells}</tr>"
