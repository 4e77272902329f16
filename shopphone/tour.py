"""`shopphone tour`: the real widgets walked through the story of a call, with a picture of each step.

Refuses a real shop: it makes the demo shop of a fixed day in a folder of its own. It fails if a
step does not happen.
"""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shopphone.domain.events import CallEvent, CallEventKind
from shopphone.options import parse

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from shopphone.app import Program
    from shopphone.ui.panels.withdrawal_dialog import WithdrawalDialog
    from shopphone.ui.screens.desk import DeskScreen

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 13, 6, tzinfo=UTC)
_LONGEST_WAIT = 90  # s; a machine that does other things too is only slow
FIRST = {"de": "089 99998-123", "en": "040 66969-253"}  # a caller who speaks it
SECOND, UNKNOWN = "0152 28817386", "069 90009-777"
NOTE = {"de": "Pfanne rostet nach dem Spülen", "en": "Pan rusts after washing"}
QUESTION = {"de": "rost pfanne reinigen", "en": "pan rust cleaning"}
WITHDRAWAL = {"de": "passt nicht auf meinen Herd", "en": "does not fit my stove"}
OIL = {"de": "2x pflegeöl", "en": "2x care oil"}
FILES = {
    "Pflege/zinn.html": "<h1>Zinn reinigen</h1><p onclick='x()'>Mit <b>warmem Wasser</b>.</p>"
    "<img src='https://a.example/zinn.png'>",
    "Pflege/emaille.md": "---\ntitle: Emaille kratzt\ntags: [Pflege, Emaille]\n---\nNur Holzlöffel.",
    "en/pewter.txt": "Cleaning pewter\n\nWarm water only.",
    "Versand/leer.md": " ",
    "Versand/fr.md": "---\ntitle: Livraison\nlang: fr\n---\nTrois jours.",
}


class Stuck(Exception):
    """A step of the tour did not happen."""


def tour(out: Path, size: str, language: str, theme: str) -> int:
    """Walk and take pictures into `out`; 1 if a step does not happen."""
    out.mkdir(parents=True, exist_ok=True)
    if (out / "shop.db").exists():
        print(
            "shopphone: tour does not run in a shop's folder; choose another one.", file=sys.stderr
        )
        return 1
    width, _, height = size.partition("x")
    app = _application(int(width), int(height))
    folder = Path(tempfile.mkdtemp(prefix="shopphone-tour-"))
    try:
        walk = Walk(app, folder, out, (int(width), int(height)), language, theme)
        try:
            walk.story()
        except Stuck as stuck:
            walk.picture("stuck")
            print(f"shopphone: the tour stopped: {stuck}", file=sys.stderr)
            return 1
        finally:
            walk.close()
        _empty_shop(app, out, walk.taken, (int(width), int(height)), language, theme)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{walk.taken + 1} pictures in {out}")
    return 0


