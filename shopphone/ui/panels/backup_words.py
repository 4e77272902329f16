"""Backups in words: what a restore would change, and how old the last good one is."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from shopphone.domain import backups as b
from shopphone.domain.backups import BackupState, Newest, RestorePreview
from shopphone.ui.kit.i18n import Words
from shopphone.ui.kit.messages import code_words

# the tables a person knows; what hangs on them is told as one line
_TABLES = {
    "customer": "Customers",
    "call": "Calls",
    "callback": "Callbacks",
    "sale_order": "Orders",
    "order_line": "Lines of orders",
    "letter": "Letters",
    "withdrawal": "Withdrawals",
    "consent": "Consents",
    "product": "Articles for sale",
    "article": "Answers",
    "gap": "Gaps",
    "text_module": "Text modules",
    "outbox": "E-mails",
    "setting": "Settings",
    "staff": "Staff",
}
_OTHERS = "Everything that belongs to them"
_NEWEST = {
    "order": "Newest order",
    "call": "Newest call",
    "letter": "Newest letter",
    "customer": "Newest customer",
}
_AT = "{what}: {now} now, {then} in the backup"


def table_name(table: str) -> str:
    """A table in the words of the windows; its own name where people know no word for it."""
    return _name(_TABLES[table]) if table in _TABLES else table


def table_words(preview: RestorePreview) -> tuple[tuple[str, int, int], ...]:
    """Name, rows now, rows in the backup: only of what differs."""
    known = [each for each in preview.changed if each.table in _TABLES]
    known.sort(key=lambda each: list(_TABLES).index(each.table))
    lines = [(_name(_TABLES[each.table]), each.now, each.then) for each in known]
    others = [each for each in preview.changed if each.table not in _TABLES]
    if others:
        sums = (sum(each.now for each in others), sum(each.then for each in others))
        lines.append((_name(_OTHERS), *sums))
    return tuple(lines)


def change_words(what: str, now: object, then: object) -> str:
    return _name(_AT).format(what=what, now=now, then=then)


def newest_words(preview: RestorePreview, words: Words) -> tuple[str, ...]:
    """The newest order, call, letter and customer on both sides, where they differ."""
    return tuple(
        change_words(
            _name(_NEWEST[each.kind]),
            _moment(each.now, each.now_at, words),
            _moment(each.then, each.then_at, words),
        )
        for each in preview.newest
        if _differs(each)
    )


def age_words(state: BackupState, now: datetime) -> tuple[str, str]:
    """How old the last good backup is, and how serious that is."""
    if state.last is None:
        return QCoreApplication.translate("Backups", "There is no backup yet."), "careful"
    days = b.days_ago(state.last, now)
    tone = "fine" if days < b.OVERDUE_DAYS else "careful"
    if days == 0:
        return QCoreApplication.translate("Backups", "Last good backup: today."), tone
    if days == 1:
        return QCoreApplication.translate("Backups", "Last good backup: yesterday."), tone
    text = QCoreApplication.translate("Backups", "Last good backup: {count} days ago.")
    return text.format(count=days), tone


def trouble_words(state: BackupState) -> str:
    """Why the last try failed."""
    return code_words(state.trouble, state.detail) if state.trouble else ""


def _differs(each: Newest) -> bool:
    return (each.now, each.now_at) != (each.then, each.then_at)


def _moment(name: str, at: datetime | None, words: Words) -> str:
    if at is None:
        return QCoreApplication.translate("Backups", "none")
    return f"{name} ({words.moment(at)})" if name else words.moment(at)


def _name(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
