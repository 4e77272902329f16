"""What kind of contract the order is: matter, term, early start, age, information sent ahead."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, QUrl, QUrlQuery, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from shopphone.domain.customers import CustomerKind
from shopphone.domain.errors import Refused
from shopphone.domain.mail import MailRow, MailState
from shopphone.domain.order_kinds import (
    LASTING,
    SERVICES,
    CountryRule,
    Matter,
    YesReason,
    billing_of,
    country_rule,
    has_statutory_withdrawal,
    written_yes,
)
from shopphone.domain.orders import OrderDraft
from shopphone.domain.sending import minimum_age
from shopphone.services import call, outbox
from shopphone.ui.kit.card_guard import CardGuard
from shopphone.ui.kit.messages import mail_words, words_for
from shopphone.ui.kit.parts import button, choice, field, label, row
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.state_words import MATTERS, matter_words

_BY_HAND = ("mail_not_set_up", "mail_in_demo", "mail_address_missing")
_MOST_TERM, _MOST_MONTHS, _MOST_DAYS = 3650, 120, 365


class OrderKind(QWidget):
    """One line while goods are sold; what a kind needs opens below it."""

    changed = Signal()  # what must be told may be something else now

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = OrderDraft()
        self._text_yes = "none"
        self.matter = choice(self.tr("Kind of contract"))
        for code in MATTERS:
            self.matter.addItem(matter_words(code), code)
        self.age = choice(self.tr("Customer of age?"))
        for code, text in (
            ("", self.tr("of age: not asked")),
            ("yes", self.tr("of age: yes")),
            ("no", self.tr("of age: no")),
        ):
            self.age.addItem(text, code)
        self.parent_name = field(self.tr("Parent to ask"), self.tr("Parent to ask"))
        self._parent_guard = CardGuard(self.parent_name)
        self._parent_guard.decided.connect(self._typed)
        self.early = QCheckBox(self.tr("Begin before the withdrawal period ends"))
        self.term = _number(self.tr("Length of the term"), _MOST_TERM)
        self.unit = choice(self.tr("Term in months or days"))
        self.unit.addItem(self.tr("Term, months"), "months")
        self.unit.addItem(self.tr("Term, days"), "days")
        self.notice = _number(self.tr("Notice, days"), _MOST_DAYS)
        self.billing = _number(self.tr("Billed every … months"), _MOST_MONTHS)
        self.renewal = choice(self.tr("At the end of the term"))
        for code, text in (
            ("", self.tr("ends")),
            ("indefinite", self.tr("goes on without a fixed term")),
            ("same_term", self.tr("renewed for the same term")),
        ):
            self.renewal.addItem(text, code)
        self.send_info = button(self.tr("Send the information beforehand"), kind="link")
        self._sent = label(tone="muted", size="small")
        self.warning = label(tone="careful", size="small", wrap=True)
        self.more = button(self.tr("Contract, age …"), kind="link")
        self._unfolded = False
        self._lay_out()
        self._connect()

    @property
    def yes_reason(self) -> YesReason | None:
        """Why this order needs a written yes; None if it may be placed at once."""
        return written_yes(
            self._draft.matter,
            self._draft.direction,
            self._draft.residence,
            shop_rule=self._text_yes,
            consumer=self._draft.customer_kind != CustomerKind.BUSINESS,
        )

    def show_draft(self, draft: OrderDraft) -> None:
        self._draft = draft
        self._unfolded = False
        for made, value in (
            (self.matter, draft.matter), (self.age, draft.of_age), (self.renewal, draft.renewal),
        ):  # fmt: skip
            with QSignalBlocker(made):
                made.setCurrentIndex(max(made.findData(value), 0))
        with QSignalBlocker(self.unit):
            self.unit.setCurrentIndex(1 if draft.term_days else 0)
        length = draft.term_days or draft.term_months
        for spin, number in (
            (self.term, length),
            (self.notice, draft.notice_days),
            (self.billing, billing_of(draft.matter, draft.billing_months)),
        ):
            with QSignalBlocker(spin):
                spin.setValue(number)
        with QSignalBlocker(self.early):
            self.early.setChecked(draft.early_start)
        with QSignalBlocker(self.parent_name):
            self.parent_name.setText(draft.parent)
        self._parent_guard.look()
        self.show_needed(self._text_yes)

    def show_needed(self, text_yes: str) -> None:
        """Open what this kind needs, and say what the buyer's country or the law asks for."""
        self._text_yes = text_yes
        draft, matter = self._draft, Matter(self._draft.matter)
        plain = matter is Matter.GOODS and not (
            draft.of_age
            or draft.term_months
            or draft.term_days
            or draft.info_sent
            or minimum_age(draft)
        )
        self._seldom.setVisible(self._unfolded or not plain)
        self.more.setVisible(not self._unfolded and plain)
        self.parent_name.setVisible(draft.of_age == "no")
        self.early.setVisible(matter in SERVICES)
        fixed = draft.term_months + draft.term_days
        self._term.setVisible(matter in LASTING or fixed > 0)
        sent = draft.info_sent
        shown = self._parts.words.clock(datetime.fromisoformat(sent)) if sent else ""
        self._sent.setText(self.tr("information sent {time}").format(time=shown) if sent else "")
        said = [text for text in (self._yes_words(), self._country_words()) if text]
        self.warning.setText(" ".join(said))
        self.warning.setVisible(bool(said))

    def unfold(self) -> None:
        """What is seldom needed, and stays in view once it was."""
        self._unfolded = True
        self.show_needed(self._text_yes)
        self.matter.setFocus()

    def _lay_out(self) -> None:
        self._term = QWidget()
        grid = QGridLayout(self._term)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.unit, 0, 0)
        grid.addWidget(self.term, 0, 1)
        grid.addWidget(label(self.tr("Notice, days"), tone="muted"), 0, 2)
        grid.addWidget(self.notice, 0, 3)
        grid.addWidget(label(self.tr("Billed every … months"), tone="muted"), 1, 0, 1, 3)
        grid.addWidget(self.billing, 1, 3)
        grid.addWidget(self.renewal, 2, 0, 1, 4)
        self._seldom = QWidget()
        rows = QVBoxLayout(self._seldom)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        line = row(label(self.tr("Kind"), tone="muted"))
        line.addWidget(self.matter, 1)
        rows.addLayout(line)
        rows.addWidget(self._term)
        rows.addWidget(self.early)
        rows.addWidget(self.age)
        rows.addWidget(self.parent_name)
        rows.addWidget(self._parent_guard)
        rows.addLayout(row(self.send_info, self._sent, 1))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(row(self.more, 1))
        whole.addWidget(self._seldom)
        whole.addWidget(self.warning)

    def _connect(self) -> None:
        for made in (self.matter, self.age, self.renewal, self.unit):
            made.currentIndexChanged.connect(self._typed)
        for spin in (self.term, self.notice, self.billing):
            spin.valueChanged.connect(self._typed)
        self.more.clicked.connect(self.unfold)
        self.early.toggled.connect(self._typed)
        self.parent_name.textChanged.connect(self._typed)
        self.send_info.clicked.connect(self._send_info)

    def _typed(self) -> None:
        draft = self._draft
        draft.matter = str(self.matter.currentData())
        draft.of_age = str(self.age.currentData())
        draft.parent = self._parent_guard.text()
        draft.early_start = self.early.isChecked() and Matter(draft.matter) in SERVICES
        lasting = Matter(draft.matter) in LASTING
        length, in_days = self.term.value() if lasting else 0, self.unit.currentData() == "days"
        draft.term_months, draft.term_days = (0, length) if in_days else (length, 0)
        draft.notice_days = self.notice.value() if lasting else 0
        draft.renewal = str(self.renewal.currentData()) if lasting else ""
        draft.billing_months = billing_of(draft.matter, self.billing.value()) if lasting else 0
        with QSignalBlocker(self.billing):
            self.billing.setValue(draft.billing_months)
        self.show_needed(self._text_yes)
        self.changed.emit()

    def _send_info(self) -> None:
        """As a message of ours; that it was sent is kept with the order once the server has it."""
        draft = self._draft
        self.send_info.setEnabled(False)
        job = call(outbox.send_info, draft.email, draft.language, draft.customer_name, draft.key)
        failed = partial(self._info_not_sent, draft)
        self._parts.jobs.do(self, job, partial(self._info_queued, draft), failed=failed)

    def _info_queued(self, draft: OrderDraft, queued: MailRow) -> None:
        job = call(outbox.send_now, queued.mail_id)
        failed = partial(self._info_not_sent, draft)
        self._parts.jobs.mail(self, job, partial(self._info_tried, draft), failed=failed)

    def _info_tried(self, draft: OrderDraft, found: MailRow) -> None:
        self.send_info.setEnabled(True)
        if found.state == MailState.SENT:
            self._note_info(draft)
        else:
            reason = mail_words(found.reason, found.said)
            self._parts.say(self.tr("Not sent yet. {reason}").format(reason=reason), "careful")

    def _info_not_sent(self, draft: OrderDraft, error: Exception) -> None:
        self.send_info.setEnabled(True)
        if isinstance(error, Refused) and error.rule in _BY_HAND:
            self._info_by_hand(draft)
        else:
            self._parts.say(words_for(error), "must_not")

    def _info_by_hand(self, draft: OrderDraft) -> None:
        """Without a mail server of the shop the clerk sends it, with the computer's mail program."""
        query = QUrlQuery()
        query.addQueryItem("subject", self.tr("Information before your order"))
        url = QUrl(f"mailto:{draft.email}")
        url.setQuery(query)
        if draft.email:
            QDesktopServices.openUrl(url)
        self._note_info(draft)

    def _note_info(self, draft: OrderDraft) -> None:
        draft.info_sent = self._parts.now().isoformat()
        if draft is self._draft:
            self.show_needed(self._text_yes)
            self.changed.emit()

    def _yes_words(self) -> str:
        texts = {
            YesReason.ENERGY: self.tr("Energy: the contract needs the customer’s yes in text form (§ 41b EnWG)."),
            YesReason.TELECOM: self.tr("Telecoms: the contract needs the customer’s yes in text form (§ 54 TKG)."),
            YesReason.COURSE: self.tr("Distance learning: the contract needs the customer’s yes in text form (§ 3 FernUSG)."),
            YesReason.AUSTRIAN_SERVICE: self.tr(
                "A service for Austria in a call of ours binds only once accepted in writing (§ 9 FAGG)."
            ),
            YesReason.SHOP_OUTBOUND: self.tr("In calls of ours the shop wants the customer’s yes in text form."),
            YesReason.SHOP_ALL: self.tr("The shop wants the customer’s yes in text form."),
        }  # fmt: skip
        reason = self.yes_reason
        return "" if reason is None else texts[reason]

    def _country_words(self) -> str:
        country = self._draft.residence
        rule = country_rule(country)
        if rule is CountryRule.CH:
            if has_statutory_withdrawal(country, self._draft.direction):
                return self.tr(
                    "Switzerland: after a call of ours there is a right of withdrawal above CHF 100 (Art. 40a OR)."
                )
            return self.tr("Switzerland: a caller who wanted to order has no right by law; the shop’s own holds.")  # fmt: skip
        if rule is CountryRule.EU:
            return self.tr(
                "Another EU country: the German rules are used; the law there may ask for more."
            )
        if rule is CountryRule.ELSEWHERE:
            return self.tr(
                "Outside the EU: the German rules are used; ask what the law there wants."
            )
        return ""


def _number(name: str, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, most)
    made.setAccessibleName(name)
    return made
