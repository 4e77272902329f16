"""The two failures people can act on; everything else is a bug and looks like one."""

import errno

_WHY = {
    errno.ENOENT: "os_gone",
    errno.EACCES: "os_forbidden",
    errno.EPERM: "os_forbidden",
    errno.EROFS: "os_forbidden",
    errno.ENOSPC: "os_full",
    errno.EISDIR: "os_no_file",
    errno.ENOTDIR: "os_no_file",
    errno.ENAMETOOLONG: "os_long_name",
}


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


def why(error: OSError) -> str:
    """A code for what the system says of a file: its own words are in English, or in its language."""
    return _WHY.get(error.errno or 0, "os_unknown")
