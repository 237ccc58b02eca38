"""What is being composed: its pieces and note on the page, for whom, and what becomes of it.

The address keeps the conversation, the client and the look that is open, so that it outlives a
reload; pieces and note stand in the widgets. A look is kept before it is sent: where sending fails,
nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import presses
from console.parts.attempts import Attempts
from console.parts.clock import exact
from console.parts.labels import told_apart
from console.parts.looks.wording import explained
from console.parts.tiers import tier_name
from shop.access import Staff
from shop.clients import Client
from shop.conversations import Conversation
from shop.errors import NotFound
from shop.looks import Look

if TYPE_CHECKING:
    from wiring import Services

PIECES, NOTE, WHOM, OCCASION = "look-pieces", "look-note", "look-for", "look-occasion"
PRESS = "look"
_LOADED, _DONE = "look-loaded", "look-done"
_MADE = "look-made"  # the press that made a look which was not sent, and its id
_TALK, _CLIENT = "talk:", "client:"
NOBODY = ""
_TRIES = Attempts("look-trouble", explained)
trouble = _TRIES.trouble


@dataclass(frozen=True, slots=True)
class People:
    """For whom she may compose: the conversations she holds with who is behind, and all clients.

    `labels` has every choice with its name, no two alike.
    """

    talks: Sequence[tuple[Conversation, Client | None]]
    clients: Sequence[Client]
    labels: Mapping[str, str]

    def whom(self) -> list[str]:
        return list(self.labels)

    def named(self, whom: str) -> str:
        return self.labels.get(whom, whom)

    def talk_of(self, whom: str) -> Conversation | None:
        return next((talk for talk, _ in self.talks if whom == f"{_TALK}{talk.id}"), None)

    def client_of(self, whom: str) -> Client | None:
        for talk, client in self.talks:
            if whom == f"{_TALK}{talk.id}":
                return client
        return next((each for each in self.clients if whom == f"{_CLIENT}{each.id}"), None)

    def whom_of(self, client_id: str, conversation_id: str = "") -> str:
        """The choice for a conversation she holds, or a client with whom she may hold one."""
        for talk, _ in self.talks:
            if conversation_id == talk.id or (client_id and talk.client_id == client_id):
                return f"{_TALK}{talk.id}"
        known = any(client.id == client_id for client in self.clients)
        return f"{_CLIENT}{client_id}" if known else NOBODY


def people(services: Services, staff: Staff) -> People:
    held = services.desk.active(staff)
    talks = [(talk, services.desk.client_of(staff, talk.id)) for talk in held]
    clients = services.client_accounts.all()
    return People(talks, clients, _labels(talks, clients))


def _labels(
    talks: Sequence[tuple[Conversation, Client | None]], clients: Sequence[Client]
) -> dict[str, str]:
    labels, also = {NOBODY: t("Nobody yet")}, {}
    for talk, client in talks:
        whom, name = f"{_TALK}{talk.id}", client.name if client else t("Visitor")
        labels[whom] = t("{name}, in your conversation", name=name)
        also[whom] = exact(talk.opened_at)
    for client in clients:
        whom = f"{_CLIENT}{client.id}"
        labels[whom], also[whom] = client.name, tier_name(client.tier)
    return told_apart(labels, also)


def begin(services: Services, staff: Staff, known: People) -> Look | None:
    """Fill the widgets once for what the address names; the look that is open, if it still is."""
    look = _opened(services, staff)
    asked = (st.query_params.get("conversation", ""), st.query_params.get("client", ""))
    marker = (*asked, look.id if look else "")
    if st.session_state.get(_LOADED) != marker:
        st.session_state[_LOADED] = marker
        if look is not None:
            st.session_state[PIECES], st.session_state[NOTE] = list(look.pieces), look.note
        of_look = look.client_id or "" if look else ""
        st.session_state[WHOM] = known.whom_of(of_look or asked[1], "" if of_look else asked[0])
    if st.session_state.get(WHOM) not in known.whom():
        st.session_state[WHOM] = NOBODY
    _leave_out_what_is_gone(services)
    return look


def _opened(services: Services, staff: Staff) -> Look | None:
    return _unsent(services, staff, st.query_params.get("look", ""))


def _made(services: Services, staff: Staff, once: str) -> Look | None:
    """What this press has kept already: a browser that clicks again may not know its id yet."""
    by, look_id = st.session_state.get(_MADE, ("", ""))
    return _unsent(services, staff, look_id) if by == once else None


def _unsent(services: Services, staff: Staff, look_id: str) -> Look | None:
    """A look that she may go on with."""
    try:
        look = services.looks.get(staff, look_id) if look_id else None
    except NotFound:
        return None
    return look if look and not look.is_sent and look.composed_by == staff.id else None


def _leave_out_what_is_gone(services: Services) -> None:
    """Pieces of a look composed before that have left the catalogue since."""
    offered = {piece.id for piece in services.products.all()}
    if any(piece not in offered for piece in pieces()):
        st.session_state[PIECES] = [piece for piece in pieces() if piece in offered]


def pieces() -> list[str]:
    return list(st.session_state.get(PIECES) or [])


def add(piece: str) -> None:
    st.session_state[PIECES] = [*pieces(), piece]


def swap(piece: str, other: str) -> None:
    st.session_state[PIECES] = [other if each == piece else each for each in pieces()]


def open_kept(look_id: str) -> None:
    st.query_params["look"] = look_id
    _forget()


def use_again(look: Look) -> None:
    """Begin a new one with the pieces of another; a note is written to one person only."""
    _clear()
    st.session_state[PIECES] = list(look.pieces)


def keep(services: Services, staff: Staff, known: People, once: str) -> None:
    done = t("The look is kept. Nobody was sent it yet.")
    _finish(lambda: _keep(services, staff, known, once), once, done)


def send(services: Services, staff: Staff, known: People, conversation_id: str, once: str) -> None:
    """Keep it, then send it; the same press twice is one message."""

    def keep_and_send() -> None:
        look = _keep(services, staff, known, once)
        services.looks.send(staff, look.id, conversation_id, once)

    _finish(keep_and_send, once, t("The look is sent."))


def _finish(act: Callable[[], object], once: str, done: str) -> None:
    """A second click carries the pieces that the first has dealt with: they go, and no more."""
    if not presses.is_used(once):
        if not attempt(act):
            return
        presses.use(PRESS, once)
    _clear()
    st.session_state[_DONE] = done


def discard(services: Services, staff: Staff, look_id: str) -> None:
    if attempt(lambda: services.looks.discard(staff, look_id)):
        _clear()


def attempt(act: Callable[[], object]) -> bool:
    """Whether it happened; one sentence says why not, until the next try."""
    _forget()
    return _TRIES.attempt(act)


def done() -> str:
    """What was done last; it stands until something else is done."""
    return str(st.session_state.get(_DONE, ""))


def _keep(services: Services, staff: Staff, known: People, once: str) -> Look:
    client = known.client_of(st.session_state.get(WHOM, NOBODY))
    client_id = client.id if client else None
    note = str(st.session_state.get(NOTE) or "")
    look = _opened(services, staff) or _made(services, staff, once)
    if look is not None:
        return services.looks.change(staff, look.id, pieces(), note, client_id)
    made = services.looks.compose(staff, pieces(), note, client_id)
    st.session_state[_MADE] = (once, made.id)
    st.query_params["look"] = made.id
    marker = st.session_state.get(_LOADED, ("", "", ""))
    st.session_state[_LOADED] = (*marker[:2], made.id)
    return made


def _clear() -> None:
    """Nothing is composed any more; for whom stays."""
    st.query_params.pop("look", None)
    st.session_state.pop(_MADE, None)
    marker = st.session_state.get(_LOADED, ("", "", ""))
    st.session_state[_LOADED] = (*marker[:2], "")
    st.session_state[PIECES], st.session_state[NOTE] = [], ""
    _forget()


def _forget() -> None:
    _TRIES.forget()
    st.session_state.pop(_DONE, None)
