"""The client book as Streamlit runs it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from shop.access import Role, Staff
from shop.client_book import Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.clients import Client, Tier
from tests.conftest import FrozenClock
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


@pytest.fixture
def lin(staffed: Any) -> Client:
    client: Client = staffed.client_accounts.create(
        "Lin <Yue>", Tier.BLACK, "en", {"shoes": "EU 38"}
    )
    return client


def keep(services: Any, staff: Staff, client: Client, draft: Draft) -> None:
    services.client_book.keep(staff, client.id, draft, Said(Channel.PHONE, client.name))


def widget(page: AppTest, kind: str, label: str) -> Any:
    return next(each for each in getattr(page, kind) if each.label == label)


def test_an_editor_has_no_client_book(sign_in: SignIn, lin: Client) -> None:
    sign_in(Role.EDITOR)
    page = open_page("clients", client=lin.id)
    assert "Lin" not in shown(page)


def test_the_book_names_whom_to_write_to_and_why(claire: Staff, staffed: Any, lin: Client) -> None:
    today = staffed.client_book.today
    keep(staffed, claire, lin, Draft(EntryKind.FOLLOW_UP, "did the ring fit?", day=today))
    page = open_page("clients")
    assert not page.exception
    assert "Follow-up since 23 Nov 2026: did the ring fit?" in shown(page)
    button(page, "Written").click().run()
    assert "did the ring fit?" not in shown(page)
    assert "Nobody today." in shown(page)


def test_every_line_is_read_with_its_source(claire: Staff, staffed: Any, lin: Client) -> None:
    keep(staffed, claire, lin, Draft(EntryKind.PREFERENCE, "<b>no logos</b>"))
    page = open_page("clients", client=lin.id)
    assert "&lt;b&gt;no logos&lt;/b&gt;" in shown(page)
    assert "Lin &lt;Yue&gt; · by telephone · 23 Nov 2026 · kept by Personal_Shopper" in shown(page)
    assert "Shoes · EU 38" in shown(page)
    assert "when the account was opened" in shown(page)
    assert "2 of 2 free cleanings left" in shown(page)


def test_a_line_is_written_down_and_corrected(claire: Staff, staffed: Any, lin: Client) -> None:
    page = open_page("clients", client=lin.id)
    button(page, "Write something down").click().run()
    widget(page, "selectbox", "What it is").select(EntryKind.OCCASION).run()
    widget(page, "text_input", "In words").input("anniversary")
    widget(page, "date_input", "On").set_value(staffed.client_book.today + timedelta(days=9))
    button(page, "Keep").click().run()
    assert not page.exception
    assert "anniversary · 2 Dec 2026" in shown(page)
    [entry] = staffed.client_book.file(claire, lin.id).of(EntryKind.OCCASION)
    next(b for b in page.button if b.key == f"correct-{entry.id}").click().run()
    widget(page, "text_input", "In words").input("wedding anniversary")
    button(page, "Keep").click().run()
    assert "wedding anniversary · 2 Dec 2026" in shown(page)
    assert "corrected by Personal_Shopper" in shown(page)


def test_what_may_not_be_kept_is_said_and_nothing_is_lost(
    claire: Staff, staffed: Any, lin: Client
) -> None:
    page = open_page("clients", client=lin.id)
    button(page, "Write something down").click().run()
    widget(page, "selectbox", "What it is").select(EntryKind.ALLERGY).run()
    widget(page, "text_input", "In words").input("nickel")
    button(page, "Keep").click().run()
    assert "Allergies are kept only once the client has agreed to it." in shown(page)
    assert widget(page, "text_input", "In words").value == "nickel"


def test_an_allergy_says_that_it_is_one(claire: Staff, staffed: Any, lin: Client) -> None:
    keep(staffed, claire, lin, Draft(EntryKind.CONSENT, "given", "health"))
    keep(staffed, claire, lin, Draft(EntryKind.ALLERGY, "nickel"))
    assert "Allergy · nickel" in shown(open_page("clients", client=lin.id))


def test_a_brief_is_kept_line_by_line_with_its_message(
    claire: Staff, staffed: Any, lin: Client
) -> None:
    from tests.console.test_desk_page import wants_a_person

    talk = wants_a_person(staffed, text="I wear EU 38.5 in shoes and I love navy.")
    handoff = staffed.desk.queue(claire)[0]
    staffed.desk.attend(claire)
    staffed.desk.claim(claire, handoff.id)
    page = open_page("clients", client=str(talk.client_id))
    button(page, "Keep from its brief").click().run()
    assert not page.exception
    button(page, "Keep in the client book").click().run()
    assert "Kept" in shown(page)
    kept = staffed.client_book.file(claire, str(talk.client_id)).entries
    assert [e.source.seq for e in kept if e.source.channel is Channel.CHAT] == [1]


def test_only_a_manager_exports_and_erases(
    sign_in: SignIn, claire: Staff, staffed: Any, lin: Client
) -> None:
    assert "Erase for good" not in labels(open_page("clients", client=lin.id))
    sign_in(Role.MANAGER)
    page = open_page("clients", client=lin.id)
    button(page, "Erase for good").click().run()
    assert "Nothing was erased" in shown(page)
    widget(page, "text_input", "The client's name").input(lin.name)
    button(page, "Erase for good").click().run()
    assert "everything kept of this client are erased" in shown(page)
    assert "everything kept of this client are erased" in shown(page.run())  # drawn anew by a ring
    assert lin not in staffed.client_accounts.all()


def test_a_manager_names_owner_and_cover_and_says_why(
    sign_in: SignIn, staffed: Any, lin: Client
) -> None:
    manager = sign_in(Role.MANAGER)
    shopper = next(s for s in staffed.owners.eligible(manager) if s != manager)
    page = open_page("clients", client=lin.id)
    assert "Nobody is named." in shown(page)
    button(page, "Name a personal shopper").click().run()
    widget(page, "selectbox", "Personal shopper").select(shopper.id)
    widget(page, "selectbox", "Cover while she is away").select(manager.id)
    button(page, "Keep").click().run()
    assert "Say in a few words why." in shown(page)
    widget(page, "text_input", "Why").input("Speaks <her> language")
    button(page, "Keep").click().run()
    assert not page.exception
    assert "Personal shopper: Personal_Shopper</span><span>Cover: Manager" in shown(page)
    assert "23 Nov 2026 · named by Manager · Speaks &lt;her&gt; language" in shown(page)
    named = staffed.owners.of(manager, lin.id)
    assert (named.owner_id, named.cover_id) == (shopper.id, manager.id)


def test_a_manager_takes_a_naming_back_and_what_was_stays_readable(
    sign_in: SignIn, staffed: Any, clock: FrozenClock, lin: Client
) -> None:
    manager = sign_in(Role.MANAGER)
    staffed.owners.name(manager, lin.id, manager.id, reason="For now")
    clock.advance(days=1)
    sign_in(Role.MANAGER)  # the session of yesterday has ended
    page = open_page("clients", client=lin.id)
    button(page, "Name a personal shopper").click().run()
    widget(page, "selectbox", "Personal shopper").select("")
    widget(page, "text_input", "Why").input("She moved to Paris")
    button(page, "Keep").click().run()
    assert "24 Nov 2026 · named by Manager · She moved to Paris" in shown(page)
    assert "<s>Manager</s><small>23 Nov 2026 · named by Manager · For now</small>" in shown(page)
    assert staffed.owners.of(manager, lin.id) is None


def test_a_personal_shopper_reads_whose_client_it_is_and_names_nobody(
    sign_in: SignIn, staffed: Any, lin: Client
) -> None:
    manager = sign_in(Role.MANAGER)
    staffed.owners.name(manager, lin.id, manager.id, reason="For now")
    sign_in(Role.PERSONAL_SHOPPER)
    page = open_page("clients", client=lin.id)
    assert "named by Manager · For now" in shown(page)
    assert "Name a personal shopper" not in labels(page)


def test_the_desk_leads_to_the_brief_in_the_book(claire: Staff, staffed: Any) -> None:
    from tests.console.test_desk_page import open_desk, wants_a_person

    talk = wants_a_person(staffed, text="I wear EU 38.5 in shoes.")
    staffed.desk.attend(claire)
    staffed.desk.claim(claire, staffed.desk.queue(claire)[0].id)
    link = f"/clients?client={talk.client_id}&brief={talk.id}"
    assert f'href="{link.replace("&", "&amp;")}"' in shown(open_desk(talk))
    page = open_page("clients", client=str(talk.client_id), brief=talk.id)
    assert "Keep in the client book" in labels(page)
    button(page, "Close the brief").click().run()
    assert "Keep in the client book" not in labels(page)
