"""Materials in figures: several finenesses, the weight of a piece's silk, hallmarks, weights."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled
from tests.agents.test_recognised_conversions import written

FIGURES = [
    ("Soir写的那个22，摊开一平方大概多重", {"gsm": "95"}),
    ("how many grams per square metre is the Soir's silk", {"gsm": "95"}),
    ("Soir的面料克重多少", {"gsm": "95"}),
    ("Soir weight per sq m?", {"gsm": "95"}),
    ("whose fibre is finer, the Nuage or a Super 160's suit",
     {"finer": "Nuage", "max_um": "15.75"}),
    ("Nuage和Super 180s的羊毛谁更细", {"finer": "super", "max_um": "14.75"}),
    ("Nuage的羊绒比Super 140s细吗", {"finer": "Nuage"}),
    ("Nuage's 15.5 micron, is it legal cashmere in the US", {"fibre_um": "15.5"}),
    ("18.6 µm cashmere, within the US legal limit?", {"max_um": "19"}),
    ("羊绒20微米在美国还算羊绒吗，法律上", {"fibre_um": "20"}),
    ("6 gram sterling bangle from a london stall with no hallmark, legal?", {"due": "no"}),
    ("英国买的9克银手镯没有印记，合法吗", {"due": "yes"}),
    ("a 2 g gold chain in the UK, hallmark compulsory?", {"due": "yes"}),
    ("伦敦的铂金戒指0.4克要打检验印记吗", {"due": "no"}),
    ("does 7.78 g of silver need a British hallmark?", {"due": "no"}),
]  # fmt: skip
TWO_AT_ONCE = [
    ("22K和18K，含金量各多少", ("91.6", "75")),
    ("14k vs 9k gold how pure", ("58.5", "37.5")),
    ("what do the marks 750 and 585 mean", ("75", "58.5")),
    ("Pt900和Pt950差多少纯度", ("90", "95")),
    ("925和950的印记分别代表什么", ("92.5", "95")),
]
BESIDE = [
    (("whats the weight of Sillage", "so is Grain lighter or nah"), "80"),
    (("Sillage多重", "那Grain轻一点吗"), "80"),
    (("bad shoulder here. lighter one, the tote or the Sillage?",), "360"),
    (("肩膀疼，背Sillage还是Grain好",), "80"),
]


@pytest.mark.parametrize(("question", "values"), FIGURES)
def test_a_material_is_computed(question: str, values: dict[str, str]) -> None:
    ruling = ruled(question)
    assert ruling
    assert written(ruling, *values) == values


@pytest.mark.parametrize(("question", "percents"), TWO_AT_ONCE)
def test_two_finenesses_asked_at_once_are_both_said(
    question: str, percents: tuple[str, str]
) -> None:
    ruling = ruled(question)
    assert ruling
    assert all(f"{percent}%" in ruling.say.zh for percent in percents)


@pytest.mark.parametrize(("texts", "apart"), BESIDE)
def test_a_wish_for_lightness_compares_weights(texts: tuple[str, ...], apart: str) -> None:
    ruling = ruled(*texts)
    assert ruling
    assert written(ruling, "apart_g") == {"apart_g": apart}


@pytest.mark.parametrize(
    "question",
    ["how many grams of silver before a UK hallmark is needed", "is the Nuage legal to sell"],
)
def test_without_a_figure_nothing_is_computed(question: str) -> None:
    assert ruled(question) is None
