"""One system in a process of its own, told what to do by lines of JSON on standard input.

    {"index": "documents.jsonl"}                       -> {"seconds": 1.2}
    {"ask": [["text", "en"], …], "searched": "en"}     -> {"found": [["id", …], …], "ms": [2.5, …]}
    {"memory": true}                                   -> {"peak_mb": 512}

The first line it writes, {}, says that its model is loaded. Whatever the libraries have to say
goes to standard error.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: see knowledge.embedding

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any, TextIO

from bench.peers.document import Searched, System, read_documents
from bench.peers.systems import make_system
from shop.language import Lang


def answer(system: System, told: dict[str, Any]) -> dict[str, Any]:
    """Do what one line says."""
    if "index" in told:
        return _index(system, Path(told["index"]))
    if "ask" in told:
        return _ask(system, told["ask"], told["searched"])
    return {"peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)}


def _index(system: System, path: Path) -> dict[str, Any]:
    documents = read_documents(path)
    began = time.perf_counter()
    system.index(documents)
    return {"seconds": time.perf_counter() - began}


def _ask(system: System, questions: list[tuple[str, Lang]], searched: Searched) -> dict[str, Any]:
    found, times = [], []
    for text, lang in questions:
        began = time.perf_counter()
        found.append(system.ask(text, lang, searched))
        times.append((time.perf_counter() - began) * 1000)
    return {"found": found, "ms": times}


def _apart() -> TextIO:
    """The real standard output; from now on whatever prints does so to standard error."""
    ours = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return ours


def main() -> None:
    out = _apart()
    system = make_system(sys.argv[1])
    print("{}", file=out, flush=True)  # ready
    for line in sys.stdin:
        print(json.dumps(answer(system, json.loads(line))), file=out, flush=True)


if __name__ == "__main__":
    main()
