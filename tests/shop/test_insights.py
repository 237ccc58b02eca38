"""Each figure for managers, on a small history made through the services."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from shop.access import Role
from shop.clients import Tier
from shop.conversations import Behaviour
from shop.db import SqlStore
from shop.demand import Kind, OpenQuestion, Signal
from shop.errors import BadInput, Conflict, NotAllowed, NotFound
from shop.handoffs import Reason
from shop.insight_reading import Report
from shop.insight_rows import HandoverRow
from shop.insights import ReasonCount, Share, times
from tests.conftest import FrozenClock
from tests.shop.made_history import MadeHistory
from tests.shop.people import answer, hire, visitor

MINUTE = timedelta(minutes=1)


@pytest.fixture
def made(store: SqlStore, clock: FrozenClock) -> MadeHistory:
    return MadeHistory(store, clock)


def report(made: MadeHistory, days: int = 7, **of: Tier | None) -> Report:
    made.clock.advance(minutes=1)
    return made.insights.of(made.helene, days, **of)


def test_only_a_manager_sees_insights(made: MadeHistory) -> None:
    for role in (Role.PERSONAL_SHOPPER, Role.EDITOR):
        with pytest.raises(NotAllowed):
            made.insights.of(hire(made.store, made.clock, f"a {role}", role), 7)


def test_a_period_is_one_of_those_that_the_kept_history_covers_twice(made: MadeHistory) -> None:
    with pytest.raises(BadInput):
        made.insights.of(made.helene, 90)


def test_nothing_is_a_share_of_nothing(made: MadeHistory) -> None:
    empty = report(made)
    assert empty.is_empty
    assert empty.deflection.alone.ratio is None
    assert empty.satisfaction.mean is None


def test_a_greeting_that_nobody_replied_to_is_no_conversation(made: MadeHistory) -> None:
    made.turns.greet(made.talk().id, answer("Hello, I am software."))
    assert report(made).is_empty


def test_whoever_asked_for_a_person_was_not_served_alone(made: MadeHistory) -> None:
    made.ask(made.talk())
    made.hand_over(made.talk())
    figures = report(made)
    assert figures.deflection.alone == Share(1, 2)
    assert [(day.alone, day.with_people) for day in figures.days][-1] == (1, 1)
    assert len(figures.days) == 8  # from noon to noon touches eight days


def test_thumbs_count_only_where_no_person_was_needed(made: MadeHistory) -> None:
    for helpful in (True, True, False):
        talk = made.talk()
        made.ask(talk, article=f"a{helpful}")
        made.rate(talk, helpful)
    handed = made.talk()
    made.ask(handed)
    made.rate(handed, False)
    made.hand_over(handed)
    assert report(made).deflection.helped == Share(2, 3)


@pytest.mark.parametrize(("hours", "again"), [(23, 1), (25, 0)])
def test_the_same_matter_within_a_day_is_asked_again(
    made: MadeHistory, hours: int, again: int
) -> None:
    talk = made.talk()
    made.ask(talk, "My bag got wet.")
    made.clock.advance(hours=hours)
    made.ask(talk, "Rain on my bag, what now?")
    assert report(made).deflection.asked_again == Share(again, 1)


def test_another_matter_or_another_person_asks_nothing_again(made: MadeHistory) -> None:
    one, other = made.talk(), made.talk()
    made.ask(one, article="care-lambskin")
    made.ask(one, article="care-suede")
    made.ask(other, article="care-lambskin")
    assert report(made).deflection.asked_again == Share(0, 2)


def test_well_means_no_thumb_down_no_repetition_and_no_abstention(made: MadeHistory) -> None:
    good, unsure, poor = made.talk(), made.talk(), made.talk()
    made.ask(good)
    made.ask(unsure, behaviour=Behaviour.ABSTAIN)
    made.ask(poor)
    made.rate(poor, False)
    figures = report(made).deflection
    assert figures.abstained == Share(1, 3)
    assert figures.well == Share(1, 3)


def test_first_reply_and_resolution_are_measured_from_the_asking(made: MadeHistory) -> None:
    for minutes in (5, 10, 30):
        handoff = made.hand_over(made.talk(made.client(Tier.BLACK)))
        made.reply(handoff, minutes)
        made.close(handoff, 20)
    [black] = report(made).service
    assert (black.tier, black.handovers, black.promised_minutes) == (Tier.BLACK, 3, 15)
    assert (black.first_reply.median, black.first_reply.p90) == (10 * MINUTE, 30 * MINUTE)
    assert black.resolution.median == 30 * MINUTE
    assert black.kept == Share(2, 3)


def test_a_promise_is_neither_kept_nor_broken_while_there_is_time(made: MadeHistory) -> None:
    made.hand_over(made.talk(made.client(Tier.BLACK)))
    assert report(made).kept == Share(0, 0)
    made.clock.advance(minutes=15)
    assert report(made).kept == Share(0, 1)


def test_a_note_of_the_night_is_measured_from_the_opening(made: MadeHistory) -> None:
    made.at(datetime(2026, 11, 23, 20, 0, tzinfo=UTC))  # 04:00 in Beijing, open from 09:00
    handoff = made.hand_over(made.talk(made.client(Tier.BLACK)))
    made.at(datetime(2026, 11, 24, 1, 0, tzinfo=UTC))
    made.reply(handoff, 10)
    [black] = report(made).service
    assert black.first_reply.median == 10 * MINUTE
    assert black.kept == Share(1, 1)


def test_a_conversation_she_writes_in_after_the_close_is_reopened(made: MadeHistory) -> None:
    for again in (True, False):
        talk = made.talk()
        handoff = made.hand_over(talk)
        made.reply(handoff, 1)
        made.close(handoff)
        if again:
            made.clock.advance(minutes=5)
            made.ask(talk)
    assert report(made).reopened == Share(1, 2)


def test_reasons_are_counted_beside_those_of_the_period_before(made: MadeHistory) -> None:
    made.hand_over(made.talk(), Reason.COMPLAINT)
    made.clock.advance(days=8)
    made.hand_over(made.talk(), Reason.COMPLAINT)
    made.hand_over(made.talk(), Reason.STYLING)
    made.hand_over(made.talk(), Reason.STYLING)
    assert report(made).reasons == [
        ReasonCount(Reason.STYLING, 2, 0),
        ReasonCount(Reason.COMPLAINT, 1, 1),
    ]


def test_a_tier_is_seen_by_itself(made: MadeHistory) -> None:
    made.ask(made.talk())
    made.hand_over(made.talk(made.client(Tier.BLACK)))
    made.hand_over(made.talk(made.client(Tier.GOLD)))
    black, visitors = report(made, tier=Tier.BLACK), report(made, tier=None)
    assert [each.tier for each in black.service] == [Tier.BLACK]
    assert black.deflection.alone == Share(0, 1)
    assert visitors.deflection.alone == Share(1, 1)
    assert not visitors.service


def test_what_more_conversations_are_about_than_before_rises(made: MadeHistory) -> None:
    made.article("mat-cashmere", "material")
    made.article("ship-72h", "shipping")
    made.ask(made.talk(), article="ship-72h", pieces=("TV-B01",))
    made.ask(made.talk(), article="ship-72h")
    made.clock.advance(days=8)
    for _ in range(3):
        made.ask(made.talk(), article="mat-cashmere", pieces=("TV-B01",))
    for _ in range(2):
        made.ask(made.talk(), article="ship-72h")
    assert report(made).rising == [
        Signal(Kind.MATERIAL, "mat-cashmere", 3, 0),
        Signal(Kind.PIECE, "TV-B01", 3, 1),
    ]


def test_one_client_who_asks_often_is_no_trend(made: MadeHistory) -> None:
    talk = made.talk()
    for _ in range(4):
        made.ask(talk, pieces=("TV-B01",))
    assert report(made).rising == []


def test_an_unanswered_question_is_told_by_the_section_that_says_so(made: MadeHistory) -> None:
    for _ in range(2):
        made.ask(made.talk(), "Is it in blue?", behaviour=Behaviour.ABSTAIN, title="Colours")
    found = report(made).unanswered
    assert found.questions == (OpenQuestion({"en": "Colours"}, "", 2),)
    assert found.untold == 0


def test_words_that_staff_may_not_read_are_counted_and_not_told(made: MadeHistory) -> None:
    def abstain(text: str, handed: bool = False) -> None:
        made.clock.advance(minutes=1)
        talk = made.talk()
        made.ask(talk, text, article="", behaviour=Behaviour.ABSTAIN)
        if handed:
            made.hand_over(talk)

    abstain("A secret of mine?")
    abstain("Do you engrave at home?")
    abstain("do you engrave at home")
    abstain("Who dyes it?", handed=True)
    found = report(made).unanswered
    assert [(each.text, each.times) for each in found.questions] == [
        ("do you engrave at home", 2),
        ("Who dyes it?", 1),
    ]
    assert found.untold == 1


def test_a_score_is_asked_once_a_person_has_closed_and_the_last_press_counts(
    made: MadeHistory,
) -> None:
    talk = made.talk()
    handoff = made.hand_over(talk)
    assert made.satisfaction.of(talk.visitor, talk.id) is None
    with pytest.raises(Conflict):
        made.satisfaction.say(talk.visitor, talk.id, 5)
    made.reply(handoff, 1)
    made.close(handoff)
    for score in (2, 5):
        made.satisfaction.say(talk.visitor, talk.id, score)
    asked = made.satisfaction.of(talk.visitor, talk.id)
    assert asked
    assert asked.score == 5
    figures = report(made).satisfaction
    assert (figures.answered, figures.counts, figures.mean) == (Share(1, 1), (0, 0, 0, 0, 1), 5.0)


def test_a_score_is_hers_to_give_and_between_one_and_five(made: MadeHistory) -> None:
    talk = made.talk()
    handoff = made.hand_over(talk)
    made.reply(handoff, 1)
    made.close(handoff)
    with pytest.raises(NotFound):
        made.satisfaction.say(visitor(), talk.id, 5)
    with pytest.raises(BadInput):
        made.satisfaction.say(talk.visitor, talk.id, 6)


def test_a_score_goes_with_its_conversation(made: MadeHistory) -> None:
    talk = made.talk()
    handoff = made.hand_over(talk)
    made.reply(handoff, 1)
    made.close(handoff)
    made.satisfaction.say(talk.visitor, talk.id, 4)
    with made.store.begin() as work:
        work.conversations.erase(talk.id)
    with made.store.read() as work:
        assert work.scores.of(handoff.id) is None


def test_the_middle_and_the_ninth_of_ten_really_occurred() -> None:
    found = times(n * MINUTE for n in range(1, 11))
    assert (found.count, found.median, found.p90) == (10, 5 * MINUTE, 9 * MINUTE)


def test_rows_hold_no_name() -> None:
    assert not {"name", "client_name", "visitor_id"} & set(HandoverRow.__dataclass_fields__)
