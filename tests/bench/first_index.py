"""The articles' index in a process of its own: made for the first time, or opened from its file.

    python -m tests.bench.first_index DATA

Says seconds until it answers, and how many MiB the process has more than before.
"""

import gc
import json
import os
import sys
import time
from pathlib import Path

import shopphone.services.finder as finder
from shopphone.domain.search.index import Document, SearchIndex
from tests.bench import desks
from tests.bench.peak import now_mib


def main(data: str) -> int:
    desk = desks.desk_on(Path(data))
    _load_what_searches_need()
    before = now_mib()
    began = time.perf_counter()
    finder.finder_of(desk).articles()
    seconds = time.perf_counter() - began
    gc.collect()
    print(json.dumps([seconds, now_mib() - before]), flush=True)
    os._exit(0)


def _load_what_searches_need() -> None:
    index = SearchIndex(finder.search_lists())
    index.put([Document(key=1, language="de", title="Pfanne", body="")])
    index.find("pfane ", language="de")
    gc.collect()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
