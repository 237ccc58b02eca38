"""The page of insights as Streamlit runs it, over a history made through the services."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from console.parts.insights.table import Table, as_csv, as_html
from shop.access import Role
from shop.clients import Tier
from shop.conversations import Behaviour
from tests.conftest import FrozenClock
from tests.console.conftest import SignIn
from tests.console.pages import open_page, shown
from tests.console.shopper import MAIN, ME
from tests.shop.made_history import MadeHistory, Talk


@pytest.fixture
def made(staffed: Any, clock: FrozenClock) -> MadeHistory:
    return MadeHistory(staffed.store, clock)


def a_day(made: MadeHistory) -> None:
    """One served alone, one closed by a person with a score, one question left open."""
    made.ask(made.talk(), pieces=("TV-B01",))
    made.ask(made.talk(), pieces=("TV-B01",))
    talk = made.talk(made.client(Tier.BLACK))
    handoff = made.hand_over(talk)
    made.reply(handoff, 5)
    made.close(handoff)
    made.satisfaction.say(talk.visitor, talk.id, 4)
    made.ask(made.talk(), "Is it in blue?", behaviour=Behaviour.ABSTAIN, title="<b>Colours</b>")
    made.clock.advance(minutes=1)


def test_a_manager_sees_every_figure_with_its_table(made: MadeHistory, sign_in: SignIn) -> None:
    a_day(made)
    sign_in(Role.MANAGER)
    page = open_page("insights")
    assert not page.exception
    for said in ("75%", "3 of 4", "100%", "4.0", "15 min, promised", "&lt;b&gt;Colours"):
        assert said in shown(page)
    assert "<b>Colours" not in shown(page)
    downloads = [each.proto.label for each in page.get("download_button")]
    assert downloads == ["Download as CSV"] * 7


def test_a_tier_without_conversations_says_what_will_appear(
    made: MadeHistory, sign_in: SignIn
) -> None:
    a_day(made)
    sign_in(Role.MANAGER)
    page = open_page("insights")
    page.selectbox(key="insights-tier").set_value(Tier.GOLD).run()
    assert not page.exception
    assert "Nobody of this tier wrote in this period." in shown(page)


def test_a_house_to_which_nobody_wrote_yet_says_so(made: MadeHistory, sign_in: SignIn) -> None:
    assert made
    sign_in(Role.MANAGER)
    page = open_page("insights")
    assert not page.exception
    assert "Nobody wrote in this period." in shown(page)


@pytest.mark.parametrize("role", [Role.PERSONAL_SHOPPER, Role.EDITOR])
def test_the_page_is_closed_to_everybody_else(
    made: MadeHistory, sign_in: SignIn, role: Role
) -> None:
    sign_in(role)
    page = open_page("insights")
    assert "Your role does not include this page." in [each.value for each in page.info]
    assert not page.get("download_button")


def test_her_one_press_after_a_close_is_kept(
    house: Any, headers: dict[str, str], clock: FrozenClock
) -> None:
    made = MadeHistory(house.store, clock)
    talk = Talk(ME, made.talk(shopper=ME).id)
    handoff = made.hand_over(talk)
    made.reply(handoff, 5)
    page = AppTest.from_file(str(MAIN), default_timeout=20).run()
    assert not [each for each in page.button_group if str(each.key).startswith("score-")]
    made.close(handoff)
    page.run()
    page.button_group(key=f"score-{handoff.id}").set_value(5).run()
    assert not page.exception
    asked = house.satisfaction.of(ME, talk.id)
    assert asked.score == 5
    assert "Thank you." in shown(page)


def test_a_cell_of_a_download_begins_no_formula() -> None:
    text = as_csv(Table(("Question", "Times"), [("=1+1", 2), ("包", None)])).decode("utf-8-sig")
    assert text.splitlines() == ["Question,Times", "'=1+1,2", "包,"]


def test_a_figure_that_there_is_not_is_a_dash_and_no_nought() -> None:
    assert '<td class="mq-number">–</td>' in as_html(Table(("%",), [(None,)]), "A figure")
