"""Address books and phone books: what is no table, as persons told to the shop."""

from collections.abc import Callable, Iterator
from pathlib import Path

from shopphone.domain.contacts import Contact
from shopphone.domain.errors import Unavailable, why
from shopphone.domain.imports import Answers, Passed
from shopphone.exchange import fritz_phonebook, vcard
from shopphone.exchange.format import Format, Opened, Read
from shopphone.exchange.people.telling import Person, told

_HEAD = 4096


def contact_formats() -> tuple[Format, ...]:
    return (_book("vcard", "vCard", b"begin:vcard", vcard.read),)


def phonebook_formats() -> tuple[Format, ...]:
    return (_book("fritzbox", "FRITZ!Box", b"<phonebook", fritz_phonebook.read),)


def _book(name: str, title: str, mark: bytes, read: Callable[[bytes], Iterator[Contact]]) -> Format:
    def fits(file: Opened) -> int:
        head = _content(file.path)[:_HEAD].replace(b"\0", b"")
        return int(file.sheet is None and mark in head.lower())

    def people(file: Opened, _answers: Answers) -> Read:
        for contact in read(_content(file.path)):
            if contact.is_empty:
                yield Passed(line=contact.line, code="empty")
            else:
                yield told(_person(contact))

    return Format(
        name=name,
        title=title,
        source=name,
        fits=fits,
        columns=lambda _file: (),
        questions=lambda _file, _answers: (),
        read=people,
    )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unavailable("file_unread", why(error)) from error


def _person(contact: Contact) -> Person:
    first, *others = contact.addresses or (None,)
    return Person(
        line=contact.line,
        code=contact.key,
        salutation=contact.salutation,
        first_name=contact.first_name,
        last_name=contact.last_name,
        company=contact.company,
        email=next(iter(contact.emails), ""),
        note="\n".join([*contact.emails[1:], *([contact.note] if contact.note else [])]),
        phones=list(contact.phones),
        billing=first,
        delivery=[each for each in others if each is not None],
    )
