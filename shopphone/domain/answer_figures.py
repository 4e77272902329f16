"""How the articles and the callers fare, in numbers that do not promise more than few cases tell."""

from dataclasses import dataclass
from datetime import date, datetime

from shopphone.domain.shares import wilson

VERDICTS = ("shown", "opened", "helped", "not_helped", "enclosed")
NOT_ASKED = 0  # instead of a mark from 1 to 5; nothing at all: nobody has said whether it was asked
_HURTS_FROM = 2  # cases
_HURTS_SHARE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How often something was shown, opened, said to help or not, and sent along."""

    shown: int = 0
    opened: int = 0
    helped: int = 0
    not_helped: int = 0
    enclosed: int = 0

    @property
    def judged(self) -> int:
        return self.helped + self.not_helped

    @property
    def share(self) -> float | None:
        """Of those who said something, the share that was helped; None if nobody has."""
        return self.helped / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.helped, self.judged)

    @property
    def hurts(self) -> bool:
        """Even read kindly, three in ten are not helped by it."""
        failed = wilson(self.not_helped, self.judged)[0]
        return self.not_helped >= _HURTS_FROM and failed >= _HURTS_SHARE


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFigures:
    """One article's counts in the period."""

    article_id: int
    title: str
    language: str
    state: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The counts of a week that begins on this Monday; the running one is not over."""

    monday: date
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """Marks by their number of calls, 1 to 5; not_asked: said so; unsaid: nothing was said."""

    marks: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    not_asked: int = 0
    unsaid: int = 0

    @property
    def asked(self) -> int:
        return sum(self.marks)

    @property
    def mean(self) -> float | None:
        if not self.asked:
            return None
        return sum(mark * count for mark, count in enumerate(self.marks, 1)) / self.asked

    @property
    def interval(self) -> tuple[float, float]:
        """Where the mean of many calls may lie.

        No marks between 1 and 5 spread wider about their mean than 1 and 5 alone (Bhatia and Davis,
        Am. Math. Monthly 107, 2000): Wilson's interval for these two is on the safe side, also when
        few callers all said the same.
        """
        mean = self.mean
        if mean is None:
            return 1.0, 5.0
        low, high = wilson((mean - 1) / 4 * self.asked, self.asked)
        return 1 + 4 * low, 1 + 4 * high


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All of the team in a period; nothing here is about one person."""

    since: datetime
    articles: tuple[ArticleFigures, ...]
    weeks: tuple[Week, ...]
    satisfaction: Satisfaction

    @property
    def total(self) -> Counts:
        every = [each.counts for each in self.articles]
        return Counts(**{name: sum(getattr(each, name) for each in every) for name in VERDICTS})
