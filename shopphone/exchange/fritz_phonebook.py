"""The phone book of a FRITZ!Box as it saves it: XML, read without anything from outside the file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from shopphone.domain.contacts import Contact, split_name
from shopphone.domain.errors import Refused

_LABELS = {"mobile": "mobile", "work": "work", "fax": "fax", "fax_work": "fax", "fax_home": "fax"}
_FIELDS = frozenset(("realName", "number", "email", "uniqueid"))


@dataclass(slots=True, kw_only=True)
class _Entry:
    line: int
    key: str = ""
    name: str = ""
    phones: dict[str, str] = field(default_factory=dict)
    emails: dict[str, None] = field(default_factory=dict)


def read(content: bytes) -> Iterator[Contact]:
    """Every entry of every phone book in the file.

    Raises Refused("phonebook_unreadable") with the line for what is no phone book.
    """
    found = _Reader()
    try:
        found.parser.Parse(content, True)
    except expat.ExpatError as error:
        raise Refused("phonebook_unreadable", line=error.lineno) from error
    if not found.is_phonebook:
        raise Refused("phonebook_unreadable", line=1)
    return iter(found.contacts)


class _Reader:
    """What the parser has read so far."""

    def __init__(self) -> None:
        self.contacts: list[Contact] = []
        self.is_phonebook = False
        self._book = ""
        self._entry: _Entry | None = None
        self._label = ""
        self._text: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append

    def _refuse(self, *_declared: object) -> None:
        """No box writes one; it could name other files, or grow without end."""
        raise Refused("phonebook_unreadable", line=self.parser.CurrentLineNumber)

    def _begin(self, tag: str, said: dict[str, str]) -> None:
        if tag == "phonebook":
            self.is_phonebook = True
            self._book = said.get("name") or said.get("owner", "")
        elif tag == "contact":
            self._entry = _Entry(line=self.parser.CurrentLineNumber)
        elif tag == "number":
            self._label = _LABELS.get(said.get("type", ""), "home")
        self._text.clear()

    def _end(self, tag: str) -> None:
        if self._entry is None:
            return
        if tag in _FIELDS:
            self._take(self._entry, tag, " ".join("".join(self._text).split()))
        elif tag == "contact":
            self.contacts.append(self._contact(self._entry))
            self._entry = None

    def _take(self, entry: _Entry, tag: str, text: str) -> None:
        if tag == "realName":
            entry.name = text
        elif tag == "uniqueid" and text:
            entry.key = f"{self._book}/{text}"
        elif tag == "email" and text:
            entry.emails[text] = None
        elif (
            tag == "number" and text and not text.startswith("**")
        ):  # **611: a telephone at the box
            entry.phones.setdefault(text, self._label)

    def _contact(self, entry: _Entry) -> Contact:
        name = split_name(entry.name)
        return Contact(
            line=entry.line,
            key=entry.key,
            salutation=name.salutation,
            first_name=name.first_name,
            last_name=name.last_name,
            phones=tuple(entry.phones.items()),
            emails=tuple(entry.emails),
        )
