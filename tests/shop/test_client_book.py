"""What is kept of a client: its source, its consent, its correction and its end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event, select

from shop.access import Role
from shop.casework import Casework
from shop.chats import Chats
from shop.client_book import ClientBook, Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.client_rights import ClientRights
from shop.client_segments import Segment, Wanted
from shop.clients import Tier, Visitor
from shop.db import SqlStore
from shop.db.tables import journal
from shop.desk import Desk
from shop.errors import BadInput, Conflict, NotAllowed, NotFound
from shop.handoffs import Reason
from shop.owners import Owners
from shop.stock import StockFeed, StockLine
from tests.conftest import FrozenClock
from tests.shop.people import hire, house_tiers, visitor, welcome

KIND = EntryKind


class Scene:
    """A personal shopper with the book before her, and a Black client."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.feed: StockFeed | None = None
        self.book = ClientBook(store, clock, house_tiers(), lambda: self.feed)
        self.rights = ClientRights(store, clock, house_tiers())
        self.desk = Desk(store, clock, house_tiers())
        self.claire = hire(store, clock, "claire")
        self.helene = hire(store, clock, "helene", Role.MANAGER)
        self.client = welcome(store, clock, Tier.BLACK)

    def keep(self, kind: EntryKind, value: str = "", label: str = "", **other: object) -> str:
        said = Said(Channel.PHONE, self.client.name)
        draft = Draft(kind, value, label, **other)  # type: ignore[arg-type]  # the test's own
        return self.book.keep(self.claire, self.client.id, draft, said).id

    def agree(self, purpose: str, answer: str = "given") -> None:
        self.keep(KIND.CONSENT, answer, purpose)

    def values(self, *kinds: EntryKind) -> list[str]:
        return [e.draft.value for e in self.book.file(self.claire, self.client.id).of(*kinds)]

    def why(self) -> list[str]:
        return [r.kind.value for r in self.book.file(self.claire, self.client.id).reasons]

    def talk(self, claim: bool = True, who: Visitor | None = None) -> str:
        """A conversation about a size, handed over."""
        chats, who = Chats(self.store, self.clock), who or visitor(self.client)
        conversation = chats.open(who, "zh")
        chats.say(who, conversation.id, "我的鞋是 EU 39", "r1")
        handoff = self.desk.request(conversation.id, Reason.ASKED)
        if claim:
            self.desk.attend(self.claire)
            self.desk.claim(self.claire, handoff.id)
        return conversation.id


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def test_every_line_says_who_said_it_when_and_where(scene: Scene, clock: FrozenClock) -> None:
    scene.keep(KIND.PREFERENCE, "soft leather, no logos")
    [line] = scene.book.file(scene.claire, scene.client.id).of(KIND.PREFERENCE)
    assert (line.source.channel, line.source.said_by) == (Channel.PHONE, "林若澜")
    assert (line.source.said_at, line.kept_at, line.kept_by) == (clock(), clock(), "Claire")
    for said in (Said(Channel.PHONE, " "), Said(Channel.CHAT, "林若澜")):
        with pytest.raises(BadInput):
            scene.book.keep(scene.claire, scene.client.id, Draft(KIND.PREFERENCE, "red"), said)
    tomorrow = Said(Channel.SALON, "林若澜", clock() + timedelta(days=1))
    with pytest.raises(BadInput, match="future"):
        scene.book.keep(scene.claire, scene.client.id, Draft(KIND.PREFERENCE, "red"), tomorrow)


def test_sizes_of_her_account_stand_in_the_book_and_follow_it(scene: Scene) -> None:
    [size] = scene.book.file(scene.claire, scene.client.id).of(KIND.SIZE)
    assert (size.draft.label, size.source.channel) == ("shoes", Channel.ACCOUNT)
    said = Said(Channel.SALON, "林若澜")
    draft = Draft(KIND.SIZE, "EU 39", "shoes")
    scene.book.correct(scene.claire, scene.client.id, size.id, draft, said)
    file = scene.book.file(scene.claire, scene.client.id)
    assert [e.draft.value for e in file.of(KIND.SIZE)] == ["EU 39"]
    assert [e.draft.value for e in file.past] == ["EU 38.5"]
    assert file.client.sizes == {"shoes": "EU 39"}


