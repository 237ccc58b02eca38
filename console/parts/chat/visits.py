"""Free times of a salon under an answer: the shopper's own press books, nothing else does.

What is free is looked up at every run. Whoever is not signed in sees the times and how to book.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from html import escape

import streamlit as st

from console.i18n import t
from console.parts.appointments import chosen
from console.parts.appointments.wording import (
    day_name,
    hour_there,
    purpose_name,
    salon_name,
    when_there,
)
from console.session import Here
from shop.appointments import Wanted
from shop.clients import Visitor
from shop.conversations import Message
from shop.free_times import Slot
from shop.salons import Purpose
from shop.visit_cards import VisitCard, visit_card

_SHOWN = 6  # free times
_NEAR = "near"


def offer(now: Here, message: Message) -> None:
    """The card of a message that has one, unless a later message has another."""
    card = _card(message)
    if card and now.visitor and not _offered_again(now, now.visitor, message):
        with st.container(key=f"visit-offer-{message.id}", gap="small"):
            _choose(now, now.visitor, message, card)


def _card(message: Message) -> VisitCard | None:
    cards = (visit_card(word) for word in message.cards)
    return next((each for each in cards if each), None)


def _offered_again(now: Here, visitor: Visitor, message: Message) -> bool:
    later = now.services.chats.transcript(visitor, message.conversation_id, message.seq)
    return any(_card(each) for each in later)


def _choose(now: Here, visitor: Visitor, message: Message, card: VisitCard) -> None:
    salon_id, picked = choose_time(now, message.id, card)
    if visitor.client is None:
        words = t("To book, come in by your own link, or ask for a person.")
        st.html(f'<p class="mq-quiet">{escape(words)}</p>')
        return
    purpose = _purpose(now, salon_id, message.id)
    say_trouble()
    label = t("Book")
    if picked is not None:
        salon = now.services.visits.salons.get(salon_id)
        label = t("Book {when}", when=when_there(picked.starts_at, salon))
    wanted = Wanted(salon_id, picked.starts_at, purpose) if picked else None
    st.button(
        label,
        key=f"visit-book-{message.id}",
        type="primary",
        disabled=wanted is None,
        on_click=_book,
        args=(now, visitor, wanted, message),
    )


def choose_time(now: Here, key: str, card: VisitCard) -> tuple[str, Slot | None]:
    """A salon and one of its free times, as they stand on the page now."""
    salon_id = _salon(now, key, card)
    return salon_id, _time(now, salon_id, _slots(now, salon_id, card, key), key)


def _salon(now: Here, key: str, card: VisitCard) -> str:
    book = now.services.visits.salons
    salons = list(book.salons)
    picked: str = st.selectbox(
        t("Salon"),
        salons,
        index=salons.index(card.salon) if card.salon in book.salons else 0,
        format_func=lambda salon: salon_name(book, salon),
        key=f"visit-salon-{key}",
    )
    return picked


def _slots(now: Here, salon_id: str, card: VisitCard, key: str) -> list[Slot]:
    """Those nearest to her wish, or of a day that she chooses instead."""
    visits = now.services.visits
    near = t("Nearest to your wish") if card.wished else t("Soonest")
    days: list[date] = visits.days(salon_id)
    picked: str = st.selectbox(
        t("Date"),
        [_NEAR, *(day.isoformat() for day in days)],
        format_func=lambda day: day_name(date.fromisoformat(day)) if day != _NEAR else near,
        key=f"visit-day-{key}-{salon_id}",
    )
    if picked == _NEAR:
        return visits.free_near(salon_id, card.wished, _SHOWN)
    return visits.free(salon_id, date.fromisoformat(picked))


def _time(now: Here, salon_id: str, slots: list[Slot], key: str) -> Slot | None:
    salon = now.services.visits.salons.get(salon_id)
    free = {slot.starts_at.isoformat(): slot for slot in slots}
    if not free:
        st.html(f'<p class="mq-quiet">{escape(t("Nothing is free on this day."))}</p>')
        return None
    one_day = len({salon.day_of(slot.starts_at) for slot in slots}) == 1

    def named(at: str) -> str:
        if at not in free:
            return ""
        begins = free[at].starts_at
        return hour_there(begins, salon) if one_day else when_there(begins, salon)

    label = t("Free times, on the salon's own clock")
    if one_day:
        label = f"{label} · {day_name(salon.day_of(slots[0].starts_at))}"
    picked = st.pills(label, list(free), format_func=named, key=f"visit-at-{key}-{salon_id}")
    return free.get(picked) if picked else None


def _purpose(now: Here, salon_id: str, key: str) -> Purpose:
    salon = now.services.visits.salons.get(salon_id)
    picked: Purpose = st.selectbox(
        t("What for"),
        salon.purposes,
        format_func=purpose_name,
        key=f"visit-purpose-{key}-{salon_id}",
    )
    if salon.bonded:
        words = t("Bonded salon: its goods are not carried out but shipped within 24 h of payment.")
        st.html(f'<p class="mq-quiet">{escape(words)}</p>')
    return picked


def say_trouble() -> None:
    if words := chosen.trouble():
        st.html(f'<p class="mq-trouble" role="alert">{escape(words)}</p>')


def _book(now: Here, visitor: Visitor, wanted: Wanted | None, message: Message) -> None:
    """Afterwards no time is chosen any more: it is hers, and the chat says so."""
    if wanted is None:
        return
    book = now.services.visits.book
    chosen.attempt(partial(book, visitor, wanted, message.conversation_id))
    if not chosen.trouble():
        st.session_state.pop(f"visit-at-{message.id}-{wanted.salon}", None)
