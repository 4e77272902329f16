"""What only a person can know of a file: each question with its choices, answered once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from shopphone.domain.imports import VAT, Recognised
from shopphone.ui.kit.parts import choice, clear, label
from shopphone.ui.panels.sheet_words import choice_words, question_words


class Questions(QWidget):
    """`answered` when an answer has changed; answers of last time stand there already."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)

    def ask(self, found: Recognised) -> None:
        clear(self._rows)
        self.boxes = {}
        for question in found.questions:
            words = question_words(question)
            box = choice(words)
            box.addItem("", "")
            for each in question.choices:
                box.addItem(choice_words(each), each)
            self._choose(box, found.answers.get(question.code, ""))
            if question.code.startswith(VAT):
                box.setEditable(True)
            box.currentTextChanged.connect(self.answered)
            self.boxes[question.code] = box
            self._rows.addWidget(label(words, wrap=True))
            self._rows.addWidget(box)

    def answers(self) -> dict[str, str]:
        """What is answered; an answer nobody could choose is the text itself."""
        found = {}
        for code, box in self.boxes.items():
            text = box.currentText().strip()
            place = box.findText(text)
            answer = str(box.itemData(place)) if place >= 0 else text
            if answer:
                found[code] = answer
        return found

    def all_answered(self) -> bool:
        return self.answers().keys() == self.boxes.keys()

    def first_open(self) -> QComboBox | None:
        found = self.answers()
        return next((box for code, box in self.boxes.items() if code not in found), None)

    def _choose(self, box: QComboBox, answer: str) -> None:
        place = box.findData(answer)
        if place < 0:
            box.addItem(answer, answer)
            place = box.count() - 1
        box.setCurrentIndex(place)
