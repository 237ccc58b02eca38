"""Steps that every deed about a case is made of; `shop.casework` puts them together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from shop.access import Permission, Staff, require
from shop.cases import Case, CaseVerb, Evidence, EvidenceKind, after
from shop.clients import Client
from shop.conversations import Conversation
from shop.desk_reading import handed_over
from shop.errors import BadInput, NotFound
from shop.existing import existing, existing_client
from shop.ports import DESK, Work, conversation_topic


def locked(work: Work, staff: Staff, case_id: str) -> Case:
    """The case, which nobody else changes until this work ends. Raises NotFound, NotAllowed."""
    require(staff, Permission.SERVE_CLIENTS)
    return existing(work.cases.lock(case_id), "case")


def moving(work: Work, staff: Staff, case_id: str, verb: CaseVerb) -> Case:
    """The case, locked, in the state that the verb leads to. Raises Conflict where it cannot."""
    case = locked(work, staff, case_id)
    return replace(case, state=after(verb, case))


def client_of(
    work: Work, staff: Staff, conversation_id: str | None, client_id: str | None
) -> Client | None:
    """Whose case it is: the client behind the conversation, else the one named."""
    if conversation_id is not None:
        client_id = handed_over(work, staff, conversation_id).client_id
    elif client_id is None:
        raise BadInput("A case is opened from a conversation or for a client.")
    return existing_client(work, client_id) if client_id else None


def attach(work: Work, staff: Staff, at: datetime, case: Case, message_id: str) -> None:
    """A message of its conversation, once. Raises NotFound for any other."""
    message = work.messages.get(message_id)
    if message is None or message.conversation_id != case.conversation_id:
        raise NotFound("There is no such message in the conversation of this case.")
    if any(each.message_id == message_id for each in work.cases.evidence(case.id)):
        return
    evidence = Evidence(at, staff.name, "message", message_id=message_id)
    work.cases.add_evidence(case.id, evidence)


def add(work: Work, case: Case, kind: EvidenceKind, note: str, *, by: str, at: datetime) -> None:
    work.cases.add_evidence(case.id, Evidence(at, by, kind, note))


def record(work: Work, staff: Staff, verb: str, case: Case, chat: Conversation | None) -> None:
    topics = [DESK, *([conversation_topic(chat.id)] if chat else [])]
    work.record(staff.actor, verb, case.id, topics, kind=case.kind, state=case.state)
