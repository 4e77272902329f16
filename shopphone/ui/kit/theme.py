"""Light and dark: two sets of colours, one style sheet drawn from them."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from shopphone.paths import resources


class Colours(NamedTuple):
    """Named colours; every pair of text and ground is at least 4.5 : 1.

    name: which of the icons that a style sheet loads by itself belong to these colours.
    """

    name: str
    ground: str
    card: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    fine: str
    fine_soft: str
    careful: str
    careful_soft: str
    must_not: str
    must_not_soft: str
    neutral_soft: str
    mark: str


LIGHT = Colours(
    name="light", ground="#f2f4f7", card="#ffffff", line="#dfe3e9", text="#1a2230", muted="#5b6577",
    accent="#0f6b5c", on_accent="#ffffff", accent_soft="#e0f0ed", fine="#146238",
    fine_soft="#e2f3e8", careful="#8a5200", careful_soft="#fff1d6", must_not="#a81f14",
    must_not_soft="#fde8e6", neutral_soft="#eceff3", mark="#ffe9a8",
)  # fmt: skip
DARK = Colours(
    name="dark", ground="#14171c", card="#1c2128", line="#303741", text="#e8ebef", muted="#a3adbb",
    accent="#4cc2a9", on_accent="#0b1f1a", accent_soft="#17332e", fine="#7fd8a0",
    fine_soft="#14301f", careful="#f2b457", careful_soft="#3a2a0c", must_not="#ff8f85",
    must_not_soft="#3b1715", neutral_soft="#272d36", mark="#5a4508",
)  # fmt: skip


_HALF_LIGHT = 128


class Theme(QObject):
    """The colours in force; widgets that paint ask it, the rest follow the style sheet."""

    changed = Signal()

    def __init__(self, app: QApplication, wanted: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._wanted = ""
        app.setStyle(QStyleFactory.create("Fusion"))
        font = QFont(app.font())
        font.setPointSizeF(10)
        app.setFont(font)
        self.colours = LIGHT
        self.choose(wanted)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def is_dark(self) -> bool:
        return self.colours is DARK

    def choose(self, wanted: str) -> None:
        """light, dark, or system, which follows the computer from then on."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._apply()

    def _apply(self) -> None:
        wanted = self._wanted
        dark = self._system_is_dark() if wanted not in ("light", "dark") else wanted == "dark"
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(palette(self.colours))
        self._app.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()

    def _system_changed(self) -> None:
        self._apply()

    def _system_is_dark(self) -> bool:
        """Fusion follows the system; to ask for its Qt.ColorScheme would cost an eighth of a start."""
        window = QStyleFactory.create("Fusion").standardPalette().window().color()
        return window.lightness() < _HALF_LIGHT


def figures(font: QFont) -> QFont:
    """The same font with figures of one width, so amounts stand under each other."""
    key = font.key()
    if key not in _tabular:  # made once: a card has many amounts
        _tabular[key] = QFont(font)
        _tabular[key].setFeature(QFont.Tag("tnum"), 1)
    return _tabular[key]


_tabular: dict[str, QFont] = {}


def palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for each, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.card),
        (role.AlternateBase, colours.neutral_soft),
        (role.Text, colours.text),
        (role.Button, colours.card),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.card),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Mid, colours.line),
        (role.Light, colours.card),
        (role.Dark, colours.line),
    ):
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.muted))
    return made


