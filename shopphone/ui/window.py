"""The main window: side bar, top bar, the screens, and one quiet line of status."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QIcon, QKeySequence, QPaintEvent, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.errors import Refused, Unavailable
from shopphone.ui import menu
from shopphone.ui.kit import keys
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.jobs import Jobs
from shopphone.ui.kit.link_light import LinkLight
from shopphone.ui.kit.news import News
from shopphone.ui.kit.parts import Elided, button, chip, label, set_tone
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.theme import Theme
from shopphone.ui.panels.find_anything import Command, FindAnything
from shopphone.ui.panels.first_look import FirstLook

if TYPE_CHECKING:
    from shopphone.domain.places import Place

_STATUS_MS = 12000


class MainWindow(QMainWindow):
    """Holds the screens; builds each when it is first opened."""

    closing = Signal()
    painted = Signal()  # for the first time: what takes long may begin
    built = Signal(str)  # a screen's code, once

    def __init__(
        self,
        jobs: Jobs,
        news: News,
        words: Words,
        theme: Theme,
        now: Callable[[], datetime],
        banner: str = "",
        newest: Sequence[tuple[int, str, str, str]] = (),
    ) -> None:
        """newest: calls for the first paint, see FirstLook."""
        super().__init__()
        self._is_painted = False
        self.setWindowTitle("shopphone")
        self.resize(1280, 720)
        self._theme = theme
        self._screens: dict[str, Screen] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.parts = Parts(
            jobs=jobs,
            news=news,
            words=words,
            theme=theme,
            now=now,
            say=self._say,
            open_screen=self.open_screen,
        )
        self._status = Elided(tone="muted")
        self._quiet = QTimer(self, interval=_STATUS_MS, singleShot=True)
        self._quiet.timeout.connect(self._hush)
        self._stack = QStackedWidget()
        self._build(banner)
        self._bind_keys()
        jobs.trouble.connect(self._tell)
        jobs.refused.connect(self._tell)
        theme.changed.connect(self._tint)
        self.first_look = FirstLook(self.parts, newest)
        self._stack.addWidget(self.first_look)
        self._buttons["desk"].setChecked(True)

    def screen(self, code: str) -> Screen:  # type: ignore[override]  # Qt's screen() is a monitor; nobody asks a window of ours for it
        """A screen by its code, built at the first call."""
        made = self._screens.get(code)
        if made is None:
            made = menu.BY_CODE[code].build(self.parts)
            self._screens[code] = made
            self._stack.addWidget(made)
            self.built.emit(code)
        return made

    def open_screen(self, code: str, wanted: object) -> None:
        made = self.screen(code)
        self._buttons[code].setChecked(True)
        if self._stack.currentWidget() is not made or self._is_elsewhere():
            self._stack.setCurrentWidget(made)
            made.starts_at.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        if wanted is not None:
            made.open(wanted)

    @property
    def current(self) -> Screen:
        made = self._stack.currentWidget()
        assert isinstance(made, Screen)
        return made

    def _is_elsewhere(self) -> bool:
        """Whether the keyboard is outside the screen in front."""
        focus = self.focusWidget()
        return focus is None or not self._stack.isAncestorOf(focus)

    def show_badge(self, code: str, count: int) -> None:
        """A count beside an entry of the side bar."""
        entry = menu.BY_CODE[code]
        self._buttons[code].setText(f"{entry.words()}   {count}" if count else entry.words())

    def act(self, code: str) -> None:
        """An action of the key table: for the screen in front, else for the desk."""
        if code == "help":
            self._show_help()
        elif code == "find":
            self.search.begin()
        elif code == "escape" and self.search.is_open:
            self.search.leave()
        elif self.current.act(code) or code == "escape":
            return
        elif code in _DESK_KEYS:
            self.open_screen("desk", None)
            self.current.act(code)
        else:
            text = self.tr("{key} works at the desk and where a letter is open.")
            self._say(text.format(key=keys.shown(code)), "muted")

    def begin(self) -> None:
        """The desk takes the first look's place, unless a key has opened something already."""
        self._tint()
        if self._stack.currentWidget() is self.first_look:
            self.open_screen("desk", None)
        self._stack.removeWidget(self.first_look)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent, /) -> None:
        self.closing.emit()
        event.accept()

    def _build(self, banner: str) -> None:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._side_bar())
        right = QVBoxLayout()
        right.setContentsMargins(14, 10, 14, 6)
        right.setSpacing(10)
        right.addLayout(self._top_bar(banner))
        right.addWidget(self._stack, 1)
        right.addWidget(self._status)
        columns.addLayout(right, 1)
        self.setCentralWidget(page)

    def _side_bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("bar", True)
        bar.setFixedWidth(158)
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(8, 14, 8, 12)
        rows.setSpacing(2)
        name = label("shopphone", size="heading", tone="accent")
        name.setContentsMargins(8, 0, 0, 8)
        rows.addWidget(name)
        blank = QPixmap(16, 16)
        blank.fill(QColor(0, 0, 0, 0))
        room = QIcon(blank)  # drawing SVG waits until the window has been painted
        for entry in menu.ENTRIES:
            if entry.code == "settings":
                rows.addStretch(1)
            made = button(entry.words(), kind="side")
            made.setIcon(room)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setToolTip(keys.in_words(entry.key))
            made.setProperty("code", entry.code)
            made.clicked.connect(self._open_clicked)
            rows.addWidget(made)
            self._buttons[entry.code] = made
        return bar

    def _tint(self) -> None:
        from shopphone.ui.kit.icons import icon

        for entry in menu.ENTRIES:
            self._buttons[entry.code].setIcon(icon(entry.icon, self._theme.colours.muted))

    def _top_bar(self, banner: str) -> QHBoxLayout:
        bar = QHBoxLayout()
        self.search = FindAnything(self.parts, self.tr("Find anything"), self._commands)
        hint = self.tr("Find anything   {key}").format(key=keys.shown("find"))
        self.search.setPlaceholderText(hint)
        self.search.setMaximumWidth(430)
        self.search.wanted.connect(self._open_place)
        self._link = LinkLight(self.parts.news, self.parts.words)
        help_button = button(self.tr("Help"), keys.shown("help"))
        help_button.clicked.connect(self._show_help)
        call_now = button(self.tr("Call now"), keys.shown("call_now"))
        call_now.clicked.connect(self._call_now)
        bar.addWidget(self.search, 1)
        bar.addStretch(1)
        if banner:
            bar.addWidget(chip(banner, "careful"))
        bar.addWidget(self._link)
        bar.addWidget(help_button)
        bar.addWidget(call_now)
        return bar

    def _bind_keys(self) -> None:
        for key in keys.KEYS:
            shortcut = QShortcut(QKeySequence(key.key), self)
            shortcut.setProperty("code", key.code)
            shortcut.activated.connect(self._key_pressed)
        for entry in menu.ENTRIES:
            shortcut = QShortcut(QKeySequence(entry.key), self)
            shortcut.setProperty("screen", entry.code)
            shortcut.activated.connect(self._screen_key_pressed)

    def _key_pressed(self) -> None:
        self.act(str(self.sender().property("code")))

    def _screen_key_pressed(self) -> None:
        self.open_screen(str(self.sender().property("screen")), None)

    def _open_clicked(self) -> None:
        self.open_screen(str(self.sender().property("code")), None)

    def _call_now(self) -> None:
        self.act("call_now")

    def _open_place(self, place: "Place") -> None:
        self.open_screen(place.screen, place.wanted)

    def _commands(self) -> list[Command]:
        """What is found besides things: the screens, the settings, and what keys do."""
        from shopphone.domain.settings import SETTINGS

        screens = [
            Command(
                words=entry.words(),
                hint=keys.in_words(entry.key),
                icon=entry.icon,
                run=partial(self.open_screen, entry.code, None),
            )
            for entry in menu.ENTRIES
        ]
        settings = menu.BY_CODE["settings"]
        fields = [
            Command(
                words=QtCore.QCoreApplication.translate("Settings", each.label),
                hint=settings.words(),
                icon=settings.icon,
                run=partial(self.open_screen, settings.code, each.key),
            )
            for each in SETTINGS
        ]
        texts = Command(  # they are no settings, but that is where they are looked for
            words=QtCore.QCoreApplication.translate("SettingsScreen", "Texts of letters"),
            hint=settings.words(),
            icon=settings.icon,
            run=partial(self.open_screen, settings.code, "letters"),
        )
        actions = [
            Command(
                words=keys.words(key.code),
                hint=keys.shown(key.code),
                icon="search",
                run=partial(self.act, key.code),
            )
            for key in keys.KEYS
            if key.code not in ("find", "escape")
        ]
        return [*screens, *actions, texts, *fields]

    def _say(self, sentence: str, tone: str) -> None:
        self._status.setText(sentence)
        set_tone(self._status, tone)
        self._quiet.start()

    def _hush(self) -> None:
        self._status.setText("")

    def _tell(self, error: Refused | Unavailable) -> None:
        from shopphone.ui.kit.messages import words_for

        self._say(words_for(error), "must_not" if isinstance(error, Unavailable) else "careful")

    def _show_help(self) -> None:
        from shopphone.ui.manual import Manual  # not at the start

        Manual(self, self.parts, self._page_of_screen()).open()

    def _page_of_screen(self) -> str:
        shown = self._stack.currentWidget()
        codes = [code for code, screen in self._screens.items() if screen is shown]
        return menu.BY_CODE[codes[0]].page if codes else ""


_DESK_KEYS = frozenset(
    ("call_now", "answers", "order", "caller", "withdrawal", "note", "callback", "finish")
)
