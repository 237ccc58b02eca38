"""What she changed her mind about: how many, what is to be done, where, what is not to be told."""

from __future__ import annotations

import pytest

from agents.brief import KEYS, Key
from tests.agents.brief.talks import facts, values


def everything(*texts: str) -> str:
    return " | ".join(fact.value for fact in facts(*texts) if fact.key in KEYS)


@pytest.mark.parametrize(
    ("gone", "texts"),
    [
        ("五件", ("想要五件羊绒衫送同事", "五件 28,000 元。", "换成四件")),
        ("28,000", ("想要五件羊绒衫送同事", "五件 28,000 元。", "换成四件")),
        ("9张", ("礼品卡要9张", "记下：9张。", "那就七张吧")),
        ("4 pieces", ("4 pieces for the fitting", "Noted: 4 pieces.", "just 3 pieces then")),
        ("six bags", ("six bags for the team", "six bags, noted.", "make it five bags")),
    ],
)
def test_another_number_of_the_same_thing_stands_instead(gone: str, texts: tuple[str, ...]) -> None:
    assert gone not in everything(*texts)


def test_a_number_of_another_thing_takes_nothing_away() -> None:
    assert "两件" in everything("想要两件羊绒衫", "好。", "改要三张贺卡")
    assert "two cards" in everything("two cards please", "Noted.", "make it three bags")


@pytest.mark.parametrize(
    ("gone", "texts"),
    [
        ("改到大连", ("地址能改到大连吗", "请同事答复。", "算了 不改地址了")),
        ("大连", ("地址能改到大连吗", "请同事答复。", "算了 不改地址了")),
        ("退货", ("能退货吗", "30 天内可退货。", "那不退货了")),
        ("my money back", ("I want my money back", "Noted.", "oh scrap the refund, just fix it")),
        (
            "exchange",
            ("can I exchange it?", "One free exchange.", "no exchange, it will do"),
        ),
        ("complain", ("I want to complain", "I note a complaint.", "no need to complain")),
    ],
)
def test_what_is_not_to_be_done_after_all_is_in_no_line(gone: str, texts: tuple[str, ...]) -> None:
    told = [f.value for f in facts(*texts) if f.key in KEYS and min(f.rests_on) < 3]
    assert gone not in " | ".join(told)


@pytest.mark.parametrize(
    ("gone", "texts"),
    [
        ("离婚", ("包要退 我们离婚了 这个别写", "好。")),
        ("redundant", ("He was made redundant, off the record", "Of course.")),
        ("pregnant", ("I'm pregnant. don't write that down", "I won't note it.")),
    ],
)
def test_what_she_tells_in_confidence_is_in_no_line(gone: str, texts: tuple[str, ...]) -> None:
    assert gone not in everything(*texts)


@pytest.mark.parametrize(
    ("place", "stands", "texts"),
    [
        ("Leeds", "Ghent", ("he's in Leeds, me in Ghent, post it to Ghent",)),
        ("Turin", "", ("my cousin in Turin has one as well",)),
        ("武汉", "厦门", ("他人常驻武汉 我在厦门 寄厦门",)),
        ("长沙", "", ("周五去长沙出差", "好。", "长沙不去了")),
        ("Hong Kong", "", ("不是hk", "记：Hong Kong。")),
    ],
)
def test_where_she_is_not_served_is_no_place_of_hers(
    place: str, stands: str, texts: tuple[str, ...]
) -> None:
    told = values("place", *texts)
    assert place not in told
    assert stands in told


@pytest.mark.parametrize(
    "texts",
    [
        ("能打九折吗", "我不能给折扣，也不议价。"),
        ("便宜点行不行", "不议价，线上线下同价。"),
        ("any discount?", "We don't price-match or bargain."),
        ("could you knock 10% off?", "I can't offer a discount."),
    ],
)
def test_a_refusal_is_an_answer(texts: tuple[str, str]) -> None:
    assert values("question_open", *texts) == ""


