"""What a client sees of her cases, and answering what she is asked. What is not hers is not there.

A visitor who is not signed in has the cases that were opened in her browser's conversations.
"""

from __future__ import annotations

from dataclasses import replace

from shop.cases import Case, CaseVerb, Evidence, after
from shop.clients import Visitor
from shop.errors import NotFound
from shop.existing import existing
from shop.ports import DESK, Clock, Store, Work, conversation_topic
from shop.visit_notices import chat_of
from shop.writings import written

LONGEST_ANSWER = 1000  # characters


class ClientCases:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def of(self, visitor: Visitor) -> list[Case]:
        """Hers, newest first."""
        with self._store.read() as work:
            return _hers(work, visitor)

    def answer(self, visitor: Visitor, case_id: str, text: str) -> Case:
        """Answer what she is asked; the case is with the house again.

        Raises NotFound, Conflict when she is asked nothing, BadInput when blank or too long.
        """
        text = written(text, LONGEST_ANSWER)
        with self._store.begin() as work:
            if case_id not in {case.id for case in _hers(work, visitor)}:
                raise NotFound("There is no such case.")
            case = existing(work.cases.lock(case_id), "case")
            answered = replace(case, state=after(CaseVerb.ANSWER, case), asked="")
            now, by = self._clock(), visitor.client.name if visitor.client else ""
            work.cases.add_evidence(case.id, Evidence(now, by, "answer", text))
            work.cases.keep(answered)
            chat = chat_of(work, case.client_id, case.conversation_id, now)
            topics = [DESK, *([conversation_topic(chat.id)] if chat else [])]
            work.record(visitor.actor, "answer in case", case.id, topics, kind=case.kind)
            return answered


def _hers(work: Work, visitor: Visitor) -> list[Case]:
    if visitor.client is not None:
        return work.cases.of_client(visitor.client.id)
    return work.cases.of_visitor(visitor.id)
