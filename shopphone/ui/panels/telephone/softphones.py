"""Ready-made lines for softphones: what to enter there so that their calls are seen here."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from shopphone.ui.kit.parts import button, label, row, scrolling, set_tone

_LINE_HEIGHT = 19
_FRAME_HEIGHT = 18
# the caller writes SIP_FROM: it is cut to the number, quoted, and never read by a shell again
_TWINKLE = """#!/bin/sh
number=$(printf %s "$SIP_FROM" | sed -n 's/.*sips\\{0,1\\}:\\([^@;>]*\\).*/\\1/p')
case "$TWINKLE_TRIGGER" in
  in_call) {program} --ring "$number" & ;;
  in_call_answered) {program} --answer "$number" & ;;
  in_call_failed|local_release|remote_release) {program} --hangup "$number" & ;;
esac
"""
# it adds the caller's number as the last word, and starts the program without a shell
_MICROSIP = """cmdIncomingCall={program} --ring
cmdCallAnswer={program} --answer
cmdCallEnd={program} --hangup
"""
_PHONERLITE = """SetNumber 08999998101
HookOff
"""
_OTHERS = """{program} --ring NUMBER --to OWN --id CALL
{program} --answer NUMBER --id CALL
{program} --hangup NUMBER --id CALL
"""


class Softphones(QDialog):
    """One block for each, with a button that copies it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Softphone"))
        self.resize(680, 620)
        self._program = _program()
        self.texts: dict[str, str] = {}
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._add(
            "MicroSIP",
            self.tr(
                "Close MicroSIP, add these lines to microsip.ini under [Settings], start it again."
            ),
            _MICROSIP,
        )
        self._add(
            "PhonerLite",
            self.tr(
                "It reports no calls by itself: listen to the FRITZ!Box or the telephone system it is "
                "registered at. With “CLI access” in its options it dials by these lines on port 50600 of "
                "this computer:"
            ),
            _PHONERLITE,
        )
        self._add(
            "Twinkle",
            self.tr(
                "Save this as a file, make it executable, and enter it in Twinkle under Scripts for "
                "“incoming call”, “answered”, “failed”, “local release” and “remote release”."
            ),
            _TWINKLE,
        )
        self._add(
            self.tr("Any other"),
            self.tr(
                "Whatever can start a program reports calls like this; what follows --id may be left out."
            ),
            _OTHERS,
        )
        self._said = label()
        close = button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        rows = QVBoxLayout(self)
        rows.addWidget(scrolling(inside, self.tr("Softphone")), 1)
        rows.addLayout(row(self._said, 1, close))

    def _add(self, name: str, explained: str, text: str) -> None:
        text = self.texts[name] = text.replace("{program}", self._program)
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        shown.setAccessibleName(self.tr("Lines for {name}").format(name=name))
        shown.setFixedHeight(_LINE_HEIGHT * (text.strip().count("\n") + 1) + _FRAME_HEIGHT)
        copy = button(self.tr("Copy"), name=self.tr("Copy the lines for {name}").format(name=name))
        copy.clicked.connect(partial(self._copy, name))
        self._rows.addLayout(row(label(name, size="heading"), 1, copy))
        self._rows.addWidget(label(explained, tone="muted", wrap=True))
        self._rows.addWidget(shown)

    def _copy(self, name: str) -> None:
        QGuiApplication.clipboard().setText(self.texts[name])
        self._said.setText(self.tr("Copied: {name}.").format(name=name))
        set_tone(self._said, "fine")


def _program() -> str:
    """How this program is started from outside; from a checkout by Python."""
    started = Path(sys.argv[0]).resolve()
    if started.suffix == ".py":
        return f'"{sys.executable}" -m shopphone'
    return f'"{started}"'
