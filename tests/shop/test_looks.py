"""Looks: composed by staff, and sent once as a card through the door of replies."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from shop import looks_composing
from shop.access import Role
from shop.clients import Tier
from shop.conversations import Author, DraftKind
from shop.db import SqlStore
from shop.draft_keeping import DraftKeeping
from shop.errors import BadInput, Conflict, NotAllowed, NotFound, Unfilled
from shop.follow_ups import FollowUps
from shop.ids import new_id
from shop.looks import look_in, said, total
from shop.looks_composing import Looks
from shop.products import Catalogue
from shop.reply_drafts import ReplyDraft
from tests.conftest import FrozenClock
from tests.shop.look_scene import CATALOGUE, GRAIN, PIECES, SOIR, Scene, new_request
from tests.shop.people import hire, house_tiers, visitor, welcome


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


@pytest.mark.parametrize("pieces", [(), (SOIR,), (SOIR, SOIR), [p.id for p in CATALOGUE.all()[:7]]])
def test_a_look_has_between_two_and_six_pieces(scene: Scene, pieces: tuple[str, ...]) -> None:
    with pytest.raises(BadInput):
        scene.looks.compose(scene.claire, pieces)


def test_a_look_is_of_pieces_that_the_house_has(scene: Scene) -> None:
    with pytest.raises(NotFound):
        scene.looks.compose(scene.claire, (SOIR, "TV-X99"))
    with pytest.raises(NotFound):
        scene.looks.compose(scene.claire, PIECES, "", "nobody")


def test_an_editor_composes_none(scene: Scene) -> None:
    editor = hire(scene.store, scene.clock, "wen", Role.EDITOR)
    for act in (
        lambda: scene.looks.compose(editor, PIECES),
        lambda: scene.looks.unsent(editor),
        lambda: scene.looks.of_client(editor, scene.client.id),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_look_waits_for_nobody_yet_and_only_who_composed_it_changes_it(scene: Scene) -> None:
    look = scene.looks.compose(scene.claire, PIECES, "A first idea")
    with pytest.raises(NotAllowed):
        scene.looks.change(scene.marc, look.id, (SOIR, GRAIN))
    with pytest.raises(NotAllowed):
        scene.looks.discard(scene.marc, look.id)
    scene.looks.change(scene.claire, look.id, (SOIR, GRAIN), "", scene.client.id)
    [kept] = scene.looks.unsent(scene.marc)
    assert (kept.pieces, kept.note, kept.client_id) == ((SOIR, GRAIN), "", scene.client.id)
    scene.looks.discard(hire(scene.store, scene.clock, "helene", Role.MANAGER), look.id)
    assert scene.looks.unsent(scene.claire) == []


def test_only_the_newest_unsent_looks_are_read_and_all_of_the_client_asked_for(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks_composing, "NEWEST_UNSENT", 3)
    hers, nobodys = [], []
    for _ in range(5):
        scene.clock.advance(seconds=1)
        hers.append(scene.looks.compose(scene.claire, PIECES, "", scene.client.id).id)
        scene.clock.advance(seconds=1)  # of two of one moment, either is the newer
        nobodys.append(scene.looks.compose(scene.claire, PIECES).id)
    newest = [nobodys[4], hers[4], nobodys[3]]
    found = [look.id for look in scene.looks.unsent(scene.marc)]
    assert sorted(found) == sorted(newest)
    found = [look.id for look in scene.looks.unsent(scene.marc, scene.client.id)]
    assert sorted(found) == sorted({*newest, *hers})


def test_it_is_sent_as_one_message_of_a_person_with_its_card(scene: Scene) -> None:
    look = scene.sent()
    [message] = scene.messages()
    assert (message.author, message.staff_name) == (Author.PERSON, "Claire")
    assert message.text == "A look for you: Soir, Cadence and Sillage.\nFor Saturday."
    assert look_in(message.cards) == look.id
    assert look.message_id == message.id
    assert look.composer == "Claire"
    assert scene.hers.shown(scene.lin, scene.talk)[message.id] == look


def test_the_same_request_twice_is_one_message(scene: Scene) -> None:
    look = scene.looks.compose(scene.claire, PIECES)
    first = scene.looks.send(scene.claire, look.id, scene.talk, "r9")
    again = scene.looks.send(scene.claire, look.id, scene.talk, "r9")
    assert first == again
    assert len(scene.messages()) == 1
    assert len([e for e in scene.lines() if e.draft.label == "sent"]) == 1


def test_a_look_is_sent_once(scene: Scene) -> None:
    look = scene.sent()
    with pytest.raises(Conflict):
        scene.looks.send(scene.claire, look.id, scene.talk, "another")
    with pytest.raises(Conflict):
        scene.looks.change(scene.claire, look.id, (SOIR, GRAIN))
    with pytest.raises(Conflict):
        scene.looks.discard(scene.claire, look.id)
    assert len(scene.messages()) == 1


def test_of_many_who_press_at_once_one_message_comes(
    scene: Scene, open_store: Callable[[], SqlStore]
) -> None:
    look = scene.looks.compose(scene.claire, PIECES)
    doors = [Looks(open_store(), scene.clock, CATALOGUE, house_tiers()) for _ in range(3)]

    def press(n: int) -> str:
        try:
            return doors[n % 3].send(scene.claire, look.id, scene.talk, f"press-{n}").id
        except Conflict:
            return ""

    with ThreadPoolExecutor(6) as pool:
        kept = [found for found in pool.map(press, range(6)) if found]
    assert len(kept) == 1
    assert [m.id for m in scene.messages()] == kept


def test_only_who_holds_the_conversation_sends(scene: Scene) -> None:
    look = scene.looks.compose(scene.marc, PIECES)
    with pytest.raises(Conflict):
        scene.looks.send(scene.marc, look.id, scene.talk, "r2")
    scene.desk.give_back(scene.claire, scene.talk)
    with pytest.raises(Conflict):
        scene.looks.send(scene.claire, look.id, scene.talk, "r3")
    assert scene.messages() == []
    assert not scene.looks.get(scene.marc, look.id).is_sent


def test_a_look_for_one_client_goes_to_no_other(scene: Scene) -> None:
    other = welcome(scene.store, scene.clock, Tier.GOLD, "周慕言")
    look = scene.looks.compose(scene.claire, PIECES, "You wore red so well.", other.id)
    with pytest.raises(Conflict, match="another client"):
        scene.looks.send(scene.claire, look.id, scene.talk, "r2")
    nameless = scene.held(visitor())
    with pytest.raises(Conflict, match="another client"):
        scene.looks.send(scene.claire, look.id, nameless, "r3")


def test_sending_keeps_the_promise_of_a_first_reply(scene: Scene) -> None:
    scene.sent()
    [place] = scene.desk.board(scene.claire)
    assert place.handoff.first_reply_at is not None


def test_the_book_says_what_was_sent_by_whom_and_when(scene: Scene) -> None:
    scene.sent()
    [line] = scene.lines()
    [message] = scene.messages()
    assert line.draft.value == "Soir, Cadence and Sillage: For Saturday."
    assert (line.source.said_by, line.source.seq) == ("Claire", message.seq)
    assert line.source.said_at == scene.clock()


def test_the_price_is_the_catalogues(scene: Scene) -> None:
    look = scene.sent()
    assert total(look, CATALOGUE) == 8800 + 6900 + 16800
    fewer = Catalogue(p for p in CATALOGUE.all() if p.id != SOIR)
    assert total(look, fewer) is None


def test_the_words_of_a_look_are_in_the_language_of_the_conversation(scene: Scene) -> None:
    look = scene.sent("周六晚宴")
    assert said(look, CATALOGUE, "zh") == "为您搭配：Soir、Cadence、Sillage。\n周六晚宴"


def test_a_note_that_ai_had_drafted_is_labelled_so(scene: Scene) -> None:
    words = "The Soir would suit your dinner on Saturday, with the Cadence beside it."
    draft = ReplyDraft(
        new_id(), scene.talk, DraftKind.ANSWER, 1, scene.claire.id, scene.clock(), words, "en"
    )
    DraftKeeping(scene.store).keep(scene.claire, draft)
    scene.sent(words)
    scene.sent("See you on Saturday.")
    drafted, own = scene.messages()
    assert (drafted.drafted, own.drafted) == (DraftKind.ANSWER, None)
    with scene.store.read() as work:
        assert [d.message_id for d in work.reply_drafts.of(scene.talk)] == [drafted.id]


def test_a_note_with_a_hole_is_kept_and_not_sent(scene: Scene) -> None:
    look = scene.looks.compose(scene.claire, PIECES, "Dear {client}, for Saturday")
    with pytest.raises(Unfilled):
        scene.looks.send(scene.claire, look.id, scene.talk, new_request())
    assert scene.messages() == []
    assert not scene.looks.get(scene.claire, look.id).is_sent


def test_a_look_does_the_follow_up_that_is_due(scene: Scene) -> None:
    follow_ups = FollowUps(scene.store, scene.clock, house_tiers())
    follow_ups.set(scene.claire, scene.talk, house_tiers().day_of(scene.clock()), "The dinner")
    scene.sent()
    assert follow_ups.of(scene.claire, scene.talk) is None
