"""The web door: `streamlit run app.py` starts one process on one port.

Pages, the sign-in, the live line and the drawings are all served here. The services are built in
a thread while the first page already shows, and what the house knows is read behind the greeting;
then the first questions are answered, and turns that a stopped process left behind go on.
"""

from __future__ import annotations

import os

# Before numpy is loaded: small matrices on few cores are faster without OpenBLAS's own threads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import streamlit as st
from starlette.middleware import Middleware

from console.frame import trouble
from console.i18n import translator
from settings import read_settings
from storefront.cookies import CookieJar, read_secret
from storefront.doorkeeper import Doorkeeper
from storefront.headers import SecurityHeaders, content_policy
from storefront.identity import Identity
from storefront.leaving import before_stopping
from storefront.live import Live
from storefront.opening import Opening, announce
from storefront.routes import routes
from storefront.streamlit_files import streamlit_index
from storefront.trouble import Trouble

if TYPE_CHECKING:
    from wiring import Services


def open_house() -> Services:
    """The services, ready for people to come in and say something."""
    import wiring  # heavy: its libraries load in the opening's thread

    services = wiring.build(settings)
    services.runner.hold()
    return services


def settle(services: Services) -> None:
    """Read what the house knows, then answer: also what a stopped process left unanswered."""
    services.seed()
    services.update_index()
    services.runner.resume(alone=not (settings.database_url or settings.chroma_url))
    services.runner.go_on()
    services.watchman.start()
    gc.collect()
    gc.freeze()  # what stands now stands for good: later collections need not look at it


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    opening.start()
    before_stopping(live.close)
    yield None
    opening.close()


settings = read_settings()
opening = announce(Opening(open_house, settle))
live = Live(opening)
jar = CookieJar(read_secret(settings.data_dir), secure=settings.public_url.startswith("https:"))

app = st.App(
    "console/entry/main.py",
    lifespan=lifespan,
    routes=routes(opening, live, jar, translator),
    middleware=[
        Middleware(SecurityHeaders, policy=content_policy(streamlit_index())),
        Middleware(Trouble, translator=translator),
        Middleware(Identity, jar=jar, public_url=settings.public_url),
        Middleware(Doorkeeper, opening=opening),
    ],
    on_script_error=trouble,
)
