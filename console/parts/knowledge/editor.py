"""The editor: a sheet of text with numbered lines, which answers while one types.

It is a component of its own because Streamlit's text area says nothing until it is left. What is
typed comes back after a short pause and is kept in the session, so that going to another page and
back loses nothing; the browser asks before a tab with unsaved words is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from console.i18n import t

_HERE = Path(__file__).parent
_HTML = (
    '<div class="frame"><div class="sheet"><div class="lines" aria-hidden="true"></div>'
    '<textarea spellcheck="false" autocomplete="off"></textarea></div></div>'
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody typed, and the revision that she began from."""

    base: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article on the desk; `saved` is the text of its newest revision."""

    article_id: str
    newest: int
    saved: str

    @property
    def base(self) -> int:
        """The revision that the text on the sheet began from."""
        draft = _drafts().get(self.article_id)
        return draft.base if draft else self.newest

    @property
    def typed(self) -> str:
        """What stands on the sheet now."""
        draft = _drafts().get(self.article_id)
        return draft.text if draft else self.saved

    @property
    def changed(self) -> bool:
        return self.typed != self.saved

    @property
    def overtaken(self) -> bool:
        """A colleague saved a revision since this text was begun."""
        return self.changed and self.base != self.newest

    def show(self, wrong_line: int) -> None:
        """Draw it; `wrong_line` counts from 1, 0 marks none."""
        key = f"sheet-{self.article_id}-{self.base}-{_discarded().get(self.article_id, 0)}"
        _component()(
            key=key,
            data={
                "sheet": key,
                "text": self.typed,
                "saved": self.saved,
                "wrong": wrong_line,
                "label": t("The article's file"),
            },
            on_text_change=lambda: self._keep(st.session_state[key]),
        )

    def go_on(self) -> None:
        """Take the newest revision as the one that this text began from."""
        _drafts()[self.article_id] = Draft(self.newest, self.typed)

    def put_away(self) -> None:
        """Its text is saved now: keep no draft of it."""
        _drafts().pop(self.article_id, None)

    def discard(self) -> None:
        """Give up what was typed, and begin anew from what is saved."""
        self.put_away()
        _discarded()[self.article_id] = _discarded().get(self.article_id, 0) + 1

    def _keep(self, state: Any) -> None:
        """What comes from a browser is looked at before it is used."""
        typed = state.get("text")
        if isinstance(typed, str):
            _drafts()[self.article_id] = Draft(self.base, typed)


def _drafts() -> dict[str, Draft]:
    """By article id."""
    drafts: dict[str, Draft] = st.session_state.setdefault("knowledge-drafts", {})
    return drafts


def _discarded() -> dict[str, int]:
    """How often each sheet was begun anew: the browser's copy must not come back."""
    counts: dict[str, int] = st.session_state.setdefault("knowledge-discarded", {})
    return counts


@cache
def _component() -> Any:
    return st.components.v2.component(
        "maroquin_editor",
        html=_HTML,
        css=(_HERE / "editor.css").read_text(encoding="utf-8"),
        js=(_HERE / "editor.js").read_text(encoding="utf-8"),
    )
