"""Settings: the form is drawn from the declarations; legal ones explain themselves."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.errors import Refused
from shopphone.domain.settings import PAGES, SETTINGS, Kind, Setting
from shopphone.services import call, settings
from shopphone.ui.kit import printing
from shopphone.ui.kit.jobs import local
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, label, row
from shopphone.ui.kit.screen import Parts, Screen

_PAGE_HEIGHT = 32
_Widget = QLineEdit | QPlainTextEdit | QCheckBox | QComboBox


class SettingsScreen(Screen):
    """One page per topic; a refusal stands at its field, nothing typed is lost."""

    TABLES = frozenset(("setting", "staff"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._values: dict[str, str] = {}
        self._widgets: dict[str, _Widget] = {}
        self._refusals: dict[str, QLabel] = {}
        self.pages = QListWidget()
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        self.pages.setObjectName("pages")
        self.pages.setFixedWidth(200)
        titles = {
            "shop": self.tr("Shop"),
            "policies": self.tr("Terms and law"),
            "telephone": self.tr("Telephone"),
            "printer": self.tr("Printer"),
            "desk": self.tr("This desk"),
            "texts": self.tr("Texts of letters"),
        }
        for page in PAGES:
            entry = QListWidgetItem(titles[page])
            entry.setSizeHint(QSize(0, _PAGE_HEIGHT))  # laid out before the style sheet is known
            self.pages.addItem(entry)
        self.pages.setCurrentRow(0)
        self._card = Card()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Settings"))
        self._card.rows.addWidget(self._scroll, 1)
        self.save_button = button(self.tr("Save"), kind="primary")
        self.save_button.clicked.connect(self.save)
        self._card.rows.addLayout(row(1, self.save_button))
        side = Card()
        side.rows.addWidget(label(self.tr("Settings"), size="title"))
        side.rows.addWidget(self.pages, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(side)
        columns.addWidget(self._card, 1)
        self.pages.currentRowChanged.connect(self._show_page)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(settings.values), self._came)

    def open(self, wanted: object) -> None:
        if wanted in PAGES:
            self.pages.setCurrentRow(PAGES.index(str(wanted)))

    def save(self) -> None:
        changes = {
            key: text
            for key, widget in self._widgets.items()
            if (text := _text_of(widget)) != self._values.get(key, "")
        }
        for each in self._refusals.values():
            each.hide()
        self.parts.jobs.do(self, call(settings.save, changes), self._saved, failed=self._refused)

    def _came(self, values: dict[str, str]) -> None:
        if values == self._values:
            return
        self._values = values
        self._show_page(self.pages.currentRow())

    def _show_page(self, n: int) -> None:
        if not self._values:
            return
        self._widgets, self._refusals = {}, {}
        inside = QWidget()
        form = QFormLayout(inside)
        form.setVerticalSpacing(10)
        form.setContentsMargins(0, 0, 8, 0)
        for setting in SETTINGS:
            if setting.page == PAGES[n]:
                self._add(form, setting)
        self._scroll.setWidget(inside)

    def _add(self, form: QFormLayout, setting: Setting) -> None:
        name = QCoreApplication.translate("Settings", setting.label)
        widget = self._widget(setting, self._values.get(setting.key, ""))
        widget.setAccessibleName(name)
        tip = QCoreApplication.translate("Settings", setting.help)
        widget.setAccessibleDescription(tip)
        refusal = label(tone="must_not", wrap=True)
        refusal.hide()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(widget)
        column.addWidget(label(tip, tone="muted", size="small", wrap=True))
        column.addWidget(refusal)
        form.addRow(name, column)
        self._widgets[setting.key] = widget
        self._refusals[setting.key] = refusal

    def _widget(self, setting: Setting, value: str) -> _Widget:
        if setting.kind is Kind.CHECK:
            check = QCheckBox(self.tr("yes"))
            check.setChecked(value == "1")
            return check
        if setting.kind is Kind.LINES:
            area = QPlainTextEdit(value)
            area.setFixedHeight(74)
            area.setTabChangesFocus(True)
            return area
        if setting.kind in (Kind.CHOICE, Kind.PRINTER):
            return self._choice(setting, value)
        line = QLineEdit(value)
        if setting.kind is Kind.FILE:
            folder = self.style().standardIcon(QStyle.StandardPixmap.SP_DirOpenIcon)
            pick = line.addAction(folder, QLineEdit.ActionPosition.TrailingPosition)
            pick.setText(self.tr("Choose a file"))
            pick.triggered.connect(self._pick)
            self._picking = line
        return line

    def _choice(self, setting: Setting, value: str) -> QComboBox:
        made = QComboBox()
        for code, text in setting.choices:
            made.addItem(QCoreApplication.translate("Settings", text), code)
        if setting.kind is Kind.PRINTER:
            made.addItem(value or self.tr("none chosen"), value)
            self._printers = made
            self.parts.jobs.ask(self, local(printing.printers), self._take_printers)
        made.setCurrentIndex(max(made.findData(value), 0))
        return made

    def _take_printers(self, names: tuple[str, ...]) -> None:
        for name in names:
            if self._printers.findData(name) < 0:
                self._printers.addItem(name, name)

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file"), "", "PDF (*.pdf)")
        dialog.fileSelected.connect(self._picking.setText)
        dialog.open()

    def _saved(self, _done: object) -> None:
        self.parts.say(
            self.tr("Settings saved. Language and telephone count from the next start."), "fine"
        )
        self.refresh()

    def _refused(self, error: Exception) -> None:
        key = str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        shown = self._refusals.get(key)
        if shown is None:
            self.parts.say(words_for(error), "must_not")
            return
        shown.setText(words_for(error))
        shown.show()
        self._widgets[key].setFocus()


def _text_of(widget: _Widget) -> str:
    if isinstance(widget, QCheckBox):
        return "1" if widget.isChecked() else "0"
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return str(widget.currentData() or "")
    return widget.text()
