"""A client's rights over her data (H-K2): a copy of everything we keep, and erasure of all of it.

Both are a manager's, and leave a line in the journal, which holds ids and no words. What is with
people now is closed first: nothing is erased under somebody's hands.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from shop.access import Permission, Staff, require
from shop.cases import Case, CaseState
from shop.client_reading import ClientFile, ClientReading
from shop.errors import Conflict
from shop.existing import locked_client
from shop.looks import Look
from shop.ownership import Verb, may
from shop.ports import CLIENTS, DESK, Work
from shop.ports.client_book import PastTalk

FORMAT = "maroquin-client-1"
_OF_STAFF = ("composed_by", "composer")


class ClientRights(ClientReading):
    def export(self, manager: Staff, client_id: str) -> dict[str, Any]:
        """Everything kept of her, ready for JSON: times in ISO with their offset."""
        require(manager, Permission.ANSWER_FOR_DATA)
        with self._store.begin() as work:
            found = self._file(work, client_id)
            copy = {"format": FORMAT, "at": self._clock(), **_copy_of(work, found)}
            work.record(manager.actor, "export client", client_id)
        kept: dict[str, Any] = TypeAdapter(dict[str, Any]).dump_python(copy, mode="json")
        return kept

    def erase(self, manager: Staff, client_id: str) -> None:
        """Erase her, her book, her conversations, appointments and cases, for good.

        Raises NotFound, and Conflict while a conversation of hers is with people or a case open.
        """
        require(manager, Permission.ANSWER_FOR_DATA)
        with self._store.begin() as work:
            locked_client(work, client_id)
            if any(case.state is not CaseState.CLOSED for case in work.cases.of_client(client_id)):
                raise Conflict("A case of this client is open. Close it first.")
            for talk in work.book.talks_of(client_id):
                _erase_talk(work, talk.id)
            work.book.forget_client(client_id)
            work.record(manager.actor, "erase client", client_id, (CLIENTS, DESK))


def _erase_talk(work: Work, conversation_id: str) -> None:
    conversation = work.conversations.lock(conversation_id)
    if conversation is None:
        return
    if not may(Verb.ERASE, conversation) or work.handoffs.open_of(conversation_id):
        raise Conflict("A conversation of this client is with people. Close it first.")
    work.conversations.erase(conversation_id)


def _copy_of(work: Work, found: ClientFile) -> dict[str, Any]:
    return {
        "client": {"since": found.since, **asdict(found.client)},
        "personal_shopper": found.owner,
        "personal_shoppers_named": found.namings,
        "book": found.entries,
        "book_before": found.past,
        "benefits": found.benefits,
        "asks_before_brief": found.asks_before_brief,
        "conversations": [_talk(work, talk) for talk in found.talks],
        "looks": [_look(look) for look in work.looks.of_client(found.client.id)],
        "appointments": work.appointments.of_client(found.client.id, found.since),
        "cases": [_case(work, case) for case in found.cases],
    }


def _talk(work: Work, talk: PastTalk) -> dict[str, Any]:
    """With what staff noted in it and AI drafted for them: a note about her is her personal data,
    an opinion too (GDPR art. 15, PIPL art. 45). Which of our staff wrote it, or asked for it, is
    theirs, and no part of her copy."""
    notes = [{"text": note.text, "at": note.at} for note in work.notes.of(talk.id)]
    drafts = [{"text": draft.text, "at": draft.at} for draft in work.reply_drafts.of(talk.id)]
    says = {"messages": work.messages.of(talk.id), "notes": notes, "drafts": drafts}
    return {**asdict(talk), **says}


def _look(look: Look) -> dict[str, Any]:
    """Without who composed it."""
    return {name: value for name, value in asdict(look).items() if name not in _OF_STAFF}


def _case(work: Work, case: Case) -> dict[str, Any]:
    return {"case": case, "evidence": work.cases.evidence(case.id)}
