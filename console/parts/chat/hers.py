"""Her appointments and cases with their state, and what she may do about them."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from console.i18n import page_lang, t
from console.live import listen
from console.parts.appointments import chosen
from console.parts.appointments.wording import purpose_name, salon_name, state_name, when_there
from console.parts.cases import case_clock
from console.parts.cases import chosen as case_chosen
from console.parts.cases.wording import kind_name, verdict_name
from console.parts.cases.wording import state_name as case_state_name
from console.parts.chat.visits import choose_time, say_trouble
from console.session import Here, here
from shop.appointments import Appointment, Wanted
from shop.cases import Case, CaseState
from shop.client_cases import LONGEST_ANSWER
from shop.clients import Visitor
from shop.ports import conversation_topic
from shop.visit_cards import VisitCard


@st.fragment
def menu(conversation_id: str) -> None:
    """A way to them in the chat; nothing for whoever has none."""
    now = here()
    if now.visitor is None:
        return
    listen([conversation_topic(conversation_id)], key="hers-live")
    visits = now.services.visits.of(now.visitor)
    cases = now.services.client_cases.of(now.visitor)
    if not visits and not cases:
        return
    with st.popover(t("Appointments and cases"), key="hers", icon=":material/event:"):
        for visit in visits:
            _appointment(now, now.visitor, visit)
        for case in cases:
            _case(now, now.visitor, case)


def _appointment(now: Here, visitor: Visitor, visit: Appointment) -> None:
    book = now.services.visits.salons
    salon = book.get(visit.salon)
    where = f"{when_there(visit.starts_at, salon)} · {salon_name(book, visit.salon)}"
    said = [state_name(visit.state), purpose_name(visit.purpose)]
    if visit.stands():
        said.append(t("change until {when}", when=when_there(visit.change_until, salon)))
    st.html(_row(where, " · ".join(said)))
    if not visit.stands() or visit.starts_at <= now.services.clock():
        return
    with st.container(key=f"hers-acts-{visit.id}", horizontal=True):
        st.download_button(
            t("Calendar file"),
            partial(now.services.visits.calendar, visitor, visit.id, page_lang()),
            file_name="appointment.ics",
            mime="text/calendar",
            key=f"hers-calendar-{visit.id}",
            type="tertiary",
            on_click="ignore",
        )
        if now.services.clock() <= visit.change_until:
            _ask_for(visit, "change", t("Change the time"))
            _cancel(now, visitor, visit)
    if _asked_for(visit, "change"):
        _change(now, visitor, visit)


def _change(now: Here, visitor: Visitor, visit: Appointment) -> None:
    card = VisitCard(visit.salon, visit.starts_at)
    salon_id, picked = choose_time(now, f"{visit.id}-{visit.changes}", card)
    wanted = Wanted(
        salon_id,
        picked.starts_at if picked else visit.starts_at,
        visit.purpose,
        visit.pieces,
        visit.wish,
    )
    say_trouble()
    st.button(
        t("Keep the change"),
        key=f"hers-keep-{visit.id}",
        type="primary",
        disabled=picked is None,
        on_click=chosen.attempt,
        args=(partial(now.services.visits.change, visitor, visit.id, wanted),),
    )


def _cancel(now: Here, visitor: Visitor, visit: Appointment) -> None:
    """Asked once more before it is done: a place given away may not come back."""
    if not _asked_for(visit, "cancel"):
        _ask_for(visit, "cancel", t("Cancel it"))
        return
    st.button(
        t("Cancel the appointment"),
        key=f"hers-cancel-{visit.id}",
        on_click=chosen.attempt,
        args=(partial(now.services.visits.cancel, visitor, visit.id),),
    )


def _ask_for(visit: Appointment, deed: str, label: str) -> None:
    st.button(
        label,
        key=f"hers-ask-{deed}-{visit.id}",
        type="tertiary",
        on_click=_remember,
        args=(_key(visit, deed),),
    )


def _remember(key: str) -> None:
    st.session_state[key] = True


def _asked_for(visit: Appointment, deed: str) -> bool:
    return bool(st.session_state.get(_key(visit, deed)))


def _key(visit: Appointment, deed: str) -> str:
    """Of the appointment as it stands: after a change nothing is asked for any more."""
    return f"hers-asked-{deed}-{visit.id}-{visit.changes}"


def _case(now: Here, visitor: Visitor, case: Case) -> None:
    state = " · ".join(
        part for part in (case_state_name(case.state), verdict_name(case.verdict)) if part
    )
    words = case.decision or case.entitlement.say.in_(page_lang())
    clock = case_clock.as_html(case, now.services.clock()) if case.due else ""
    st.html(
        _row(f"{kind_name(case.kind)} · {case.reference}", state, clock)
        + f'<p class="mq-hers-words">{escape(words)}</p>'
    )
    if case.state is CaseState.WAITING:
        _answer(now, visitor, case)


def _answer(now: Here, visitor: Visitor, case: Case) -> None:
    with st.form(f"hers-answer-{case.id}", border=False):
        words = st.text_area(case.asked, key=f"hers-words-{case.id}", max_chars=LONGEST_ANSWER)
        if st.form_submit_button(t("Send the answer")) and words.strip():
            case_chosen.attempt(partial(now.services.client_cases.answer, visitor, case.id, words))
            st.rerun(scope="fragment")


def _row(title: str, below: str, clock: str = "") -> str:
    return (
        f'<div class="mq-hers"><b>{escape(title)}</b>'
        f"<p><span>{escape(below)}</span>{clock}</p></div>"
    )
