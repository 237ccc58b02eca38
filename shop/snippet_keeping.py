"""The house's snippets: what staff read, write and put into a reply with its values filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shop.access import Permission, Staff, require
from shop.appointments import Appointment, AppointmentState
from shop.clients import Client
from shop.conversations import Author, Conversation, Message
from shop.desk_reading import client_behind, handed_over
from shop.errors import BadInput, NotFound
from shop.figures import money, written
from shop.ids import new_id
from shop.language import Bilingual, Lang
from shop.ports import DESK, Clock, Store, Work
from shop.products import Catalogue
from shop.salons import SalonBook
from shop.snippets import Filled, HouseSnippet, Snippet, checked, filled


class SnippetKeeping:
    def __init__(self, store: Store, clock: Clock, salons: SalonBook, catalogue: Catalogue) -> None:
        self._store, self._clock = store, clock
        self._salons, self._catalogue = salons, catalogue

    def all(self, staff: Staff) -> list[Snippet]:
        """By name."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.read() as work:
            return work.snippets.all()

    def save(self, staff: Staff, name: str, text: Bilingual, snippet_id: str = "") -> Snippet:
        """A new one, or another wording of one. Raises BadInput, UnknownVariable, NotFound."""
        require(staff, Permission.SERVE_CLIENTS)
        name, text = checked(name, text)
        with self._store.begin() as work:
            work.alone("snippets")
            if snippet_id:
                _still_there(work, snippet_id)
            _require_own_name(work, name, snippet_id)
            snippet = Snippet(snippet_id or new_id(), name, text, self._clock(), staff.name)
            work.snippets.put(snippet)
            work.record(staff.actor, "save snippet", snippet.id, (DESK,))
        return snippet

    def remove(self, staff: Staff, snippet_id: str) -> None:
        """Harmless when it is gone."""
        require(staff, Permission.SERVE_CLIENTS)
        with self._store.begin() as work:
            work.snippets.remove(snippet_id, self._clock())
            work.record(staff.actor, "remove snippet", snippet_id, (DESK,))

    def furnish(self, of_the_house: Sequence[HouseSnippet]) -> int:
        """Take in those that were never here, and how many; what staff changed stays as it is."""
        with self._store.begin() as work:
            work.alone("snippets")
            known = work.snippets.known()
            new = [each for each in of_the_house if each.id not in known]
            for each in new:
                work.snippets.put(Snippet(each.id, *checked(each.name, each.text), self._clock()))
        return len(new)

    def for_reply(
        self, staff: Staff, conversation_id: str, snippet_id: str, pieces: Sequence[str] = ()
    ) -> Filled:
        """In the language the client writes, with what is known of her, of `pieces`, of us.

        Raises NotFound.
        """
        with self._store.read() as work:
            conversation = handed_over(work, staff, conversation_id)
            snippet = _still_there(work, snippet_id)
            said = work.messages.of(conversation_id)
            lang = language_of_client(conversation, said)
            values = self._values(work, staff, conversation, said, pieces=pieces, lang=lang)
        return filled(snippet.text.in_(lang), lang, values)

    def _values(
        self,
        work: Work,
        staff: Staff,
        conversation: Conversation,
        said: Sequence[Message],
        *,
        pieces: Sequence[str],
        lang: Lang,
    ) -> dict[str, str]:
        client = client_behind(work, conversation)
        values = {"me": staff.name, **self._of_pieces(pieces or _shown_last(said), lang)}
        if client is not None:
            values |= {"client": client.name, **self._of_visit(work, client, lang)}
        return values

    def _of_pieces(self, ids: Sequence[str], lang: Lang) -> dict[str, str]:
        """Their names; the price where there is one piece."""
        pieces = [piece for piece in self._catalogue.all() if piece.id in ids]
        if not pieces:
            return {}
        joint = "、" if lang == "zh" else ", "
        names = {"piece": joint.join(piece.name for piece in pieces)}
        if len(pieces) > 1:
            return names
        return {**names, "price": money(pieces[0].price_rmb, lang)}

    def _of_visit(self, work: Work, client: Client, lang: Lang) -> dict[str, str]:
        """Salon and time, on the salon's own clock, of her next appointment."""
        now = self._clock()
        ahead = [a for a in work.appointments.of_client(client.id, now) if _is_ahead(a, now)]
        if not ahead:
            return {}
        visit = min(ahead, key=lambda appointment: appointment.starts_at)
        try:
            salon = self._salons.get(visit.salon)
        except BadInput:  # a salon that the house no longer has
            return {}
        at = visit.starts_at.astimezone(salon.zone).replace(tzinfo=None).isoformat()
        return {"salon": salon.name.in_(lang), "visit": written("{at:day}", lang, {"at": at})}


def language_of_client(conversation: Conversation, said: Sequence[Message]) -> Lang:
    """That of her last message; before the first, that of the conversation."""
    hers = [message.lang for message in said if message.author is Author.SHOPPER]
    return hers[-1] if hers else conversation.lang


def _shown_last(said: Sequence[Message]) -> Sequence[str]:
    return next((message.cards for message in reversed(said) if message.cards), ())


def _is_ahead(appointment: Appointment, now: datetime) -> bool:
    return appointment.state is AppointmentState.BOOKED and appointment.starts_at > now


def _still_there(work: Work, snippet_id: str) -> Snippet:
    snippet = work.snippets.get(snippet_id)
    if snippet is None:
        raise NotFound("Somebody has removed this snippet meanwhile.")
    return snippet


def _require_own_name(work: Work, name: str, snippet_id: str) -> None:
    for other in work.snippets.all():
        if other.name.casefold() == name.casefold() and other.id != snippet_id:
            raise BadInput("There is a snippet of this name already.")