def style_sheet(c: Colours) -> str:
    # a style sheet cannot tint: its few icons are there in both colours
    check, down = (
        f"{resources().as_posix()}/icons/{each}-{c.name}.svg" for each in ("check", "down")
    )
    return f"""
    QFrame[card="true"] {{ background: {c.card}; border: 1px solid {c.line}; border-radius: 10px; }}
    QFrame[bar="true"] {{ background: {c.card}; border: 0; }}
    QFrame[rule="true"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
    QLabel[tone="muted"] {{ color: {c.muted}; }}
    QLabel[tone="accent"] {{ color: {c.accent}; }}
    QLabel[tone="careful"] {{ color: {c.careful}; }}
    QLabel[tone="must_not"] {{ color: {c.must_not}; }}
    QLabel[tone="fine"] {{ color: {c.fine}; }}
    QLabel[scale="title"] {{ font-size: 15pt; font-weight: 600; }}
    QLabel[scale="heading"] {{ font-size: 11.5pt; font-weight: 600; }}
    QLabel[scale="small"] {{ font-size: 8.5pt; }}
    QLabel[scale="total"] {{ font-size: 13pt; font-weight: 700; }}
    QLabel[chip="neutral"] {{ background: {c.neutral_soft}; color: {c.text}; border-radius: 4px; padding: 2px 7px; font-size: 8.5pt; font-weight: 600; }}
    QLabel[chip="fine"] {{ background: {c.fine_soft}; color: {c.fine}; border-radius: 4px; padding: 2px 7px; font-size: 8.5pt; font-weight: 600; }}
    QLabel[chip="careful"] {{ background: {c.careful_soft}; color: {c.careful}; border-radius: 4px; padding: 2px 7px; font-size: 8.5pt; font-weight: 600; }}
    QLabel[chip="must_not"] {{ background: {c.must_not_soft}; color: {c.must_not}; border-radius: 4px; padding: 2px 7px; font-size: 8.5pt; font-weight: 600; }}
    QLabel[chip="accent"] {{ background: {c.accent_soft}; color: {c.accent}; border-radius: 4px; padding: 2px 7px; font-size: 8.5pt; font-weight: 600; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateTimeEdit {{
        background: {c.card}; color: {c.text}; border: 1px solid {c.line}; border-radius: 6px;
        padding: 4px 8px; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QComboBox {{ padding: 4px 24px 4px 8px; }}
    QComboBox::drop-down, QDateTimeEdit::drop-down {{ border: 0; width: 22px; }}
    QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{down}"); width: 14px; height: 14px; }}
    QComboBox QAbstractItemView {{ background: {c.card}; color: {c.text}; selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus {{
        border: 1px solid {c.accent}; }}
    QPushButton {{ background: {c.card}; color: {c.text}; border: 1px solid {c.line}; border-radius: 6px; padding: 5px 12px; }}
    QPushButton:hover {{ background: {c.neutral_soft}; }}
    QPushButton:focus {{ border: 1px solid {c.accent}; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.ground}; }}
    QPushButton:checked {{ background: {c.accent_soft}; color: {c.accent}; border: 1px solid {c.accent}; font-weight: 600; }}
    QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent}; font-weight: 600; }}
    QPushButton[kind="primary"]:disabled {{ background: {c.neutral_soft}; color: {c.muted}; border: 1px solid {c.line}; }}
    QPushButton[kind="link"] {{ border: 0; background: transparent; color: {c.accent}; padding: 2px 4px; text-align: left; }}
    QPushButton[kind="link"]:focus {{ border: 1px solid {c.accent}; }}
    QPushButton[kind="side"] {{ text-align: left; padding: 7px 8px; border: 1px solid transparent; background: transparent; }}
    QPushButton[kind="side"]:hover {{ background: {c.neutral_soft}; }}
    QPushButton[kind="side"]:checked {{ background: {c.accent_soft}; color: {c.accent}; font-weight: 600; border: 1px solid transparent; }}
    QPushButton[kind="side"]:focus {{ border: 1px solid {c.accent}; }}
    QPushButton[kind="segment"] {{ padding: 5px 8px; }}
    QPushButton[kind="tab"] {{ border: 1px solid transparent; background: transparent; color: {c.muted}; font-weight: 600; }}
    QPushButton[kind="tab"]:hover {{ background: {c.neutral_soft}; }}
    QPushButton[kind="tab"]:checked {{ background: {c.accent_soft}; color: {c.accent}; }}
    QPushButton[kind="tab"]:focus {{ border: 1px solid {c.accent}; }}
    QPushButton[kind="urgent"] {{ padding: 5px 8px; background: {c.careful_soft}; color: {c.careful}; border: 1px solid {c.careful_soft}; }}
    QPushButton[kind="lane"] {{ text-align: left; padding: 5px 10px; }}
    QPushButton[kind="lane"][state="ringing"] {{ background: {c.careful_soft}; color: {c.careful}; }}
    QPushButton[kind="lane"][state="talking"] {{ background: {c.fine_soft}; color: {c.fine}; }}
    QPushButton[kind="lane"][state="missed"] {{ background: {c.must_not_soft}; color: {c.must_not}; }}
    QPushButton[kind="lane"]:checked {{ border: 2px solid {c.accent}; font-weight: 600; }}
    QTableView, QListView, QListWidget, QTableWidget {{ background: {c.card}; color: {c.text}; border: 0;
        gridline-color: {c.line}; alternate-background-color: {c.ground}; outline: 0;
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QTableView::item, QTableWidget::item {{ padding: 3px 6px; border-bottom: 1px solid {c.line}; }}
    QTableView::item:selected, QTableWidget::item:selected, QListWidget::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    QTableView, QTableWidget {{ font-size: 9.5pt; }}
    QTableView::item:selected:active, QTableWidget::item:selected:active {{ color: {c.text}; border-bottom: 1px solid {c.accent}; }}
    QListWidget:focus {{ border: 1px solid {c.accent}; border-radius: 6px; }}
    QListWidget#pages::item {{ padding: 7px 8px; border-radius: 6px; }}
    QListWidget#pages::item:selected {{ color: {c.accent}; font-weight: 600; }}
    QListWidget#offers {{ border: 1px solid {c.accent}; border-radius: 6px; }}
    QListWidget::item {{ padding: 4px 6px; }}
    QHeaderView {{ background: {c.card}; }}
    QHeaderView::section {{ background: {c.card}; color: {c.muted}; border: 0; border-bottom: 1px solid {c.line}; padding: 4px 6px; font-size: 8.5pt; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 5px; min-height: 28px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c.line}; border-radius: 5px; min-width: 28px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QCheckBox::indicator, QListWidget::indicator {{ width: 15px; height: 15px; border: 1px solid {c.muted}; border-radius: 3px; background: {c.card}; }}
    QCheckBox::indicator:checked, QListWidget::indicator:checked {{ background: {c.accent}; border: 1px solid {c.accent}; image: url("{check}"); }}
    QCheckBox::indicator:focus, QListWidget::indicator:focus {{ border: 2px solid {c.accent}; }}
    QCheckBox:focus {{ color: {c.accent}; }}
    QProgressBar {{ background: {c.neutral_soft}; border: 0; border-radius: 4px; min-height: 12px; max-height: 12px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
    QToolTip {{ background: {c.card}; color: {c.text}; border: 1px solid {c.line}; }}
    """
