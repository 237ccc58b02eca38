"""Clients of the house, and the signed links by which they are recognised.

A link names a client and the day it runs out, signed with a key that the store keeps: nobody can
make or prolong one. Whoever has the link is taken for the client, as with a link in an e-mail.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import timedelta

from itsdangerous import BadData, URLSafeSerializer

from shop.clients import Client, Tier, Visitor
from shop.errors import BadInput
from shop.existing import existing_client
from shop.ids import new_id
from shop.language import Lang
from shop.ports import Clock, Store
from shop.writings import written

LINK_LASTS = timedelta(days=30)
LONGEST_NAME = 80
_KEY = "client links"


class ClientAccounts:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._signer: URLSafeSerializer | None = None

    def create(
        self,
        name: str,
        tier: Tier,
        language: Lang = "zh",
        sizes: Mapping[str, str] | None = None,
        client_id: str = "",
    ) -> Client:
        """A new client; `sizes` as she told them, e.g. {"shoes": "EU 38.5"}."""
        name = written(name, LONGEST_NAME)
        client = Client(client_id or new_id(), name, Tier(tier), language, dict(sizes or {}))
        with self._store.begin() as work:
            work.clients.add(client, self._clock())
            work.record("house", "create client", client.id, tier=client.tier)
        return client

    def get(self, client_id: str) -> Client:
        """Raises NotFound."""
        with self._store.read() as work:
            return existing_client(work, client_id)

    def all(self) -> list[Client]:
        """Oldest first."""
        with self._store.read() as work:
            return work.clients.all()

    def link_token(self, client_id: str) -> str:
        """The secret part of a client's link, good for 30 days, safe in a URL."""
        client = self.get(client_id)
        until = int((self._clock() + LINK_LASTS).timestamp())
        return str(self._links().dumps([client.id, until]))

    def visitor_of_link(self, token: str, visitor_id: str) -> Visitor:
        """This browser's visitor as the client of the link. BadInput: forged, altered, run out."""
        try:
            client_id, until = self._links().loads(token)
        except (BadData, ValueError, TypeError) as error:
            raise BadInput("This link is not valid. Ask the house for a new one.") from error
        if until <= self._clock().timestamp():
            raise BadInput("This link has run out. Ask the house for a new one.")
        return Visitor(visitor_id, self.get(client_id))

    def _links(self) -> URLSafeSerializer:
        if self._signer is None:
            with self._store.begin() as work:
                work.alone(_KEY)
                key = work.secrets.get_or_add(_KEY, secrets.token_urlsafe(32))
            self._signer = URLSafeSerializer(key, salt=_KEY)
        return self._signer
