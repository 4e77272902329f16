"""The product's search by meaning over a set of documents, its vectors kept in a file."""

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

import numpy as np

from shopphone.domain.search.index import Document, Found, SearchIndex
from shopphone.meaning import model_file
from shopphone.meaning.model import Floats, Model
from shopphone.meaning.order import ranked
from shopphone.meaning.vectors import Meanings, digest, vectors

_SLICE = 20


class Meant:
    """Vectors of one set at a time; what the file knows is not computed again."""

    def __init__(self, kept: Path) -> None:
        file = model_file.installed()
        if file is None:
            raise SystemExit("the extra “meaning” is not installed")
        self._kept = sqlite3.connect(kept)
        self._kept.execute("create table if not exists vector (digest text primary key, content)")
        before, begun = _resident(), time.perf_counter()
        self._model = Model(file)
        self._model.question("warm", _nothing)
        self._load = time.perf_counter() - begun
        self._memory = _resident() - before
        self._questions: list[float] = []
        self._articles: list[float] = []
        self._meanings = Meanings()

    def learn(self, documents: Iterable[Document]) -> None:
        self._meanings = Meanings()
        for n, document in enumerate(each := list(documents)):
            self._meanings_of(document)
            if n % _SLICE == 0:
                self._kept.commit()
        self._kept.commit()
        self._meanings.put((one.key, self._meanings_of(one)) for one in each)

    def find(
        self, index: SearchIndex, text: str, *, language: str, limit: int
    ) -> tuple[Found, ...]:
        return ranked(
            index.cover(text),
            self._meanings.closeness(self._question(text)),
            index.languages(),
            language=language,
            limit=limit,
        )

    def figures(self) -> str:
        self._kept.commit()
        said = [f"model loaded in {self._load:.2f} s, {self._memory:.0f} MB"]
        if self._questions:
            said.append(f"a question {1000 * median(self._questions):.0f} ms")
        if self._articles:
            said.append(f"an article {1000 * sum(self._articles) / len(self._articles):.0f} ms")
        return "; ".join(said)

    def _meanings_of(self, document: Document) -> bytes:
        return self._remembered(
            digest(document), self._articles, lambda: vectors(self._model, document, _nothing)
        )

    def _question(self, text: str) -> Floats:
        key = "question " + hashlib.sha256(text.encode()).hexdigest()
        content = self._remembered(
            key, self._questions, lambda: self._model.question(text, _nothing).tobytes()
        )
        return np.frombuffer(content, np.float32)

    def _remembered(self, key: str, times: list[float], make: Callable[[], bytes]) -> bytes:
        row = self._kept.execute("select content from vector where digest = ?", (key,)).fetchone()
        if row is not None:
            return bytes(row[0])
        begun = time.perf_counter()
        content = make()
        times.append(time.perf_counter() - begun)
        self._kept.execute("insert into vector values (?, ?)", (key, content))
        return content


def _resident() -> float:
    """MB of memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _nothing() -> None:
    """Nobody is in a hurry here."""
