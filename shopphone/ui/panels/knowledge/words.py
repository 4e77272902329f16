"""The words for what an article has: its fields, states and readers."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from shopphone.domain.gaps import ASSIGNED, NOT_NEEDED, WRITTEN
from shopphone.ui.kit.i18n import Words


def field_words(name: str) -> str:
    """A field of an article as its form calls it."""
    return {
        "title": QCoreApplication.translate("Knowledge", "Title, as callers ask"),
        "say": QCoreApplication.translate("Knowledge", "To say on the phone"),
        "details": QCoreApplication.translate("Knowledge", "Details (steps, Markdown)"),
        "letter_paragraph": QCoreApplication.translate("Knowledge", "Paragraph for a letter"),
        "internal_note": QCoreApplication.translate("Knowledge", "Internal note"),
        "topics": QCoreApplication.translate("Knowledge", "Topics (commas)"),
        "skus": QCoreApplication.translate("Knowledge", "Belongs to articles (SKUs, commas)"),
        "groups": QCoreApplication.translate("Knowledge", "Belongs to product groups (commas)"),
        "language": QCoreApplication.translate("Knowledge", "Language"),
        "audience": QCoreApplication.translate("Knowledge", "For whom"),
        "state": QCoreApplication.translate("Knowledge", "State"),
        "owner": QCoreApplication.translate("Knowledge", "Looked after by"),
        "review_on": QCoreApplication.translate("Knowledge", "Look through on"),
    }[name]


def state_words(state: str) -> tuple[str, str]:
    """The word and its tone."""
    return {
        "in_force": (QCoreApplication.translate("Knowledge", "in force"), "fine"),
        "draft": (QCoreApplication.translate("Knowledge", "draft"), "careful"),
        "retired": (QCoreApplication.translate("Knowledge", "retired"), "neutral"),
    }.get(state, (state, "neutral"))


def audience_words(audience: str) -> str:
    return {
        "everyone": QCoreApplication.translate("Knowledge", "everyone"),
        "routine": QCoreApplication.translate("Knowledge", "routine questions"),
        "expert": QCoreApplication.translate("Knowledge", "experts only"),
    }.get(audience, audience)


def closed_words(how: str) -> str:
    """What became of a gap."""
    return {
        WRITTEN: QCoreApplication.translate("Knowledge", "article written"),
        ASSIGNED: QCoreApplication.translate("Knowledge", "an article had it"),
        NOT_NEEDED: QCoreApplication.translate("Knowledge", "not needed"),
    }.get(how, how)


def language_words(language: str) -> str:
    return {
        "de": QCoreApplication.translate("Knowledge", "German"),
        "en": QCoreApplication.translate("Knowledge", "English"),
    }.get(language, language)


def value_words(name: str, value: str, words: Words) -> str:
    """A field's text as people read it: no codes."""
    if name == "state":
        return state_words(value)[0]
    if name == "audience":
        return audience_words(value)
    if name == "language":
        return language_words(value)
    if name == "review_on" and value:
        return words.day(date.fromisoformat(value))
    return value
