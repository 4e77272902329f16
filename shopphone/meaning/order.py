"""The order of articles when the words and the meaning of a question are known."""

from collections.abc import Mapping

from shopphone.domain.search.index import Found

_MEANING = 12.0  # a tenth of closeness outweighs all words of the question
FOREIGN = 1.0  # what an article in another language must be better by
BOUGHT = 5.0  # an article about the caller's goods comes first once a word of the question meets
_AS_GOOD = 0.04  # without a word in common an article must come as near as this to the nearest


def ranked(
    covered: Mapping[int, float],
    closeness: Mapping[int, float],
    languages: Mapping[int, str],
    *,
    language: str,
    limit: int,
    boost: Mapping[int, float] | None = None,
) -> tuple[Found, ...]:
    """covered: the share of the question that an article says. An article without vectors counts as the farthest."""
    if not closeness:
        return ()
    far, nearest = min(closeness.values()), max(closeness.values())
    found = []
    for key, tongue in languages.items():
        said, near = covered.get(key, 0.0), closeness.get(key, far)
        if not said and closeness.get(key, 0.0) < nearest - _AS_GOOD:
            continue
        score = _MEANING * near + said
        if tongue != language:
            score -= FOREIGN
        elif said and boost:
            score += boost.get(key, 0.0)
        found.append(Found(key=key, language=tongue, score=score))
    found.sort(key=lambda hit: (-hit.score, hit.key))
    return tuple(found[:limit])
