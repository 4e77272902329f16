"""The index a desk holds: one segment per language, and a small fresh one for what just changed."""

import io
import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shopphone.domain.search.analysis import Compounds, Lists, folded, stem, words
from shopphone.domain.search.query import Weights, score
from shopphone.domain.search.segment import Document, Postings, Segment, build

FORMAT = 1
FOREIGN = 0.5  # an article in another language comes after those in the caller's
_REBUILD_AT = 200
_NO_LISTS = Lists()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hit; score is comparable within one answer only."""

    key: int
    language: str
    score: float


@dataclass(frozen=True, slots=True)
class _State:
    """What find() reads; replaced as a whole, so a search never sees half a change."""

    documents: dict[int, Document]
    segments: dict[str, Segment]
    fresh: dict[str, Segment]
    stale: frozenset[int]


class SearchIndex:
    """Documents that can be found. find() may run while another thread calls put()."""

    def __init__(self, lists: Mapping[str, Lists], weights: Weights | None = None) -> None:
        self._lists = dict(lists)
        self._weights = weights or Weights()
        self._writing = threading.Lock()
        self._state = _State({}, {}, {}, frozenset())

    def put(self, documents: Iterable[Document]) -> None:
        """Add or replace documents."""
        with self._writing:
            changed = {document.key: document for document in documents}
            merged = {**self._state.documents, **changed}
            self._change(merged, frozenset(changed))

    def remove(self, keys: Iterable[int]) -> None:
        with self._writing:
            gone = frozenset(keys)
            kept = {k: d for k, d in self._state.documents.items() if k not in gone}
            self._change(kept, gone)

    def find(
        self,
        query: str,
        *,
        language: str,
        limit: int = 20,
        boost: Mapping[int, float] | None = None,
    ) -> tuple[Found, ...]:
        """Best first. boost: keys that come before all others when they match at all."""
        state = self._state
        scored: dict[int, tuple[float, str]] = {}
        for segments, skipped in ((state.segments, state.stale), (state.fresh, frozenset())):
            for tongue, segment in segments.items():
                factor = 1.0 if tongue == language else FOREIGN
                self._collect(segment, query, tongue, factor, limit, skipped, boost or {}, scored)
        best = sorted(scored.items(), key=lambda each: (-each[1][0], each[0]))[:limit]
        return tuple(Found(key=key, language=tongue, score=s) for key, (s, tongue) in best)

    def to_bytes(self) -> bytes:
        """The built index for the next start; documents are told again by the shop."""
        return _packed(self._state.segments)

    def restore(self, kept: bytes, documents: Iterable[Document]) -> None:
        """Take a built index back. Raises ValueError if the bytes are not one, or of other documents."""
        segments = _unpacked(kept)
        told = {document.key: document for document in documents}
        if {key for segment in segments.values() for key in segment.keys} != set(told):
            raise ValueError("the kept index is of other documents")
        with self._writing:
            self._state = _State(told, segments, {}, frozenset())

    def __len__(self) -> int:
        return len(self._state.documents)

    def _collect(
        self,
        segment: Segment,
        query: str,
        tongue: str,
        factor: float,
        limit: int,
        skipped: frozenset[int],
        boost: Mapping[int, float],
        scored: dict[int, tuple[float, str]],
    ) -> None:
        lists = self._lists.get(tongue, _NO_LISTS)
        scores = score(segment, query, tongue, lists, self._weights)
        wanted = min(limit + len(skipped) + len(boost), segment.size)
        if not wanted:
            return
        top = np.argpartition(-scores, wanted - 1)[:wanted]
        places = set(top.tolist())
        if boost:
            places |= {n for n, key in enumerate(segment.keys) if key in boost}
        for place in places:
            key, value = segment.keys[place], float(scores[place])
            if value > 0 and key not in skipped:
                scored[key] = (value * factor + boost.get(key, 0.0), tongue)

    def _change(self, documents: dict[int, Document], touched: frozenset[int]) -> None:
        old = self._state
        stale = old.stale | touched
        if len(stale) > _REBUILD_AT or not old.segments or len(documents) < 500:
            self._state = _State(documents, _segments(documents.values()), {}, frozenset())
            return
        fresh = [documents[key] for key in stale if key in documents]
        self._state = _State(documents, old.segments, _segments(fresh), stale)


def highlight(text: str, query: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where the words of the query stand in a text, as (start, end) ranges."""
    wanted = [(folded(word), stem(word, language)) for word in words(query)]
    wanted = [(plain, stemmed) for plain, stemmed in wanted if len(plain) >= 3]
    ranges = []
    position = 0
    for word in words(text):
        start = text.lower().find(word, position)
        if start < 0:
            continue
        position = start + len(word)
        if _touches(word, wanted, language):
            ranges.append((start, position))
    return tuple(ranges)


def _touches(word: str, wanted: list[tuple[str, str]], language: str) -> bool:
    plain, stemmed = folded(word), stem(word, language)
    return any(
        stemmed == other or plain.startswith(typed) or (len(other) >= 5 and other in plain)
        for typed, other in wanted
    )


def _segments(documents: Iterable[Document]) -> dict[str, Segment]:
    by_language: dict[str, list[Document]] = {}
    for document in documents:
        by_language.setdefault(document.language, []).append(document)
    return {language: build(each, language) for language, each in by_language.items()}


def _packed(segments: Mapping[str, Segment]) -> bytes:
    arrays: dict[str, NDArray[Any]] = {}
    heads = {}
    for n, (language, segment) in enumerate(segments.items()):
        for name, postings in (("words", segment.words), ("grams", segment.grams)):
            arrays[f"{n}.{name}.places"] = postings.places
            arrays[f"{n}.{name}.weights"] = postings.weights
            ends = [end for _, end in postings.terms.values()]
            arrays[f"{n}.{name}.ends"] = np.array(ends, np.int64)
        heads[str(n)] = {
            "language": language,
            "keys": segment.keys,
            "words": list(segment.words.terms),
            "grams": list(segment.grams.terms),
            "vocabulary": segment.vocabulary,
            "compounds": sorted(segment.compounds.vocabulary),
        }
    head = json.dumps({"format": FORMAT, "segments": heads}).encode()
    out = io.BytesIO()
    np.savez(out, head=np.frombuffer(head, np.uint8), **arrays)  # type: ignore[arg-type]  # numpy's stub takes allow_pickle for any name
    return out.getvalue()


def _unpacked(kept: bytes) -> dict[str, Segment]:
    try:
        with np.load(io.BytesIO(kept), allow_pickle=False) as arrays:
            head = json.loads(arrays["head"].tobytes())
            if head["format"] != FORMAT:
                raise ValueError("the kept index has another format")
            return {
                each["language"]: Segment(
                    keys=tuple(each["keys"]),
                    words=_postings(arrays, f"{n}.words", each["words"]),
                    grams=_postings(arrays, f"{n}.grams", each["grams"]),
                    vocabulary=tuple(each["vocabulary"]),
                    compounds=Compounds(each["compounds"]),
                )
                for n, each in head["segments"].items()
            }
    except Exception as error:
        # numpy, zipfile and json raise a dozen kinds of errors for damaged bytes
        raise ValueError("the kept index is damaged") from error


def _postings(arrays: Mapping[str, NDArray[Any]], name: str, terms: list[str]) -> Postings:
    ends = arrays[f"{name}.ends"].tolist()
    starts = [0, *ends[:-1]]
    spans = {term: (start, end) for term, start, end in zip(terms, starts, ends, strict=True)}
    return Postings(spans, arrays[f"{name}.places"], arrays[f"{name}.weights"])
