"""Puts the program together; the only module that knows every part."""

import argparse
import contextlib
import gc
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from shopphone.dialler import Dialler
from shopphone.domain.errors import Refused, Unavailable
from shopphone.options import parse
from shopphone.start import Clock, data_folder, own_settings, restrict_files
from shopphone.ui.kit import crash
from shopphone.ui.kit.garbage import Garbage
from shopphone.ui.kit.i18n import Words, chosen
from shopphone.ui.kit.jobs import Jobs, local
from shopphone.ui.kit.letter_reading import LetterReading
from shopphone.ui.kit.news import News
from shopphone.ui.kit.study import Study
from shopphone.ui.kit.theme import Theme
from shopphone.ui.single_instance import SingleInstance
from shopphone.ui.window import MainWindow

if TYPE_CHECKING:
    from shopphone.domain.calls import Waiting
    from shopphone.domain.events import CallEvent
    from shopphone.services.desk import Desk
    from shopphone.store.first_look import NewCall
    from shopphone.store.listen import Listener
    from shopphone.telephone import Telephone
    from shopphone.ui.screens.desk import DeskScreen

_CHECKPOINT_MS = 60_000
_LOOK_MS = 2_000
_UNSEEN_MS = 3_000  # a window that starts out of sight is not painted
_FIRST_CALLS = 16
_BACKUP_MS = 600_000  # how often is looked whether today's backup is there
_FRAME = 40  # px of a window's title bar
_SWITCH_SECONDS = 0.0005


def main(options: argparse.Namespace, arguments: list[str]) -> int:
    """Open the window, or hand a call to the one that is open."""
    restrict_files()
    folder = data_folder(options)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("shopphone")
    app.setDesktopFileName("shopphone")
    instance = SingleInstance(folder)
    if not instance.becomes_first_or_hands_over(arguments):
        return 0
    program = Program(app, options, folder)
    program.seen.connect(instance.listen)
    instance.handed_over.connect(program.handed_over)
    program.show()
    code = app.exec()
    instance.close()
    return code


