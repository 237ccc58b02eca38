"""Whatever is typed, nothing that reads it raises or dawdles."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents import measures
from agents.brief import brief
from agents.model_lines import drafts
from agents.proof.figures import figures_of
from agents.proof.prover import prove
from agents.steps.attached import remarks
from knowledge.cues import Cues, load_cues
from shop.conversations import Attachment, Author
from tests.agents.asked import message, questions, ruled
from tests.agents.brief.talks import known
from tests.shop.house_books import HOUSE

TELLING = st.sampled_from(
    ["脚长", "foot ", "24.5", "cm", "EU ", "38", "½", "码", "万", "一", "十", "天", "days", "€",
     "¥", "US", " in ", "?", "？", "\n", "<", ">", "{", "[[", "(", "1,000", "it ", "退", "18K",
     "lambskin",
     "75B", "\u200d", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "٣", "²",
     "Ⅷ", "〇", "零", "半", "-", "."]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=4000), st.lists(TELLING, max_size=60).map("".join))
READS: list[Callable[[str], object]] = [
    measures.body_measures, measures.named_sizes, measures.wanted_systems, measures.letter_size,
    measures.cups, measures.money, measures.spans, measures.lengths, measures.bare_numbers,
    figures_of,
    lambda text: prove(text, ["Blot it for 24 hours."]),
    lambda text: prove("Blot it for 24 hours.", [text]),
    lambda text: drafts(text, "en"),
    lambda text: remarks(Attachment("product_review", text)),
    lambda text: brief([message(text)], known()),
    lambda text: brief([message(text, 1), message(text, 2, Author.ADVISOR)], known()),
]  # fmt: skip


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_can_be_read(text: str) -> None:
    for read in READS:
        read(text)


@given(TEXTS, TEXTS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_can_be_understood_and_ruled_on(first: str, second: str) -> None:
    assert questions(first, second)
    ruled(first)
    ruled(first, second)


ADVERSARIAL = {
    "digits": "1" * 4000,
    "brackets": "(" * 4000,
    "letters": "a a a " * 666,
    "tags": "<a" * 2000,
    "braces": "{" * 4000,
    "squares": "[[" * 2000,
    "numerals": "一万" * 2000,
    "sizes": "EU " * 1333,
    "points": "1.1." * 1000,
    "commas": "1,000," * 660,
    "feet": "脚" * 4000,
    "questions": "脚长多少？" * 800,
    "spaces": "1 " * 2000,
    "taels": "港1" * 2000,
    "reports": "returned " * 440,
    "tag cut": "tag cut " * 500,
    "half": "½" * 4000,
}


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_no_message_takes_long_to_understand_and_rule_on(text: str) -> None:
    ruled(text[:90])  # patterns are compiled when first needed
    began = time.thread_time()
    questions(text)
    assert time.thread_time() - began < 0.2
    began = time.thread_time()
    ruled(text)
    assert time.thread_time() - began < 1.0


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load_cues(HOUSE / "cues.yaml")


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_no_message_takes_long_to_be_heard_for_cues(cues: Cues, text: str) -> None:
    began = time.thread_time()
    cues.section_of(text)
    assert time.thread_time() - began < 0.5


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_no_message_takes_long_to_brief(text: str) -> None:
    brief([message("warm up")], known())
    began = time.thread_time()
    brief([message(text)], known())
    assert time.thread_time() - began < 0.5
