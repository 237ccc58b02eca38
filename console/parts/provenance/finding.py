"""The verdict in one word and one sentence, and what it proves and does not."""

from __future__ import annotations

from datetime import tzinfo
from html import escape

import streamlit as st

from console.i18n import t
from console.parts.clock import exact
from shop.language import Lang
from shop.trace_findings import Finding, Verdict
from shop.trace_rulings import what_it_proves, what_it_proves_not, what_it_shows


def show(found: Finding, piece: str, lang: Lang, zone: tzinfo) -> None:
    shown = what_it_shows(found, piece, zone)
    st.html(
        f'<section class="mq-verdict mq-verdict-{found.verdict}" role="status">'
        f"<h2>{escape(verdict_name(found))}</h2>"
        f"<p>{escape(shown.say.in_(lang))}</p>{_facts(found, piece)}</section>"
    )
    st.html(
        '<div class="mq-proves">'
        + _block(t("What this proves"), what_it_proves(found).say.in_(lang))
        + _block(t("What it does not prove"), what_it_proves_not(found).say.in_(lang))
        + "</div>"
    )


def verdict_name(found: Finding) -> str:
    if found.verdict is Verdict.BROKEN and found.broken:
        return t("Broken at link {number}", number=found.broken.number)
    return {
        Verdict.BAD_FORM: t("Not a trace code"),
        Verdict.UNKNOWN: t("Unknown code"),
        Verdict.BROKEN: t("Broken"),
        Verdict.SCANNED_EARLY: t("First scanned before delivery"),
        Verdict.VERIFIED: t("The record holds"),
    }[found.verdict]


def _facts(found: Finding, piece: str) -> str:
    if found.record is None:
        return ""
    none = t("none yet")
    facts = {
        t("Code"): found.code,
        t("Piece in the record"): f"{piece} ({found.record.piece})",
        t("First scan"): exact(found.first_scan) if found.first_scan else none,
        t("Delivered"): exact(found.delivered) if found.delivered else none,
    }
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in facts.items()
    )
    return f'<dl class="mq-trace-facts">{rows}</dl>'


def _block(title: str, words: str) -> str:
    return f"<section><h2>{escape(title)}</h2><p>{escape(words)}</p></section>"
