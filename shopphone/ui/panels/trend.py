"""Weeks side by side: how often answers helped, upwards, and how often they did not, downwards."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopphone.domain.answer_figures import Week
from shopphone.ui.kit.screen import Parts

_HEIGHT, _FOOT = 118, 18
_GAP = 0.3  # of a week's width


class Trend(QWidget):
    """A bar a week; every number is said to a screen reader and in the tips."""

    def __init__(self, parts: Parts, weeks: tuple[Week, ...]) -> None:
        super().__init__()
        self._parts = parts
        self._weeks = weeks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Weeks: {numbers}").format(numbers="; ".join(self._told())))
        self.setToolTip("\n".join(self._told()))
        parts.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._weeks:
            return
        colours = self._parts.theme.colours
        width = self.width() / len(self._weeks)
        room = self.height() - _FOOT
        most = [
            max(getattr(w.counts, name) for w in self._weeks) for name in ("helped", "not_helped")
        ]
        unit = room / (sum(most) or 1)
        middle = most[0] * unit if any(most) else room / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for n, week in enumerate(self._weeks):
            left, wide = (n + _GAP / 2) * width, (1 - _GAP) * width
            up, down = unit * week.counts.helped, unit * week.counts.not_helped
            painter.setBrush(QColor(colours.fine))
            painter.drawRect(QRectF(left, middle - up, wide, up))
            painter.setBrush(QColor(colours.must_not))
            painter.drawRect(QRectF(left, middle + 1, wide, down))
        painter.fillRect(QRectF(0, middle, self.width(), 1), QColor(colours.line))
        painter.setPen(QColor(colours.muted))
        foot = QRectF(0, self.height() - _FOOT, self.width(), _FOOT)
        first, last = (
            self._parts.words.short_day(w.monday) for w in (self._weeks[0], self._weeks[-1])
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, first)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, last)

    def _told(self) -> list[str]:
        text = self.tr("from {day}: helped {yes}×, did not help {no}×")
        return [
            text.format(
                day=self._parts.words.short_day(week.monday),
                yes=week.counts.helped,
                no=week.counts.not_helped,
            )
            for week in self._weeks
        ]
