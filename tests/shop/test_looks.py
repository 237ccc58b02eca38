"""Looks: composed by staff, sent once as a card through the door of replies, reacted to by her."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from knowledge.house_data import load_products
from shop import looks_composing
from shop.access import Role
from shop.chats import Chats
from shop.client_book import ClientBook, Said
from shop.client_entries import Channel, Draft, Entry, EntryKind
from shop.client_rights import ClientRights
from shop.clients import Tier, Visitor
from shop.conversations import Author, DraftKind, Message
from shop.db import SqlStore
from shop.db.look_tables import look_reactions, looks
from shop.db.tables import journal
from shop.desk import Desk
from shop.draft_keeping import DraftKeeping
from shop.errors import BadInput, Conflict, NotAllowed, NotFound, Unfilled
from shop.follow_ups import FollowUps
from shop.handoffs import Reason
from shop.ids import new_id
from shop.looks import WHOLE, Look, Verdict, look_in, said, total
from shop.looks_composing import Looks
from shop.looks_reacting import LookReactions
from shop.looks_suggesting import LookSuggestions
from shop.pairing import PairingBook
from shop.products import Catalogue
from shop.reply_drafts import ReplyDraft
from shop.retention import KEPT_FOR, Retention
from shop.stock import StockFeed
from tests.conftest import FrozenClock
from tests.shop.house_books import HOUSE, read
from tests.shop.people import hire, house_tiers, visitor, welcome

CATALOGUE = Catalogue(load_products(HOUSE / "products.yaml"))
SILLAGE, GRAIN, SOIR, CADENCE = "TV-B01", "TV-B03", "TV-D01", "TV-S01"
PIECES = (SOIR, CADENCE, SILLAGE)


class Scene:
    """A personal shopper who holds a conversation with a Black client."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.desk, self.chats = Desk(store, clock, house_tiers()), Chats(store, clock)
        self.book = ClientBook(store, clock, house_tiers())
        self.looks, self.hers = (
            Looks(store, clock, CATALOGUE, house_tiers()),
            LookReactions(store, clock, CATALOGUE),
        )
        self.claire, self.marc = hire(store, clock, "claire"), hire(store, clock, "marc")
        self.client = welcome(store, clock, Tier.BLACK)
        self.lin = visitor(self.client)
        self.talk = self.held(self.lin)

    def held(self, who: Visitor) -> str:
        conversation = self.chats.open(who, "en")
        self.chats.say(who, conversation.id, "Something for a dinner?", "r1")
        self.desk.attend(self.claire)
        self.desk.claim(self.claire, self.desk.request(conversation.id, Reason.ASKED).id)
        return conversation.id

    def sent(self, note: str = "For Saturday.") -> Look:
        look = self.looks.compose(self.claire, PIECES, note)
        self.looks.send(self.claire, look.id, self.talk, new_request())
        return self.looks.get(self.claire, look.id)

    def react(self, look: Look, piece: str, verdict: Verdict | None, word: str = "") -> None:
        self.hers.react(self.lin, look.id, piece, verdict, word)

    def lines(self) -> list[Entry]:
        return self.book.file(self.claire, self.client.id).of(EntryKind.LOOK)

    def thoughts(self) -> list[tuple[str, str, str]]:
        drafts = [entry.draft for entry in self.lines() if entry.draft.label != "sent"]
        return [(draft.piece, draft.label, draft.value) for draft in drafts]

    def messages(self) -> list[Message]:
        return [m for m in self.desk.transcript(self.claire, self.talk) if m.cards]


REQUESTS = iter(range(10_000))


def new_request() -> str:
    return f"request-{next(REQUESTS)}"


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


def test_the_price_is_the_catalogues(scene: Scene) -> None:
    look = scene.sent()
    assert total(look, CATALOGUE) == 8800 + 6900 + 16800
    fewer = Catalogue(p for p in CATALOGUE.all() if p.id != SOIR)
    assert total(look, fewer) is None


def test_the_words_of_a_look_are_in_the_language_of_the_conversation(scene: Scene) -> None:
    look = scene.sent("周六晚宴")
    assert said(look, CATALOGUE, "zh") == "为您搭配：Soir、Cadence、Sillage。\n周六晚宴"


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
