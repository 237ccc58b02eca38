"""Keyboard, sound and badge of the desk: what the browser does by itself, and how it is told.

The keys press what stands on the page, so that nothing can be done by a key that could not be
done by a press. The badge counts what clients said and she has not seen; the live line tells when
she has. Nothing here polls, and no script runs for a key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from console.i18n import t

_HERE = Path(__file__).parent
_HTML = (
    '<div class="row"><button type="button" class="sound" role="switch"></button>'
    '<button type="button" class="help"></button></div>'
    '<dialog><form method="dialog"><h2></h2><dl></dl><button></button></form></dialog>'
)
PRODUCT = "Maroquin"


def title(unseen: int, waiting: int) -> str:
    """Of the tab: '(2) Maroquin' counts what she has not seen; who waits stands behind it."""
    badge = f"({unseen}) {PRODUCT}" if unseen else PRODUCT
    return f"{badge} · {t('{number} waiting', number=waiting)}" if waiting else badge


def show(unseen: Mapping[str, Sequence[int]], waiting: Sequence[str]) -> None:
    """`unseen`: numbers of messages by conversation; `waiting`: ids of hand-overs nobody has."""
    _component()(
        key="desk-keys",
        data={
            "unseen": {each: list(seqs) for each, seqs in unseen.items()},
            "waiting": list(waiting),
            "product": PRODUCT,
            "waitingWords": t("{number} waiting"),
            "soundOn": t("Sound on"),
            "soundOff": t("Sound off"),
            "help": t("Keyboard"),
            "title": t("Keyboard shortcuts"),
            "close": t("Close this list"),
            "keys": [[key, words] for key, words in _shortcuts()],
        },
        height="content",
    )


def _shortcuts() -> list[tuple[str, str]]:
    """The keys themselves are in `keys.js`; a test compares the two."""
    return [
        ("j", t("Next client in the queue")),
        ("k", t("Previous client in the queue")),
        ("c", t("Claim")),
        ("r", t("To the reply field")),
        ("Ctrl ↵", t("Send the reply")),
        ("Esc", t("Out of a field, so that the keys work")),
        ("d", t("Draft an answer")),
        ("s", t("Snippets")),
        ("p", t("Pieces")),
        ("n", t("Internal note")),
        ("f", t("Follow-up")),
        ("t", t("Pass on")),
        ("b", t("Give back")),
        ("x", t("Close the conversation")),
        ("m", t("Sound on or off")),
        ("?", t("This list")),
    ]


@cache
def _component() -> Any:
    return st.components.v2.component(
        "maroquin_keys",
        html=_HTML,
        css=(_HERE / "keys.css").read_text(encoding="utf-8"),
        js=(_HERE / "keys.js").read_text(encoding="utf-8"),
    )
