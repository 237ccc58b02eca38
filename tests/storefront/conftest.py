"""A house with its doors, and browsers to try them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from console.i18n import translator
from shop.db import SqlStore
from storefront.cookies import CookieJar
from storefront.doorkeeper import Doorkeeper
from storefront.headers import SecurityHeaders, content_policy
from storefront.identity import Identity
from storefront.live import Live
from storefront.opening import Opening
from storefront.routes import routes
from storefront.streamlit_files import streamlit_index
from tests.conftest import FrozenClock
from tests.storefront.house import small_house

Browser = Callable[[], TestClient]


@pytest.fixture
def house(sqlite_template: Path, tmp_path: Path, clock: FrozenClock) -> Iterator[Any]:
    copied = copy(sqlite_template, tmp_path / "maroquin.db")
    store = SqlStore(f"sqlite:///{copied}", clock)
    services = small_house(store, clock, tmp_path)
    yield services
    services.runner.close()
    store.close()


@pytest.fixture
def opening(house: Any) -> Opening:
    opened = Opening(lambda: house)
    opened.start()
    opened.services(wait=10)
    return opened


@pytest.fixture
def jar() -> CookieJar:
    return CookieJar("a secret of this test")


@pytest.fixture
def browser(opening: Opening, jar: CookieJar) -> Browser:
    """Makes browsers that share nothing; the pages behind the doors only say who they see."""
    app = Starlette(
        routes=[
            *routes(opening, Live(opening), jar, translator),
            WebSocketRoute("/_stcore/stream", _who_by_websocket),
            Route("/{path:path}", _who),
        ],
        middleware=[
            Middleware(SecurityHeaders, policy=content_policy(streamlit_index())),
            Middleware(Identity, jar=jar),
            Middleware(Doorkeeper, opening=opening),
        ],
    )
    return lambda: TestClient(app, base_url="http://testserver", follow_redirects=False)


def _who(request: Request) -> JSONResponse:
    return JSONResponse(_seen(request))


async def _who_by_websocket(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_json(_seen(websocket))
    await websocket.close()


def _seen(connection: Request | WebSocket) -> dict[str, str]:
    return {k: v for k, v in connection.headers.items() if "maroquin" in k and k != "cookie"}
