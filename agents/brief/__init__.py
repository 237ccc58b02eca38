"""The brief: what a personal shopper reads before her first word, so the client repeats nothing.

Built by code from the conversation; each line names the messages (by `seq`) that it rests on. What
the client withdrew, said of somebody else or in jest is in none.
"""

from __future__ import annotations

from collections.abc import Sequence

from agents.brief import hers, ours, pieces, where, worn
from agents.brief.corrections import withdrawn
from agents.brief.facts import KEYS, READ_WITH_ITS_ANSWER, Brief, Fact, Key, in_order
from agents.brief.talk import Known, left_of, talk_of
from shop.conversations import Message

__all__ = ["KEYS", "READ_WITH_ITS_ANSWER", "Brief", "Fact", "Key", "Known", "brief"]


def brief(messages: Sequence[Message], known: Known) -> Brief:
    """The brief of one conversation so far."""
    talk = talk_of(messages, known)
    gone = withdrawn(talk)
    talk = left_of(talk, gone.still_said)
    facts = (
        *ours.reasons(talk, gone),
        *hers.wishes(talk, gone),
        *hers.recipient(talk),
        *hers.feelings(talk, gone),
        *hers.written_down(talk, gone),
        *hers.language(talk),
        *where.places(talk, gone),
        *where.journeys(talk, gone),
        *worn.worn(talk, gone),
        *pieces.pieces(talk, gone),
        *ours.statements(talk, gone),
        *ours.open_questions(talk, gone),
        *ours.answered_questions(talk, gone),
        *ours.left_to_a_person(talk, gone),
        *ours.next_step(talk, gone),
    )
    return Brief(in_order(facts))
