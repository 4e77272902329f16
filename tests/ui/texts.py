"""The texts of the windows as they stand in the code, and as the translation has them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import shopphone
import shopphone.cti as cti
from shopphone.domain.settings import SETTINGS
from shopphone.paths import resources
from shopphone.ui import menu
from shopphone.ui.kit import keys, link_words, messages
from shopphone.ui.panels import (
    backup_words,
    dial_words,
    import_words,
    reckoning_words,
    sheet_words,
    state_words,
    withdrawal_words,
)
from shopphone.ui.panels.consent import words as consent_words
from shopphone.ui.panels.letter_texts import words as letter_words
from shopphone.ui.screens import knowledge

SOURCE = Path(shopphone.__file__).parent
PLACE = re.compile(r"\{[^}]*\}|%n")
Text = tuple[str, str]  # context, English text


@dataclass(frozen=True)
class Translation:
    """One message of the .ts file; several forms where the text counts something."""

    context: str
    source: str
    forms: tuple[str, ...]
    counts: bool
    state: str


def in_code() -> set[Text]:
    """Every text that is translated at run time: in tr(), in translate(), in the tables."""
    found = {text for path in SOURCE.rglob("*.py") for text in _of_file(path)}
    found |= {("Menu", entry.title) for entry in menu.ENTRIES}
    found |= {("Knowledge", tab.title) for tab in knowledge.TABS}
    found |= {("Keys", key.words) for key in keys.KEYS}
    states = (*link_words.SHORT.values(), link_words.MONITOR_OFF, link_words.LIST_AWAY)
    found |= {("Links", text) for text, _ in states}
    said = (*link_words.ADVICE.values(), link_words.NOTHING_YET, link_words.LAST_CALL)
    found |= {("Links", text) for text in said}
    declared = [field for kind in cti.kinds() for field in kind.fields]
    found |= {("Phones", text) for field in declared for text in (field.label, field.help)}
    for table in (
        messages._RULES,
        messages._THINGS,
        messages._POINTS,
        messages._WHY,
        messages._MAIL,
    ):
        found |= {("Messages", text) for text in table.values()}
    found |= {("Messages", messages.OTHER_RULE), ("Messages", messages.OTHER_THING)}
    for toned in (state_words._ORDER, state_words._PAYMENT, state_words._CALL):
        found |= {("States", text) for text, _ in toned.values()}
    for plain in (
        state_words._PURPOSE,
        state_words._DIRECTION,
        state_words._FLAGS,
        state_words._PAYMENTS,
        state_words._CHANNELS,
        state_words._PHONE_KINDS,
        state_words._VAT_MODES,
        state_words._OBSTACLES,
        state_words._PRICE_SOURCES,
        state_words._MATTERS,
        state_words._KINDS,
        state_words._EVENTS,
        state_words._ANSWER_CHANNELS,
        state_words._AGREED,
    ):
        found |= {("States", text) for text in plain.values()}
    for named in (letter_words._LETTERS, letter_words._PARTS, letter_words._PLACES):
        found |= {("LetterTexts", text) for text in named.values()}
    for named in (backup_words._TABLES, backup_words._NEWEST):
        found |= {("Backups", text) for text in named.values()}
    found |= {("Backups", backup_words._OTHERS), ("Backups", backup_words._AT)}
    found |= {("ImportWords", text) for text in import_words._REMARKS.values()}
    for sheets in (
        sheet_words._FAULTS,
        sheet_words._QUESTIONS,
        sheet_words._COLUMNS,
        sheet_words._CHOICES,
        sheet_words._SENTENCES,
    ):
        found |= {("SheetWords", text) for text in sheets.values()}
    found |= {("States", text) for text in state_words._EXCEPTIONS}
    found |= {("States", text) for text, _ in withdrawal_words._DECISIONS.values()}
    for words in (
        reckoning_words._STEPS,
        reckoning_words._MARKS,
        withdrawal_words._CHANNELS,
        withdrawal_words._EVENTS,
        withdrawal_words._REMEDIES,
        withdrawal_words._TASKS,
        withdrawal_words._ENDED,
        state_words._LETTERS,
    ):
        found |= {("States", text) for text in words.values()}
    found |= {("States", text) for text in reckoning_words._WEEKDAYS}
    for dialled in (
        dial_words.PURPOSES,
        dial_words._DENIALS,
        dial_words._WARNINGS,
        dial_words._BASES,
        dial_words._LINKS,
    ):
        found |= {("Dialling", text) for text in dialled.values()}
    for agreed in (consent_words.CHANNELS, consent_words.ACTS, consent_words.SOURCES):
        found |= {("Consent", text) for text in agreed.values()}
    for setting in SETTINGS:
        choices = [text for _, text in setting.choices]
        found |= {("Settings", text) for text in (setting.label, setting.help, *choices)}
    return found


def translations(language: str = "de") -> list[Translation]:
    tree = ElementTree.parse(resources() / "i18n" / f"shopphone_{language}.ts")
    return [
        _translation(context.findtext("name", ""), message)
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def _translation(context: str, message: "ElementTree.Element[str]") -> Translation:
    target = message.find("translation")
    assert target is not None
    counts = message.get("numerus") == "yes"
    forms = [form.text or "" for form in target.iter("numerusform")]
    return Translation(
        context=context,
        source=message.findtext("source", ""),
        forms=tuple(forms) if counts else (target.text or "",),
        counts=counts,
        state=target.get("type", ""),
    )


def _of_file(path: Path) -> Iterator[Text]:
    yield from _of_body(ast.parse(path.read_text(encoding="utf-8")), "")


def _of_body(node: ast.AST, context: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            yield from _of_call(child, inside)
        yield from _of_body(child, inside)


def _of_call(node: ast.Call, context: str) -> Iterator[Text]:
    name = _name_of(node)
    words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name == "tr" and words:
        # Qt asks the class of the object, which is the one the text stands in
        yield context, words[0]
    elif name == "_tr" and words and context == "":
        yield "States", words[0]
    elif name == "translate" and len(words) == 2:
        yield words[0], words[1]


_SHOWN = frozenset(
    ("label", "button", "chip", "link", "field", "choice", "heading", "line", "begin", "pair",
     "setText", "setWindowTitle", "addItem", "setToolTip", "setPlaceholderText", "addRow",
     "setAccessibleName", "setInformativeText", "Column", "Elided", "Empty", "ListCard",
     "DetailCard", "QCheckBox", "QLabel", "QPushButton", "setTitle", "say", "set_chip")
)  # fmt: skip


def bare_words(path: Path) -> Iterator[tuple[int, str]]:
    """Words given as they are to something that shows them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name_of(node) in _SHOWN:
            first = node.args[0] if node.args else None
            text = first.value if isinstance(first, ast.Constant) else None
            if isinstance(text, str) and sum(char.isalpha() for char in text) >= 2:
                yield node.lineno, text


def _name_of(node: ast.Call) -> str:
    function = node.func.value if isinstance(node.func, ast.Subscript) else node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def of_the_other_language(language: str) -> re.Pattern[str]:
    """Texts that are only right in the other language; places for names match anything."""
    pairs = [(each.source, form) for each in translations() for form in each.forms]
    german, english = {form for _, form in pairs}, {source for source, _ in pairs}
    wrong = english - german if language == "de" else german - english
    worded = [text for text in wrong if re.search(r"[^\W\d]{3}", PLACE.sub("", text))]
    return re.compile("|".join(map(pattern_of, worded)), re.DOTALL)


def pattern_of(text: str) -> str:
    return ".*".join(re.escape(part) for part in PLACE.split(text))
