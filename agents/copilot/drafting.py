"""A draft of what a personal shopper could answer, made by the advisor's own steps.

Each of the client's open messages goes the way it would go to the advisor: the same search,
rule-books and proof. Nobody is handed over and nothing is offered, booked or scanned by it. Only
sentences that rest on a passage become a draft: what the advisor says of itself is not for a
person to send. Where nothing is left, the draft is empty and names the nearest passages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from agents.meter import Meter
from agents.turn import Shown, TurnState, joined
from knowledge.passages import Hit
from shop.conversations import Behaviour, Citation, Message, Sentence
from shop.draft_keeping import Talk
from shop.language import Lang
from shop.proofs import SentenceProof
from shop.reply_drafts import unanswered
from shop.turns import TurnInput

if TYPE_CHECKING:
    from agents.graph import TurnGraph

_SAYS = (Behaviour.ANSWER, Behaviour.REFUSE, Behaviour.CLARIFY)
_OF_ITSELF = "advisor"  # the topic of the sections in which the advisor speaks of itself
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of it; the fields are those of `shop.reply_drafts.ReplyDraft`."""

    answers: int
    text: str
    lang: Lang
    behaviour: Behaviour
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Citation, ...]
    ledger: tuple[SentenceProof, ...]
    mode: str
    remark: str


class Drafting:
    """Safe to use from several threads; `graph` is built `for_staff`, when first needed."""

    def __init__(self, graph: Callable[[], TurnGraph]) -> None:
        self._graph = graph

    def draft(self, talk: Talk, meter: Meter) -> Drafted | None:
        """A draft for the client's open messages; None when she has none."""
        asked = unanswered(talk.messages)
        if not asked:
            return None
        return _joined(asked, [self._run(talk, message, meter) for message in asked])

    def _run(self, talk: Talk, message: Message, meter: Meter) -> TurnState:
        state: TurnState = {"input": _as_turn(talk, message), "meter": meter}
        state = cast(TurnState, self._graph().invoke(state))
        state |= _worked_off(state)
        return state


def _as_turn(talk: Talk, message: Message) -> TurnInput:
    """As the advisor would get it: nothing that was said after it is known yet."""
    history = tuple(earlier for earlier in talk.messages if earlier.seq < message.seq)
    return TurnInput("", talk.conversation, message, history, talk.client)


def _worked_off(state: TurnState) -> TurnState:
    """Run it to its end; nobody reads along."""
    events = state["events"]
    while True:
        try:
            next(events)
        except StopIteration as end:
            return cast(TurnState, end.value)


def _joined(asked: Sequence[Message], states: Sequence[TurnState]) -> Drafted:
    said = [state for state in states if _is_for_a_person(state)]
    shown = list(_rested(said))
    citations = tuple(dict.fromkeys(c for sentence in shown for c in sentence.citations))
    last = states[-1]
    lang = last["questions"][0].lang
    return Drafted(
        answers=asked[-1].seq,
        text=joined((sentence.text for sentence in shown), lang),
        lang=lang,
        behaviour=(said or states)[-1]["plan"].behaviour,
        sentences=tuple(sentence.citing(citations) for sentence in shown),
        citations=citations,
        nearest=() if shown else _nearest(states),
        ledger=tuple(proof for state in said for proof in state["ledger"]),
        mode=last["mode"],
        remark="\n".join(dict.fromkeys(t for state in states for t in state["troubles"])),
    )


def _is_for_a_person(state: TurnState) -> bool:
    """Whether it says something that is not of the advisor itself."""
    plan = state["plan"]
    about_itself = any(item.passage.topic == _OF_ITSELF for item in plan.evidence)
    return plan.behaviour in _SAYS and not about_itself


def _rested(states: Sequence[TurnState]) -> Iterator[Shown]:
    """Sentences that rest on a passage, each once."""
    seen: set[str] = set()
    for sentence in (sentence for state in states for sentence in state["shown"]):
        if sentence.citations and sentence.text not in seen:
            seen.add(sentence.text)
            yield sentence


def _nearest(states: Sequence[TurnState]) -> tuple[Citation, ...]:
    """The passages that lie closest to any of her messages, the closest first."""
    hits: list[Hit] = [hit for state in states for found in state["hits"] for hit in found]
    ranked = sorted(hits, key=lambda hit: hit.score, reverse=True)
    passages = list(dict.fromkeys(hit.passage for hit in ranked))
    return tuple(passage.cite(passage.text) for passage in passages[:_NEAREST])
