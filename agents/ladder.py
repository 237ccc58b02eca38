"""Ways of asking a model for JSON, surest first, and which of them an endpoint understands.

Servers that speak as OpenAI's does differ most here: some refuse a schema, some every other format
than text. What was refused once is not tried again by the turns that follow. An endpoint that is
too slow or away several times in a row is left alone for a while, so that it costs no turn its
patience; after that all begins anew, since the server may have been mended meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

Rung = Literal["json_schema", "json_mode", "function_calling", "text"]

RUNGS: tuple[Rung, ...] = ("json_schema", "json_mode", "function_calling", "text")
REST_S = 600.0
_FAILURES_BEFORE_REST = 3


class Ladder:
    """Where one endpoint stands. Used by several threads: the worst is one request too many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._at, self._failures, self._rests_until = 0, 0, 0.0

    @property
    def rung(self) -> Rung | None:
        """How to ask now; None while the endpoint is left alone."""
        return None if self._clock() < self._rests_until else RUNGS[self._at]

    def step_down_from(self, rung: Rung) -> None:
        """It was refused there, or answered nonsense. Below the last one it is left alone."""
        if RUNGS[self._at] is not rung:
            return  # another turn was quicker
        if rung == RUNGS[-1]:
            self._rest()
        else:
            self._at += 1

    def failed(self) -> None:
        """It was slow, away or over its limit, which has nothing to do with how it was asked."""
        self._failures += 1
        if self._failures >= _FAILURES_BEFORE_REST:
            self._rest()

    def worked(self) -> None:
        self._failures = 0

    def _rest(self) -> None:
        self._at, self._failures, self._rests_until = 0, 0, self._clock() + REST_S
