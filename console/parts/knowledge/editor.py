"""The editor: a sheet of text with numbered lines, which answers while one types.

It is a component of its own because Streamlit's text area says nothing until it is left. What is
typed comes back after a short pause and is kept in the session, so that going to another page and
back loses nothing; the browser asks before a tab with unsaved words is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from console.i18n import t

_HERE = Path(__file__).parent
_HTML = (
    '<div class="frame"><div class="sheet"><div class="lines" aria-hidden="true"></div>'
    '<textarea spellcheck="false" autocomplete="off"></textarea></div></div>'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article's text on the desk, begun from revision `base`; `saved` is what stands there."""

    article_id: str
    base: int
    saved: str

    @property
    def typed(self) -> str:
        """What stands on the sheet now."""
        return _drafts().get(self._name, self.saved)

    @property
    def changed(self) -> bool:
        return self.typed != self.saved

    def show(self, wrong_line: int) -> None:
        """Draw it; `wrong_line` counts from 1, 0 marks none."""
        key = f"{self._name}-{_discarded().get(self._name, 0)}"
        _component()(
            key=key,
            data={
                "sheet": key,
                "text": self.typed,
                "saved": self.saved,
                "wrong": wrong_line,
                "label": t("The article's file"),
            },
            on_text_change=lambda: self._keep(key),
        )

    def put_away(self) -> None:
        """Its text is saved now: keep no draft of it."""
        _drafts().pop(self._name, None)

    def discard(self) -> None:
        """Give up what was typed, and begin anew from what is saved."""
        self.put_away()
        _discarded()[self._name] = _discarded().get(self._name, 0) + 1

    @property
    def _name(self) -> str:
        return f"sheet-{self.article_id}-{self.base}"

    def _keep(self, key: str) -> None:
        typed = st.session_state[key].get("text")
        if isinstance(typed, str):
            _drafts()[self._name] = typed


def _drafts() -> dict[str, str]:
    drafts: dict[str, str] = st.session_state.setdefault("knowledge-drafts", {})
    return drafts


def _discarded() -> dict[str, int]:
    """How often each sheet was begun anew: the browser's copy must not come back."""
    counts: dict[str, int] = st.session_state.setdefault("knowledge-discarded", {})
    return counts


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "maroquin_editor",
        html=_HTML,
        css=(_HERE / "editor.css").read_text(encoding="utf-8"),
        js=(_HERE / "editor.js").read_text(encoding="utf-8"),
    )
