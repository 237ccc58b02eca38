from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from agents import voice
from agents.proof.never_phrased import forbidden_claim
from shop.clients import Tier
from shop.handoffs import Handoff, HandoffState, Lane, Reason
from shop.language import LANGS, Bilingual, Lang

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
FIXED = [value for value in vars(voice).values() if isinstance(value, Bilingual)]


def handoff(lane: Lane, due: datetime, note_only: bool = False) -> Handoff:
    return Handoff(
        "h", "c", lane, Reason.ASKED, HandoffState.WAITING, NOON, due, note_only, Tier.BLACK
    )


def test_the_first_message_says_that_it_is_software() -> None:
    assert "软件" in voice.GREETING.zh
    assert "不是真人" in voice.GREETING.zh
    assert "software" in voice.GREETING.en


@pytest.mark.parametrize("said", FIXED)
def test_no_fixed_sentence_flatters_shouts_or_promises(said: Bilingual) -> None:
    for text in (said.zh, said.en):
        assert "!" not in text
        assert "！" not in text
        assert "As an AI" not in text
        assert "作为一个AI" not in text
        assert not any(character.isdigit() for character in text)


@pytest.mark.parametrize("said", [s for s in FIXED if s.zh])
def test_chinese_says_nin_and_uses_its_own_punctuation(said: Bilingual) -> None:
    assert "你" not in said.zh
    assert "," not in said.zh
    assert not said.zh.endswith(".")


@pytest.mark.parametrize("said", FIXED)
def test_no_fixed_sentence_makes_a_forbidden_claim(said: Bilingual) -> None:
    assert forbidden_claim(said.en) == ""
    assert forbidden_claim(said.zh) == ""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("lane", list(Lane))
def test_each_lane_has_its_own_sentence_in_each_language(lang: Lang, lane: Lane) -> None:
    others = [
        voice.handed_over(handoff(other, NOON), lang, NOON) for other in Lane if other != lane
    ]
    said = voice.handed_over(handoff(lane, NOON), lang, NOON)
    assert said not in others
    assert "{" not in said


@pytest.mark.parametrize(
    ("lang", "due"), [("zh", "12:05（北京时间）"), ("en", "12:05 Beijing time")]
)
def test_the_promised_minute_is_said_in_beijing_time(lang: Lang, due: str) -> None:
    soon = handoff(Lane.DEDICATED, NOON + timedelta(minutes=5))
    assert due in voice.handed_over(soon, lang, NOON)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("lane", [Lane.SHARED, Lane.SERVICE])
def test_no_minute_is_said_where_none_was_promised(lang: Lang, lane: Lane) -> None:
    said = voice.handed_over(handoff(lane, NOON + timedelta(hours=2)), lang, NOON)
    assert not any(character.isdigit() for character in said)


@pytest.mark.parametrize(
    ("lang", "when"), [("zh", "11 月 24 日 10:00"), ("en", "10:00 on 24 November")]
)
def test_a_note_says_the_day_when_it_is_not_today(lang: Lang, when: str) -> None:
    opening = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    said = voice.handed_over(handoff(Lane.SERVICE, opening, note_only=True), lang, NOON)
    assert when in said
    assert "passed" not in said
    assert "已转" not in said
