"""Which right of withdrawal an article has: the plain one, or one of the thirteen exceptions."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopphone.domain.products import Product
from shopphone.domain.withdrawal_rule import EXCEPTIONS, WithdrawalRule
from shopphone.services import call, products
from shopphone.ui.kit.parts import choice, field, label
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import AskDialog
from shopphone.ui.panels.state_words import exception_words


class RightDialog(AskDialog):
    """A wrong "no right" is costly: it is chosen with its paragraph and its reason."""

    changed = Signal(int, int)  # the article's key, how many articles it is for

    def __init__(self, parent: QWidget, parts: Parts, product: Product) -> None:
        super().__init__(parent, product.full_name(parts.words.language), "")
        self.setWindowTitle(self.tr("Right of withdrawal"))
        self.setMinimumWidth(560)
        self.go.setText(self.tr("Save"))
        self.go.setAccessibleName(self.tr("Save"))
        self._parts = parts
        self._product = product
        self._rule = choice(self.tr("Right of withdrawal"))
        self._rule.addItem(exception_words(0), 0)
        for number in EXCEPTIONS:
            shown = self.tr("no. {n}: {text}").format(n=number, text=exception_words(number))
            self._rule.addItem(shown, number)
        rule = WithdrawalRule.of(product.withdrawal_rule)
        self._rule.setCurrentIndex(rule.number)
        self._rule.currentIndexChanged.connect(self._explain)
        self._what = label(tone="muted", wrap=True)
        self._reason = field(self.tr("Reason"))
        self._reason.setText(product.withdrawal_reason)
        self._scope = choice(self.tr("For"))
        for code, text in (
            ("product", self.tr("this article")),
            ("variants", self.tr("all its variants")),
            ("category", self.tr("the whole product group")),
        ):
            self._scope.addItem(text, code)
        self.add(self.tr("Right of withdrawal"), self._rule)
        self.add("", self._what)
        self.add(self.tr("Reason"), self._reason)
        self.add(self.tr("For"), self._scope)
        self.add_hint(self.tr("Orders that are placed keep the right they were placed with."))
        self.given.connect(self._save)
        self._explain()

    def _explain(self) -> None:
        rule = WithdrawalRule.by_number(int(self._rule.currentData()))
        if not rule.has_right:
            text = self.tr(
                "No right of withdrawal. If that is wrong, the right lasts a year longer: say why."
            )
        elif rule.may_be_lost:
            text = self.tr("The right is there, and ends once this happens. The letter says so.")
        elif rule.needs_reason:
            text = self.tr(
                "Declared by telephone, the right stays: this exception never applies here."
            )
        else:
            text = self.tr("The right of withdrawal is there as usual.")
        self._what.setText(text)

    def _save(self) -> None:
        number, scope = int(self._rule.currentData()), str(self._scope.currentData())
        key = self._product.product_id
        job = call(products.set_withdrawal_rule, key, number, self._reason.text(), scope)
        self._parts.jobs.do(self, job, partial(self._saved, key), failed=self.refuse)

    def _saved(self, product_id: int, count: int) -> None:
        self.accept()
        self.changed.emit(product_id, count)
