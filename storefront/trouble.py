"""What a browser reads when our own routes cannot be served: a failed opening, a database away.

Innermost of all would be too late for the doorkeeper, which asks the services as well; so this
stands around it, and inside the security headers. The log has one line for each refusal.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shop.errors import MaroquinError
from shop.language import Lang
from storefront.language import wanted_by

RETRY_AFTER_S = 10
_log = logging.getLogger(__name__)


class Trouble:
    """503 in the reader's language for every error of ours that a route did not expect."""

    def __init__(self, app: ASGIApp, translator: Callable[[Lang], Callable[..., str]]) -> None:
        self.app, self._translator = app, translator

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def send_on(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_on)
        except MaroquinError as error:
            if begun or scope["type"] != "http":
                raise
            _log.warning("%s could not be served: %s", scope["path"], error)
            await self._sorry(Request(scope))(scope, receive, send)

    def _sorry(self, request: Request) -> PlainTextResponse:
        said = self._translator(wanted_by(request))("Something went wrong on our side.")
        headers = {"retry-after": str(RETRY_AFTER_S), "cache-control": "no-store"}
        return PlainTextResponse(said, 503, headers)
