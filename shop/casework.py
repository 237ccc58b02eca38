"""What staff do about cases: open, correct, ask, note, attach, decide, finish, close.

A case is opened from a conversation that was handed over, or for a client. What she is entitled to
is computed in the same transaction, for a cleaning behind a lock, so that two people cannot give
away the same free one. Only a manager decides. The client is told in her chat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from shop import case_steps as steps
from shop import entitlements
from shop.access import Permission, Staff, require
from shop.case_reading import CaseReading
from shop.cases import (
    Case,
    CaseState,
    CaseVerb,
    Entitlement,
    Facts,
    Verdict,
    facts_of,
)
from shop.clients import Client
from shop.errors import BadInput
from shop.existing import client_since
from shop.ids import new_id
from shop.language import Bilingual
from shop.ports import Work
from shop.visit_notices import (
    CASE_ASKED,
    CASE_CLOSED,
    CASE_DECLINED,
    CASE_GRANTED,
    CASE_OPENED,
    KINDS,
    chat_of,
    tell,
)
from shop.writings import written

LONGEST_NOTE = 1000  # characters
MOST_MESSAGES = 50  # attached at the opening


class Casework(CaseReading):
    """What is only looked at is `shop.case_reading`."""

    def open(
        self,
        staff: Staff,
        facts: Mapping[str, Any],
        conversation_id: str | None = None,
        client_id: str | None = None,
        messages: Sequence[str] = (),
    ) -> Case:
        """A new case from its facts, the `kind` among them; `messages` of the chat are evidence.

        Raises BadInput for facts that are none, NotFound for a conversation that was never handed
        over, an unknown client, or a message of another conversation.
        """
        require(staff, Permission.SERVE_CLIENTS)
        known = facts_of(facts)
        with self._store.begin() as work:
            now = self._clock()
            client = steps.client_of(work, staff, conversation_id, client_id)
            case = self._new(work, staff, known, client, conversation_id)
            work.cases.add(case)
            steps.add(work, case, "event", "open", by=staff.name, at=now)
            for message_id in messages[:MOST_MESSAGES]:
                steps.attach(work, staff, now, case, message_id)
            self._tell(work, staff, "open case", case, CASE_OPENED)
            return case

    def correct(self, staff: Staff, case_id: str, facts: Mapping[str, Any]) -> Case:
        """Other facts of the same kind; entitlement and clock are computed anew."""
        known = facts_of(facts)
        with self._store.begin() as work:
            case = steps.moving(work, staff, case_id, CaseVerb.CORRECT)
            if known.kind is not case.kind:
                raise BadInput("A case keeps its kind. Open another for another kind.")
            standing = self._standing(work, case.client_id, case.opened_at, but=case)
            changed = self._computed(replace(case, facts=known), standing)
            self._keep(work, staff, "correct case", changed)
            return changed

    def note(self, staff: Staff, case_id: str, text: str) -> None:
        """A note for staff, at any time."""
        text = written(text, LONGEST_NOTE)
        with self._store.begin() as work:
            case = steps.locked(work, staff, case_id)
            steps.add(work, case, "note", text, by=staff.name, at=self._clock())
            steps.record(work, staff, "note case", case, None)

    def attach(self, staff: Staff, case_id: str, message_id: str) -> None:
        """A message of the case's conversation as evidence. Raises NotFound for another's."""
        with self._store.begin() as work:
            case = steps.locked(work, staff, case_id)
            steps.attach(work, staff, self._clock(), case, message_id)
            steps.record(work, staff, "attach to case", case, None)

    def ask(self, staff: Staff, case_id: str, question: str) -> Case:
        """Ask the client something, in her chat; the case waits for her, its clock goes on."""
        question = written(question, LONGEST_NOTE)
        with self._store.begin() as work:
            case = steps.moving(work, staff, case_id, CaseVerb.ASK)
            asked = replace(case, asked=question)
            steps.add(work, case, "question", question, by=staff.name, at=self._clock())
            return self._kept_and_told(work, staff, "ask in case", asked, CASE_ASKED)

    def answered(self, staff: Staff, case_id: str, answer: str) -> Case:
        """What the client answered elsewhere, taken down for her."""
        answer = written(answer, LONGEST_NOTE)
        with self._store.begin() as work:
            case = steps.moving(work, staff, case_id, CaseVerb.ANSWER)
            steps.add(work, case, "answer", answer, by=staff.name, at=self._clock())
            self._keep(work, staff, "answer in case", replace(case, asked=""))
            return case

    def decide(self, manager: Staff, case_id: str, granted: bool, reason: str) -> Case:
        """A manager's decision with its reason, which the client reads."""
        require(manager, Permission.DECIDE_CASES)
        reason = written(reason, LONGEST_NOTE)
        with self._store.begin() as work:
            now = self._clock()
            case = steps.moving(work, manager, case_id, CaseVerb.DECIDE)
            verdict = Verdict.GRANTED if granted else Verdict.DECLINED
            decided = replace(
                case,
                verdict=verdict,
                decision=reason,
                decided_at=now,
                decided_by=manager.name,
                asked="",
                due=entitlements.due_once_decided(case.kind, verdict, now),
            )
            steps.add(work, case, "event", "decide", by=manager.name, at=now)
            says = CASE_GRANTED if granted else CASE_DECLINED
            return self._kept_and_told(work, manager, "decide case", decided, says)

    def withdraw(self, staff: Staff, case_id: str, note: str = "") -> Case:
        """The client does not want it any more; a cleaning then counts as not had."""
        return self._end(staff, case_id, CaseVerb.WITHDRAW, Verdict.WITHDRAWN, note)

    def finish(self, staff: Staff, case_id: str, note: str = "") -> Case:
        """A cleaning that is done."""
        return self._end(staff, case_id, CaseVerb.FINISH, Verdict.DONE, note)

    def close(self, staff: Staff, case_id: str, note: str = "") -> Case:
        """What was decided is carried out."""
        return self._end(staff, case_id, CaseVerb.CLOSE, None, note)

    def _end(
        self, staff: Staff, case_id: str, verb: CaseVerb, verdict: Verdict | None, note: str
    ) -> Case:
        with self._store.begin() as work:
            now = self._clock()
            case = steps.moving(work, staff, case_id, verb)
            over = replace(case, verdict=verdict or case.verdict, asked="", due=None, closed_at=now)
            if note.strip():
                steps.add(work, case, "note", written(note, LONGEST_NOTE), by=staff.name, at=now)
            steps.add(work, case, "event", verb, by=staff.name, at=now)
            return self._kept_and_told(work, staff, f"{verb} case", over, CASE_CLOSED)

    def _new(
        self,
        work: Work,
        staff: Staff,
        facts: Facts,
        client: Client | None,
        conversation_id: str | None,
    ) -> Case:
        now = self._clock()
        standing = self._standing(work, client.id if client else None, now)
        return Case(
            id=new_id(),
            kind=facts.kind,
            state=CaseState.OPEN,
            facts=facts,
            entitlement=Entitlement.of(entitlements.entitlement(facts, standing), now),
            client_id=client.id if client else None,
            conversation_id=conversation_id,
            opened_at=now,
            opened_by=staff.name,
            due=entitlements.due(facts, standing),
            client_name=client.name if client else "",
        )

    def _computed(self, case: Case, standing: entitlements.Standing) -> Case:
        ruled = entitlements.entitlement(case.facts, standing)
        return replace(
            case,
            entitlement=Entitlement.of(ruled, self._clock()),
            due=entitlements.due(case.facts, standing),
        )

    def _standing(
        self, work: Work, client_id: str | None, at: datetime, but: Case | None = None
    ) -> entitlements.Standing:
        """`but`: a case that is computed anew, whose own cleanings don't count beside it."""
        if client_id is None:
            return entitlements.Standing(self._tiers, None, at)
        work.alone(f"cleanings of:{client_id}")
        client, since = client_since(work, client_id)
        standing = entitlements.Standing(self._tiers, client.tier, at)
        year = entitlements.membership_year(since, at, standing.zone)
        had = work.cases.cleanings(client_id, year, at, but.id if but else "")
        return replace(standing, cleanings=had)

    def _kept_and_told(
        self, work: Work, staff: Staff, verb: str, case: Case, says: Bilingual
    ) -> Case:
        work.cases.keep(case)
        self._tell(work, staff, verb, case, says)
        return case

    def _keep(self, work: Work, staff: Staff, verb: str, case: Case) -> None:
        work.cases.keep(case)
        chat = chat_of(work, case.client_id, case.conversation_id, self._clock())
        steps.record(work, staff, verb, case, chat)

    def _tell(self, work: Work, staff: Staff, verb: str, case: Case, says: Bilingual) -> None:
        now = self._clock()
        chat = chat_of(work, case.client_id, case.conversation_id, now)
        steps.record(work, staff, verb, case, chat)
        lang = chat.lang if chat else "en"
        tell(
            work, chat, says, now,
            reference=case.reference,
            kind=KINDS[case.kind].in_(lang),
            say=case.entitlement.say.in_(lang),
            asked=case.asked,
            decision=case.decision,
        )  # fmt: skip
