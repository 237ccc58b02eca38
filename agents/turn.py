"""The working papers of one advisor turn: what each step reads and what it leaves behind.

TurnInput -> understand -> Question -> retrieve -> hits -> consult -> rulings
          -> decide -> Plan -> compose -> drafted sentences -> check -> shown sentences
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from agents.meter import Meter
from knowledge.passages import Hit, Passage
from shop.conversations import Attachment, Author, Behaviour, Citation, Message, Sentence
from shop.disagreements import Disagreement
from shop.handoffs import Reason
from shop.language import Lang
from shop.products import Product
from shop.proofs import SentenceProof
from shop.turn_events import HandedOver, TurnEvent
from shop.turns import TurnInput

# Terms that name no subject of their own: 'which size' may be asked of anything.
_GENERAL = frozenset(
    {"size", "shoe", "bag", "dress", "ring", "necklace", "knitwear", "watch", "leather", "tier"}
)


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier message of the shopper's, made plain, with what it names itself."""

    text: str
    pieces: tuple[Product, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a shopper is taken to ask. `queries` are searched, the bare words first.

    `resolved` is the text as it would be asked without what came before it; `foreign` the language
    it was asked in, when that is neither Chinese nor English ('fr', 'pinyin').
    """

    text: str
    lang: Lang
    queries: tuple[str, ...]
    pieces: tuple[Product, ...] = ()
    resolved: str = ""
    terms: tuple[str, ...] = ()  # canonical keywords of the glossary: lambskin, caviar, …
    unwanted: tuple[str, ...] = ()  # materials named to be left out: 'anything but lambskin'
    follow_up: bool = False
    foreign: str | None = None
    cue: str | None = None  # the section that its words ask for: "boundary-actions/upgrade"
    sure_cue: bool = False  # no innocent question says the like
    recent_articles: tuple[str, ...] = ()
    told: frozenset[tuple[str, str]] = frozenset()  # sections that the last answer was taken from
    attachments: tuple[Attachment, ...] = ()
    said_before: tuple[str, ...] = ()  # the shopper's last few messages before, oldest first
    before: tuple[Said, ...] = ()  # the same messages with what each of them names
    side: frozenset[str] = frozenset()  # of a comparison: words by which only this side is named
    side_name: str = ""  # what a side is called: 'Macau', '3类'
    leaning: str = ""  # one of the queries: her message before, and this one
    nameless: str = ""  # one of the queries: her own words, with kinds for the names in them
    hearsay: bool = False  # somebody else's words are shown to learn whether they are right
    suggested: tuple[str, ...] = ()  # searched too, by a second reading, and only for what answers

    @property
    def in_full(self) -> str:
        """The question by itself, without what came before."""
        return self.resolved or self.text

    @property
    def names_a_subject(self) -> bool:
        """Whether it says what it is about, by a piece or by a term that is more than general."""
        return bool(self.pieces) or names_a_subject(self.terms)


def names_a_subject(terms: Iterable[str]) -> bool:
    return any(term not in _GENERAL for term in terms)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What may be said, and the passage it rests on.

    `statement` is the passage's own text, or the explanation of a computed rule.
    """

    passage: Passage
    statement: str
    rules: tuple[str, ...] = ()
    asks_back: bool = False  # a ruling that there is no answer without more being said
    unrecorded: bool = False  # a ruling that the house's notes don't say
    over_cue: bool = False  # a ruling that answers what the cue would only ask for


@dataclass(frozen=True, slots=True)
class Plan:
    """How the turn will go: the behaviour, and everything that may be said."""

    behaviour: Behaviour
    evidence: tuple[Evidence, ...] = ()
    reason: Reason | None = None
    fixed: tuple[str, ...] = ()  # sentences of the house's own voice that state no fact
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence before its check; `evidence` are indexes into the plan's evidence."""

    text: str
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence that passed."""

    text: str
    citations: tuple[Citation, ...] = ()

    def citing(self, all_of_them: Sequence[Citation]) -> Sentence:
        """As it is kept: with the places of its citations among those of the whole answer."""
        return Sentence(self.text, tuple(all_of_them.index(each) for each in self.citations))


class TurnState(TypedDict, total=False):
    """The state that the graph carries from step to step within one turn; never stored."""

    input: TurnInput
    questions: Sequence[Question]
    hits: Sequence[Sequence[Hit]]  # one list for each question
    rulings: Sequence[Sequence[Evidence]]  # likewise
    plan: Plan
    meter: Meter
    drafted: Iterable[Drafted]
    shown: list[Shown]  # so far: it grows with the events
    mode: str
    troubles: list[str]
    ledger: list[SentenceProof]  # likewise
    events: Generator[TurnEvent, None, TurnState]  # what is shown, as it is proven; gives the rest
    handed_over: HandedOver
    disagreements: tuple[Disagreement, ...]
    took: dict[str, float]  # ms by step


def shopper_texts(history: Sequence[Message]) -> tuple[str, ...]:
    """What the shopper wrote earlier in this conversation, oldest first."""
    return tuple(m.text for m in history if m.author is Author.SHOPPER)


def joined(sentences: Iterable[str], lang: Lang) -> str:
    """The sentences of one answer as one text."""
    return ("" if lang == "zh" else " ").join(sentences)
