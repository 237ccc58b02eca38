"""What a personal shopper does with looks: compose, change, discard, and send one as a card.

Sending is a message of hers, through the one door of replies (`shop.replying`): only who holds the
conversation may, and the same request twice is one message. A look is sent once; who wants it
again composes it anew. One that is for a client goes to nobody else, since its note may speak of
her.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shop.access import Permission, Role, Staff, require
from shop.conversations import Conversation, Message
from shop.desk_reading import handed_over
from shop.drafted import drafted_from
from shop.errors import Conflict, NotAllowed
from shop.existing import existing, existing_client
from shop.ids import new_id
from shop.looks import Look, card_word, composed, said
from shop.looks_book import hold_book, keep_sent
from shop.ownership import Verb
from shop.ports import CLIENTS, DESK, Clock, Store, Work
from shop.products import Catalogue
from shop.replying import follow_up_done, held, persons_message, said_before, say
from shop.snippets import require_filled
from shop.tiers import TierBook
from shop.writings import request_key

NEWEST_UNSENT = 20  # looks; older ones wait with the client they are for


class Looks:
    def __init__(self, store: Store, clock: Clock, catalogue: Catalogue, tiers: TierBook) -> None:
        self._store, self._clock = store, clock
        self._catalogue, self._tiers = catalogue, tiers

    def compose(
        self, staff: Staff, pieces: Sequence[str], note: str = "", client_id: str | None = None
    ) -> Look:
        """Keep a new look, for a client or for nobody yet. Raises BadInput, NotFound."""
        require(staff, Permission.SERVE_CLIENTS)
        chosen, note = composed(pieces, note, self._catalogue)
        look = Look(new_id(), chosen, note, staff.id, staff.name, self._clock(), client_id)
        with self._store.begin() as work:
            _require_client(work, client_id)
            work.looks.add(look)
            work.record(staff.actor, "compose look", look.id, (DESK,))
        return look

    def change(
        self,
        staff: Staff,
        look_id: str,
        pieces: Sequence[str],
        note: str = "",
        client_id: str | None = None,
    ) -> Look:
        """Compose anew what nobody was sent yet. Only who composed it may; Conflict once sent."""
        chosen, note = composed(pieces, note, self._catalogue)
        with self._store.begin() as work:
            look = _own(work, staff, look_id)
            _require_client(work, client_id)
            changed = replace(
                look, pieces=chosen, note=note, client_id=client_id, composed_at=self._clock()
            )
            work.looks.change(changed)
            work.record(staff.actor, "change look", look_id, (DESK,))
        return changed

    def discard(self, staff: Staff, look_id: str) -> None:
        """Throw away what nobody was sent yet. Who composed it may, and a manager."""
        with self._store.begin() as work:
            _own(work, staff, look_id, or_manager=True)
            work.looks.discard(look_id)
            work.record(staff.actor, "discard look", look_id, (DESK,))

    def send(self, staff: Staff, look_id: str, conversation_id: str, request_id: str) -> Message:
        """Send it into a conversation she holds, as one card; the message that carries it.

        Its note is labelled where AI had drafted it, and does the follow-ups that are due, as a
        reply does. Raises NotFound, Conflict unless she holds the conversation, when the look was
        sent before, or is for another client, and Unfilled while a snippet's variable stands in it.
        """
        request_id = request_key(request_id)
        with self._store.begin() as work:
            hold_book(work, conversation_id)
            conversation = held(work, staff, conversation_id, Verb.REPLY)
            earlier = said_before(work, conversation, request_id)
            if earlier:
                return earlier
            look = _sendable(work.looks.lock(look_id), conversation)
            require_filled(look.note)
            draft = drafted_from(look.note, work.reply_drafts.of(conversation_id))
            carries = persons_message(
                staff,
                conversation,
                text=said(look, self._catalogue, conversation.lang),
                lang=conversation.lang,
                at=self._clock(),
                cards=(card_word(look.id),),
                draft=draft,
            )
            message = say(work, staff, conversation, carries, request_id)
            if draft:
                work.reply_drafts.became(draft.id, message.id)
            follow_up_done(work, staff, conversation, self._tiers.day_of(message.at))
            sent = replace(look, message_id=message.id, client_id=conversation.client_id)
            work.looks.sent(look.id, message.id, sent.client_id, message.at)
            keep_sent(work, sent, message, self._catalogue)
            work.record(staff.actor, "send look", look.id, (DESK, CLIENTS), message=message.id)
            return message

    def get(self, staff: Staff, look_id: str) -> Look:
        """Raises NotFound."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return existing(work.looks.get(look_id), "look")

    def unsent(self, staff: Staff, client_id: str | None = None) -> list[Look]:
        """What anybody composed and nobody was sent yet: the newest, and all for this client."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.looks.unsent(NEWEST_UNSENT, client_id)

    def of_client(self, staff: Staff, client_id: str) -> list[Look]:
        """Composed for her or sent to her, newest first."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.looks.of_client(client_id)

    def in_conversation(self, staff: Staff, conversation_id: str) -> dict[str, Look]:
        """By the id of the message that carries each. Raises NotFound as the desk does."""
        with self._store.read() as work:
            handed_over(work, staff, conversation_id)
            found = work.looks.in_conversation(conversation_id)
        return {look.message_id or "": look for look in found}


def _own(work: Work, staff: Staff, look_id: str, or_manager: bool = False) -> Look:
    require(staff, Permission.SERVE_CLIENTS)
    look = existing(work.looks.lock(look_id), "look")
    if look.is_sent:
        raise Conflict("This look was sent already. Compose it anew.")
    if look.composed_by != staff.id and not (or_manager and staff.role is Role.MANAGER):
        raise NotAllowed("Only who composed a look may change it.")
    return look


def _sendable(look: Look | None, conversation: Conversation) -> Look:
    found = existing(look, "look")
    if found.is_sent:
        raise Conflict("This look was sent already. Compose it anew.")
    if found.client_id not in (None, conversation.client_id):
        raise Conflict("This look is for another client.")
    return found


def _require_client(work: Work, client_id: str | None) -> None:
    if client_id is not None:
        existing_client(work, client_id)
