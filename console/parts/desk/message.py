"""One message as staff see it: its number, who wrote it, when, and what it rests on.

Everything is escaped: what a shopper typed is shown letter for letter. A message is one piece of
HTML that never changes once written, so a rerun of the page neither redraws it nor closes the
citations that somebody opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from console.i18n import t
from console.parts import clock
from console.parts.chat.words import Source, words_html
from console.parts.desk import ledger
from console.parts.desk.wording import OUTCOMES, outcome_name
from shop.conversations import Author, Behaviour, DraftKind, Message
from shop.proofs import SentenceProof

Ledger = Sequence[SentenceProof]


def show(message: Message, source: Source, proofs: Ledger = (), *, first: bool = False) -> None:
    """`source` finds the section around a quote, so that a citation opens in its place.

    `proofs` is the ledger of an advisor's answer. The first message shown is a stop of the Tab key,
    from which the transcript is scrolled by keys.
    """
    st.html(as_html(message, source, proofs, first=first))


def as_html(message: Message, source: Source, proofs: Ledger = (), *, first: bool = False) -> str:
    place = f'id="message-{message.seq}"' + (' tabindex="0"' if first else "")
    if message.author is Author.NOTICE:
        return _notice(message, place)
    number = escape(t("Message {seq}", seq=message.seq))
    return (
        f'<article class="mq-message mq-by-{message.author}" {place}>'
        f"<header><b>{escape(_author(message))}</b>{clock.as_html(message.at)}"
        f'<span class="mq-seq" title="{number}">{message.seq}</span></header>'
        f'<div class="mq-text" lang="{message.lang}">{words_html(message, source)}</div>'
        f"{_attachments(message)}{_remarks(message)}{ledger.as_html(proofs)}</article>"
    )


def _notice(message: Message, place: str) -> str:
    said = f"{message.text} ({_why(message.remark)})" if message.remark else message.text
    words = f"<span>{escape(said)}</span>{clock.as_html(message.at)}"
    return f'<p class="mq-notice" {place}>{words}</p>'


def _why(remark: str) -> str:
    """Of a close its outcome; else the reason in staff's own words."""
    return outcome_name(remark) if remark in OUTCOMES else remark


def _author(message: Message) -> str:
    return {
        Author.SHOPPER: t("Client"),
        Author.ADVISOR: t("AI advisor (AI-generated)"),
        Author.PERSON: _person(message),
        Author.NOTICE: "",
    }[message.author]


def _person(message: Message) -> str:
    return {
        None: message.staff_name,
        DraftKind.ANSWER: t("AI-drafted, sent by {name}", name=message.staff_name),
        DraftKind.TRANSLATION: t("AI-translated, sent by {name}", name=message.staff_name),
    }[message.drafted]


def _attachments(message: Message) -> str:
    return "".join(
        f"<details><summary>{escape(t('Attached: {channel}', channel=attached.channel))}</summary>"
        f'<p class="mq-text">{escape(attached.text)}</p></details>'
        for attached in message.attachments
    )


def _remarks(message: Message) -> str:
    """What only staff read: how the answer was meant, rated, and what went wrong on the way."""
    words = [
        _behaviour(message.behaviour),
        {
            None: "",
            True: t("The client found it helpful."),
            False: t("The client found it no help."),
        }[message.helpful],
        message.remark,
    ]
    said = " ".join(word for word in words if word)
    return f'<p class="mq-remark">{escape(said)}</p>' if said else ""


def _behaviour(behaviour: Behaviour | None) -> str:
    return {
        None: "",
        Behaviour.ANSWER: "",
        Behaviour.ABSTAIN: t("It said that it does not know."),
        Behaviour.REFUSE: t("It declined."),
        Behaviour.HANDOFF: t("It handed over to a person."),
        Behaviour.CLARIFY: t("It asked back."),
    }[behaviour]
