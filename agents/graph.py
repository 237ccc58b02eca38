"""The graph of one advisor turn: wiring of the steps, nothing else.

    understand -> retrieve -> consult -> decide -> (hand_over) -> compose -> check -> end

No checkpointer: our own tables hold conversations, and a turn that dies is begun again from them.
What is shown is left to whoever runs the graph, as a generator of events: streaming out of a node
would hand every step to another thread and back, which costs a busy machine more than the steps do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any, cast

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from agents.house_words import Words
from agents.language import Language
from agents.offers import offer
from agents.proof.conflicts import settled
from agents.recognisers.books import Books
from agents.second_reading import SecondReader, read_again
from agents.steps.check import Checked, check
from agents.steps.compose import compose, drafter
from agents.steps.consult import consult
from agents.steps.decide import decide
from agents.steps.hand_over import hand_over
from agents.steps.retrieve import heard, retrieve
from agents.steps.understand import understand
from agents.timing import timed
from agents.turn import Plan, Question, Shown, TurnState
from agents.visits import CHOOSE, visit_wish
from knowledge.search import Search
from knowledge.sources import Sources
from shop.clients import Tier
from shop.conversations import Behaviour
from shop.desk import Desk
from shop.ports import Clock
from shop.turn_events import CardShown, HandedOver, ModelTrouble, SentenceShown, TurnEvent
from shop.turns import TurnInput

_log = logging.getLogger(__name__)

TurnGraph = CompiledStateGraph[TurnState, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything the steps need, typed, in one place."""

    search: Search
    sources: Sources
    words: Words
    books: Books
    desk: Desk
    language: Language
    offline: Language
    clock: Clock
    reader: SecondReader | None = None


def build_graph(tools: Tools, for_staff: bool = False) -> TurnGraph:
    """Compile the graph; it is stateless and may be run from many threads.

    `for_staff`: the same steps, but nobody is handed over and nothing is offered. What comes of it
    is a draft that a person may send.
    """
    graph = StateGraph(TurnState)
    steps: dict[str, Callable[[Tools, TurnState], TurnState]] = {
        "understand": _understand,
        "retrieve": _retrieve,
        "consult": _consult,
        "decide": _decide_only if for_staff else _decide,
        "compose": _compose,
        "check": _check,
        "hand_over": _hand_over,
    }
    for name, step in steps.items():
        graph.add_node(name, cast(Any, timed(name, partial(step, tools))))
    for before, after in pairwise([START, "understand", "retrieve", "consult", "decide"]):
        graph.add_edge(before, after)
    next_step = _compose_always if for_staff else _after_decide
    graph.add_conditional_edges("decide", next_step, ["hand_over", "compose"])
    for before, after in pairwise(["hand_over", "compose", "check", END]):
        graph.add_edge(before, after)
    return graph.compile()


def _understand(tools: Tools, state: TurnState) -> TurnState:
    turn = state["input"]
    asked: Sequence[Question] = understand(turn, tools.words, tools.books)
    if tools.reader is None:
        return {"questions": asked, "troubles": []}
    as_asked = partial(_as_asked, tools, turn)
    asked, troubles = read_again(turn, asked, tools.reader, as_asked, state["meter"])
    return {"questions": asked, "troubles": troubles}


def _as_asked(tools: Tools, turn: TurnInput, text: str) -> Question:
    sent = replace(turn, message=replace(turn.message, text=text))
    return understand(sent, tools.words, tools.books)[0]


def _retrieve(tools: Tools, state: TurnState) -> TurnState:
    asked = state["questions"]
    tools.search.embed([query for q in asked for query in (*q.queries, *q.suggested)])  # at once
    found = [retrieve(question, tools.search, tools.sources) for question in asked]
    return {"questions": list(map(heard, asked, found)), "hits": found}


def _consult(tools: Tools, state: TurnState) -> TurnState:
    tier = _tier(state)
    asked = zip(state["questions"], state["hits"], strict=True)
    return {"rulings": [consult(q, hits, tier, tools.books, tools.sources) for q, hits in asked]}


def _decide_only(tools: Tools, state: TurnState) -> TurnState:
    plan = decide(state["questions"], state["hits"], state["rulings"], _tier(state))
    plan, found = settled(plan, state["hits"])
    return {"plan": plan, "disagreements": found}


def _decide(tools: Tools, state: TurnState) -> TurnState:
    decided = _decide_only(tools, state)
    plan = _with_offer(decided["plan"], state)
    return {**decided, "plan": _with_visit(plan, state, tools.books)}


def _with_offer(plan: Plan, state: TurnState) -> Plan:
    if plan.behaviour is not Behaviour.ANSWER:
        return plan
    offered = offer(state["questions"][0], plan.evidence, state["input"].history)
    return replace(plan, fixed=(*plan.fixed, *offered))


def _with_visit(plan: Plan, state: TurnState, books: Books) -> Plan:
    """Free times under the answer to a wish for an appointment; nothing is booked by it."""
    question = state["questions"][0]
    card = visit_wish(question, books)
    if card is None or plan.behaviour in (Behaviour.REFUSE, Behaviour.HANDOFF):
        return plan
    fixed = (*plan.fixed, CHOOSE.in_(question.lang))
    return replace(plan, fixed=fixed, cards=(*plan.cards, card.word))


def _tier(state: TurnState) -> Tier | None:
    client = state["input"].client
    return client.tier if client else None


def _compose(tools: Tools, state: TurnState) -> TurnState:
    history = state["input"].history
    languages = (tools.language, tools.offline)
    asked, meter = state["questions"], state["meter"]
    drafted = compose(state["plan"], asked, history, *languages, meter=meter)
    return {"drafted": drafted}


def _check(tools: Tools, state: TurnState) -> TurnState:
    """Lazily: whoever runs the graph shows each sentence before the next is drafted."""
    done = Checked()
    return {"events": _events(tools, state, done), "shown": done.shown, "ledger": done.ledger}


def _events(tools: Tools, state: TurnState, done: Checked) -> Generator[TurnEvent, None, TurnState]:
    plan, history = state["plan"], state["input"].history
    modes = (drafter(plan, tools.language, tools.offline).name, tools.offline.name)
    if "handed_over" in state:
        yield state["handed_over"]
    told = check(
        plan,
        state["drafted"],
        again=lambda: tools.offline.compose(state["questions"], plan.evidence, history),
        done=done,
        modes=modes,
    )
    yield from map(_event, told)
    yield from map(CardShown, plan.cards)
    mode = modes[0] if done.phrased else modes[1]
    return {"troubles": [*state["troubles"], *done.troubles], "mode": mode}


def _event(told: Shown | str) -> TurnEvent:
    if isinstance(told, Shown):
        return SentenceShown(told.text, told.citations)
    _log.warning("the model failed, the offline language answers: %s", told)
    return ModelTrouble(told)


def _after_decide(state: TurnState) -> str:
    return "hand_over" if state["plan"].behaviour is Behaviour.HANDOFF else "compose"


def _compose_always(state: TurnState) -> str:
    return "compose"


def _hand_over(tools: Tools, state: TurnState) -> TurnState:
    """First the hand-over, then any word of it: a failing store must not leave a promise behind."""
    turn, plan = state["input"], state["plan"]
    lang = state["questions"][0].lang
    handoff, said = hand_over(tools.desk, turn.conversation.id, plan.reason, lang, tools.clock())
    told = HandedOver(handoff.id, handoff.note_only)
    return {"plan": replace(plan, fixed=(*plan.fixed, said)), "handed_over": told}
