"""The chat model behind the OpenAI language: how it is reached, and what staff read when it fails.

One attempt only. A shopper is waiting, the offline language is at hand, and a retry that obeys
'come back in thirty seconds' would cost the whole deadline.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import partial

import httpx2
import openai
from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

_KNOWN = {
    400: "the model endpoint refused the request (400): check OPENAI_MODEL",
    401: "the model endpoint refused the key (401): check OPENAI_API_KEY",
    403: "the model endpoint does not let this key use the model (403): check OPENAI_API_KEY",
    404: "the model endpoint does not know this model (404): check OPENAI_MODEL",
    429: "the model endpoint is over its limit (429)",
}
_CODE = re.compile(r"[a-z_]{3,40}")  # 'insufficient_quota', but nothing that a key looks like


def open_chat_model(name: str, key: SecretStr, base_url: str, deadline_s: float) -> BaseChatModel:
    """A model at any endpoint that speaks as OpenAI's does; an empty `base_url` is OpenAI's own.

    `deadline_s` bounds each read and, once the first bytes are there, the whole response: a
    connection never stays open for long after the turn that wanted it.
    """
    from langchain_openai import ChatOpenAI

    client = openai.DefaultHttpx2Client(
        timeout=deadline_s, event_hooks={"response": [partial(_bound, deadline_s)]}
    )
    return ChatOpenAI(
        model=name,
        api_key=SecretStr(key.get_secret_value() or "none"),  # an empty one is no legal header
        base_url=base_url or None,
        timeout=deadline_s,
        max_retries=0,
        use_responses_api=False,
        http_client=client,
    )


def why(error: Exception, deadline_s: float) -> str:
    """One line for staff: what the endpoint did. Never holds a key or a word of the answer."""
    if isinstance(error, TimeoutError | openai.APITimeoutError | httpx2.TimeoutException):
        return f"the model took longer than {deadline_s:g} s"
    if isinstance(error, openai.APIStatusError):
        said = _KNOWN.get(error.status_code, f"the model endpoint answered {error.status_code}")
        code = error.code or ""
        return f"{said}: {code}" if _CODE.fullmatch(code) else said
    if isinstance(error, openai.APIConnectionError) and not _had_begun(error):
        return "the model endpoint cannot be reached: check OPENAI_BASE_URL and the network"
    if isinstance(error, httpx2.HTTPError | openai.APIConnectionError):
        return "the model endpoint broke off in the middle of its answer"
    return f"the model endpoint answered what cannot be read: {type(error).__name__}"


def _had_begun(error: BaseException) -> bool:
    """Whether there was an answer that a broken connection could cut short."""
    cut = isinstance(error, httpx2.RemoteProtocolError | httpx2.ReadError)
    return cut or (error.__cause__ is not None and _had_begun(error.__cause__))


def _bound(deadline_s: float, response: httpx2.Response) -> None:
    stream = response.stream
    if isinstance(stream, httpx2.SyncByteStream):
        response.stream = _Bounded(stream, time.monotonic() + deadline_s)


class _Bounded(httpx2.SyncByteStream):
    """A response's bytes; the first that come after the deadline end it."""

    def __init__(self, stream: httpx2.SyncByteStream, until: float) -> None:
        self._stream, self._until = stream, until

    def __iter__(self) -> Iterator[bytes]:
        for some in self._stream:
            if time.monotonic() > self._until:
                raise httpx2.ReadTimeout("the whole response took too long")
            yield some

    def close(self) -> None:
        self._stream.close()
