"""`::` and letters in a note or letter field: a small list of text modules, filled and inserted."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from shopphone.domain.text_modules import (
    About,
    Filled,
    TextModule,
    matching,
    questions,
    typed_at_end,
)
from shopphone.services import call, text_modules
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.text_modules.fields import Area, Field, Line, Place
from shopphone.ui.panels.text_modules.questions import QuestionsDialog

_WIDTH, _ROW = 340, 24
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ModuleTyping(QObject):
    """Watches one field; the keyboard stays in it. about: whom and what the field is about."""

    def __init__(
        self, parts: Parts, widget: QPlainTextEdit | QLineEdit, about: Callable[[], About]
    ) -> None:
        super().__init__(widget)
        self._parts = parts
        self._widget = widget
        self._field: Field = Area(widget) if isinstance(widget, QPlainTextEdit) else Line(widget)
        self._about = about
        self._modules: tuple[TextModule, ...] | None = None
        self._left = ""  # what was typed when Esc closed the list: it does not come back by itself
        self.list: ModuleList | None = None
        widget.textChanged.connect(self._look)
        widget.cursorPositionChanged.connect(self._look)
        widget.installEventFilter(self)
        parts.news.changed.connect(self._changed)

    @property
    def is_open(self) -> bool:
        return self.list is not None and self.list.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if self.list is None or not self.list.isVisible():
            return False
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.list.hide()
        elif isinstance(event, QKeyEvent) and self._is_ours(event):
            if kind == QEvent.Type.ShortcutOverride:
                event.accept()  # Esc is the window's key otherwise
                return True
            if kind == QEvent.Type.KeyPress:
                self._press(self.list, Qt.Key(event.key()))
                return True
        return False

    def _is_ours(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        return plain and event.key() in (*_TAKE, *_MOVES, Qt.Key.Key_Escape)

    def _press(self, shown: "ModuleList", key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self._left = self._field.before()
            shown.hide()
        elif key in _MOVES:
            shown.move_by(_MOVES[key])
        else:
            self._take(shown.current)

    def _look(self) -> None:
        typed = typed_at_end(self._field.before()) if self._widget.hasFocus() else None
        if typed is None:
            self._left = ""
            self._modules = None  # asked for again at the next two colons
            if self.list is not None:
                self.list.hide()
        elif self._modules is None:
            self._parts.jobs.ask(self, call(text_modules.every), self._came)
        elif not (self._left and self._field.before().startswith(self._left)):
            self._offer(typed[1])

    def _came(self, modules: tuple[TextModule, ...]) -> None:
        self._modules = modules
        self._look()

    def _changed(self, tables: frozenset[str]) -> None:
        if "text_module" in tables:
            self._modules = None

    def _offer(self, typed: str) -> None:
        language = self._about().language
        found = matching(self._modules or (), typed, language)
        if self.list is None:
            self.list = ModuleList(self._widget.window())
            self.list.taken.connect(self._take)
        if found:
            self.list.offer(found, language)
            self.list.lie_below(self._widget, self._field.cursor_rect().bottomLeft())
        else:
            self.list.hide()

    def _take(self, module: TextModule | None) -> None:
        typed = typed_at_end(self._field.before())
        if self.list is not None:
            self.list.hide()
        if module is None or typed is None:
            return
        place = self._field.place(typed[0])
        asked = questions(module.content)
        if not asked:
            self._fill(module, place, {})
            return
        dialog = QuestionsDialog(self._widget, module.name, asked)
        dialog.answered.connect(partial(self._fill, module, place))
        dialog.open()

    def _fill(self, module: TextModule, place: Place, answers: Mapping[str, str]) -> None:
        job = call(text_modules.fill, module.content, self._about(), dict(answers))
        self._parts.jobs.ask(self, job, partial(self._put, place))

    def _put(self, place: Place, filled: Filled) -> None:
        if not place.put(filled.text):
            self._parts.say(self.tr("The text changed meanwhile; type :: again."), "careful")
        elif filled.unknown:
            places = ", ".join(f"{{{each}}}" for each in filled.unknown)
            text = self.tr("Not known here and left as written: {places}")
            self._parts.say(text.format(places=places), "careful")


class ModuleList(QListWidget):
    """Lies over the window below the cursor and never takes the keyboard."""

    taken = Signal(object)  # TextModule

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.setObjectName("offers")
        self.setAccessibleName(self.tr("Text modules"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._modules: tuple[TextModule, ...] = ()
        self.itemClicked.connect(self._clicked)
        self.hide()

    @property
    def current(self) -> TextModule | None:
        row = self.currentRow()
        return self._modules[row] if 0 <= row < len(self._modules) else None

    def offer(self, modules: tuple[TextModule, ...], language: str) -> None:
        """language: wanted; a text in another one says which."""
        kept = self.current if self.isVisible() else None
        self._modules = modules
        self.clear()
        for each in modules:
            name = "" if each.name == each.abbreviation else each.name
            foreign = "" if each.language == language else each.language.upper()
            item = QListWidgetItem("   ".join(filter(None, (each.abbreviation, foreign, name))))
            item.setToolTip(each.content)
            self.addItem(item)
        self.setCurrentRow(modules.index(kept) if kept in modules else 0)
        self._speak()

    def move_by(self, step: int) -> None:
        self.setCurrentRow((self.currentRow() + step) % self.count())
        self._speak()

    def lie_below(self, field: QWidget, below: QPoint) -> None:
        """Below the cursor, or above the field where the window ends."""
        room = self._over.rect()
        at = field.mapTo(self._over, below)
        height = min(len(self._modules) * _ROW + 6, room.height() - 12)
        above = field.mapTo(self._over, QPoint(0, 0)).y() - height - 2
        y = at.y() + 4
        if y + height > room.bottom():
            y = max(above, 6)
        x = max(min(at.x(), room.right() - _WIDTH - 6), 6)
        self.setGeometry(x, y, min(_WIDTH, room.width() - 12), height)
        self.show()
        self.raise_()

    def _speak(self) -> None:
        """A reader follows the keyboard, which stays in the field: the choice is announced."""
        item = self.currentItem()
        if item is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, item.text()))

    def _clicked(self, _item: QListWidgetItem) -> None:
        self.taken.emit(self.current)