class Program(QObject):
    """One running window with its workers, its shop and its phone."""

    crashed = Signal(object)
    seen = Signal()

    def __init__(
        self,
        app: QApplication,
        options: argparse.Namespace,
        folder: Path,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._folder = folder
        self.now = now or Clock(options.day)
        own = own_settings(folder)
        self.words = Words(chosen(options.lang or own.get("desk.language", "system")))
        self.words.install(app)
        self.theme = Theme(app, options.theme or own.get("desk.theme", "system"))
        self.news = News()
        self.jobs = Jobs(self._open_desk)
        self._garbage = Garbage(self)
        self._telephone: Telephone | None = None
        self._listener: Listener | None = None
        self._data_version = 0
        crash.install(folder / "reports", self.crashed.emit)
        self.crashed.connect(self._show_crash)
        banner = self.tr("Demo shop: nothing here is real.") if options.demo else ""
        newest = self._newest_calls()
        self.window = MainWindow(
            self.jobs, self.news, self.words, self.theme, self.now, banner=banner, newest=newest
        )
        self.window.closing.connect(self.close)
        self.window.built.connect(self._built)
        self.window.painted.connect(self._seen)
        QTimer.singleShot(_UNSEEN_MS, self, self._seen)
        self._desk_screen: DeskScreen | None = None
        self._early: list[CallEvent] = []
        self._early_link: str | None = options.dial
        self._dialler = Dialler()
        self.news.changed.connect(self._count)
        self._app.aboutToQuit.connect(self.close)
        self._closed = False
        self._is_seen = False
        self.jobs.ask(self, local(self._begin), self._began, failed=self._did_not_open)
        self._look_elsewhere()  # from now on: what the first screens read may be outdated at once

    def show(self) -> None:
        """In full where the screen has no room for the window and its frame."""
        room = self._app.primaryScreen().availableSize()
        if room.height() < self.window.height() + _FRAME:
            self.window.showMaximized()
        else:
            self.window.show()

    @property
    def is_open(self) -> bool:
        """Whether the shop's database has been opened."""
        return self._opened is not None

    def close(self) -> None:
        """Finish what changes anything, then let go of the phone and the files."""
        if self._closed:
            return
        self._closed = True
        self._garbage.stop()
        if self._desk_screen is not None:
            self._desk_screen.leave()
        if self._telephone is not None:
            self._telephone.close()
        if self._listener is not None:
            self._listener.stop()
        if self._opened is not None:
            self._opened.closing.set()
        self.jobs.close()
        desk = self._opened
        if desk is not None:
            self.window.hide()  # a large shop's backup takes seconds
            back_up_on_leaving(desk)
            if desk.finder is not None:
                desk.finder.keep()
            desk.db.close()
            desk.local.close()

    def _newest_calls(self) -> "tuple[NewCall, ...]":
        if self._options.database:
            return ()  # a server may take its time: the first paint does not wait for it
        from shopphone.store.first_look import newest_calls

        return newest_calls(self._folder / "shop.db", self.words.language, _FIRST_CALLS)

    def _seen(self) -> None:
        """The window has been painted: now the shop opens; the desk is built when it is there."""
        if self._closed or self._is_seen:
            return
        self._is_seen = True
        self._garbage.start()
        # a worker at its sums lets the window go on after half a millisecond, not after five
        sys.setswitchinterval(_SWITCH_SECONDS)
        self.jobs.begin()
        self.seen.emit()

    def _built(self, code: str) -> None:
        if code == "desk":
            from shopphone.ui.screens.desk import DeskScreen

            desk_screen = self.window.screen("desk")
            assert isinstance(desk_screen, DeskScreen)
            desk_screen.ringing.connect(self._show_ringing)
            self._desk_screen = desk_screen
            for event in self._early:
                self.news.call.emit(event)
            self._early.clear()

    def handed_over(self, arguments: list[str]) -> None:
        """A second start: its call rings here, or the window comes forward."""
        try:
            options = parse(arguments)
        except SystemExit:
            return  # words of a newer version: argparse would end the window of this one
        if options.dial is not None:
            self._ask_to_call(options.dial)
            return
        event = command_event(options, self.now())
        if event is not None and self._desk_screen is None:
            self._early.append(event)  # it is logged as soon as the shop is open
        elif event is not None:
            self.news.call.emit(event)
        else:
            self.window.raise_()
            self.window.activateWindow()

    def _ask_to_call(self, link: str) -> None:
        """A tel: link, from here or the system: the gate's dialog, nothing is dialled before it."""
        if self._desk_screen is None:
            self._early_link = link
            return
        self.window.raise_()
        self.window.activateWindow()
        from shopphone.ui.panels.dial_link import ask_about_link

        ask_about_link(self.window, self.window.parts, link, self._dialler.came_back)

    _opened: "Desk | None" = None

    def _open_desk(self) -> "Desk":
        """Runs on a worker: SQLAlchemy is imported here, after the first paint."""
        import shopphone.cti as cti
        from shopphone.mail import smtp
        from shopphone.secrets import Keyring

        self._opened = open_desk(self._folder, self._options, self.now)
        self._opened.language = self.words.language
        self._opened.send_mail = smtp.send
        self._opened.dial = self._dialler
        self._opened.secrets = Keyring()
        self._opened.telephony = cti
        self._opened.db.on_change(self.news.changed.emit)
        if not self._opened.db.is_sqlite:
            from shopphone.store.listen import Listener

            self._listener = Listener(self._options.database, self._opened.db)
            self._listener.start()
        return self._opened

    def _back_up_if_due(self) -> None:
        """Beside everything else; what went wrong is said, and kept for who looks."""
        from shopphone.services import backups, call

        self.jobs.study(self, call(backups.make_if_due), self._nothing)

    def _begin(self) -> "Desk":
        assert self._opened is not None
        return self._opened

    def _did_not_open(self, error: Exception) -> None:
        self.window.begin()
        (self.jobs.refused if isinstance(error, Refused) else self.jobs.trouble).emit(error)

    def _began(self, desk: "Desk") -> None:
        gc.freeze()  # what is loaded now stays: collecting need not look at it again
        self.window.begin()
        self.window.screen("desk")  # it logs the calls, also when a key has opened another screen
        from shopphone.services import call, finder

        self.jobs.ask(self, call(finder.warm_up), self._nothing)
        self._study = Study(self.jobs, self.news, self)
        self._study.begin()
        self._letter_reading = LetterReading(self.jobs, self.news, self)
        self._letter_reading.begin()
        if not self._options.demo:
            from shopphone.ui.panels.mail_out import MailOut

            self._mail_out = MailOut(self.jobs, self.news, self.window.parts.say, self)
            self._mail_out.begin()
            self._daily = QTimer(self, interval=_BACKUP_MS)
            self._daily.timeout.connect(self._back_up_if_due)
            self._daily.start()
        self._count(frozenset(("call", "callback", "letter")))
        self._follow_settings()
        self.news.changed.connect(self._settings_changed)
        event = command_event(self._options, self.now())
        if event is not None:
            self.news.call.emit(event)
        if self._early_link is not None:
            self._ask_to_call(self._early_link)
        self._checkpoint = QTimer(self, interval=_CHECKPOINT_MS)
        self._checkpoint.timeout.connect(self._save_log)
        self._checkpoint.start()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_elsewhere)
        self._look.start()

    def _settings_changed(self, tables: object) -> None:
        if isinstance(tables, frozenset) and "setting" in tables:
            self._follow_settings()

    def _follow_settings(self) -> None:
        """Theme and telephone, at the start and at once when changed; a language waits for the next."""
        from shopphone.services import call, settings

        self.jobs.ask(self, call(settings.values), self._settings_came)

    def _settings_came(self, values: dict[str, str]) -> None:
        self.theme.choose(self._options.theme or values["desk.theme"])
        if self._telephone is None and not self._closed:
            from shopphone.telephone import Telephone

            self._telephone = Telephone(self.jobs, self.news, self.now, self)
        if self._telephone is not None:
            self._telephone.follow()

    def _save_log(self) -> None:
        if self._opened is not None:
            self.jobs.do(self, local(self._opened.db.checkpoint))

    def _look_elsewhere(self) -> None:
        """Another process may have changed the same file (an import, a second desk)."""
        self.jobs.do(self, local(self._version), self._looked)

    def _version(self) -> int:
        desk = self._opened
        return desk.db.data_version() if desk is not None and desk.db.is_sqlite else 0

    def _looked(self, version: int) -> None:
        desk = self._opened
        if desk is not None and self._data_version and version != self._data_version:
            # told like a change of our own: settings in memory and the finder are outdated too
            desk.db.announce_everything()
        self._data_version = version

    def _count(self, tables: object) -> None:
        from shopphone.services import call, call_log

        if isinstance(tables, frozenset) and tables & _COUNTED:
            self.jobs.ask(self, call(call_log.waiting), self._show_counts)

    def _show_counts(self, waiting: "Waiting") -> None:
        self.window.show_badge("callbacks", waiting.callbacks_due)
        self.window.show_badge("letters", waiting.letters_queued)
        self.window.show_badge("calls", len(waiting.missed))

    def _show_ringing(self, count: int) -> None:
        """Seen from every screen; nothing comes forward and the keyboard stays where it is."""
        self.window.show_badge("desk", count)
        if count:
            self._app.alert(self.window)

    def _nothing(self, _result: object) -> None:
        """The index is warm; nobody waits for it."""

    def _show_crash(self, report: Path) -> None:
        if self.window.findChild(QMessageBox, _CRASH) is not None:
            return  # one is enough to read; the further reports lie beside the first
        box = QMessageBox(self.window)
        box.setObjectName(_CRASH)
        box.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        box.setWindowTitle("shopphone")
        box.setText(
            self.tr("Something went wrong that we did not foresee. What you typed is kept.")
        )
        text = self.tr("A report without customers' data was written to {file}. Nothing was sent.")
        box.setInformativeText(text.format(file=report))
        box.open()