def test_there_is_one_size_of_a_label(scene: Scene) -> None:
    scene.keep(KIND.SIZE, "EU 52", "ring")
    scene.keep(KIND.SIZE, "EU 54", "ring")
    scene.keep(KIND.SIZE, "EU 37", "shoes")
    assert sorted(scene.values(KIND.SIZE)) == ["EU 37", "EU 54"]


def test_what_is_removed_is_gone_with_its_past(scene: Scene) -> None:
    scene.keep(KIND.SIZE, "EU 39", "shoes")
    last = scene.keep(KIND.SIZE, "EU 40", "shoes")
    scene.book.remove(scene.claire, scene.client.id, last)
    file = scene.book.file(scene.claire, scene.client.id)
    assert (file.entries, file.past, file.client.sizes) == ([], [], {})
    with pytest.raises(NotFound):
        scene.book.remove(scene.claire, scene.client.id, last)


def test_a_line_of_somebody_else_is_not_there(scene: Scene) -> None:
    other = welcome(scene.store, scene.clock, Tier.GOLD, "周慕言")
    line = scene.keep(KIND.WISH, "a red bag")
    with pytest.raises(NotFound):
        scene.book.remove(scene.claire, other.id, line)
    with pytest.raises(NotFound):
        scene.book.file(scene.claire, "nobody")


def test_nothing_is_kept_against_her_will(scene: Scene) -> None:
    with pytest.raises(Conflict, match="Allergies"):
        scene.keep(KIND.ALLERGY, "nickel")
    scene.agree("health")
    scene.keep(KIND.ALLERGY, "nickel")
    scene.agree("health", "withdrawn")
    assert scene.values(KIND.ALLERGY) == []
    scene.agree("profile", "withdrawn")
    with pytest.raises(Conflict):
        scene.keep(KIND.PREFERENCE, "red")
    assert scene.values(KIND.CONSENT) == ["withdrawn", "withdrawn"]


@pytest.mark.parametrize(
    "number", ["6222 0212 3456 7890", "11010519491231002X 1", "1101051949123100"]
)
def test_numbers_of_cards_and_papers_are_never_kept(scene: Scene, number: str) -> None:
    with pytest.raises(BadInput):
        scene.keep(KIND.PREFERENCE, f"pays with {number}")


def test_a_message_is_the_source_of_what_was_said_in_a_chat(scene: Scene) -> None:
    talk = scene.talk()
    size = Draft(KIND.SIZE, "EU 39", "shoes")
    kept = scene.book.keep_from_chat(scene.claire, talk, size, 1)
    again = scene.book.keep_from_chat(scene.claire, talk, size, 1)
    assert kept.id == again.id
    assert (kept.source.channel, kept.source.seq) == (Channel.CHAT, 1)
    assert (kept.source.said_by, kept.source.conversation_id) == ("林若澜", talk)
    with pytest.raises(NotFound):
        scene.book.keep_from_chat(scene.claire, talk, size, 99)


def test_a_line_outlives_the_chat_it_came_from(scene: Scene) -> None:
    talk = scene.talk()
    scene.book.keep_from_chat(scene.claire, talk, Draft(KIND.SIZE, "EU 39", "shoes"), 1)
    with scene.store.begin() as work:
        work.conversations.erase(talk)
    [size] = scene.book.file(scene.claire, scene.client.id).of(KIND.SIZE)
    assert (size.draft.value, size.source.said_by) == ("EU 39", "林若澜")
    assert (size.source.conversation_id, size.source.message_id) == (None, None)


def test_what_waits_or_is_nobodys_client_gives_nothing_to_keep(scene: Scene) -> None:
    size = Draft(KIND.SIZE, "EU 39", "shoes")
    with pytest.raises(Conflict, match="Claim"):
        scene.book.keep_from_chat(scene.claire, scene.talk(claim=False), size, 1)
    with pytest.raises(NotFound):
        scene.book.keep_from_chat(scene.claire, scene.talk(who=visitor()), size, 1)


def test_nothing_is_kept_from_a_brief_she_did_not_agree_to(scene: Scene) -> None:
    talk, size = scene.talk(), Draft(KIND.SIZE, "EU 39", "shoes")
    with scene.store.begin() as work:
        work.consents.ask_first(scene.client.id, True, scene.clock())
    with pytest.raises(Conflict, match="agreed"):
        scene.book.keep_from_chat(scene.claire, talk, size, 1)
    with scene.store.begin() as work:
        work.consents.answered(talk, True, scene.clock())
    assert scene.book.keep_from_chat(scene.claire, talk, size, 1)


