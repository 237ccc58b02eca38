"""The desk as Streamlit runs it; drafts, scrolling and live updates are tested in a browser."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from console.parts.clock import span
from console.parts.desk import promise
from console.parts.desk.wording import proof_reason
from shop.access import Role, Staff
from shop.board import Place, board
from shop.clients import Tier, Visitor
from shop.conversations import Author, Behaviour, Conversation, Holder, Sentence
from shop.handoffs import Handoff, HandoffState, Lane, Reason
from shop.owners import Owners
from shop.proofs import REASONS, ClaimProof, SentenceProof
from shop.turns import Answer
from shop.watch import Watch
from tests.conftest import FrozenClock
from tests.console.conftest import SignIn
from tests.console.pages import button, labels, open_page, shown
from tests.shop.people import house_tiers
from tests.storefront.house import CITATION, QUOTE


def wants_a_person(
    services: Any,
    name: str = "Lin Yue",
    tier: Tier = Tier.BLACK,
    text: str = "My bag got wet",
    ledger: tuple[SentenceProof, ...] = (),
) -> Conversation:
    """A client who asked something, got an answer, and was handed over."""
    client = services.client_accounts.create(name, tier, "en", {"shoes": "EU 38.5"})
    visitor = Visitor(name, client)
    conversation: Conversation = services.chats.open(visitor, "en")
    _, turn = services.chats.say(visitor, conversation.id, text, "first")
    services.turns.begin(turn)
    sentences, cited = (Sentence(QUOTE, (0,)),), (CITATION,)
    answer = Answer(QUOTE, "en", Behaviour.ANSWER, sentences, cited, ("TV-B01",), ledger=ledger)
    services.turns.finish(turn, answer)
    services.desk.request(conversation.id, Reason.STYLING)
    return conversation


def open_desk(conversation: Conversation) -> AppTest:
    return open_page("desk", conversation=conversation.id)


def a_handoff(clock: FrozenClock, **other: Any) -> Handoff:
    known: dict[str, Any] = {
        "id": "h", "conversation_id": "c", "lane": Lane.DEDICATED, "reason": Reason.ASKED,
        "state": HandoffState.WAITING, "created_at": clock(), "due": clock(),
        "note_only": False, "tier": Tier.BLACK,
    }  # fmt: skip
    return Handoff(**(known | other))


def a_place(clock: FrozenClock, **other: Any) -> Place:
    somebody = Staff("s", "claire", "Claire", Role.PERSONAL_SHOPPER)
    return board(somebody, [a_handoff(clock, **other)], frozenset(), clock(), house_tiers())[0]


@pytest.fixture
def claire(sign_in: SignIn) -> Staff:
    return sign_in(Role.PERSONAL_SHOPPER)


def test_staff_read_what_was_drafted_and_why_it_was_not_shown(claire: Staff, staffed: Any) -> None:
    lie = SentenceProof(
        "Use <b>heat</b>.", "openai", "contradicted", False, "yes and no", "heat",
        claims=(ClaimProof("Use heat", "contradicted", "yes and no", "heat"),),
    )  # fmt: skip
    true = SentenceProof(QUOTE, "openai", "supported", True, evidence=("care-lambskin/rain@1",))
    page = open_desk(wants_a_person(staffed, ledger=(true, lie)))
    assert not page.exception
    assert "Proof: 1 of 2 sentences supported" in shown(page)
    assert "Use &lt;b&gt;heat&lt;/b&gt;." in shown(page)
    assert "Yes where the evidence says no, or the reverse: heat" in shown(page)
    assert "care-lambskin/rain@1" in shown(page)


def test_every_reason_of_a_proof_has_words() -> None:
    assert all(proof_reason(why) != why for why in REASONS)


def test_an_editor_does_not_reach_the_desk(sign_in: SignIn, staffed: Any) -> None:
    wants_a_person(staffed)
    sign_in(Role.EDITOR)
    page = open_page("desk")
    assert page.info[0].value == "Your role does not include this page."
    assert "Lin Yue" not in labels(page)


def test_an_empty_queue_says_what_will_appear_and_what_to_do(claire: Staff) -> None:
    page = open_page("desk")
    assert not page.exception
    assert "Nobody is waiting." in shown(page)
    assert "Keep this tab open" in shown(page)


def test_the_queue_shows_who_waits_in_the_order_of_the_promise(claire: Staff, staffed: Any) -> None:
    wants_a_person(staffed, "Anna", Tier.GOLD)
    wants_a_person(staffed, "Lin Yue", Tier.BLACK)
    names = [label for label in labels(open_page("desk")) if label in ("Anna", "Lin Yue")]
    assert names == ["Lin Yue", "Anna"]


def test_a_name_is_no_markdown_in_the_queue(claire: Staff, staffed: Any) -> None:
    wants_a_person(staffed, "[Lin](http://x.y) *Yue*")
    assert r"\[Lin\]\(http\:\/\/x\.y\) \*Yue\*".replace(r"\/", "/") in labels(open_page("desk"))


def test_what_a_client_typed_is_text_and_never_html(claire: Staff, staffed: Any) -> None:
    page = open_desk(wants_a_person(staffed, text="<img src=x onerror=y()> **bold**"))
    assert "&lt;img src=x onerror=y()&gt; **bold**" in shown(page)
    assert "<img" not in shown(page)
    assert not [block for block in page.markdown if "bold" in block.value]


def test_every_message_says_who_wrote_it(claire: Staff, staffed: Any) -> None:
    conversation = wants_a_person(staffed)
    page = open_desk(conversation)
    button(page, "Claim").click().run()
    staffed.desk.reply(claire, conversation.id, "Good afternoon", "r1")
    page.run()
    assert "<b>Client</b>" in shown(page)
    assert "<b>AI advisor (AI-generated)</b>" in shown(page)
    assert f"<b>{claire.name}</b>" in shown(page)


def test_an_answers_source_opens_in_place(claire: Staff, staffed: Any) -> None:
    page = open_desk(wants_a_person(staffed))
    assert '<details class="mq-source"' in shown(page)
    assert f"<mark>{QUOTE}</mark>" in shown(page)


def test_what_the_model_used_is_among_the_facts_once_it_used_any(
    claire: Staff, staffed: Any
) -> None:
    conversation = wants_a_person(staffed)
    assert "Used by the model" not in shown(open_desk(conversation))
    with staffed.store.begin() as work:
        work.conversations.spend(conversation.id, 1200, 34)
    assert "1,234 tokens" in shown(open_desk(conversation))


def test_the_brief_links_its_lines_to_messages_that_are_there(claire: Staff, staffed: Any) -> None:
    page = shown(open_desk(wants_a_person(staffed)))
    assert "Mood" not in page  # what was not said has no line
    assert '<a href="#message-1"' in page
    assert 'id="message-1"' in page
    assert "EU 38.5" in page
    assert "Sillage" in page


def test_who_claims_may_reply_give_back_and_close(claire: Staff, staffed: Any) -> None:
    conversation = wants_a_person(staffed)
    page = open_desk(conversation)
    assert "Close the conversation" not in labels(page)
    button(page, "Claim").click().run()
    assert staffed.desk.conversation(claire, conversation.id).staff_id == claire.id
    assert "Claim" not in labels(page)
    assert {"Give back to the advisor", "Close the conversation"} <= set(labels(page))


def test_who_claims_second_reads_who_was_first(
    claire: Staff, staffed: Any, sign_in: SignIn
) -> None:
    conversation = wants_a_person(staffed)
    page = open_desk(conversation)
    manager = sign_in(Role.MANAGER)
    waiting = staffed.desk.queue(manager)[0]
    staffed.desk.claim(manager, waiting.id)
    sign_in(Role.PERSONAL_SHOPPER)
    button(page, "Claim").click().run()
    assert not page.exception
    assert f"{manager.name} was first and has this client now." in shown(page)
    assert "Close the conversation" not in labels(page)


def test_giving_back_hands_the_client_to_the_advisor(claire: Staff, staffed: Any) -> None:
    conversation = wants_a_person(staffed)
    page = open_desk(conversation)
    button(page, "Claim").click().run()
    button(page, "Give back to the advisor").click().run()
    assert staffed.desk.conversation(claire, conversation.id).holder is Holder.ADVISOR
    assert "The advisor has this conversation." in shown(page)


def test_nothing_is_closed_without_an_outcome(claire: Staff, staffed: Any) -> None:
    conversation = wants_a_person(staffed)
    page = open_desk(conversation)
    button(page, "Claim").click().run()
    assert button(page, "Close the conversation").disabled
    next(r for r in page.radio if r.label == "What came of it").set_value("answered").run()
    button(page, "Close the conversation").click().run()
    assert staffed.desk.conversation(claire, conversation.id).holder is Holder.CLOSED


def send_twice_then_after_losing_it(conversation_id: str) -> None:
    from console.parts.desk import actions
    from console.session import staff_here
    from shop.access import Permission

    services, staff = staff_here(Permission.SERVE_CLIENTS)
    desk = services.desk
    kept = []
    for request_id in ("one", "one"):
        actions.reply(desk, staff, conversation_id, "Good afternoon", request_id)
        kept.append(actions.last_reply().kept)  # type: ignore[union-attr]  # just replied
    desk.give_back(staff, conversation_id)
    actions.reply(desk, staff, conversation_id, "Too late", "two")
    kept.append(actions.last_reply().kept)  # type: ignore[union-attr]  # just replied
    import streamlit as st

    st.session_state["seen"] = (kept, actions.trouble(conversation_id))


def test_a_reply_sent_twice_is_one_message_and_a_refused_one_is_explained(
    claire: Staff, staffed: Any
) -> None:
    conversation = wants_a_person(staffed)
    staffed.desk.claim(claire, staffed.desk.queue(claire)[0].id)
    page = AppTest.from_function(send_twice_then_after_losing_it, args=(conversation.id,)).run()
    assert not page.exception
    kept, trouble = page.session_state["seen"]
    assert kept == [True, True, False]
    assert trouble.startswith("You no longer hold this conversation.")
    messages = staffed.desk.transcript(claire, conversation.id)
    assert [m.text for m in messages if m.author is Author.PERSON] == ["Good afternoon"]


def test_a_conversation_that_was_never_handed_over_stays_closed_to_staff(
    claire: Staff, staffed: Any
) -> None:
    private = staffed.chats.open(Visitor("v"), "en")
    staffed.chats.say(Visitor("v"), private.id, "my secret wish", "r")
    page = open_desk(private)
    assert not page.exception
    assert "my secret wish" not in shown(page)


def test_the_desk_speaks_chinese(claire: Staff, staffed: Any) -> None:
    wants_a_person(staffed)
    page = AppTest.from_file("../../console/pages/desk.py", default_timeout=20)
    page.context["locale"] = "zh-CN"
    page.run()
    assert "等候中" in shown(page)


@pytest.mark.parametrize(
    ("left", "words"), [(600, "10 min left"), (-600, "10 min late"), (7500, "2 h 5 min left")]
)
def test_a_promise_is_told_by_what_is_left_of_it(clock: FrozenClock, left: int, words: str) -> None:
    place = a_place(clock, due=clock() + timedelta(seconds=left))
    assert promise.in_words(place, clock()) == words


def test_a_promise_that_is_nearly_over_is_marked(clock: FrozenClock) -> None:
    soon = a_place(clock, due=clock() + timedelta(seconds=60))
    later = a_place(clock, due=clock() + timedelta(seconds=600))
    assert "mq-pressing" in promise.as_html(soon, clock())
    assert "mq-pressing" not in promise.as_html(later, clock())
    assert (promise.mark(soon), promise.mark(later)) == ("Due soon", "")


def test_what_was_escalated_says_so(clock: FrozenClock) -> None:
    assert promise.mark(a_place(clock, escalated_at=clock())) == "Escalated"


def test_what_somebody_has_taken_up_is_escalated_no_more(clock: FrozenClock) -> None:
    taken = a_place(clock, escalated_at=clock(), state=HandoffState.CLAIMED, staff_id="s")
    assert promise.mark(taken) != "Escalated"


def test_the_queue_counts_and_marks_what_was_escalated(
    claire: Staff, staffed: Any, clock: FrozenClock
) -> None:
    wants_a_person(staffed)
    assert "mq-escalated" not in shown(open_page("desk"))
    clock.advance(minutes=30)
    assert Watch(staffed.store, clock, staffed.tiers).tick()
    page = open_page("desk")
    assert '<span>1</span><span class="mq-escalated">1 escalated</span>' in shown(page)
    assert '<span class="mq-hurry mq-escalated">Escalated</span>' in shown(page)


def test_who_holds_a_client_reads_by_when_she_owes_an_answer(clock: FrozenClock) -> None:
    known = {"state": HandoffState.CLAIMED, "claimed_at": clock(), "first_reply_at": clock()}
    assert promise.in_words(a_place(clock, **known), clock()) == "with you"
    owed = a_place(clock, owed_since=clock(), **known)
    assert promise.in_words(owed, clock()) == "answer within 15 min"


def test_the_exact_time_of_a_promise_is_there_to_hover_over(clock: FrozenClock) -> None:
    assert 'title="Promised by 2026-11-23 12:00 CST"' in promise.as_html(a_place(clock), clock())


def test_a_note_says_when_the_desk_opens(clock: FrozenClock) -> None:
    note = a_place(clock, note_only=True, due=clock() + timedelta(hours=9))
    assert promise.in_words(note, clock()) == "opens in 9 h 0 min"


def test_whose_client_she_is_stands_in_the_queue(claire: Staff, staffed: Any) -> None:
    conversation = wants_a_person(staffed)
    manager = next(s for s in staffed.staff_accounts.all() if s.role is Role.MANAGER)
    client = staffed.desk.client_of(claire, conversation.id)
    owners = Owners(staffed.store, staffed.desk._clock)
    owners.name(manager, client.id, manager.id, claire.id, reason="Knows her")
    staffed.desk.attend(manager)
    page = open_desk(conversation)
    assert not page.exception
    assert f"for {manager.name} until 12:05" in shown(page)
    assert button(page, "Claim").disabled
    assert f"{manager.name}, covered by {claire.name}" in shown(page)


def test_a_client_is_passed_on_to_a_colleague_who_is_there(
    claire: Staff, staffed: Any, sign_in: SignIn
) -> None:
    conversation = wants_a_person(staffed)
    page = open_desk(conversation)
    button(page, "Claim").click().run()
    assert "No colleague is at the desk just now." in shown(page)
    manager = next(s for s in staffed.staff_accounts.all() if s.role is Role.MANAGER)
    staffed.desk.attend(manager)
    page.run()
    button(page, "Pass this client on").click().run()
    assert "Say in a few words why." in shown(page)
    next(i for i in page.text_input if i.label.startswith("Why")).set_value("knows rings")
    button(page, "Pass this client on").click().run()
    assert not page.exception
    assert staffed.desk.conversation(claire, conversation.id).staff_id == manager.id
    assert "has passed the conversation to" in shown(page)
    assert "(knows rings)" in shown(page)


def test_an_open_desk_counts_as_being_there(claire: Staff, staffed: Any) -> None:
    manager = next(s for s in staffed.staff_accounts.all() if s.role is Role.MANAGER)
    assert staffed.desk.colleagues(manager) == []
    open_page("desk")
    assert staffed.desk.colleagues(manager) == [claire]


def test_no_length_of_time_is_nothing() -> None:
    assert span(3) == "1 min"
