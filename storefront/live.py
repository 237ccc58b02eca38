"""The live line: one WebSocket for each open page, which says 'look again' and never what is to
be seen. A page learns anything only by asking the services as itself.

    browser → {"hear": [topics], "after": MARK}    what to hear, and where the bell stood when the
                                                   page last looked; any number of times
    browser → {"typing": ID}, {"read": ID, "seq": N}  signs for the other side of a conversation
    line    → {"mark": MARK, "rang": [topics]}     these rang: look again; without `rang`, any may
    line    → {"whisper": {…}}                     such a sign of somebody else
    line    → {"beat": 1}                          nothing new; the line stands

With `after` nothing is missed that rang before the line stood or while it was lost, and nobody
looks in vain. Who may hear a topic is asked again before every word.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from anyio import CancelScope, create_task_group, move_on_after, to_thread
from starlette.websockets import WebSocket, WebSocketDisconnect

from shop.ports import Listening, Sound
from storefront.hearing import give_a_sign, may_hear
from storefront.opening import Opening
from storefront.signs import is_sign, make_sign

if TYPE_CHECKING:
    from wiring import Services

BEAT_S = 20.0  # keeps proxies from closing a quiet line, and tells the page that it still stands
MOST_TOPICS = 20
MOST_LINES = 2000
MOST_WHISPERS = 20  # that wait for a slow line; older ones are worth nothing
LARGEST_FRAME = 4096  # characters
PACE_S = 0.05  # between two frames of one browser
LATER, NOT_YOURS, NONSENSE = 1013, 4403, 4400  # close codes; the last two: not to be tried again

Frame = Mapping[str, Any]


class Live:
    """WebSocket /live"""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._scopes: set[CancelScope] = set()
        self._closing = False

    async def open(self, socket: WebSocket) -> None:
        await socket.accept()
        if self._closing or self._opening.state != "open" or len(self._scopes) >= MOST_LINES:
            await socket.close(LATER)
            return
        line = Line(socket, self._opening.services())
        with CancelScope() as scope:
            self._scopes.add(scope)
            try:
                await line.stand()
            finally:
                self._scopes.discard(scope)

    def close(self) -> None:
        """End every line; called on the event loop, before the server waits for them to end."""
        self._closing = True
        for scope in self._scopes:
            scope.cancel()


class Line:
    """One page's line, from the first frame until either side is gone."""

    def __init__(self, socket: WebSocket, services: Services) -> None:
        self._socket, self._services = socket, services
        self._loop = asyncio.get_running_loop()
        self._topics: tuple[str, ...] = ()
        self._listening: Listening | None = None
        self._news = asyncio.Event()
        self._mark = ""
        self._rang: set[str] = set()  # the empty topic is any
        self._whispers: deque[Frame] = deque(maxlen=MOST_WHISPERS)

    async def stand(self) -> None:
        try:
            async with create_task_group() as group:
                group.start_soon(self._take_frames, group.cancel_scope)
                await self._tell()
                group.cancel_scope.cancel()
        finally:
            if self._listening:
                self._listening.close()

    async def _take_frames(self, scope: CancelScope) -> None:
        try:
            while await self._take(await self._socket.receive_text()):
                await asyncio.sleep(PACE_S)
        except (WebSocketDisconnect, KeyError):  # KeyError: bytes instead of text
            pass
        scope.cancel()

    async def _take(self, text: str) -> bool:
        """False once the line is closed."""
        frame = read_frame(text)
        if "hear" in frame:
            return await self._hear(frame["hear"], frame.get("after"))
        if is_sign(frame):
            await to_thread.run_sync(make_sign, self._services, self._socket, frame)
            return True
        return await self._hang_up(NONSENSE)

    async def _hear(self, topics: Any, after: Any) -> bool:
        if not _are_topics(topics):
            return await self._hang_up(NONSENSE)
        earlier, bell = self._listening, self._services.bell
        if not await to_thread.run_sync(may_hear, self._services, self._socket, topics):
            return await self._hang_up(NOT_YOURS)
        self._topics = tuple(topics)
        self._listening = await to_thread.run_sync(bell.listen, self._topics, self._on_sound)
        if earlier:
            earlier.close()
        if bell.rang_since(str(after), self._topics):
            self._mark = bell.mark()
            self._rang.add("")
        self._news.set()
        return True

    def _on_sound(self, sound: Sound) -> None:
        """On the thread that rang."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._note, sound)

    def _note(self, sound: Sound) -> None:
        if sound.words is None:
            self._mark = sound.mark
            self._rang.add(sound.topic)
        else:
            self._whispers.append({"whisper": {**sound.words, "topic": sound.topic}})
        self._news.set()

    async def _tell(self) -> None:
        try:
            while await self._wait() and await self._still_stands():
                for frame in self._frames():
                    await self._socket.send_text(json.dumps(frame))
        except (WebSocketDisconnect, RuntimeError):  # RuntimeError: closed while it was told
            pass

    async def _wait(self) -> bool:
        with move_on_after(BEAT_S):
            await self._news.wait()
        return True

    async def _still_stands(self) -> bool:
        if not self._topics:
            return await self._hang_up(NONSENSE)  # it asked for nothing
        if await to_thread.run_sync(self._check):
            return True
        return await self._hang_up(NOT_YOURS)

    def _check(self) -> bool:
        allowed = may_hear(self._services, self._socket, self._topics)
        if allowed:
            give_a_sign(self._services, self._socket, self._topics)
        return allowed

    def _frames(self) -> Sequence[Frame]:
        rang, whispers = self._rang, list(self._whispers)
        self._rang = set()
        self._whispers.clear()
        self._news.clear()
        if rang:
            which = {} if "" in rang else {"rang": sorted(rang)}
            return [{"mark": self._mark, **which}, *whispers]
        return whispers or [{"beat": 1}]

    async def _hang_up(self, code: int) -> bool:
        await self._socket.close(code)
        return False


def read_frame(text: str) -> dict[str, Any]:
    """What a browser sent; empty for what is no JSON object or too large."""
    try:
        frame = json.loads(text) if len(text) <= LARGEST_FRAME else None
    except ValueError:
        return {}
    return frame if isinstance(frame, dict) else {}


def _are_topics(given: Any) -> bool:
    return (
        isinstance(given, list)
        and 0 < len(given) <= MOST_TOPICS
        and all(isinstance(topic, str) for topic in given)
    )