def _application(width: int, height: int) -> "QApplication":
    from PySide6.QtWidgets import QApplication

    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    screens = Path(tempfile.mkdtemp(prefix="shopphone-screen-")) / "screens.json"
    screen = {
        "name": "main", "x": 0, "y": 0, "width": max(width, 800), "height": max(height, 600),
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    screens.write_text(json.dumps({"screens": [screen]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
    app = QApplication([])
    # a text cursor that blinks would be in one picture and not in the next
    app.setCursorFlashTime(0)
    return app


class Walk:
    """One program on the demo shop, driven as a clerk would."""

    def __init__(
        self,
        app: "QApplication",
        folder: Path,
        out: Path,
        size: tuple[int, int],
        language: str,
        theme: str,
        arguments: tuple[str, ...] = ("--demo",),
        taken: int = 0,
    ) -> None:
        from shopphone.app import Program

        self._app = app
        self._out = out
        self._folder = folder
        self._language = language
        self._first = FIRST[language]
        self.taken = taken
        options = parse([*arguments, "--lang", language, "--theme", theme])
        self._program = Program(app, options, folder, _now)
        self.program.window.resize(*size)
        self.program.window.show()
        self.until(lambda: self.program.jobs.idle, "the shop opens")

    @property
    def program(self) -> "Program":
        return self._program

    @property
    def desk(self) -> "DeskScreen":
        from shopphone.ui.screens.desk import DeskScreen

        screen = self.program.window.screen("desk")
        assert isinstance(screen, DeskScreen)
        return screen

    def story(self) -> None:
        """Two callers at once, a chooser, an unknown number, an order, its letter, the wrap-up."""
        self.settle()
        self.picture("waiting")
        self._two_ring()
        self._answer_a_question()
        self._take_an_order()
        self._print()
        self._change_and_offer()
        self._withdraw()
        self._choose_and_assign()
        self._wrap_up()
        self._screens()
        self._files()
        self._learn()
        self._write()
        self._prices()

    def until(self, happened: Callable[[], bool], step: str) -> None:
        """Let the program go on until something is so; Stuck if it never is."""
        begun = time.monotonic()
        while not (happened() and self.program.jobs.idle):
            self._app.processEvents()
            if time.monotonic() - begun > _LONGEST_WAIT:
                raise Stuck(step)
            time.sleep(0.003)
        self._app.processEvents()

    def settle(self) -> None:
        """Until every pause of typing is over and every answer is there."""
        for _ in range(3):
            begun = time.monotonic()
            while time.monotonic() - begun < 0.13:
                self._app.processEvents()
                time.sleep(0.003)
            self.until(lambda: True, "answers come")

    def picture(self, name: str, of: "QWidget | None" = None) -> Path:
        self.taken += 1
        file = self._out / f"{self.taken:02d}-{name}.png"
        if not (of or self.program.window).grab().save(str(file)):
            raise Stuck(f"the picture {file.name} cannot be written")
        return file

    def close(self) -> None:
        self.program.close()
        self.program.window.close()
        self.program.window.deleteLater()
        self._app.processEvents()

    def ring(self, number: str, key: str, kind: CallEventKind = CallEventKind.RINGING) -> None:
        event = CallEvent(
            kind=kind,
            call_key=key,
            source="tour",
            direction="in",
            number_raw=number,
            own_number="99998100",
            at=NOW,
            seconds=24 if kind is CallEventKind.ENDED else None,
        )
        self.program.news.call.emit(event)

    def _two_ring(self) -> None:
        desk = self.desk
        self.ring(self._first, "tour-1")
        self.until(lambda: len(desk.lanes) == 1, "the first call rings")
        self.until(lambda: desk.caller.card is not None, "the caller is known")
        self.settle()
        self.picture("ring")
        self.ring(SECOND, "tour-2")
        self.until(lambda: len(desk.lanes) == 2, "the second call gets its own lane")
        self.ring(self._first, "tour-1", CallEventKind.ANSWERED)
        self.until(lambda: self.state(self._first) == "talking", "the first call is answered")
        self.settle()
        self.picture("two-calls")

    def _answer_a_question(self) -> None:
        desk = self.desk
        desk.note.setPlainText(NOTE[self._language])
        self._text_modules()
        desk.finder.input.setText(QUESTION[self._language])
        self.until(lambda: bool(desk.finder.hits), "the finder finds")
        self.settle()
        self.picture("finder")
        desk.finder.input.taken.emit()
        self.until(lambda: desk.finder.article is not None, "the article opens")
        desk.finder.mark_helped()
        desk.finder.mark_enclosed()
        self.settle()
        self.picture("answer")

    def _text_modules(self) -> None:
        """Two colons in the note offer the shop's own texts; Esc leaves what was typed."""
        from PySide6.QtGui import QTextCursor

        from shopphone.ui.panels.text_modules.chooser import ModuleTyping

        desk = self.desk
        chooser = desk.note.findChild(ModuleTyping)
        assert isinstance(chooser, ModuleTyping)
        desk.focus_note()
        desk.note.moveCursor(QTextCursor.MoveOperation.End)
        desk.note.insertPlainText(" ::r")
        self.until(lambda: chooser.is_open, "the text modules are offered")
        self.settle()
        self.picture("text-modules")
        desk.note.setPlainText(NOTE[self._language])

    def _take_an_order(self) -> None:
        desk = self.desk
        self.type_article("GP-28")
        self.until(lambda: len(desk.form.draft.lines) == 1, "the pan is on the order")
        desk.form.input.setText(OIL[self._language])
        self.settle()
        self.picture("articles-found")
        desk.form.input.taken.emit()
        grid = desk.form.offers.grid
        self.until(grid.isVisible, "the options of the oil are shown")
        self.picture("variants")
        grid.take_current()
        self.until(lambda: len(desk.form.draft.lines) == 2, "the oil is on the order")
        self.settle()
        self.picture("order")
        desk.form.place()
        self.until(lambda: bool(desk.form.refusal), "placing is refused before the points are told")
        self.picture("refused")
        for _ in range(5):
            desk.act("tell")
        self.settle()
        self.picture("told")
        desk.form.place()
        self.until(
            lambda: desk.preview.letter is not None, "the order is placed and its letter written"
        )
        self.until(lambda: desk.preview.page_count >= 3, "the letter's pages are shown")
        self.settle()
        self.picture("letter")
        self._leave_a_care_sheet_out()
        letter = desk.preview.letter
        assert letter is not None
        (self._out / "confirmation.pdf").write_bytes(letter.pdf)
        self._pages(letter.pdf)

    def _leave_a_care_sheet_out(self) -> None:
        """And take it back: the letter is written anew each time."""
        from PySide6.QtCore import Qt

        preview = self.desk.preview
        self.until(lambda: preview.care.list.count() > 0, "the care sheets stand by their letter")
        for name, state in (("care-sheets", Qt.CheckState.Unchecked), ("", Qt.CheckState.Checked)):
            before = preview.letter
            preview.care.list.item(0).setCheckState(state)
            self.until(lambda before=before: preview.letter is not before, "the letter follows")  # type: ignore[misc]  # bound at once
            self.settle()
            if name:
                self.picture(name)

    def _pages(self, pdf: bytes) -> None:
        from shopphone.ui.kit import printing

        for n, image in enumerate(printing.pages(pdf, 900), 1):
            self.taken += 1
            image.save(str(self._out / f"{self.taken:02d}-letter-page-{n}.png"))

    def _print(self) -> None:
        """Without a printer the letter stays queued and the window says why."""
        desk = self.desk
        desk.act("letter")
        self.settle()
        self.picture("print")

    def _withdraw(self) -> None:
        """The caller withdraws an older order too; then its card shows the sheet and the days."""
        desk = self.desk
        desk.act("withdrawal")
        self.until(lambda: self._dialog() is not None, "the withdrawal can be taken")
        dialog = self._dialog()
        assert dialog is not None
        day = self.program.window.parts.today()
        periods = [each.period for each in dialog.offers]
        # the one that shows most: its end is known, and it has not ended
        shows = [
            2 if p and p.until and p.until >= day else 1 if p and not p.is_late(day) else 0
            for p in periods
        ]
        dialog.order.setCurrentIndex(shows.index(max(shows)))
        dialog.words.setText(WITHDRAWAL[self._language])
        self.settle()
        self.picture("withdrawal", dialog)
        order_id = dialog.offer.order_id
        dialog.note()
        self.until(lambda: self._dialog() is None, "the withdrawal is noted")
        self.settle()
        self.picture("withdrawal-letter")
        self._show_withdrawn(order_id)
        self.program.window.open_screen("desk", None)
        desk.act("escape")
        self.settle()

    def _show_withdrawn(self, order_id: int) -> None:
        from PySide6.QtWidgets import QScrollArea

        from shopphone.ui.screens.orders import OrdersScreen

        self.program.window.open_screen("orders", order_id)
        self.settle()
        screen = self.program.window.current
        assert isinstance(screen, OrdersScreen)
        area = screen.detail.findChild(QScrollArea)
        assert area is not None
        area.ensureWidgetVisible(screen.withdrawal, 0, 400)
        self.settle()
        self.picture("withdrawal-sheet")
        shown = screen.withdrawal.explain()
        if shown is not None:  # else neither goods nor confirmation have come
            self.settle()
            self.picture("reckoning", shown)
            shown.accept()

    def _dialog(self) -> "WithdrawalDialog | None":
        from shopphone.ui.panels.withdrawal_dialog import WithdrawalDialog

        found = self.program.window.findChildren(WithdrawalDialog)
        return next((each for each in found if each.isVisible()), None)

    def _choose_and_assign(self) -> None:
        desk = self.desk
        second = next(x for x in desk.lanes.values() if x.row.raw_number == SECOND)
        desk.lane_bar.chosen.emit(second.row.call_id)
        self.until(lambda: desk.caller.choices >= 2, "the chooser offers both people")
        self.picture("chooser")
        desk.act("caller")
        desk.caller.choose_first()
        self.until(lambda: second.card is not None, "one of them is chosen")
        self.settle()
        self.ring(UNKNOWN, "tour-3")
        self.until(lambda: self.state(UNKNOWN) == "ringing", "an unknown number rings")
        third = next(x for x in desk.lanes.values() if x.row.raw_number == UNKNOWN)
        desk.lane_bar.chosen.emit(third.row.call_id)
        self.settle()
        self.picture("unknown")

    def _wrap_up(self) -> None:
        desk = self.desk
        first = next(x for x in desk.lanes.values() if x.row.raw_number == self._first)
        desk.lane_bar.chosen.emit(first.row.call_id)
        self.settle()
        desk.bar.outcome.setCurrentIndex(1)
        desk.bar.satisfaction.setCurrentIndex(6)
        self.picture("outcome")
        desk.act("finish")
        self.until(lambda: first.row.call_id not in desk.lanes, "the call is finished")
        for lane in list(desk.lanes.values()):
            desk.lane_bar.chosen.emit(lane.row.call_id)
            self.settle()
            desk.act("finish")
        self.until(lambda: not desk.lanes, "no call is in hand")
        self.settle()
        self.picture("after")

    def _screens(self) -> None:
        from shopphone.tour_finding import finding

        finding(self)
        window = self.program.window
        for code in (
            "calls", "callbacks", "orders", "customers", "knowledge", "products", "letters",
            "reports", "settings",
        ):  # fmt: skip
            window.open_screen(code, None)
            self.settle()
            table = getattr(getattr(window.current, "list", None), "table", None)
            if table is not None:
                table.selectRow(0)
                self.settle()
            self.picture(code)

    def _files(self) -> None:
        """Articles from another program, looked at before anything changes."""
        from shopphone.tour_import import importing
        from shopphone.ui.panels.knowledge.exchange import ExchangeView
        from shopphone.ui.screens.knowledge import KnowledgeScreen

        screen = self.program.window.screen("knowledge")
        assert isinstance(screen, KnowledgeScreen)
        self.program.window.open_screen("knowledge", None)
        screen.show_view("modules")
        self.settle()
        self.picture("text-modules-kept")
        view = screen.show_view("exchange")
        assert isinstance(view, ExchangeView)
        folder = Path(tempfile.mkdtemp(prefix="shopphone-tour-")) / "faq"
        try:
            for name, text in FILES.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
            view.look_at(str(folder))
            self.until(lambda: view.list.model.rowCount() > 0, "the files are read")
            view.list.table.selectRow(0)
            self.settle()
            self.picture("import")
            importing(self, folder, self._language)
        finally:
            shutil.rmtree(folder.parent, ignore_errors=True)

    def _write(self) -> None:
        from shopphone.tour_writing import writing

        writing(self, self._folder, self._language)

    def _learn(self) -> None:
        from shopphone.tour_learning import learning

        learning(self)

    def _change_and_offer(self) -> None:
        from shopphone.tour_orders import offer, versions

        lane = self.desk.current
        assert lane is not None
        assert lane.placed is not None
        versions(self, lane.placed)
        offer(self)
        self.program.window.open_screen("desk", None)
        self.desk.act("escape")
        self.settle()

    def _prices(self) -> None:
        from shopphone.tour_letter_texts import letter_texts
        from shopphone.tour_prices import prices
        from shopphone.tour_printing import printing

        printing(self)
        letter_texts(self, self._language)
        prices(self, self._first)

    def type_article(self, text: str) -> None:
        self.desk.form.input.setText(text)
        self.desk.form.input.taken.emit()

    def state(self, number: str) -> str:
        lanes = self.desk.lanes.values()
        return next((lane.row.state for lane in lanes if lane.row.raw_number == number), "")


def _empty_shop(
    app: "QApplication", out: Path, taken: int, size: tuple[int, int], language: str, theme: str
) -> None:
    """A shop on its first day: every screen says what to do."""
    folder = Path(tempfile.mkdtemp(prefix="shopphone-tour-"))
    try:
        walk = Walk(app, folder, out, size, language, theme, (), taken)
        walk.settle()
        walk.picture("empty-shop")
        walk.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _now() -> datetime:
    return NOW
