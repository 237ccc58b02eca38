from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from console.i18n import translator
from shop.errors import StoreBusy
from storefront.cookies import CookieJar
from storefront.doorkeeper import Doorkeeper
from storefront.headers import SecurityHeaders
from storefront.identity import Identity
from storefront.live import Live
from storefront.opening import Opening
from storefront.routes import routes
from storefront.trouble import Trouble


def _cannot_open() -> None:
    raise StoreBusy("The database file is damaged.")


@pytest.fixture
def browser(jar: CookieJar) -> TestClient:
    """Before the doors of a house that could not be opened."""
    failed = Opening(_cannot_open)  # type: ignore[arg-type]  # it gives nothing
    failed.start()
    app = Starlette(
        routes=routes(failed, Live(failed), jar, translator),
        middleware=[
            Middleware(SecurityHeaders, policy="default-src 'self'"),
            Middleware(Trouble, translator=translator),
            Middleware(Identity, jar=jar),
            Middleware(Doorkeeper, opening=failed),
        ],
    )
    return TestClient(app, follow_redirects=False)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("address", ["/enter?token=any", "/desk"])
def test_an_address_that_cannot_be_served_says_so_in_the_readers_language(
    browser: TestClient, address: str
) -> None:
    browser.cookies.set("maroquin_staff", "any")
    refused = browser.get(address, headers={"accept-language": "zh-CN"})
    assert refused.status_code == 503
    assert refused.text == translator("zh")("Something went wrong on our side.")
    assert "damaged" not in refused.text
    assert {"content-security-policy", "retry-after"} <= set(refused.headers)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_nobody_signs_in_to_a_house_that_could_not_be_opened(browser: TestClient) -> None:
    refused = browser.post("/sign-in", data={"login": "claire", "password": "any"})
    assert refused.status_code == 503
    assert "maroquin_staff" not in refused.headers.get("set-cookie", "")
