"""What the clerk and the customer will see of an article while it is written."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shopphone.domain.knowledge import ArticleDraft
from shopphone.services import article_sheets, call
from shopphone.ui.kit import printing
from shopphone.ui.kit.jobs import local
from shopphone.ui.kit.parts import clear, label, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.answer_reader import AnswerReader

_PAUSE_MS = 250
_MOST_PAGES = 4
_MARGIN = 0.08  # of the page's width, left out at either side and at the top
_SHOWN = 1 - 2 * _MARGIN


class PhonePreview(AnswerReader):
    """The article as the finder opens it."""

    def show_draft(self, draft: ArticleDraft) -> None:
        place = self.verticalScrollBar().value()
        self.show_article(draft.preview())
        self.verticalScrollBar().setValue(place)


class SheetPreview(QWidget):
    """The paragraph in the letter, and the care sheet as it will be printed."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = ArticleDraft()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._paragraph = label(wrap=True)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(10)
        self._rows.addWidget(label(self.tr("In the letter itself"), tone="muted", size="small"))
        self._rows.addWidget(self._paragraph)
        self._rows.addWidget(label(self.tr("As a care sheet"), tone="muted", size="small"))
        self._rows.addLayout(self._pages)
        self._rows.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scrolling(inside, self.tr("Preview of the letter")))

    @property
    def page_count(self) -> int:
        return self._pages.count()

    def show_draft(self, draft: ArticleDraft) -> None:
        self._draft = draft
        nothing = self.tr("No paragraph: nothing is said in the letter itself.")
        self._paragraph.setText(draft.letter_paragraph or nothing)
        self._pause.start()

    def _ask(self) -> None:
        draft = self._draft
        job = call(article_sheets.pdf, draft.title, draft.details, draft.language)
        self._parts.jobs.ask(self, job, self._render)

    def _render(self, pdf: bytes) -> None:
        if not pdf:
            self._show([])
            return
        width = round(max(self.width() - 20, 200) / _SHOWN)
        self._parts.jobs.ask(self, local(_pictures, pdf, width), self._show)

    def _show(self, images: list[QImage]) -> None:
        clear(self._pages)
        for image in images:
            page = QLabel()
            page.setPixmap(QPixmap.fromImage(image))
            page.setAccessibleName(self.tr("A page of the care sheet"))
            page.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._pages.addWidget(page)


def _pictures(pdf: bytes, width: int) -> list[QImage]:
    return [_trimmed(image) for image in printing.pages(pdf, width)[:_MOST_PAGES]]


def _trimmed(image: QImage) -> QImage:
    """Without most of the white around what is printed: the text is to be read."""
    import numpy as np  # on the worker: the window does not wait for it

    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    last = int(np.flatnonzero((lines != lines[0]).any(axis=1)).max(initial=0))
    margin = round(image.width() * _MARGIN)
    foot = min(last + margin // 2, image.height())
    return image.copy(margin, margin, round(image.width() * _SHOWN), max(foot - margin, 1))
