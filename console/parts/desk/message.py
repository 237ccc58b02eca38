"""One message as staff see it: its number, who wrote it, when, and what it rests on.

Everything is escaped: what a shopper typed is shown letter for letter. A message is one piece of
HTML that never changes once written, so a rerun of the page neither redraws it nor closes the
citations that somebody opened.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from console.i18n import t
from console.parts.clock import exact, hour
from shop.conversations import Author, Behaviour, Citation, Message


def show(message: Message) -> None:
    st.html(as_html(message))


def as_html(message: Message) -> str:
    if message.author is Author.NOTICE:
        return _notice(message)
    return (
        f'<article class="mq-message mq-by-{message.author}" id="message-{message.seq}">'
        f"<header><b>{escape(_author(message))}</b>{_time(message)}"
        f'<span class="mq-seq" title="{escape(t("Message {seq}", seq=message.seq))}">'
        f"{message.seq}</span></header>"
        f'<p class="mq-text" lang="{message.lang}">{_text(message)}</p>'
        f"{_attachments(message)}{_citations(message)}{_remarks(message)}</article>"
    )


def _notice(message: Message) -> str:
    words = f"<span>{escape(message.text)}</span>{_time(message)}"
    return f'<p class="mq-notice" id="message-{message.seq}">{words}</p>'


def _author(message: Message) -> str:
    return {
        Author.SHOPPER: t("Client"),
        Author.ADVISOR: t("AI advisor (AI-generated)"),
        Author.PERSON: message.staff_name,
        Author.NOTICE: "",
    }[message.author]


def _time(message: Message) -> str:
    title = escape(exact(message.at))
    return f'<time datetime="{message.at.isoformat()}" title="{title}">{hour(message.at)}</time>'


def _text(message: Message) -> str:
    """The sentences with the numbers of their citations; other authors' words as they are."""
    if not message.sentences:
        return escape(message.text)
    joint = "" if message.lang == "zh" else " "
    return joint.join(
        escape(sentence.text) + "".join(f"<sup>{cite + 1}</sup>" for cite in sentence.cites)
        for sentence in message.sentences
    )


def _attachments(message: Message) -> str:
    return "".join(
        f"<details><summary>{escape(t('Attached: {channel}', channel=attached.channel))}</summary>"
        f'<p class="mq-text">{escape(attached.text)}</p></details>'
        for attached in message.attachments
    )


def _citations(message: Message) -> str:
    if not message.citations:
        return ""
    found = "".join(map(_citation, range(1, len(message.citations) + 1), message.citations))
    return f'<div class="mq-citations">{found}</div>'


def _citation(number: int, citation: Citation) -> str:
    where = t("revision {number}", number=citation.revision)
    return (
        f"<details><summary><sup>{number}</sup> {escape(citation.title)}</summary>"
        f'<blockquote lang="{citation.lang}">{escape(citation.quote)}</blockquote>'
        f"<p>{escape(f'{citation.article} · {citation.section} · {where}')}</p></details>"
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
