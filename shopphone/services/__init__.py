"""What a person can do in the shop: one function per thing, first argument the Desk.

Screens name services without importing them: `call(orders.place, draft)` is a value that a worker
imports and runs, so SQLAlchemy stays out of the first paint (ARCHITECTURE 4.17).
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from shopphone.services.desk import Desk

P = ParamSpec("P")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Call(Generic[T_co]):
    """One service with its arguments, ready to run on a worker."""

    module: str
    name: str
    args: tuple[Any, ...]
    kwargs: tuple[tuple[str, Any], ...]

    @property
    def key(self) -> tuple[str, str]:
        """What "the newest answer wins" is keyed by."""
        return (self.module, self.name)

    def run(self, desk: "Desk") -> T_co:
        service = getattr(import_module(f"shopphone.services.{self.module}"), self.name)
        answer: T_co = service(desk, *self.args, **dict(self.kwargs))
        return answer


def call(
    service: "Callable[Concatenate[Desk, P], T_co]", *args: P.args, **kwargs: P.kwargs
) -> Call[T_co]:
    """Name a service and its arguments; mypy checks them against the real function."""
    named: Any = service  # a Later before its module is imported, the function afterwards
    if isinstance(named, Later):
        return Call(named.module, named.name, args, tuple(kwargs.items()))
    module = named.__module__.rpartition(".")[2]
    return Call(module, named.__name__, args, tuple(kwargs.items()))


@dataclass(frozen=True, slots=True)
class Later:
    """A service module, or a function of one, that has not been imported yet."""

    module: str
    name: str = ""

    def __getattr__(self, name: str) -> "Later":
        if name.startswith("__"):
            raise AttributeError(name)
        return Later(self.module, name)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Later | ModuleType:
        if name.startswith("_"):
            raise AttributeError(name)
        # between a module's last line and its name here another thread may already import it:
        # whoever wants the module must not be given what only names it
        found = sys.modules.get(f"{__name__}.{name}")
        if found is not None and not getattr(found.__spec__, "_initializing", False):
            return found
        return Later(name)
