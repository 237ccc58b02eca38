"""Keeping what AI drafted for a personal shopper: for whom it may be made, and what it cost.

Nothing here changes whose a conversation is or anything that its client sees: a draft rings at the
desk of whoever asked for it, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from shop.access import Permission, Staff, require
from shop.clients import Client
from shop.conversations import Conversation, DraftKind, Holder, Message
from shop.desk_reading import client_behind
from shop.drafted import drafted_from
from shop.errors import Conflict
from shop.existing import existing
from shop.ports import Store, Work, desk_topic
from shop.proofs import storable_proof
from shop.reply_drafts import ReplyDraft
from shop.writings import storable


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation as a draft is made from it."""

    conversation: Conversation
    messages: tuple[Message, ...]
    client: Client | None


class DraftKeeping:
    def __init__(self, store: Store) -> None:
        self._store = store

    def talk(self, staff: Staff, conversation_id: str) -> Talk:
        """What a draft needs to know. Raises Conflict unless she holds the conversation."""
        with self._store.read() as work:
            conversation = _held(work, staff, conversation_id)
            messages = tuple(work.messages.of(conversation_id))
            return Talk(conversation, messages, client_behind(work, conversation))

    def latest(self, staff: Staff, conversation_id: str) -> ReplyDraft | None:
        """The newest drafted answer, as it was drafted; None without one."""
        drafts = self._answers(staff, conversation_id)
        return next((draft for draft in drafts if draft.answers), None)

    def answer_in(self, staff: Staff, conversation_id: str, text: str) -> ReplyDraft | None:
        """The drafted answer, translated or not, that is still to be recognised in `text`."""
        return drafted_from(text, self._answers(staff, conversation_id))

    def keep(self, staff: Staff, draft: ReplyDraft) -> None:
        """Raises Conflict once she no longer holds the conversation."""
        with self._store.begin() as work:
            _held(work, staff, draft.conversation_id)
            work.reply_drafts.add(_storable(draft))
            _record(work, staff, "draft", draft.conversation_id)

    def spend(self, staff: Staff, conversation_id: str, tokens_in: int, tokens_out: int) -> None:
        """What a model used for her, also when nothing came of it."""
        with self._store.begin() as work:
            work.conversations.spend(conversation_id, tokens_in, tokens_out)
            _record(work, staff, "use a model", conversation_id)

    def _answers(self, staff: Staff, conversation_id: str) -> list[ReplyDraft]:
        """Newest first."""
        with self._store.read() as work:
            _held(work, staff, conversation_id)
            drafts = work.reply_drafts.of(conversation_id)
        return [draft for draft in drafts if draft.kind is DraftKind.ANSWER]


def _held(work: Work, staff: Staff, conversation_id: str) -> Conversation:
    require(staff, Permission.SERVE_CLIENTS)
    conversation = existing(work.conversations.get(conversation_id), "conversation")
    if conversation.holder is not Holder.PERSON or conversation.staff_id != staff.id:
        raise Conflict("Somebody else has this conversation. Look at the queue again.")
    return conversation


def _record(work: Work, staff: Staff, verb: str, conversation_id: str) -> None:
    work.record(staff.actor, verb, conversation_id, (desk_topic(staff.id),))


def _storable(draft: ReplyDraft) -> ReplyDraft:
    sentences = tuple(replace(each, text=storable(each.text)) for each in draft.sentences)
    ledger = tuple(map(storable_proof, draft.ledger))
    text, remark = storable(draft.text), storable(draft.remark)
    return replace(draft, text=text, remark=remark, sentences=sentences, ledger=ledger)
