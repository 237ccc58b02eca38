"""What the comparison does before and after the systems run; none of them is started."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.peers import sets
from bench.peers.document import Document, Searched, read_documents, write_documents
from bench.peers.measuring import Measured
from bench.peers.report import as_json
from bench.peers.sets import find_sets, golden_set, read_set
from bench.peers.worker import answer
from shop.language import Lang

SILK = Document("silk", "en", "Silk", "Wash it by hand.", ("how do I wash silk",))


class _Finds:
    """Finds whatever it was given last, whatever is asked."""

    def __init__(self) -> None:
        self.documents: Sequence[Document] = ()

    def index(self, documents: Sequence[Document]) -> None:
        self.documents = documents

    def ask(self, question: str, lang: Lang, searched: Searched) -> list[str]:
        return [d.id for d in self.documents if searched in ("", d.lang)]


def write(folder: Path, langs: bool) -> Path:
    rows: dict[str, list[dict[str, object]]] = {
        "corpus": [
            {"id": "a", "text": "silk", "lang": "en"},
            {"id": "b", "text": "丝", "lang": "zh"},
        ],
        "queries": [
            {"id": "q", "text": "silk?", "lang": "en"},
            {"id": "r", "text": "丝吗", "lang": "zh"},
        ],
        "qrels": [{"qid": q, "docid": d, "rel": 1} for q in "qr" for d in "ab"],
    }
    folder.mkdir()
    for name, own in rows.items():
        kept = [{k: v for k, v in row.items() if langs or k != "lang"} for row in own]
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, kept)), "utf-8")
    return folder


def test_a_set_that_names_its_languages_is_measured_for_each_pair(tmp_path: Path) -> None:
    groups = {group.name: group for group in read_set(write(tmp_path / "x", langs=True)).groups}
    assert list(groups) == ["x zh→zh", "x zh→en", "x en→zh", "x en→en"]
    across = groups["x zh→en"]
    assert [q.id for q in across.questions] == ["r"]
    assert across.judge([["a"]]) == {"ndcg@10": 1}
    assert across.judge([["b"]]) == {"ndcg@10": 0}


def test_a_set_without_languages_is_one_group(tmp_path: Path) -> None:
    (group,) = read_set(write(tmp_path / "x", langs=False)).groups
    assert (group.name, group.searched, len(group.questions)) == ("x", "", 2)


def test_each_nth_question_may_stand_for_all(tmp_path: Path) -> None:
    (group,) = read_set(write(tmp_path / "x", langs=False), every=2).groups
    assert [q.id for q in group.questions] == ["q"]
    assert group.judge([["a", "b"]]) == {"ndcg@10": 1}


def test_only_whole_sets_are_found(tmp_path: Path) -> None:
    whole = write(tmp_path / "x", langs=True)
    (tmp_path / "notes").mkdir()
    assert find_sets(tmp_path) == [whole]


def test_sets_are_found_beside_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other" / "eval" / "retrieval").mkdir(parents=True)
    whole = write(tmp_path / "other" / "eval" / "retrieval" / "x", langs=True)
    monkeypatch.setattr(sets, "ROOT", tmp_path / "checkout")
    assert find_sets(None) == [whole]


def test_a_golden_question_is_answered_by_a_passage_that_holds_the_fact() -> None:
    own = golden_set()
    held = {group.name: group.judge([[] for _ in group.questions]) for group in own.groups}
    assert held == {f"golden {lang}": {"top1": 0, "top5": 0} for lang in ("zh", "en")}
    every = [document.id for document in own.documents]
    (zh, en) = own.groups
    for group in (zh, en):
        assert len(group.questions) > 100
        first_or_any = group.judge([every[:1] for _ in group.questions])
        assert first_or_any["top1"] == first_or_any["top5"] < 0.5


def test_all_systems_are_given_the_same_text(tmp_path: Path) -> None:
    write_documents(tmp_path / "d.jsonl", [SILK])
    assert read_documents(tmp_path / "d.jsonl") == [SILK]
    assert SILK.content == "Silk: Wash it by hand.\nhow do I wash silk"


def test_a_worker_indexes_answers_and_says_what_it_took(tmp_path: Path) -> None:
    write_documents(tmp_path / "d.jsonl", [SILK, Document("丝", "zh", "", "手洗")])
    system = _Finds()
    assert answer(system, {"index": str(tmp_path / "d.jsonl")})["seconds"] >= 0
    said = answer(system, {"ask": [["silk?", "en"]], "searched": "zh"})
    assert said["found"] == [["丝"]]
    assert len(said["ms"]) == 1
    assert answer(system, {"memory": True})["peak_mb"] > 10


def test_ratios_compare_the_main_figure_with_each_peer() -> None:
    measured = Measured(
        quality={
            "x": {"ours": {"ndcg@10": 0.9}, "bm25": {"ndcg@10": 0.6}},
            "golden en": {"ours": {"top1": 0.5, "top5": 0.9}, "bm25": {"top1": 0.5, "top5": 0.1}},
        }
    )
    said = as_json(measured)
    assert said["ratios"] == {"x": {"bm25": 1.5}, "golden en": {"bm25": 1.0}}
    assert said["ndcg@10"] == {"x": {"ours": 0.9, "bm25": 0.6}}
    assert list(said["golden"]) == ["golden en"]
    assert said["ahead"] is False
