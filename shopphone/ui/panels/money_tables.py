"""Two tables of the shop's money beside its settings: VAT rates by country and day, coupons."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopphone.services import call, money
from shopphone.ui.kit.parts import button
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.rows_dialog import RowsDialog


class MoneyTables(QWidget):
    """A button for each; the text is asked for when it is opened."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        rates, coupons = button(self.tr("VAT rates")), button(self.tr("Coupons"))
        rates.clicked.connect(self._ask_rates)
        coupons.clicked.connect(self._ask_coupons)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.addWidget(rates)
        columns.addWidget(coupons)
        columns.addStretch(1)

    def _ask_rates(self) -> None:
        self._parts.jobs.ask(self, call(money.rates_text), self._show_rates)

    def _ask_coupons(self) -> None:
        self._parts.jobs.ask(self, call(money.coupons_text), self._show_coupons)

    def _show_rates(self, text: str) -> None:
        dialog = RowsDialog(
            self,
            self.tr("VAT rates"),
            self.tr(
                "One rate a line: country; kind (standard or reduced); percent; from day; where you looked "
                "it up. The program brings the standard rates of the EU: check them, and add the reduced ones "
                "your goods have there. The Commission’s database “Taxes in Europe” lists them."
            ),
            text,
        )
        dialog.given.connect(partial(self._save_rates, dialog))
        dialog.open()

    def _show_coupons(self, text: str) -> None:
        dialog = RowsDialog(
            self,
            self.tr("Coupons"),
            self.tr(
                "One coupon a line: code; percent or euros off; from day; to day; least value of goods."
            ),
            text,
        )
        dialog.given.connect(partial(self._save_coupons, dialog))
        dialog.open()

    def _save_rates(self, dialog: RowsDialog, text: str) -> None:
        job = call(money.save_rates, text)
        self._parts.jobs.do(dialog, job, dialog.saved, failed=dialog.refused)

    def _save_coupons(self, dialog: RowsDialog, text: str) -> None:
        job = call(money.save_coupons, text)
        self._parts.jobs.do(dialog, job, dialog.saved, failed=dialog.refused)
