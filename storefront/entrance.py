"""How a client comes in by her signed link, and how she leaves.

Coming in as somebody else, or leaving, gives the browser a new visitor id: on a shared screen
nothing of one client is left for the next. What was said before signing in goes along only when
the link was followed on our own page.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from shop.errors import BadInput, NotFound
from storefront import cookies
from storefront.cookies import CookieJar, new_visitor_id
from storefront.doorkeeper import PATIENCE_S
from storefront.identity import VISITOR_HEADER
from storefront.opening import Opening
from storefront.visitors import visitor_of

_LINK_AGE_S = 30 * 24 * 3600  # the link itself says how long it stands; this only caps the cookie


class Entrance:
    def __init__(self, opening: Opening, jar: CookieJar) -> None:
        self._opening, self._jar = opening, jar

    def enter(self, request: Request) -> Response:
        """GET /enter?token=…: the browser becomes the client's, then home."""
        services = self._opening.services(PATIENCE_S)
        token = request.query_params.get("token", "")
        before = visitor_of(services, request)
        visitor_id = request.headers.get(VISITOR_HEADER) or new_visitor_id()
        try:
            visitor = services.client_accounts.visitor_of_link(token, visitor_id)
        except (BadInput, NotFound):
            return _home(["link=expired"])
        known = before is None or before.client in (None, visitor.client)
        if known and _is_from_our_page(request):
            services.chats.adopt(visitor)
        else:
            visitor_id = new_visitor_id()
        return _home(
            set_cookies=(
                self._jar.visitor(visitor_id),
                self._jar.write(cookies.CLIENT, token, _LINK_AGE_S),
            )
        )

    def leave(self, _request: Request) -> Response:
        """GET /leave: an unknown visitor from here on."""
        return _home(
            set_cookies=(self._jar.visitor(new_visitor_id()), self._jar.forget(cookies.CLIENT))
        )


def _is_from_our_page(request: Request) -> bool:
    """Whether the link was followed on a page of ours.

    Anybody can send a link. Followed from elsewhere it must not hand what this browser said
    before to whoever's link it is.
    """
    return request.headers.get("sec-fetch-site") == "same-origin"


def _home(query: Iterable[str] = (), set_cookies: Iterable[str] = ()) -> Response:
    there = "&".join(query)
    response = RedirectResponse(f"/?{there}" if there else "/", 303)
    response.headers["cache-control"] = "no-store"
    for cookie in set_cookies:
        response.headers.append("set-cookie", cookie)
    return response
