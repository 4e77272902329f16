"""Where the words of a question stand in a text, for the window to mark."""

from shopphone.domain.search.analysis import stem, word_places, words

_SHORTEST = 3
_SHORTEST_INSIDE = 4
_LONGEST_QUERY = 2000


def highlight(text: str, query: str, language: str) -> tuple[tuple[int, int], ...]:
    """Ranges (start, end) of words that are, begin with, or contain a word of the query."""
    wanted = [
        (word, stem(word, language))
        for word in dict.fromkeys(words(query[:_LONGEST_QUERY]))
        if len(word) >= _SHORTEST
    ]
    return tuple(
        (start, end)
        for start, end, word in word_places(text)
        if _touches(word, stem(word, language), wanted)
    )


def _touches(word: str, stemmed: str, wanted: list[tuple[str, str]]) -> bool:
    return any(
        stemmed == other
        or word.startswith(typed)
        or (len(typed) >= _SHORTEST_INSIDE and typed in word)
        for typed, other in wanted
    )
