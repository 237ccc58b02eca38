"""Sources that disagree: pairs the advisor met, for the content team to put right."""

from __future__ import annotations

from html import escape

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.clock import exact
from console.parts.knowledge import place
from shop.access import Permission, Staff
from shop.disagreements import OpenDisagreement
from shop.errors import NotFound
from shop.settling import Disagreements


def show(disagreements: Disagreements, staff: Staff) -> None:
    """Nothing at all while all sources agree."""
    found = disagreements.open(staff)
    if not found:
        return
    title = escape(t("Sources that disagree"))
    words = escape(t("The advisor says the first of each pair and leaves the other out."))
    st.html(f'<h2 class="mq-label">{title}</h2><p class="mq-remark">{words}</p>')
    for each in found:
        with st.container(key=f"mq-disagreement-{each.id}", border=True):
            _pair(disagreements, staff, each)


def _pair(disagreements: Disagreements, staff: Staff, found: OpenDisagreement) -> None:
    _side(t("Said"), found.what.said, found.what.said_quote, f"said-{found.id}")
    _side(t("Left out"), found.what.unsaid, found.what.unsaid_quote, f"unsaid-{found.id}")
    asked = t("Asked {when}: {question}", when=exact(found.at), question=found.question or "–")
    say.remark(asked)
    if staff.may(Permission.EDIT_KNOWLEDGE):
        st.button(
            t("Settled"),
            key=f"settle-{found.id}",
            on_click=_settle,
            args=(disagreements, staff, found.id),
        )


def _side(label: str, source: str, quote: str, key: str) -> None:
    """One sentence, and the way to its article; `source` is 'article/section/language@revision'."""
    st.html(f'<p><span class="mq-count">{escape(label)}</span><br>{escape(quote)}</p>')
    article = source.split("/", maxsplit=1)[0]
    st.button(source, key=key, type="tertiary", on_click=place.go, args=("read", article))


def _settle(disagreements: Disagreements, staff: Staff, disagreement_id: str) -> None:
    try:
        disagreements.settle(staff, disagreement_id)
    except NotFound:
        return  # a colleague was first: the list, drawn anew, says so
