"""The people behind our identity headers, as the services know them at this moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from shop.access import Staff
from shop.clients import Visitor
from shop.errors import BadInput, NotFound
from storefront.identity import CLIENT_HEADER, STAFF_HEADER, VISITOR_HEADER

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

    from wiring import Services


def visitor_of(services: Services, request: HTTPConnection) -> Visitor | None:
    """The visitor of this request, with her client account if her link still stands."""
    return visitor_in(services, request.headers)


def staff_of(services: Services, request: HTTPConnection) -> Staff | None:
    return staff_in(services, request.headers)


def visitor_in(services: Services, headers: Mapping[str, str]) -> Visitor | None:
    """The visitor that our own headers name; None when the browser refuses cookies.

    Raises StoreBusy: a client whom the database cannot name just now is not taken for a stranger.
    """
    visitor_id = headers.get(VISITOR_HEADER, "")
    link = headers.get(CLIENT_HEADER, "")
    if not visitor_id:
        return None
    if link:
        try:
            return services.client_accounts.visitor_of_link(link, visitor_id)
        except (BadInput, NotFound):
            pass  # the link ran out: she is a visitor again
    return Visitor(visitor_id)


def staff_in(services: Services, headers: Mapping[str, str]) -> Staff | None:
    """Whoever signed in, as long as the session lives."""
    token = headers.get(STAFF_HEADER, "")
    return services.staff_accounts.staff_of(token) if token else None
