"""What the client book says: whom to write to today and why, and who is found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from shop.casework import Casework
from shop.client_book import Said
from shop.client_entries import Channel, Draft
from shop.client_segments import Segment, Wanted
from shop.clients import Tier
from shop.db import SqlStore
from shop.owners import Owners
from shop.stock import StockFeed, StockLine
from tests.conftest import FrozenClock
from tests.shop.book_scene import KIND, Scene
from tests.shop.people import house_tiers, visitor, welcome


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


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
