"""The shop's text modules: the list at the left, the form at the right, tables of others taken in."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

from shopphone.domain.customers import fold
from shopphone.domain.errors import Refused
from shopphone.domain.text_modules import PLACES, ModuleDraft, TextModule
from shopphone.services import call, text_modules
from shopphone.ui.kit.messages import words_for
from shopphone.ui.kit.parts import Card, button, field, label, name_choice, row, scrolling
from shopphone.ui.kit.screen import Parts
from shopphone.ui.kit.table import Column
from shopphone.ui.panels.knowledge.view import View
from shopphone.ui.panels.paged_list import ListCard
from shopphone.ui.panels.text_modules.importing import ModuleImport


class TextModulesView(View):
    """Typed in any note as :: and the abbreviation."""

    TABLES = frozenset(("text_module",))

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._all: tuple[TextModule, ...] = ()
        self.list = ListCard(
            self.tr("Text modules"),
            (
                Column[TextModule](self.tr("Abbreviation"), lambda m: m.abbreviation, 130),
                Column[TextModule](self.tr("Name"), lambda m: m.name, 0),
                Column[TextModule]("", lambda m: m.language.upper(), 42),
                Column[TextModule](
                    self.tr("In use"), lambda m: "" if m.active else self.tr("no"), 70
                ),
            ),
            search=self.tr("Search text modules"),
            empty=self.tr("No text module yet. Write one, or take in a table of another program."),
        )
        self.list.search_changed.connect(self._show_found)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        new = button(self.tr("New text module"))
        new.clicked.connect(self.begin_new)
        take_in = button(self.tr("Take in a table (CSV)"))
        take_in.clicked.connect(self._pick)
        self.list.rows.addLayout(row(new, take_in, 1))
        self.form = ModuleForm(parts)
        self.starts_at = self.list.search
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 4)
        columns.addWidget(self.form, 3)

    def refresh(self) -> None:
        self.parts.jobs.ask(self, call(text_modules.every), self._came)

    def begin_new(self) -> None:
        self.form.begin(ModuleDraft(language=self.parts.words.language))
        self.form.abbreviation.setFocus()

    def import_file(self, path: str) -> None:
        """Look at a table of modules; nothing is changed before its preview is confirmed."""
        made = ModuleImport(self, self.parts, Path(path))
        made.begin()

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("Take in a table (CSV)"), "", "CSV (*.csv *.txt *.tsv)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def _came(self, modules: tuple[TextModule, ...]) -> None:
        self._all = modules
        self._show_found()

    def _show_found(self) -> None:
        wanted = fold(self.list.search.text())
        found = [m for m in self._all if wanted in fold(f"{m.abbreviation} {m.name} {m.content}")]
        found.sort(key=lambda m: not fold(m.abbreviation).startswith(wanted))
        self.list.show_rows(found)

    def _chosen(self, module: TextModule) -> None:
        self.form.begin(
            ModuleDraft(
                module_id=module.module_id,
                abbreviation=module.abbreviation,
                language=module.language,
                name=module.name,
                content=module.content,
                note=module.note,
                active=module.active,
            )
        )

    def _opened(self, module: TextModule) -> None:
        self._chosen(module)
        self.form.content.setFocus()


class ModuleForm(Card):
    """One module; a refusal stands below. What is not saved comes back with its module."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._draft = self._begun = ModuleDraft()
        self._unsaved: dict[int | None, ModuleDraft] = {}
        self._state = label(tone="careful")
        self.abbreviation = field(self.tr("Abbreviation"), self.tr("Typed after ::"))
        self.name = field(self.tr("Name"))
        self.language = QComboBox()
        self.language.addItem(self.tr("German"), "de")
        self.language.addItem(self.tr("English"), "en")
        name_choice(self.language, self.tr("Language"))
        self.content = self._area(self.tr("Text"), 150)
        self.note = self._area(self.tr("Note for us"), 46)
        self.active = QCheckBox(self.tr("In use"))
        for line in (self.abbreviation, self.name):
            line.textChanged.connect(self._typed)
        for area in (self.content, self.note):
            area.textChanged.connect(self._typed)
        self.language.currentIndexChanged.connect(self._typed)
        self.active.toggled.connect(self._typed)
        self.rows.addWidget(label(self.tr("Text module"), size="title"))
        inside = QWidget()
        inside.setLayout(self._lay())
        self.rows.addWidget(scrolling(inside, self.tr("Text module")), 1)
        self._refusal = label(tone="must_not", wrap=True)
        self.rows.addWidget(self._refusal)
        save = button(self.tr("Save"), kind="primary")
        save.clicked.connect(self.save)
        self.delete_button = button(self.tr("Delete"))
        self.delete_button.clicked.connect(self.remove)
        self.rows.addLayout(row(self.delete_button, self._state, 1, save))
        self._fill(self._begun)
        self.begin(ModuleDraft(language=parts.words.language))

    def begin(self, draft: ModuleDraft) -> None:
        """Show this module, or what was typed for it and not saved."""
        typed = self.typed()
        if typed != self._begun:
            self._unsaved[self._draft.module_id] = typed
        self._draft = self._begun = draft
        self._refusal.clear()
        self._fill(self._unsaved.pop(draft.module_id, draft))
        self.delete_button.setEnabled(draft.module_id is not None)

    def typed(self) -> ModuleDraft:
        """The module as the form has it."""
        return replace(
            self._draft,
            abbreviation=self.abbreviation.text().strip().removeprefix("::"),
            name=self.name.text(),
            language=str(self.language.currentData()),
            content=self.content.toPlainText(),
            note=self.note.toPlainText(),
            active=self.active.isChecked(),
        )

    def save(self) -> None:
        draft = self.typed()
        saved = partial(self._saved, draft)
        self._parts.jobs.do(self, call(text_modules.save, draft), saved, failed=self._refused)

    def _fill(self, draft: ModuleDraft) -> None:
        self.abbreviation.setText(draft.abbreviation)
        self.name.setText(draft.name)
        self.language.setCurrentIndex(max(self.language.findData(draft.language), 0))
        self.content.setPlainText(draft.content)
        self.note.setPlainText(draft.note)
        self.active.setChecked(draft.active)

    def _typed(self) -> None:
        changed = self.typed() != self._begun
        self._state.setText(self.tr("Not saved yet") if changed else "")

    def remove(self) -> None:
        """What was deleted stays in the form: saving it brings it back."""
        if self._draft.module_id is not None:
            job = call(text_modules.remove, self._draft.module_id)
            self._parts.jobs.do(self, job, self._removed, failed=self._refused)

    def _lay(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 6, 0)
        for each in (self.abbreviation, self.name):
            form.addRow(each.accessibleName(), each)
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.content.accessibleName(), self.content)
        places = "  ".join(f"{{{place}}}" for place in PLACES)
        told = self.tr("Places: {places}; {ask} asks.").replace("{places}", places)
        told = told.replace("{ask}", f"{{{{ask:{self.tr('Question')}}}}}")
        form.addRow("", label(told, tone="muted", size="small", wrap=True))
        form.addRow(self.note.accessibleName(), self.note)
        form.addRow("", self.active)
        return form

    def _area(self, name: str, height: int) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setAccessibleName(name)
        made.setMinimumHeight(height)
        made.setTabChangesFocus(True)
        return made

    def _saved(self, draft: ModuleDraft, module_id: int) -> None:
        if self._draft.module_id == draft.module_id:
            self._draft = replace(self._draft, module_id=module_id)
            self._begun = replace(draft, module_id=module_id)
            self.delete_button.setEnabled(True)
            self._typed()
        self._refusal.clear()
        self._parts.say(self.tr("Text module saved; type :: and its abbreviation."), "fine")

    def _removed(self, _done: object) -> None:
        self._draft = replace(self._draft, module_id=None)
        self._begun = ModuleDraft()
        self._typed()
        self.delete_button.setEnabled(False)
        self._parts.say(self.tr("Text module deleted. Save brings it back."), "careful")

    def _refused(self, error: Exception) -> None:
        self._refusal.setText(words_for(error))
        wrong = str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        at: dict[str, QWidget] = {"abbreviation": self.abbreviation, "content": self.content}
        at.get(wrong, self.name).setFocus()
