"""Filters with names: choose one, keep the one that is set, forget one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopphone.domain.log_filters import SavedFilter
from shopphone.services import call, saved_filters
from shopphone.ui.kit.parts import button, choice, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import AskDialog

_LETTERS = 9


class SavedFilters(QWidget):
    """The first entry means none of them."""

    chosen = Signal(object)  # the choices of a filter

    def __init__(self, parts: Parts, current: Callable[[], dict[str, str]]) -> None:
        super().__init__()
        self._parts = parts
        self._current = current
        self._known: tuple[SavedFilter, ...] = ()
        self.box = choice(self.tr("Saved filters"))
        self.box.setMinimumContentsLength(_LETTERS)
        self.box.addItem(self.tr("Saved filters"), None)
        self.box.activated.connect(self._activated)
        self.keep = button(self.tr("Save …"), name=self.tr("Save this filter"))
        self.keep.clicked.connect(self._ask_name)
        self._forget = button(self.tr("Forget"), name=self.tr("Forget this filter"))
        self._forget.clicked.connect(self._forget_chosen)
        self._forget.hide()
        line = row(self.box, self.keep, self._forget, spacing=6)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def refresh(self) -> None:
        self._parts.jobs.ask(self, call(saved_filters.every), self._came)

    def show_none(self) -> None:
        """Something else was chosen by hand."""
        self.box.setCurrentIndex(0)
        self._forget.hide()

    def _came(self, known: tuple[SavedFilter, ...]) -> None:
        if known == self._known:
            return
        kept = self.box.currentData()
        self._known = known
        while self.box.count() > 1:
            self.box.removeItem(1)
        for each in known:
            self.box.addItem(each.name, each.filter_id)
        self.box.setCurrentIndex(max(self.box.findData(kept), 0))
        self._forget.setVisible(self.box.currentIndex() > 0)

    def _activated(self) -> None:
        wanted = self.box.currentData()
        found = next((each for each in self._known if each.filter_id == wanted), None)
        self._forget.setVisible(found is not None)
        self.chosen.emit({} if found is None else found.choices)

    def _ask_name(self) -> None:
        dialog = AskDialog(self, self.tr("What shall this filter be called?"), self.tr("Save"))
        name = dialog.add_words(self.tr("Name"))
        dialog.given.connect(partial(self._keep, dialog, name.text, self._current()))
        dialog.open()

    def _keep(self, dialog: AskDialog, name: Callable[[], str], choices: dict[str, str]) -> None:
        dialog.do(self._parts.jobs, call(saved_filters.save, name(), choices), self.refresh)

    def _forget_chosen(self) -> None:
        filter_id = self.box.currentData()
        if filter_id is not None:
            self._parts.jobs.do(self, call(saved_filters.forget, filter_id), self._forgotten)

    def _forgotten(self, _done: object) -> None:
        self.show_none()
        self.refresh()
