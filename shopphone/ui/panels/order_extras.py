"""What few orders need: discount, coupon, the total of another shop system, VAT ID, bank account."""

from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from shopphone.domain.errors import Refused
from shopphone.domain.money import Typed, TypedAmount, parse_amount, round2
from shopphone.domain.orders import OrderDraft
from shopphone.domain.payment import IbanCheck, Payment
from shopphone.services import call, ibans
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import button, field, label, set_tone
from shopphone.ui.kit.screen import Parts

_PAUSE_MS = 120
_NARROW = 60  # px; the sums beside it need the room


class OrderExtras(QWidget):
    """Edits the draft as it is typed; what is wrong stands below, nothing typed is lost.

    What most orders do without stands behind one button, so that the points to tell stay in view.
    """

    price_changed = Signal()
    coupon_typed = Signal()
    changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = OrderDraft()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask_bank)
        self.discount = field(self.tr("Discount"), self.tr("5.00 or 10 %"))
        self.coupon = field(self.tr("Coupon"), self.tr("Code"))
        self.shop_total = field(self.tr("Total in the shop system"), self.tr("to compare"))
        self.vat_id = field(self.tr("VAT ID"), self.tr("of the other country"))
        self.iban = field(self.tr("IBAN"), self.tr("in blocks, as it is dictated"))
        self.holder = field(self.tr("Account holder"), self.tr("if not the customer"))
        self._holder_guard = CardGuard(self.holder)
        self._holder_guard.decided.connect(self._holder_typed)
        self.more = button(self.tr("Discount, coupon …"), kind="link")
        self.more.clicked.connect(self._unfold)
        self._says = {each: label(size="small", wrap=True) for each in self._fields()}
        self._labels = {each: label(each.accessibleName(), tone="muted") for each in self._fields()}
        self._lay_out()
        self.discount.textEdited.connect(self._discount_typed)
        self.coupon.textEdited.connect(self._coupon_typed)
        self.shop_total.textEdited.connect(self._shop_total_typed)
        self.vat_id.textEdited.connect(self._vat_id_typed)
        self.iban.textEdited.connect(self._iban_typed)
        self.holder.textEdited.connect(self._holder_typed)

    def show_draft(self, draft: OrderDraft) -> None:
        self._draft = draft
        words = self._parts.words
        rate = draft.discount_rate * 100
        texts = {
            self.discount: words.number(draft.discount) if draft.discount else "",
            self.coupon: draft.coupon_code,
            self.shop_total: "" if draft.shop_total is None else words.number(draft.shop_total),
            self.vat_id: draft.vat_id,
            self.iban: draft.iban,
            self.holder: draft.account_holder,
        }
        if draft.discount_rate:
            texts[self.discount] = f"{words.number(rate)} %"
        for widget, text in texts.items():
            with QSignalBlocker(widget):
                widget.setText(text)
            self.say(widget, "")
        self._holder_guard.look()
        self._show_more(any(texts[each] or each.hasFocus() for each in self._seldom()))
        self._pause.start()

    def show_for(self, *, abroad_business: bool) -> None:
        """Only what this order can need: a VAT ID for businesses abroad, an account for a debit."""
        debit = self._draft.payment_code == Payment.SEPA_DEBIT
        self._show(self.vat_id, abroad_business)
        self._show(self.iban, debit)
        self._show(self.holder, debit)

    def say_coupon(self, refusal: Refused | None) -> None:
        self.say(self.coupon, "" if refusal is None else words_for(refusal))

    def say_vat_id(self, valid: bool) -> None:
        if not self._draft.vat_id:
            text = self.tr("Without a valid VAT ID the order carries VAT as for a consumer.")
        elif valid:
            text = self.tr(
                "Well formed. Ask the tax office whether it is in use, and keep the answer."
            )
        else:
            text = self.tr("This VAT ID cannot be right: compare it letter by letter.")
        self.say(self.vat_id, text, "fine" if valid else "careful")

    def say(self, widget: QLineEdit, text: str, tone: str = "must_not") -> None:
        said = self._says[widget]
        said.setText(text)
        set_tone(said, tone)
        said.setVisible(bool(text) and widget.isVisibleTo(self))

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (
            self.discount, self.coupon, self.shop_total, self.vat_id, self.iban, self.holder,
        )  # fmt: skip

    def _seldom(self) -> tuple[QLineEdit, ...]:
        return (self.discount, self.coupon, self.shop_total)

    def _unfold(self) -> None:
        self._show_more(True)
        self.discount.setFocus()

    def _show_more(self, shown: bool) -> None:
        self.more.setVisible(not shown)
        for each in self._seldom():
            self._show(each, shown)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.more, 0, 0, 1, 2)
        for n, widget in enumerate(self._fields(), 1):
            widget.setMinimumWidth(_NARROW)
            grid.addWidget(self._labels[widget], 2 * n, 0)
            grid.addWidget(widget, 2 * n, 1)
            grid.addWidget(self._says[widget], 2 * n + 1, 0, 1, 2)
            self._says[widget].hide()
        grid.addWidget(self._holder_guard, 2 * len(self._fields()) + 2, 0, 1, 2)

    def _show(self, widget: QLineEdit, shown: bool) -> None:
        widget.setVisible(shown)
        self._labels[widget].setVisible(shown)
        self._says[widget].setVisible(shown and bool(self._says[widget].text()))

    def _discount_typed(self, text: str) -> None:
        typed = self._amount(self.discount, text)
        percent = typed is not None and typed.meaning is Typed.PERCENT
        value = Decimal(0) if typed is None else abs(typed.value)
        self._draft.discount_rate = min(value / 100, Decimal(1)) if percent else Decimal(0)
        self._draft.discount = Decimal(0) if percent else round2(value)
        self.price_changed.emit()

    def _coupon_typed(self, text: str) -> None:
        self._draft.coupon_code = text.strip()
        self.coupon_typed.emit()
        self.price_changed.emit()

    def _shop_total_typed(self, text: str) -> None:
        typed = self._amount(self.shop_total, text)
        self._draft.shop_total = None if typed is None else round2(typed.value)
        self.changed.emit()

    def _vat_id_typed(self, text: str) -> None:
        self._draft.vat_id = text.strip()
        self.price_changed.emit()

    def _iban_typed(self, text: str) -> None:
        self._draft.iban = text.strip()
        self._pause.start()
        self.changed.emit()

    def _holder_typed(self) -> None:
        self._draft.account_holder = self._holder_guard.text().strip()
        self.changed.emit()

    def _amount(self, widget: QLineEdit, text: str) -> TypedAmount | None:
        self.say(widget, "")
        if not text.strip():
            return None
        try:
            return parse_amount(text)
        except Refused as refusal:
            self.say(widget, words_for(refusal))
            return None

    def _ask_bank(self) -> None:
        if self._draft.iban:
            self._parts.jobs.ask(self, call(ibans.check, self._draft.iban), self._show_bank)
        else:
            self.say(self.iban, "")

    def _show_bank(self, found: IbanCheck) -> None:
        if found.iban != "".join(self._draft.iban.split()).upper():
            return
        if found.valid:
            self.say(self.iban, found.bank or self.tr("The check digits fit."), "fine")
        elif len(found.iban) >= 15:
            self.say(self.iban, words_for(Refused("iban_invalid")))
        else:
            self.say(self.iban, "")
