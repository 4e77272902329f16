"""One line that finds anything: customers, orders, articles, goods, screens, settings, actions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from shopphone.domain.customers import fold
from shopphone.domain.places import Found, Place
from shopphone.ui.kit.screen import Parts

_PAUSE_MS = 60
_MOST_COMMANDS, _MOST_SHOWN = 5, 12
_WIDTH = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What is found besides things: a screen, a setting, an action. hint: its key or its place."""

    words: str
    hint: str
    icon: str
    run: Callable[[], None]


class FindAnything(QLineEdit):
    """The line keeps the focus; its finds lie over the screen below and never move on their own."""

    wanted = Signal(object)  # Place

    def __init__(self, parts: Parts, name: str, commands: Callable[[], Sequence[Command]]) -> None:
        """commands: asked when they are first searched, in the language of the window."""
        super().__init__()
        self.setAccessibleName(name)
        self._parts = parts
        self._commands = commands
        self._came_from: QWidget | None = None
        self._shown_for: str | None = None
        self._takes = False
        self.finds: QListWidget | None = None
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(self._typed)

    def begin(self) -> None:
        """Ctrl+K: the keyboard comes here, and what was opened last is shown."""
        focus = self.window().focusWidget()
        if focus is not self:
            self._came_from = focus
        self.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._search()

    @property
    def is_open(self) -> bool:
        """Whether it has the keyboard of its window, be that in front or not."""
        return self.window().focusWidget() is self

    def leave(self) -> None:
        """Esc: back to where the keyboard was."""
        self.put_away()
        if self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def put_away(self) -> None:
        self._pause.stop()
        self._takes = False
        self._shown_for = None
        self.clear()
        self._hide()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Down, QtCore.Qt.Key.Key_Up):
            self._move(1 if event.key() == QtCore.Qt.Key.Key_Down else -1)
        elif event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() != QtCore.Qt.FocusReason.ActiveWindowFocusReason:
            self._hide()

    def _typed(self, _text: str) -> None:
        self._takes = False
        self._pause.start()

    def _search(self) -> None:
        from shopphone.services import anything, call

        text, language = self.text(), self._parts.words.language
        job = call(anything.find, text, language=language)
        self._parts.jobs.ask(self, job, lambda found: self._show(text, found))

    def _show(self, text: str, found: Sequence[Found]) -> None:
        if text != self.text() or not self.is_open:
            return
        finds = self._list()
        current = finds.currentItem()
        before = current.data(QtCore.Qt.ItemDataRole.UserRole) if current else None
        finds.clear()
        first, others = self._commands_for(text)
        lines: list[Found | Command] = [*first, *found, *others]
        for each in lines:
            finds.addItem(self._item(each))
        if text.strip() and not finds.count():
            nothing = QListWidgetItem(self.tr("Nothing found for “{text}”.").format(text=text))
            nothing.setFlags(QtCore.Qt.ItemFlag.NoItemFlags)
            finds.addItem(nothing)
        chosen = text == self._shown_for and before is not None
        kept = [row for row in range(finds.count()) if chosen and self._at(row) == before]
        finds.setCurrentRow(kept[0] if kept else 0)
        self._shown_for = text
        self._lay_out()
        if self._takes:
            self._take()

    def _commands_for(self, text: str) -> tuple[list[Command], list[Command]]:
        """Those meant before any thing is: their name begins so, or has all of several words.

        And those that have the one word somewhere.
        """
        words = fold(text).split()
        if not words or len(words[0]) < 2:
            return [], []
        first, others = [], []
        for each in self._commands():
            name = fold(each.words)
            has_all = all(any(part.startswith(word) for part in name.split()) for word in words)
            if name.startswith(" ".join(words)) or (has_all and len(words) > 1):
                first.append(each)
            elif has_all:
                others.append(each)
        return first[:_MOST_COMMANDS], others[:_MOST_COMMANDS]

    def _item(self, found: Found | Command) -> QListWidgetItem:
        from shopphone.ui.kit.icons import icon

        if isinstance(found, Command):
            text, picture, kind = f"{found.words}   {found.hint}", found.icon, found.hint
        else:
            text, picture, kind = self._line(found), *self._kind(found)
        made = QListWidgetItem(icon(picture, self._parts.theme.colours.muted), text)
        made.setData(QtCore.Qt.ItemDataRole.UserRole, found)
        made.setData(QtCore.Qt.ItemDataRole.AccessibleTextRole, f"{kind}: {text}")
        return made

    def _line(self, found: Found) -> str:
        if found.is_list:
            return self.tr("All customers for “{text}”").format(text=found.title)
        day = self._parts.words.short_day(found.on) if found.on else ""
        return "   ".join(each for each in (found.title, found.detail, day) if each)

    def _kind(self, found: Found) -> tuple[str, str]:
        """Icon and word of what it is."""
        kinds = {
            "customers": ("customers", self.tr("Customer")),
            "orders": ("orders", self.tr("Order")),
            "knowledge": ("knowledge", self.tr("Answer")),
            "products": ("products", self.tr("Article")),
        }
        return kinds[found.place.screen]

    def _list(self) -> QListWidget:
        if self.finds is None:
            # over the screens, not a window of its own: some desktops give those the focus
            self.finds = QListWidget(self.window())
            self.finds.setObjectName("offers")
            self.finds.setAccessibleName(self.tr("Found"))
            self.finds.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
            self.finds.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.finds.itemClicked.connect(self._clicked)
            self.finds.hide()
        return self.finds

    def _lay_out(self) -> None:
        finds = self._list()
        if not finds.count():
            finds.hide()
            return
        below = self.mapTo(self.window(), QPoint(0, self.height() + 3))
        height = finds.sizeHintForRow(0) * min(finds.count(), _MOST_SHOWN) + 8
        finds.setGeometry(below.x(), below.y(), max(self.width(), _WIDTH), height)
        finds.show()
        finds.raise_()

    def _hide(self) -> None:
        if self.finds is not None:
            self.finds.hide()

    def _at(self, row: int) -> object:
        item = self._list().item(row)
        return item.data(QtCore.Qt.ItemDataRole.UserRole) if item else None

    def _move(self, step: int) -> None:
        finds = self._list()
        if finds.count():
            finds.setCurrentRow((finds.currentRow() + step) % finds.count())

    def _take(self) -> None:
        """Enter waits for the finds of what is typed; without any it changes nothing."""
        if self._shown_for != self.text():
            self._takes = True
            self._pause.stop()
            self._search()
            return
        self._takes = False
        self._open(self._at(self._list().currentRow()))

    def _clicked(self, item: QListWidgetItem) -> None:
        self._open(item.data(QtCore.Qt.ItemDataRole.UserRole))

    def _open(self, found: object) -> None:
        if isinstance(found, Command):
            self.put_away()
            found.run()
        elif isinstance(found, Found):
            self.put_away()
            if not found.is_list:
                self._remember(found.place)
            self.wanted.emit(found.place)

    def _remember(self, place: Place) -> None:
        from shopphone.services import anything, call

        self._parts.jobs.keep(self, call(anything.remember, place))
