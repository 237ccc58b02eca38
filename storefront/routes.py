"""Every address that is ours. The rest is Streamlit's: its pages, and the reserved prefixes
`/_stcore/`, `/media/`, `/component/` and `/static/`, under which we must never put anything.

    GET  /sign-in, POST /sign-in, POST /sign-out    staff
    GET  /enter?token=…, GET /leave                 clients by signed link
    WebSocket /live                                 the live line
    GET  /drawings/TV-B01.svg                       line drawings of the pieces
    GET  /health                                    for whoever watches the process
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from storefront.entrance import Entrance
from storefront.sign_in import SignIn

if TYPE_CHECKING:
    from shop.language import Lang
    from storefront.cookies import CookieJar
    from storefront.live import Live
    from storefront.opening import Opening

DRAWINGS = Path(__file__).parent / "drawings"


def routes(
    opening: Opening,
    live: Live,
    jar: CookieJar,
    translator: Callable[[Lang], Callable[..., str]],
) -> list[BaseRoute]:
    """Our addresses, in the order in which they are tried."""
    sign_in = SignIn(opening, jar, translator)
    entrance = Entrance(opening, jar)
    return [
        Route("/sign-in", sign_in.show, methods=["GET"]),
        Route("/sign-in", sign_in.submit, methods=["POST"]),
        Route("/sign-out", sign_in.sign_out, methods=["POST"]),
        Route("/enter", entrance.enter, methods=["GET"]),
        Route("/leave", entrance.leave, methods=["GET"]),
        WebSocketRoute("/live", live.open),
        Route("/health", health(opening), methods=["GET"]),
        Mount("/drawings", StaticFiles(directory=DRAWINGS)),
    ]


def health(opening: Opening) -> Callable[[Request], Response]:
    """200 once the house is open; 503 while it opens or when it could not."""

    def answer(_request: Request) -> Response:
        state = opening.state
        return JSONResponse({"state": state}, 200 if state == "open" else 503)

    return answer
