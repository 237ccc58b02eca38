"""python -m bench.brief: how complete briefs of labelled transcripts are, and how much is wrong.

A labelled fact is recalled when a line of the same key (size and measurement count as one) shares a
message with it and carries every number and piece id of the label. A line is wrong when it repeats
something the client withdrew, states a number that none of its messages contains, or rests on none.
Amounts said in tens of thousands ('1万3') may be worked out, and dates put in digits. Prints what
was missed and what is wrong, the figures of the transcripts that no rule was written on
(`held.jsonl`: only their figures are ever looked at) and of each language, then those of all.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.brief import Known
from agents.brief.transcripts import Transcript, read_transcripts
from bench.figures import report
from operations.briefing import facts_of
from wiring.briefs import house_known

_OWN = Path(__file__).parent / "briefs"
_HELD = _OWN / "held.jsonl"  # never read line by line: what is missed there is not printed
_FILES = [_OWN / "zh.jsonl", _OWN / "en.jsonl", _HELD]
_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_MARK = re.compile(r"TV-[A-Z]\d\d|\d+(?:\.\d+)?")
_SHORT_SUM = re.compile(r"[万千]|\d\s?[kKwW]")

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """What became of one transcript: labels missed of how many, lines wrong of how many."""

    transcript: Transcript
    labels: int
    made: int
    missed: Sequence[Line]
    wrong: Sequence[Line]


def score(transcript: Transcript, made: Sequence[Line]) -> Score:
    labels = transcript.facts
    return Score(
        transcript,
        len(labels),
        len(made),
        [label for label in labels if not _is_recalled(label, made)],
        [line for line in made if _is_wrong(line, transcript)],
    )


def _is_recalled(label: Line, made: Iterable[Line]) -> bool:
    return any(
        _key(line) == _key(label)
        and set(line["from"]) & set(label["from"])
        and marks(label["value"]) <= marks(line["value"])
        for line in made
    )


def _is_wrong(line: Line, transcript: Transcript) -> bool:
    texts = [transcript.messages[at].text for at in line["from"]]
    withdrawn = any(gone in line["value"] for gone in transcript.not_facts if gone)
    return not texts or withdrawn or bool(_unsaid(line, " ".join(texts)))


def _unsaid(line: Line, words: str) -> set[str]:
    """The numbers of a line that stand in none of its messages."""
    if line["key"] == "date":
        return set()
    new = {mark for mark in marks(line["value"]) if not mark.startswith("TV-")} - marks(words)
    return {mark for mark in new if not (mark.endswith("000") and _SHORT_SUM.search(words))}


def marks(text: str) -> set[str]:
    """Numbers and piece ids of a text."""
    return set(_MARK.findall(_THOUSANDS.sub("", text.translate(_WIDE))))


def _key(line: Line) -> str:
    return "size" if line["key"] == "measurement" else str(line["key"])


def figures(scores: Sequence[Score]) -> dict[str, float]:
    labels, made = sum(s.labels for s in scores), sum(s.made for s in scores)
    return {
        "recall": round(1 - sum(len(s.missed) for s in scores) / max(1, labels), 4),
        "wrong": round(sum(len(s.wrong) for s in scores) / max(1, made), 4),
        "facts": labels,
        "made": made,
        "n": len(scores),
    }


def _scores(file: Path, known: Known) -> list[Score]:
    return [score(each, facts_of(each, known)) for each in read_transcripts(file)]


def _print(scores: Iterable[Score]) -> None:
    for each in scores:
        for what, lines in (("missed", each.missed), ("wrong", each.wrong)):
            for line in lines:
                print(f"{what} {each.transcript.id} {line['key']} {line['from']}: {line['value']}")


def _print_parts(scored: Mapping[Path, Sequence[Score]]) -> None:
    """The figures of what was held back, and of each language, a line each."""
    every = [each for scores in scored.values() for each in scores]
    parts = {lang: [s for s in every if s.transcript.lang == lang] for lang in ("zh", "en")}
    for name, scores in ({"held back": scored.get(_HELD, [])} | parts).items():
        if scores:
            print(name, json.dumps(figures(scores)))


def main() -> None:
    options = argparse.ArgumentParser(description="How complete briefs are.")
    options.add_argument("--transcripts", nargs="+", type=Path, default=_FILES)
    options.add_argument("--quiet", action="store_true", help="Only the figures.")
    chosen = options.parse_args()
    known = house_known()
    scored = {file: _scores(file, known) for file in chosen.transcripts}
    if not chosen.quiet:
        _print(each for file, scores in scored.items() if file != _HELD for each in scores)
    _print_parts(scored)
    report(**figures([each for scores in scored.values() for each in scores]))


if __name__ == "__main__":
    main()