def test_a_promise_and_a_follow_up_are_reasons_from_their_day_on(scene: Scene) -> None:
    today = scene.book.today
    scene.keep(KIND.PROMISE, "find the red one", day=today + timedelta(days=1))
    follow_up = scene.keep(KIND.FOLLOW_UP, "did the ring fit?", day=today)
    assert scene.why() == ["follow_up"]
    scene.clock.advance(days=1)
    assert scene.why() == ["promised", "follow_up"]
    scene.book.wrote(scene.claire, scene.client.id, follow_up)
    assert scene.why() == ["promised"]
    scene.agree("contact", "withdrawn")
    assert scene.why() == ["promised"], "a promise is kept whatever she says about letters"


def test_an_occasion_is_a_reason_when_it_is_near_and_she_agreed(scene: Scene) -> None:
    day = scene.book.today + timedelta(days=20)
    birthday = scene.keep(
        KIND.OCCASION, "birthday", day=date(1990, day.month, day.day), yearly=True
    )
    assert scene.why() == []
    scene.agree("contact")
    assert scene.why() == ["occasion"]
    scene.book.wrote(scene.claire, scene.client.id, birthday)
    assert scene.why() == []
    scene.clock.advance(days=366)
    assert scene.why() == ["occasion"], "next year it is one again"


def test_a_wish_is_a_reason_while_the_stock_feed_has_the_piece(scene: Scene) -> None:
    scene.agree("contact")
    scene.keep(KIND.WISH, piece="TV-B01")
    assert scene.why() == []
    line = StockLine(piece="TV-B01", quantity=1)
    scene.feed = StockFeed(at=scene.clock(), items=(line,))
    assert scene.why() == ["wish"]
    scene.clock.advance(hours=2)
    assert scene.why() == [], "an old feed is no ground"


def test_free_cleanings_left_are_a_reason_before_the_year_is_over(scene: Scene) -> None:
    scene.agree("contact")
    file = scene.book.file(scene.claire, scene.client.id)
    assert (file.benefits.free_left, file.benefits.free_a_year) == (2, 2)
    assert scene.why() == []
    scene.clock.advance(days=340)
    assert scene.why() == ["benefit"]


def test_her_own_clients_come_before_others_in_what_to_write_today(scene: Scene) -> None:
    scene.keep(KIND.PROMISE, "a photograph")
    mine = welcome(scene.store, scene.clock, Tier.BLACK, "Olivia")
    owners = Owners(scene.store, scene.clock)
    owners.name(scene.helene, mine.id, scene.claire.id, reason="Knows her")
    draft, said = Draft(KIND.FOLLOW_UP, "the gala", day=scene.book.today), Said(Channel.SALON, "O")
    scene.book.keep(scene.claire, mine.id, draft, said)
    names = [card.client.name for card in scene.book.to_write(scene.claire)]
    assert names == ["Olivia", "林若澜"]


def test_clients_are_found_by_words_tier_and_segment(scene: Scene) -> None:
    welcome(scene.store, scene.clock, Tier.GOLD, "Zoé")
    scene.keep(KIND.WISH, "Éclipse in brown")

    def find(**wanted: object) -> list[str]:
        found = scene.book.find(scene.claire, Wanted(**wanted))  # type: ignore[arg-type]
        return sorted(card.client.name for card in found)

    assert find(text="eclipse 若澜") == ["林若澜"]
    assert find(text="zoe") == ["Zoé"]
    assert find(tier=Tier.GOLD) == ["Zoé"]
    assert find(segment=Segment.WISHES) == ["林若澜"]
    assert find(segment=Segment.QUIET) == ["Zoé", "林若澜"]
    assert find(segment=Segment.MINE) == []
    assert find(segment=Segment.NOBODYS) == ["Zoé", "林若澜"]
    assert find(segment=Segment.NO_SIZES) == []