@pytest.mark.parametrize(
    ("gone", "texts"),
    [
        ("樱花粉", ("有没有樱花粉", "颜色没有列。", "粉不要了")),
        ("in teal", ("the tote in teal", "Noted.", "no teal. navy")),
        ("三点", ("周三三点去店里", "周三 15:00。", "预约推到五点")),
        ("15:00", ("周三三点去店里", "周三 15:00，为您保留。", "预约推到五点")),
        ("3 March", ("the do is 3 March", "Noted.", "5th actually, 3rd is a Sunday")),
        ("XL", ("胸围102 XL吧", "102 厘米落在 L。", "听你的 L")),
        ("17.1", ("inside diameter 17.1 mm", "That is EU 54.", "oh, it's for her thumb")),
        ("我穿S", ("送我男友 我自己也要 我穿S", "好。", "算了我那件先不要")),
        ("the lake", ("it fell in the lake", "Noted.", "well not the lake, a pond")),
        ("2,100", ("9 instalments?", "RMB 2,100 each over 9 months.", "no, pay in one go")),
    ],
)
def test_what_she_no_longer_means_is_in_no_line(gone: str, texts: tuple[str, ...]) -> None:
    told = (*texts, "Please measure again; I won't note 54.") if gone == "17.1" else texts
    assert gone not in everything(*told)


def test_what_a_house_changes_its_note_to_stands_instead() -> None:
    texts = ("I'm an IT 40", "Noted IT 40.", "label says 44", "Changed to IT 44.")
    assert "IT 44" in values("size", *texts)
    assert "IT 40" not in everything(*texts)


def test_a_loss_or_a_difference_is_no_budget() -> None:
    assert values("budget", "saw it 3,000 cheaper elsewhere") == ""
    assert values("budget", "酒店退了损失两万") == ""


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("don't ring me, write", "ring"),
        ("别打电话 发信息", "别打电话"),
        ("anything but grey", "grey"),
        ("白的容易脏", "容易脏"),
    ],
)
def test_what_she_does_not_want_is_a_dislike(text: str, part: str) -> None:
    assert part in values("dislike", text)


def test_one_who_goes_to_a_wedding_wears_it_herself() -> None:
    texts = ("a dress for my cousin's wedding, IT 42", "Noted.")
    assert values("recipient", *texts) == "the client"


def test_whose_papers_are_used_is_no_recipient() -> None:
    assert "朋友" not in values("recipient", "我朋友用她的身份证可以吗 我脚24", "不可以。")


@pytest.mark.parametrize(
    ("gone", "texts"),
    [
        ("Malmo", ("need it by Friday for a trip to Malmo", "Noted.", "trip's been cancelled")),
        ("Friday", ("need it by Friday for a trip to Malmo", "Noted.", "trip's been cancelled")),
        ("大理", ("周五去大理度假要背", "记下：周五。", "度假取消了")),
        ("three of them", ("three of them please", "Three are RMB 9,600.", "only one then")),
        ("9,600", ("three of them please", "Three are RMB 9,600.", "only one then")),
        ("周末", ("我周末去店里", "记下：周末。", "周末要加班 下周二吧")),
        ("耳环", ("昨天收到的耳环…不是 是珍珠项链",)),
        ("IT 40", ("bust 80", "IT 40; IT 42 is looser.", "looser is good, 42")),
        ("grey", ("my wife thinks navy, I think grey. she wins, navy",)),
        ("1,250", ("12 期行吗", "15,000 元分 12 期每期约 1,250 元。", "太久 6个月吧")),
        ("twelve", ("twelve instalments please", "Fine.", "hm, six payments rather")),
    ],
)
def test_what_fell_through_or_was_settled_otherwise_is_in_no_line(
    gone: str, texts: tuple[str, ...]
) -> None:
    assert gone not in everything(*texts)


@pytest.mark.parametrize(
    ("key", "text", "part"),
    [
        ("occasion", "my aunt turns 70 in May", "70"),
        ("occasion", "年夜饭穿", "年夜饭"),
        ("budget", "I don't care about the price", "price"),
        ("mood", "I'm losing patience", "patience"),
        ("date", "下班后联系我", "下班后"),
    ],
)
def test_further_kinds_of_fact_are_found_in_her_words(key: Key, text: str, part: str) -> None:
    assert part in values(key, text)


def test_us_behind_a_preposition_is_no_size() -> None:
    assert values("size", "she's been with us 38 years") == ""
