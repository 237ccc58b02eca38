from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bench import retrieval
from shop.errors import BadInput
from tests.doubles import HashEngine


@pytest.fixture(autouse=True)
def _quick_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.embedders.build_engine", lambda _settings: HashEngine())


def write(folder: Path, name: str, rows: Sequence[Mapping[str, object]]) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    texts = {"silk": "wash silk by hand", "wool": "air wool at night", "丝": "真丝请手洗"}
    corpus = [{"id": key, "text": text} for key, text in texts.items()]
    queries = [{"id": "q1", "text": "wash silk"}, {"id": "q2", "text": "真丝请手洗吗"}]
    qrels = [{"qid": "q1", "docid": "silk", "rel": 1}, {"qid": "q2", "docid": "丝", "rel": 1}]
    return (
        write(tmp_path, "corpus", corpus),
        write(tmp_path, "queries", queries),
        write(tmp_path, "qrels", qrels),
    )


def test_a_benchmark_reports_quality_and_speed(files: tuple[Path, Path, Path]) -> None:
    found = retrieval.run(*files)
    assert (found["passages"], found["queries"]) == (3, 2)
    assert found["recall@1"] == found["mrr@10"] == found["ndcg@10"] == 1
    assert found["passages_per_s"] > 0
    assert 0 < found["query_p50_ms"] <= found["query_p95_ms"]


def test_a_language_pair_restricts_queries_and_passages(files: tuple[Path, Path, Path]) -> None:
    found = retrieval.run(*files, lang_pair="zh-en")
    assert (found["queries"], found["recall@10"]) == (1, 0)


def test_only_the_highest_grade_is_relevant_but_every_grade_gains() -> None:
    found = retrieval.figures([["half", "full"]], [{"half": 1, "full": 2}])
    assert (found["recall@1"], found["recall@5"], found["mrr@10"]) == (0, 1, 0.5)
    assert found["ndcg@10"] == pytest.approx((1 + 3 / 1.58496) / (3 + 1 / 1.58496), abs=1e-4)


def test_what_is_found_below_ten_does_not_count() -> None:
    found = retrieval.figures([[*"abcdefghij", "right"]], [{"right": 1}])
    assert set(found.values()) == {0}


@pytest.mark.parametrize("pair", ["zh", "zh-fr", "zh-en-zh", "-"])
def test_a_language_pair_that_is_none_is_refused(files: tuple[Path, Path, Path], pair: str) -> None:
    with pytest.raises(BadInput, match="lang-pair"):
        retrieval.run(*files, lang_pair=pair)


def test_a_broken_line_is_named(files: tuple[Path, Path, Path]) -> None:
    files[0].write_text('{"id": "a", "text": "b"}\n{', "utf-8")
    with pytest.raises(BadInput, match=r"corpus\.jsonl:2"):
        retrieval.run(*files)
