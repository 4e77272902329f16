"""Text cut into the pieces that the model knows: the likeliest cut by the pieces' own scores."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_BLANKS = re.compile(" +")
_WORD_BEGINS = "\N{LOWER ONE EIGHTH BLOCK}"
_UNKNOWN_COSTS = 10.0  # below the least likely piece
_LONGEST_WORD = 200  # letters; what is longer is no word


class Pieces:
    """The model's vocabulary. numbers() may be asked by several threads."""

    def __init__(
        self,
        numbers: Mapping[str, int],
        scores: Sequence[float],
        spelled: Mapping[int, str],
        unknown: int,
    ) -> None:
        """scores: how likely a piece is, by its number; spelled: what a letter is written as."""
        self._numbers = numbers
        self._scores = scores
        self._spelled = spelled
        self._unknown = unknown
        self._longest = max(map(len, numbers))
        self._unknown_score = min(scores) - _UNKNOWN_COSTS
        self._of_word = lru_cache(maxsize=8192)(self._cut)

    def numbers(self, text: str, most: int) -> list[int]:
        """The first pieces of a text, at most so many."""
        plain = _BLANKS.sub(" ", text.translate(self._spelled)).strip(" ")
        found: list[int] = []
        for word in plain.split(" "):
            for start in range(0, len(word), _LONGEST_WORD):
                head = "" if start else _WORD_BEGINS
                found += self._of_word(head + word[start : start + _LONGEST_WORD])
            if len(found) >= most:
                break
        return found[:most]

    def _cut(self, word: str) -> tuple[int, ...]:
        """The cut of one word with the highest sum of scores (Viterbi)."""
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        came = [(0, 0)] * (size + 1)  # where a piece that ends here began, and its number
        for start in range(size):
            so_far = best[start]
            if so_far + self._unknown_score > best[start + 1]:
                best[start + 1] = so_far + self._unknown_score
                came[start + 1] = (start, self._unknown)
            for end in range(start + 1, min(start + self._longest, size) + 1):
                number = self._numbers.get(word[start:end])
                if number is not None and so_far + self._scores[number] > best[end]:
                    best[end] = so_far + self._scores[number]
                    came[end] = (start, number)
        found = []
        end = size
        while end:
            end, number = came[end]
            found.append(number)
        return tuple(reversed(found))
