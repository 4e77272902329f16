"""The files of an article: opened, saved, attached and taken away, with a way back."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from shopphone.domain.articles import MOST_ATTACHED_MB, Attachment, AttachmentFile
from shopphone.services import attachments, call
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Elided, button, clear, label, row
from shopphone.ui.kit.screen import Parts

_KIB = 1024


class Attachments(QWidget):
    """A line for each file; the last one taken away can be put back."""

    def __init__(self, parts: Parts, article_id: int) -> None:
        super().__init__()
        self._parts = parts
        self._article_id = article_id
        self._taken: AttachmentFile | None = None
        self._list = QVBoxLayout()
        self._said = label(tone="must_not", wrap=True)
        self._said.hide()
        add = button(self.tr("Attach a file"))
        add.setToolTip(
            self.tr("PDF, PNG or JPEG, at most {limit} MB").format(limit=MOST_ATTACHED_MB)
        )
        add.clicked.connect(self._choose)
        self.undo = button(self.tr("Undo"))
        self.undo.clicked.connect(self._put_back)
        self.undo.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._list)
        rows.addWidget(self._said)
        rows.addLayout(row(add, self.undo, 1))
        self.refresh()

    def refresh(self, _done: object = None) -> None:
        self._parts.jobs.ask(self, call(attachments.of_article, self._article_id), self._show)

    def add(self, path: str) -> None:
        job = call(attachments.add, self._article_id, Path(path))
        self._parts.jobs.do(self, job, self._added, failed=self._refused)

    def _show(self, found: tuple[Attachment, ...]) -> None:
        clear(self._list)
        for each in found:
            name = Elided(f"{each.name} ({max(each.size // _KIB, 1)} KB)")
            save = self._button(self.tr("Save as"), each, self._save_as)
            remove = self._button(self.tr("Take away"), each, self._remove)
            line = row(name, save, remove, spacing=6)
            line.setStretch(0, 1)
            self._list.addLayout(line)

    def _button(self, text: str, each: Attachment, slot: object) -> QWidget:
        made = button(text, kind="link", name=f"{text}: {each.name}")
        made.setProperty("key", each.attachment_id)
        made.setProperty("file", each.name)
        made.clicked.connect(slot)
        return made

    def _choose(self) -> None:
        dialog = QFileDialog(
            self, self.tr("Choose a file"), "", "PDF, PNG, JPEG (*.pdf *.png *.jpg *.jpeg)"
        )
        dialog.fileSelected.connect(self.add)
        dialog.open()

    def _save_as(self) -> None:
        key, name = int(self.sender().property("key")), str(self.sender().property("file"))
        dialog = QFileDialog(self, self.tr("Save as"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setProperty("key", key)
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, path: str) -> None:
        key = int(self.sender().property("key"))
        job = call(attachments.save_as, key, Path(path))
        self._parts.jobs.do(self, job, failed=self._refused)

    def _remove(self) -> None:
        key = int(self.sender().property("key"))
        job = call(attachments.remove, key)
        self._parts.jobs.do(self, job, self._was_taken, failed=self._refused)

    def _was_taken(self, file: AttachmentFile) -> None:
        self._taken = file
        self._said.setText(self.tr("“{name}” was taken away.").format(name=file.name))
        self._said.show()
        self.undo.show()
        self.refresh()

    def _put_back(self) -> None:
        if self._taken is not None:
            self._parts.jobs.do(self, call(attachments.put, self._taken), self._added)

    def _added(self, _key: int) -> None:
        self._taken = None
        self._said.hide()
        self.undo.hide()
        self.refresh()

    def _refused(self, error: Exception) -> None:
        self._said.setText(words_for(error))
        self._said.show()
