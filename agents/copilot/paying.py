"""What a model used at the desk is counted for the conversation, whatever came of it.

A translation that failed, or a draft that nobody may keep any more, has cost its tokens all the
same; uncounted they would take the conversation past its limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from agents.meter import Meter
from shop.access import Staff
from shop.draft_keeping import DraftKeeping


@contextmanager
def paid(keeping: DraftKeeping, staff: Staff, conversation_id: str, meter: Meter) -> Iterator[None]:
    """At its end what `meter` counted in between, in tokens, is the conversation's."""
    try:
        yield
    finally:
        if meter.tokens_in or meter.tokens_out:
            keeping.spend(staff, conversation_id, meter.tokens_in, meter.tokens_out)
