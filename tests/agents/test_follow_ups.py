"""Follow-ups: what changes one thing is said in full, what stands alone is left alone."""

from __future__ import annotations

import pytest

from agents.follow_ups import in_full, resolved
from tests.agents.asked import questions
from tests.agents.house import words


@pytest.mark.parametrize(
    ("before", "text", "full"),
    [
        ("小羊皮能沾水吗", "那羊绒的呢", "羊绒能沾水吗"),
        ("真丝裙能机洗吗", "那羊毛呢？", "羊毛能机洗吗"),
        ("Cadence 38 码脚长多少", "换成 39 呢", "Cadence 39 码脚长多少"),
        ("EU 40 是脚长多少", "那 EU 41 呢", "EU 41 是脚长多少"),
        ("我胸围84腰围62穿几码", "腰围66呢", "我胸围84腰围66穿几码"),
        ("寄到上海要几天", "北京呢", "寄到北京要几天"),
        ("银卡运费多少", "金卡呢", "金卡运费多少"),
        ("Grain重多少", "那Rivage呢", "Rivage重多少"),
        ("珍珠能戴着洗澡吗", "不是，我说的是钻石", "钻石能戴着洗澡吗"),
        ("Nuage能机洗吗", "手洗呢", "Nuage能手洗吗"),
        ("分期3000可以吗", "8万呢", "分期8万可以吗"),
        ("XL胸围多少", "M呢", "M胸围多少"),
        ("那只植鞣的能用鞋油擦么", "那漆皮的那双呢", "那漆皮的那双能用鞋油擦么"),
        ("能分三期吗", "那六期呢", "能分六期吗"),
        ("Grain多少钱", "那鳄鱼的呢", "那款鳄鱼的多少钱"),
        ("18K是多少金", "14k呢", "14k是多少金"),
        ("Is the Grain scratch resistant?", "and the Sillage?",
         "Is the Sillage scratch resistant?"),
        ("Can lambskin get wet?", "what about suede", "Can suede get wet?"),
        ("How do I clean the watch?", "no, I meant the ring", "How do I clean the ring?"),
        ("what is EU 41 women's in cm", "in men's?", "what is EU 41 men's in cm"),
        ("US 7 ring in EU", "and US 8?", "US 8 ring in EU"),
        ("do you ship to Tokyo", "how about Seoul?", "do you ship to Seoul"),
        ("does silver get free cleaning", "and gold?", "does gold get free cleaning"),
        ("can I swim in the Méridien", "and dive?", "can I dive in the Méridien"),
        ("do you have the Rivage in green?", "and the black one?",
         "do you have the Rivage in black?"),
        ("how heavy is the Nil", "sorry, the Rivage", "how heavy is the Rivage"),
        ("what is the Orbe made of", "not the ring, the necklace", "what is the necklace made of"),
    ],
)  # fmt: skip
def test_what_changes_one_thing_is_said_in_full(before: str, text: str, full: str) -> None:
    said = in_full(text, before, words().slots)
    assert said.text.rstrip("?") == full.rstrip("?")
    assert said.changed


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("小羊皮能沾水吗", "退货期限是多久"), ("Nuage能机洗吗", "珍珠怎么保养"),
        ("EU 38 脚长多少", "谢谢"),
        ("Orbe多少钱", "是真的钻石吗"), ("寄到东京几天", "可以用支付宝付款吗"), ("黑卡权益",
         "怎么联系真人"),
        ("能退吗", "为什么"), ("Grain重吗", "好的"), ("Can lambskin get wet?", "is it silver?"),
        ("How heavy is the Grain", "how long is the return window"), ("do you ship to Japan",
         "thanks"),
        ("Is Nuage warm", "why?"), ("ring US 7", "can I return an engraved ring"), ("hello", "hi"),
        ("can I swim in it", "what is saffiano"), ("price of the Nil", "do you take Apple Pay?"),
    ],
)  # fmt: skip
def test_a_message_that_stands_alone_is_left_alone(before: str, text: str) -> None:
    assert in_full(text, before, words().slots).text == text


def test_each_follow_up_leans_on_the_one_before_it_in_full() -> None:
    chain = ["小羊皮能沾水吗", "那羊绒的呢", "荔枝纹呢？"]
    assert resolved(chain, words().slots)[-1] == "荔枝纹能沾水吗"


