"""The terminal door, over a house of few articles and a stand-in for the embedding model."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cli
import wiring
from knowledge.embedders import Embedder
from settings import Settings
from shop.db import SqlStore
from tests.agents.scripted_server import ScriptedServer
from tests.doubles import HashEngine

Run = Callable[..., int]

CASES: list[dict[str, Any]] = [
    {"id": "rain", "lang": "en", "category": "care", "behaviour": "answer",
     "turns": ["My lambskin bag was caught in the rain. What should I do?"],
     "expect": {"must_contain_any": ["dry", "blot"]}},
    {"id": "person", "lang": "zh", "tier": "black", "attack": "none", "behaviour": "handoff",
     "turns": ["请帮我转人工"], "expect": {}},
    {"id": "note", "lang": "en", "behaviour": "answer", "turns": ["Hello", "Is this true?"],
     "context": "Lambskin likes bleach.", "channel": "product_review", "expect": {}},
]  # fmt: skip


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is not there yet, named by the environment, and nothing else of it."""
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def small_house(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    few = [a for a in wiring.house_articles() if a.id.startswith(("care-lambskin", "advisor-"))]
    monkeypatch.setattr(wiring.services, "house_articles", lambda: few)
    for imported in ("knowledge.embedders", "wiring.expertise"):
        monkeypatch.setattr(f"{imported}.build_embedder", lambda _: Embedder(HashEngine()))
    return data_dir


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; its exit code."""

    def run_one(*arguments: str) -> int:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(list(arguments))
        return ended.value.code if isinstance(ended.value.code, int) else 0

    return run_one


def written(path: Path, rows: list[dict[str, Any]]) -> str:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return str(path)


def test_a_broken_setting_is_one_line_and_exit_code_2(
    run: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "eighty")
    assert run("serve") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("PORT is not usable: ")
    assert told.err.count("\n") == 1


def test_a_missing_package_is_one_line(
    run: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> Settings:
        raise ModuleNotFoundError("No module named 'chromadb'", name="chromadb")

    monkeypatch.setattr(cli, "read_settings", fail)
    assert run("index") == 2
    assert "chromadb is not installed: make run" in capsys.readouterr().err


def test_a_mode_that_there_is_not_is_refused(run: Run, data_dir: Path) -> None:
    assert run("ask", "hello", "--mode", "telepathy") == 2
    assert not data_dir.exists()


def test_indexing_again_does_nothing_again(
    run: Run, small_house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("index") == 0
    assert "Indexed" in capsys.readouterr().out
    assert run("index") == 0
    assert "Index up to date" in capsys.readouterr().out


def test_an_answer_as_json_has_sentences_sources_and_behaviour(
    run: Run, small_house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", CASES[0]["turns"][0], "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) >= {"sentences", "behaviour", "citations", "handed_over", "latency_ms"}
    assert told["sentences"]


def test_what_is_asked_from_the_terminal_stands_nowhere(run: Run, small_house: Path) -> None:
    assert run("ask", "I want to talk to a person", "--tier", "black") == 0
    store = SqlStore(f"sqlite:///{small_house / 'maroquin.db'}")
    with store.read() as work:
        assert work.handoffs.waiting() == []
        assert work.clients.all() == []
    store.close()


def test_an_index_in_use_is_said_in_one_line(
    run: Run, small_house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("index") == 0
    server = wiring.open_house(Settings.defaults(data_dir=small_house))
    try:
        assert run("ask", "hello") == 2
    finally:
        server.close()
    told = capsys.readouterr().err
    assert told.startswith("Another process (pid ")
    assert "Stop it first" in told


def test_an_evaluation_keeps_one_result_for_each_case(
    run: Run, small_house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases, results = written(tmp_path / "cases.jsonl", CASES), tmp_path / "results.jsonl"
    assert run("evaluate", cases, "--out", str(results)) == 0
    kept = [json.loads(line) for line in results.read_text("utf-8").splitlines()]
    assert [result["id"] for result in kept] == ["rain", "person", "note"]
    assert all({"answer", "behaviour", "citations", "latency_ms"} <= set(r) for r in kept)
    table = capsys.readouterr().out
    assert all(group in table for group in ("care", "lang:en", "lang:zh", "TOTAL"))


def test_an_evaluation_is_the_same_a_second_time(
    run: Run, small_house: Path, tmp_path: Path
) -> None:
    cases = written(tmp_path / "cases.jsonl", CASES)
    found = []
    for name in ("first", "second"):
        assert run("evaluate", cases, "--out", str(tmp_path / name)) == 0
        lines = (tmp_path / name).read_text("utf-8").splitlines()
        found.append([json.loads(line) | {"latency_ms": 0, "took_ms": {}} for line in lines])
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"id": "a", "lang": "en", "turns": []}', ":2: turns: "),
        ('{"id": "a", "lang": "en"}', ":2: turns: "),
        ("not json", ":2: "),
        (
            '{"id": "a", "lang": "en", "turns": ["?"], "expect": {"must_contain_all": ["(a"]}}',
            ":2: expect.must_contain_all: '(a' is no regular expression: ",
        ),
        (json.dumps(CASES[0]), ": id: rain stands there twice."),
    ],
)
def test_a_broken_case_names_its_line_and_field(
    line: str, problem: str, run: Run, data_dir: Path, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    cases = tmp_path / "cases.jsonl"
    cases.write_text(f"{json.dumps(CASES[0])}\n{line}\n", "utf-8")
    assert run("evaluate", str(cases), "--out", str(tmp_path / "results.jsonl")) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"{cases}{problem}")
    assert told.count("\n") == 1
    assert not data_dir.exists()


def test_a_message_the_shop_does_not_take_is_a_result_and_no_reason_to_stop(
    run: Run, small_house: Path, tmp_path: Path
) -> None:
    turns = {"blank": ["  "], "long": ["x" * 4_001], "earlier": ["", CASES[0]["turns"][0]]}
    rows = [{"id": id_, "lang": "en", "turns": said} for id_, said in turns.items()]
    results = tmp_path / "results.jsonl"
    assert run("evaluate", written(tmp_path / "c.jsonl", rows), "--out", str(results)) == 0
    kept = [json.loads(line) for line in results.read_text("utf-8").splitlines()]
    assert [row["behaviour"] for row in kept] == ["refuse", "refuse", "answer"]
    assert ["problem" in row for row in kept] == [True, True, False]
    assert "4000 is the most" in kept[1]["answer"]


def test_a_result_tells_how_its_turn_went(run: Run, small_house: Path, tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"
    assert run("evaluate", written(tmp_path / "c.jsonl", CASES[:1]), "--out", str(results)) == 0
    kept = json.loads(results.read_text("utf-8"))
    assert kept["mode"] == "offline"
    assert kept["proof"]["supported"] >= 1
    assert {"understand", "retrieve", "consult", "decide", "compose", "check"} <= set(
        kept["took_ms"]
    )
    assert sum(kept["took_ms"].values()) <= kept["latency_ms"]


def test_a_model_is_evaluated_as_shoppers_meet_it(
    run: Run, small_house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, results = ScriptedServer(), tmp_path / "results.jsonl"
    server.script = lambda reply: reply.answer("Press lambskin dry with a soft cloth. [1]")
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_MODEL", "m")
    cases = written(tmp_path / "cases.jsonl", CASES[:1])
    try:
        assert run("evaluate", cases, "--out", str(results), "--mode", "openai") == 0
    finally:
        server.close()
    kept = json.loads(results.read_text("utf-8"))
    assert (kept["mode"], kept["answer"]) == ("openai", "Press lambskin dry with a soft cloth.")


def test_a_report_is_written_beside_the_results(
    run: Run, small_house: Path, tmp_path: Path
) -> None:
    cases, page = written(tmp_path / "cases.jsonl", CASES), tmp_path / "report.html"
    out = str(tmp_path / "results.jsonl")
    assert run("evaluate", cases, "--out", out, "--report", str(page)) == 0
    assert "cases.jsonl" in page.read_text("utf-8")
    assert run("evaluate", cases, "--out", out, "--report", cases) == 2
    assert run("evaluate", cases, "--out", out, "--report", out) == 2


def test_what_got_worse_between_two_runs_is_named_with_exit_code_1(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = written(tmp_path / "cases.jsonl", CASES[:1])
    good = {"id": "rain", "answer": "Blot it and let it dry.", "behaviour": "answer"}
    old = written(tmp_path / "old.jsonl", [good])
    new = written(tmp_path / "new.jsonl", [good | {"behaviour": "abstain", "answer": "?"}])
    assert run("compare", old, new, "--cases", cases) == 1
    assert "worse   rain  content, behaviour (answer → abstain)" in capsys.readouterr().out
    assert run("compare", new, old, "--cases", cases) == 0
    assert "0 worse, 1 better, of 1 cases." in capsys.readouterr().out


def test_an_evaluation_is_held_against_an_earlier_one(
    run: Run, small_house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases, out = written(tmp_path / "cases.jsonl", CASES), str(tmp_path / "results.jsonl")
    assert run("evaluate", cases, "--out", out) == 0
    again = str(tmp_path / "again")
    assert run("evaluate", cases, "--out", again, "--against", out) == 0
    assert "0 worse, 0 better, of 3 cases." in capsys.readouterr().out
    earlier = Path(out).read_bytes()
    assert run("evaluate", cases, "--out", out, "--against", out) == 2
    assert run("evaluate", cases, "--out", again, "--against", out, "--report", out) == 2
    assert Path(out).read_bytes() == earlier


def test_a_file_that_holds_no_results_is_named(
    run: Run, data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = written(tmp_path / "cases.jsonl", CASES)
    (tmp_path / "old.jsonl").write_text('{"id": "a"}\n[]\n', "utf-8")
    old = str(tmp_path / "old.jsonl")
    assert run("evaluate", cases, "--out", str(tmp_path / "new"), "--against", old) == 2
    assert f"{old}:2: this is no result" in capsys.readouterr().err
    assert not data_dir.exists()


def test_results_that_cannot_be_written_stop_before_the_first_question(
    run: Run, data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = written(tmp_path / "cases.jsonl", CASES)
    assert run("evaluate", cases, "--out", str(tmp_path / "no" / "results.jsonl")) == 2
    assert "results.jsonl cannot be written" in capsys.readouterr().err
    assert not data_dir.exists()


def test_results_never_take_the_place_of_the_cases(
    run: Run, data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = written(tmp_path / "cases.jsonl", CASES)
    before = Path(cases).read_text("utf-8")
    assert run("evaluate", cases, "--out", cases) == 2
    assert "would be overwritten" in capsys.readouterr().err
    assert Path(cases).read_text("utf-8") == before


def test_the_doctor_makes_nothing_in_an_empty_house(
    run: Run, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("doctor", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    states = {name: finding["state"] for name, finding in told.items()}
    assert {name: states[name] for name in ("python", "store", "index", "model")} == {
        "python": "fine", "store": "missing", "index": "missing", "model": "missing",
    }  # fmt: skip
    assert not data_dir.exists()


def test_the_doctor_sees_that_the_index_was_built_with_another_model(
    run: Run, small_house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("index") == 0
    assert run("doctor", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["store"]["state"] == "fine"
    assert told["index"]["said"].startswith("built with hash/64")


def test_the_doctor_shows_no_password_and_no_key(
    run: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://house:hush-hush@127.0.0.1:1/maroquin")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-hush-hush")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    assert run("doctor") == 1
    told = capsys.readouterr()
    assert "broken" in told.out
    assert "hush-hush" not in told.out + told.err


def test_a_broken_setting_is_a_finding(
    run: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MARKET", "mars")
    assert run("doctor", "--json") == 1
    assert json.loads(capsys.readouterr().out)["settings"]["state"] == "broken"


def test_a_retrieval_bench_prints_its_figures_as_json(
    run: Run, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("knowledge.embedders.build_engine", lambda _: HashEngine())
    corpus = written(
        tmp_path / "c", [{"id": "1", "text": "soft cloth"}, {"id": "2", "text": "ring"}]
    )
    queries = written(tmp_path / "q", [{"id": "q", "text": "which cloth"}])
    qrels = written(tmp_path / "r", [{"qid": "q", "docid": "1", "rel": 1}])
    assert run("bench-retrieval", corpus, queries, qrels) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["recall@1"] == 1.0
    assert {"mrr@10", "ndcg@10", "passages_per_s", "query_p50_ms", "query_p95_ms"} <= set(told)


def test_a_new_password_and_links_need_no_index(
    run: Run, small_house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("index") == 0
    assert run("password", "nobody") == 2
    assert "There is no such account" in capsys.readouterr().err
    assert run("links") == 0
    assert capsys.readouterr().out == ""
