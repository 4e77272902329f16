"""What an import of a table asks, takes, leaves out and refuses, in words."""

from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtCore import QCoreApplication

from shopphone.domain.imports import SIGN, VAT, CellFault, Counts, Question, Recognised

_FAULTS = {
    "no_number": "“{value}” is not a number. Write it like 12.90.",
    "number_unsure": "“{value}” can be a thousand or a decimal. Write it like 1234.00.",
    "no_day": "“{value}” is not a date. Write it like 2027-01-31.",
    "out_of_range": "“{value}” is too big or below zero. Correct it.",
    "vat_missing": "The VAT rate is missing. Give one for the whole file, or write it in a column.",
    "price_missing": "The price is missing. Write one.",
    "name_missing": "The name is missing. Write one.",
    "sku_missing": "The article number is missing. Write one.",
    "sku_taken": "Another article has the number {detail}. Give this one a number of its own.",
    "twice": "The same stands in line {detail}. Delete one of the two, or give it its own number.",
    "parent_missing": "The article it belongs to, {value}, is not in this file. Add its line.",
    "parent_unknown": "The article it belongs to is not in the shop. Take in the table of products first.",
    "product_unknown": "This article is not in the shop. Take in the table of products first.",
    "ean_wrong": "EAN {value} is left out: its check digit is wrong.",
    "email_invalid": "The e-mail address {value} is left out: it cannot be one.",
    "may_be": "{value} may be {detail}, who lives there too. Nothing is put together by itself.",
    "number_missing": "The order number is missing. Write one.",
    "date_missing": "The date of the order is missing. Write it like 2027-01-31.",
    "no_lines": "The order has no goods. Add a line with number, quantity and price.",
    "number_taken": "Another shop's file has brought an order {detail} already. Give this one another number.",
    "other_money": "The amounts are in {value}: they are kept as they are, and the order's remark says so.",
    "checksum_wrong": "This order was altered since shopphone wrote it. Export it once more.",
    "unit_unknown": "The unit “{value}” is left out: a base price needs g, kg, ml, l, cm, m or m².",
}
_QUESTIONS = {
    "prices": "Does “{detail}” hold prices with VAT (gross) or without (net)?",
    "vat": "Which VAT rate in percent has what names none?",
    "vat:": "Which VAT rate in percent is meant by “{detail}”?",
    "weight": "In which unit are the weights in “{detail}”?",
    "sign:": "In “{detail}” 1.234 can be a thousand or little more than one. Which sign parts the decimals?",
}
_COLUMNS = {
    "id": "key of the other shop", "handle": "key of the other shop", "sku": "article number",
    "ean": "EAN", "name": "name", "name_en": "English name", "option": "variant",
    "group": "group of variants", "category": "category", "description": "description",
    "description_en": "English description", "short_description": "short description",
    "price": "price", "price_gross": "price with VAT", "price_net": "price without VAT",
    "sale_price": "promotion price", "vat": "VAT", "tax_class": "tax class", "stock": "stock",
    "weight": "weight", "weight_g": "weight", "content": "content",
    "content_unit": "unit of the content", "deposit": "deposit", "minimum_age": "minimum age",
    "warning": "warning", "active": "sold or not", "parent": "belongs to",
    "old_skus": "earlier numbers", "product_code": "earlier numbers",
    "product_price": "other prices",
}  # fmt: skip
_SENTENCES = {
    "line": "Line {line}: {what}",
    "cell": "Line {line}, column “{column}”: {what}",
    "counts": "{new} new, {changed} changed, {unchanged} unchanged, {faults} with errors, {passed} passed over",
    "recognised": "Recognised as {title}.",
    "spreadsheet": "Recognised as {title} (spreadsheet).",
    "table": "Recognised as {title}, written in {encoding} with “{separator}” between the columns.",
    "generic": "a table of its own",
    "unused": "Not used: {columns}",
    "nothing": "Nothing was changed.",
    "taken": "Taken in. --undo takes it back.",
    "none": "There is no import to take back.",
    "back": "{name} is taken back: {removed} removed, {restored} as before.",
    "stays": "{title} stays: it was changed since.",
    "used": "{title} stays: it is used by now.",
    "more": "… and {count} more rows with errors.",
    "bad": "{count} rows are in {file}: mend them and take that file in.",
}
_CHOICES = {
    "gross": "with VAT (gross)",
    "net": "without VAT (net)",
    ",": "the comma",
    ".": "the point",
    "g": "g",
    "kg": "kg",
    "lb": "pounds (lb)",
    "oz": "ounces (oz)",
}


def sentence(code: str, **facts: object) -> str:
    text = _tr(_SENTENCES[code])
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}", str(fact))
    return text


def fault_words(fault: CellFault) -> str:
    """Where it is, what is wrong, what to do."""
    code = "cell" if fault.column else "line"
    return sentence(code, line=fault.line, column=fault.column, what=problem_words(fault))


def problem_words(fault: CellFault) -> str:
    """The same without its place."""
    text = _tr(_FAULTS.get(fault.code, fault.code))
    return text.replace("{value}", fault.value[:60]).replace("{detail}", fault.detail)


def question_words(question: Question) -> str:
    kind, _, rest = question.code.partition(":")
    if kind == SIGN:
        text = _tr(_QUESTIONS["sign:"])
    elif kind == VAT and rest:
        text = _tr(_QUESTIONS["vat:"])
    else:
        text = _tr(_QUESTIONS[kind])
    return text.replace("{detail}", question.detail)


def choice_words(choice: str) -> str:
    return _tr(_CHOICES[choice]) if choice in _CHOICES else choice


def column_words(name: str) -> str:
    """Our name of a column; "option1_value" and its like are the variant."""
    if name in _COLUMNS:
        return _tr(_COLUMNS[name])
    if "option" in name or "attribute" in name:
        return _tr(_COLUMNS["option"])
    return name


def counts_words(counts: Counts) -> str:
    return sentence("counts", **asdict(counts))


def found_words(found: Recognised) -> str:
    """What the file is taken for, with how it is written."""
    title = sentence("generic") if found.format == "generic" else found.title
    if found.encoding in ("", "xlsx"):
        return sentence("spreadsheet" if found.encoding else "recognised", title=title)
    separator = {"\t": "TAB"}.get(found.separator, found.separator)
    return sentence("table", title=title, encoding=found.encoding.upper(), separator=separator)


def used_words(columns: Sequence[tuple[str, str]]) -> str:
    """Which columns are taken, and as what."""
    return ", ".join(f"{theirs} = {column_words(ours)}" for theirs, ours in columns if ours)


def unused_words(columns: Sequence[tuple[str, str]]) -> str:
    return ", ".join(theirs for theirs, ours in columns if theirs and not ours)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SheetWords", text)
