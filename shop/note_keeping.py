"""Internal notes: what staff write to each other in a conversation.

They are kept apart from its messages, so that nothing that reads messages (the client's page, a
brief, the advisor, an export of somebody else) can come upon them. They go with the conversation,
and her own copy of her data holds them (`shop.client_rights`).
"""

from __future__ import annotations

from shop.access import Permission, Role, Staff, require
from shop.desk_reading import handed_over
from shop.errors import NotAllowed
from shop.existing import existing
from shop.ids import new_id
from shop.notes import LONGEST_NOTE, Note
from shop.ports import Clock, Store, notes_topic
from shop.writings import written


class NoteKeeping:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, staff: Staff, conversation_id: str) -> list[Note]:
        """Oldest first. Raises NotFound unless the conversation was ever handed over."""
        with self._store.read() as work:
            handed_over(work, staff, conversation_id)
            return work.notes.of(conversation_id)

    def write(self, staff: Staff, conversation_id: str, text: str) -> Note:
        """Any of staff may, whoever has the conversation. Raises BadInput, NotFound."""
        text = written(text, LONGEST_NOTE)
        with self._store.begin() as work:
            handed_over(work, staff, conversation_id)
            said = work.messages.of(conversation_id)
            after = said[-1].seq if said else 0
            now, name = self._clock(), staff.name
            note = Note(new_id(), conversation_id, after, text, now, staff.id, name)
            work.notes.add(note)
            topics = (notes_topic(conversation_id),)
            work.record(staff.actor, "write note", conversation_id, topics, note=note.id)
        return note

    def remove(self, staff: Staff, note_id: str) -> None:
        """Her own; a manager anybody's. Raises NotFound, NotAllowed."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.begin() as work:
            note = existing(work.notes.get(note_id), "note")
            if note.staff_id != staff.id and staff.role is not Role.MANAGER:
                raise NotAllowed("Only who wrote a note, or a manager, may remove it.")
            work.notes.remove(note_id)
            about = note.conversation_id
            topics = (notes_topic(about),)
            work.record(staff.actor, "remove note", about, topics, note=note_id)
