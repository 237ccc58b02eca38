"""An answer while it is being given, sentence by sentence.

The advisor works apart from any page. This only watches: whoever reloads, opens a second tab or
is interrupted by a rerun watches again from the first sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts.chat import words
from shop.conversations import Citation, Sentence
from shop.turn_events import SentenceShown, TurnEnded, TurnEvent

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from agents.turn_runner import TurnRunner
    from console.parts.chat.words import Source

PATIENCE_S = 0.4  # how long one look waits for news; a rerun can interrupt between looks


def watch(runner: TurnRunner, turn_id: str, source: Source, may_hurry: bool = False) -> None:
    """Show the turn until it ends. Returns at once when this process does not know it."""
    place, below = st.empty(), st.empty()
    draft = Draft()
    seen = 0
    place.html(words.unfinished((), (), source))
    if may_hurry:
        offer_to_hurry(below, runner, turn_id)
    while (events := runner.events(turn_id, seen, PATIENCE_S)) is not None:
        seen += len(events)
        draft = draft.after(events)
        if draft.ended:
            place.empty()
            break
        place.html(words.unfinished(draft.sentences, draft.citations, source))
    below.empty()


def offer_to_hurry(place: DeltaGenerator, runner: TurnRunner, turn_id: str) -> None:
    """A way not to wait for the model: the rest is then said at once, in the house's own words.

    It is no 'stop': half an answer may lack the caution that belongs to it.
    """
    key = f"hurry-{turn_id}"
    place.button(
        t("Answer at once"), key=key, type="tertiary", on_click=runner.hurry, args=(turn_id,)
    )


class Draft:
    """What was said so far, with every source counted once."""

    def __init__(
        self,
        sentences: tuple[Sentence, ...] = (),
        citations: tuple[Citation, ...] = (),
        ended: bool = False,
    ) -> None:
        self.sentences, self.citations, self.ended = sentences, citations, ended

    def after(self, events: list[TurnEvent]) -> Draft:
        sentences, citations, ended = self.sentences, self.citations, self.ended
        for event in events:
            if isinstance(event, SentenceShown):
                citations = tuple(dict.fromkeys((*citations, *event.citations)))
                cites = tuple(citations.index(cited) for cited in event.citations)
                sentences = (*sentences, Sentence(event.text, cites))
            ended = ended or isinstance(event, TurnEnded)
        return Draft(sentences, citations, ended)