def test_the_list_asks_as_often_for_many_clients_as_for_one(scene: Scene) -> None:
    def asked() -> int:
        said: list[str] = []
        listen = (scene.store.engine, "before_cursor_execute", lambda *call: said.append(call[2]))
        event.listen(*listen)
        cards = scene.book.cards(scene.claire)
        scene.book.find(scene.claire, Wanted(), cards)
        scene.book.to_write(scene.claire, cards)
        event.remove(*listen)
        return len([query for query in said if query.startswith("SELECT")])

    one, owners = asked(), Owners(scene.store, scene.clock)
    for name in ("Zoé", "Olivia", "Mei"):
        client = welcome(scene.store, scene.clock, Tier.BLACK, name)
        owners.name(scene.helene, client.id, scene.claire.id, reason="Knows her")
        draft, said = Draft(KIND.WISH, "Éclipse in brown"), Said(Channel.SALON, name)
        scene.book.keep(scene.claire, client.id, draft, said)
        scene.talk(who=visitor(client))
    assert len(scene.book.cards(scene.claire)) == 4
    assert asked() == one


def test_the_list_gives_each_client_the_reasons_that_her_file_gives(scene: Scene) -> None:
    other = welcome(scene.store, scene.clock, Tier.BLACK, "Zoé")
    for client in (scene.client, other):
        draft, said = Draft(KIND.CONSENT, "given", "contact"), Said(Channel.PHONE, client.name)
        scene.book.keep(scene.claire, client.id, draft, said)
    casework = Casework(scene.store, scene.clock, house_tiers())
    casework.open(scene.claire, {"kind": "cleaning"}, client_id=other.id)
    scene.clock.advance(days=340)
    cards = {card.client.id: card for card in scene.book.cards(scene.claire)}
    for client in (scene.client, other):
        file = scene.book.file(scene.claire, client.id)
        assert cards[client.id].reasons == file.reasons
        assert cards[client.id].entries == file.entries
    assert [cards[of.id].reasons[0].left for of in (scene.client, other)] == [2, 1]
    scene.clock.advance(days=30)
    casework.open(scene.claire, {"kind": "cleaning"}, client_id=other.id)
    scene.clock.advance(days=330)
    cards = {card.client.id: card for card in scene.book.cards(scene.claire)}
    assert cards[other.id].reasons == scene.book.file(scene.claire, other.id).reasons
    assert cards[other.id].reasons[0].left == 1


def test_an_editor_has_no_book_and_only_a_manager_exports_and_erases(scene: Scene) -> None:
    wen = hire(scene.store, scene.clock, "wen", Role.EDITOR)
    with pytest.raises(NotAllowed):
        scene.book.cards(wen)
    for somebody in (wen, scene.claire):
        with pytest.raises(NotAllowed):
            scene.rights.export(somebody, scene.client.id)
        with pytest.raises(NotAllowed):
            scene.rights.erase(somebody, scene.client.id)


def test_a_copy_holds_everything_kept_of_her(scene: Scene) -> None:
    scene.talk()
    scene.keep(KIND.SIZE, "EU 39", "shoes")
    owners = Owners(scene.store, scene.clock)
    owners.name(scene.helene, scene.client.id, scene.claire.id, reason="Speaks her language")
    copy = scene.rights.export(scene.helene, scene.client.id)
    assert copy["client"]["name"] == "林若澜"
    assert copy["conversations"][0]["messages"][0]["text"] == "我的鞋是 EU 39"
    assert copy["book"][0]["draft"]["value"] == "EU 39"
    assert copy["book"][0]["source"]["channel"] == "phone"
    assert copy["book_before"][0]["draft"]["value"] == "EU 38.5"
    assert copy["personal_shoppers_named"][0]["reason"] == "Speaks her language"


def test_what_is_erased_leaves_nothing_but_a_line_without_words(scene: Scene) -> None:
    talk = scene.talk()
    scene.keep(KIND.SIZE, "EU 39", "shoes")
    owners = Owners(scene.store, scene.clock)
    owners.name(scene.helene, scene.client.id, scene.claire.id, reason="Speaks her language")
    with pytest.raises(Conflict, match="people"):
        scene.rights.erase(scene.helene, scene.client.id)
    scene.desk.close(scene.claire, talk, "answered")
    scene.rights.erase(scene.helene, scene.client.id)
    with scene.store.read() as work:
        assert work.clients.get(scene.client.id) is None
        assert work.conversations.get(talk) is None
        assert work.book.of(scene.client.id) == []
        assert work.owners.namings(scene.client.id) == []
    with scene.store.engine.connect() as connection:
        lines = [str(tuple(line)) for line in connection.execute(select(journal))]
    assert "erase client" in lines[-1]
    assert not [line for line in lines if "EU 39" in line or "若澜" in line or "Speaks" in line]
