"""What is suggested to staff while they compose a look."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shop.access import Role
from shop.client_entries import Draft, EntryKind
from shop.db import SqlStore
from shop.errors import NotAllowed
from shop.looks import Verdict
from shop.looks_suggesting import LookSuggestions
from shop.pairing import PairingBook
from shop.stock import StockFeed
from tests.conftest import FrozenClock
from tests.shop.house_books import read
from tests.shop.look_scene import CADENCE, CATALOGUE, GRAIN, SILLAGE, SOIR, Scene
from tests.shop.people import hire, house_tiers


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def suggestions(scene: Scene, feed: StockFeed | None = None) -> LookSuggestions:
    book = read("pairing.yaml", PairingBook)
    return LookSuggestions(
        scene.store,
        scene.clock,
        tiers=house_tiers(),
        catalogue=CATALOGUE,
        book=book,
        stock=lambda: feed,
    )


def feed(scene: Scene, minutes_ago: int) -> StockFeed:
    at = scene.clock() - timedelta(minutes=minutes_ago)
    items = [{"piece": GRAIN, "quantity": 2}, {"piece": SILLAGE, "quantity": 0}]
    return StockFeed.model_validate({"at": at.isoformat(), "items": items})


def test_suggestions_follow_what_she_thought_of_looks(scene: Scene) -> None:
    look, suggest = scene.sent(), suggestions(scene)
    before = suggest.suggest(scene.claire, [SOIR], scene.client.id)
    assert CADENCE in {each.piece.id for each in before.goes_with}
    scene.react(look, CADENCE, Verdict.NOT_FOR_ME)
    scene.react(look, SILLAGE, Verdict.HAS)
    after = suggest.suggest(scene.claire, [SOIR], scene.client.id)
    assert not {CADENCE, SILLAGE} & {each.piece.id for each in after.goes_with}


def test_what_she_just_said_counts_though_the_book_does_not_hold_it(scene: Scene) -> None:
    heard = [Draft(EntryKind.ALLERGY, "nickel")]
    found = suggestions(scene).suggest(scene.claire, [SOIR], scene.client.id, heard=heard)
    assert SILLAGE not in {each.piece.id for each in found.goes_with}


def test_alternatives_claim_stock_only_from_a_fresh_feed(scene: Scene) -> None:
    fresh = suggestions(scene, feed(scene, 10)).suggest(scene.claire, [SILLAGE, SOIR])
    assert [each.piece.id for each in fresh.alternatives[SILLAGE]] == [GRAIN]
    assert fresh.feed_at is not None
    assert fresh.stock[SILLAGE].values["in_stock"] == "no"
    for stale in (feed(scene, 61), None):
        found = suggestions(scene, stale).suggest(scene.claire, [SILLAGE, SOIR])
        assert (found.alternatives[SILLAGE], found.stock, found.feed_at) == ([], {}, None)


def test_suggestions_are_for_staff(scene: Scene) -> None:
    editor = hire(scene.store, scene.clock, "wen", Role.EDITOR)
    with pytest.raises(NotAllowed):
        suggestions(scene).suggest(editor, [SOIR])
