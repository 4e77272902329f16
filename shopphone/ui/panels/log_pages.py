"""The call log behind a list: what is newest at once, then the rest stretch by stretch."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from shopphone.domain.calls import CallFilter, CallRow, LogPart
from shopphone.services import call, call_log
from shopphone.ui.kit.jobs import Jobs
from shopphone.ui.kit.table import BLOCK, PagedRows


class _Listing:
    """One filter's rows as they stand now: an answer that was asked for another one is dropped."""

    def __init__(self) -> None:
        self.count = 0
        self.first: tuple[CallRow, ...] = ()  # as far as they have been found
        self.anchors: tuple[tuple[int, int], ...] = ()


class LogPages(QObject):
    """Fills the model; every answer belongs to the listing it was asked for."""

    filled = Signal(bool)  # whether anything fits
    counted = Signal(int, float)  # how many fit so far, how much of the log is looked through

    def __init__(self, jobs: Jobs, model: PagedRows[CallRow]) -> None:
        super().__init__()
        self._jobs = jobs
        self._model = model
        self.filter = CallFilter()
        self._listing = _Listing()
        self._shown: _Listing | None = None  # the listing whose first rows are in the model
        model.wanted.connect(self._block_wanted)

    def narrow(self, filter: CallFilter) -> None:
        """Another filter: what is on its way for the one before no longer counts."""
        self.filter = filter
        self._listing = _Listing()
        self.counted.emit(0, 0.0)
        if filter.is_empty:
            self._ask_first()  # by the index alone
        else:
            self._look_on(self._listing, None)

    def renew(self) -> None:
        """A call rang or was finished."""
        self._ask_first()

    def _ask_first(self) -> None:
        job = call(call_log.page, self.filter, None, BLOCK)
        self._jobs.ask(self, job, partial(self._first_came, self._listing))

    def _first_came(self, listing: _Listing, rows: tuple[CallRow, ...]) -> None:
        if listing is not self._listing:
            return
        known = self._model.rowCount()
        if listing is not self._shown or not self._model.renew(rows, _key):
            self._begin(rows)
        elif self._model.rowCount() > known:
            self._count(rows)  # what is chosen and in view stays where it is

    def _begin(self, rows: tuple[CallRow, ...]) -> None:
        self._model.begin(len(rows), rows)
        self.filled.emit(bool(rows))
        self._count(rows)

    def _count(self, rows: tuple[CallRow, ...]) -> None:
        """Rows that came in above have moved all the others: blocks on their way are wrong too."""
        self._listing = self._shown = _Listing()
        self._listing.first = rows
        if len(rows) < BLOCK:
            self.counted.emit(len(rows), 1.0)
        else:
            self._look_on(self._listing, None)

    def _look_on(self, listing: _Listing, before: tuple[int, int] | None) -> None:
        job = call(call_log.look_on, self.filter, BLOCK, before, listing.count)
        self._jobs.ask(self, job, partial(self._part_came, listing))

    def _part_came(self, listing: _Listing, part: LogPart) -> None:
        if listing is not self._listing:
            return
        listing.count += part.count
        listing.anchors += part.anchors
        is_over = part.reached is None
        if listing is not self._shown or len(listing.first) < BLOCK:
            self._show_first(listing, part.rows, is_over)
        self._model.set_count(listing.count)
        self.counted.emit(listing.count, 1.0 if is_over else part.share)
        if part.reached is not None:
            self._look_on(listing, part.reached)

    def _show_first(self, listing: _Listing, rows: tuple[CallRow, ...], is_over: bool) -> None:
        """The newest as they are found; before anything is, the list of the filter before goes."""
        if rows or is_over or listing is not self._shown:
            self._shown = listing
            listing.first += rows
            self._model.begin(len(listing.first), listing.first)
            self.filled.emit(bool(listing.first) or not is_over)

    def _block_wanted(self, block: int) -> None:
        listing = self._listing
        if listing is not self._shown or block >= len(listing.anchors):
            return
        # an anchor is the first row of its block, so the page begins just before it
        at, row_id = listing.anchors[block]
        job = call(call_log.page, self.filter, (at, row_id + 1), BLOCK)
        self._jobs.ask_each(self, job, partial(self._block_came, listing, block))

    def _block_came(self, listing: _Listing, block: int, rows: tuple[CallRow, ...]) -> None:
        if listing is self._listing:
            self._model.put(block, rows)


def _key(found: CallRow) -> tuple[int, int]:
    return found.key
