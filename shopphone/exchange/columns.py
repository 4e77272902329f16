"""The cells of a table by our names of its columns, read as texts, numbers and days."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from shopphone.domain.days import typed_day
from shopphone.domain.imports import SIGN, Answers, Question
from shopphone.exchange.headers import Layout, matched, unit_of
from shopphone.exchange.numbers import AMBIGUOUS, number, sign_of
from shopphone.exchange.sheets import Sheet

_YES = frozenset(("1", "true", "yes", "y", "ja", "j", "wahr", "on", "x", "active", "aktiv"))


class CellError(Exception):
    """A cell that cannot be read; becomes a CellFault where its row is known."""

    def __init__(self, column: str, value: str, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.column, self.value, self.code, self.detail = column, value, code, detail


class Columns:
    """Where things stand in one file, and how its numbers are written."""

    def __init__(
        self, sheet: Sheet, layout: Layout, mapping: Mapping[str, str], answers: Answers
    ) -> None:
        self.sheet = sheet
        self.layout = layout
        self.answers = answers
        self.places = matched(layout, sheet.head, mapping)
        self._signs: dict[str, str] = {}

    def rows(self) -> Iterator["Row"]:
        for line, cells in self.sheet.records():
            yield Row(self, line, cells)

    def has(self, name: str) -> bool:
        return name in self.places

    def heading(self, name: str) -> str:
        """The file's own word for a column, ours where it has none."""
        place = self.places.get(name)
        return name if place is None else self.sheet.head[place]

    def unit(self, name: str) -> str:
        return unit_of(self.heading(name))

    def decide_signs(self, *names: str) -> None:
        """Look through these columns once for their decimal signs, unless the format says its own."""
        open_ones = {}
        for name in names:
            if name in self.places:
                answered = self.answers.get(f"{SIGN}:{self.heading(name)}", "")
                self._signs[name] = self.layout.sign or answered
                if not self._signs[name]:
                    open_ones[name] = self.places[name]
        if not open_ones:
            return
        cells: dict[str, set[str]] = {name: set() for name in open_ones}
        for _, row in self.sheet.records():
            for name, place in open_ones.items():
                if place < len(row):
                    cells[name].add(row[place])
        for name, found in cells.items():
            self._signs[name] = sign_of(found)

    def sign_questions(self) -> tuple[Question, ...]:
        """One for each column whose numbers could mean two things."""
        return tuple(
            Question(
                code=f"{SIGN}:{self.heading(name)}", detail=self.heading(name), choices=(",", ".")
            )
            for name, sign in self._signs.items()
            if sign == AMBIGUOUS
        )

    def sign(self, name: str) -> str:
        sign = self._signs.get(name, self.layout.sign)
        return "" if sign == AMBIGUOUS else sign


class Row:
    """One line of the file. Raises CellError for cells that cannot be read."""

    __slots__ = ("_cells", "_columns", "line")

    def __init__(self, columns: Columns, line: int, cells: tuple[str, ...]) -> None:
        self._columns, self.line, self._cells = columns, line, cells

    @property
    def cells(self) -> tuple[str, ...]:
        return self._cells

    def text(self, name: str) -> str:
        """The cell, empty where the column or the cell is missing."""
        place = self._columns.places.get(name)
        return self._cells[place] if place is not None and place < len(self._cells) else ""

    def yes(self, name: str) -> bool | None:
        text = self.text(name).casefold()
        return None if not text else text in _YES

    def number(self, name: str) -> Decimal | None:
        text = self.text(name)
        if not text:
            return None
        sign = self._columns.sign(name)
        try:
            return number(text, sign)
        except ValueError as error:
            code = "number_unsure" if self._could_be_two(text) and not sign else "no_number"
            raise self.error(name, code) from error

    def day(self, name: str) -> date | None:
        text = self.text(name).partition("T")[0].partition(" ")[0]
        try:
            return typed_day(text)
        except ValueError as error:
            raise self.error(name, "no_day") from error

    def error(self, name: str, code: str, detail: str = "") -> CellError:
        return CellError(self._columns.heading(name), self.text(name), code, detail)

    def _could_be_two(self, text: str) -> bool:
        return sign_of([text]) == AMBIGUOUS
