"""What a client does with a look that she was sent: see it, and say what she thinks of it.

Like `Chats`, every method names a visitor, and what is not the visitor's does not exist. The last
word counts; saying the same again changes nothing. Staff have no way to react in her place.
"""

from __future__ import annotations

from dataclasses import replace

from shop.audience import audience
from shop.clients import Visitor
from shop.conversations import Conversation
from shop.existing import existing
from shop.looks import Look, Reaction, Verdict, thought
from shop.looks_book import hold_book, keep_thought, remove_thought
from shop.ports import CLIENTS, Clock, Store, Work
from shop.products import Catalogue
from shop.whose import theirs


class LookReactions:
    def __init__(self, store: Store, clock: Clock, catalogue: Catalogue) -> None:
        self._store, self._clock, self._catalogue = store, clock, catalogue

    def shown(self, visitor: Visitor, conversation_id: str) -> dict[str, Look]:
        """The looks of her conversation by the id of the message that carries each."""
        with self._store.read() as work:
            theirs(work.conversations.get(conversation_id), visitor, "look")
            found = work.looks.in_conversation(conversation_id)
        return {look.message_id or "": look for look in found}

    def react(
        self, visitor: Visitor, look_id: str, piece: str, verdict: Verdict | None, word: str = ""
    ) -> None:
        """Keep what she thinks of a piece or the whole look; None takes it back.

        Raises NotFound unless the look was sent to this visitor and has that piece, BadInput.
        """
        with self._store.begin() as work:
            conversation = _locked(work, look_id, visitor)
            look = existing(work.looks.get(look_id), "look")
            word = thought(look, piece, word)
            if self._is_said(look, piece, verdict, word):
                return
            if verdict is None:
                remove_thought(work, look, piece)
                work.looks.take_back(look.id, piece)
            else:
                self._keep(work, look, Reaction(piece, verdict, self._clock(), word), visitor)
            said_to = (*audience(conversation), CLIENTS)
            work.record(visitor.actor, "react to look", look.id, said_to, piece=piece)

    def _is_said(self, look: Look, piece: str, verdict: Verdict | None, word: str) -> bool:
        before = look.thought_of(piece)
        if before is None:
            return verdict is None
        return (before.verdict, before.word) == (verdict, word)

    def _keep(self, work: Work, look: Look, reaction: Reaction, visitor: Visitor) -> None:
        if visitor.client:
            entry = keep_thought(work, look, reaction, visitor.client, self._catalogue)
            reaction = replace(reaction, entry_id=entry)
        work.looks.react(look.id, reaction)


def _locked(work: Work, look_id: str, visitor: Visitor) -> Conversation:
    """The conversation in which she was sent it, which nobody else changes until this ends."""
    look = existing(work.looks.get(look_id), "look")
    conversation_id = existing(look.conversation_id, "look")
    hold_book(work, conversation_id)
    return theirs(work.conversations.lock(conversation_id), visitor, "look")
