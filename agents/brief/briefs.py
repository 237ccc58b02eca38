"""Briefs as pages ask for them: each built once, and shortened by a model while nobody waits."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING

from agents.brief import Brief, Known, brief
from agents.meter import Meter
from shop.conversations import Message
from shop.errors import ModelFailed

if TYPE_CHECKING:
    from agents.brief.phrasing import Phrase

_log = logging.getLogger(__name__)
_MOST = 200  # conversations

_Key = tuple[str, int]


class Briefs:
    """The brief of a conversation changes with its last message; pages ask many times between.

    Without `phrasing` it is what code has built. With one, that is shown until the model is done,
    and for good where the model fails. May be called from many threads.
    """

    def __init__(
        self, known: Callable[[], Known], phrasing: Callable[[], Phrase] | None = None
    ) -> None:
        self._known, self._phrasing = known, phrasing  # both are made when first needed
        self._lock = Lock()
        self._built: OrderedDict[_Key, tuple[Brief, Future[Brief] | None]] = OrderedDict()
        self._worker = ThreadPoolExecutor(1, "brief") if phrasing else None

    def of(self, messages: Sequence[Message]) -> Brief:
        """All messages of one conversation so far."""
        if not messages:
            return Brief(())
        key = (messages[-1].conversation_id, messages[-1].seq)
        with self._lock:
            if key not in self._built:
                self._keep(key, brief(messages, self._known()))
            built, shorter = self._built[key]
        return shorter.result() if shorter and shorter.done() else built

    def close(self) -> None:
        if self._worker:
            self._worker.shutdown(wait=False, cancel_futures=True)

    def _keep(self, key: _Key, built: Brief) -> None:
        shorter = self._worker.submit(self._shortened, built) if self._worker else None
        self._built[key] = built, shorter
        while len(self._built) > _MOST:
            self._built.popitem(last=False)

    def _shortened(self, built: Brief) -> Brief:
        assert self._phrasing is not None  # noqa: S101  # there is a worker only with one
        try:
            return self._phrasing()(built, Meter())
        except ModelFailed as error:
            _log.info("a brief stays as code built it: %s", error)
            return built
