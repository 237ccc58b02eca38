"""A page without a browser: Streamlit's own protocol over its WebSocket, and our live line.

It does for the server all that a browser's page does: runs the script, reruns a fragment when the
line rings (as `console/assets/live.js`) or the fragment asked to be run every so often, presses,
types, keeps what it was sent. Only nothing is drawn.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from bench.live.line import LiveLine
from bench.live.people import Seat
from settings import Settings

PATIENCE_S = 30.0
_LIVE, _REPLY = "maroquin_live", "maroquin_reply"


class Page:
    """One page of one browser, which `cookies` say whose it is."""

    def __init__(self, settings: Settings, cookies: str) -> None:
        self._address = settings.address.replace("http", "ws", 1)
        self._headers = {"cookie": cookies, "origin": settings.address}
        self._path = self._query = self._page_hash = ""
        self._stream: ClientConnection | None = None
        self._line = LiveLine(self._address, self._headers, self._rerun_live)
        self._tasks: set[asyncio.Task[None]] = set()
        self._timers: dict[str, asyncio.Task[None]] = {}
        self._kept: dict[str, ForwardMsg] = {}
        self._elements: dict[str, tuple[Element, str]] = {}  # by id: the element, its fragment
        self._finished = asyncio.Event()
        self._box = self._line_id = ""
        self._expected: dict[bytes, asyncio.Future[float]] = {}

    async def open(self, path: str = "") -> None:
        """Until the whole page was sent once and its live line stands."""
        self._path = path
        protocols = [Subprotocol("streamlit")]
        stream = f"{self._address}/_stcore/stream"
        self._stream = await connect(
            stream, additional_headers=self._headers, subprotocols=protocols, max_size=None
        )
        self._start(self._read())
        await self.run()
        await self._line.stands()

    async def close(self) -> None:
        for task in [*self._tasks, *self._timers.values()]:
            task.cancel()
        await self._line.close()
        if self._stream:
            await self._stream.close()

    def expect(self, text: str) -> asyncio.Future[float]:
        """When it arrives to be drawn, as a time of `time.perf_counter`."""
        arrived: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._expected[text.encode()] = arrived
        return asyncio.ensure_future(asyncio.wait_for(arrived, PATIENCE_S))

    async def run(self, *widgets: WidgetState, fragment: str = "") -> None:
        """Run the script, or one fragment of it, and wait until a run is through."""
        self._finished.clear()
        await self._ask_for_run(widgets, fragment)
        await asyncio.wait_for(self._finished.wait(), PATIENCE_S)

    async def say(self, text: str) -> float:
        """In the shopper's chat; the time of saying it."""
        element, _ = self._of_key("composer")
        said = WidgetState(id=element.chat_input.id)
        said.chat_input_value.data = text
        self._line.acted()
        began = time.perf_counter()
        await self._ask_for_run([said])
        return began

    async def reply(self, seat: Seat, text: str) -> float:
        """From the desk's reply box, after opening the conversation; the time of replying."""
        box = f"reply-{seat.conversation}"
        while not self._box.endswith(f"-{box}"):
            await self._press(f"open-{seat.handoff}")
        element, fragment = self._of_key(box)
        value = {"id": f"{time.monotonic_ns():x}", "text": text}
        self._line.acted()
        began = time.perf_counter()
        await self._ask_for_run([_trigger(element, "reply", value)], fragment)
        return began

    async def _press(self, key: str) -> None:
        """The button with this key, and wait until the fragment was drawn again."""
        element, fragment = self._of_key(key)
        await self.run(WidgetState(id=element.button.id, trigger_value=True), fragment=fragment)

    def _of_key(self, key: str) -> tuple[Element, str]:
        for element_id, found in reversed(self._elements.items()):
            if element_id.endswith(f"-{key}"):
                return found
        raise AssertionError(f"the page has no {key}")

    async def _ask_for_run(
        self, widgets: Sequence[WidgetState], fragment: str = "", auto: bool = False
    ) -> None:
        assert self._stream
        state = ClientState(
            query_string=self._query,
            page_script_hash=self._page_hash,
            page_name="" if self._page_hash else self._path,
            fragment_id=fragment,
            is_auto_rerun=auto,
            cached_message_hashes=list(self._kept),
        )
        state.widget_states.widgets.extend(widgets)
        state.context_info.timezone = "Asia/Shanghai"
        state.context_info.locale = "en-GB"
        await self._stream.send(BackMsg(rerun_script=state).SerializeToString())

    async def _read(self) -> None:
        assert self._stream
        with suppress(ConnectionClosed):
            async for data in self._stream:
                assert isinstance(data, bytes)
                self._take(ForwardMsg.FromString(data), data)

    def _take(self, message: ForwardMsg, data: bytes) -> None:
        if message.metadata.cacheable:
            self._kept[message.hash] = message
        if message.WhichOneof("type") == "ref_hash":
            message = self._kept[message.ref_hash]
        kind = message.WhichOneof("type")
        if kind == "delta":
            self._draw(message)
            self._show(data)
        elif kind == "new_session":
            self._begin_run(message)
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "script_finished":
            self._finished.set()
        elif kind == "auto_rerun":
            self._keep_running(message.auto_rerun.fragment_id, message.auto_rerun.interval)

    def _begin_run(self, message: ForwardMsg) -> None:
        self._page_hash = message.new_session.page_script_hash or self._page_hash
        while self._timers and not message.metadata.run.fragment_ids:
            self._timers.popitem()[1].cancel()

    def _keep_running(self, fragment: str, every_s: float) -> None:
        async def keep() -> None:
            while True:
                await asyncio.sleep(every_s)
                await self._ask_for_run([], fragment, auto=True)

        if fragment not in self._timers:
            self._timers[fragment] = asyncio.create_task(keep())

    def _show(self, data: bytes) -> None:
        for text in [text for text in self._expected if text in data]:
            arrived = self._expected.pop(text)
            if not arrived.done():
                arrived.set_result(time.perf_counter())

    def _draw(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        drawn = getattr(element, kind) if kind else None
        element_id = getattr(drawn, "id", "")
        if element_id:
            self._elements.pop(element_id, None)
            self._elements[element_id] = (element, message.delta.fragment_id)
        component = element.bidi_component.component_name
        if component == _REPLY:
            self._box = element_id
        elif component == _LIVE:
            self._line_id = element_id
            data = json.loads(element.bidi_component.json)
            self._line.drawn(data["mark"], data["topics"])

    async def _rerun_live(self) -> None:
        """What the line asks for when it rings."""
        element, fragment = self._elements[self._line_id]
        await self._ask_for_run([_trigger(element, "rang", 1)], fragment)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _trigger(element: Element, event: str, value: object) -> WidgetState:
    """As Streamlit's v2 components send what JavaScript triggers."""
    state = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{element.bidi_component.id}__events")
    state.json_trigger_value = json.dumps([{"event": event, "value": value}])
    return state
