"""A model endpoint on loopback that does what a test tells it to, well or badly."""

from __future__ import annotations

import json
import select
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[["Reply"], None]
_CHUNK = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "scripted"}


class Reply:
    """One answer in the making. Everything is sent at once when it is said."""

    def __init__(self, handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
        self._handler, self._over = handler, over

    def refuse(self, status: int, code: str = "", **headers: str) -> None:
        """Answer with an error, as OpenAI words it."""
        body = json.dumps({"error": {"message": "no, sk-very-secret", "code": code}}).encode()
        self._send_body(status, body, headers)

    def _send_body(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self._handler.send_response(status)
        for name, value in (headers or {}).items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.send_header("Content-Length", str(len(body)))
        self._handler.send_header("Content-Type", "application/json")
        self._handler.end_headers()
        self._handler.wfile.write(body)

    def begin(self, chunked: bool = True) -> None:
        """Begin a stream. Not `chunked`: its end is where the connection ends."""
        self._handler.send_response(200)
        self._handler.send_header("Content-Type", "text/event-stream")
        if chunked:
            self._handler.send_header("Transfer-Encoding", "chunked")
        else:
            self._handler.close_connection = True
        self._chunked = chunked
        self._handler.end_headers()

    def say(self, text: str, at_once: bool = True) -> None:
        for part in [text] if at_once else text:
            self.raw(saying(part))

    def end(self, reason: str = "stop", usage: tuple[int, int] | None = None) -> None:
        """End the stream; `usage` is (tokens in, tokens out), which not every server tells."""
        self.raw(_event({"choices": [_choice({"delta": {}, "finish_reason": reason})]}))
        if usage:
            self.raw(_event({"choices": [], "usage": _usage(*usage)}))
        self.raw(b"data: [DONE]\n\n")
        if self._chunked:
            self._handler.wfile.write(b"0\r\n\r\n")

    def answer(self, text: str, at_once: bool = True, usage: tuple[int, int] | None = None) -> None:
        """A whole, proper stream."""
        self.begin()
        self.say(text, at_once)
        self.end(usage=usage)

    def whole(self, message: dict[str, Any], usage: tuple[int, int] = (1, 1)) -> None:
        """A whole, proper answer to a request that wants no stream."""
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **message}}
        body = {**_CHUNK, "object": "chat.completion", "choices": [choice], "usage": _usage(*usage)}
        self._send_body(200, json.dumps(body).encode())

    def raw(self, data: bytes) -> None:
        if self._chunked:
            data = f"{len(data):x}\r\n".encode() + data + b"\r\n"
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def repeat(self, data: bytes, every_s: float = 0.0) -> None:
        """A stream of nothing but this, until the test is over or the other side hangs up."""
        self.begin()
        while self.goes_on:
            self.raw(data)
            if every_s:
                self.wait(every_s)

    def flood(self, text: str) -> None:
        """Say this without end, as fast as it is taken.

        A hundred at a time: to write each by itself would take the processor from those who read.
        """
        self.repeat(saying(text) * 100)

    def wait(self, seconds: float) -> None:
        """Do nothing for a while, or until the test is over."""
        self._over.wait(seconds)

    def wait_for_hang_up(self) -> None:
        """Say nothing until the other side has closed the connection, or the test is over."""
        while self.goes_on:
            readable, _, _ = select.select([self._handler.connection], [], [], 0.02)
            if readable and not self._handler.connection.recv(1, socket.MSG_PEEK):
                self._handler.close_connection = True
                return

    @property
    def goes_on(self) -> bool:
        return not self._over.is_set()

    def cut(self) -> None:
        """Hang up in the middle."""
        self._handler.close_connection = True


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """That a client hangs up is no error here."""


class ScriptedServer:
    """`script` plays for every request; `requests` holds their bodies and `gone` how many ended."""

    def __init__(self) -> None:
        self.script: Script = lambda reply: reply.refuse(500)
        self.requests: list[dict[str, Any]] = []
        self.gone = 0
        self._over = threading.Event()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:  # the name http.server calls
                length = int(self.headers["Content-Length"])
                server.requests.append(json.loads(self.rfile.read(length)))
                try:
                    server.script(Reply(self, server._over))
                except OSError:
                    self.close_connection = True  # the other side hung up
                finally:
                    server.gone += 1

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        return Handler


def saying(text: str) -> bytes:
    """The event of a stream in which the model says this."""
    return _event({"choices": [_choice({"delta": {"role": "assistant", "content": text}})]})


def _event(part: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps({**_CHUNK, **part}).encode() + b"\n\n"


def _choice(choice: dict[str, Any]) -> dict[str, Any]:
    return {"index": 0, "finish_reason": None, **choice}


def _usage(tokens_in: int, tokens_out: int) -> dict[str, int]:
    return {
        "prompt_tokens": tokens_in,
        "completion_tokens": tokens_out,
        "total_tokens": tokens_in + tokens_out,
    }
