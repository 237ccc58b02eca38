"""The sets of questions that all systems answer.

A retrieval set is a folder with corpus.jsonl {id, text, title?, lang?}, queries.jsonl {id, text,
lang?} and qrels.jsonl {qid, docid, rel}. One whose texts say their language is measured for each
pair of languages: asked in one, searched in one. The golden set is the house's own: its questions
of one turn that have an answer, asked of every passage of the house; a passage is right when it
matches what the answer must contain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from agents.grading import Case, Expectation, is_right
from bench.golden_cases import golden_cases
from bench.peers.document import Document, Searched
from bench.retrieval import Query, figures, grades_of, query_of, rows
from knowledge.passages import Passage, passages_of
from settings import ROOT
from shop.language import LANGS, Lang, language_of
from wiring import house_articles

_FILES = ("corpus.jsonl", "queries.jsonl", "qrels.jsonl")

Judge = Callable[[list[list[str]]], dict[str, float]]  # rankings of ids -> figures, the main first


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one set that are judged together."""

    name: str
    questions: tuple[Query, ...]
    searched: Searched
    judge: Judge


@dataclass(frozen=True, slots=True)
class QuestionSet:
    name: str
    documents: tuple[Document, ...]
    groups: tuple[Group, ...]


def find_sets(named: Path | None) -> list[Path]:
    """The folders of the retrieval sets: in the folder named, else wherever a folder beside the
    checkout has `eval/retrieval`.
    """
    places = [named] if named else sorted(ROOT.parent.glob("*/eval/retrieval"))
    folders = [folder for place in places for folder in sorted(place.glob("*/"))]
    return [f for f in folders if all((f / name).is_file() for name in _FILES)]


def read_set(folder: Path, every: int = 1) -> QuestionSet:
    """One retrieval set, with each `every`th question. Raises BadInput for a broken file."""
    corpus = rows(folder / "corpus.jsonl")
    documents = tuple(map(_document, corpus))
    questions = [query_of(row) for row in rows(folder / "queries.jsonl")]
    if all("lang" in row for row in corpus):
        groups = [
            _group(folder, documents, [q for q in questions if q.lang == asked][::every], searched)
            for asked, searched in product(LANGS, LANGS)
        ]
    else:
        groups = [_group(folder, documents, questions[::every], "")]
    return QuestionSet(folder.name, documents, tuple(groups))


def _group(
    folder: Path, documents: Sequence[Document], questions: Sequence[Query], searched: Searched
) -> Group:
    grades = grades_of(
        folder / "qrels.jsonl", {d.id for d in documents if searched in ("", d.lang)}
    )

    def judge(rankings: list[list[str]]) -> dict[str, float]:
        return {"ndcg@10": figures(rankings, [grades.get(q.id, {}) for q in questions])["ndcg@10"]}

    pair = f" {questions[0].lang}→{searched}" if searched else ""
    return Group(folder.name + pair, tuple(questions), searched, judge)


def _document(row: dict[str, Any]) -> Document:
    lang = row.get("lang") or language_of(row["text"])
    return Document(str(row["id"]), lang, row.get("title", ""), row["text"])


def golden_set(every: int = 1) -> QuestionSet:
    """The house's own questions, each `every`th, over all that is written for the house."""
    passages = [passage for article in house_articles() for passage in passages_of(article)]
    texts = {passage.id: f"{passage.title}\n{passage.text}" for passage in passages}
    groups = tuple(_golden(lang, texts, every) for lang in LANGS)
    return QuestionSet("golden", tuple(map(_of_house, passages)), groups)


def _golden(lang: Lang, texts: dict[str, str], every: int) -> Group:
    cases = [case for case in golden_cases(lang) if _has_an_answer(case)][::every]
    questions = tuple(Query(case.id, case.turns[0], lang) for case in cases)

    def judge(rankings: list[list[str]]) -> dict[str, float]:
        return {f"top{k}": _held(cases, rankings, texts, k) for k in (1, 5)}

    return Group(f"golden {lang}", questions, lang, judge)


def _has_an_answer(case: Case) -> bool:
    return case.behaviour == "answer" and len(case.turns) == 1


def _held(
    cases: Sequence[Case], rankings: Sequence[Sequence[str]], texts: dict[str, str], k: int
) -> float:
    """The share of questions with a passage among the first `k` that holds the fact."""
    held = [
        any(is_right(_fact(case), texts[found]) for found in ranking[:k])
        for case, ranking in zip(cases, rankings, strict=True)
    ]
    return sum(held) / len(held)


def _fact(case: Case) -> Expectation:
    """What must be there; a whole passage may well say more than an answer should."""
    return case.expect.model_copy(update={"must_not_contain": ()})


def _of_house(passage: Passage) -> Document:
    title = ": ".join(filter(None, (passage.article_title, passage.title)))
    return Document(passage.id, passage.lang, title, passage.text, passage.asks)
