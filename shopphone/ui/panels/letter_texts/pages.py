"""The pages of a letter whose texts are being written; a new picture takes the old one's place."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shopphone.ui.kit import printing
from shopphone.ui.kit.jobs import local
from shopphone.ui.kit.parts import label, scrolling
from shopphone.ui.kit.screen import Parts

_MOST_PAGES = 4  # beyond them come the pages that nobody can change
_GAP = 8
_MARGIN = 0.07  # of the page's width, left out at either side: the text is to be read
_SHOWN = 1 - 2 * _MARGIN
_EDGE = QColor(190, 196, 204)
_Pictures = tuple[list[QImage], tuple[int, float] | None]


class LetterPages(QWidget):
    """Follows the paragraph that is typed in; stays where it is while the text changes."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._pdf = b""
        self._seen = ""
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._pages: list[QLabel] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._scroll = scrolling(inside, self.tr("Pages of the letter"))
        self._reason = label(tone="must_not", wrap=True)
        self._reason.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._reason)
        rows.addWidget(self._scroll, 1)

    @property
    def page_count(self) -> int:
        return len(self._pages)

    @property
    def place(self) -> int:
        """How far down it is scrolled."""
        return self._scroll.verticalScrollBar().value()

    def show_pdf(self, pdf: bytes, look_for: str) -> None:
        """look_for: words to bring into sight; empty for the top of the letter."""
        self._pdf = pdf
        self._reason.hide()
        width = round(max(self._scroll.viewport().width() - 4, 200) / _SHOWN)
        job = local(_pictures, pdf, width, look_for)
        self._parts.jobs.ask(self, job, partial(self._show, look_for))

    def look_at(self, look_for: str) -> None:
        if self._pdf and look_for != self._seen:
            self.show_pdf(self._pdf, look_for)

    def refuse(self, sentence: str) -> None:
        """Why there is no picture; the last one stays."""
        self._reason.setText(sentence)
        self._reason.show()

    def _show(self, look_for: str, found: _Pictures) -> None:
        images, place = found
        while len(self._pages) > len(images):
            self._pages.pop().deleteLater()
        while len(self._pages) < len(images):
            page = QLabel()
            page.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
            self._rows.addWidget(page)
        for n, (page, image) in enumerate(zip(self._pages, images, strict=True), 1):
            page.setPixmap(QPixmap.fromImage(image))
            name = self.tr("Page {page} of {pages}").format(page=n, pages=len(images))
            page.setAccessibleName(name)
        if look_for != self._seen:
            self._seen = look_for
            target = 0
            if place is not None and images:
                number, share = place
                target = round((images[0].height() + _GAP) * number + images[0].height() * share)
            QTimer.singleShot(0, partial(self._go_to, target))  # once the pages have their place

    def _go_to(self, target: int) -> None:
        middle = max(target - self._scroll.viewport().height() // 2, 0)
        self._scroll.verticalScrollBar().setValue(middle)


def _pictures(pdf: bytes, width: int, look_for: str) -> _Pictures:
    images = [_framed(image) for image in printing.pages(pdf, width)[:_MOST_PAGES]]
    return images, printing.place_of(pdf, look_for, len(images)) if look_for else None


def _framed(image: QImage) -> QImage:
    """The part of a page that is printed on, with an edge: paper is as white as the card below it."""
    shown = image.copy(
        round(image.width() * _MARGIN), 0, round(image.width() * _SHOWN), image.height()
    )
    painter = QPainter(shown)
    painter.setPen(_EDGE)
    painter.drawRect(shown.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return shown
