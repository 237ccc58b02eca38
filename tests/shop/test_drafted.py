"""When what a person sent still counts as drafted by AI, and how the desk keeps it."""

from __future__ import annotations

import pytest

from shop.access import Role, Staff
from shop.chats import Chats
from shop.client_rights import ClientRights
from shop.clients import Tier, Visitor
from shop.conversations import Author, Behaviour, Conversation, DraftKind, Message
from shop.db import SqlStore
from shop.desk import Desk
from shop.draft_keeping import DraftKeeping
from shop.drafted import is_recognised
from shop.errors import Conflict
from shop.handoffs import Reason
from shop.ids import new_id
from shop.reply_drafts import ReplyDraft, unanswered
from tests.conftest import FrozenClock
from tests.shop.house_books import tiers
from tests.shop.people import hire, welcome

DRAFT = (
    "Lambskin is soft and easily scratched, so keep it from rain. If it gets wet, blot it and "
    "never rub. Then dry it with a soft cloth."
)
ZH_DRAFT = "小羊皮娇嫩易刮，请避免淋雨。若被打湿，请吸干水分，切勿擦拭。随后用干软布擦净。"


@pytest.mark.parametrize(
    "sent",
    [
        DRAFT,
        DRAFT.upper(),
        f"Dear Ms Lin, {DRAFT} Yours, Claire",
        DRAFT.replace("soft cloth", "microfibre cloth"),
        "I have spoken to the atelier and they will see you tomorrow at ten with Marc, who knows "
        "your bag well; until then, if it gets wet, blot it and never rub. Please bring the card.",
    ],
)
def test_a_draft_that_is_to_be_recognised_is_drafted_by_ai(sent: str) -> None:
    assert is_recognised(sent, DRAFT)


@pytest.mark.parametrize(
    "sent",
    [
        "I will ask our atelier and write to you tonight.",
        "Let us look at your lambskin bag together in the salon on Friday.",
        "Thank you very much.",
        "不客气，周五见。",
        "!!!",
    ],
)
def test_what_only_shares_names_and_turns_of_phrase_is_her_own(sent: str) -> None:
    assert not is_recognised(sent, DRAFT)
    assert not is_recognised(sent, "")


def test_chinese_drafts_are_recognised_and_chinese_words_of_her_own_are_not() -> None:
    assert is_recognised("林女士您好，" + ZH_DRAFT.replace("切勿擦拭", "不要擦"), ZH_DRAFT)
    assert is_recognised(ZH_DRAFT[:14], ZH_DRAFT)
    assert not is_recognised("我请工坊师傅看过再答复您，今晚八点前联系您。", ZH_DRAFT)


def test_open_messages_are_those_that_nobody_answered() -> None:
    asked = [_said(1), _said(2, Author.ADVISOR, Behaviour.ANSWER), _said(3)]
    given_up = [*asked, _said(4, Author.ADVISOR, Behaviour.HANDOFF), _said(5)]
    assert [m.seq for m in unanswered(given_up)] == [3, 5]
    assert unanswered([*given_up, _said(6, Author.PERSON)]) == ()
    assert [m.seq for m in unanswered([_said(n) for n in range(1, 9)])] == [6, 7, 8]


def _said(seq: int, author: Author = Author.SHOPPER, behaviour: Behaviour | None = None) -> Message:
    at = FrozenClock()()
    return Message(f"m{seq}", "c", seq, author, "words", at, "en", behaviour=behaviour)


class Held:
    """A conversation that Claire has, on each database."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.claire: Staff = hire(store, clock, "claire")
        self.desk, self.keeping = Desk(store, clock, tiers()), DraftKeeping(store)
        client = welcome(store, clock, Tier.BLACK)
        self.chats, self.visitor = Chats(store, clock), Visitor("v", client)
        self.talk: Conversation = self.chats.open(self.visitor, "en")
        asked = self.desk.request(self.talk.id, Reason.ASKED)
        self.desk.claim(self.claire, asked.id)

    def drafts(self, text: str, kind: DraftKind = DraftKind.ANSWER) -> ReplyDraft:
        draft = ReplyDraft(
            new_id(), self.talk.id, kind, 1, self.claire.id, self.clock(), text, "en"
        )
        self.keeping.keep(self.claire, draft)
        return draft


@pytest.fixture
def held(store: SqlStore, clock: FrozenClock) -> Held:
    return Held(store, clock)


def test_a_message_sent_from_a_draft_says_so_and_the_draft_what_it_became(held: Held) -> None:
    draft = held.drafts(DRAFT)
    sent = held.desk.reply(held.claire, held.talk.id, DRAFT, "r")
    own = held.desk.reply(held.claire, held.talk.id, "See you on Friday.", "s")
    with held.store.read() as work:
        kept = {message.id: message.drafted for message in work.messages.of(held.talk.id)}
        assert kept[sent.id] is DraftKind.ANSWER
        assert kept[own.id] is None
        assert [d.message_id for d in work.reply_drafts.of(held.talk.id)] == [sent.id]
    assert draft.message_id is None


def test_a_translation_that_is_sent_is_labelled_as_one(held: Held) -> None:
    held.drafts(ZH_DRAFT, DraftKind.TRANSLATION)
    sent = held.desk.reply(held.claire, held.talk.id, ZH_DRAFT, "r")
    assert sent.drafted is DraftKind.TRANSLATION


def test_a_draft_and_a_translation_in_one_message_are_labelled_as_a_draft(held: Held) -> None:
    held.drafts(DRAFT)
    held.clock.advance(seconds=1)
    held.drafts("We expect you at ten on Friday in our salon.", DraftKind.TRANSLATION)
    both = f"{DRAFT} We expect you at ten on Friday in our salon."
    sent = held.desk.reply(held.claire, held.talk.id, both, "r")
    assert sent.drafted is DraftKind.ANSWER


def test_what_a_draft_cost_is_counted_and_the_client_sees_nothing_of_it(held: Held) -> None:
    before = held.chats.transcript(held.visitor, held.talk.id)
    held.drafts(DRAFT)
    held.keeping.spend(held.claire, held.talk.id, 7, 5)
    talk = held.desk.conversation(held.claire, held.talk.id)
    assert talk.tokens == 12
    assert held.chats.transcript(held.visitor, held.talk.id) == before


def test_only_who_has_the_client_may_have_drafts(held: Held) -> None:
    marc = hire(held.store, held.clock, "marc")
    with pytest.raises(Conflict):
        held.keeping.talk(marc, held.talk.id)
    held.desk.give_back(held.claire, held.talk.id)
    with pytest.raises(Conflict):
        held.drafts(DRAFT)


def test_her_copy_holds_what_was_drafted_about_her_and_not_who_asked(held: Held) -> None:
    held.drafts(DRAFT)
    helene = hire(held.store, held.clock, "helene", Role.MANAGER)
    rights = ClientRights(held.store, held.clock, tiers())
    assert held.talk.client_id
    [talk] = rights.export(helene, held.talk.client_id)["conversations"]
    assert talk["drafts"] == [{"text": DRAFT, "at": "2026-11-23T04:00:00Z"}]


def test_drafts_go_with_their_conversation(held: Held) -> None:
    held.drafts(DRAFT)
    held.desk.reply(held.claire, held.talk.id, DRAFT, "r")
    with held.store.begin() as work:
        work.conversations.erase(held.talk.id)
    with held.store.read() as work:
        assert work.reply_drafts.of(held.talk.id) == []
