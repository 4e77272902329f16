"""Products: the catalogue, one product with its variants, warnings and care articles."""

from decimal import Decimal
from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout

from shopphone.domain.base_price import base_price
from shopphone.domain.offers import written_offers
from shopphone.domain.product_form import ProductForm
from shopphone.domain.products import PriceOffer, Product, ProductDetail
from shopphone.domain.withdrawal_rule import WithdrawalRule
from shopphone.services import call, product_editing, products
from shopphone.ui.kit.parts import button, chip, choice, link, row
from shopphone.ui.kit.screen import Parts, Screen
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.detail_card import DetailCard
from shopphone.ui.panels.importing.assistant import ImportAssistant, dropped_file
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.product_editor import ProductEditor
from shopphone.ui.panels.reckoning_words import right_words
from shopphone.ui.panels.right_dialog import RightDialog
from shopphone.ui.panels.rows_dialog import RowsDialog

_MOST = 500


class ProductsScreen(Screen):
    """Prices and stock as they are today; orders keep what they agreed."""

    TABLES = frozenset(("product",))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        words = parts.words
        self._shown: Product | None = None
        self.list = ListCard(
            self.tr("Products"),
            (
                Column[Product]("SKU", lambda p: p.sku, 100),
                Column[Product](self.tr("Name"), lambda p: p.full_name(words.language), 0),
                Column[Product](self.tr("Category"), lambda p: p.category, 150),
                Column[Product](self.tr("Price"), lambda p: words.money(p.price), 90, right=True),
                Column[Product](
                    self.tr("VAT"), lambda p: f"{words.number(p.vat)} %", 56, right=True
                ),
                Column[Product](
                    self.tr("Stock"),
                    lambda p: "–" if p.stock is None else words.number(p.stock),
                    64,
                    right=True,
                ),
            ),
            search=self.tr("SKU, EAN or name"),
            empty=self.tr(
                "No product fits. Try a shorter word or its SKU; an order takes free lines, too."
            ),
        )
        self.list.search_changed.connect(self.refresh)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._chosen)
        self.starts_at = self.list.search
        self._category = choice(self.tr("Category"))
        self._category.addItem(self.tr("Category: –"), "")
        self._category.currentIndexChanged.connect(self.refresh)
        new = button(self.tr("New article …"))
        new.clicked.connect(partial(self._ask_form, None))
        take_in = button(self.tr("Import …"))
        take_in.clicked.connect(partial(self.import_file, ""))
        self.list.head.addLayout(row(self._category, new, take_in))
        self.setAcceptDrops(True)
        self.detail = DetailCard(
            self.tr("Product"), self.tr("Choose a product to see its variants and care.")
        )
        self.detail.setFixedWidth(340)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 1)
        columns.addWidget(self.detail)
        parts.jobs.ask(self, call(products.categories), self._take_categories)

    def refresh(self) -> None:
        job = call(
            products.page, self.list.search.text(), str(self._category.currentData()), None, _MOST
        )
        self.parts.jobs.ask(self, job, self.list.show_rows)

    def open(self, wanted: object) -> None:
        self.list.seek(str(wanted))

    def import_file(self, path: str) -> ImportAssistant:
        """The assistant for a table of articles, at work already if the file is known."""
        dialog = ImportAssistant(self, self.parts, "products", self.tr("Take articles in"))
        dialog.taken.connect(self.refresh)
        dialog.open()
        if path:
            dialog.look_at(path)
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.import_file(dropped_file(event.mimeData()))

    def _take_categories(self, names: tuple[str, ...]) -> None:
        for name in names:
            self._category.addItem(name, name)

    def _chosen(self, found: Product) -> None:
        self.parts.jobs.ask(self, call(products.detail, found.product_id), self._show)

    def _show(self, found: ProductDetail) -> None:
        shown, words, card = found.product, self.parts.words, self.detail
        english = words.language == "en" and shown.description_en
        card.begin(shown.full_name(words.language))
        card.line(f"{shown.sku} · EAN {shown.ean}", "muted")
        card.line(shown.description_en if english else shown.description)
        card.line(words.money(shown.price))
        base = base_price(shown.price, shown.content, shown.content_unit)
        if base is not None:
            card.line(f"{words.money(base.amount)} / {base.unit}", "muted")
        for offer in shown.offers:
            card.line(self._offer_words(offer), "muted")
        if shown.deposit:
            text = self.tr("plus deposit {amount}").format(amount=words.money(shown.deposit))
            card.line(text, "muted")
        if shown.weight_g:
            text = self.tr("weighs {weight} g").format(weight=words.number(Decimal(shown.weight_g)))
            card.line(text, "muted")
        if shown.bulky:
            card.line(self.tr("bulky: no ordinary parcel"), "careful")
        if not shown.active:
            card.line(self.tr("not sold any more"), "careful")
        if shown.minimum_age:
            card.line(self.tr("from the age of {age}").format(age=shown.minimum_age), "careful")
        edit, others = button(self.tr("Edit …")), button(self.tr("Other prices"))
        edit.clicked.connect(partial(self._ask_form, shown.product_id))
        others.clicked.connect(self._edit_offers)
        card.column.addLayout(row(edit, others, 1))
        self._shown = shown
        if shown.warning:
            card.column.addLayout(row(chip(self.tr("Careful"), "careful"), 1))
            card.line(shown.warning, "careful")
        right = WithdrawalRule.of(shown.withdrawal_rule)
        card.line(*right_words(right))
        card.line(shown.withdrawal_reason, "muted")
        change = button(self.tr("Right of withdrawal …"))
        change.setProperty("right", True)
        change.clicked.connect(partial(self._change_right, shown))
        card.column.addLayout(row(change, 1))
        if len(found.variants) > 1:
            card.heading(self.tr("Variants"))
            for each in found.variants:
                stock = "–" if each.stock is None else words.number(each.stock)
                card.line(f"{each.sku}  {each.option}  {words.money(each.price)}  ({stock})")
        if found.articles:
            card.heading(self.tr("Care and answers"))
            for article_id, title in found.articles:
                made = link(title)
                made.setProperty("article", article_id)
                made.clicked.connect(self._open_article)
                card.column.addWidget(made)
        card.end()

    def _ask_form(self, product_id: int | None) -> None:
        self.parts.jobs.ask(self, call(product_editing.begin, product_id), self._open_form)

    def _open_form(self, form: ProductForm) -> None:
        dialog = ProductEditor(self, self.parts, form)
        dialog.saved.connect(self._form_saved)
        dialog.open()

    def _form_saved(self, product_id: int) -> None:
        self.parts.say(self.tr("Article saved. Placed orders keep what they agreed."), "fine")
        self.parts.jobs.ask(self, call(products.detail, product_id), self._show)

    def _change_right(self, shown: Product) -> None:
        dialog = RightDialog(self, self.parts, shown)
        dialog.changed.connect(self._right_changed)
        dialog.open()

    def _right_changed(self, product_id: int, count: int) -> None:
        text = self.tr("Right of withdrawal changed for %n article(s).", "", count)
        self.parts.say(text, "fine")
        self.parts.jobs.ask(self, call(products.detail, product_id), self._show)

    def _offer_words(self, offer: PriceOffer) -> str:
        """One of the other prices, with whom, how many and how long it is for."""
        words = self.parts.words
        parts = [words.money(offer.price)]
        if offer.from_quantity != 1:
            parts.append(self.tr("from {count}").format(count=words.number(offer.from_quantity)))
        if offer.group:
            parts.append(offer.group)
        if offer.starts_on:
            parts.append(self.tr("from {day}").format(day=words.day(offer.starts_on)))
        if offer.ends_on:
            parts.append(self.tr("until {day}").format(day=words.day(offer.ends_on)))
        return " · ".join([*parts, *([offer.name] if offer.name else [])])

    def _edit_offers(self) -> None:
        if self._shown is None:
            return
        dialog = RowsDialog(
            self,
            self.tr("Other prices of {name}").format(name=self._shown.full_name()),
            self.tr(
                "One price a line, with VAT: price; from how many; customer group; from day; to day; "
                "name of the promotion."
            ),
            written_offers(self._shown.offers),
        )
        dialog.given.connect(partial(self._save_offers, dialog, self._shown.product_id))
        dialog.open()

    def _save_offers(self, dialog: RowsDialog, product_id: int, text: str) -> None:
        job = call(products.set_offers, product_id, text)
        self.parts.jobs.do(
            dialog, job, partial(self._offers_saved, dialog, product_id), failed=dialog.refused
        )

    def _offers_saved(self, dialog: RowsDialog, product_id: int, _done: object) -> None:
        dialog.accept()
        self.parts.jobs.ask(self, call(products.detail, product_id), self._show)

    def _open_article(self) -> None:
        self.parts.open_screen("knowledge", int(self.sender().property("article")))
