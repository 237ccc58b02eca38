"""What a client thinks of a look: in her book, in her copy, and gone with her."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from shop.access import Role
from shop.client_book import Said
from shop.client_entries import Channel, Draft, EntryKind
from shop.client_rights import ClientRights
from shop.clients import Tier, Visitor
from shop.db import SqlStore
from shop.db.look_tables import look_reactions, looks
from shop.db.tables import journal
from shop.errors import BadInput, NotFound
from shop.looks import WHOLE, Verdict
from shop.looks_reacting import LookReactions
from shop.retention import KEPT_FOR, Retention
from tests.conftest import FrozenClock
from tests.shop.look_scene import CADENCE, CATALOGUE, GRAIN, PIECES, SOIR, Scene
from tests.shop.people import hire, house_tiers, visitor, welcome


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def test_what_she_thinks_stands_in_the_book_with_source_and_date(scene: Scene) -> None:
    look = scene.sent()
    scene.clock.advance(minutes=5)
    scene.react(look, SOIR, Verdict.LOVES, "that back")
    scene.react(look, WHOLE, Verdict.LOVES)
    assert set(scene.thoughts()) == {
        (SOIR, "loves", "that back"),
        ("", "loves", "Soir, Cadence and Sillage"),
    }
    source = next(line.source for line in scene.lines() if line.draft.piece == SOIR)
    assert (source.said_by, source.channel) == ("林若澜", Channel.CHAT)
    assert source.said_at == scene.clock()
    assert source.message_id == look.message_id


def test_her_last_word_counts_and_takes_the_place_of_the_one_before(scene: Scene) -> None:
    look = scene.sent()
    scene.react(look, SOIR, Verdict.LOVES)
    scene.react(look, SOIR, Verdict.NOT_FOR_ME, "too long")
    assert scene.thoughts() == [(SOIR, "not_for_me", "too long")]
    scene.react(look, SOIR, None)
    assert scene.thoughts() == []
    assert scene.looks.get(scene.claire, look.id).reactions == ()


def test_the_same_reaction_again_changes_nothing_and_rings_nobody(scene: Scene) -> None:
    look = scene.sent()
    scene.react(look, SOIR, Verdict.LOVES)
    before, mark = scene.lines(), scene.store.bell.mark()
    scene.react(look, SOIR, Verdict.LOVES)
    scene.react(look, CADENCE, None)
    assert scene.lines() == before
    assert not scene.store.bell.rang_since(mark, [f"conversation:{scene.talk}"])


def test_a_reaction_rings_the_desk_that_holds_her_and_the_book(scene: Scene) -> None:
    look, mark = scene.sent(), scene.store.bell.mark()
    scene.react(look, SOIR, Verdict.LOVES)
    bell = scene.store.bell
    assert bell.rang_since(mark, [f"conversation:{scene.talk}"])
    assert bell.rang_since(mark, [f"desk:{scene.claire.id}"])
    assert bell.rang_since(mark, ["clients"])
    assert not bell.rang_since(mark, [f"desk:{scene.marc.id}"])


def test_nobody_else_reacts_in_her_place(scene: Scene) -> None:
    look = scene.sent()
    unsent = scene.looks.compose(scene.claire, PIECES)
    for who, which in (
        (visitor(), look.id),
        (Visitor(scene.lin.id), look.id),  # her browser, signed out
        (visitor(welcome(scene.store, scene.clock, Tier.GOLD, "周慕言")), look.id),
        (scene.lin, unsent.id),
        (scene.lin, "no-look"),
    ):
        with pytest.raises(NotFound):
            scene.hers.react(who, which, SOIR, Verdict.LOVES)
    assert scene.looks.get(scene.claire, look.id).reactions == ()


def test_a_piece_that_is_not_in_the_look_cannot_be_reacted_to(scene: Scene) -> None:
    with pytest.raises(NotFound):
        scene.react(scene.sent(), GRAIN, Verdict.LOVES)


def test_numbers_of_cards_are_kept_nowhere(scene: Scene) -> None:
    look = scene.sent()
    with pytest.raises(BadInput, match="Numbers of cards"):
        scene.react(look, SOIR, Verdict.LOVES, "take 6222 0212 3456 7890")
    assert scene.thoughts() == []


def test_two_tabs_at_once_leave_one_reaction_and_one_line(
    scene: Scene, open_store: Callable[[], SqlStore]
) -> None:
    look = scene.sent()
    tabs = [LookReactions(open_store(), scene.clock, CATALOGUE) for _ in range(2)]

    def press(n: int) -> None:
        verdict = Verdict.LOVES if n % 2 else Verdict.NOT_FOR_ME
        tabs[n % 2].react(scene.lin, look.id, SOIR, verdict)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(press, range(8)))
    [reaction] = scene.looks.get(scene.claire, look.id).reactions
    [(piece, label, _)] = scene.thoughts()
    assert (piece, label) == (SOIR, reaction.verdict)


def test_who_wants_nothing_kept_still_reacts_and_the_book_stays_empty(scene: Scene) -> None:
    no = Draft(EntryKind.CONSENT, "withdrawn", "profile")
    scene.book.keep(scene.claire, scene.client.id, no, Said(Channel.PHONE, "林若澜"))
    look = scene.sent()
    scene.react(look, SOIR, Verdict.LOVES)
    assert scene.lines() == []
    [reaction] = scene.looks.get(scene.claire, look.id).reactions
    assert reaction.verdict is Verdict.LOVES


def test_a_visitor_without_account_reacts_as_well(scene: Scene) -> None:
    nobody = visitor()
    talk = scene.held(nobody)
    look = scene.looks.compose(scene.claire, PIECES)
    scene.looks.send(scene.claire, look.id, talk, "r2")
    scene.hers.react(nobody, look.id, SOIR, Verdict.LOVES)
    [seen] = scene.looks.in_conversation(scene.claire, talk).values()
    assert seen.thought_of(SOIR) is not None


def test_staff_see_the_looks_only_of_what_was_handed_over(scene: Scene) -> None:
    conversation = scene.chats.open(visitor(), "en")
    with pytest.raises(NotFound):
        scene.looks.in_conversation(scene.claire, conversation.id)


def test_what_is_left_when_the_chat_is_erased_is_the_line_in_the_book(scene: Scene) -> None:
    look = scene.sent()
    scene.react(look, SOIR, Verdict.LOVES)
    scene.desk.close(scene.claire, scene.talk, "sold")
    scene.clock.advance(days=KEPT_FOR / timedelta(days=1) + 1)
    assert Retention(scene.store, scene.clock).sweep() == 1
    with pytest.raises(NotFound):
        scene.looks.get(scene.claire, look.id)
    assert scene.thoughts() == [(SOIR, "loves", "")]


def test_her_copy_holds_her_looks_and_erasing_her_leaves_none(scene: Scene) -> None:
    look = scene.sent("For her <name>")
    scene.react(look, SOIR, Verdict.LOVES, "that back")
    kept = scene.looks.compose(scene.claire, PIECES, "Next time", scene.client.id)
    helene = hire(scene.store, scene.clock, "helene", Role.MANAGER)
    rights = ClientRights(scene.store, scene.clock, house_tiers())
    copy = rights.export(helene, scene.client.id)["looks"]
    assert {each["note"] for each in copy} == {"For her <name>", "Next time"}
    assert "that back" in str(copy)
    assert not [each for each in copy if {"composed_by", "composer"} & set(each)]
    scene.desk.close(scene.claire, scene.talk, "sold")
    rights.erase(helene, scene.client.id)
    with pytest.raises(NotFound):
        scene.looks.get(scene.claire, kept.id)
    with scene.store.engine.connect() as connection:
        assert connection.execute(select(looks)).all() == []
        assert connection.execute(select(look_reactions)).all() == []
        assert "that back" not in str(connection.execute(select(journal)).all())


def test_what_she_takes_back_goes_with_every_correction_of_it(scene: Scene) -> None:
    look = scene.sent()
    scene.react(look, SOIR, Verdict.LOVES, "that back")
    for words in ("that bare back", "the bare back"):
        [entry] = [each for each in scene.lines() if each.draft.piece == SOIR]
        corrected = replace(entry.draft, value=words)
        said = Said(Channel.PHONE, "Lin")
        scene.book.correct(scene.claire, scene.client.id, entry.id, corrected, said)
    assert scene.thoughts() == [(SOIR, "loves", "the bare back")]
    scene.react(look, SOIR, None)
    assert scene.thoughts() == []
    with scene.store.read() as work:
        assert [e for e in work.book.of(scene.client.id) if e.draft.piece == SOIR] == []
