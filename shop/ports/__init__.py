"""What the business needs from the outside: a store of rows, a bell, a clock.

`shop/db` implements these; the services of `shop` and `knowledge` know nothing else of it. A
`Work` is one transaction: everything done through it is kept together or not at all. Its
repositories take and give the plain dataclasses of `shop`. `Work.record` writes the journal
and names the topics to ring once the transaction is kept, so that no write is silent.
"""

from shop.ports.people import Credentials, NamedOwner, OwnerNaming
from shop.ports.store import (
    CLIENTS,
    DESK,
    ESCALATIONS,
    KNOWLEDGE,
    Bell,
    Clock,
    Hear,
    Listening,
    Sound,
    Store,
    Subscription,
    Work,
    conversation_topic,
    desk_topic,
    notes_topic,
)

__all__ = [
    "CLIENTS", "DESK", "ESCALATIONS", "KNOWLEDGE", "Bell", "Clock", "Credentials", "Hear",
    "Listening", "NamedOwner", "OwnerNaming", "Sound", "Store", "Subscription", "Work",
    "conversation_topic", "desk_topic", "notes_topic",
]  # fmt: skip