_CRASH = "crash"
_COUNTED = frozenset(("call", "callback", "letter", "outbox", "print_run", "sale_order"))


def open_desk(folder: Path, options: argparse.Namespace, now: Callable[[], datetime]) -> "Desk":
    """The shop and this desk's own file; the demo shop is made at its first start."""
    from shopphone.paths import private_folder
    from shopphone.services.desk import Desk
    from shopphone.store import upgrade
    from shopphone.store.local import Local

    local_file = Local(folder / "desk.db")
    if options.database:
        db = upgrade.open_url(options.database)
    else:
        db = upgrade.open_file(folder / "shop.db", now())
    desk = Desk(
        db=db,
        local=local_file,
        now=now,
        cache=private_folder(folder / "cache"),
        models=folder / "models",
        folder=folder,
        demo=options.demo,
        staff_name="Anna Berger" if options.demo else "",
    )
    if options.demo:
        import shopphone.services.demo as demo

        demo.open_or_fill(desk)
    else:
        import shopphone.services.first_day as first_day

        first_day.begin(desk)
    return desk


def back_up_on_leaving(desk: "Desk") -> None:
    """Whoever leaves is not held up: why there is none is kept, and said at the next start."""
    import shopphone.services.backups as backups

    with contextlib.suppress(Refused, Unavailable):
        backups.make_on_leaving(desk)


def command_event(options: argparse.Namespace, at: datetime) -> "CallEvent | None":
    """--ring, --answer and --hangup as the report of a phone."""
    from uuid import uuid4

    from shopphone.domain.events import CallEvent, CallEventKind

    for kind, number in (
        (CallEventKind.RINGING, options.ring),
        (CallEventKind.ANSWERED, options.answer),
        (CallEventKind.ENDED, options.hangup),
    ):
        if number is not None:
            # without a name of its own an answer or an end means the newest ring of the number
            name = options.id or (uuid4().hex if kind is CallEventKind.RINGING else "")
            key = f"command-{name}" if name else ""
            return CallEvent(
                kind=kind,
                call_key=key,
                source="command",
                direction="in",
                number_raw=number,
                own_number=options.to,
                at=at,
            )
    return None
