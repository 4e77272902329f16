"""What the windows know of the search by meaning: whether it runs, and how far it has come."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningState:
    """wanted: switched on at this desk. kept, installed: where a model is. ready: it answers.

    trouble: the code of what is wrong with it, or nothing. done of articles have their vectors.
    outdated: articles have changed since they were looked at.
    """

    wanted: bool
    kept: bool
    installed: bool
    ready: bool
    trouble: str = ""
    articles: int = 0
    done: int = 0
    outdated: bool = False

    @property
    def at_work(self) -> bool:
        return self.ready and (self.outdated or self.done < self.articles)
