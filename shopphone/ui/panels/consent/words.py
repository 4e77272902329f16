"""Entries of the consent ledger in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from shopphone.domain.consent_ledger import ConsentEntry

CHANNELS = {
    "phone": "by telephone",
    "email": "by e-mail",
    "sms": "by SMS",
    "post": "by post",
}
ACTS = {
    "given": "agreed",
    "refused": "asked, said no",
    "withdrawn": "withdrawn",
    "used": "used for a call",
}
SOURCES = {
    "letter": "signed on paper",
    "form": "ticked on a form",
    "email": "by e-mail",
    "web": "on our website",
}


def channel_words(channel: str) -> str:
    return _tr(CHANNELS.get(channel, channel))


def act_words(state: str) -> str:
    return _tr(ACTS.get(state, state))


def source_words(source: str) -> str:
    return _tr(SOURCES.get(source, source))


def entry_words(entry: "ConsentEntry", when: str) -> str:
    """One line: when, what, on which channel, about what."""
    parts = [when, act_words(entry.state), channel_words(entry.channel), ", ".join(entry.topics)]
    if entry.late:
        parts.append(QCoreApplication.translate("Consent", "recorded later"))
    return " · ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Consent", text)
