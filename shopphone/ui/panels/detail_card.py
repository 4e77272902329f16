"""A card that shows one thing whole, filled anew each time."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.ui.kit.parts import Card, clear, label, rule, scrolling


class DetailCard(Card):
    """Headings and lines in a scrolling column."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 6, 0)
        self.column.setSpacing(6)
        self.rows.addWidget(scrolling(inside, name), 1)
        self.foot = QVBoxLayout()  # what stays in sight below what scrolls
        self.rows.addLayout(self.foot)
        self.column.addWidget(label(hint, tone="muted", wrap=True))
        self.column.addStretch(1)

    def clear_foot(self) -> None:
        clear(self.foot)

    def begin(self, title: str) -> None:
        clear(self.column)
        self.column.addWidget(label(title, size="title", wrap=True))

    def heading(self, text: str) -> None:
        self.column.addWidget(rule())
        self.column.addWidget(label(text, size="heading", wrap=True))

    def line(self, text: str, tone: str = "") -> None:
        if text:
            self.column.addWidget(label(text, tone=tone, wrap=True))

    def end(self) -> None:
        self.column.addStretch(1)
