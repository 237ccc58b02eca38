"""What goes with the pieces chosen, and what there is instead of them, each with its reasons."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from agents.book_drafts import keepable
from console.i18n import page_lang, t
from console.parts import say
from console.parts.chat.pieces import drawing, price
from console.parts.clock import exact
from console.parts.looks import composition
from console.parts.looks.composition import NOBODY, OCCASION, WHOM, People
from shop.access import Staff
from shop.client_entries import Draft, EntryKind
from shop.conversations import Conversation
from shop.errors import NotFound
from shop.looks import MOST
from shop.looks_suggesting import Suggested
from shop.pairing_suggestions import Suggestion

if TYPE_CHECKING:
    from wiring import Services

_HEARD = (EntryKind.DISLIKE, EntryKind.ALLERGY)
_SHOWN = 6


def show(services: Services, staff: Staff, known: People) -> None:
    chosen = composition.pieces()
    say.heading(t("Goes with it"))
    occasion = _occasion(services)
    if not chosen:
        say.remark(t("Choose a piece, and what goes with it appears here with the reasons."))
        return
    whom = st.session_state.get(WHOM, NOBODY)
    client, talk = known.client_of(whom), known.talk_of(whom)
    found = services.look_suggestions.suggest(
        staff,
        chosen,
        client.id if client else None,
        occasion,
        _heard(services, staff, talk) if talk else (),
    )
    _cautions(found)
    _goes_with(found, len(chosen))
    for piece in chosen:
        _instead(services, found, piece)


def _occasion(services: Services) -> str:
    occasions = services.look_suggestions.book.occasions
    picked: str = st.selectbox(
        t("Occasion"),
        ["", *occasions],
        format_func=lambda key: occasions[key].name.in_(page_lang()) if key else t("Any"),
        key=OCCASION,
    )
    return picked


def _heard(services: Services, staff: Staff, talk: Conversation) -> list[Draft]:
    """What she said in the conversation that she does not like or bear, kept or not."""
    try:
        if services.brief_consent.for_staff(staff, talk.id) in ("asked", "declined"):
            return []
        messages = services.desk.transcript(staff, talk.id)
    except NotFound:
        return []
    lines = keepable(services.briefs.of(messages))
    return [line.draft for line in lines if line.draft.kind in _HEARD]


def _cautions(found: Suggested) -> None:
    for allergy in found.wearer.unread_allergies:
        say.remark(
            t(
                "Nothing is suggested: no rule of ours knows this allergy ({allergy}).",
                allergy=allergy,
            )
        )
    for dislike in found.wearer.unread:
        say.remark(t("Keep in mind what is not liked: {dislike}", dislike=dislike))


def _goes_with(found: Suggested, chosen: int) -> None:
    if not found.goes_with and not found.wearer.unread_allergies:
        say.remark(t("No rule of ours joins anything more to these pieces."))
    for each in found.goes_with[:_SHOWN]:
        piece = each.piece.id
        _row(each, f"with-{piece}")
        st.button(
            t("Add the {name}", name=each.piece.name),
            key=f"look-add-{piece}",
            type="tertiary",
            disabled=chosen >= MOST,
            on_click=composition.add,
            args=(piece,),
        )


def _instead(services: Services, found: Suggested, piece: str) -> None:
    name = services.products.name_of(piece)
    say.heading(t("Instead of the {name}", name=name))
    if stock := found.stock.get(piece):
        say.remark(stock.say.in_(page_lang()))
    if found.feed_at is None:
        say.remark(t("Without a fresh stock feed no alternatives are shown."))
        return
    alternatives = found.alternatives.get(piece, ())
    if not alternatives and not found.wearer.unread_allergies:
        at = exact(found.feed_at)
        say.remark(t("Nothing else of this kind that suits and is in stock at {time}.", time=at))
    for each in alternatives[:_SHOWN]:
        _row(each, f"for-{piece}-{each.piece.id}")
        st.button(
            t("Take the {name} instead", name=each.piece.name),
            key=f"look-swap-{piece}-{each.piece.id}",
            type="tertiary",
            on_click=composition.swap,
            args=(piece, each.piece.id),
        )


def _row(each: Suggestion, key: str) -> None:
    lang = page_lang()
    reasons = "".join(f"<li>{escape(because.says.in_(lang))}</li>" for because in each.because)
    st.html(
        f'<div class="mq-suggested" data-key="{escape(key)}">{drawing(each.piece)}<div>'
        f"<b>{escape(each.piece.name)}</b> <span>{escape(each.piece.kind.in_(lang))} · "
        f"{escape(price(each.piece))}</span><ul>{reasons}</ul></div></div>"
    )
