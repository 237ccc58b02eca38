"""Who may hear which topic: asked when a line opens, and again before it says anything."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from shop.access import Permission, Staff
from shop.clients import Visitor
from shop.errors import MaroquinError
from shop.ports import CLIENTS, DESK, ESCALATIONS, desk_topic
from storefront.visitors import staff_of, visitor_of

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

    from wiring import Services

CONVERSATION = "conversation:"
NOTES = "notes:"


def may_hear(services: Services, who: HTTPConnection, topics: Sequence[str]) -> bool:
    """False too while the database does not answer: the page tries again a little later."""
    try:
        staff = staff_of(services, who)
        if staff is not None and staff.may(Permission.SERVE_CLIENTS):
            return all(_is_for_staff(topic, staff) for topic in topics)
        visitor = visitor_of(services, who)
        return visitor is not None and _are_hers(services, visitor, topics)
    except MaroquinError:  # NotFound: not hers
        return False


def give_a_sign(services: Services, who: HTTPConnection, topics: Sequence[str]) -> None:
    """A console that hears the desk is somebody at the desk. What fails is done at the next."""
    if DESK not in topics:
        return
    with suppress(MaroquinError):
        staff = staff_of(services, who)
        if staff is not None:
            services.desk.attend(staff)


def _is_for_staff(topic: str, staff: Staff) -> bool:
    if topic == ESCALATIONS:
        return staff.may(Permission.HEAR_ESCALATIONS)
    own = topic in (DESK, CLIENTS, desk_topic(staff.id))
    return own or topic.startswith((CONVERSATION, NOTES))


def _are_hers(services: Services, visitor: Visitor, topics: Sequence[str]) -> bool:
    for topic in topics:
        if not topic.startswith(CONVERSATION):
            return False
        services.chats.get(visitor, topic.removeprefix(CONVERSATION))
    return True
