"""An article on the page: its facts, and its sections in both languages side by side."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import zip_longest

import streamlit as st

from console.i18n import t
from console.parts.knowledge.wording import confidence_name, topic_names
from console.parts.plain import prose
from knowledge.articles import Article, Section
from shop.conversations import Behaviour
from shop.language import Lang


def other(lang: Lang) -> Lang:
    return "en" if lang == "zh" else "zh"


def heading(article: Article, lang: Lang) -> None:
    topic = topic_names()[article.front.topic]
    title, beside = article.front.title.in_(lang), article.front.title.in_(other(lang))
    st.html(
        f'<header class="mq-article"><p class="mq-label">{escape(topic)}'
        f'</p><h1>{escape(title)}</h1><p lang="{other(lang)}">{escape(beside)}</p></header>'
    )


def facts(article: Article) -> None:
    """Owner, source, confidence, market, validity, revision: what an editor answers for."""
    front = article.front
    rows = {
        t("Owner"): front.owner,
        t("Source"): ", ".join(front.source),
        t("Confidence"): confidence_name(front.confidence),
        t("Market"): ", ".join(_market(code) for code in front.market),
        t("Valid"): _validity(article),
        t("Revision"): str(article.revision),
        t("About"): ", ".join(front.about),
    }
    cells = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in rows.items()
        if value
    )
    st.html(f'<dl class="mq-dl mq-article-facts">{cells}</dl>')


def _market(code: str) -> str:
    return t("All markets") if code == "all" else code.upper()


def _validity(article: Article) -> str:
    start, end = article.front.valid_from, article.front.valid_until
    if end is None:
        return t("from {start}", start=start.isoformat())
    return t("{start} to {end}", start=start.isoformat(), end=end.isoformat())


def sections(article: Article, lang: Lang, *, even: bool = False) -> None:
    """Every section, `lang` first and the other language beside it; `even` gives both as much."""
    widths: Sequence[float] = (1, 1) if even else (3, 2)
    pairs = zip_longest(article.sections[lang], article.sections[other(lang)])
    with st.container(key="mq-sections-even" if even else "mq-sections", gap=None):
        for mine, beside in pairs:
            for column, section in zip(
                st.columns(widths, gap="large"), (mine, beside), strict=True
            ):
                if section is not None:
                    with column:
                        _section(section)


def _section(section: Section) -> None:
    st.html(f"<h2>{escape(section.title)}</h2>")
    st.markdown(prose(section.text))
    if remark := _behaviour(section):
        st.html(f'<p class="mq-behaviour">{escape(remark)}</p>')
    if section.asks:
        asked = "".join(f"<li>{escape(ask)}</li>" for ask in section.asks)
        title = escape(t("Asked as"))
        st.html(f'<details class="mq-asks"><summary>{title}</summary><ul>{asked}</ul></details>')


def _behaviour(section: Section) -> str:
    return {
        Behaviour.ANSWER: "",
        Behaviour.ABSTAIN: t("Here the advisor says it does not know."),
        Behaviour.REFUSE: t("Here the advisor declines."),
        Behaviour.HANDOFF: t("Here the advisor hands over to a person."),
        Behaviour.CLARIFY: t("Here the advisor asks back."),
    }[section.behaviour]
