"""What a letter is printed on: trays, sides, colour, copies, and which pages go to which tray."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

A4_MM = (210, 297)


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What a printer says it has."""

    trays: tuple[str, ...] = ()
    both_sides: bool = False
    colour: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """How one job is printed. tray, sides, colour empty: as the printer is set.

    sides: one, both. colour: grey, colour. size_mm: width and height of a page as it is read.
    """

    tray: str = ""
    sides: str = ""
    colour: str = ""
    copies: int = 1
    size_mm: tuple[int, int] = A4_MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How this desk prints letters. first_tray: the letterhead, for the first sheet of each letter."""

    printer: str
    sheets: Sheets
    first_tray: str = ""

    @property
    def is_split(self) -> bool:
        """Whether the first sheet of a letter comes from a tray of its own."""
        return bool(self.first_tray) and self.first_tray != self.sheets.tray

    @property
    def pages_per_sheet(self) -> int:
        return 2 if self.sheets.sides == "both" else 1

    def of_size(self, size_mm: tuple[int, int]) -> "Paper":
        """Trays and both sides are chosen for letters: an envelope or a label takes neither."""
        if size_mm == A4_MM:
            return self
        sheets = replace(self.sheets, tray="", sides="one", size_mm=size_mm)
        return replace(self, sheets=sheets, first_tray="")


def paper_of(values: Mapping[str, str]) -> Paper:
    """As the settings of this desk say."""
    sheets = Sheets(
        tray=values["print.tray"],
        sides=values["print.sides"],
        colour=values["print.colour"],
        copies=max(int(values["print.copies"] or 1), 1),
    )
    return Paper(
        printer=values["print.printer"], sheets=sheets, first_tray=values["print.first_tray"]
    )


def padded(pages: int, paper: Paper) -> int:
    """So many pages a letter takes in a job, so that the next one begins on a sheet of its own."""
    return -(-pages // paper.pages_per_sheet) * paper.pages_per_sheet
