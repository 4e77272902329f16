"""What an import of any kind tells: things a file says, cells that cannot be read, questions, counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

# as the database keeps it: amounts are integers of their smallest part, days are ISO texts
Stored: TypeAlias = str | int | bool | None
# answers by the code of their question: {"vat": "19", "prices": "gross", "sign:Preis": ","}
Answers: TypeAlias = Mapping[str, str]

VAT, PRICES, WEIGHT, SIGN = "vat", "prices", "weight", "sign"
GROSS, NET = "gross", "net"


class Verdict(StrEnum):
    """What an import would do with a file or row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which file, as what, and what was answered. ours: columns the shop leads in, for this import."""

    kind: str
    path: Path
    format: str = ""
    answers: Answers = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)
    ours: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing a file tells, on its way to the shop.

    line: where it begins in the file. codes: what the other shop calls it, the best first; any of
    them finds it again. own: what it is known by here ("sku:GP-28"), compared in small letters, so
    that the same thing twice in one file is noticed. values: the columns of its table that the file
    says, in stored form; what is absent stays as the shop has it. children: the rows of tables that
    belong to it, whole; a table that is absent stays. asides: what the kind needs to find or
    complete it and the shop does not keep. left_out: cells that cannot be taken while the rest can.
    rows: the lines as they stand, given back if it is refused.
    """

    line: int
    title: str
    values: dict[str, Stored]
    codes: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    children: dict[str, tuple[dict[str, Stored], ...]] = field(default_factory=dict)
    asides: dict[str, str] = field(default_factory=dict)
    left_out: tuple["CellFault", ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFault:
    """A cell that keeps its row out. code: names the sentence, detail fills it; title, rows: as in Told."""

    line: int
    column: str
    value: str
    code: str
    detail: str = ""
    title: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A row that is no thing of its own: a parent of variants, a further picture."""

    line: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What only a person can know. code: as in Answers; choices: empty for a free answer."""

    code: str
    detail: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What a file is taken for, before anything is compared.

    encoding and separator: as they were found, to be shown. columns: (in the file, ours or "").
    questions: all of them; answers: given, or remembered from last time. fields: ours that a
    column can be.
    """

    kind: str
    format: str
    title: str
    encoding: str
    separator: str
    columns: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]
    answers: Answers
    fields: tuple[str, ...]

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Those nobody has answered."""
        return tuple(each for each in self.questions if not self.answers.get(each.code))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One line of the preview. changed: the columns that would be other than now; left_out: as in Told."""

    line: int
    title: str
    verdict: Verdict
    changed: tuple[str, ...] = ()
    fault: CellFault | None = None
    left_out: tuple[CellFault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What an import would do or did; passed: rows that are no thing of their own."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    faults: int = 0
    passed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """An import that was done; undone_at None: it still holds."""

    run_id: int
    kind: str
    format: str
    name: str
    at: datetime
    new: int
    changed: int
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What undoing an import did. kept: (title, why) of what was changed or used since."""

    removed: int
    restored: int
    kept: tuple[tuple[str, str], ...]
