"""What people type, made fit to be kept: no blanks, no novels, nothing a database chokes on."""

from __future__ import annotations

import unicodedata

from shop.errors import BadInput

LONGEST_MESSAGE = 4000  # characters
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp"}


def written(text: str, limit: int = LONGEST_MESSAGE) -> str:
    """The text as it is kept. Raises BadInput when nothing can be read in it or it is too long."""
    kept = storable(text).strip()
    if all(unicodedata.category(c) in _INVISIBLE for c in kept):
        raise BadInput("The message is empty. Write something first.")
    if len(kept) > limit:
        raise BadInput(f"The message has {len(kept)} characters; {limit} is the most we take.")
    return kept


def storable(text: str) -> str:
    """The text without NUL and broken surrogates, which no database takes."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def request_key(request_id: str) -> str:
    """The sender's own mark of one request. Raises BadInput unless it has 1 to 80 characters."""
    if not 1 <= len(request_id) <= 80 or not request_id.isprintable():
        raise BadInput("A request needs an id of 1 to 80 printable characters.")
    return request_id
