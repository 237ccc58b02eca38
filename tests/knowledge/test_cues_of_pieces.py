"""Cues to what is recorded of a piece, kept from moths, taxed by post, or priced in two places."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.cues import Cues, load_cues


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load_cues(Path("knowledge/house/cues.yaml"))


ASKED = {
    "provenance-eight-links/material": [
        "我想知道皮子哪家制革厂的，扫码看得到不", "溯源里能看到是哪个精炼厂吗",
        "can I scan to find out which mill the cashmere came from",
        "does the tag tell me which tannery it was",
    ],
    "provenance-eight-links/list": [
        "扫出来的链条里第三环写的是什么", "溯源链第七环是什么", "手机碰一下溯源卡会跳出什么",
        "what is in link 4 of the trace chain", "the fifth link of the chain, what does it hold",
        "when i tap my phone on the card what actually comes up",
        "if I scan the code, what will I see",
    ],
    "boundary-attributes/model-in-photo": [
        "Soir官图那个模特多高，穿的哪个码", "图里的小姐姐穿的是几码", "模特三围多少",
        "how tall is the girl in the Nuage photo", "what size is the model wearing",
        "the model in the picture, her height?",
    ],
    "tax-personal-parcels/fifty-waiver": [
        "亲戚从国外寄个小包，行邮税多少钱以下就不收了", "邮寄进来的个人物品，什么价以内免税",
        "my aunt posts me things by mail, below what amount is there no tax",
        "parcel tax: how cheap must it be to be tax-free",
    ],
    "care-moth-and-storage/store": [
        "something chewed holes in my last sweater over summer. how do i store this one",
        "去年毛衣被虫咬了，今年换季怎么收", "羊绒怕蛀，夏天怎么存放",
        "moths ate my cardigan, how do I keep the new cashmere over the summer",
    ],
    "provenance-sourcing/origin": [
        "朋友说你们家的包是A货，你怎么看", "网上说你们这儿卖高仿", "听说你家东西是假的，真的吗",
        "my friend says you sell replicas", "heard on reddit that your bags are fakes, true?",
    ],
    "boundary-off-topic/news-and-sport": [
        "帮我看看金价今天多少", "现在的黄金价是多少", "what's the gold price right now",
        "today's gold price please", "price of gold per gram",
    ],
    "provenance-trace-code/what": [
        "where do i find the code and what is it supposed to look like",
        "what format has the trace code",
        "溯源码长什么样", "那个码是什么格式",
    ],
    "boundary-handoff/person": ["有没有活人啊，出来个人跟我说", "有没有真人在"],
    "payment-prices/same": [
        "去店里买会不会比网上便宜些", "官网跟专柜价格一样吗", "门店比线上贵吗",
        "is it cheaper in your boutique than online", "do the store and the website cost the same",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "section"), [(text, section) for section, texts in ASKED.items() for text in texts]
)
def test_what_is_asked_of_a_piece_names_the_section(
    cues: Cues,
    text: str,
    section: str,
) -> None:
    assert cues.section_of(text) == section


@pytest.mark.parametrize(
    "text",
    [
        "do moths eat cotton", "冷冻能杀死羊绒里的虫卵吗", "which tannery made this leather",
        "the third step of cleaning suede", "can I return online what I bought in the store",
        "店里能试穿网上的款吗", "卡扫不出来怎么办", "which model of watch is it",
        "my card won't scan, nothing comes up", "便宜点我就在店里买",
        "国际金价每盎司是多少克", "买到假货你们怎么赔", "what do you pay if my bag is a fake",
    ],
)  # fmt: skip
def test_what_only_looks_alike_names_none_of_them(cues: Cues, text: str) -> None:
    assert cues.section_of(text) not in ASKED
