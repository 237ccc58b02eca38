"""Looks in the client book: that one was sent, and what she thought, each with its source.

The message with the card is the source of both. A line of what she thought follows her: another
thought takes its place, and what she takes back is removed. Where she does not want us to keep
what we are told, nothing is written down; her reaction stays with the message.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shop.client_entries import Channel, Draft, Entry, EntryKind, Purpose, Source, consents
from shop.clients import Client
from shop.conversations import Message
from shop.ids import new_id
from shop.looks import SENT, Look, Reaction, names
from shop.ports import Work
from shop.products import Catalogue


def hold_book(work: Work, conversation_id: str) -> None:
    """Keep others from the book of the client behind it until this work ends.

    Before the conversation is locked, as whoever erases a client does.
    """
    conversation = work.conversations.get(conversation_id)
    if conversation is not None and conversation.client_id:
        work.alone(f"client:{conversation.client_id}")


def keep_sent(work: Work, look: Look, message: Message, catalogue: Catalogue) -> None:
    """That this look was sent to the client it is for, by whoever signed the message."""
    if look.client_id is None or not _may_keep(work, look.client_id):
        return
    says = names(look, catalogue, message.lang)
    source = _source(message, message.staff_name, message.at)
    draft = Draft(EntryKind.LOOK, f"{says}: {look.note}" if look.note else says, SENT)
    work.book.add(Entry(new_id(), look.client_id, draft, source, message.at, message.staff_name))


def keep_thought(
    work: Work, look: Look, reaction: Reaction, client: Client, catalogue: Catalogue
) -> str | None:
    """The id of the line that now says what she thinks; None where nothing may be kept."""
    remove_thought(work, look, reaction.piece)
    message = work.messages.get(look.message_id or "")
    if message is None or not _may_keep(work, client.id):
        return None
    says = reaction.word if reaction.piece else _of_all(look, reaction.word, catalogue, message)
    draft = Draft(EntryKind.LOOK, says, reaction.verdict, reaction.piece)
    source = _source(message, client.name, reaction.at)
    entry = Entry(new_id(), client.id, draft, source, reaction.at, "")
    work.book.add(entry)
    return entry.id


def remove_thought(work: Work, look: Look, piece: str) -> None:
    """With every line by which staff have corrected it since."""
    before = look.thought_of(piece)
    kept = work.book.get(before.entry_id) if before and before.entry_id else None
    if kept is not None:
        work.book.remove(_with_corrections(kept, work.book.of(kept.client_id)))


def _with_corrections(entry: Entry, entries: Sequence[Entry]) -> list[str]:
    by_former, ids = {each.corrects: each.id for each in entries if each.corrects}, [entry.id]
    while later := by_former.get(ids[-1]):
        ids.append(later)
    return ids


def _of_all(look: Look, word: str, catalogue: Catalogue, message: Message) -> str:
    says = names(look, catalogue, message.lang)
    return f"{says}: {word}" if word else says


def _may_keep(work: Work, client_id: str) -> bool:
    return consents(Purpose.PROFILE, work.book.of(client_id)) is not False


def _source(message: Message, by: str, at: datetime) -> Source:
    return Source(Channel.CHAT, by, at, message.conversation_id, message.id, message.seq)
