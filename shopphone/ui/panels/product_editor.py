"""The form of an article for sale: all its fields, kept as they are typed, each mistake named."""

from dataclasses import fields, replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from shopphone.domain.base_price import UNITS
from shopphone.domain.errors import Refused
from shopphone.domain.product_form import ProductDraft, ProductForm
from shopphone.services import call, product_editing
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, choice, field, label, row, scrolling
from shopphone.ui.kit.screen import Parts

_PAUSE_MS = 300
_Input = QLineEdit | QPlainTextEdit | QComboBox


class ProductEditor(QDialog):
    """`saved` with the article's key; closed without saving, it opens again as it was left."""

    saved = Signal(int)

    def __init__(self, parent: QWidget, parts: Parts, form: ProductForm) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("Article") if form.product_id else self.tr("New article"))
        self.resize(960, 600)
        self._parts, self._form = parts, form
        self.inputs: dict[str, _Input] = {}
        self.bulky = QCheckBox(self.tr("Bulky: no ordinary parcel"))
        self.active = QCheckBox(self.tr("Is sold"))
        self._note = label(tone="careful", wrap=True)
        self._refusal = label(tone="must_not", wrap=True)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._keep)
        self._lay_out()
        self._show(form)
        for each in self.inputs.values():
            _changed(each).connect(self._pause.start)
        for box in (self.bulky, self.active):
            box.toggled.connect(self._pause.start)

    def done(self, result: int) -> None:
        if result != QDialog.DialogCode.Accepted:
            self._keep()
        self._pause.stop()
        super().done(result)
        self.deleteLater()

    def _lay_out(self) -> None:
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 6, 0)
        columns.setSpacing(24)
        columns.addLayout(self._what(), 3)
        columns.addLayout(self._figures(), 2)
        self._save = button(self.tr("Save"), kind="primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._give)
        self._anew = button(self.tr("Begin anew"))
        self._anew.setAutoDefault(False)
        self._anew.clicked.connect(self._begin_anew)
        back = button(self.tr("Back"))
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self._note)
        rows.addWidget(scrolling(inside, self.tr("Form of the article")), 1)
        rows.addWidget(self._refusal)
        rows.addLayout(row(self._anew, 1, back, self._save))

    def _what(self) -> QFormLayout:
        """How it is called and found."""
        form = _form()
        self._line(form, "sku", self.tr("Number (SKU)"))
        self._line(form, "ean", self.tr("EAN"))
        self._line(form, "old_skus", self.tr("Earlier numbers"), self.tr("separated by commas"))
        self._line(form, "name", self.tr("Name"))
        self._line(form, "name_en", self.tr("Name in English"))
        self._line(form, "option", self.tr("Variant"), self.tr("for example 28 cm"))
        self._line(form, "group", self.tr("Same for all its variants"), self.tr("for example GP"))
        category = choice(self.tr("Category"))
        category.setEditable(True)
        category.addItems(["", *self._form.categories])
        self._add(form, "category", self.tr("Category"), category)
        for name, text in (
            ("description", self.tr("Description")),
            ("description_en", self.tr("Description in English")),
        ):
            area = QPlainTextEdit()
            area.setFixedHeight(64)
            area.setTabChangesFocus(True)
            area.setAccessibleName(text)
            self._add(form, name, text, area)
        return form

    def _figures(self) -> QFormLayout:
        """What it costs, and what sending and the law want to know."""
        form = _form()
        self._line(form, "price", self.tr("Price with VAT, EUR"))
        vat = choice(self.tr("VAT, percent"))
        vat.setEditable(True)
        vat.addItems([self._parts.words.number(rate) for rate in self._form.rates])
        self._add(form, "vat", self.tr("VAT, percent"), vat)
        self._line(form, "deposit", self.tr("Deposit, EUR"))
        self._line(form, "stock", self.tr("Stock"), self.tr("empty: not counted"))
        self._line(form, "next_supply_on", self.tr("Next supply on"))
        self._line(form, "content", self.tr("Content"), self.tr("for the base price"))
        unit = choice(self.tr("Unit of the content"))
        unit.addItems(["", *UNITS])
        self._add(form, "content_unit", self.tr("Unit of the content"), unit)
        self._line(form, "weight_g", self.tr("Weight, g"))
        self._line(form, "minimum_age", self.tr("Minimum age"), self.tr("empty: none"))
        self._line(form, "warning", self.tr("Warning for the clerk"))
        form.addRow("", self.bulky)
        form.addRow("", self.active)
        return form

    def _line(self, form: QFormLayout, name: str, text: str, hint: str = "") -> None:
        line = field(text)
        line.setPlaceholderText(hint)
        self._add(form, name, text, line)

    def _add(self, form: QFormLayout, name: str, text: str, made: _Input) -> None:
        self.inputs[name] = made
        form.addRow(text, made)

    def _show(self, form: ProductForm) -> None:
        self._form = form
        draft = form.kept or form.begun
        for name, made in self.inputs.items():
            text = str(getattr(draft, name))
            if isinstance(made, QPlainTextEdit):
                made.setPlainText(text)
            elif isinstance(made, QLineEdit):
                made.setText(text)
                made.setCursorPosition(0)
            elif made.isEditable():
                made.setCurrentText(text)
            else:
                made.setCurrentIndex(max(made.findText(text), 0))
        self.bulky.setChecked(draft.bulky)
        self.active.setChecked(draft.active)
        self._note.setText(
            self.tr("Typed earlier and not saved yet.") if form.kept is not None else ""
        )
        self._note.setVisible(form.kept is not None)
        self._anew.setEnabled(form.kept is not None)
        self._refusal.clear()
        self.inputs["sku" if form.product_id is None else "price"].setFocus()

    def _typed(self) -> ProductDraft:
        texts = {name: _text(made) for name, made in self.inputs.items()}
        flags = {"bulky": self.bulky.isChecked(), "active": self.active.isChecked()}
        assert {*texts, *flags} == {each.name for each in fields(ProductDraft)}
        return replace(ProductDraft(), **texts, **flags)  # type: ignore[arg-type]  # by their names

    def _keep(self) -> None:
        form, typed = self._form, self._typed()
        self._anew.setEnabled(typed != form.begun)
        job = call(product_editing.keep, form.product_id, typed, form.begun)
        self._parts.jobs.keep(self._parts.jobs, job)

    def _give(self) -> None:
        self._refusal.clear()
        self._pause.stop()
        form = self._form
        job = call(product_editing.save, form.product_id, self._typed(), form.begun)
        self._save.setEnabled(False)
        self._parts.jobs.do(self, job, self._saved, failed=self._refused)

    def _saved(self, product_id: int) -> None:
        self.accept()
        self.saved.emit(product_id)

    def _refused(self, error: Exception) -> None:
        """Name the field, go there, leave everything as it was typed."""
        self._save.setEnabled(True)
        self._keep()
        wrong = str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        made = self.inputs.get(wrong)
        if made is None:
            self._refusal.setText(words_for(error))
            return
        self._refusal.setText(f"{made.accessibleName()}: {words_for(error)}")
        made.setFocus()

    def _begin_anew(self) -> None:
        self._pause.stop()
        job = call(product_editing.look_again, self._form.product_id)
        self._parts.jobs.ask(self, job, partial(self._show))


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setVerticalSpacing(8)
    return form


def _text(made: _Input) -> str:
    if isinstance(made, QPlainTextEdit):
        return made.toPlainText()
    return made.text() if isinstance(made, QLineEdit) else made.currentText()


def _changed(made: _Input) -> SignalInstance:
    if isinstance(made, QComboBox):
        return made.currentTextChanged
    return made.textChanged
