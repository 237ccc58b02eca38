from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from agents.brief import KEYS
from agents.brief.transcripts import read_transcripts
from bench.brief import Score, figures, marks, score
from operations.briefing import run
from settings import Settings
from shop.errors import BadInput

GOOD = {"id": "a", "lang": "en", "messages": [{"author": "shopper", "text": "I wear EU 38"}]}
QUIET = Console(quiet=True)


def written(path: Path, *rows: Any) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(lines), "utf-8")
    return path


def offline(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, language_mode="offline")


def test_a_brief_is_written_for_each_transcript(tmp_path: Path) -> None:
    file, out = written(tmp_path / "in.jsonl", GOOD, GOOD | {"id": "b"}), tmp_path / "out.jsonl"
    assert run(file, out, offline(tmp_path), QUIET) == 2
    made = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [brief["id"] for brief in made] == ["a", "b"]
    for fact in made[0]["facts"]:
        assert fact["key"] in KEYS
        assert fact["from"] == [0]
    assert {"key": "size", "value": "I wear EU 38", "from": [0]} in made[0]["facts"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "in.jsonl:2: line"),
        ('{"id": "b"}', "in.jsonl:2: messages"),
        ('{"id": "b", "messages": []}', "in.jsonl:2: messages"),
        ('{"id": "b", "messages": [{"author": "cat", "text": "x"}]}', "messages.0.author"),
        (json.dumps(GOOD), "a stands there twice"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(tmp_path: Path, line: str, why: str) -> None:
    file, out = written(tmp_path / "in.jsonl", GOOD, line), tmp_path / "out.jsonl"
    out.write_text("as it was", "utf-8")
    with pytest.raises(BadInput, match=why):
        run(file, out, offline(tmp_path), QUIET)
    assert out.read_text("utf-8") == "as it was"
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out.jsonl"}


def test_briefs_never_take_the_place_of_the_transcripts(tmp_path: Path) -> None:
    file = written(tmp_path / "in.jsonl", GOOD)
    with pytest.raises(BadInput, match="overwritten"):
        run(file, file, offline(tmp_path), QUIET)


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    file = written(tmp_path / "in.jsonl", GOOD)
    with pytest.raises(BadInput, match="cannot be written"):
        run(file, tmp_path / "no" / "out.jsonl", offline(tmp_path), QUIET)


def scored(tmp_path: Path, value: str, *labels: dict[str, Any], gone: list[str]) -> Score:
    row = GOOD | {"facts": list(labels), "not_facts": gone}
    [transcript] = read_transcripts(written(tmp_path / "t.jsonl", row))
    return score(transcript, [{"key": "measurement", "value": value, "from": [0]}])


def test_a_label_is_recalled_by_its_key_message_and_numbers(tmp_path: Path) -> None:
    size = {"key": "size", "value": "EU 38", "from": [0]}
    assert not scored(tmp_path, "EU 38", size, gone=[]).missed
    assert scored(tmp_path, "EU 40", size, gone=[]).missed == [size]


def test_what_was_withdrawn_or_never_said_is_wrong(tmp_path: Path) -> None:
    assert not scored(tmp_path, "EU 38", gone=[]).wrong
    assert scored(tmp_path, "EU 38", gone=["38"]).wrong
    assert scored(tmp_path, "EU 41", gone=[]).wrong


def test_figures_are_shares_of_labels_and_of_lines(tmp_path: Path) -> None:
    size = {"key": "size", "value": "EU 38", "from": [0]}
    found = figures([scored(tmp_path, "EU 41", size, gone=[])])
    assert (found["recall"], found["wrong"], found["facts"], found["made"]) == (0.0, 1.0, 1, 1)


def test_numbers_are_compared_without_their_thousands_marks() -> None:
    assert marks("１，060 of TV-S01") == {"1060", "TV-S01"}
