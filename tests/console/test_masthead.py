"""The head of every page: its pages, its menu, and missed promises for managers."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from shop.access import Role
from shop.watch import Watch
from storefront.doorkeeper import STAFF_PAGES
from tests.conftest import FrozenClock
from tests.console.conftest import SignIn
from tests.console.pages import shown
from tests.console.shopper import MAIN
from tests.console.test_desk_page import wants_a_person


def head() -> AppTest:
    page = AppTest.from_file(str(MAIN), default_timeout=20).run()
    assert not page.exception
    return page


def links(page: AppTest) -> list[str]:
    return [str(link.proto.label) for link in page.get("page_link")]


@pytest.fixture
def _late(staffed: Any, clock: FrozenClock) -> None:
    """A client who has waited too long."""
    wants_a_person(staffed)
    clock.advance(minutes=30)
    assert Watch(staffed.store, clock, staffed.tiers).tick()


def test_whoever_works_here_finds_her_pages_and_the_way_out(sign_in: SignIn) -> None:
    sign_in(Role.EDITOR)
    page = head()
    assert links(page) == ["Advisor", "Knowledge"]
    assert 'action="/sign-out"' in shown(page)
    assert "<summary>Menu</summary>" in shown(page)


def test_each_page_but_the_chat_has_the_sign_in_before_it(sign_in: SignIn) -> None:
    sign_in(Role.MANAGER)
    of_staff = {f"/{link.proto.page}" for link in head().get("page_link")[1:] if link.proto.page}
    assert of_staff == set(STAFF_PAGES)


@pytest.mark.usefixtures("_late")
def test_a_manager_reads_on_every_page_how_many_promises_were_missed(sign_in: SignIn) -> None:
    sign_in(Role.MANAGER)
    page = head()
    assert links(page)[0] == "**1** promise missed"
    assert '<span class="mq-aloud" role="status">1 promise missed</span>' in shown(page)


@pytest.mark.usefixtures("_late")
def test_nobody_else_is_told_of_missed_promises(sign_in: SignIn) -> None:
    for role in (Role.PERSONAL_SHOPPER, Role.EDITOR):
        sign_in(role)
        assert "promise missed" not in shown(head())


def test_without_a_missed_promise_nothing_is_said(sign_in: SignIn, staffed: Any) -> None:
    wants_a_person(staffed)
    sign_in(Role.MANAGER)
    page = head()
    assert links(page)[0] == "Advisor"
    assert '<span class="mq-aloud" role="status"></span>' in shown(page)
