"""What staff do in the client book, as callbacks of buttons.

Each does one thing and, when that fails, keeps one sentence that says why until the next action.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from console.i18n import N_, t
from console.parts import write_first
from console.parts.attempts import Attempts
from shop.access import Staff
from shop.client_book import ClientBook
from shop.client_rights import ClientRights
from shop.errors import BadInput, Conflict, MaroquinError, NotAllowed, NotFound
from shop.writing_first import WritingFirst

_PANEL, _DONE = "clients-panel", "clients-done"
_ERASE_WORDS = "clients-erase-words"


def chosen() -> str:
    """The id of the open client; the address keeps it over a reload. Empty: none."""
    return st.query_params.get("client", "")


def open_client(client_id: str = "") -> None:
    st.query_params.from_dict({"client": client_id} if client_id else {})
    close_panel()


def panel() -> str:
    """What is open on the page: 'new', 'edit-ID', 'brief-ID' or nothing.

    The desk's link names the conversation whose brief is to be open.
    """
    asked = st.query_params.get("brief", "")
    return f"brief-{asked}" if asked else str(st.session_state.get(_PANEL, ""))


def open_panel(which: str) -> None:
    st.query_params.pop("brief", None)
    st.session_state[_PANEL] = which
    _forget()


def close_panel() -> None:
    st.query_params.pop("brief", None)
    st.session_state.pop(_PANEL, None)
    _forget()


def _forget() -> None:
    """What came of the last action."""
    st.session_state.pop(_DONE, None)
    _TRIES.forget()


def attempt(act: Callable[[], object], done: str = "") -> bool:
    """Whether it happened; the panel closes then."""
    if not _TRIES.attempt(act):
        return False
    close_panel()
    if done:
        st.session_state[_DONE] = done
    return True


def done() -> str:
    """What was done last, until the next action: a ring of it draws the page anew at once."""
    return str(st.session_state.get(_DONE, ""))


def remove(book: ClientBook, staff: Staff, client_id: str, entry_id: str) -> None:
    attempt(lambda: book.remove(staff, client_id, entry_id))


def wrote(book: ClientBook, staff: Staff, client_id: str, entry_id: str) -> None:
    attempt(lambda: book.wrote(staff, client_id, entry_id))


def write_to(writing: WritingFirst, staff: Staff, client_id: str) -> None:
    """Take the client's conversation, to write in it."""

    def explained(error: MaroquinError) -> str:
        return write_first.refusal(error) or _explained(error)

    _TRIES.attempt(lambda: writing.begin(staff, client_id), explained=explained)


def erase_words(client_id: str) -> str:
    """Where the page keeps the name that is typed to confirm."""
    return f"{_ERASE_WORDS}-{client_id}"


def erase(rights: ClientRights, staff: Staff, client_id: str, name: str) -> None:
    """Only with her name typed as it stands."""
    if str(st.session_state.get(erase_words(client_id), "")).strip() != name:
        _TRIES.refuse(t("The name is not the same. Nothing was erased."))
        return
    said = t("{name} and everything kept of this client are erased.", name=name)
    if attempt(lambda: rights.erase(staff, client_id), said):
        st.query_params.clear()


_SAID = (
    N_("Allergies are kept only once the client has agreed to it."),
    N_("The client does not want us to keep what we are told."),
    N_("The client has not agreed to a brief of this conversation."),
    N_("Nobody has this conversation yet. Claim it first."),
    N_("A case of this client is open. Close it first."),
    N_("A conversation of this client is with people. Close it first."),
    N_("Numbers of cards and identity papers are never kept here."),
    N_("There is nothing to keep. Write what you know."),
    N_("A follow-up needs its day."),
    N_("Nothing can have been said in the future. Choose another day."),
    N_("Nobody covers herself. Choose a colleague."),
    N_("Only somebody who serves clients can own or cover one."),
    N_("Say in a few words why."),
    N_("Somebody has changed this line meanwhile. Look at it again."),
)


def _explained(error: MaroquinError) -> str:
    if str(error) in _SAID:
        return t(str(error))
    if isinstance(error, NotAllowed):
        return t("Your role does not include this.")
    if isinstance(error, NotFound | Conflict):
        return t("This has changed meanwhile. Look at it again.")
    if isinstance(error, BadInput):
        return t("Say what it is and who said it, in a few words.")
    return t("This could not be done just now. Nothing is lost; please try again.")


_TRIES = Attempts("clients-trouble", _explained)
trouble = _TRIES.trouble
