"""What a press did; or one sentence that says why not, which stays until the next try.

A page runs again by itself whenever something rings, and what it told her must not vanish with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from shop.errors import MaroquinError

Explain = Callable[[MaroquinError], str]


@dataclass(frozen=True, slots=True)
class Attempts:
    """The tries of one part of the page, kept under `key`; `explained` puts a refusal in our words.

    `of` names what was tried where one part has several of a kind: a conversation, a tool, a look.
    """

    key: str
    explained: Explain

    def attempt(
        self, act: Callable[[], object], of: str = "", explained: Explain | None = None
    ) -> bool:
        """Do it; whether it happened."""
        self.forget()
        try:
            act()
        except MaroquinError as error:
            self.refuse((explained or self.explained)(error), of)
            return False
        return True

    def press(self, act: Callable[[], object]) -> None:
        """The same as the callback of a button."""
        self.attempt(act)

    def refuse(self, words: str, of: str = "") -> None:
        """Say why it does not happen, where nobody even tried."""
        st.session_state[self.key] = (of, words)

    def trouble(self, of: str = "") -> str:
        """Why the last try there did not happen; empty when it did."""
        kept: tuple[str, str] = st.session_state.get(self.key, ("", ""))
        return kept[1] if kept[0] == of else ""

    def forget(self) -> None:
        st.session_state.pop(self.key, None)
