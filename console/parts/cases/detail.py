"""The case that is open: entitlement, clock, facts, what it rests on, and what may be done now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts import say
from console.parts.cases import case_clock, chosen, facts_form
from console.parts.cases.wording import event_name, kind_name, state_name, verdict_name
from console.parts.clock import exact
from shop.access import Permission, Staff
from shop.case_reading import CaseFile
from shop.cases import Case, CaseVerb, Evidence, possible
from shop.casework import LONGEST_NOTE
from shop.entitlements import overdue

if TYPE_CHECKING:
    from wiring import Services


def show(services: Services, staff: Staff, file: CaseFile, now: datetime) -> None:
    case = file.case
    _head(case, now)
    _entitlement(case, now)
    _decision(case)
    facts_form.say_trouble()
    _acts(services, staff, case)
    _evidence(file)
    _note(services, staff, case)


def _head(case: Case, now: datetime) -> None:
    name = case.client_name or t("Visitor")
    said = f"{kind_name(case.kind)} · {state_name(case.state)} · {case.reference}"
    opened = t("Opened {time} by {name}", time=exact(case.opened_at), name=case.opened_by)
    st.html(
        f'<header class="mq-visit-head"><h2>{escape(name)}</h2><p>{escape(said)}</p>'
        f'<p class="mq-case-clock">{case_clock.as_html(case, now)} '
        f"<span>{escape(opened)}</span></p></header>"
    )
    if case.conversation_id:
        link = f"/desk?conversation={case.conversation_id}"
        st.html(
            f'<a class="mq-link" href="{link}" target="_self">'
            f"{escape(t('To the conversation'))}</a>"
        )


def _entitlement(case: Case, now: datetime) -> None:
    said = case.entitlement.say.in_(page_lang())
    rules = ", ".join(case.entitlement.rule)
    late = overdue(case.kind, case.facts) if case.due and now > case.due else None
    owed = f"<p class='mq-remark mq-wrong'>{escape(late.say.in_(page_lang()))}</p>" if late else ""
    title = escape(t("What the rules say"))
    st.html(
        f'<h3 class="mq-label">{title}</h3><p class="mq-case-said">{escape(said)}</p>'
        f'<p class="mq-remark">{escape(t("Rules {rules}", rules=rules))} · '
        f"{escape(t('computed {time}', time=exact(case.entitlement.at)))}</p>{owed}"
    )


def _decision(case: Case) -> None:
    if not case.verdict:
        return
    said = t("Decided {verdict}", verdict=verdict_name(case.verdict))
    by = f" · {case.decided_by} · {exact(case.decided_at)}" if case.decided_at else ""
    st.html(
        f'<h3 class="mq-label">{escape(t("Decision"))}</h3>'
        f'<p class="mq-case-said">{escape(case.decision)}</p>'
        f'<p class="mq-remark">{escape(said + by)}</p>'
    )


def _acts(services: Services, staff: Staff, case: Case) -> None:
    may = possible(case)
    with st.container(key="mq-case-acts", horizontal=True):
        if CaseVerb.DECIDE in may and staff.may(Permission.DECIDE_CASES):
            _decide(services, staff, case)
        for verb, label, does in _said_with_words(services, staff, case):
            if verb in may:
                _with_words(case, verb, label, does)
        if CaseVerb.CORRECT in may:
            _correct(services, staff, case)
        for verb, label, end in _ends(services, staff, case):
            if verb in may:
                _end(case, verb, label, end)
    if CaseVerb.DECIDE in may and not staff.may(Permission.DECIDE_CASES):
        say.remark(t("A manager decides this case."))


def _said_with_words(
    services: Services, staff: Staff, case: Case
) -> list[tuple[CaseVerb, str, Callable[[str], object]]]:
    work = services.casework
    return [
        (CaseVerb.ASK, t("Ask the client"), partial(work.ask, staff, case.id)),
        (CaseVerb.ANSWER, t("Take down an answer"), partial(work.answered, staff, case.id)),
    ]


def _ends(
    services: Services, staff: Staff, case: Case
) -> list[tuple[CaseVerb, str, Callable[[], object]]]:
    work = services.casework
    return [
        (CaseVerb.FINISH, t("Finish"), partial(work.finish, staff, case.id)),
        (CaseVerb.CLOSE, t("Close the case"), partial(work.close, staff, case.id)),
        (CaseVerb.WITHDRAW, t("Withdraw"), partial(work.withdraw, staff, case.id)),
    ]


def _decide(services: Services, staff: Staff, case: Case) -> None:
    with st.popover(t("Decide"), key=f"deciding-{case.id}", type="primary"):
        names = {True: t("In the client's favour"), False: t("Not in the client's favour")}
        granted = st.radio(
            t("Decision"),
            list(names),
            format_func=names.__getitem__,
            index=None,
            key=f"granted-{case.id}",
        )
        reason = st.text_area(
            t("Reason, which the client reads"), key=f"reason-{case.id}", max_chars=LONGEST_NOTE
        )
        decide = partial(services.casework.decide, staff, case.id, bool(granted), reason)
        st.button(
            t("Decide the case"),
            key=f"decide-{case.id}",
            type="primary",
            disabled=granted is None or not reason.strip(),
            on_click=chosen.attempt,
            args=(decide,),
        )


def _with_words(case: Case, verb: CaseVerb, label: str, does: Callable[[str], object]) -> None:
    with st.popover(label, key=f"{verb}-open-{case.id}"):
        words = st.text_area(t("In words"), key=f"{verb}-words-{case.id}", max_chars=LONGEST_NOTE)
        st.button(
            t("Keep it"),
            key=f"{verb}-{case.id}",
            type="primary",
            disabled=not words.strip(),
            on_click=chosen.attempt,
            args=(partial(does, words),),
        )


def _correct(services: Services, staff: Staff, case: Case) -> None:
    with st.popover(t("Correct the facts"), key=f"correcting-{case.id}"):
        facts = facts_form.ask(services, f"{case.id}-{case.entitlement.at:%H%M%S%f}", case.facts)
        st.button(
            t("Compute anew"),
            key=f"correct-{case.id}",
            type="primary",
            on_click=chosen.attempt,
            args=(partial(services.casework.correct, staff, case.id, facts),),
        )


def _end(case: Case, verb: CaseVerb, label: str, end: Callable[[], object]) -> None:
    with st.popover(label, key=f"{verb}-open-{case.id}"):
        st.html(f"<p>{escape(t('The case is then closed, and the client is told.'))}</p>")
        st.button(
            label,
            key=f"{verb}-{case.id}",
            on_click=chosen.attempt,
            args=(end,),
        )


def _evidence(file: CaseFile) -> None:
    st.html(f'<h3 class="mq-label">{escape(t("What it rests on"))}</h3>')
    items = "".join(_item(each) for each in file.evidence)
    st.html(f'<ol class="mq-case-line">{items}</ol>')


def _item(each: Evidence) -> str:
    who = f"{each.by} · {exact(each.at)}"
    return (
        f'<li data-kind="{each.kind}"><p>{escape(_said(each))}</p>'
        f"<span>{escape(_label(each))}{escape(who)}</span></li>"
    )


def _said(each: Evidence) -> str:
    if each.kind == "event":
        return event_name(each.note)
    if each.kind == "message":
        return each.text or t("This message was erased with its conversation.")
    return each.note


def _label(each: Evidence) -> str:
    return {
        "event": "",
        "note": t("Note · "),
        "message": t("Message {seq} · ", seq=each.seq or "–"),
        "question": t("Asked the client · "),
        "answer": t("The client's answer · "),
    }[each.kind]


def _note(services: Services, staff: Staff, case: Case) -> None:
    """Its own form: what is typed is sent with the button, and the field is empty afterwards."""
    with st.form(f"case-note-{case.id}", clear_on_submit=True, border=False):
        words = st.text_area(
            t("A note for colleagues"), key=f"note-{case.id}", max_chars=LONGEST_NOTE, height=80
        )
        if st.form_submit_button(t("Add the note")) and words.strip():
            chosen.attempt(partial(services.casework.note, staff, case.id, words))
            st.rerun(scope="fragment")
