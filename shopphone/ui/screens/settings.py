"""Settings: the form is drawn from the declarations; legal ones explain themselves."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.errors import Refused
from shopphone.domain.paper import Abilities
from shopphone.domain.settings import BY_KEY, PAGES, SETTINGS, Kind, Setting
from shopphone.services import call, settings
from shopphone.ui.kit import printing
from shopphone.ui.kit.jobs import local
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, label, name_choice, row, set_tone
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.backup_panel import BackupPanel
from shopphone.ui.panels.letter_texts.panel import LetterTexts
from shopphone.ui.panels.mail_setup import MailSetup
from shopphone.ui.panels.meaning_setup import MeaningSetup
from shopphone.ui.panels.money_tables import MoneyTables
from shopphone.ui.panels.outcome_editor import OutcomeEditor
from shopphone.ui.panels.telephone.systems import PhoneSystems

_PAGE_HEIGHT = 32
_Widget = QLineEdit | QPlainTextEdit | QCheckBox | QComboBox
_MEANING = "desk.meaning"
_MAIL = "mail.user"
_COLOUR = "letter.colour"


class SettingsScreen(Screen):
    """One page per topic; a refusal stands at its field, nothing typed is lost."""

    TABLES = frozenset(("setting", "staff"))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._values: dict[str, str] = {}
        self._wanted = ""  # the key of a setting to go to once it is there
        self._typed: dict[str, str] = {}  # what differs from the shop and is not saved yet
        self._saving: dict[str, str] = {}
        self.fields: dict[str, _Field] = {}
        self.pages = QListWidget()
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        self.pages.setObjectName("pages")
        self.pages.setFixedWidth(200)
        titles = {
            "shop": self.tr("Shop"),
            "policies": self.tr("Terms and law"),
            "telephone": self.tr("Telephone"),
            "email": self.tr("E-mail"),
            "printer": self.tr("Printer"),
            "desk": self.tr("This desk"),
            "backup": self.tr("Backup"),
            "texts": self.tr("Sheet of letters"),
            "letters": self.tr("Texts of letters"),
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
        self._unsaved = label(tone="careful")
        self.save_button = button(self.tr("Save"), kind="primary")
        self.save_button.clicked.connect(self.save)
        self._card.rows.addLayout(row(self._unsaved, 1, self.save_button))
        side = Card()
        side.rows.addWidget(label(self.tr("Settings"), size="title"))
        side.rows.addWidget(self.pages, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(side)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card)
        self._letters: LetterTexts | None = None
        columns.addWidget(self._stack, 1)
        self.pages.currentRowChanged.connect(self._show_page)
        self.starts_at = self.pages

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(settings.values), self._came)

    def open(self, wanted: object) -> None:
        """A page by its code, or a setting by its key: the keyboard goes to its field."""
        setting = BY_KEY.get(str(wanted))
        page = setting.page if setting else str(wanted)
        if page in PAGES:
            self.pages.setCurrentRow(PAGES.index(page))
        self._wanted = setting.key if setting else ""
        self._go_to_wanted()

    def save(self) -> None:
        """Every page's changes together."""
        for each in self.fields.values():
            each.refusal.hide()
        self._saving = dict(self._typed)
        job = call(settings.save, self._saving)
        self.parts.jobs.do(self, job, self._saved, failed=self._refused)

    def _came(self, values: dict[str, str]) -> None:
        if values == self._values:
            return
        self._values = values
        self._show_page(self.pages.currentRow())

    def _show_page(self, n: int) -> None:
        if not self._values:
            return
        self.fields = {}
        if PAGES[n] == "letters":
            self._show_letters()
            return
        self._stack.setCurrentWidget(self._card)
        inside = QWidget()
        form = QFormLayout(inside)
        form.setVerticalSpacing(10)
        form.setContentsMargins(0, 0, 8, 0)
        for setting in SETTINGS:
            if setting.page == PAGES[n]:
                self._add(form, setting)
        if PAGES[n] == "policies":
            form.addRow(self.tr("Tables"), MoneyTables(self.parts))
        if PAGES[n] == "backup":
            form.addRow(self.tr("Last one"), BackupPanel(self.parts))
        if PAGES[n] == "telephone":
            edit = button(self.tr("Outcomes of calls …"))
            edit.clicked.connect(self._edit_outcomes)
            form.addRow(self.tr("Outcomes"), edit)
        self._scroll.setWidget(inside)
        self._show_unsaved()
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        field = self.fields.get(self._wanted)
        if field is not None:
            self._wanted = ""
            field.control.setFocus()
            QTimer.singleShot(0, field, partial(self._scroll.ensureWidgetVisible, field))

    def _show_letters(self) -> None:
        if self._letters is None:
            self._letters = LetterTexts(self.parts)
            self._stack.addWidget(self._letters)
        self._stack.setCurrentWidget(self._letters)

    def _add(self, form: QFormLayout, setting: Setting) -> None:
        if setting.kind is Kind.SYSTEMS:
            self._add_phones(form, setting)
            return
        made = _Field(setting, self._typed.get(setting.key, self._values.get(setting.key, "")))
        made.typed.connect(self._field_typed)
        form.addRow(made.name, made)
        self.fields[setting.key] = made
        if setting.kind is Kind.PRINTER:
            self.parts.jobs.ask(self, local(printing.printers), made.offer)
            self._ask_abilities(made.text())
        if setting.key == _COLOUR:
            choose = button(self.tr("Choose a colour"))
            choose.clicked.connect(self._choose_colour)
            made.line.addWidget(choose)
        if setting.key == _MAIL:
            mail = button(self.tr("Password and test"))
            mail.clicked.connect(self._set_up_mail)
            made.line.addWidget(mail)
        if setting.key == _MEANING:
            set_up = button(self.tr("Set up meaning search"))
            set_up.clicked.connect(self._set_up_meaning)
            made.line.addWidget(set_up)

    def _add_phones(self, form: QFormLayout, setting: Setting) -> None:
        name = QCoreApplication.translate("Settings", setting.label)
        form.addRow(name, PhoneSystems(self.parts))
        tip = QCoreApplication.translate("Settings", setting.help)
        form.addRow("", label(tip, tone="muted", size="small", wrap=True))

    def _ask_abilities(self, printer: str) -> None:
        self.parts.jobs.ask(self, local(printing.abilities, printer), self._offer_paper)

    def _offer_paper(self, found: Abilities) -> None:
        """What the chosen printer has; what it has not cannot be chosen."""
        for key in ("print.first_tray", "print.tray"):
            if key in self.fields:
                self.fields[key].offer(found.trays)
        for key, code, has in (
            ("print.sides", "both", found.both_sides),
            ("print.colour", "colour", found.colour),
        ):
            if key in self.fields:
                self.fields[key].allow(code, has)

    def _field_typed(self, key: str, text: str) -> None:
        if key == "print.printer":
            self._ask_abilities(text)
        if text == self._values.get(key, ""):
            self._typed.pop(key, None)
        else:
            self._typed[key] = text
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        text = self.tr("Not saved yet: %n setting(s).", "", len(self._typed))
        self._unsaved.setText(text if self._typed else "")

    def _set_up_meaning(self) -> None:
        MeaningSetup(self, self.parts).show()  # calls can be taken meanwhile

    def _choose_colour(self) -> None:
        dialog = QColorDialog(QColor(self.fields[_COLOUR].text()), self)
        dialog.setWindowTitle(self.tr("Choose a colour"))
        dialog.colorSelected.connect(self._colour_chosen)
        dialog.open()

    def _colour_chosen(self, colour: QColor) -> None:
        field = self.fields.get(_COLOUR)
        if field is not None and isinstance(field.control, QLineEdit):
            field.control.setText(colour.name())

    def _edit_outcomes(self) -> None:
        OutcomeEditor(self, self.parts).open()

    def _set_up_mail(self) -> None:
        MailSetup(self, self.parts).show()

    def _saved(self, _done: object) -> None:
        saved, self._saving = self._saving, {}
        for key, text in saved.items():
            if self._typed.get(key) == text:
                del self._typed[key]
        self._show_unsaved()
        self.parts.say(
            self.tr("Settings saved. A new language counts from the next start."), "fine"
        )
        self.refresh()

    def _refused(self, error: Exception) -> None:
        key = str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        if key not in BY_KEY:
            self.parts.say(words_for(error), "must_not")
            return
        self.open(BY_KEY[key].page)
        self.fields[key].refuse(words_for(error))


