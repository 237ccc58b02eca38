"""Who a browser is: pure ASGI middleware over requests and WebSockets alike.

Identity travels inwards in three headers of our own. Whatever a client sends under those names
is dropped first, so they can only come from here:

    X-Maroquin-Visitor   the browser's own id, after its signature was checked
    X-Maroquin-Client    the signed link by which a client came in
    X-Maroquin-Staff     the session token of somebody who signed in

The last two are unproven until a service has looked at them, which happens at every run of a
page and every request: a WebSocket keeps the headers of its handshake for hours.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from storefront import cookies
from storefront.cookies import CookieJar

VISITOR_HEADER = "x-maroquin-visitor"
CLIENT_HEADER = "x-maroquin-client"
STAFF_HEADER = "x-maroquin-staff"

_OURS = b"x-maroquin-"
# Streamlit's own paths and ours for machines: no browser begins its visit there.
_NOT_A_VISIT = ("/_stcore/", "/static/", "/media/", "/component/", "/drawings/", "/live", "/health")


class Identity:
    """Names the browser behind every request, and refuses what another site sends."""

    def __init__(self, app: ASGIApp, jar: CookieJar, public_url: str = "") -> None:
        self.app, self.jar = app, jar
        self.public_host = urlsplit(public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif self._comes_from_elsewhere(scope):
            await self._refuse(scope, receive, send)
        else:
            await self._pass(scope, receive, send)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        sent = cookies.parse(Headers(scope=scope).get("cookie", ""))
        visitor = self.jar.visitor_of(sent)
        if not visitor and _is_visit(scope):
            visitor = cookies.new_visitor_id()
            send = _with_cookie(send, self.jar.visitor(visitor))
        scope["headers"] = _inward(scope, visitor, sent)
        await self.app(scope, receive, send)

    def _comes_from_elsewhere(self, scope: Scope) -> bool:
        """A WebSocket or a change of state that a page of another site began."""
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            return False
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        hosts = {headers.get("host", ""), self.public_host} - {""}
        return origin is not None and _host_of(origin) not in hosts

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            refusal = PlainTextResponse("This request came from another site.", 403)
            await refusal(scope, receive, send)


def _host_of(origin: str) -> str:
    """Host and port; empty when the origin is "null" or no address."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def _is_visit(scope: Scope) -> bool:
    path: str = scope["path"]
    return scope["type"] == "http" and not path.startswith(_NOT_A_VISIT)


def _inward(scope: Scope, visitor: str, sent: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """The request's headers with our three names replaced by what we know."""
    known = {
        VISITOR_HEADER: visitor,
        CLIENT_HEADER: sent.get(cookies.CLIENT, ""),
        STAFF_HEADER: sent.get(cookies.STAFF, ""),
    }
    others = [(name, value) for name, value in scope["headers"] if not _is_ours(name)]
    return others + [(k.encode(), v.encode("latin-1")) for k, v in known.items() if v]


def _is_ours(name: bytes) -> bool:
    # Some servers read an underscore as a hyphen; drop both spellings.
    return name.lower().replace(b"_", b"-").startswith(_OURS)


def _with_cookie(send: Send, cookie: str) -> Send:
    async def send_with_cookie(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).append("set-cookie", cookie)
        await send(message)

    return send_with_cookie
