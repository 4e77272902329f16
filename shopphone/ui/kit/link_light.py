"""The health light in the top bar: the worst of the telephone links, and what to do about each."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QSizePolicy

from shopphone.domain.events import CallEvent, Link, LinkState
from shopphone.ui.kit import link_words
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.news import News
from shopphone.ui.kit.parts import set_chip, tip

_WORST = (Link.DOWN, Link.REFUSED, Link.CONNECTING, Link.CONNECTED)


class LinkLight(QLabel):
    """A chip; hidden while nothing is listened to."""

    def __init__(self, news: News, words: Words) -> None:
        super().__init__()
        self.setProperty("chip", "neutral")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._news = news
        self._words = words
        self._last: dict[str, datetime] = {}
        news.link.connect(self._show)
        news.call.connect(self._heard)
        self.hide()

    def _heard(self, event: CallEvent) -> None:
        self._last[event.source] = event.at
        self._show()

    def _show(self, _state: object = None) -> None:
        on = [each for each in self._news.links.values() if each.state is not Link.OFF]
        worst = min(on, key=_severity, default=None)
        if worst is None:
            self.hide()
            return
        set_chip(self, *link_words.short(worst))
        lines = [self._line(each) for each in sorted(on, key=_severity)]
        self.setToolTip(tip("\n".join(lines)))
        self.setAccessibleDescription(" ".join(lines))
        self.show()

    def _line(self, state: LinkState) -> str:
        short, _ = link_words.short(state)
        return f"{short}. {link_words.advice(state)} {self._when(state)}"

    def _when(self, state: LinkState) -> str:
        at = self._last.get(state.source) or state.last_event_at
        return link_words.last_call(self._words.moment(at) if at else "")


def _severity(state: LinkState) -> tuple[int, bool]:
    return _WORST.index(state.state), not state.reason
