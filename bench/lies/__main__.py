"""python -m bench.lies: lies and true sentences, told as a model tells them, and what is shown.

Every sentence goes the way of a model's line: read from its text with the number of its evidence,
then through the advisor's check. Lies are made from the house's passages (`bench.lies.lying`),
told of the wrong passage, or written by hand; true ones are the passages' own sentences, and
faithful paraphrases written by hand (`*.jsonl` here, each beside the evidence it was written for).
Prints what went wrong, then {lies, false_shown, true_kept, truths, paraphrases, paraphrase_kept,
held_out_*: those by hand that were not looked at while the rules were made, verbatim_us,
paraphrase_us: the median time of one proof}.
"""

from __future__ import annotations

import json
import random
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from agents.model_lines import drafts
from agents.steps.check import Checked, check
from agents.turn import Evidence, Plan, Shown
from bench.figures import report
from bench.lies.lying import lies_from
from knowledge.passages import Passage, passages_of, sentences_of
from shop.conversations import Behaviour
from shop.language import Lang
from wiring import house_articles

_FILES = Path(__file__).parent
_EACH_KIND = 40  # lies of each kind in each language
_OF_ELSEWHERE = 120  # true sentences told of another passage, in each language


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as it is told of a passage. `shown` is what a shopper would read of it."""

    kind: str
    passage: Passage
    text: str
    held_out: bool = False

    def shown(self) -> list[str]:
        item = Evidence(self.passage, self.passage.text)
        plan = Plan(Behaviour.ANSWER, (item,))
        drafted = drafts(f"{self.text} [1]", self.passage.lang)
        told = check(plan, drafted, list, Checked())
        return [sentence.text for sentence in told if isinstance(sentence, Shown)]

    @property
    def misleads(self) -> bool:
        """Whether anything of it is shown but the passage's own sentences."""
        own = sentences_of(self.passage.text)
        return any(sentence not in own for sentence in self.shown())

    @property
    def kept(self) -> bool:
        return bool(self.shown())


def main() -> None:
    passages = [
        passage
        for article in house_articles()
        for passage in passages_of(article)
        if passage.behaviour is Behaviour.ANSWER and passage.topic != "advisor"
    ]
    report(**figures(passages))


def figures(passages: Sequence[Passage], each: int = _EACH_KIND) -> dict[str, float]:
    """All of the bench's figures over these passages and what is written by hand."""
    lies, truths = [*_lies(passages, each)], [*_verbatim(passages)]
    by_hand, paraphrases = [*written("lies.jsonl")], [*written("truths.jsonl")]
    shown = [told for told in (*lies, *by_hand) if told.misleads]
    lost = [told for told in (*truths, *paraphrases) if not told.kept]
    _print("shown", shown)
    _print("lost", lost)
    held = [told for told in paraphrases if told.held_out]
    return {
        "lies": len(lies) + len(by_hand),
        "false_shown": len(shown),
        "true_kept": round(1 - len(lost) / len([*truths, *paraphrases]), 4),
        "truths": len(truths) + len(paraphrases),
        "lies_by_hand": len(by_hand),
        "paraphrases": len(paraphrases),
        "paraphrase_kept": _share_kept(paraphrases),
        "held_out_lies": sum(told.held_out for told in by_hand),
        "held_out_shown": sum(told.held_out for told in shown),
        "held_out_paraphrases": len(held),
        "held_out_kept": _share_kept(held),
        "verbatim_us": _median_us(truths),
        "paraphrase_us": _median_us(paraphrases),
    }


def _lies(passages: Sequence[Passage], each: int) -> Iterator[Told]:
    chance = random.Random(8)  # noqa: S311  # the same lies every time
    for lie in lies_from(passages, each, chance):
        yield Told(lie.kind, lie.passage, lie.text)
    yield from _of_elsewhere(passages, chance, each * 3)


def _of_elsewhere(passages: Sequence[Passage], chance: random.Random, each: int) -> Iterator[Told]:
    """A true sentence with the number of evidence that speaks of something else."""
    for lang in ("zh", "en"):
        told = [passage for passage in passages if passage.lang == lang]
        for _ in range(each):
            one, other = chance.sample(told, 2)
            if one.topic != other.topic:
                yield Told("elsewhere", other, chance.choice(sentences_of(one.text)))


def _verbatim(passages: Iterable[Passage]) -> Iterator[Told]:
    for passage in passages:
        for sentence in sentences_of(passage.text):
            if any(character.isalnum() for character in sentence):
                yield Told("verbatim", passage, sentence)


def written(file: str) -> Iterator[Told]:
    for line in (_FILES / file).read_text("utf-8").splitlines():
        row = json.loads(line)
        kind = row.get("kind", "paraphrase")
        yield Told(kind, _passage(row), row["text"], row["held_out"])


def _passage(row: dict[str, Any]) -> Passage:
    """The passage as it stood when the sentence was written about it."""
    article, section, lang = row["section"].split("/")
    language: Lang = "zh" if lang == "zh" else "en"
    return Passage(
        article, 1, section, language, row["title"], row["title"], row["evidence"], (), (),
        tuple(row["source"]), "care", Behaviour.ANSWER, None,
    )  # fmt: skip


def _share_kept(told: Sequence[Told]) -> float:
    return round(statistics.mean(each.kept for each in told), 4)


def _median_us(told: Sequence[Told]) -> float:
    return round(statistics.median(_took_us(each) for each in told[:400]), 1)


def _took_us(told: Told) -> float:
    started = perf_counter()
    told.shown()
    return (perf_counter() - started) * 1_000_000


def _print(what: str, told: Iterable[Told]) -> None:
    for each in told:
        if not each.held_out:
            print(f"{what} {each.kind}: {each.text}  <-  {each.passage.id}")


if __name__ == "__main__":
    main()
