"""What stands on the pages, in reading order, for those who hear a letter: headings, paragraphs, tables.

Everything drawn belongs to the element that is open then, or to the paper's furniture (an artifact)
when none is.
"""

from collections.abc import Sequence
from types import TracebackType

Mark = tuple[int, int]  # page and number of a marked run on it, both from 0
COLUMN_HEAD = "/A <</O/Table/Scope/Column>>"
ROW_HEAD = "/A <</O/Table/Scope/Row>>"


class Element:
    """A node of the structure; kids are nodes or marked runs. more: further entries, as PDF.

    number: its place in the file, once that is written.
    """

    __slots__ = ("kids", "more", "number", "role")

    def __init__(self, role: str, more: str = "") -> None:
        self.role = role
        self.more = more
        self.number = 0
        self.kids: list[Element | Mark] = []


FURNITURE = Element("Artifact")  # whatever is drawn inside it is left out of the letter's structure


class Structure:
    """The tree of one letter, and the place in it where drawing goes on."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.current: Element | None = None

    def add(self, role: str, more: str = "", parent: Element | None = None) -> Element:
        """A new element at the end of its parent, of the open one, or of the letter."""
        parent = parent or self.current or self.root
        if parent is FURNITURE:
            return FURNITURE
        made = Element(role, more)
        parent.kids.append(made)
        return made

    def tag(self, role: str, more: str = "", parent: Element | None = None) -> "Inside":
        """What is drawn now is this."""
        return Inside(self, self.add(role, more, parent))

    def into(self, element: Element) -> "Inside":
        """What is drawn now goes on with an element there is."""
        return Inside(self, element)

    def aside(self) -> "Inside":
        """What is drawn now says nothing new: repeated heads, sums carried over."""
        return Inside(self, FURNITURE)


class Inside:
    """While it is open, drawing belongs to its element."""

    __slots__ = ("_before", "_structure", "element")

    def __init__(self, structure: Structure, element: Element) -> None:
        self._structure = structure
        self.element = element
        self._before: Element | None = None

    def __enter__(self) -> Element:
        self._before = self._structure.current
        self._structure.current = self.element
        return self.element

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._structure.current = self._before


def moved(element: Element, pages: int, owners: Sequence[list[Element]]) -> Element:
    """A copy of an element whose marks lie some pages further on; the pages learn their owners."""
    copy = Element(element.role, element.more)
    for kid in element.kids:
        if isinstance(kid, Element):
            copy.kids.append(moved(kid, pages, owners))
        else:
            page, number = kid
            copy.kids.append((page + pages, number))
            owners[page + pages][number] = copy
    return copy


def named(alternative: str) -> str:
    """The entry that says a picture in words."""
    return f"/Alt {pdf_text(alternative)}"


def spoken(language: str) -> str:
    """The entry for text in another language than the letter's."""
    return f"/Lang ({language})"


def pdf_text(text: str) -> str:
    coded = b"\xfe\xff" + text.encode("utf-16-be", "replace")
    return f"<{coded.hex()}>"
