"""The door before the staff's pages: whoever may not open one is shown the sign-in instead.

This is courtesy, not the lock: Streamlit lists no page without its role, and every service
checks again.
"""

from __future__ import annotations

from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from shop.access import Permission
from storefront.opening import Opening
from storefront.visitors import staff_of

PATIENCE_S = 30.0  # how long a request waits for a house that is still opening
STAFF_PAGES = {
    "/desk": Permission.SERVE_CLIENTS,
    "/clients": Permission.SERVE_CLIENTS,
    "/looks": Permission.SERVE_CLIENTS,
    "/appointments": Permission.SERVE_CLIENTS,
    "/cases": Permission.SERVE_CLIENTS,
    "/provenance": Permission.SERVE_CLIENTS,
    "/knowledge": Permission.READ_KNOWLEDGE,
    "/insights": Permission.SEE_INSIGHTS,
}


class Doorkeeper:
    def __init__(self, app: ASGIApp, opening: Opening) -> None:
        self.app, self._opening = app, opening

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        needed = STAFF_PAGES.get(scope.get("path", "")) if scope["type"] == "http" else None
        if needed is None or await to_thread.run_sync(self._may, Request(scope), needed):
            await self.app(scope, receive, send)
            return
        there = f"/sign-in?next={quote(scope['path'])}"
        await RedirectResponse(there, 303)(scope, receive, send)

    def _may(self, request: Request, needed: Permission) -> bool:
        staff = staff_of(self._opening.services(PATIENCE_S), request)
        return staff is not None and staff.may(needed)
