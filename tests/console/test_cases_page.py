"""The page of cases as Streamlit runs it."""

from __future__ import annotations

from typing import Any

import pytest

from shop.access import Role, Staff
from shop.cases import Case, CaseState
from shop.clients import Tier
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown


def dispute(services: Any, staff: Staff, about: str = "The clasp broke.") -> Case:
    client = services.client_accounts.create("Lin Yue", Tier.BLACK, "en")
    facts = {"kind": "dispute", "about": about, "undisputed": "1200"}
    case: Case = services.casework.open(staff, facts, client_id=client.id)
    return case


def test_a_case_shows_what_the_rules_say_and_its_clock(staffed: Any, sign_in: SignIn) -> None:
    case = dispute(staffed, sign_in(Role.PERSONAL_SHOPPER))
    page = open_page("cases", case=case.id)
    assert "The undisputed amount is RMB 1,200." in shown(page)
    assert case.reference in shown(page)
    assert case.due is not None
    assert case.due.isoformat() in shown(page)


def test_only_a_manager_finds_the_decision_on_the_page(staffed: Any, sign_in: SignIn) -> None:
    case = dispute(staffed, sign_in(Role.PERSONAL_SHOPPER))
    assert "Decide the case" not in labels(open_page("cases", case=case.id))
    manager = sign_in(Role.MANAGER)
    page = open_page("cases", case=case.id)
    page.radio(key=f"granted-{case.id}").set_value(True)
    page.text_area(key=f"reason-{case.id}").set_value("We repair it.")
    page.run()
    button(page, "Decide the case").click().run()
    decided = staffed.casework.get(manager, case.id).case
    assert (decided.state, decided.decision) == (CaseState.DECIDED, "We repair it.")
    assert "We repair it." in shown(page)


def test_a_note_is_added_and_shown_letter_for_letter(staffed: Any, sign_in: SignIn) -> None:
    case = dispute(staffed, sign_in(Role.PERSONAL_SHOPPER))
    page = open_page("cases", case=case.id)
    page.text_area(key=f"note-{case.id}").set_value("<i>call back</i>")
    button(page, "Add the note").click().run()
    assert "&lt;i&gt;call back&lt;/i&gt;" in shown(open_page("cases", case=case.id))


def test_a_cleaning_is_opened_from_the_form_with_its_allowance(
    staffed: Any, sign_in: SignIn
) -> None:
    staff = sign_in(Role.PERSONAL_SHOPPER)
    client = staffed.client_accounts.create("Lin Yue", Tier.BLACK, "en")
    page = open_page("cases", case="new")
    page.selectbox(key="case-client").set_value(client.id).run()
    button(page, "Open the case").click().run()
    [case] = staffed.casework.of_client(staff, client.id)
    assert case.entitlement.values["free_left"] == "2"
    assert "so this one is free" in shown(page)


def test_facts_that_cannot_be_say_so_and_keep_nothing(staffed: Any, sign_in: SignIn) -> None:
    staff = sign_in(Role.PERSONAL_SHOPPER)
    client = staffed.client_accounts.create("Lin Yue", Tier.BLACK, "en")
    page = open_page("cases", case="new")
    page.selectbox(key="case-client").set_value(client.id)
    page.selectbox(key="case-kind-new").set_value("late_delivery").run()
    button(page, "Open the case").click().run()
    assert "These facts cannot be" in shown(page)
    assert staffed.casework.of_client(staff, client.id) == []


@pytest.mark.usefixtures("staffed")
def test_an_unknown_case_shows_the_page_without_it(sign_in: SignIn) -> None:
    sign_in(Role.PERSONAL_SHOPPER)
    page = open_page("cases", case="nothing")
    assert not page.exception
    assert "Choose a case" in shown(page)
