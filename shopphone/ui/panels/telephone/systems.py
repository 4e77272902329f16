"""The telephone systems of this desk with how each stands; adding, changing, taking out."""

from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shopphone.domain.events import CallEvent, Link, LinkState
from shopphone.domain.phones import PhoneKind, PhoneSystem
from shopphone.services import call, phones
from shopphone.ui.kit import link_words
from shopphone.ui.kit.parts import Elided, Flow, button, chip, clear, label, row, set_chip
from shopphone.ui.kit.screen import Parts
from shopphone.ui.panels.ask_dialog import AskDialog
from shopphone.ui.panels.telephone.softphones import Softphones
from shopphone.ui.panels.telephone.system_dialog import SystemDialog


class PhoneSystems(QWidget):
    """Each change is kept at once: it is not part of the form around it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._kinds: tuple[PhoneKind, ...] = ()
        self._systems: tuple[PhoneSystem, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        parts.news.link.connect(self._show_links)
        parts.news.call.connect(self._heard)
        parts.news.changed.connect(self._changed)
        self._last: dict[str, str] = {}
        self._lights: dict[str, tuple[QLabel, QLabel]] = {}
        parts.jobs.ask(self, call(phones.kinds), self._take_kinds)

    def _take_kinds(self, kinds: tuple[PhoneKind, ...]) -> None:
        self._kinds = kinds
        self._ask()

    def _ask(self) -> None:
        self._parts.jobs.ask(self, call(phones.systems), self._take)

    def _changed(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self._ask()

    def _heard(self, event: CallEvent) -> None:
        self._last[event.source] = self._parts.words.moment(event.at)
        self._show_links()

    def _take(self, systems: tuple[PhoneSystem, ...]) -> None:
        if systems == self._systems and self._rows.count():
            return
        self._systems = systems
        clear(self._rows)
        self._lights = {}
        for system in systems:
            self._rows.addWidget(self._line(system))
        if not systems:
            text = self.tr("None yet. Without one, F2 starts calls by hand; everything else works.")
            self._rows.addWidget(label(text, tone="muted", wrap=True))
        softphone = button(self.tr("Softphone"))
        softphone.clicked.connect(self._show_softphones)
        adding = Flow()
        for made in (*(self._add_button(kind) for kind in self._kinds), softphone):
            adding.addWidget(made)
        self._rows.addLayout(adding)
        self._show_links()

    def _add_button(self, kind: PhoneKind) -> QWidget:
        made = button(self.tr("Add {kind}").format(kind=kind.title))
        made.clicked.connect(partial(self._open, PhoneSystem(system_id="", kind=kind.code)))
        return made

    def _line(self, system: PhoneSystem) -> QWidget:
        line = QWidget()
        rows = QVBoxLayout(line)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        name = f"{self._title(system)} – {system.values.get('host', '')}"
        change = button(self.tr("Change"), name=self.tr("Change {name}").format(name=name))
        change.clicked.connect(partial(self._open, system))
        away = button(self.tr("Take out"), name=self.tr("Take out {name}").format(name=name))
        away.clicked.connect(partial(self._ask_remove, system, name))
        light = chip(self.tr("not started"))
        advice = label(tone="muted", size="small", wrap=True)
        self._lights[system.system_id] = (light, advice)
        head = row(Elided(name), change, away)
        head.setStretch(0, 1)
        rows.addLayout(head)
        rows.addLayout(row(light, 1))
        rows.addWidget(advice)
        return line

    def _show_links(self, _state: object = None) -> None:
        for source, (light, advice) in self._lights.items():
            state = self._parts.news.links.get(source)
            if state is not None and state.state is not Link.OFF:
                set_chip(light, *link_words.short(state))
                advice.setText(self._advice(state))

    def _advice(self, state: LinkState) -> str:
        at = state.last_event_at
        shown = self._last.get(state.source) or (self._parts.words.moment(at) if at else "")
        return f"{link_words.advice(state)} {link_words.last_call(shown)}"

    def _title(self, system: PhoneSystem) -> str:
        return next((kind.title for kind in self._kinds if kind.code == system.kind), system.kind)

    def _open(self, system: PhoneSystem) -> None:
        for kind in self._kinds:
            if kind.code == system.kind:
                SystemDialog(self, self._parts, kind, system).show()  # calls can be taken meanwhile

    def _ask_remove(self, system: PhoneSystem, name: str) -> None:
        question = self.tr("Take out {name}?").format(name=name)
        dialog = AskDialog(self, question, self.tr("Take out"))
        dialog.add_hint(
            self.tr(
                "Its calls are no longer shown; those in the log stay. Its password is forgotten."
            )
        )
        dialog.given.connect(partial(self._remove, dialog, system))
        dialog.open()

    def _remove(self, dialog: AskDialog, system: PhoneSystem) -> None:
        dialog.do(self._parts.jobs, call(phones.remove, system.system_id), self._ask)

    def _show_softphones(self) -> None:
        Softphones(self).show()