def test_what_changes_one_thing_is_not_searched_by_itself() -> None:
    [question] = questions("can lambskin get wet", "and cashmere?")
    assert "and cashmere?" not in question.queries
    assert question.in_full in question.queries


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Sillage 会掉色吗", "羊绒衫怎么洗"), ("Cadence 跟多高", "真丝能熨吗"), ("Orbe 怎么清洗",
         "鳄鱼皮能寄到日本吗"),
        ("Nuage 起球吗", "手表能防水吗"), ("how heavy is the Grain", "how do I iron silk"),
        ("is the Lune real", "can suede get wet"), ("Halte sizes", "is cashmere itchy"),
        ("what does the Nil cost", "do your sunglasses block UV"),
    ],
)  # fmt: skip
def test_another_subject_does_not_drag_the_piece_before_along(before: str, text: str) -> None:
    dragged = {piece.name for piece in questions(before)[0].pieces}
    assert not dragged & {piece.name for piece in questions(before, text)[0].pieces}


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("介绍一下 Sillage", "它重吗", "Sillage"), ("Nuage 怎么样", "会起球吗", "Nuage"),
        ("Nil 多少钱", "可以退吗", "Nil"), ("我看上了 Orbe", "戒圈能改吗", "Orbe"),
        ("tell me about the Lune", "can it get wet?", "Lune"), ("the Halte looks nice",
         "does it run large", "Halte"),
        ("I like the Soir", "how long is the dress", "Soir"), ("Méridien?",
         "is the strap leather", "Méridien"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_thing_is_asked_of_the_piece_before(
    before: str, text: str, name: str
) -> None:
    assert [piece.name for piece in questions(before, text)[0].pieces] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "这款手表能游泳吗",
        "你们的太阳镜防UV吗",
        "can I swim with this watch",
        "what are your sunglasses made of",
    ],
)
def test_the_house_s_only_piece_of_a_kind_is_meant_where_it_is_pointed_at(text: str) -> None:
    assert len(questions(text)[0].pieces) == 1


@pytest.mark.parametrize(
    "text",
    ["手表能游泳吗", "can watches get wet", "this bag", "我的手表进水了", "my sunglasses broke"],
)
def test_a_thing_in_general_is_no_piece_of_the_house(text: str) -> None:
    assert questions(text)[0].pieces == ()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("不想要羊皮的包，有什么推荐", "lambskin"), ("除了漆皮还有哪些鞋", "patent"),
        ("不要麂皮的，选哪个", "suede"),
        ("a bag, but not lambskin, what do you have for every day? I want one", "lambskin"),
        ("anything but suede, which shoe would you recommend", "suede"),
        ("I don't want patent leather, any options?", "patent"),
        ("something without silver please", "silver"),
    ],
)  # fmt: skip
def test_what_is_named_to_be_left_out_is_not_what_is_meant(text: str, term: str) -> None:
    question = questions(text)[0]
    assert term in question.unwanted
    assert term not in question.terms


@pytest.mark.parametrize(
    ("text", "term"),
    [("is it not lambskin?", "lambskin"), ("does your ring come without nickel", "nickel"),
     ("这不是羊皮吧", "lambskin"),
     ("羊皮不能沾水吗", "lambskin"), ("why can't suede get wet", "suede"), ("Orbe 不含镍吗",
      "nickel")],
)  # fmt: skip
def test_a_question_in_the_negative_is_still_about_its_thing(text: str, term: str) -> None:
    assert term in questions(text)[0].terms


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("绒面的那双能沾水吗", "那脏了怎么办", "Halte"),
        ("鳄鱼包多久能到", "能退吗", "Nil"),
        ("买了6900的高跟鞋想分期", "12期行吗", "Cadence"),
        ("the gold one with one stone, how big is it?", "whats it cost", "Orbe"),
        ("does the honey-coloured bag stain in rain", "do I need to treat it", "Rivage"),
        ("can the silk one go in the washer", "will my deodorant hurt it", "Soir"),
        ("小羊皮那只多少钱？", "那副茶色镜片的呢", "Éclipse"),
        ("How much is the tote", "and the suede slip-ons?", "Halte"),
    ],
)
def test_a_piece_described_or_called_by_its_kind_is_meant_by_what_follows(
    before: str, text: str, name: str
) -> None:
    assert [piece.name for piece in questions(before, text)[0].pieces] == [name]
