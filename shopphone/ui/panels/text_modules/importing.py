"""Taking in a table of text modules: what it would bring first, then all of it at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from shopphone.domain.text_modules import ModuleFault, ModulePreview
from shopphone.services import call, text_modules
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, choice, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.import_words import remark_words


class ModuleImport(QDialog):
    """Counts, and a sentence for each row that cannot be taken or loses something."""

    def __init__(self, parent: QWidget, parts: Parts, path: Path) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Take in text modules"))
        self.resize(560, 420)
        self._parts = parts
        self._path = path
        self._preview: ModulePreview | None = None
        self.language = choice(self.tr("Language of these texts"))
        self.language.addItem(self.tr("German"), "de")
        self.language.addItem(self.tr("English"), "en")
        self.language.currentIndexChanged.connect(self._look)
        self.counts = label(wrap=True, size="heading")
        self.remarks = QListWidget()
        self.remarks.setAccessibleName(self.tr("Remarks"))
        self.remarks.setWordWrap(True)
        self.take_in = button(self.tr("Take in"), kind="primary")
        self.take_in.setEnabled(False)
        self.take_in.clicked.connect(self._take_in)
        back = button(self.tr("Cancel"))
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(path.name, tone="muted"))
        rows.addLayout(row(label(self.language.accessibleName()), self.language, 1))
        rows.addWidget(self.counts)
        rows.addWidget(self.remarks, 1)
        rows.addLayout(row(1, back, self.take_in))

    def begin(self) -> None:
        self._look()
        self.open()

    def _look(self) -> None:
        self.take_in.setEnabled(False)
        language = str(self.language.currentData())
        job = call(text_modules.preview_import, self._path, language)
        self._parts.jobs.ask(self, job, self._show, failed=self._refused)

    def _show(self, preview: ModulePreview) -> None:
        self._preview = preview
        text = self.tr(
            "{new} new, {changed} changed, {unchanged} unchanged; {faults} cannot be taken in."
        )
        self.counts.setText(
            text.format(
                new=preview.new,
                changed=preview.changed,
                unchanged=preview.unchanged,
                faults=len(preview.faults),
            )
        )
        self.remarks.clear()
        self.remarks.addItems([self._words(each) for each in (*preview.faults, *preview.remarks)])
        self.take_in.setEnabled(bool(preview.new or preview.changed))

    def _words(self, fault: ModuleFault) -> str:
        words = remark_words(fault.code, fault.detail)
        return self.tr("Line {line}: {words}").format(line=fault.line, words=words)

    def _take_in(self) -> None:
        if self._preview is not None:
            self.take_in.setEnabled(False)
            job = call(text_modules.take_in, self._preview)
            self._parts.jobs.do(self, job, self._done, failed=self._refused)

    def _done(self, _done: object) -> None:
        self._parts.say(self.tr("The text modules are taken in."), "fine")
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.counts.setText(words_for(error))
        self.take_in.setEnabled(False)
