"""Defects of an order on its card: told the choice, chosen, handed back, how long rights last."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.deadlines import Reckoning
from shopphone.domain.defects import Defect, DefectDraft
from shopphone.domain.orders import OrderDetail
from shopphone.services import call, defects, short_letters
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.parts import Flow, button, chip, choice, clear, label, pair, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import AskDialog, day_field, day_in
from shopphone.ui.panels.reckoning_dialog import show_reckoning
from shopphone.ui.panels.reckoning_words import dated
from shopphone.ui.panels.withdrawal_words import REMEDIES, remedy_words


class DefectSection(QWidget):
    """The sentence to say stands in the dialog; without its tick nothing is noted (§ 475 (4) BGB)."""

    changed = Signal()
    letter_written = Signal(object)  # Letter

    def __init__(self, parts: Parts, order: OrderDetail) -> None:
        super().__init__()
        self._parts = parts
        self._order = order
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        self._cases = QVBoxLayout()
        act = button(self.tr("Defect or guarantee …"))
        act.clicked.connect(self.ask_defect)
        rows.addLayout(row(act, 1))
        rows.addLayout(self._cases)
        parts.jobs.ask(self, call(defects.of_order, order.order_id), self._show)

    def ask_defect(self) -> None:
        dialog = AskDialog(
            self, self.tr("What is wrong with the goods?"), self.tr("Note the defect")
        )
        line = choice(self.tr("Line"))
        for each in self._order.lines:
            line.addItem(f"{each.name} {each.option}".strip(), each.position)
        shown = day_field(self.tr("Showed first on"), self._parts.today())
        told = QCheckBox(self.tr("Told on the phone"))
        told.setAccessibleName(self.tr("Told on the phone"))
        remedy = choice(self.tr("The customer chooses"))
        for code in REMEDIES:
            remedy.addItem(remedy_words(code), code)
        remedy.setEnabled(False)  # nothing is chosen before the choice is told
        told.toggled.connect(remedy.setEnabled)
        dialog.add(self.tr("Line"), line)
        words = dialog.add_words(self.tr("In the customer’s words"))
        dialog.add(self.tr("Showed first on"), shown)
        dialog.add_hint(
            self.tr(
                "To say first: “You may choose whether we repair it or send you a new one, free of "
                "charge. If we repair it, the time limit for your rights is extended once by twelve months.”"
            ),
            "careful",
        )
        dialog.add("", told)
        dialog.add(self.tr("The customer chooses"), remedy)
        dialog.given.connect(partial(self._report, dialog, line, words, shown, told, remedy))
        dialog.open()

    def _report(
        self,
        dialog: AskDialog,
        line: QComboBox,
        words: CardGuard,
        shown: QDateEdit,
        told: QCheckBox,
        remedy: QComboBox,
    ) -> None:
        draft = DefectDraft(
            order_id=self._order.order_id,
            position=int(line.currentData()),
            shown_on=day_in(shown),
            words=words.text(),
            told=told.isChecked(),
            remedy=str(remedy.currentData()),
        )
        dialog.do(self._parts.jobs, call(defects.report, draft), self.changed.emit)

    def _show(self, found: tuple[Defect, ...]) -> None:
        clear(self._cases)
        for each in found:
            self._cases.addWidget(self._case(each))

    def _case(self, case: Defect) -> QWidget:
        words, made = self._parts.words, QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(3)
        rows.addLayout(
            row(chip(remedy_words(case.remedy), "accent" if case.remedy else "careful"), 1)
        )
        rows.addWidget(label(f"{case.name}: {case.words}", wrap=True))
        told = self.tr("{when}, {who}; choice told by {clerk}").format(
            when=words.moment(case.reported_at), who=case.reported_by, clerk=case.staff
        )
        rows.addWidget(label(told, tone="muted", wrap=True))
        self._add_limitation(rows, case)
        rows.addWidget(self._buttons(case))
        return made

    def _add_limitation(self, rows: QVBoxLayout, case: Defect) -> None:
        if case.limitation is None:
            text = self.tr("How long rights last is not known: the day of delivery is missing.")
            rows.addWidget(label(text, tone="careful", wrap=True))
            return
        for text, reckoning in (
            (self.tr("Presumed to be there from the start until {day}"), case.limitation.presumed),
            (self.tr("Rights last until {day}"), case.limitation.limited),
            (self.tr("after a repair until {day}"), case.limitation.extended),
        ):
            shown = text.format(day=dated(reckoning.last_day, self._parts.words))
            how = button("?", name=self.tr("How is this day reached: {text}").format(text=shown))
            how.clicked.connect(partial(self._explain, reckoning))
            rows.addLayout(pair(shown, how, tone="muted"))

    def _buttons(self, case: Defect) -> QWidget:
        holder, made = QWidget(), list[QWidget]()
        letter = button(self.tr("Letter about the choice"), kind="primary")
        letter.clicked.connect(partial(self._write, case.defect_id))
        made.append(letter)
        for code in REMEDIES:
            if code and code != case.remedy:
                act = button(self.tr("Chosen: {remedy}").format(remedy=remedy_words(code)))
                act.clicked.connect(partial(self._choose, case.defect_id, code))
                made.append(act)
        if case.returned_on is None:
            back = button(self.tr("Handed back today"))
            back.clicked.connect(partial(self._handed_back, case.defect_id))
            made.append(back)
        Flow(holder).fill(made)
        return holder

    def _explain(self, reckoning: Reckoning) -> None:
        show_reckoning(self, self._parts.words, reckoning)

    def _write(self, defect_id: int) -> None:
        job = call(short_letters.tell_remedy, defect_id)
        self._parts.jobs.do(self, job, self.letter_written.emit)

    def _choose(self, defect_id: int, remedy: str) -> None:
        self._parts.jobs.do(self, call(defects.choose, defect_id, remedy), self._done)

    def _handed_back(self, defect_id: int) -> None:
        job = call(defects.handed_back, defect_id, self._parts.today())
        self._parts.jobs.do(self, job, self._done)

    def _done(self, _result: object) -> None:
        self.changed.emit()
