from __future__ import annotations

from datetime import timedelta

import pytest

from knowledge.house_data import load_yaml
from shop.appointments import Wanted
from shop.db import SqlStore
from shop.errors import BadInput, NotAllowed, NotFound, Unfilled, UnknownVariable
from shop.language import Bilingual
from shop.snippets import VARIABLES, HouseSnippet, checked, filled, require_filled
from tests.conftest import FrozenClock
from tests.shop.workbench import HOUSE, Workbench

GREETING = Bilingual("{client}您好，我是{me}。", "Good day, {client}. This is {me}.")


@pytest.fixture
def bench(store: SqlStore, clock: FrozenClock) -> Workbench:
    return Workbench(store, clock)


def test_an_unknown_variable_is_told_by_its_name() -> None:
    with pytest.raises(UnknownVariable, match="clinet") as told:
        checked("Greeting", Bilingual("{client}您好", "Dear {clinet}"))
    assert told.value.name == "clinet"


@pytest.mark.parametrize(
    "text", ["Dear {client", "Dear client}", "{{client}}", "{} a", "{client!r}"]
)
def test_a_brace_that_is_no_variable_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        checked("Greeting", Bilingual(text, text))


def test_both_languages_are_written_and_need_the_same_variables() -> None:
    with pytest.raises(BadInput):
        checked("Greeting", Bilingual(" ", "Good day."))
    with pytest.raises(BadInput, match="same variables"):
        checked("Greeting", Bilingual("您好", "Dear {client}"))


def test_what_has_no_value_stays_and_is_told() -> None:
    told = filled("Dear {client}, the {piece}.", "en", {"client": "Ms Lin"})
    assert (told.text, told.missing) == ("Dear Ms Lin, the {piece}.", ("piece",))


def test_a_value_is_text_and_no_variable_itself() -> None:
    assert filled("Dear {client}", "en", {"client": "{me}", "me": "Claire"}).text == "Dear {me}"


@pytest.mark.parametrize("name", VARIABLES)
def test_a_reply_with_a_hole_is_not_sent(name: str) -> None:
    with pytest.raises(Unfilled) as told:
        require_filled(f"Dear {{{name}}}")
    assert told.value.holes == (f"{{{name}}}",)


def test_braces_of_her_own_are_no_holes() -> None:
    require_filled("Dear {friend}")


def test_the_language_is_the_clients_own(bench: Workbench) -> None:
    snippet = bench.snippets.save(bench.claire, "Greeting", GREETING)
    chinese, english = bench.talk(says="您好"), bench.visitor_talk("Good day")
    in_chinese = bench.snippets.for_reply(bench.claire, chinese, snippet.id)
    in_english = bench.snippets.for_reply(bench.claire, english, snippet.id)
    assert in_chinese.text == "林若澜您好，我是 Claire。"
    assert in_english.text == "Good day, {client}. This is Claire."
    assert in_english.missing == ("client",)


def test_pieces_and_prices_come_from_the_catalogue(bench: Workbench) -> None:
    text = Bilingual("{piece}，{price}", "{piece}, {price}")
    snippet, talk = bench.snippets.save(bench.claire, "Price", text), bench.talk(says="Hello")
    one, two = bench.catalogue.all()[:2]
    of_one = bench.snippets.for_reply(bench.claire, talk, snippet.id, [one.id])
    assert of_one.text == f"{one.name}, RMB {one.price_rmb:,}"
    of_two = bench.snippets.for_reply(bench.claire, talk, snippet.id, [one.id, two.id])
    assert of_two.text == f"{one.name}, {two.name}, {{price}}"
    assert bench.snippets.for_reply(bench.claire, talk, snippet.id).missing == ("piece", "price")
    bench.desk.reply(bench.claire, talk, "This one", "r2", [two.id])
    assert bench.snippets.for_reply(bench.claire, talk, snippet.id).text.startswith(two.name)


def test_salon_and_time_are_those_of_her_next_appointment(bench: Workbench) -> None:
    text = Bilingual("{visit}在{salon}", "{salon} on {visit}")
    snippet, talk = bench.snippets.save(bench.claire, "Visit", text), bench.talk(says="Hello")
    assert bench.snippets.for_reply(bench.claire, talk, snippet.id).missing == ("salon", "visit")
    day = (bench.clock() + timedelta(days=1)).date()
    slot = bench.salon_desk.free(bench.claire, "chengdu", day)[0]
    wanted = Wanted("chengdu", slot.starts_at)
    booked = bench.salon_desk.book(bench.claire, wanted, bench.client.id)
    told = bench.snippets.for_reply(bench.claire, talk, snippet.id).text
    assert told == "Chengdu on 24 November 2026, 12:00"
    bench.salon_desk.cancel(bench.claire, booked.id)
    assert bench.snippets.for_reply(bench.claire, talk, snippet.id).missing == ("salon", "visit")


def test_one_name_is_one_snippet(bench: Workbench) -> None:
    first = bench.snippets.save(bench.claire, "Greeting", GREETING)
    with pytest.raises(BadInput, match="of this name"):
        bench.snippets.save(bench.marc, " greeting ", GREETING)
    other = Bilingual("您好", "Good day")
    bench.snippets.save(bench.marc, "Greeting", other, first.id)
    [kept] = bench.snippets.all(bench.claire)
    assert (kept.text, kept.by) == (other, "Marc")


def test_a_removed_snippet_is_gone_and_does_not_come_back_with_the_house(bench: Workbench) -> None:
    own = [HouseSnippet("house-a", "A", "甲", "a"), HouseSnippet("house-b", "B", "乙", "b")]
    assert bench.snippets.furnish(own) == 2
    bench.snippets.remove(bench.claire, "house-a")
    bench.snippets.save(bench.claire, "B", Bilingual("丙", "c"), "house-b")
    assert bench.snippets.furnish(own) == 0
    assert [(s.name, s.text.en) for s in bench.snippets.all(bench.claire)] == [("B", "c")]
    with pytest.raises(NotFound):
        bench.snippets.for_reply(bench.claire, bench.talk(), "house-a")


def test_every_snippet_of_the_house_may_be_saved_as_it_is(bench: Workbench) -> None:
    own = load_yaml(HOUSE / "snippets.yaml", list[HouseSnippet])
    assert bench.snippets.furnish(own) == len(own) > 3


def test_who_serves_no_clients_has_no_snippets(bench: Workbench) -> None:
    with pytest.raises(NotAllowed):
        bench.snippets.all(bench.wen)
    with pytest.raises(NotAllowed):
        bench.snippets.save(bench.wen, "Greeting", GREETING)


def test_a_snippet_of_the_house_speaks_of_no_card_that_nobody_may_have_attached() -> None:
    texts = [each.text for each in load_yaml(HOUSE / "snippets.yaml", list[HouseSnippet])]
    assert not [text for text in texts if "card" in text.en or "卡片" in text.zh]
