"""The two failures people can act on; everything else is a bug and looks like one."""


class Refused(Exception):
    """A rule of the shop or of the law says no. `rule` names it, `facts` fill its sentence."""

    def __init__(self, rule: str, **facts: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.facts = facts

    def __repr__(self) -> str:
        return f"Refused({self.rule!r}, {', '.join(self.facts)})"


class Unavailable(Exception):
    """Something of the world is not there: the database, a printer, the telephone."""

    def __init__(self, what: str, detail: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.detail = detail

    def __repr__(self) -> str:
        return f"Unavailable({self.what!r})"
