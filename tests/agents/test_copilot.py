"""The copilot drafts as the advisor answers, and leaves no trace but the draft."""

from __future__ import annotations

import pytest

from agents.meter import Meter
from shop.conversations import Author, Behaviour, Holder
from shop.errors import Conflict
from shop.ports import desk_topic
from tests.agents.her_desk import AtHerDesk
from tests.agents.house import House, Talk
from tests.shop.people import hire


@pytest.fixture
def desk(house: House) -> AtHerDesk:
    return AtHerDesk(house)


def test_a_draft_is_what_the_advisor_would_answer(house: House) -> None:
    told = Talk(house).read("my lambskin bag got wet")
    desk = AtHerDesk(house)
    desk.says("my lambskin bag got wet")
    draft = desk.drafted().draft
    assert draft
    assert draft.text
    assert draft.text in told
    assert draft.citations
    assert {proof.outcome for proof in draft.ledger} == {"supported"}


def test_a_draft_changes_nothing_that_the_client_sees(desk: AtHerDesk) -> None:
    desk.says("my lambskin bag got wet", "I want to complain to a person")
    before = desk.talk.messages()
    desk.drafted()
    assert desk.talk.messages() == before
    conversation = desk.house.desk.conversation(desk.claire, desk.talk.id)
    assert (conversation.holder, conversation.staff_id) == (Holder.PERSON, desk.claire.id)
    assert set(desk.rung) == {desk_topic(desk.claire.id)}


def test_nothing_is_begun_before_somebody_asks(desk: AtHerDesk) -> None:
    desk.says("my lambskin bag got wet")
    state = desk.copilot.state(desk.claire, desk.talk.id)
    assert (state.draft, state.under_way) == (None, False)
    assert desk.copilot._errands._workers._threads == set()


def test_what_nobody_wrote_down_is_not_drafted_and_the_nearest_passages_are_named(
    desk: AtHerDesk,
) -> None:
    desk.says("zzz qqq vvv")
    draft = desk.drafted().draft
    assert draft
    assert draft.text == ""
    assert draft.behaviour is not Behaviour.ANSWER
    assert draft.nearest


def test_several_open_messages_make_one_draft(desk: AtHerDesk) -> None:
    desk.says("my lambskin bag got wet", "zzz qqq vvv")
    draft = desk.drafted().draft
    assert draft
    assert draft.text
    hers = [m.seq for m in desk.talk.messages() if m.author is Author.SHOPPER]
    assert draft.answers == hers[-1]


def test_a_draft_is_for_her_messages_as_they_stand(desk: AtHerDesk) -> None:
    desk.says("my lambskin bag got wet")
    assert desk.drafted().draft
    desk.says("and when it snows?")
    assert desk.copilot.state(desk.claire, desk.talk.id).draft is None


def test_who_does_not_have_the_client_gets_no_draft(desk: AtHerDesk) -> None:
    marc = hire(desk.house.store, desk.house.clock, "marc")
    with pytest.raises(Conflict):
        desk.copilot.draft(marc, desk.talk.id)


def test_a_draft_that_fails_says_so_and_can_be_asked_for_again(desk: AtHerDesk) -> None:
    desk.says("my lambskin bag got wet")
    working = desk.copilot._drafting

    class Broken:
        def draft(self, talk: object, meter: Meter) -> None:
            meter.count(5, 2)
            raise RuntimeError("the index is gone")

    desk.copilot._drafting = Broken()  # type: ignore[assignment]
    assert desk.drafted().failed
    assert desk.house.desk.conversation(desk.claire, desk.talk.id).tokens == 7
    desk.copilot._drafting = working
    assert desk.drafted().draft


def test_a_draft_that_failed_a_colleague_is_not_hers(desk: AtHerDesk) -> None:
    marc = hire(desk.house.store, desk.house.clock, "marc")
    desk.house.desk.attend(marc)
    desk.says("my lambskin bag got wet")
    desk.copilot._drafting = None  # type: ignore[assignment]
    assert desk.drafted().failed
    desk.house.desk.transfer(desk.claire, desk.talk.id, marc.id, "knows her bag")
    state = desk.copilot.state(marc, desk.talk.id)
    assert state.answers
    assert not state.failed
