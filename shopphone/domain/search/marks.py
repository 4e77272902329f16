"""Where the words of a question stand in a text, for the window to mark."""

from shopphone.domain.search.analysis import folded_word, stem, word_places, words

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
    places = list(word_places(text))
    touching = {
        word for word in {word for _, _, word in places} if _touches(word, language, wanted)
    }
    return tuple((start, end) for start, end, word in places if word in touching)


def _touches(word: str, language: str, wanted: list[tuple[str, str]]) -> bool:
    plain = folded_word(word)
    stemmed = stem(plain, language)
    return any(
        stemmed == other
        or plain.startswith(typed)
        or (len(typed) >= _SHORTEST_INSIDE and typed in plain)
        for typed, other in wanted
    )
