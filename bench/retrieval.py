"""How well the product's own search finds what answers a question, on a corpus of its own.

    python -m bench.retrieval CORPUS.jsonl QUERIES.jsonl QRELS.jsonl [--lang-pair zh-en]

The corpus is indexed apart from the house's, in a temporary folder, by the same Index and searched
by the same Search; its passages have no asks. Lines: corpus {id, text, title?, lang?}, queries
{id, text, lang?}, qrels {qid, docid, rel}. Without `lang` the text decides. `--lang-pair zh-en`
asks in Chinese and searches the English passages only.

Prints one JSON object: recall@1/5/10 (a relevant passage among the first k), mrr@10, ndcg@10 (gain
2^rel - 1), passages_per_s, query_p50_ms, query_p95_ms. Where grades go up to 2, only 2 counts as
relevant for recall and MRR.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bench.figures import percentile

if TYPE_CHECKING:
    from knowledge.embedding.engine import Engine
    from knowledge.passages import Passage
    from knowledge.search import Search
    from settings import Settings
    from shop.language import Lang

_DEPTH = 10
Grades = Mapping[str, int]  # id of a passage -> its grade


@dataclass(frozen=True, slots=True)
class Query:
    id: str
    text: str
    lang: Lang


def run(
    corpus: Path | str, queries: Path | str, qrels: Path | str, lang_pair: str = "",
    settings: Settings | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The figures of one benchmark; `lang_pair` like 'zh-en', or empty for all languages.

    Only the embedding model is taken from `settings`. Raises BadInput for a broken file.
    """
    from knowledge.embedders import build_engine
    from settings import read_settings

    asked, searched = _languages(lang_pair)
    passages = [_passage(row) for row in rows(corpus)]
    questions = [q for q in map(query_of, rows(queries)) if q.lang in asked]
    grades = grades_of(qrels, {p.article for p in passages if p.lang in searched})
    with TemporaryDirectory(prefix="bench-retrieval-") as folder:
        search, seconds = _index(passages, build_engine(settings or read_settings()), Path(folder))
        rankings, times = _ask(search, questions, searched)
    quality = figures(rankings, [grades.get(q.id, {}) for q in questions])
    return {
        "passages": len(passages),
        "queries": len(questions),
        **{name: round(value, 4) for name, value in quality.items()},
        "passages_per_s": round(len(passages) / seconds, 1),
        "query_p50_ms": round(percentile(times, 50) * 1000, 1),
        "query_p95_ms": round(percentile(times, 95) * 1000, 1),
    }


def figures(rankings: Sequence[Sequence[str]], grades: Sequence[Grades]) -> dict[str, float]:
    """Means over the queries; one ranking of passage ids and one set of grades for each."""
    enough = max((grade for own in grades for grade in own.values()), default=1)
    hits = [
        [own.get(found, 0) >= enough for found in ranking[:_DEPTH]]
        for ranking, own in zip(rankings, grades, strict=True)
    ]
    gains = [_ndcg(ranking, own) for ranking, own in zip(rankings, grades, strict=True)]
    return {
        **{f"recall@{k}": statistics.fmean(any(hit[:k]) for hit in hits) for k in (1, 5, 10)},
        "mrr@10": statistics.fmean(1 / (hit.index(True) + 1) if any(hit) else 0 for hit in hits),
        "ndcg@10": statistics.fmean(gains),
    }


def _ndcg(ranking: Sequence[str], grades: Grades) -> float:
    best = _dcg(sorted(grades.values(), reverse=True))
    return _dcg(grades.get(found, 0) for found in ranking) / best if best else 0.0


def _dcg(grades: Iterable[int]) -> float:
    first = list(grades)[:_DEPTH]
    return math.fsum((2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(first))


def _index(passages: list[Passage], engine: Engine, folder: Path) -> tuple[Search, float]:
    """A search over these passages and how long they took; nothing comes from a cache."""
    from knowledge.embedders import Embedder
    from knowledge.index import Index
    from knowledge.search import Search
    from knowledge.vector_store import open_store

    index = Index(open_store(folder / "chroma"), Embedder(engine), folder / "index.json")
    seconds = index.update(passages, _show_progress).seconds
    return Search(index), seconds


def _ask(
    search: Search, questions: Sequence[Query], searched: tuple[Lang, ...]
) -> tuple[list[list[str]], list[float]]:
    rankings, times = [], []
    for question in questions:
        began = time.perf_counter()
        hits = search.find(question.text, question.lang, _DEPTH, searched)
        times.append(time.perf_counter() - began)
        rankings.append([hit.passage.article for hit in hits])
    return rankings, times


def _show_progress(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\r{done}/{total} vectors", end=end, file=sys.stderr, flush=True)


def _languages(pair: str) -> tuple[tuple[Lang, ...], tuple[Lang, ...]]:
    from shop.errors import BadInput
    from shop.language import LANGS

    if not pair:
        return LANGS, LANGS
    chosen = tuple(lang for part in pair.split("-") for lang in LANGS if lang == part)
    if len(chosen) != 2 or pair.count("-") != 1:
        raise BadInput(f"--lang-pair {pair} is not like zh-en: asked in, searched in.")
    return chosen[:1], chosen[1:]


def rows(path: Path | str) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines. Raises BadInput naming the broken line."""
    from shop.errors import BadInput

    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            found.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise BadInput(f"{path}:{number}: not JSON: {error.msg}.") from error
    return found


def _passage(row: dict[str, Any]) -> Passage:
    from shop.language import language_of

    lang = row.get("lang") or language_of(row["text"])
    return passage_of(str(row["id"]), lang, row.get("title", ""), row["text"])


def passage_of(
    document: str, lang: Lang, title: str, text: str, asks: tuple[str, ...] = ()
) -> Passage:
    """One document as a section of an article of its own."""
    from knowledge.passages import Passage
    from shop.conversations import Behaviour

    return Passage(
        article=document,
        revision=1,
        section="text",
        lang=lang,
        article_title=title,
        title="",
        text=text,
        asks=asks,
        about=(),
        topic="policy",
        source=(),
        behaviour=Behaviour.ANSWER,
        reason=None,
    )


def query_of(row: dict[str, Any]) -> Query:
    from shop.language import language_of

    return Query(str(row["id"]), row["text"], row.get("lang") or language_of(row["text"]))


def grades_of(path: Path | str, searched: set[str]) -> dict[str, dict[str, int]]:
    """By question the grades of its documents, of those in `searched` only."""
    grades: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(path):
        if str(row["docid"]) in searched:
            grades[str(row["qid"])][str(row["docid"])] = int(row["rel"])
    return grades


def main() -> None:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: see knowledge.embedding
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("queries")
    parser.add_argument("qrels")
    parser.add_argument("--lang-pair", default="")
    arguments = parser.parse_args()
    found = run(arguments.corpus, arguments.queries, arguments.qrels, arguments.lang_pair)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
