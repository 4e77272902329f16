"""Where a parcel is: the commonest question, answered by the carrier's page or a number to copy."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopphone.domain.order_life import Parcel
from shopphone.ui.kit.parts import button, label, link, row
from shopphone.ui.kit.screen import Parts


class ParcelLine(QWidget):
    """Where a parcel is: the carrier's page to open, the number to copy."""

    def __init__(self, parts: Parts, parcel: Parcel) -> None:
        super().__init__()
        self._parts, self._parcel = parts, parcel
        text = f"{parcel.carrier} {parcel.tracking}".strip() or self.tr("parcel")
        copy = button(self.tr("Copy"), kind="link", name=self.tr("Copy {text}").format(text=text))
        copy.clicked.connect(self._copy)
        made: list[QWidget | int] = []
        if parcel.tracking_url:
            track = link(self.tr("Where is it?"))
            track.setToolTip(parcel.tracking_url)
            track.clicked.connect(self._track)
            made.append(track)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(label(text, tone="muted", size="small", wrap=True))
        rows.addLayout(row(*made, copy, 1, spacing=6))

    def _track(self) -> None:
        QDesktopServices.openUrl(QUrl(self._parcel.tracking_url))
        self._parts.say(self.tr("The carrier’s page opens in the browser."), "fine")

    def _copy(self) -> None:
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(self._parcel.tracking_url or self._parcel.tracking)
        self._parts.say(self.tr("Copied."), "fine")
