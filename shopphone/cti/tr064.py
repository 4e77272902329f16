"""What a FRITZ!Box does for a user with a password (TR-064): its call list, dialling, phone books.

The box needs "access for apps" switched on and, for dialling, a phone chosen under Telephony,
Calls, Click to dial. The library asks the box for all it can do first, so the connection is kept.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from shopphone.cti.fritzbox import MACHINES, FritzBox
from shopphone.cti.numbers import dialable
from shopphone.domain.consent import Permit
from shopphone.domain.errors import Unavailable
from shopphone.domain.phones import ListedCall, OwnNumber

if TYPE_CHECKING:
    from fritzconnection import FritzConnection

_SECONDS = 8.0
_MOST_BYTES = 20_000_000
_RECEIVED, _MISSED, _OUT, _REJECTED = "1", "2", "3", "10"


def calls(box: FritzBox, days: int, zone: tzinfo) -> tuple[ListedCall, ...]:
    """The calls of the last days that are over, oldest first; the box's clock knows no zone."""
    with _asked(box) as connection:
        url = str(connection.call_action("X_AVM-DE_OnTel1", "GetCallList")["NewCallListURL"])
        root = _parsed(_fetch(connection, f"{url}&days={days}"))
    found = [_listed(each, zone) for each in root.iter("Call")]
    return tuple(sorted((each for each in found if each), key=lambda each: each.minute))


def dial(box: FritzBox, number: str, permit: Permit) -> None:
    """Let the phone chosen in the box ring and, once it is picked up, call the permitted number."""
    if number != permit.number:
        raise ValueError("the permit is for another number")
    wanted = {"NewX_AVM-DE_PhoneNumber": dialable(number)}
    with _asked(box) as connection:
        connection.call_action("X_VoIP1", "X_AVM-DE_DialNumber", arguments=wanted)


def own_numbers(box: FritzBox) -> tuple[OwnNumber, ...]:
    """The numbers at which the box can be called."""
    with _asked(box) as connection:
        text = connection.call_action("X_VoIP1", "X_AVM-DE_GetNumbers")["NewNumberList"]
        root = _parsed(str(text).encode("utf-8"))
    found = ((_text(item, "Number"), _text(item, "Name")) for item in root.iter("Item"))
    return tuple(OwnNumber(number=number, name=name) for number, name in found if number)


def phone_books(box: FritzBox) -> tuple[bytes, ...]:
    """Every phone book of the box, as the file it would export."""
    with _asked(box) as connection:
        asked = connection.call_action
        books = str(asked("X_AVM-DE_OnTel1", "GetPhonebookList")["NewPhonebookList"]).split(",")
        urls = [
            str(
                asked("X_AVM-DE_OnTel1", "GetPhonebook", NewPhonebookID=int(book))[
                    "NewPhonebookURL"
                ]
            )
            for book in books
            if book.strip().isdecimal()
        ]
        return tuple(_fetch(connection, url) for url in urls)


def test(box: FritzBox) -> None:
    """Whether the box lets this user in. Raises Unavailable: phone_away, phone_login, phone_refused."""
    with _asked(box) as connection:
        connection.call_action("X_AVM-DE_OnTel1", "GetCallList")


def _listed(call: ElementTree.Element, zone: tzinfo) -> ListedCall | None:
    kind = _text(call, "Type")
    if kind not in (_RECEIVED, _MISSED, _OUT, _REJECTED):
        return None  # still going on: the call monitor tells it
    try:
        began = datetime.strptime(_text(call, "Date"), "%d.%m.%y %H:%M").replace(tzinfo=zone)
    except ValueError:
        return None
    out = kind == _OUT
    by_machine = _text(call, "Port") in MACHINES or bool(_text(call, "Path"))
    seconds = _seconds(_text(call, "Duration"))
    return ListedCall(
        list_id=_text(call, "Id"),
        direction="out" if out else "in",
        number=_text(call, "Called" if out else "Caller"),
        own_number=_text(call, "CallerNumber" if out else "CalledNumber"),
        minute=began,
        answered=seconds > 0 if out else kind == _RECEIVED and not by_machine,
        seconds=seconds,
        blocked=kind == _REJECTED,
    )


def _seconds(duration: str) -> int:
    hours, colon, minutes = duration.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return 0
    return int(hours) * 3600 + int(minutes) * 60


def _text(element: ElementTree.Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


@lru_cache(maxsize=4)
def _connection(host: str, port: int, user: str, secret: str) -> "FritzConnection":
    from fritzconnection import FritzConnection  # with requests 0.2 s: not before it is needed
    from fritzconnection.core.exceptions import FritzAuthorizationError, FritzConnectionException

    # its log names what was asked, and with it numbers
    logging.getLogger("fritzconnection").setLevel(logging.CRITICAL + 1)
    try:
        return FritzConnection(
            address=host, port=port, user=user, password=secret, timeout=_SECONDS
        )
    except FritzAuthorizationError:
        raise
    except FritzConnectionException as error:
        raise Unavailable("phone_away", str(error)) from error


@contextmanager
def _asked(box: FritzBox) -> Iterator["FritzConnection"]:
    """A connection; what hinders it in the words of the house."""
    from fritzconnection.core.exceptions import (
        FritzAuthorizationError,
        FritzConnectionException,
        FritzSecurityError,
    )

    if not box.secret:
        raise Unavailable("phone_unset")
    try:
        yield _connection(box.host, box.service_port, box.user, box.secret)
    except (FritzAuthorizationError, FritzSecurityError) as error:
        raise Unavailable("phone_login", str(error)) from error
    except FritzConnectionException as error:
        if "401" in str(error) or "Unauthorized" in str(error):
            raise Unavailable("phone_login", str(error)) from error
        raise Unavailable("phone_refused", str(error)) from error
    except (OSError, ElementTree.ParseError) as error:  # the library's own are OSErrors
        _connection.cache_clear()
        raise Unavailable("phone_away", str(error)) from error


def _fetch(connection: "FritzConnection", url: str) -> bytes:
    with connection.session.get(url, timeout=_SECONDS, stream=True) as answer:
        answer.raise_for_status()
        return bytes(answer.raw.read(_MOST_BYTES, decode_content=True))


def _parsed(data: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in data[:2000]:
        raise ElementTree.ParseError("no list of a box brings its own document type")
    root: Any = ElementTree.fromstring(data)
    return root  # type: ignore[no-any-return]  # typeshed leaves its kind open
