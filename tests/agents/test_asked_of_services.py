"""How often a piece is looked after, told by what is done to it: 'a new string', 'oiling'."""

from __future__ import annotations

import pytest

from tests.agents.asked import ruled

SERVICES = [
    (("wear the pearls most weeks. how often new string, n what does it cost",), 450),
    (("珍珠项链的绳多久换一次 要多少",), 450),
    (("does the pearl necklace need a fresh thread, how often",), 450),
    (("does the Meridien need anything", "like opening up and oiling, when does that come round"),
     3800),
    (("Méridien几年要上一次油，多少钱",), 3800),
    (("that steel watch", "how often should it be taken apart and oiled"), 3800),
    (("我的机械表", "多久要拆开保养一回"), 3800),
    (("我的机械表", "密封圈多久检查一次"), 200),
    (("how often do the seals of the Méridien need checking",), 200),
    (("the loafers", "can the soles be replaced, how much"), 900),
    (("how much to get the bobbles taken off my jumper",), 120),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "price"), SERVICES)
def test_a_service_is_known_by_what_is_done_to_the_piece(
    turns: tuple[str, ...], price: int
) -> None:
    ruling = ruled(*turns)
    assert ruling
    assert ruling.values["price"] == price


@pytest.mark.parametrize(
    "text",
    ["oil on the strap of my watch, how do i get it off",
     "how much is a new thread for the seam of my bag",
     "how often do you open up new salons", "项链多久发货"],
)  # fmt: skip
def test_the_same_words_of_another_thing_are_no_service(text: str) -> None:
    ruling = ruled(text)
    assert ruling is None or "price" not in ruling.values
