"""An attribute is answered only where it is asked of the piece, or of the part it belongs to."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled


@pytest.mark.parametrize(
    "question",
    [
        "what gauge is the stitching on the Grain", "Grain的缝线是几支的",
        "how thick is the insole of the Halte", "Halte鞋垫多厚",
        "which brand makes the zip of the Rivage", "Rivage拉链哪个牌子",
        "how tall is the setting of the Orbe", "Orbe戒托多高",
        "how many hours does it take to make one Sillage", "做一个Sillage要几个小时",
        "will the Halte cost more next year", "明年Halte卖多少钱",
    ],
)  # fmt: skip
def test_what_the_card_does_not_list_of_a_part_is_said_to_be_missing(question: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert ruling.confidence == "unrecorded"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how high is the heel of the Cadence", "75 mm"), ("Cadence鞋跟多高", "75 mm"),
        ("what is the clasp of the Lune made of", "18 K"), ("Lune的扣头什么材质", "18K"),
        ("does the Orbe diamond come with a certificate", "report"), ("Orbe的钻石有证书吗", "证书"),
    ],
)  # fmt: skip
def test_what_the_card_lists_of_a_part_is_answered(question: str, said: str) -> None:
    ruling = ruled(question)
    assert ruling
    assert said in ruling.say.zh + ruling.say.en


def test_a_length_is_stated_for_the_size_of_the_card_alone() -> None:
    for question in ("how long is the Soir in a 42", "Soir 42码裙长多少"):
        ruling = ruled(question)
        assert ruling
        assert "124" in ruling.say.en
    for question in ("how long is the Soir in a 46", "Soir 46码裙长多少"):
        ruling = ruled(question)
        assert ruling
        assert ruling.confidence == "unrecorded"
        assert "124" not in ruling.say.en


def test_a_word_in_a_story_is_no_question_for_what_the_card_lacks() -> None:
    ruling = ruled("I wore my Orbe with her initials beside it while we quarrelled about summer")
    assert ruling is None or ruling.confidence != "unrecorded"


@pytest.mark.parametrize(
    "question",
    [
        "Cadence天皮换一次多少钱", "how much is it to replace the heel tips of the Cadence",
        "how long does the strap of the Méridien last", "Lune的珠子几年要重新穿",
    ],
)  # fmt: skip
def test_wear_and_service_of_a_part_are_no_attribute_of_the_piece(question: str) -> None:
    ruling = ruled(question)
    assert ruling is None or "attribute" not in ruling.values
