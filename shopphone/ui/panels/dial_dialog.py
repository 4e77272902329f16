"""Every call of ours begins here: its purpose, what the gate says to it, and only then the dial."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from shopphone.domain.dialling import DialDraft, Dialled, Outlook
from shopphone.services import call, dialling
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, choice, field, label, name_button, row, set_tone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.dial_words import (
    PURPOSES,
    basis_words,
    denial_words,
    purpose_words,
    warning_words,
)


class DialDialog(QDialog):
    """The gate answers at each change; Call asks it once more, and that answer counts."""

    called = Signal(object)  # CallRow

    def __init__(self, parent: QWidget, parts: Parts, draft: DialDraft) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Call"))
        self._parts, self._draft = parts, draft
        self._begun = False
        self.outlook: Outlook | None = None
        self._who = label(size="title", wrap=True)
        self._number = label(tone="muted")
        self.purpose = choice(self.tr("Purpose"))
        self.purpose.addItem(self.tr("Choose the purpose …"), "")
        for code in PURPOSES:
            self.purpose.addItem(purpose_words(code), code)
        self.topic = choice(self.tr("Topic"))
        self.topic.setEditable(True)
        self.reason = field(self.tr("Reason"), self.tr("Kept with the attempt"))
        self._guard = CardGuard(self.reason)
        self.offers = QCheckBox(self.tr("I will also offer goods"))
        self.star = QCheckBox(self.tr("Looked up: the entry bears no star"))
        self._asked = label(tone="accent", wrap=True)
        self.verdict = label(wrap=True)
        self.warnings = label(tone="careful", wrap=True)
        self.go = button(self.tr("Call"), kind="primary")
        self.go.setDefault(True)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        self.setMinimumWidth(480)
        form = QFormLayout()
        for text, widget in (
            (self.tr("Purpose"), self.purpose),
            (self.tr("Topic"), self.topic),
            (self.tr("Reason"), self.reason),
        ):
            form.addRow(text, widget)
        back = button(self.tr("Back"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self._who)
        rows.addWidget(self._number)
        rows.addWidget(self._asked)
        rows.addLayout(form)
        for each in (self._guard, self.offers, self.star, self.verdict, self.warnings):
            rows.addWidget(each)
        rows.addLayout(row(1, back, self.go))
        self.star.hide()
        self._asked.hide()
        self.purpose.setFocus()

    def _connect(self) -> None:
        self.purpose.currentIndexChanged.connect(self._look)
        self.topic.currentTextChanged.connect(self._look)
        self.reason.textChanged.connect(self._look)
        self._guard.decided.connect(self._look)
        self.offers.toggled.connect(self._look)
        self.star.toggled.connect(self._look)
        self.reason.returnPressed.connect(self.dial)
        self.go.clicked.connect(self.dial)

    @property
    def draft(self) -> DialDraft:
        """The call as it stands in the dialog."""
        return replace(
            self._draft,
            purpose=str(self.purpose.currentData()),
            topic=self.topic.currentText().strip(),
            reason=self._guard.text().strip(),
            offers=self.offers.isChecked(),
            star_checked=self.star.isChecked(),
        )

    def dial(self) -> None:
        """The attempt, which is kept whatever the gate says."""
        if not self.purpose.currentData():
            self._show_verdict(denial_words("purpose_missing"), "must_not")
            self.purpose.setFocus()
            return
        self.go.setEnabled(False)
        job = call(dialling.dial, self.draft)
        self._parts.jobs.do(self, job, self._dialled, failed=self._failed)

    def _look(self) -> None:
        self._parts.jobs.ask(self, call(dialling.outlook, self.draft), self._came)

    def _came(self, found: Outlook) -> None:
        self.outlook = found
        if not self._begun:
            self._begin(found)
            return
        self.star.setVisible(found.country == "CH" and not found.consumer)
        self.offers.setVisible(found.permitted and found.basis in ("order", "requested_callback"))
        if found.permitted:
            self._show_verdict(basis_words(found.basis), "fine")
        else:
            tone = "muted" if found.denial == "purpose_missing" else "must_not"
            self._show_verdict(denial_words(found.denial), tone)
        self.warnings.setText("\n".join(map(warning_words, found.warnings)))
        self.warnings.setVisible(bool(found.warnings))
        text = self.tr("Call all the same") if found.warnings else self.tr("Call")
        name_button(self.go, text)

    def _begin(self, found: Outlook) -> None:
        """Whom it reaches, what was agreed, and the purpose that fits when one clearly does."""
        self._begun = True
        number = self._parts.words.phone(found.e164 or None, found.raw_number)
        self._who.setText(found.name or number or self.tr("unknown"))
        self._number.setText(number if found.name else self.tr("not known here"))
        self._draft = replace(
            self._draft, raw_number=found.raw_number, customer_id=found.customer_id
        )
        if found.requests:
            words = " · ".join(each or "–" for each in found.requests)
            self._asked.setText(self.tr("Asked for a callback: {words}").format(words=words))
            self._asked.show()
        for each in found.topics:
            self.topic.addItem(each)
        self.topic.setCurrentText(self._draft.topic)
        wanted = self._draft.purpose or (found.suggested if found.requests else "")
        self.purpose.setCurrentIndex(max(self.purpose.findData(wanted), 0))
        self._look()

    def _show_verdict(self, text: str, tone: str) -> None:
        self.verdict.setText(text)
        set_tone(self.verdict, tone)

    def _dialled(self, found: Dialled) -> None:
        self.go.setEnabled(True)
        if found.denial:
            self._show_verdict(denial_words(found.denial), "must_not")
            return
        self._parts.say(self.tr("The telephone is dialling. Its call stands at the desk."), "fine")
        self.accept()
        self.called.emit(found.call)

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self._show_verdict(words_for(error), "must_not")


def ask_to_call(parent: QWidget, parts: Parts, draft: DialDraft) -> DialDialog:
    """Open the dialog; a call that goes out is taken up at the desk."""
    dialog = DialDialog(parent, parts, draft)
    dialog.called.connect(partial(parts.open_screen, "desk"))
    dialog.open()
    return dialog
