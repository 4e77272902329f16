"""A tel: link from the system or the command line: asked about like every other call of ours."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from shopphone.domain.dialling import DialDraft, Outlook
from shopphone.services import call, dialling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.dial_dialog import DialDialog, ask_to_call
from shopphone.ui.panels.dial_words import link_words

_LONGEST = 200


def ask_about_link(
    window: QWidget, parts: Parts, link: str, came_back: Callable[[str], bool]
) -> None:
    """came_back: whether we gave this number to the system ourselves a moment ago."""
    draft = DialDraft(raw_number=link.strip()[:_LONGEST], way="link")
    if any(each.isVisible() for each in window.findChildren(DialDialog)):
        parts.say(link_words("busy"), "careful")
        return

    def ask(found: Outlook) -> None:
        if found.e164 and came_back(found.e164):
            parts.say(link_words("loop"), "careful")
        else:
            ask_to_call(window, parts, draft)

    parts.jobs.ask(window, call(dialling.outlook, draft), ask)
