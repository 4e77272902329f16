"""The one table of keys: actions, the key list of F1 and the buttons' hints are drawn from it."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


class Key(NamedTuple):
    """An action's code, its key, and what it does in words (English source text)."""

    code: str
    key: str
    words: str


KEYS = (
    Key("help", "F1", "Help and key list"),
    Key("call_now", "F2", "Call now, or next waiting lane"),
    Key("dial", "Shift+F2", "Call this customer, through the gate"),
    Key("answers", "F3", "Answer finder"),
    Key("order", "F4", "Order form, input row"),
    Key("tell", "F5", "Next read-back point told"),
    Key("caller", "F6", "Caller card, chooser"),
    Key("withdrawal", "Shift+F6", "Withdrawal by telephone"),
    Key("note", "F7", "Note"),
    Key("callback", "F8", "Plan a callback"),
    Key("no_advertising", "Shift+F8", "No more advertising, from now on"),
    Key("letter", "F9", "Confirmation: preview, again: print"),
    Key("helped", "F10", "Answer helped"),
    Key("not_helped", "Shift+F10", "Answer did not help"),
    Key("enclose", "F11", "Enclose the answer with the letter"),
    Key("finish", "F12", "Finish the call"),
    Key("place", "Ctrl+Return", "Place the order"),
    Key("find", "Ctrl+K", "Find anything"),
    Key("escape", "Esc", "Close the panel, never the draft"),
)
BY_CODE = {key.code: key for key in KEYS}


def shown(code: str) -> str:
    """The key of an action as it stands on a button."""
    return in_words(BY_CODE[code].key)


def in_words(key: str) -> str:
    """A key as it is printed on the keyboards of this language: Strg where there is no Ctrl."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "↵")


def words(code: str) -> str:
    return QCoreApplication.translate("Keys", BY_CODE[code].words)
