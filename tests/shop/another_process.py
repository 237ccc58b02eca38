"""Another process of the house, for tests: `python -m tests.shop.another_process URL CONVERSATION`.

It prints what is said in the conversation as soon as its bell rings, and says what it is given on
standard input, a line each.
"""

from __future__ import annotations

import sys
from threading import Thread

from shop.chats import Chats
from shop.clients import Visitor
from shop.db import SqlStore
from shop.db.store import utc_now
from shop.ids import new_id
from shop.ports import conversation_topic

SHE = Visitor("a" * 32)


def main(url: str, conversation_id: str) -> None:
    store = SqlStore(url)
    chats = Chats(store, utc_now)
    Thread(target=_read_on, args=(store, chats, conversation_id), daemon=True).start()
    for line in sys.stdin:
        chats.say(SHE, conversation_id, line.strip(), new_id())


def _read_on(store: SqlStore, chats: Chats, conversation_id: str) -> None:
    watching = store.bell.subscribe([conversation_topic(conversation_id)])
    seen = 0
    while True:
        watching.wait(60)
        for message in chats.transcript(SHE, conversation_id, seen):
            print(message.text, flush=True)
            seen = message.seq


if __name__ == "__main__":
    main(*sys.argv[1:])
