"""What each thing of a file would do to the shop: found, completed, compared, staged."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from shopphone.domain.imports import CellFault, Counts, Passed, Seen, Told, Verdict
from shopphone.services.desk import Desk
from shopphone.services.import_kinds import Kind
from shopphone.services.import_staging import Staged
from shopphone.services.import_wholes import Whole, Wholes
from shopphone.store import tables as t

_BATCH = 500
_MOST_SEEN = 2_000  # lines of a preview, and as many faults; the counts know all of them
_KEY = t.external_key.c


class Comparing:
    """What each thing of the file would do to the shop, batch after batch."""

    def __init__(self, desk: Desk, kind: Kind, source: str, ours: frozenset[str]) -> None:
        self.desk, self.kind, self.source, self.ours = desk, kind, source, ours
        self.wholes = Wholes(kind)
        self.staged, self.faults = Staged(), Staged()
        self.seen: list[Seen] = []
        self.done = 0
        self._counts = dict.fromkeys((*Verdict, "passed"), 0)
        self._keys: dict[int, int] = {}
        self._own: dict[str, int] = {}

    def counts(self) -> Counts:
        by = self._counts
        return Counts(
            new=by[Verdict.NEW], changed=by[Verdict.CHANGED], unchanged=by[Verdict.UNCHANGED],
            faults=by[Verdict.FAULT], passed=by["passed"],
        )  # fmt: skip

    def compare(self, connection: Connection, batch: Sequence[Told | CellFault | Passed]) -> None:
        things = [each for each in batch if isinstance(each, Told)]
        faults = [each for each in batch if isinstance(each, CellFault)]
        self._counts["passed"] += len(batch) - len(things) - len(faults)
        known = known_keys(connection, self.kind.name, self.source, things)
        keys = self._found(connection, things, known)
        pairs = list(zip(things, keys, strict=True))
        complete = self.kind.complete(self.desk, connection, self.source, pairs)
        wholes = self.wholes.read(connection, [key for key in keys if key is not None])
        steps = []
        for told, thing, key in zip(things, complete, keys, strict=True):
            # one that cannot be taken counts as well: its number stands in the file twice
            fault = self._twice(told if isinstance(thing, CellFault) else thing, key)
            if isinstance(thing, CellFault):
                faults.append(thing)
            elif fault is not None:
                faults.append(fault)
            else:
                before = None if key is None else wholes.get(key)
                steps.append(self._step(thing, key if before is not None else None, before, known))
        self._refuse(faults)
        self.staged.add([step for step in steps if step is not None])
        self.done += len(batch)

    def _found(
        self, connection: Connection, things: Sequence[Told], known: Mapping[str, int]
    ) -> list[int | None]:
        keys: list[int | None] = [
            next((known[code] for code in thing.codes if code in known), None) for thing in things
        ]
        open_ones = [n for n, key in enumerate(keys) if key is None]
        found = self.kind.find(connection, [things[n] for n in open_ones]) if open_ones else []
        for n, key in zip(open_ones, found, strict=True):
            keys[n] = key
        return keys

    def _twice(self, thing: Told, key: int | None) -> CellFault | None:
        """The same thing again further down, named by the line of the first."""
        first = None if key is None else self._keys.setdefault(key, thing.line)
        lines = [self._own.setdefault(own.casefold(), thing.line) for own in thing.own]
        lines += [] if first is None else [first]
        earlier = [line for line in lines if line != thing.line]
        if not earlier:
            return None
        return CellFault(
            line=thing.line, column="", value=thing.title, code="twice", detail=str(earlier[0]),
            rows=thing.rows,
        )  # fmt: skip

    def _step(
        self, thing: Told, key: int | None, before: Whole | None, known: Mapping[str, int]
    ) -> Any:
        """(key, codes the shop does not know yet, before, after, values, children); None: nothing."""
        after = self.wholes.merged(before, thing.values, thing.children, self.ours)
        changed = () if before is None else self.wholes.differing(before, after)
        codes = tuple(code for code in thing.codes if key is None or known.get(code) != key)
        verdict = Verdict.NEW if before is None else Verdict.CHANGED
        if before is not None and not changed:
            verdict = Verdict.UNCHANGED
        self._counts[verdict] += 1
        self._show(
            Seen(
                line=thing.line, title=thing.title, verdict=verdict, changed=changed,
                left_out=thing.left_out,
            )
        )  # fmt: skip
        if verdict is Verdict.UNCHANGED and not codes:
            return None
        is_new = before is None
        return (
            verdict.value, key, codes,
            None if before is None else (before.root, before.children),
            (after.root, after.children),
            {} if is_new else thing.values, {} if is_new else thing.children,
        )  # fmt: skip

    def _refuse(self, faults: Sequence[CellFault]) -> None:
        for fault in faults:
            self._counts[Verdict.FAULT] += 1
            seen = Seen(
                line=fault.line,
                title=fault.title or fault.value,
                verdict=Verdict.FAULT,
                fault=fault,
            )
            self._show(seen)
        self.faults.add(
            [
                (fault.line, fault.column, fault.value, fault.code, fault.detail, fault.rows)
                for fault in faults
            ]
        )

    def _show(self, seen: Seen) -> None:
        if self._counts[Verdict.FAULT] <= _MOST_SEEN if seen.fault else len(self.seen) < _MOST_SEEN:
            self.seen.append(seen)


def known_keys(
    connection: Connection, kind: str, source: str, things: Sequence[Told]
) -> dict[str, int]:
    """Our keys of the codes that came with an earlier import."""
    codes = list({code for thing in things for code in thing.codes})
    found: dict[str, int] = {}
    for start in range(0, len(codes), _BATCH):
        rows = connection.execute(
            select(_KEY.code, _KEY.record_id).where(
                _KEY.kind == kind,
                _KEY.source == source,
                _KEY.code.in_(codes[start : start + _BATCH]),
            )
        )
        found.update((row.code, row.record_id) for row in rows)
    return found
