from __future__ import annotations

import time
from decimal import Decimal

import pytest

from agents.measures import (
    body_measures,
    cups,
    lengths,
    letter_size,
    money,
    named_sizes,
    normal,
    spans,
    wanted_systems,
)


def said(measures: object) -> list[tuple[str, ...]]:
    """Each measure as its figures read, so that examples stay readable."""
    return [
        tuple(str(getattr(m, field)) for field in m.__slots__)
        for m in measures  # type: ignore[attr-defined]  # a list of slotted dataclasses
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("脚长24.5", [("foot", "24.5", "")]),
        ("脚长２４．５ｃｍ", [("foot", "24.5", "cm")]),
        ("脚量出来是245毫米", [("foot", "245", "mm")]),
        ("my foot is 245mm", [("foot", "245", "mm")]),
        ("foot length: 9.6 inches", [("foot", "9.6", "in")]),
        ("My feet are 25 cm, thanks", [("foot", "25", "cm")]),
        ("foot 24 1/2 cm", [("foot", "24.5", "cm")]),
        ("胸围88 腰围68 臀围94", [("bust", "88", ""), ("waist", "68", ""), ("hip", "94", "")]),
        ("胸88腰68臀94", [("bust", "88", ""), ("waist", "68", ""), ("hip", "94", "")]),
        ("bust 88, waist 68 and hips 94 cm",
         [("bust", "88", ""), ("waist", "68", ""), ("hip", "94", "cm")]),
        ("下胸围75上胸围90", [("underbust", "75", ""), ("bust", "90", "")]),
        ("胸围90下胸围75", [("underbust", "75", ""), ("bust", "90", "")]),
        ("underbust 32 bust 36", [("underbust", "32", ""), ("bust", "36", "")]),
        ('waist 27"', [("waist", "27", "in")]),
        ("头围57厘米", [("head", "57", "cm")]),
        ("head circumference 22.5 in", [("head", "22.5", "in")]),
        ("手围20公分", [("hand", "20", "cm")]),
        ("内直径16.5mm", [("diameter", "16.5", "mm")]),
        ("ring finger 52 mm around", [("finger", "52", "mm")]),
        ("手腕16", [("wrist", "16", "")]),
        ("领围39", [("neck", "39", "")]),
        ("我身高165体重50", [("height", "165", "")]),
        ("我的foot是24.5公分", [("foot", "24.5", "cm")]),
        ("脚长二十四厘米", [("foot", "24", "cm")]),
    ],
)  # fmt: skip
def test_body_measures_are_read_in_both_languages(
    text: str, expected: list[tuple[str, ...]]
) -> None:
    assert said(body_measures(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "iPhone 15 fits?", "footwear 2026", "a necklace of 45 cm", "handbag 25 cm", "headband 57",
        "wristwatch 38 mm", "脚踝有3cm高", "脚链 25cm", "腰带100厘米", "胸针5cm",
        "I want to return on foot 3 days later", "脚上穿了3天", "my hands were full 20 minutes",
        "foot 2026", "订单号 20261123", "heel height 7 cm", "腰部磨损了2次",
    ],
)  # fmt: skip
def test_other_numbers_are_no_body_measures(text: str) -> None:
    assert body_measures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US 10", [("10", "US")]),
        ("us 10 women", [("10", "US")]),
        ("美码7", [("7", "US")]),
        ("美码七码半呢？我说的是美码7.5", [("7.5", "US")]),
        ("42码", [("42", "")]),
        ("欧码38半", [("38.5", "EU")]),
        ("EU 38.5", [("38.5", "EU")]),
        ("EU38½", [("38.5", "EU")]),
        ("ＥＵ ３８", [("38", "EU")]),
        ("38 EU", [("38", "EU")]),
        ("size 38", [("38", "")]),
        ("my size is 38", [("38", "")]),
        ("UK size 6", [("6", "UK")]),
        ("IT42", [("42", "IT")]),
        ("意大利码42", [("42", "IT")]),
        ("法国38码", [("38", "FR")]),
        ("国内38码 穿欧码多少", [("38", "CN")]),
        ("女鞋三十六码", [("36", "")]),
        ("韩码 240", [("240", "KR")]),
        ("EU 38 = US?", [("38", "EU")]),
        ("EU 38 or IT 42", [("38", "EU"), ("42", "IT")]),
    ],
)
def test_sizes_are_read_with_their_system(text: str, expected: list[tuple[str, ...]]) -> None:
    assert said(named_sizes(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["iPhone 15", "2026", "订单号 38271", "2026年", "order 12345 size?", "take us 10 minutes",
     "it 38 minutes", "UK 2026", "US$ 500", "de 15 euros", "tell us 3 times", "size M", "英国3天"],
)  # fmt: skip
def test_other_numbers_are_no_sizes(text: str) -> None:
    assert named_sizes(text) == []


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        ("EU 38 in US?", ["US"]),
        ("欧码38是美码多少", ["US"]),
        ("38码换成英码", ["UK"]),
        ("IT size?", ["IT"]),
        ("US 8 是欧码和英码的多少", ["EU", "UK"]),
        ("tell us about it", []),
        ("is it good for us", []),
    ],
)
def test_the_system_to_convert_to_is_the_one_without_a_number(
    text: str, systems: list[str]
) -> None:
    assert wanted_systems(text) == systems


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("M码", "M"), ("s码", "S"), ("毛衣xl号", "XL"), ("size L", "L"), ("I'm an M", "M"),
        ("XXL", "XXL"), ("拿S还是M", "S"), ("It's s", None), ("M's", None), ("U.S. size", None),
        ("M&S", None), ("SALE", None), ("small", None), ("", None),
    ],
)  # fmt: skip
def test_letter_sizes_stand_alone(text: str, letter: str | None) -> None:
    assert letter_size(text) == letter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("75B", [("75", "B")]), ("34C", [("34", "C")]), ("32DD", [("32", "DD")]),
        ("75b罩杯", [("75", "B")]), ("34-B", [("34", "B")]), ("70AA", [("70", "AA")]),
        ("７５Ｂ", [("75", "B")]),
    ],
)  # fmt: skip
def test_cups_are_read_with_their_band(text: str, expected: list[tuple[str, ...]]) -> None:
    assert said(cups(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["wash at 30 C", "wash at 40C", "水温30C可以吗", "100 C degrees", "iron at 110 C", "2026C",
     "iPhone 15 A", "A4 paper 80 g", "TV-2034B"],
)  # fmt: skip
def test_degrees_and_codes_are_no_cups(text: str) -> None:
    assert cups(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3万", ("30000", "")), ("1.5万", ("15000", "")), ("1万2", ("12000", "")),
        ("一万二", ("12000", "CNY")), ("三千五", ("3500", "CNY")), ("五千块", ("5000", "CNY")),
        ("12000元", ("12000", "CNY")), ("¥12,000", ("12000", "CNY")),
        ("￥１２，０００", ("12000", "CNY")), ("RMB 5000", ("5000", "CNY")),
        ("5,000 yuan", ("5000", "CNY")), ("5k", ("5000", "")), ("3w", ("30000", "")),
        ("3w元", ("30000", "CNY")),
        ("€150", ("150", "EUR")), ("150 euros", ("150", "EUR")), ("100欧", ("100", "EUR")),
        ("£135", ("135", "GBP")), ("300英镑", ("300", "GBP")),
        ("$800", ("800", "USD")), ("US$ 800", ("800", "USD")), ("usd 800", ("800", "USD")),
        ("200美元", ("200", "USD")), ("800刀", ("800", "USD")),
        ("HK$500", ("500", "HKD")), ("500港币", ("500", "HKD")), ("AED 500", ("500", "AED")),
    ],
)  # fmt: skip
def test_money_is_read_with_its_currency(text: str, expected: tuple[str, str]) -> None:
    [found] = money(text)
    assert (found.amount, found.currency) == (Decimal(expected[0]), expected[1])


