"""vCard 2.1, 3.0 and 4.0 as phones and mail programs really write them.

A library was tried (vobject 0.9.9): it decodes every picture and gives the rest of a file up at
one that is broken, and asks for whole cards where phones leave half of them out.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from shopphone.domain.contacts import Contact, salutation_of, split_name
from shopphone.domain.countries import country_code
from shopphone.domain.customers import Address
from shopphone.exchange.decoding import decode

_HEAD = re.compile(
    r"(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):", re.DOTALL
)
_PARAMETER = re.compile(r';((?:[^;"]|"[^"]*")*)')
_UNREAD = frozenset(("PHOTO", "LOGO", "SOUND", "KEY"))
_LABELS = (
    ("FAX", "fax"), ("CELL", "mobile"), ("MOBILE", "mobile"), ("IPHONE", "mobile"),
    ("WORK", "work"), ("MAIN", "work"), ("HOME", "home"),
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class _Property:
    name: str
    types: frozenset[str]
    value: str


@dataclass(slots=True, kw_only=True)
class _Card:
    line: int
    properties: list[_Property] = field(default_factory=list)

    def all(self, name: str) -> list[_Property]:
        return [each for each in self.properties if each.name == name]

    def first(self, name: str) -> str:
        return next((text for each in self.all(name) if (text := _text(each.value))), "")


def read(content: bytes) -> Iterator[Contact]:
    """Every card of the file, also one whose end is missing."""
    card: _Card | None = None
    for line, name, parameters, value in _properties(decode(content)):
        if name == "BEGIN" and value.strip().upper() == "VCARD":
            if card is not None:
                yield _contact(card)
            card = _Card(line=line)
        elif name == "END" and card is not None:
            yield _contact(card)
            card = None
        elif card is not None and name not in _UNREAD:
            card.properties.append(_property(name, parameters, value))
    if card is not None:
        yield _contact(card)


def _properties(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Line, name, parameters and raw value of each property, its folded lines put together."""
    begun: tuple[int, str, str] | None = None
    value: list[str] = []
    soft = False  # quoted-printable goes on behind a line that ends in "="
    for number, line in enumerate(text.split("\n"), 1):
        if soft and begun is not None:
            value[-1] = value[-1][:-1] + line
            soft = value[-1].endswith("=")
            continue
        folded = line[:1] in (" ", "\t")
        head = None if folded else _HEAD.match(line)
        if head is None:
            value.append(line[1:] if folded else line)
            continue
        if begun is not None:
            yield (*begun, "".join(value))
        begun = (number, head[1].upper(), head[2])
        value = [line[head.end() :]]
        soft = _is_quoted(head[2]) and value[-1].endswith("=")
    if begun is not None:
        yield (*begun, "".join(value))


def _is_quoted(parameters: str) -> bool:
    return "QUOTED-PRINTABLE" in parameters.upper()


def _property(name: str, parameters: str, value: str) -> _Property:
    types: set[str] = set()
    charset = "utf-8"
    for each in _PARAMETER.findall(parameters):
        key, equals, said = each.partition("=")
        if not equals:
            types.add(key.strip().upper())  # vCard 2.1: ";WORK;FAX"
        elif key.strip().upper() == "TYPE":
            types |= {word.strip().upper() for word in said.replace('"', "").split(",")}
        elif key.strip().upper() == "CHARSET":
            charset = said.strip(' "')
    if _is_quoted(parameters):
        value = _unquoted(value, charset)
    return _Property(name=name, types=frozenset(types), value=value)


def _unquoted(value: str, charset: str) -> str:
    content = quopri.decodestring(value.encode("utf-8", "replace"))
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decode(content)


def _parts(value: str) -> list[str]:
    """The parts of a structured value; a comma within one stays."""
    return [_text(part) for part in re.split(r"(?<!\\);", value)]


def _text(value: str) -> str:
    plain = re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
    return plain.replace("\r\n", "\n").strip()


def _contact(card: _Card) -> Contact:
    company = card.all("ORG")
    named = " ".join(_parts(company[0].value)[:1]) if company else ""
    salutation, first, last = _name(card, named)
    return Contact(
        line=card.line,
        key=card.first("UID") or card.first("X-ABUID"),
        salutation=salutation,
        first_name=first,
        last_name=last,
        company=named,
        phones=_phones(card),
        emails=tuple(
            dict.fromkeys(text for each in card.all("EMAIL") if (text := _text(each.value)))
        ),
        addresses=tuple(
            made for each in card.all("ADR") if not (made := _address(each.value)).is_empty
        ),
        note="\n".join(
            dict.fromkeys(text for each in card.all("NOTE") if (text := _text(each.value)))
        ),
    )


def _name(card: _Card, company: str) -> tuple[str, str, str]:
    """By parts where the card has them, else from the name as it is shown."""
    shown = " ".join(card.first("FN").split())
    for each in card.all("N"):
        last, first, more, title, _after = (*_parts(each.value), "", "", "", "", "")[:5]
        if not (last or first):
            continue
        known = salutation_of(title)
        words = (title if not known else "", first, more)
        return known, " ".join(" ".join(part.split()) for part in words if part), last
    if not shown or shown == company:
        return "", "", ""
    split = split_name(shown)
    return split.salutation, split.first_name, split.last_name


def _phones(card: _Card) -> tuple[tuple[str, str], ...]:
    """Each number once, the preferred first; pagers are no telephones."""
    found: dict[str, str] = {}
    numbers = [each for each in card.all("TEL") if "PAGER" not in each.types]
    for each in sorted(numbers, key=lambda one: "PREF" not in one.types):
        raw = re.sub(r"(?i)^tel:", "", _text(each.value))
        if raw:
            found.setdefault(raw, _label(each.types))
    return tuple(found.items())


def _label(types: frozenset[str]) -> str:
    return next((ours for theirs, ours in _LABELS if theirs in types), "home")


def _address(value: str) -> Address:
    box, more, street, town, state, postcode, country = (*_parts(value), *[""] * 7)[:7]
    lines = [*_lines(street), *_lines(more)]
    if lines and not (town or postcode):
        # an old Google wrote the whole address into one part
        if len(lines) > 1 and country_code(lines[-1]):
            country = country or lines.pop()
        at = next((n for n, line in enumerate(lines[1:], 1) if any(_place(line))), None)
        if at is not None:
            postcode, town = _place(lines.pop(at))
    code = country_code(country)
    # what there is no field for is kept as it was written: a box, a country nobody knows
    known = [box, *lines[1:], *([state] if code == "US" else []), *([] if code else [country])]
    return Address(
        extra=", ".join(part for part in known if part),
        street=lines[0] if lines else "",
        postcode=postcode,
        town=town,
        country=code or "",
    )


def _lines(text: str) -> list[str]:
    return [bare for line in text.split("\n") if (bare := line.strip(" ,"))]


def _place(line: str) -> tuple[str, str]:
    """Postcode and town of a line such as "80469 München" or "Austin, TX 12345"; neither: empty."""
    before = re.fullmatch(r"(?:[A-Z]{1,2}[- ])?(\d{4,5})\s+(\D+)", line)
    if before:
        return before[1], before[2].strip(" ,")
    behind = re.fullmatch(r"(\D+?),?\s+(\d{5}(?:-\d{4})?)", line)
    return (behind[2], behind[1]) if behind else ("", "")
