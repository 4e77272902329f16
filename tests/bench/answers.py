"""How often the product's own search has the right answer first, over sets of real questions.

    python -m tests.bench.answers --data DIR --queries queries_dev.jsonl [--json OUT]
        [--taught K] [--meaning FILE] [--typo] [--umlauts] [SET...]

DIR holds a folder per set with articles.jsonl and the named query file; the set's name ends in its
language (_de, _en); sets whose name begins with product_ are asked of the goods index. --meaning
FILE asks with the meaning model too; FILE keeps its vectors for the next time.
"""

import argparse
import json
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from shopphone.domain.search.index import Document, SearchIndex
from shopphone.domain.search.query import ARTICLES, GOODS
from shopphone.services.finder import search_lists
from tests.bench import teaching
from tests.bench.meant import Meant

_DEPTH = 10
_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    meant = Meant(options.meaning) if options.meaning else None
    rows = []
    print(f"{'set':24} {'count':>6} {'s@1':>5} {'s@3':>5} {'mrr':>5}")
    for folder in sorted(path for path in options.data.iterdir() if path.is_dir()):
        if options.sets and folder.name not in options.sets:
            continue
        if not (folder / options.queries).exists():
            print(f"{folder.name}: no file {options.queries}", file=sys.stderr)
            continue
        rows.append(_measure(folder, options, meant))
        row = rows[-1]
        print(
            f"{row['set']:24} {row['queries']:6} {row['success@1']:.3f} "
            f"{row['success@3']:.3f} {row['mrr@10']:.3f}",
            flush=True,
        )
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1))
    if meant is not None:
        print(meant.figures())
    return 0 if rows else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.answers")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--queries", required=True, help="name of the query file in each folder")
    parser.add_argument("--json", type=Path)
    parser.add_argument(
        "--taught", type=int, default=0, metavar="K", help="first teach so many wordings an article"
    )
    parser.add_argument("--meaning", type=Path, metavar="FILE")
    parser.add_argument("--typo", action="store_true", help="one typo in the longest word")
    parser.add_argument("--umlauts", action="store_true", help="ask with ae, oe, ue and ss")
    parser.add_argument("sets", nargs="*")
    return parser.parse_args(arguments)


def _measure(folder: Path, options: argparse.Namespace, meant: Meant | None) -> dict[str, Any]:
    articles = _rows(folder / "articles.jsonl")
    queries = _rows(folder / options.queries)
    language = folder.name.rpartition("_")[2]
    if folder.name.startswith("product_"):
        language = "en"
    asked: dict[str, tuple[str, ...]] = {}
    if options.taught:
        wordings, queries = teaching.drawn(queries, options.taught)
        asked = teaching.learnt(articles, wordings)
    keys = {article["id"]: n for n, article in enumerate(articles)}
    index = SearchIndex(search_lists(), GOODS if folder.name.startswith("product_") else ARTICLES)
    documents = [
        Document(
            key=n,
            language=language,
            title=article.get("title", ""),
            body=article.get("body", ""),
            asked=asked.get(article["id"], ()),
        )
        for n, article in enumerate(articles)
    ]
    index.put(documents)
    if meant is not None:
        meant.learn(documents)
    first = third = 0
    reciprocal = 0.0
    for query in queries:
        text = query["query"].translate(_SPELT_OUT) if options.umlauts else query["query"]
        text = _with_typo(text) if options.typo else text
        if meant is None:
            hits = index.find(text, language=language, limit=_DEPTH)
        else:
            hits = meant.find(index, text, language=language, limit=_DEPTH)
        found = [hit.key for hit in hits]
        right = {keys[each] for each in query["relevant"] if each in keys}
        rank = next((n for n, key in enumerate(found, 1) if key in right), 0)
        first += rank == 1
        third += 1 <= rank <= 3
        reciprocal += 1 / rank if rank else 0
    count = max(len(queries), 1)
    return {
        "set": folder.name,
        "queries": len(queries),
        "success@1": first / count,
        "success@3": third / count,
        "mrr@10": reciprocal / count,
    }


def _rows(file: Path) -> Sequence[Mapping[str, Any]]:
    out = []
    for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                out.append(json.loads(line))
            except ValueError as error:
                raise SystemExit(f"{file.name}, line {n}: not JSON ({error})") from error
    return out


def _with_typo(text: str) -> str:
    dice = random.Random(text)
    longest = max(text.split() or [""], key=len)
    if len(longest) < 4:
        return text
    place = dice.randrange(1, len(longest) - 1)
    kind = dice.choice(("swap", "drop", "double", "other"))
    changed = {
        "swap": longest[:place] + longest[place + 1] + longest[place] + longest[place + 2 :],
        "drop": longest[:place] + longest[place + 1 :],
        "double": longest[:place] + longest[place] + longest[place:],
        "other": longest[:place] + dice.choice("aeinrst") + longest[place + 1 :],
    }[kind]
    return text.replace(longest, changed, 1)


if __name__ == "__main__":
    sys.exit(main())
