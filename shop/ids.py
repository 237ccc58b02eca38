"""Identifiers: random, unguessable, safe in a URL."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """32 hexadecimal digits that nobody else has."""
    return uuid4().hex
