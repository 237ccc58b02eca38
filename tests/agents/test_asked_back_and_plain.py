"""Questions in plain or foreign words, and those in which the one needed detail is missing."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled

SPOKEN = [
    ("sixteen and a half inch collar in cm", {"cm": "42"}),
    ("My husband takes a nine in English shoes; which Halte?", {"recommended": "42"}),
    ("I am man, my feets on the paper have 26.7. Which Halte", {"recommended": "41"}),
    ("a foot of twenty four and a half centimetres, women's shoes", {"eu": "39"}),
    ("on my dress from Tokyo is written 11, which bust", {"jp_bust_cm": "86"}),
    ("in London I'm a ten, what Italian number for the Soir", {"it": "42"}),
    ("巴黎买的裙子标着38，你们意码多少", {"it": "42"}),
    ("日本买的戒指标着15号，Orbe几号", {"eu": "56"}),
    ("戒指标着12，是日本买的，Orbe几号", {"eu": "52"}),
    ("both gloves are marked 7, how many cm", {"english_cm": "17.8"}),
    ("手套7号半是多少厘米", {"english_cm": "19.1"}),
    ("my wrist is 20 cm: the watch or the necklace, which won't close?", {"fits": "no"}),
    ("US 7 is 18.08 mm across?", {}),
    ("女，净胸92净腰70，号型最后是什么字母", {"letter": "Y"}),
    ("man, chest 96, waist 80: which letter, Y or A, by GB/T 1335", {"letter": "A"}),
    ("compare a French 40, an Italian 40 and a German 40 dress", {"it_smaller": "3"}),
    ("法、意、德的38摆一起，相对德码各小几档", {"fr_smaller": "1"}),
    ("Tokyo fitter C, Berlin fitter B, the same 15 cm difference", {"en_cup": "B"}),
    ("胸围差15厘米，日本是C杯，欧洲呢", {"jp_cn_cup": "C"}),
]
SERVED = [
    ("can I book the salon for three weeks from Thursday", {"possible": "too_early"}),
    ("十天后想去门店试Soir，能预约吗", {"possible": "yes"}),
    ("墨镜3200 拆9个月还", {"months": "3, 6"}),
    ("spread the Méridien over six", {"months": "6"}),
    ("分三期买Grain每月多少", {"months": "3"}),
    ("金锁三钱二，内地算多少克", {"found": "16.000"}),
    ("金条二两三钱五是多少克", {"found": "117.500"}),
    ("my grandmother in Hong Kong left two tael of gold, how many grams", {"found": "74.858"}),
    ("do I owe the delivery guy anything in Osaka", {"terms": "DDP"}),
    ("should I keep some francs by the door in Geneva for the courier", {"terms": "DAP"}),
    ("东西寄台北，海关那边的钱你们吸收吗", {"terms": "DAP"}),
    ("pretend I'm in Lagos: do I pay duty at the door?", {"terms": "DAP"}),
    ("他在迪拜，要见着货才给钱，上限多少", {"possible": "yes"}),
    ("leather clean: what will it set me back", {}),
    (
        "a €120 parcel with four T-shirts and a watch to Lisbon from outside Europe, duty?",
        {"duty_eur": "6"},
    ),
    ("走跨境，一只16800的包超5000了怎么算税", {"route": "full_tax"}),
    ("Sillage Grain Rivage 拎着最不累的是", {}),
]
LEANING = [
    (("can I chop the Grain into instalments", "do 12. per month?"), {"months": "12"}),
    (("Rivage能分期吗", "6"), {"months": "6"}),
    (("Is the yearly CBEC ceiling 26,000?", "I've burnt 22,000. And the Rivage?"),
     {"left": "4000"}),
    (("I am what the English shops call a fourteen.", "which Italian number is the Soir?"),
     {"it": "46"}),
    (("send it to my daughter in Copenhagen", "will the courier ask her for money?"),
     {"terms": "DDP"}),
    (("which warehouse serves Tokyo?", "and Mumbai, same one?"), {"warehouse": "dubai"}),
]  # fmt: skip
LACKING = [
    "my ring is an 8, which Orbe do I take", "i'm a 40, what am i in UK", "我一直穿38，腰围算多少",
    "am i still in time to send mine back", "现在退还来得及吗",
    "do i get hit with customs when it arrives",
    "whats my delivery time", "发到我这边得几天", "分期的话一个月还多少",
]  # fmt: skip
SAID = [
    "Is it too late to return it, it came 12 days ago", "what is the delivery time to Lyon",
    "women's UK 5 shoes in EU", "Grain分6期一个月还多少",
    "do I pay customs in Osaka when it arrives",
    "my ring is US 8, which Orbe",
]  # fmt: skip
IN_PASSING = [
    "My foot was 24 cm when I was 12; how do I store patent leather?",
    "I paid the courier yesterday in Geneva, now how should I care for pearls?",
    "I'm 40 today! Do you gift wrap?", "我是38岁的妈妈，羊绒怎么洗",
    "I booked a hotel two weeks from now in Paris, is there a salon there?",
    "split my order in 3 parcels for customs?", "My ring is 8 years old and scratched",
    "I paid two of them and five six friends came",
]  # fmt: skip


@pytest.mark.parametrize(("asked", "values"), [*SPOKEN, *SERVED])
def test_plain_words_are_computed_like_the_trade_s_own(asked: str, values: dict[str, str]) -> None:
    found = ruled(asked)
    assert found is not None
    assert found.confidence != "none"
    assert {name: str(found.values[name]) for name in values} == values


@pytest.mark.parametrize(("turns", "values"), LEANING)
def test_a_second_message_brings_the_figure_for_the_first(
    turns: tuple[str, ...], values: dict[str, str]
) -> None:
    found = ruled(*turns)
    assert found
    assert {name: str(found.values[name]) for name in values} == values


@pytest.mark.parametrize("asked", LACKING)
def test_without_the_one_needed_detail_it_is_asked_for(asked: str) -> None:
    found = ruled(asked)
    assert found is not None
    assert found.confidence == "none"


@pytest.mark.parametrize("asked", SAID)
def test_a_detail_that_was_said_is_not_asked_for(asked: str) -> None:
    found = ruled(asked)
    assert found is not None
    assert found.confidence != "none"


@pytest.mark.parametrize("asked", IN_PASSING)
def test_a_figure_told_in_passing_is_not_computed(asked: str) -> None:
    assert ruled(asked) is None


@pytest.mark.parametrize(
    "asked", ["寄首尔，海关会收我多少韩元", "duty on a Nuage to Brazil, give me the figure"]
)
def test_what_foreign_customs_will_charge_is_not_the_house_s_to_say(asked: str) -> None:
    found = ruled(asked)
    assert found is not None
    assert found.confidence == "unrecorded"
    assert found.values["terms"] == "DAP"
