"""What was staged is written: things, other shops' keys, and the journal that takes it all back."""

from collections.abc import Sequence
from typing import Any

from shopphone.domain.imports import Verdict
from shopphone.services.desk import Desk
from shopphone.services.import_kinds import Kind
from shopphone.services.import_wholes import Whole, Wholes
from shopphone.store import bulk
from shopphone.store import tables as t
from shopphone.store.db import Writing


class Outdated(Exception):
    """The shop has other things than when the file was compared."""


class Writer:
    """Writes batches of steps within one transaction, and the journal that takes them back."""

    def __init__(
        self, desk: Desk, tx: Writing, kind: Kind, source: str, run: int, ours: frozenset[str]
    ) -> None:
        self.tx, self.kind, self.source, self.run, self.ours = tx, kind, source, run, ours
        self.wholes = Wholes(kind)
        self._settle = None if kind.settling is None else kind.settling(desk, tx, run)

    def write(self, steps: Sequence[Any]) -> None:
        new = [step for step in steps if step[0] == Verdict.NEW.value]
        wholes = self._settled([Whole(*step[4]) for step in new])
        keys = self.wholes.insert(self.tx, wholes) if new else []
        journal: list[tuple[int, int, str, str | None]] = [
            (self.run, key, whole.digest(), None) for key, whole in zip(keys, wholes, strict=True)
        ]
        journal += self._change([step for step in steps if step[0] == Verdict.CHANGED.value])
        bulk.insert_rows(
            self.tx, t.import_row, ("run_id", "record_id", "digest", "before"), journal
        )
        named = [(code, key) for key, step in zip(keys, new, strict=True) for code in step[2]]
        others = [step for step in steps if step[0] != Verdict.NEW.value]
        self._name([*named, *((code, step[1]) for step in others for code in step[2])])

    def _settled(self, wholes: list[Whole]) -> list[Whole]:
        if self._settle is None or not wholes:
            return wholes
        roots = self._settle([whole.root for whole in wholes])
        return [Whole(root, each.children) for root, each in zip(roots, wholes, strict=True)]

    def _change(self, steps: Sequence[Any]) -> list[tuple[int, int, str, str | None]]:
        """Somebody may have changed them since they were compared: then with what is there now."""
        if not steps:
            return []
        now = self.wholes.read(self.tx.connection, [step[1] for step in steps], is_locking=True)
        keys, wanted = [], []
        for _, key, _, before, after, values, children in steps:
            if key not in now:
                raise Outdated
            known, then = now[key], Whole(*before)
            keys.append(key)
            merged = (
                Whole(*after)
                if known == then
                else self.wholes.merged(known, values, children, self.ours)
            )
            wanted.append(self.wholes.revised(merged, known))
        self.wholes.update(self.tx, keys, wanted, now)
        return [
            (self.run, key, whole.digest(), now[key].plain())
            for key, whole in zip(keys, wanted, strict=True)
        ]

    def _name(self, named: Sequence[tuple[str, int]]) -> None:
        """The other shop's codes; one that meant something else here now means this."""
        rows = [(self.kind.name, self.source, code, key, self.run) for code, key in named]
        columns = ("kind", "source", "code", "record_id", "run_id")
        bulk.put_rows(self.tx, t.external_key, columns, ("kind", "source", "code"), rows)
