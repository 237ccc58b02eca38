"""A piece may be described instead of named, and what is asked next is asked of it still."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled

DESCRIBED = [
    (("a present for my boyfriend", "the suede slip ons. he's a uk 9 in everything"), "EU 42"),
    (("the guy's shoe, he's us 9",), "EU 41"),
    (("your slip-ons in a uk 8",), "EU 41"),
    (("the slip ons", "he's a uk 9"), "EU 42"),
    (("my husband wears uk 8", "which size in the suede loafers"), "EU 41"),
    (("那双麂皮的", "他平时穿43码"), "请选 EU 42"),
    (("those men's shoes", "he is EU 44"), "EU 43"),
    (("the shiny patent ones, i'm a us 7.5",), "EU 38"),
    (("那双漆皮的高跟 我脚长24.3",), "EU 38.5"),
    (("that yellow ring with one stone", "how many carats"), "0.30"),
    (("那枚黄金的戒指", "钻是几克拉的"), "0.30"),
    (("the strappy silk one", "bust 84 waist 66 hips 90, what size"), "IT 42"),
    (("那条真丝的", "多长"), "124 cm"),
    (("that steel watch", "my wrist is 15 cm"), "145–195"),
    (("the lambskin one", "how heavy is it"), "620 g"),
    (("那件羊绒的 我胸围91 要哪个码",), "M（88–92"),
]
OF_SOMETHING_ELSE = [
    ("the suede slip ons", "which bag fits a laptop"),
    ("my slip ons are a uk 5, what is that in eu",),
    ("the lambskin one", "what is the difference between calf and suede"),
]


@pytest.mark.parametrize(("turns", "said"), DESCRIBED)
def test_what_is_asked_of_a_described_piece_is_read_from_its_card(
    turns: tuple[str, ...], said: str
) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert said in ruling.say.zh + ruling.say.en


@pytest.mark.parametrize("turns", OF_SOMETHING_ELSE)
def test_what_names_another_thing_is_not_asked_of_the_piece_before(turns: tuple[str, ...]) -> None:
    ruling = ruled(*turns)
    assert ruling is None or not {"H-M6", "H-M1"} & set(ruling.rule[:1])


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("that yellow ring with one stone", "is the stone dug up or made"), "natural"),
        (("that gold ring with one diamond", "natural or lab grown?"), "natural"),
        (("Orbe那颗钻是天然的还是培育的",), "天然"),
        (("你们那枚戒指", "石头是人工的吗"), "天然"),
        (("is the stone in the Orbe man made",), "natural"),
        (("Is the Orbe's diamond a cubic zirconia",), "natural"),
        (("Lune的珍珠是天然的还是养的",), "养殖"),
        (("the pearl necklace", "are they wild"), "cultured"),
        (("Lune是玻璃仿的吗",), "养殖"),
        (("Nil那只包的皮是野外抓的鳄鱼吗，有点介意",), "养殖"),
        (("那只鳄鱼包", "是野生的还是养殖的"), "养殖"),
        (("was the crocodile for the Nil hunted",), "farmed"),
        (("are your crocs farmed",), "farmed"),
        (("你们鳄鱼包的鳄鱼是偷猎来的吗",), "养殖"),
        (("the stone in your gold ring is it real",), "natural"),
        (("the croc bag", "i don't want anything wild caught, is it farmed"), "farmed"),
    ],
)
def test_whether_it_grew_wild_or_was_made_is_told_from_the_card(
    turns: tuple[str, ...], said: str
) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert ruling.confidence == "house"
    assert said in ruling.say.zh + ruling.say.en


@pytest.mark.parametrize(
    "text",
    [
        "which farm do the Nil's crocodiles come from", "how were the Nil's crocodiles raised",
        "where was the Orbe's diamond mined", "Orbe的钻是哪个矿挖的", "Nil的鳄鱼在哪里养殖的",
        "which farm are the pearls of the Lune from",
    ],
)  # fmt: skip
def test_of_the_farm_or_the_mine_the_card_says_nothing(text: str) -> None:
    ruling = ruled(text)
    assert ruling is None or ruling.confidence == "unrecorded"


@pytest.mark.parametrize(
    ("turns", "apart"),
    [
        (("上班要装电脑13寸和一沓A4", "Sillage和Rivage背哪个", "价钱差多少呢"), 4200),
        (("Nuage还是Soir好", "相差多少钱"), 3200),
        (("Cadence or Halte", "how much more is the second"), 500),
        (("Orbe和Lune哪个送妈妈", "差价多少"), 2600),
        (("the Grain or the Rivage for work", "what's the difference in price"), 1400),
        (("which is lighter, Sillage or Grain", "and the price gap?"), 5600),
        (("Méridien和Éclipse", "哪个便宜，差多少"), 35300),
        (("is the Soir dearer than the Nuage", "by how much"), 3200),
        (("Sillage比Grain贵吗", "差多少"), 5600),
        (("is Cadence cheaper than Halte", "and by how much"), 500),
    ],
)
def test_two_pieces_spoken_of_are_told_apart_by_their_prices(
    turns: tuple[str, ...], apart: int
) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert ruling.values["apart"] == apart


@pytest.mark.parametrize(
    "turns",
    [("is the Sillage heavier than the Grain", "by how much?"), ("Sillage比Grain重吗", "差多少")],
)
def test_by_how_much_is_asked_of_what_was_compared(turns: tuple[str, ...]) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert "80 g" in ruling.say.en
