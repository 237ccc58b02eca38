"""A look as its client sees it: one card, and under each piece a way to say what she thinks.

What she pressed is what the house has kept: a press that failed goes back to what stands, with one
sentence that says so.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from console.i18n import t
from console.parts.attempts import Attempts
from console.parts.chat import words
from console.parts.looks import card
from console.parts.looks.wording import explained_to_her, verdict_name
from console.session import Here
from shop.clients import Visitor
from shop.conversations import Message
from shop.looks import LONGEST_WORD, WHOLE, Look, Verdict, look_in

_TRIES = Attempts("look-says-trouble", explained_to_her)
_OF_WHOLE = (Verdict.LOVES, Verdict.NOT_FOR_ME)


def show(now: Here, message: Message, source: words.Source) -> bool:
    """The card of a message that carries one; False where there is none to draw."""
    if now.visitor is None or look_in(message.cards) is None:
        return False
    look = now.services.look_reactions.shown(now.visitor, message.conversation_id).get(message.id)
    if look is None:
        return False
    card.style()
    brings = t("A look for you, in {count} pieces.", count=len(look.pieces))
    st.html(words.as_html(replace(message, text=brings), source))
    with st.container(key=f"look-card-{look.id}"):
        _card(now, now.visitor, look)
    return True


def _card(now: Here, visitor: Visitor, look: Look) -> None:
    if look.note:
        st.html(card.note_html(look))
    with st.container(key=f"look-pieces-{look.id}"):
        for place, piece in enumerate(look.pieces):
            with st.container(key=f"look-piece-{look.id}-{place}"):
                st.html(card.piece_html(piece, now.services.products))
                _ask(now, visitor, look, piece)
    st.html(card.foot_html(look, now.services.products))
    with st.container(key=f"look-whole-{look.id}"):
        asks = t("And the look as a whole? Our personal shoppers see what you say here.")
        st.html(f'<p class="mq-quiet">{escape(asks)}</p>')
        _ask(now, visitor, look, WHOLE)
    _trouble(look)


def _ask(now: Here, visitor: Visitor, look: Look, piece: str) -> None:
    """What she thinks, and once she has said it, a word about it if she likes."""
    said = look.thought_of(piece)
    key = f"look-says-{look.id}-{piece or 'whole'}"
    st.session_state[key] = said.verdict if said else None
    about = now.services.products.name_of(piece) if piece else t("The look as a whole")
    st.pills(
        about,
        list(Verdict) if piece else list(_OF_WHOLE),
        format_func=verdict_name,
        key=key,
        label_visibility="collapsed",
        on_change=_say,
        args=(now, visitor, look, piece, key),
    )
    if said is not None:
        _word(now, visitor, look, piece)


def _word(now: Here, visitor: Visitor, look: Look, piece: str) -> None:
    said = look.thought_of(piece)
    if said is None:
        return
    key = f"look-word-{look.id}-{piece or 'whole'}-{said.verdict}"
    if key not in st.session_state:
        st.session_state[key] = said.word
    st.text_input(
        t("A word about it, if you like"),
        key=key,
        max_chars=LONGEST_WORD,
        placeholder=t("A word about it, if you like"),
        label_visibility="collapsed",
        on_change=_add_word,
        args=(now, visitor, look, piece, key),
    )


def _say(now: Here, visitor: Visitor, look: Look, piece: str, key: str) -> None:
    picked = st.session_state.get(key)
    verdict, said = Verdict(picked) if picked else None, look.thought_of(piece)
    word = said.word if said and said.verdict is verdict else ""  # of another thought it is not
    _attempt(now, visitor, look, piece, verdict=verdict, word=word)


def _add_word(now: Here, visitor: Visitor, look: Look, piece: str, key: str) -> None:
    said = look.thought_of(piece)
    word = str(st.session_state.get(key) or "")
    _attempt(now, visitor, look, piece, verdict=said.verdict if said else None, word=word)


def _attempt(
    now: Here, visitor: Visitor, look: Look, piece: str, *, verdict: Verdict | None, word: str
) -> None:
    react = now.services.look_reactions.react
    _TRIES.attempt(lambda: react(visitor, look.id, piece, verdict, word), look.id)


def _trouble(look: Look) -> None:
    if says := _TRIES.trouble(look.id):
        st.html(f'<p class="mq-trouble" role="alert">{escape(says)}</p>')
