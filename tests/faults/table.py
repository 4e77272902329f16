"""Every kind of trouble there is; a new one is a line here."""

from tests.faults import killed_backups, numbers
from tests.faults.kind import Kind

KINDS: tuple[Kind, ...] = (*numbers.KINDS, *killed_backups.KINDS)
