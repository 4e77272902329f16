"""What the answer finder found: a list whose entries are as high as their text."""

from datetime import date
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from shopphone.domain.hits import in_place
from shopphone.domain.knowledge import AnswerHit
from shopphone.ui.kit.screen import Parts

_HIT_MARGIN = 7
_EXCERPT = 90  # characters
_Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole


class AnswerHits(QListWidget):
    """Hits as small documents: title, the sentence to say, the matching place, and why.

    New hits never move the row that was chosen with the arrows or that the mouse is on; later
    answers to the same words (a better order, say) are given to show_hits like any other.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._chosen = False  # by the arrows or a click, not just the first row by itself
        self.lead = self.tail = 0  # px of nothing before the first and after the last hit
        self._pointed_at: QPoint | None = None  # as long as the mouse is on the list
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # texts are broken to the width there is: it must not change once they are laid out
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_HitPainter(self, parts))
        self.itemPressed.connect(self.hold)

    @property
    def hits(self) -> tuple[AnswerHit, ...]:
        """As they stand, from above."""
        return tuple(self.item(n).data(_HIT) for n in range(self.count()))

    @property
    def chosen(self) -> int | None:
        """The key of the article that was chosen with the arrows or a click."""
        item = self.currentItem() if self._chosen else None
        return None if item is None else int(item.data(_HIT).article_id)

    @property
    def in_view(self) -> tuple[int, ...]:
        """The keys of the articles that are not scrolled out of sight."""
        seen = self.viewport().rect()
        items = (self.item(n) for n in range(self.count()))
        return tuple(
            item.data(_HIT).article_id
            for item in items
            if self.visualItemRect(item).intersects(seen)
        )

    def show_hits(self, hits: tuple[AnswerHit, ...]) -> None:
        row = self._held_row()
        before = self.item(row).data(_HIT).article_id if row is not None else None
        top = self._top_of(row) if row is not None else 0
        found = {hit.article_id: hit for hit in hits}
        order = in_place(tuple(found), before, row or 0)
        self.setUpdatesEnabled(False)
        self._fill([found[key] for key in order])
        if before not in found:
            self._pad(0, 0)
            self._chosen = False
            self.setCurrentRow(0 if hits else -1)
            self.scrollToTop()
        elif row is not None:
            if not self._chosen:  # a mouse left lying there does not keep Enter from the best
                self.setCurrentRow(order.index(hits[0].article_id))
            self._keep_at(order.index(before), top)
        self.setUpdatesEnabled(True)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        self._pointed_at = event.position().toPoint()

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._pointed_at = None

    def forget_choice(self) -> None:
        """Another question: the first row is chosen again."""
        self._chosen = False
        self.setCurrentRow(0 if self.count() else -1)

    def step(self, step: int) -> None:
        if self.count():
            self.setCurrentRow((self.currentRow() + step) % self.count())
            self.hold()

    def hold(self) -> None:
        self._chosen = True

    def loses_choice(self, hits: tuple[AnswerHit, ...]) -> bool:
        """Whether what someone has chosen is not among these."""
        row = self._held_row()
        kept = None if row is None else self.item(row).data(_HIT).article_id
        return row is not None and kept not in [hit.article_id for hit in hits]

    def _held_row(self) -> int | None:
        """What someone has chosen, else what the mouse points at."""
        if self._chosen and self.currentRow() >= 0:
            return self.currentRow()
        if self._pointed_at is None:
            return None
        row = self.indexAt(self._pointed_at).row()
        return row if row >= 0 else None

    def _fill(self, hits: list[AnswerHit]) -> None:
        """Rows that stay are changed, not made anew: nothing flickers, no place is lost."""
        while self.count() > len(hits):
            self.takeItem(self.count() - 1)
        for n, hit in enumerate(hits):
            if n >= self.count():
                self.addItem(QListWidgetItem())
            item = self.item(n)
            if item.data(_HIT) != hit:
                item.setData(_HIT, hit)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, hit.title)

    def _keep_at(self, row: int, top: int) -> None:
        """What stands above may be higher or lower now: what is looked at stays where it is."""
        if self._chosen:
            self.setCurrentRow(row)
        self._pad(0, 0)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top_of(row) - top)
        missing = top - self._top_of(row)  # the list is too short to be scrolled there
        if missing:
            self._pad(max(missing, 0), max(-missing, 0))
            bar.setValue(bar.value() + self._top_of(row) - top)

    def _top_of(self, row: int) -> int:
        return self.visualItemRect(self.item(row)).top() + (self.lead if row == 0 else 0)

    def _pad(self, lead: int, tail: int) -> None:
        self.lead, self.tail = lead, tail
        self.doItemsLayout()


class _HitPainter(QStyledItemDelegate):
    """Lays a hit out in the width of the list, so each is as high as its text."""

    def __init__(self, results: AnswerHits, parts: Parts) -> None:
        super().__init__(results)
        self._list = results
        self._parts = parts

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        height = round(self._document(index).size().height()) + 2 * _HIT_MARGIN
        lead, tail = self._padding(index)
        return QSize(self._room(), height + lead + tail)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        colours = self._parts.theme.colours
        lead, tail = self._padding(index)
        box: QRect = option.rect.adjusted(0, lead, 0, -tail)
        painter.save()
        if index.row() == self._list.currentRow():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        painter.translate(box.x() + _HIT_MARGIN, box.y() + _HIT_MARGIN)
        self._document(index).drawContents(painter)
        painter.restore()

    def _padding(self, index: _Index) -> tuple[int, int]:
        first, last = index.row() == 0, index.row() == self._list.count() - 1
        return (self._list.lead if first else 0, self._list.tail if last else 0)

    def _document(self, index: _Index) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(self._list.font())
        made.setHtml(self._html(index.data(_HIT)))
        made.setTextWidth(self._room() - 2 * _HIT_MARGIN)
        return made

    def _room(self) -> int:
        return self._list.viewport().width()

    def _html(self, hit: AnswerHit) -> str:
        colours = self._parts.theme.colours
        title = marked(hit.title, hit.title_marks, colours.mark)
        say = marked(shortened(hit.say, _EXCERPT), hit.say_marks, colours.mark)
        excerpt = marked(shortened(hit.excerpt, _EXCERPT), hit.excerpt_marks, colours.mark)
        lines = [f"<div style='color:{colours.text}'><b>{title}</b></div>"]
        if hit.because is not None:
            because = escape(self._because(*hit.because))
            lines.append(f"<div style='color:{colours.accent};font-size:8.5pt'>{because}</div>")
        for text, colour in (
            (say, colours.text),
            (excerpt, colours.muted),
            (escape(self._facts(hit)), colours.muted),
        ):
            if text:
                lines.append(f"<div style='color:{colour};font-size:8.5pt'>{text}</div>")
        return "".join(lines)

    def _because(self, goods: str, on: date | None) -> str:
        day = self._parts.words.short_day(on) if on else ""
        return self.tr("for: {goods}, ordered {day}").format(goods=goods, day=day)

    def _facts(self, hit: AnswerHit) -> str:
        facts = list(hit.topics)
        if hit.helped:
            facts.append(self.tr("helped {count}×").format(count=hit.helped))
        if hit.foreign:
            facts.append(hit.language.upper())
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


def shortened(text: str, most: int) -> str:
    """At most so many characters, ending with a whole word."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rpartition(" ")[0] or cut) + " …"
