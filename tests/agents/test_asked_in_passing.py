"""What a figure or a word means depends on what is asked: ages, wrists, stock, what came before."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.cues import load_cues
from tests.agents.asked import ruled

CUES = load_cues(Path("knowledge/house/cues.yaml"))


@pytest.mark.parametrize(
    "text",
    [
        "What do you recommend for a man in his 40s",
        "a gift for my husband, he is in his 50s",
        "something for my dad, 50s, likes to travel",
        "men in their 40s, what would you suggest",
    ],
)
def test_a_decade_of_age_is_no_jacket(text: str) -> None:
    made = ruled(text)
    assert made is None or "SIZE-16" not in made.rule


def test_a_short_jacket_is_still_one() -> None:
    made = ruled("my husband wears a 40S jacket, what is that in EU")
    assert made is not None
    assert "SIZE-16" in made.rule


@pytest.mark.parametrize(
    "text",
    [
        "Looking for something for my wife's 40th, around 20k RMB",
        "a present for my mother, about 10,000 RMB",
        "what do you have at roughly 8000 yuan",
        "any bag around rmb 13000",
    ],
)
def test_about_so_much_is_a_budget(text: str) -> None:
    made = ruled(text)
    assert made is not None
    assert "within RMB" in made.say.en or "RMB" in made.say.en


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("What size wrist fits the watch? Mine is 14 cm", False),
        ("is the Méridien ok on a wrist like mine, 16 cm", True),
        ("我手腕14厘米，Méridien能戴吗", False),
        ("Méridien适合多粗的手腕？我的17cm", True),
    ],
)
def test_a_length_beside_the_word_wrist_is_the_wrist(text: str, fits: bool) -> None:
    made = ruled(text)
    assert made is not None
    assert ("does not fit" not in made.say.en) == fits


@pytest.mark.parametrize(
    "text",
    [
        "Is the Nuage in stock in size M",
        "Nuage M码有现货吗",
        "is the Cadence in stock in 38",
        "Halte 43码缺货吗",
        "戒指54号有货没",
        "Soir in IT 42, is it sold out",
    ],
)
def test_stock_of_a_size_is_no_question_for_a_size_table(text: str) -> None:
    made = ruled(text)
    assert made is None or not any(rule.startswith(("H-L", "SIZE")) for rule in made.rule)


@pytest.mark.parametrize(
    ("last", "rule"),
    [
        ("大陆收货包税吗", "H-D1"),
        ("寄到英国含税吗", "H-D1"),
    ],
)
def test_a_follow_up_with_a_matter_of_its_own_leaves_the_instalments(last: str, rule: str) -> None:
    made = ruled("Nuage多少钱", "那可以分期吗", last)
    assert made is not None
    assert rule in made.rule
    assert "H-G3" not in made.rule


@pytest.mark.parametrize(
    ("earlier", "last", "first"),
    [
        (("care of the Rivage", "and for the Sillage"), "which one is heavier", "Rivage"),
        (("Sillage多少钱", "Grain呢"), "哪个更轻", "Grain"),
        (("tell me about the Grain", "and the Rivage"), "which is lighter", "Grain"),
    ],
)
def test_two_pieces_spoken_of_one_after_the_other_are_the_two_compared(
    earlier: tuple[str, ...], last: str, first: str
) -> None:
    made = ruled(*earlier, last)
    assert made is not None
    assert made.values.get("piece") in (first, None)
    assert first in made.say.en


@pytest.mark.parametrize(
    "text",
    [
        "how long is the slip dress? i'm 5'3",
        "我一米六，Soir多长",
        "what is the length of the Soir, I am 170 cm",
        "Soir裙长多少，我165cm",
    ],
)
def test_how_long_a_dress_is_needs_no_measures_of_a_body(text: str) -> None:
    made = ruled(text)
    assert made is not None
    assert "124" in made.say.en


@pytest.mark.parametrize(
    "text",
    [
        "Will an A4 folder fit in the Grain?",
        "does a 13 inch laptop fit the Grain",
        "Grain放得下A4纸吗",
        "14寸电脑能放进Grain吗",
    ],
)
def test_what_is_longer_than_the_bag_across_does_not_go_in(text: str) -> None:
    made = ruled(text)
    assert made is not None
    assert made.values["fits"] == "no"


def test_whether_a4_goes_into_a_bag_large_enough_outside_stays_unrecorded() -> None:
    made = ruled("does the Nil take A4")
    assert made is not None
    assert made.confidence == "unrecorded"


@pytest.mark.parametrize("text", ["What's the lightest bag you have?", "最轻的包是哪个"])
def test_a_card_without_a_weight_is_left_out_of_the_comparison_and_named(text: str) -> None:
    made = ruled(text)
    assert made is not None
    assert made.say.en.startswith("The Grain is the lightest")
    assert "Nil" in made.say.en


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("what is 尺码 for bust 88 in 羊绒衫", "M"),
        ("bust 95 in the Nuage", "L"),
        ("bust 80 in Nuage which size", "XS"),
    ],
)
def test_in_after_more_than_a_girth_has_of_inches_is_a_word(text: str, letter: str) -> None:
    made = ruled(text)
    assert made is not None
    assert made.values["letter"] == letter


def test_a_girth_in_inches_is_still_one() -> None:
    made = ruled("my bust is 36 in, which size in the Nuage")
    assert made is not None
    assert "91.4" in made.say.en


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Which watch do you sell", 1),
        ("what bags do you have", 4),
        ("你们有哪些包", 4),
        ("都有什么鞋", 2),
        ("which rings are there?", 1),
        ("店里有哪几款手表", 1),
    ],
)
def test_what_there_is_of_a_kind_is_listed_with_prices(text: str, count: int) -> None:
    made = ruled(text)
    assert made is not None
    assert made.values["count"] == count


@pytest.mark.parametrize("text", ["what bags do you have in stock", "你们有什么颜色的包"])
def test_stock_and_colours_of_a_kind_are_no_list(text: str) -> None:
    made = ruled(text)
    assert made is None or "count" not in made.values


@pytest.mark.parametrize(
    ("text", "section"),
    [
        (
            "can i get the bag authenticated if i bring it to the salon",
            "boundary-authenticity/judge",
        ),
        ("门店能不能帮忙鉴定这个包", "boundary-authenticity/judge"),
        ("小羊皮包发霉了咋办", "care-wet-and-dirty-leather/mould"),
        ("my leather tote has mildew on it", "care-wet-and-dirty-leather/mould"),
        ("戒指54号换成港码是多少", "sizing-ring-systems/hong-kong"),
        ("分期提前还款可以吗", "boundary-unrecorded-accounts/bank-details"),
        ("can I pay off the instalments early", "boundary-unrecorded-accounts/bank-details"),
        ("门店有Sillage的现货吗", "boundary-stock/which-salon"),
        ("is the Lune in stock at the Paris store?", "boundary-stock/which-salon"),
        ("Is the Nuage in stock in size M", "boundary-stock/stock"),
    ],
)
def test_telling_words_name_the_section(text: str, section: str) -> None:
    assert CUES.section_of(text) == section


@pytest.mark.parametrize(
    "text",
    [
        "我去年双十一买的包，今天开线了，还保吗",
        "I bought this at your Black Friday sale last year, is it still covered",
        "包怎么预防发霉",
        "my cashmere sweater smells of mould",
    ],
)
def test_the_same_words_told_of_something_else_name_no_such_section(text: str) -> None:
    named = ("boundary-future/next-sale", "care-wet-and-dirty-leather/mould")
    assert CUES.section_of(text) not in named
