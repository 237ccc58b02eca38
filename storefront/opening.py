"""Opening the house: services are built once per process, in a thread, while pages already show.

`app.py` announces the opening; routes and pages ask for it. A page that comes too early gets
`NotOpenYet` and shows the shape of what comes. Pages are served as soon as the services stand;
what takes longer is settled behind them. A failure of either is raised again to every caller.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from shop.errors import MaroquinError

if TYPE_CHECKING:
    from wiring import Services

State = Literal["opening", "open", "failed"]


class NotOpenYet(MaroquinError):
    """The services are still being built."""

    def __init__(self) -> None:
        super().__init__("The house is still opening. Try again in a moment.")


class Opening:
    """One build of the services, and everybody who waits for it."""

    def __init__(
        self,
        build: Callable[[], Services],
        settle: Callable[[Services], None] = lambda _services: None,
    ) -> None:
        self._build, self._settle = build, settle
        self._done = threading.Event()
        self._services: Services | None = None
        self._error: Exception | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to build, and return at once."""
        self._thread = threading.Thread(target=self._run, name="opening", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let go of the services, after waiting for a build that is under way."""
        if self._thread is not None:
            self._thread.join()
        if self._services is not None:
            self._services.close()

    def services(self, wait: float = 0.0) -> Services:
        """The services, after waiting at most `wait` seconds.

        Raises NotOpenYet, or whatever the build raised.
        """
        self._done.wait(wait)
        if self._error is not None:
            raise self._error
        if self._services is None:
            raise NotOpenYet
        return self._services

    @property
    def state(self) -> State:
        if not self._done.is_set():
            return "opening"
        return "failed" if self._error else "open"

    def _run(self) -> None:
        try:
            self._services = self._build()
            self._done.set()
            self._settle(self._services)
        except Exception as error:
            self._error = error
            raise  # the thread's excepthook prints it for the operator
        finally:
            self._done.set()


_announced: list[Opening] = []


def announce(opening: Opening) -> Opening:
    """Make this the opening of the process; called by a door, once."""
    _announced[:] = [opening]
    return opening


def the_opening() -> Opening:
    """The opening of this process. Raises NotOpenYet before a door announced one."""
    if not _announced:
        raise NotOpenYet
    return _announced[0]
