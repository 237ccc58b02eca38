from __future__ import annotations

import pytest
from starlette.websockets import WebSocketDisconnect

from storefront.cookies import VISITOR, CookieJar, read_secret
from storefront.identity import STAFF_HEADER, VISITOR_HEADER
from tests.storefront.conftest import Browser

SPELLINGS = [
    "X-Maroquin-Visitor",
    "x-maroquin-visitor",
    "X_Maroquin_Visitor",
    "X-Maroquin_Staff",
    "X-Maroquin-Client",
]


@pytest.mark.parametrize("name", SPELLINGS)
def test_an_identity_that_a_client_claims_is_dropped(browser: Browser, name: str) -> None:
    seen = browser().get("/", headers={name: "somebody-else"}).json()
    assert "somebody-else" not in seen.values()


@pytest.mark.parametrize("name", SPELLINGS)
def test_an_identity_claimed_over_a_websocket_is_dropped(browser: Browser, name: str) -> None:
    with browser().websocket_connect("/_stcore/stream", headers={name: "somebody-else"}) as line:
        assert "somebody-else" not in line.receive_json().values()


def test_each_browser_gets_an_id_of_its_own_and_keeps_it(browser: Browser) -> None:
    one, other = browser(), browser()
    first = one.get("/").json()[VISITOR_HEADER]
    assert len(bytes.fromhex(first)) == 16
    assert one.get("/").json()[VISITOR_HEADER] == first
    assert other.get("/").json()[VISITOR_HEADER] != first


def test_a_websocket_sees_the_same_visitor_as_the_page(browser: Browser) -> None:
    one = browser()
    visitor = one.get("/").json()[VISITOR_HEADER]
    with one.websocket_connect("/_stcore/stream") as line:
        assert line.receive_json()[VISITOR_HEADER] == visitor


def test_a_visitor_id_that_we_did_not_sign_is_replaced(browser: Browser) -> None:
    victim = browser().get("/").json()[VISITOR_HEADER]
    thief = browser()
    thief.cookies.set(VISITOR, f"{victim}.forged-signature")
    assert thief.get("/").json()[VISITOR_HEADER] != victim


@pytest.mark.parametrize("foreign", ['prefs={"a":1}', "list[0]=x", "=", "nothing", "naïve=ü;;"])
def test_cookies_that_others_set_do_not_hide_ours(browser: Browser, foreign: str) -> None:
    one = browser()
    visitor = one.get("/").json()[VISITOR_HEADER]
    sent = f"{foreign}; {VISITOR}={one.cookies[VISITOR]}".encode("latin-1")
    assert browser().get("/", headers={b"cookie": sent}).json()[VISITOR_HEADER] == visitor


def test_an_origin_that_is_no_address_is_another_site(browser: Browser) -> None:
    for origin in ("null", "http://["):
        assert browser().post("/sign-out", headers={"origin": origin}).status_code == 403


def test_a_websocket_without_our_cookie_is_nobody(browser: Browser) -> None:
    with browser().websocket_connect("/_stcore/stream") as line:
        assert line.receive_json() == {}


def test_scripts_cannot_read_the_visitor_cookie(browser: Browser) -> None:
    cookie = browser().get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_over_https_our_cookies_never_travel_in_the_clear() -> None:
    assert "; Secure" in CookieJar("secret", secure=True).visitor("an-id")


def test_files_and_machines_begin_no_visit(browser: Browser) -> None:
    for path in ("/static/app.js", "/_stcore/health", "/health"):
        assert "set-cookie" not in browser().get(path).headers


def test_a_post_from_another_site_is_refused(browser: Browser) -> None:
    answer = browser().post("/sign-in", headers={"origin": "http://elsewhere.test"})
    assert answer.status_code == 403


def test_a_websocket_from_another_site_is_refused(browser: Browser) -> None:
    elsewhere = {"origin": "http://elsewhere.test"}
    with (
        pytest.raises(WebSocketDisconnect),
        browser().websocket_connect("/_stcore/stream", headers=elsewhere),
    ):
        pass


def test_a_session_token_is_passed_on_from_its_cookie_only(browser: Browser) -> None:
    one = browser()
    one.cookies.set("maroquin_staff", "a-token")
    assert one.get("/").json()[STAFF_HEADER] == "a-token"


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path) -> None:  # type: ignore[no-untyped-def]  # pytest's path
    secret = read_secret(tmp_path)
    assert read_secret(tmp_path) == secret
    assert (tmp_path / "visitor.secret").stat().st_mode & 0o077 == 0


def test_every_answer_says_what_a_page_may_load(browser: Browser) -> None:
    for path in ("/", "/sign-in", "/health"):
        headers = browser().get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "'unsafe-inline'" not in headers["content-security-policy"].split("style-src")[0]
        assert headers["x-content-type-options"] == "nosniff"
