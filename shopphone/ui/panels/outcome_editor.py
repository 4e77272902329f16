"""The shop's results of a call: names in both languages, what they mean, retire and bring back."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.calls import FLAGS, WINDOW_CLOSED, Outcome, OutcomeDraft
from shopphone.services import call, outcomes
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, field, label, row, set_tone
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.state_words import flag_words

_LIST_WIDTH = 250


class OutcomeEditor(QDialog):
    """Reports read the flags, so a result may be called what the shop likes."""

    def __init__(self, parent: QWidget, parts: Parts) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Outcomes of calls"))
        self.setMinimumWidth(640)
        self._parts = parts
        self._known: tuple[Outcome, ...] = ()
        self._wanted: int | None = None  # the one to show once the list has come
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Outcomes of calls"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.currentRowChanged.connect(self._show)
        self.german = field(self.tr("Name in German"))
        self.english = field(self.tr("Name in English"))
        self.flags = {flag: QCheckBox(flag_words(flag)) for flag in FLAGS}
        self.status = label(wrap=True)
        self.new = button(self.tr("New"))
        self.new.clicked.connect(self._begin_new)
        self.retire = button(self.tr("Retire"))
        self.retire.clicked.connect(self._retire)
        self.save = button(self.tr("Save"), kind="primary")
        self.save.clicked.connect(self._save)
        self._arrange()
        self._ask()

    @property
    def chosen(self) -> Outcome | None:
        n = self.list.currentRow()
        return self._known[n] if 0 <= n < len(self._known) else None

    def _arrange(self) -> None:
        close = button(self.tr("Close"))
        close.clicked.connect(self.close)
        form = QFormLayout()
        form.addRow(self.tr("German"), self.german)
        form.addRow(self.tr("English"), self.english)
        marks = QVBoxLayout()
        marks.setSpacing(2)
        for box in self.flags.values():
            marks.addWidget(box)
        form.addRow(self.tr("Means"), marks)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(self.status)
        right.addStretch(1)
        right.addLayout(row(1, self.retire, self.save))
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(row(self.new, 1))
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(left)
        columns.addLayout(right, 1)
        rows = QVBoxLayout(self)
        rows.addWidget(label(self.windowTitle(), size="heading"))
        text = self.tr(
            "What you choose at the end of a call. Reports count what it means, not its name."
        )
        rows.addWidget(label(text, tone="muted", wrap=True))
        rows.addLayout(columns, 1)
        rows.addLayout(row(1, close))

    def _ask(self) -> None:
        self._parts.jobs.ask(self, call(outcomes.every), self._came)

    def _came(self, known: tuple[Outcome, ...]) -> None:
        kept = self._wanted if self._wanted is not None else self.chosen and self.chosen.outcome_id
        self._wanted = None
        self._known = known
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in known:
                name = each.name(self._parts.words.language)
                self.list.addItem(
                    self.tr("{name} (retired)").format(name=name) if each.retired else name
                )
        ids = [each.outcome_id for each in known]
        self.list.setCurrentRow(ids.index(kept) if kept in ids else 0)
        self._show()

    def _show(self) -> None:
        found = self.chosen
        self.german.setText(found.name_de if found else "")
        self.english.setText(found.name_en if found else "")
        is_own = found is not None and found.key == WINDOW_CLOSED
        for flag, box in self.flags.items():
            box.setChecked(found is not None and flag in found.flags)
            box.setEnabled(not is_own)
        self.retire.setText(self.tr("Bring back") if found and found.retired else self.tr("Retire"))
        self.retire.setEnabled(found is not None and not is_own)
        text = self.tr("The program itself sets this one, when its window closes before you chose.")
        self._tell(text if is_own else "", "muted")

    def _begin_new(self) -> None:
        self.list.setCurrentRow(-1)
        self._show()
        self.german.setFocus()

    def _save(self) -> None:
        found = self.chosen
        draft = OutcomeDraft(
            outcome_id=found.outcome_id if found else None,
            name_de=self.german.text(),
            name_en=self.english.text(),
            flags={flag for flag, box in self.flags.items() if box.isChecked()},
        )
        self._parts.jobs.do(self, call(outcomes.save, draft), self._saved, failed=self._refused)

    def _saved(self, outcome_id: int) -> None:
        self._wanted = outcome_id
        self._parts.say(self.tr("Outcome saved."), "fine")
        self._ask()

    def _retire(self) -> None:
        found = self.chosen
        if found is None:
            return
        job = call(outcomes.offer_again if found.retired else outcomes.retire, found.outcome_id)
        done = partial(self._changed, found.outcome_id)
        self._parts.jobs.do(self, job, done, failed=self._refused)

    def _changed(self, outcome_id: int, _done: object) -> None:
        self._wanted = outcome_id
        self._ask()

    def _refused(self, error: Exception) -> None:
        self._tell(words_for(error), "must_not")

    def _tell(self, sentence: str, tone: str) -> None:
        self.status.setText(sentence)
        set_tone(self.status, tone)
