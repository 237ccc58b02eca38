"""The chat model behind the OpenAI language: how it is reached, and what staff read when it fails.

Retries are not the library's: it would obey 'come back in thirty seconds' while a shopper waits.
`agents.model_line` tries once more where the deadline leaves room.
"""

from __future__ import annotations

import re

import httpx2
import openai
from langchain_core.language_models import BaseChatModel
from langchain_core.messages.ai import UsageMetadata
from pydantic import SecretStr

from agents.deadline import Abandoned
from agents.meter import Meter, estimated

_KNOWN = {
    400: "the model endpoint refused the request (400): check OPENAI_MODEL",
    401: "the model endpoint refused the key (401): check OPENAI_API_KEY",
    403: "the model endpoint does not let this key use the model (403): check OPENAI_API_KEY",
    404: "the model endpoint does not know this model (404): check OPENAI_MODEL",
    429: "the model endpoint is over its limit (429)",
}
_CODE = re.compile(r"[a-z_]{3,40}")  # 'insufficient_quota', but nothing that a key looks like
_SPENT = "insufficient_quota"  # a 429 that no waiting ends
_NOT_UNDERSTOOD = (400, 422)
_FORMAT_REFUSED = (400, 422, 500, 501)  # some servers break on a format they do not know


def open_chat_model(name: str, key: SecretStr, base_url: str, deadline_s: float) -> BaseChatModel:
    """A model at any endpoint that speaks as OpenAI's does; an empty `base_url` is OpenAI's own.

    `deadline_s` bounds each connection and read; who uses it bounds the whole (`agents.deadline`).
    """
    from langchain_openai import ChatOpenAI

    return ChatOpenAI(
        model=name,
        api_key=SecretStr(key.get_secret_value() or "none"),  # an empty one is no legal header
        base_url=base_url or None,
        timeout=deadline_s,
        max_retries=0,
        use_responses_api=False,
        http_async_client=openai.DefaultAsyncHttpx2Client(timeout=deadline_s),
    )


def why(error: Exception, deadline_s: float) -> str:
    """One line for staff: what the endpoint did. Never holds a key or a word of the answer."""
    if isinstance(error, Abandoned):
        return "the shopper did not wait for the model"
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


def count(used: UsageMetadata | None, sent: int, said: str, meter: Meter) -> None:
    """What the endpoint says it used; where it does not say, about what was `sent` and said."""
    if used:
        meter.count(used["input_tokens"], used["output_tokens"])
    else:
        meter.count(sent, estimated(said))


def may_pass(error: BaseException) -> bool:
    """Whether the same request may well succeed a moment later."""
    if isinstance(error, openai.APIStatusError):
        return error.status_code >= 500 or (error.status_code == 429 and error.code != _SPENT)
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return False  # the time is gone
    return isinstance(error, openai.APIConnectionError | httpx2.TransportError)


def is_not_understood(error: BaseException) -> bool:
    """Whether the endpoint may have stumbled over something optional in the request."""
    return isinstance(error, openai.APIStatusError) and error.status_code in _NOT_UNDERSTOOD


def is_format_refused(error: BaseException) -> bool:
    """Whether the endpoint may not know the format that an answer was asked for in."""
    return isinstance(error, openai.APIStatusError) and error.status_code in _FORMAT_REFUSED


def come_back_in(error: BaseException | None) -> float:
    """Seconds the endpoint asked to wait; 0 when it did not say."""
    if not isinstance(error, openai.APIStatusError):
        return 0.0
    try:
        return float(error.response.headers.get("retry-after", "0"))
    except ValueError:
        return 60.0  # a date: later than any shopper waits


def _had_begun(error: BaseException) -> bool:
    """Whether there was an answer that a broken connection could cut short."""
    cut = isinstance(error, httpx2.RemoteProtocolError | httpx2.ReadError)
    return cut or (error.__cause__ is not None and _had_begun(error.__cause__))
