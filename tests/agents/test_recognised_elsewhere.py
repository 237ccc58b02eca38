"""The size just settled in another country's number, over several turns; figures taken back."""

from __future__ import annotations

import pytest

from agents.measures import as_it_stands
from tests.agents.asked import ruled
from tests.agents.test_recognised_conversions import written

ELSEWHERE = [
    (("her ring is a UK N, whats that on your chart",
      "and would that be in japanese size? she's from osaka"), "JP 14"),
    (("UK N", "in japan?"), "JP 14"),
    (("US 7 ring EU?", "and in italy?"), "IT 14"),
    (("a ring of 16.6 mm inside", "what would a shop in tokyo call that"), "JP 12"),
    (("美码7的戒指你们几号", "那英码呢", "日本的呢"), "JP 14"),
    (("胸88 腰70 臀94，那条吊带裙我穿IT多少", "哦，那写成国内的号型是？"), "CN 165/88A"),
    (("bust 80 waist 62 hip 86 for the Soir", "and in german sizes?"), "DE 34"),
    (("我穿FR 38的裙子", "美码呢", "换成日本的呢"), "about JP 9 (a bust of 83 cm; ours is 84)"),
    (("UK 5.5 female", "and in US?"), "US 8"),
    (("脚长24.3穿Cadence几码", "那国内标多少"), "CN 245"),
    (("脚长24.3穿Cadence几码", "那老码呢"), "old Chinese 39"),
    (("foot 24 cm Cadence", "and in US?", "and Japanese?"), "JP 24"),
    (("Halte for a 28 cm foot", "in UK terms?"), "UK 9"),
    (("老公脚27.3，Halte几码", "那英码是多少"), "UK 8"),
]  # fmt: skip
SAYS_EVERY_COUNTRY = [
    (("头围58", "英码呢"), {"uk": "7.125"}),
    (("40 in jacket", "european size for that?"), {"eu": "50"}),
    (("34C in EU", "and in france?"), {"fr": "90C"}),
]
OF_SOMETHING_ELSE = [
    ("US 7 ring", "do you ship to japan?"),
    ("US 7 ring", "do you ship to japan?", "and the UK?"),
    ("her shoes are UK 5", "what's her ring in japan"),
    ("美码7的戒指你们几号", "英国要交税吗"),
    ("胸88 腰70 臀94的裙子几码", "是在意大利做的吗"),
]
TAKEN_BACK = [
    (("i said 24 cm but its 25 cm actualy, pump size",), {"eu": "39.5"}),
    (("foot 24 cm, sorry 25, pumps?",), {"eu": "39.5"}),
    (("foot 23.4 no sorry 24.3, cadence",), {"eu": "38.5"}),
    (("脚长24", "量错了是24.7"), {"eu": "39"}),
    (("脚长24，说错了，24.7，Cadence几码",), {"eu": "39"}),
    (("foot 24 cm cadence", "correction, 24.7"), {"eu": "39"}),
    (("US7 ring", "sorry, UK 7? no I meant US 6"), {"eu": "52"}),
    (("bust went from 84 to 92 with the baby. jumper size",), {"letter": "M"}),
    (("孕期胸围从84涨到95，毛衣选几码",), {"letter": "L"}),
    (("原来胸围84，现在92，羊绒衫几码",), {"letter": "M"}),
    (("脚长二十四厘米半 穿几码",), {"lower_eu": "38.5"}),
]
HELD_TO = [
    "can the ring be resized from 50 to 56",
    "bust 84, waist 66, hips 90",
    "bust was 84 but waist 66",
    "38还是39，脚长24.3",
]


@pytest.mark.parametrize(("said", "wanted"), ELSEWHERE)
def test_a_settled_size_is_kept_for_another_country(said: tuple[str, ...], wanted: str) -> None:
    ruling = ruled(*said)
    assert ruling
    assert ruling.values["elsewhere"] == wanted


@pytest.mark.parametrize(("said", "values"), SAYS_EVERY_COUNTRY)
def test_what_named_every_country_is_said_again(
    said: tuple[str, ...], values: dict[str, str]
) -> None:
    ruling = ruled(*said)
    assert ruling
    assert written(ruling, *values) == values


@pytest.mark.parametrize("said", OF_SOMETHING_ELSE)
def test_a_country_asked_of_something_else_converts_nothing(said: tuple[str, ...]) -> None:
    ruling = ruled(*said)
    assert ruling is None or "elsewhere" not in ruling.values


@pytest.mark.parametrize(("said", "values"), TAKEN_BACK)
def test_a_figure_taken_back_counts_no_more(said: tuple[str, ...], values: dict[str, str]) -> None:
    ruling = ruled(*said)
    assert ruling
    assert written(ruling, *values) == values


@pytest.mark.parametrize("text", HELD_TO)
def test_figures_beside_each_other_are_not_taken_back(text: str) -> None:
    assert as_it_stands(text) == text
