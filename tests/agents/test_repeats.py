"""Repeats: what was said is not said again; what is new stays."""

from __future__ import annotations

import pytest

from agents.repeats import says_again


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Pearl restringing costs RMB 450 and is advised every 1–2 years.",
            "A pearl necklace worn regularly should be restrung every 1–2 years, as advised. "
            "Our pearl restringing costs RMB 450.",
        ),
        (
            "The Halte runs large: take one size down from our size table.",
            "The Halte loafer runs large, so take one size down from the men's table.",
        ),
        ("有，Orbe 的钻石附实验室证书。", "Orbe 镶一颗天然钻石，附实验室证书。"),
        ("它比小羊皮更挺、更耐刮。", "荔枝纹比小羊皮更挺，也更耐刮。"),
    ],
)
def test_nearly_the_same_words_are_a_repeat(sentence: str, said: str) -> None:
    assert says_again(sentence, said)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Pearl restringing costs RMB 450.", "Pearl restringing costs RMB 340."),
        ("Do not use alcohol or acetone on the frame.", "Rinse it, then wipe with microfibre."),
        ("3 天内可以退。", "30 天内可以退。"),
        ("不要用酒精。", "用干软布轻擦。"),
        ("It is unworn.", ""),
    ],
)
def test_another_figure_or_another_matter_is_no_repeat(sentence: str, said: str) -> None:
    assert not says_again(sentence, said)
