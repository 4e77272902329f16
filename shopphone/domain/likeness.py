"""Whether two callers asked the same: by the stems that carry the meaning, spelling slips forgiven."""

from collections.abc import Mapping, Sequence

from shopphone.domain.search.analysis import stem, words

ALIKE = 0.6
_LONG_ENOUGH_TO_SLIP = 5


def heart(text: str, language: str, stops: Mapping[str, float]) -> frozenset[str]:
    """The stems of a question without those of every question; all of them if there are no others."""
    stems = frozenset(stem(word, language) for word in words(text) if word.isalpha())
    return frozenset(each for each in stems if each not in stops) or stems


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared stems of all stems, 0 to 1 (Jaccard's index); long words are rare and say more."""
    shared = one & other
    slips = _slips(one - shared, other - shared)
    both = _letters(shared) + slips
    every = _letters(one) + _letters(other) - both
    return both / every if every else 0.0


def most_different(hearts: Sequence[frozenset[str]], most: int) -> tuple[int, ...]:
    """The places of the first one and of those least like any taken before it."""
    closest = [0.0] * len(hearts)
    rest, taken = list(range(len(hearts))), list[int]()
    while rest and len(taken) < most:
        place = min(rest, key=lambda each: (closest[each], each))
        rest.remove(place)
        taken.append(place)
        for each in rest:
            closest[each] = max(closest[each], likeness(hearts[place], hearts[each]))
    return tuple(taken)


def _letters(stems: frozenset[str]) -> int:
    return sum(map(len, stems))


def _slips(one: frozenset[str], other: frozenset[str]) -> int:
    """The letters of stems that are one typing mistake apart, each counted once."""
    from rapidfuzz.distance import OSA

    rest, found = sorted(other), 0
    for each in sorted(one):
        near = next((o for o in rest if _may_slip(each, o) and OSA.distance(each, o) == 1), None)
        if near is not None:
            rest.remove(near)
            found += min(len(each), len(near))
    return found


def _may_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG_ENOUGH_TO_SLIP and abs(len(one) - len(other)) <= 1
