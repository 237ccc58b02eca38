"""Cues to what next season brings, to money put into gold, and to what helps against pilling."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.cues import Cues, load_cues


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load_cues(Path("knowledge/house/cues.yaml"))


ASKED = {
    "boundary-future/next-season": [
        "下一季出不出腰带啊", "明年会有男士钱包吗", "以后会不会做耳环", "你们秋冬会上新款大衣吗",
        "will there be belts next season", "are you doing any scarves in the next collection",
        "any boots coming next winter?",
    ],
    "boundary-advice/investment": [
        "那我把年终奖都换成金条放着等涨，咋样", "把积蓄都买成黄金放着靠谱吗",
        "金条要不要囤点等涨",
        "手里有点闲钱 换成首饰放着行不行",
        "thinking of putting my bonus into gold bars, good idea?",
        "should i put my savings in watches", "would bullion be a smarter buy than your ring",
    ],
    "material-pilling/remove": [
        "my jumper's gone all bobbly where the rucksack sits, what do i do",
        "my cardigan has pilled under the arms, any tips?",
        "my cardi is covered in bobbles under the strap, help", "can a bobbly knit be saved",
        "tiny balls all over my sweater. how do i get them off",
        "毛衣胳膊那里全是球球 咋办", "羊绒衫起了一堆毛球，有救吗", "Nuage腋下起球了怎么处理",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "section"), [(text, section) for section, texts in ASKED.items() for text in texts]
)
def test_what_is_planned_or_done_about_it_names_the_section(
    cues: Cues, text: str, section: str
) -> None:
    assert cues.section_of(text) == section


@pytest.mark.parametrize(
    "text",
    [
        "do you have belts this season", "有腰带吗", "next year is my wedding, do you have belts",
        "is 18k gold harder than 14k", "how do i store gold jewellery", "金饰怎么放不会花",
        "我把工资卡绑定支付宝分期买包可以吗", "can i pay with my bonus points",
        "why does my jumper bobble", "how can i avoid bobbles", "起球了能退吗 怎么办",
    ],
)  # fmt: skip
def test_what_only_looks_alike_names_none_of_them(cues: Cues, text: str) -> None:
    assert cues.section_of(text) not in ASKED
