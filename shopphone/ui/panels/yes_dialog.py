"""The customer's yes to an offer: when and how it came, its proof, and what if it came too late."""

from functools import partial

from PySide6.QtWidgets import QFileDialog

from shopphone.domain.errors import Refused
from shopphone.services import call, offers
from shopphone.ui.kit.parts import button, choice, field, name_button
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.panels.ask_dialog import AskDialog, day_field, day_in
from shopphone.ui.panels.state_words import ANSWER_CHANNELS, answer_channel_words


class YesDialog(AskDialog):
    """A yes after the offer had ended is taken only when the clerk presses once more."""

    def __init__(self, parent: Screen, parts: Parts, order_id: int, seen: int) -> None:
        super().__init__(parent, self.tr("How did the customer say yes?"), self.tr("Keep the yes"))
        self._parts, self._host, self._order_id, self._seen = parts, parent, order_id, seen
        self._late = False
        self.day = day_field(self.tr("Received on"), parts.today())
        self.channel = choice(self.tr("Came by"))
        for code in ANSWER_CHANNELS:
            self.channel.addItem(answer_channel_words(code), code)
        self.file = field(self.tr("File as evidence"))
        pick = button(self.tr("Choose a file …"))
        pick.clicked.connect(self._pick)
        self.add(self.tr("Received on"), self.day)
        self.add(self.tr("Came by"), self.channel)
        self.words = self.add_words(self.tr("In what words, or where the paper is"))
        self.add(self.tr("Evidence"), self.file)
        self.add("", pick)
        self.day.dateChanged.connect(self._in_time_again)
        self.given.connect(self._keep)

    def _keep(self) -> None:
        said = (
            self._order_id, day_in(self.day), str(self.channel.currentData()), self.words.text(),
            self.file.text(), self._seen,
        )  # fmt: skip
        job = call(offers.accept_late, *said) if self._late else call(offers.accept, *said)
        done = partial(self._done, self._host.refresh)
        self._parts.jobs.do(self, job, done, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        self.refuse(error)
        if isinstance(error, Refused) and error.rule == "yes_late":
            self._late = True
            name_button(self.go, self.tr("Take it as a new offer"))

    def _in_time_again(self) -> None:
        self._late = False
        name_button(self.go, self.tr("Keep the yes"))

    def _pick(self) -> None:
        picker = QFileDialog(self, self.tr("File as evidence"))
        picker.fileSelected.connect(self.file.setText)
        picker.open()
