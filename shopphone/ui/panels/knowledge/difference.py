"""A difference on the screen: what was taken out is struck through, what was put in is marked."""

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QLabel

from shopphone.domain.articles import CODES, FieldChange
from shopphone.domain.differences import Piece, pieces
from shopphone.ui.kit.parts import rich
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.theme import Colours
from shopphone.ui.panels.knowledge.words import value_words


def difference(found: Sequence[Piece], parts: Parts) -> QLabel:
    return rich(html_of(found, parts.theme.colours))


def change(found: FieldChange, parts: Parts) -> QLabel:
    """A changed field; states and days in words, not as they are kept."""
    if found.name not in CODES:
        return difference(found.pieces, parts)
    words = (value_words(found.name, each, parts.words) for each in (found.older, found.newer))
    return difference(pieces(*words), parts)


def html_of(found: Sequence[Piece], colours: Colours) -> str:
    """Never by colour alone: out is struck through, in is underlined."""
    styles = {
        "same": f"color:{colours.text}",
        "out": f"color:{colours.must_not};background:{colours.must_not_soft};text-decoration:line-through",
        "in": f"color:{colours.fine};background:{colours.fine_soft};text-decoration:underline",
    }
    return "".join(
        f"<span style='{styles[each.kind]}'>{escape(each.text).replace(chr(10), '<br>')}</span>"
        for each in found
    )