class _Field(QWidget):
    """One setting: its control, one sentence of help, and what is wrong with what was typed."""

    typed = Signal(str, str)  # key, text

    def __init__(self, setting: Setting, value: str) -> None:
        super().__init__()
        self._setting = setting
        self.name = QCoreApplication.translate("Settings", setting.label)
        self.control = self._control(value)
        tip = QCoreApplication.translate("Settings", setting.help)
        if isinstance(self.control, QComboBox):
            name_choice(self.control, self.name)
        self.control.setAccessibleName(self.name)
        self.control.setAccessibleDescription(f"{self.name}. {tip}")
        self.refusal = label(tone="must_not", wrap=True)
        self.refusal.hide()
        self.line = QHBoxLayout()
        self.line.addWidget(self.control, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self.line)
        column.addWidget(label(tip, tone="muted", size="small", wrap=True))
        column.addWidget(self.refusal)
        if setting.kind is Kind.FILE:
            pick = button(self.tr("Choose a file"))
            pick.clicked.connect(self._pick)
            self.line.addWidget(pick)

    def text(self) -> str:
        control = self.control
        if isinstance(control, QCheckBox):
            return "1" if control.isChecked() else "0"
        if isinstance(control, QPlainTextEdit):
            return control.toPlainText()
        if isinstance(control, QComboBox):
            return str(control.currentData() or "")
        return control.text()

    def say(self, sentence: str, tone: str) -> None:
        """A sentence under the field."""
        self.refusal.setText(sentence)
        set_tone(self.refusal, tone)
        self.refusal.show()

    def refuse(self, sentence: str) -> None:
        self.say(sentence, "must_not")
        self.control.setFocus()

    def offer(self, names: tuple[str, ...]) -> None:
        """Further things to choose from, once they are known."""
        assert isinstance(self.control, QComboBox)
        for name in names:
            if self.control.findData(name) < 0:
                self.control.addItem(name, name)

    def allow(self, code: str, allowed: bool) -> None:
        """Whether this choice can be made; one made already stays."""
        assert isinstance(self.control, QComboBox)
        model = self.control.model()
        assert isinstance(model, QStandardItemModel)
        n = self.control.findData(code)
        model.item(n).setEnabled(allowed or n == self.control.currentIndex())

    def _control(self, value: str) -> _Widget:
        kind = self._setting.kind
        if kind is Kind.CHECK:
            check = QCheckBox(self.tr("yes"))
            check.setChecked(value == "1")
            check.toggled.connect(self._changed)
            return check
        if kind is Kind.LINES:
            area = QPlainTextEdit(value)
            area.setFixedHeight(74)
            area.setTabChangesFocus(True)
            area.textChanged.connect(self._changed)
            return area
        if kind in (Kind.CHOICE, Kind.PRINTER, Kind.TRAY):
            return self._choice(value)
        line = QLineEdit(value)
        line.textChanged.connect(self._changed)
        return line

    def _choice(self, value: str) -> QComboBox:
        made = QComboBox()
        for code, text in self._setting.choices:
            made.addItem(QCoreApplication.translate("Settings", text), code)
        if self._setting.kind in (Kind.PRINTER, Kind.TRAY):
            printer = self._setting.kind is Kind.PRINTER
            made.addItem(
                self.tr("none chosen") if printer else self.tr("as the printer is set"), ""
            )
            if value:
                made.addItem(value, value)
        made.setCurrentIndex(max(made.findData(value), 0))
        made.currentIndexChanged.connect(self._changed)
        return made

    def _changed(self) -> None:
        self.typed.emit(self._setting.key, self.text())

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file"), "", self._setting.files)
        assert isinstance(self.control, QLineEdit)
        dialog.fileSelected.connect(self.control.setText)
        dialog.open()
