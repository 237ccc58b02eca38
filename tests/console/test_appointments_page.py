"""The page of appointments as Streamlit runs it; booking by hand is tested in a browser."""

from __future__ import annotations

from typing import Any

import pytest

from shop.access import Role, Staff
from shop.appointments import Appointment, AppointmentState, Wanted
from shop.clients import Tier
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown

JINGAN = "shanghai-jingan"


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


def booked(services: Any, staff: Staff, name: str = "Lin Yue") -> Appointment:
    client = services.client_accounts.create(name, Tier.BLACK, "en")
    day = services.visits.days(JINGAN)[3]
    at = services.visits.free(JINGAN, day)[0].starts_at
    wanted = Wanted(JINGAN, at, "try_on", ("TV-B01",), "Tea, please.")
    made: Appointment = services.salon_desk.book(staff, wanted, client.id)
    return made


def test_a_day_lists_who_comes_and_what_is_free(staffed: Any, claire: Staff) -> None:
    made = booked(staffed, claire)
    page = open_page("appointments", salon=JINGAN, day=made.starts_at.date().isoformat())
    assert "Lin Yue" in labels(page)
    assert labels(page).count("2 free") == 9
    assert "1 booked" in shown(page)


def test_the_open_appointment_shows_its_pieces_and_what_may_be_done(
    staffed: Any, claire: Staff
) -> None:
    made = booked(staffed, claire)
    page = open_page("appointments", appointment=made.id)
    assert "Sillage" in shown(page)
    assert "Tea, please." in shown(page)
    button(page, "Cancel the appointment").click().run()
    assert staffed.salon_desk.get(claire, made.id).state is AppointmentState.CANCELLED
    assert "Cancel the appointment" not in labels(page)


def test_a_name_is_shown_letter_for_letter(staffed: Any, claire: Staff) -> None:
    made = booked(staffed, claire, "<b>Lin</b>")
    assert "&lt;b&gt;Lin&lt;/b&gt;" in shown(open_page("appointments", appointment=made.id))


@pytest.mark.usefixtures("claire")
@pytest.mark.parametrize(
    "query", [{"salon": "london"}, {"day": "yesterday"}, {"at": "noon"}, {"appointment": "x"}]
)
def test_nonsense_in_the_address_shows_the_page_without_it(query: dict[str, str]) -> None:
    page = open_page("appointments", **query)
    assert not page.exception
    assert "Choose an appointment" in shown(page)


@pytest.mark.usefixtures("staffed")
def test_an_editor_has_neither_page(sign_in: SignIn) -> None:
    sign_in(Role.EDITOR)
    for name in ("appointments", "cases"):
        assert [each.value for each in open_page(name).info] == [
            "Your role does not include this page."
        ]
