"""Cases: a cleaning, a late delivery, a return, a doubt about authenticity, a dispute.

A case is opened with its facts; what she is entitled to and by when is computed from them
(`shop.entitlements`). What may change its state is a table, as for owners of conversations:

    open      ask → waiting; decide → decided; withdraw, finish → closed
    waiting   answer → open; decide → decided; withdraw, finish → closed
    decided   close → closed

Only a manager decides. A cleaning is a service in which nothing is to be decided: it is finished.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError

from shop.errors import BadInput, Conflict
from shop.language import Bilingual
from shop.returns import NotReturnable
from shop.rulings import Ruling
from shop.shipping import Uncovered
from shop.typed_data import TypedData


class CaseKind(StrEnum):
    CLEANING = "cleaning"
    LATE_DELIVERY = "late_delivery"
    RETURN = "return"
    AUTHENTICITY = "authenticity"
    DISPUTE = "dispute"


class CaseState(StrEnum):
    OPEN = "open"
    WAITING = "waiting"  # for the client
    DECIDED = "decided"
    CLOSED = "closed"


class Verdict(StrEnum):
    NONE = ""
    GRANTED = "granted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # by the client
    DONE = "done"  # a service, carried out


class CaseVerb(StrEnum):
    CORRECT = "correct"  # its facts
    ASK = "ask"  # the client something
    ANSWER = "answer"
    DECIDE = "decide"
    WITHDRAW = "withdraw"
    FINISH = "finish"
    CLOSE = "close"


_Price = Annotated[Decimal, Field(gt=0, le=10_000_000, decimal_places=2)]  # RMB
_About = Annotated[str, Field(min_length=1, max_length=500)]


class CleaningFacts(TypedData):
    kind: Literal[CaseKind.CLEANING] = CaseKind.CLEANING
    piece: str = ""
    bags: int = Field(default=1, ge=1, le=20)


class LateFacts(TypedData):
    """`counted_from`: payment plus complete recipient ID. `delivered` None: not yet."""

    kind: Literal[CaseKind.LATE_DELIVERY] = CaseKind.LATE_DELIVERY
    piece: str = ""
    price: _Price
    counted_from: AwareDatetime
    delivered: AwareDatetime | None = None
    promised_hours: Literal[72, 168] = 72  # H-C2: in the listed areas, elsewhere
    uncovered: Uncovered | None = None


class ReturnFacts(TypedData):
    """None for what she did not say. `arrived`: when it reached the regional desk."""

    kind: Literal[CaseKind.RETURN] = CaseKind.RETURN
    piece: str = ""
    delivered: date | None = None
    unworn: bool | None = None
    tagged: bool | None = None
    complete: bool | None = None
    excluded: NotReturnable | None = None
    faulty: bool = False
    arrived: AwareDatetime | None = None


class AuthenticityFacts(TypedData):
    kind: Literal[CaseKind.AUTHENTICITY] = CaseKind.AUTHENTICITY
    piece: str = ""
    price: _Price
    delivered: date | None = None
    trace_code: str = Field(default="", max_length=40)


class DisputeFacts(TypedData):
    """`undisputed`: the part of the amount that nobody contests, in RMB."""

    kind: Literal[CaseKind.DISPUTE] = CaseKind.DISPUTE
    piece: str = ""
    about: _About
    undisputed: _Price | None = None


Facts = CleaningFacts | LateFacts | ReturnFacts | AuthenticityFacts | DisputeFacts
_FACTS: TypeAdapter[Facts] = TypeAdapter(Annotated[Facts, Field(discriminator="kind")])


def facts_of(values: Mapping[str, Any]) -> Facts:
    """The facts of a case from plain values, its `kind` among them. Raises BadInput."""
    try:
        return _FACTS.validate_python(dict(values))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"][1:]) or "kind"
        raise BadInput(f"This cannot be a case: {where}: {first['msg']}.") from error


@dataclass(frozen=True, slots=True)
class Entitlement:
    """A ruling as it was at a moment. `values` are those of the ruling, written out."""

    rule: tuple[str, ...]
    say: Bilingual
    values: Mapping[str, str]
    at: datetime

    @classmethod
    def of(cls, ruling: Ruling, at: datetime) -> Entitlement:
        values = {name: str(value) for name, value in ruling.values.items()}
        return cls(ruling.rule, ruling.say, values, at)


EvidenceKind = Literal["note", "message", "question", "answer", "event"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a case rests on: a note, or a message of the conversation that it names.

    `text` and `seq` are the message's; empty and None once it is erased with its conversation.
    Of an event `note` is the verb.
    """

    at: datetime
    by: str
    kind: EvidenceKind
    note: str = ""
    message_id: str | None = None
    text: str = ""
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """`due`: by when the house must act next, None once it has. `asked`: what she is asked."""

    id: str
    kind: CaseKind
    state: CaseState
    facts: Facts
    entitlement: Entitlement
    client_id: str | None
    conversation_id: str | None
    opened_at: datetime
    opened_by: str
    due: datetime | None
    client_name: str = ""
    asked: str = ""
    verdict: Verdict = Verdict.NONE
    decision: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    closed_at: datetime | None = None

    @property
    def reference(self) -> str:
        """What people call it."""
        return self.id[:8].upper()


_OPEN = (CaseState.OPEN, CaseState.WAITING)
_MOVES: Mapping[CaseVerb, tuple[tuple[CaseState, ...], CaseState | None]] = {
    CaseVerb.CORRECT: (_OPEN, None),
    CaseVerb.ASK: ((CaseState.OPEN,), CaseState.WAITING),
    CaseVerb.ANSWER: ((CaseState.WAITING,), CaseState.OPEN),
    CaseVerb.DECIDE: (_OPEN, CaseState.DECIDED),
    CaseVerb.WITHDRAW: (_OPEN, CaseState.CLOSED),
    CaseVerb.FINISH: (_OPEN, CaseState.CLOSED),
    CaseVerb.CLOSE: ((CaseState.DECIDED,), CaseState.CLOSED),
}


def possible(case: Case) -> frozenset[CaseVerb]:
    """What may be done with it now, by whoever may do it."""
    not_for = CaseVerb.DECIDE if case.kind is CaseKind.CLEANING else CaseVerb.FINISH
    verbs = {verb for verb, (starts, _) in _MOVES.items() if case.state in starts}
    return frozenset(verbs - {not_for})


def after(verb: CaseVerb, case: Case) -> CaseState:
    """The state that a verb leads to. Raises Conflict when there is no such verb for it now."""
    if verb not in possible(case):
        raise Conflict(f"There is no '{verb}' while the case is {case.state}. Look at it again.")
    return _MOVES[verb][1] or case.state
