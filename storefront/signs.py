"""Signs that a page makes on its live line: somebody is typing, somebody has read this.

{"typing": CONVERSATION, "side": "client" | "house"}
{"read": CONVERSATION, "seq": N, "side": …}
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from shop.access import Staff
from shop.clients import Visitor
from shop.errors import MaroquinError
from shop.signs import Side, Signs
from storefront.visitors import staff_of, visitor_of

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

    from wiring import Services


def is_sign(frame: Mapping[str, Any]) -> bool:
    if frame.get("side") not in (*Side,):
        return False
    if "typing" in frame:
        return isinstance(frame["typing"], str)
    return isinstance(frame.get("read"), str) and isinstance(frame.get("seq"), int)


def make_sign(services: Services, who: HTTPConnection, frame: Mapping[str, Any]) -> None:
    """As whoever holds this line; what is not hers to say, or fails, is not said.

    A member of staff may look at the chat too: there she is a visitor, as the page says by `side`.
    """
    signs = Signs(services.store, services.chats, services.desk)
    with suppress(MaroquinError):
        if frame["side"] == Side.HOUSE:
            if staff := staff_of(services, who):
                _of_house(signs, staff, frame)
        elif visitor := visitor_of(services, who):
            _of_client(signs, visitor, frame)


def _of_house(signs: Signs, staff: Staff, frame: Mapping[str, Any]) -> None:
    if "typing" in frame:
        signs.house_types(staff, frame["typing"])
    else:
        signs.house_read(staff, frame["read"], frame["seq"])


def _of_client(signs: Signs, visitor: Visitor, frame: Mapping[str, Any]) -> None:
    if "typing" in frame:
        signs.client_types(visitor, frame["typing"])
    else:
        signs.client_read(visitor, frame["read"], frame["seq"])
