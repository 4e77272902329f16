"""Setting up one telephone system: looking for it, its fields, a test, and the numbers of this desk."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.phones import FoundBox, OwnNumber, PhoneField, PhoneKind, PhoneSystem
from shopphone.domain.settings import Kind
from shopphone.services import call, phones
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, label, row, scrolling, set_tone
from shopphone.ui.kit.screen import Parts

_OWN_NUMBERS = "own_numbers"
_FINDS_ITSELF = "fritzbox"
_NUMBERS_HEIGHT = 96


class SystemDialog(QDialog):
    """The form is drawn from the kind's declaration; nothing is kept before “Save”."""

    def __init__(self, parent: QWidget, parts: Parts, kind: PhoneKind, system: PhoneSystem) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(kind.title)
        self.resize(600, 620)
        self._parts = parts
        self._kind = kind
        self._system = system
        self.fields: dict[str, QLineEdit | QCheckBox] = {}
        self._password_typed = False
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.numbers = QListWidget()
        self.numbers.setAccessibleName(self.tr("Own numbers the system knows"))
        self.numbers.setFixedHeight(_NUMBERS_HEIGHT)
        self.numbers.itemChanged.connect(self._number_ticked)
        self.numbers.hide()
        for each in kind.fields:
            self._add(form, each)
            if each.key == _OWN_NUMBERS:
                form.addRow("", self.numbers)
        inside = QWidget()
        inside.setLayout(form)
        self._said = label(wrap=True)
        self._said.setMinimumHeight(56)
        self.search = button(self.tr("Look for it in the network"))
        self.search.clicked.connect(self._find)
        self.search.setVisible(kind.code == _FINDS_ITSELF)
        self.try_button = button(self.tr("Test"))
        self.try_button.clicked.connect(self._try)
        self.save_button = button(self.tr("Save"), kind="primary")
        self.save_button.clicked.connect(self._save)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(self._intro(), tone="muted", wrap=True))
        rows.addWidget(scrolling(inside, kind.title), 1)
        rows.addWidget(self._said)
        rows.addLayout(row(self.search, self.try_button, 1, back, self.save_button))
        if not system.system_id and kind.code == _FINDS_ITSELF:
            self._find()

    def _intro(self) -> str:
        if self._kind.code == _FINDS_ITSELF:
            return self.tr(
                "Once, on a phone at the box: dial #96*5* (hash, nine, six, star, five, star) and hang "
                "up. This switches its call monitor on; #96*4* switches it off again."
            )
        return self.tr(
            "Ask whoever looks after the telephone system for a manager user (AMI). Several systems can be "
            "listened to at once."
        )

    def _add(self, form: QFormLayout, declared: PhoneField) -> None:
        name = QCoreApplication.translate("Phones", declared.label)
        tip = QCoreApplication.translate("Phones", declared.help)
        value = self._system.values.get(declared.key, declared.default)
        control: QLineEdit | QCheckBox
        if declared.kind is Kind.CHECK:
            control = QCheckBox(self.tr("yes"))
            control.setChecked(value == "1")
        else:
            control = QLineEdit("" if declared.secret else value)
        if declared.secret and isinstance(control, QLineEdit):
            control.setEchoMode(QLineEdit.EchoMode.Password)
            control.textEdited.connect(self._password_changed)
            if self._system.system_id:
                control.setPlaceholderText(self.tr("as kept"))
        control.setAccessibleName(name)
        control.setAccessibleDescription(f"{name}. {tip}")
        self.fields[declared.key] = control
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(control)
        rows.addWidget(label(tip, tone="muted", size="small", wrap=True))
        form.addRow(name, column)

    def _password_changed(self, _text: str) -> None:
        self._password_typed = True

    def _typed(self) -> tuple[PhoneSystem, str | None]:
        """The system as typed, and its password if one was typed."""
        values: dict[str, str] = {}
        password: str | None = None if self._system.system_id else ""
        for declared in self._kind.fields:
            control = self.fields[declared.key]
            if isinstance(control, QCheckBox):
                values[declared.key] = "1" if control.isChecked() else "0"
            elif not declared.secret:
                values[declared.key] = control.text().strip()
            elif self._password_typed:
                password = control.text()
        typed = PhoneSystem(system_id=self._system.system_id, kind=self._system.kind, values=values)
        return typed, password

    def _find(self) -> None:
        self._tell(self.tr("Looking for a FRITZ!Box …"), "muted")
        self.search.setEnabled(False)
        self._parts.jobs.ask(self, call(phones.find), self._found, failed=self._failed)

    def _found(self, boxes: tuple[FoundBox, ...]) -> None:
        self.search.setEnabled(True)
        if not boxes:
            sentence = self.tr(
                "No box was found. Is this computer in its network? Its address stands on the box; "
                "without a box, F2 starts calls by hand."
            )
            self._tell(sentence, "careful")
            return
        host = self.fields["host"]
        assert isinstance(host, QLineEdit)
        if not self._system.system_id:
            host.setText(boxes[0].address)
        if boxes[0].state == "answers":
            text = self.tr("Found at {address}; its call monitor answers.")
            self._tell(text.format(address=boxes[0].address), "fine")
        else:
            text = self.tr(
                "Something refuses at {address}: if it is the FRITZ!Box, dial #96*5* on a phone at it "
                "once, then test."
            )
            self._tell(text.format(address=boxes[0].address), "careful")

    def _try(self) -> None:
        self.try_button.setEnabled(False)
        self._tell(self.tr("Asking …"), "muted")
        typed, password = self._typed()
        job = call(phones.try_out, typed, password)
        self._parts.jobs.ask(self, job, self._tried, failed=self._failed)

    def _tried(self, numbers: tuple[OwnNumber, ...]) -> None:
        self.try_button.setEnabled(True)
        self._tell(self.tr("It works. Calls will be shown by themselves."), "fine")
        self._show_numbers(numbers)

    def _show_numbers(self, numbers: tuple[OwnNumber, ...]) -> None:
        """To choose from; none chosen means all."""
        self.numbers.blockSignals(True)
        self.numbers.clear()
        chosen = self._chosen_numbers()
        for each in numbers:
            entry = QListWidgetItem(f"{each.number}   {each.name}".strip())
            entry.setData(Qt.ItemDataRole.UserRole, each.number)
            is_chosen = each.number in chosen
            entry.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
            self.numbers.addItem(entry)
        self.numbers.blockSignals(False)
        self.numbers.setVisible(bool(numbers))

    def _chosen_numbers(self) -> list[str]:
        control = self.fields.get(_OWN_NUMBERS)
        text = control.text() if isinstance(control, QLineEdit) else ""
        return [each.strip() for each in text.split(",") if each.strip()]

    def _number_ticked(self, entry: QListWidgetItem) -> None:
        number = str(entry.data(Qt.ItemDataRole.UserRole))
        chosen = [each for each in self._chosen_numbers() if each != number]
        if entry.checkState() is Qt.CheckState.Checked:
            chosen.append(number)
        control = self.fields[_OWN_NUMBERS]
        assert isinstance(control, QLineEdit)
        control.setText(", ".join(chosen))

    def _save(self) -> None:
        typed, password = self._typed()
        job = call(phones.keep, typed, password)
        self._parts.jobs.do(self, job, self._saved, failed=self._failed)

    def _saved(self, _system: PhoneSystem) -> None:
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.search.setEnabled(True)
        self.try_button.setEnabled(True)
        self._tell(words_for(error), "must_not")

    def _tell(self, sentence: str, tone: str) -> None:
        self._said.setText(sentence)
        set_tone(self._said, tone)
