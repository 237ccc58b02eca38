"""The live line: server-sent events that say 'look again', never what is to be seen.

A ring carries no content, so a page learns anything only by asking the services as itself. Who
may hear a topic is checked when the line opens and again at every beat.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from anyio import CancelScope, CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from shop.access import Permission
from shop.errors import MaroquinError
from shop.ports import DESK, Subscription
from storefront.opening import Opening
from storefront.visitors import staff_of, visitor_of

BEAT_S = 15.0  # a comment at this pace keeps proxies from closing a quiet line
MOST_TOPICS = 20
MOST_LINES = 400  # each waits in a thread of its own; pages beyond it fall back to polling
_CONVERSATION = "conversation:"


class Live:
    """GET /live?topics=conversation:ID,desk"""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._waiting: CapacityLimiter | None = None
        self._scopes: set[CancelScope] = set()
        self._closing = False

    async def open(self, request: Request) -> Response:
        topics = [topic for topic in request.query_params.get("topics", "").split(",") if topic]
        if self._opening.state != "open":
            return PlainTextResponse("Not open yet.", 503, {"retry-after": "2"})
        if not 0 < len(topics) <= MOST_TOPICS:
            return PlainTextResponse("Name between 1 and 20 topics.", 400)
        if not await to_thread.run_sync(self.may_hear, request, topics):
            return PlainTextResponse("Not yours to hear.", 403)
        if self._lines().available_tokens < 1:
            return PlainTextResponse("Too many lines are open.", 503, {"retry-after": "10"})
        return StreamingResponse(
            self.beats(request, topics),
            media_type="text/event-stream",
            headers={"cache-control": "no-store", "x-accel-buffering": "no"},
        )

    async def beats(self, request: Request, topics: list[str]) -> AsyncIterator[str]:
        bell = self._opening.services().store.bell
        subscription: Subscription = await to_thread.run_sync(bell.subscribe, topics)
        try:
            yield "retry: 2000\ndata: open\n\n"  # what rang before the line stood is read now
            while not self._closing and await to_thread.run_sync(self.may_hear, request, topics):
                yield "data: rang\n\n" if await self._wait(subscription) else ": beat\n\n"
        finally:
            subscription.close()

    def close(self) -> None:
        """End every line; called on the event loop, before the server waits for them to end."""
        self._closing = True
        for scope in self._scopes:
            scope.cancel()

    async def _wait(self, subscription: Subscription) -> bool:
        """Whether a topic rang before the next beat is due."""
        with CancelScope() as scope:
            self._scopes.add(scope)
            try:
                return await to_thread.run_sync(
                    partial(subscription.wait, BEAT_S),
                    limiter=self._lines(),
                    abandon_on_cancel=True,
                )
            finally:
                self._scopes.discard(scope)
        return False

    def may_hear(self, request: Request, topics: list[str]) -> bool:
        """False too while the database does not answer: the page tries again a little later."""
        try:
            return self._are_open_to(request, topics)
        except MaroquinError:
            return False

    def _are_open_to(self, request: Request, topics: list[str]) -> bool:
        services = self._opening.services()
        staff = staff_of(services, request)
        conversations = [topic for topic in topics if topic.startswith(_CONVERSATION)]
        if staff is not None and staff.may(Permission.SERVE_CLIENTS):
            return set(topics) <= {DESK, *conversations}
        visitor = visitor_of(services, request)
        if visitor is None or conversations != topics:
            return False
        for topic in conversations:
            services.chats.get(visitor, topic.removeprefix(_CONVERSATION))  # NotFound: not hers
        return True

    def _lines(self) -> CapacityLimiter:
        # Made at the first request: a limiter belongs to the event loop it is made in.
        if self._waiting is None:
            self._waiting = CapacityLimiter(MOST_LINES)
        return self._waiting