@pytest.mark.parametrize(
    "text",
    ["2026", "iPhone 15", "EU 38", "30 days", "20件", "30°C", "欧码38", "订单 20261123", "38欧码",
     "a 5 bar watch", "TV-001", "万一下雨", "千万不要", ""],
)  # fmt: skip
def test_other_numbers_are_no_money(text: str) -> None:
    assert money(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20天", ("20", "day")), ("三十天", ("30", "day")), ("十五天", ("15", "day")),
        ("二十四小时", ("24", "hour")), ("十天", ("10", "day")), ("两个月", ("2", "month")),
        ("3个月", ("3", "month")), ("半年", ("0.5", "year")), ("一年半", ("1.5", "year")),
        ("半个月", ("0.5", "month")), ("三个星期", ("3", "week")), ("两周", ("2", "week")),
        ("5日内", ("5", "day")), ("７２小时", ("72", "hour")), ("两三天", ("3", "day")),
        ("14 months", ("14", "month")), ("14-month", ("14", "month")), ("48h", ("48", "hour")),
        ("a year", ("1", "year")), ("an hour", ("1", "hour")), ("half a year", ("0.5", "year")),
        ("half an hour", ("0.5", "hour")), ("four weeks", ("4", "week")),
        ("twelve days", ("12", "day")), ("thirty days", ("30", "day")),
        ("2 full months", ("2", "month")), ("7 working days", ("7", "day")),
        ("1.5 years", ("1.5", "year")), ("我等了3 days", ("3", "day")),
    ],
)  # fmt: skip
def test_lengths_of_time_are_read_in_both_languages(text: str, expected: tuple[str, str]) -> None:
    [found] = spans(text)
    assert (found.count, found.unit) == (Decimal(expected[0]), expected[1])


