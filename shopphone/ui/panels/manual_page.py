"""A page of the manual (resources/manual) in the language of the windows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from shopphone.paths import resources
from shopphone.ui.kit.parts import button, row


class ManualPage(QDialog):
    """The text as it stands in the file; it scrolls with the keyboard."""

    def __init__(self, parent: QWidget, language: str, page: str, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(720, 600)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setMarkdown(text_of(language, page))
        close = button(self.tr("Close"), kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        rows = QVBoxLayout(self)
        rows.addWidget(self.text)
        rows.addLayout(row(1, close))


def text_of(language: str, page: str) -> str:
    file = resources() / "manual" / language / f"{page}.md"
    return file.read_text(encoding="utf-8")
