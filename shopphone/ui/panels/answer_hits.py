"""What the answer finder found: a list whose entries are as high as their text."""

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from shopphone.domain.knowledge import AnswerHit
from shopphone.ui.kit.screen import Parts

_HIT_MARGIN = 7
_EXCERPT = 90  # characters
_Index = QModelIndex | QPersistentModelIndex


class AnswerHits(QListWidget):
    """Hits as small documents: title and matching place with the typed words marked, and why."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # texts are broken to the width there is: it must not change once they are laid out
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_HitPainter(self, parts))

    def show_hits(self, hits: tuple[AnswerHit, ...], chosen: int) -> None:
        self.setUpdatesEnabled(False)
        self.clear()
        for hit in hits:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, hit.title)
            self.addItem(item)
        if hits:
            self.setCurrentRow(chosen)
        self.setUpdatesEnabled(True)


class _HitPainter(QStyledItemDelegate):
    """Lays a hit out in the width of the list, so each is as high as its text."""

    def __init__(self, results: QListWidget, parts: Parts) -> None:
        super().__init__(results)
        self._list = results
        self._parts = parts

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        document = self._document(index)
        return QSize(self._room(), round(document.size().height()) + 2 * _HIT_MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        colours = self._parts.theme.colours
        box: QRect = option.rect
        painter.save()
        if index.row() == self._list.currentRow():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        painter.translate(box.x() + _HIT_MARGIN, box.y() + _HIT_MARGIN)
        self._document(index).drawContents(painter)
        painter.restore()

    def _document(self, index: _Index) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(self._list.font())
        made.setHtml(self._html(index.data(Qt.ItemDataRole.UserRole)))
        made.setTextWidth(self._room() - 2 * _HIT_MARGIN)
        return made

    def _room(self) -> int:
        return self._list.viewport().width()

    def _html(self, hit: AnswerHit) -> str:
        colours = self._parts.theme.colours
        title = marked(hit.title, hit.title_marks, colours.mark)
        excerpt = marked(_shortened(hit.excerpt), hit.excerpt_marks, colours.mark)
        facts = escape(self._facts(hit))
        return (
            f"<div style='color:{colours.text}'><b>{title}</b></div>"
            f"<div style='color:{colours.text};font-size:8.5pt'>{excerpt}</div>"
            f"<div style='color:{colours.muted};font-size:8.5pt'>{facts}</div>"
        )

    def _facts(self, hit: AnswerHit) -> str:
        facts = list(hit.topics)
        if hit.helped:
            facts.append(self.tr("helped {count}×").format(count=hit.helped))
        if hit.foreign:
            facts.append(hit.language.upper())
        if hit.because is not None:
            name, on = hit.because
            day = self._parts.words.short_day(on) if on else ""
            facts.append(self.tr("for: {goods}, ordered {day}").format(goods=name, day=day))
        return " · ".join(facts)


def marked(text: str, marks: tuple[tuple[int, int], ...], colour: str) -> str:
    """HTML with the ranges on a coloured ground."""
    out, position = [], 0
    for start, end in marks:
        if start < position or end > len(text):
            continue
        out.append(escape(text[position:start]))
        out.append(f"<span style='background:{colour}'>{escape(text[start:end])}</span>")
        position = end
    return "".join(out) + escape(text[position:])


def _shortened(text: str) -> str:
    """About two lines, ending with a whole word."""
    if len(text) <= _EXCERPT:
        return text
    cut = text[:_EXCERPT]
    return (cut.rpartition(" ")[0] or cut) + " …"