@pytest.mark.parametrize(
    "text",
    ["2026年", "2026-11-23", "3月", "10月1日", "11月", "周三", "星期五", "上个月", "每天3次",
     "day 3", "1st of May", "once a year", "twice a day", "a monthly plan", "第3天", "5日元",
     "24 hats", "iPhone 15"],
)  # fmt: skip
def test_dates_and_habits_are_no_lengths_of_time(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 cm", [("24", "cm")]), ("240mm", [("240", "mm")]), ("9.5 in", [("9.5", "in")]),
        ("10in", [("10", "in")]), ("9 inches", [("9", "in")]), ("６０ｃｍ", [("60", "cm")]),
        ("18cm x 12cm", [("18", "cm"), ("12", "cm")]), ("9.5 in long", [("9.5", "in")]),
        ("20 in stock", []), ("3 in 1", []), ("5 in total", []), ("a 38 in EU", []),
    ],
)  # fmt: skip
def test_lengths_are_numbers_with_a_unit(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(value, unit) for _, value, unit in said(lengths(text))] == expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("１，２００", "1200"), ("1,200,000", "1200000"), ("1,20", "1,20"), ("二十四码", "24码"),
        ("万一", "万一"), ("千万", "千万"), ("十分", "十分"), ("一点", "一点"), ("三千", "3000元"),
        ("三千米", "3000米"), ("一百二十天", "120天"), ("两三天", "两三天"),
    ],
)  # fmt: skip
def test_numbers_are_brought_to_plain_digits(text: str, plain: str) -> None:
    assert normal(text) == plain


LONG = ["1" * 4000, "(" * 4000, "a a a " * 660, "十" * 4000, "一万" * 2000, "1 " * 2000,
        "脚" * 4000, "EU " * 1300, "1,000," * 600, "½" * 4000, "foot " * 800, "1.1." * 1000,
        "size " * 800, "¥" * 4000, " " * 4000, "半" * 4000, "US women's " * 360]  # fmt: skip


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize(
    "read", [body_measures, named_sizes, wanted_systems, letter_size, cups, money, spans, lengths]
)
def test_no_text_takes_long_to_read(text: str, read: object) -> None:
    began = time.thread_time()
    read(text)  # type: ignore[operator]  # each is a function of a text
    assert time.thread_time() - began < 0.2
