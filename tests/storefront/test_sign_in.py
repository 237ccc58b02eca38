from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from storefront.cookies import STAFF
from tests.storefront.conftest import Browser
from tests.storefront.house import PASSWORD


def signed_in(browser: Browser, login: str, wanted: str = "") -> tuple[TestClient, Any]:
    one = browser()
    form = {"login": login, "password": PASSWORD, "next": wanted}
    return one, one.post("/sign-in", data=form)


@pytest.mark.parametrize(
    ("login", "page"),
    [("personal_shopper", "/desk"), ("editor", "/knowledge"), ("manager", "/desk")],
)
def test_everybody_lands_on_the_page_of_her_role(browser: Browser, login: str, page: str) -> None:
    _, answer = signed_in(browser, login)
    assert (answer.status_code, answer.headers["location"]) == (303, page)


def test_the_page_that_was_wanted_comes_first_if_the_role_permits(browser: Browser) -> None:
    assert signed_in(browser, "manager", "/knowledge")[1].headers["location"] == "/knowledge"
    assert signed_in(browser, "editor", "/desk")[1].headers["location"] == "/knowledge"


@pytest.mark.parametrize("wanted", ["http://elsewhere.test", "//elsewhere.test", "/nowhere"])
def test_signing_in_never_leads_away(browser: Browser, wanted: str) -> None:
    assert signed_in(browser, "manager", wanted)[1].headers["location"] == "/desk"


def test_the_session_cookie_is_out_of_reach_of_scripts(browser: Browser) -> None:
    cookie = signed_in(browser, "manager")[1].headers["set-cookie"]
    assert cookie.startswith(f"{STAFF}=")
    assert "HttpOnly" in cookie


def test_a_wrong_password_is_told_plainly_and_signs_nobody_in(browser: Browser) -> None:
    answer = browser().post("/sign-in", data={"login": "manager", "password": "guess"})
    assert answer.status_code == 401
    assert "This name and password do not belong together." in answer.text
    assert STAFF not in answer.headers.get("set-cookie", "")


def test_who_guesses_too_often_is_told_when_to_try_again(browser: Browser) -> None:
    one = browser()
    for _ in range(6):
        answer = one.post("/sign-in", data={"login": "manager", "password": "guess"})
    assert answer.status_code == 429
    assert "Too many attempts." in answer.text


def test_the_page_speaks_chinese_to_whoever_chose_it(browser: Browser) -> None:
    page = browser().get("/sign-in?lang=zh")
    assert "登录" in page.text
    assert "maroquin_lang=zh" in page.headers["set-cookie"]


def test_a_name_that_was_typed_comes_back_as_text(browser: Browser) -> None:
    answer = browser().post("/sign-in", data={"login": '"><script>x()</script>', "password": "x"})
    assert "<script>" not in answer.text


def test_signing_out_ends_the_session_in_the_store(browser: Browser, house: Any) -> None:
    one, _ = signed_in(browser, "manager")
    token = one.cookies[STAFF]
    assert house.staff_accounts.staff_of(token) is not None
    one.post("/sign-out")
    assert house.staff_accounts.staff_of(token) is None


def test_an_oversized_form_is_not_read(browser: Browser) -> None:
    answer = browser().post("/sign-in", data={"login": "m" * 10_000, "password": PASSWORD})
    assert answer.status_code == 401


@pytest.mark.parametrize("page", ["/desk", "/knowledge"])
def test_a_stranger_at_a_staff_page_is_led_to_the_sign_in(browser: Browser, page: str) -> None:
    answer = browser().get(page)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={page}")


def test_an_editor_does_not_get_through_the_door_to_the_desk(browser: Browser) -> None:
    editor, _ = signed_in(browser, "editor")
    assert editor.get("/desk").status_code == 303
    assert editor.get("/knowledge").status_code == 200
