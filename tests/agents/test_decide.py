from __future__ import annotations

from dataclasses import replace

import pytest

from agents import voice
from agents.steps.decide import KNOWN, decide
from agents.turn import Evidence, Plan, Question
from knowledge.passages import Hit, Passage
from shop.clients import Tier
from shop.conversations import Behaviour
from shop.handoffs import Reason
from shop.language import Lang
from tests.agents.house import catalogue
from tests.knowledge.conftest import passage

WET = passage("care", "Blot wet lambskin with a soft cloth.")
RETURNS = passage("returns", "Unworn pieces may be returned within 30 days.")
PRICES = passage("prices", "Postage costs nothing from RMB 2,000.")


def behaving(behaviour: Behaviour, reason: Reason | None = None) -> Passage:
    return replace(
        passage("limits", f"This is to {behaviour}."), behaviour=behaviour, reason=reason
    )


def hit(found: Passage, score: float = KNOWN + 0.2) -> Hit:
    return Hit(found, score, score, 0.0, 0.0)


def asked(text: str = "can lambskin get wet", lang: Lang = "en") -> Question:
    return Question(text, lang, (text,))


def plan(
    question: Question, *hits: Hit, ruled: Evidence | None = None, tier: Tier | None = None
) -> Plan:
    return decide([question], [hits], [[ruled] if ruled else []], tier)


COMPUTED = Evidence(RETURNS, "You have 10 days left.", ("H-E1",))


def test_what_is_found_and_near_is_answered() -> None:
    made = plan(asked(), hit(WET))
    assert made.behaviour is Behaviour.ANSWER
    assert [item.statement for item in made.evidence] == [WET.text]
    assert made.fixed == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("hits", [(), (hit(WET, KNOWN - 0.01),)])
def test_what_is_not_near_enough_is_not_known(lang: Lang, hits: tuple[Hit, ...]) -> None:
    made = plan(asked(lang=lang), *hits)
    assert made.behaviour is Behaviour.ABSTAIN
    assert made.evidence == ()
    assert made.fixed == (voice.UNKNOWN.in_(lang),)


@pytest.mark.parametrize(
    "behaviour", [Behaviour.REFUSE, Behaviour.HANDOFF, Behaviour.CLARIFY, Behaviour.ABSTAIN]
)
def test_a_section_says_how_the_advisor_behaves(behaviour: Behaviour) -> None:
    made = plan(asked(), hit(behaving(behaviour, Reason.COMPLAINT)), hit(WET, KNOWN + 0.1))
    assert made.behaviour is behaviour
    assert len(made.evidence) == 1
    assert made.reason is Reason.COMPLAINT


@pytest.mark.parametrize("behaviour", [Behaviour.REFUSE, Behaviour.HANDOFF, Behaviour.ABSTAIN])
def test_what_is_declined_or_handed_over_need_not_be_as_near_as_an_answer(
    behaviour: Behaviour,
) -> None:
    made = plan(asked(), hit(behaving(behaviour, Reason.COMPLAINT), KNOWN - 0.05))
    assert made.behaviour is behaviour
    assert made.evidence


def test_a_ruling_goes_before_any_passage() -> None:
    assert plan(asked(), hit(WET), ruled=COMPUTED).evidence == (COMPUTED,)


def test_a_ruling_answers_where_nothing_was_found() -> None:
    made = plan(asked(), ruled=COMPUTED)
    assert (made.behaviour, made.evidence) == (Behaviour.ANSWER, (COMPUTED,))


@pytest.mark.parametrize("behaviour", [Behaviour.REFUSE, Behaviour.HANDOFF])
def test_a_ruling_never_goes_before_a_refusal_or_a_person(behaviour: Behaviour) -> None:
    assert plan(asked(), hit(behaving(behaviour)), ruled=COMPUTED).behaviour is behaviour


@pytest.mark.parametrize("text", ["👜", "?!", "。。。", "…", "   "])
def test_a_message_without_a_letter_is_asked_back(text: str) -> None:
    made = plan(asked(text), hit(behaving(Behaviour.HANDOFF)), ruled=COMPUTED)
    assert made == Plan(Behaviour.CLARIFY, fixed=(voice.NOTHING_ASKED.en,))


@pytest.mark.parametrize(
    ("tier", "behaviour"),
    [(Tier.BLACK, Behaviour.HANDOFF), (Tier.GOLD, Behaviour.ANSWER), (None, Behaviour.ANSWER)],
)
def test_only_black_clients_are_handed_over_for_styling(
    tier: Tier | None, behaviour: Behaviour
) -> None:
    styling = hit(behaving(Behaviour.HANDOFF, Reason.STYLING))
    assert plan(asked(), styling, tier=tier).behaviour is behaviour


def test_a_second_passage_is_added_where_it_speaks_of_what_the_first_leaves_out() -> None:
    question = asked("can lambskin get wet and what does postage cost")
    made = plan(question, hit(WET), hit(PRICES, KNOWN + 0.19))
    assert [item.passage for item in made.evidence] == [WET, PRICES]


def test_a_second_passage_that_adds_nothing_is_left_out() -> None:
    made = plan(asked(), hit(WET), hit(RETURNS, KNOWN + 0.19))
    assert [item.passage for item in made.evidence] == [WET]


def test_a_second_passage_that_refuses_is_left_out() -> None:
    refusing = replace(PRICES, behaviour=Behaviour.REFUSE)
    question = asked("can lambskin get wet and what does postage cost")
    assert len(plan(question, hit(WET), hit(refusing, KNOWN + 0.19)).evidence) == 1


def several(*behaviours: Passage | None) -> Plan:
    """A message of two parts that found what is given, the whole finding the first."""
    whole = asked("can lambskin get wet? how long to return it?")
    parts = [asked("can lambskin get wet?"), asked("how long to return it?")]
    hits = [[hit(found)] if found else [] for found in (behaviours[0], *behaviours)]
    return decide([whole, *parts], hits, [[], [], []], None)


def test_each_part_of_a_message_is_answered() -> None:
    assert [item.passage for item in several(WET, RETURNS).evidence] == [WET, RETURNS]


def test_two_parts_with_one_answer_say_it_once() -> None:
    assert [item.passage for item in several(WET, WET).evidence] == [WET]


def test_a_part_that_is_refused_refuses_the_message() -> None:
    assert several(WET, behaving(Behaviour.REFUSE)).behaviour is Behaviour.REFUSE


def test_a_part_that_nobody_knows_leaves_the_other_answered() -> None:
    assert [item.passage for item in several(WET, None).evidence] == [WET]


def test_at_most_three_cards_are_shown_each_once() -> None:
    pieces = catalogue().all()[:4]
    all_named = " ".join(piece.name for piece in pieces)
    made = plan(replace(asked(all_named), pieces=(pieces[0], *pieces)), hit(WET))
    assert made.cards == tuple(piece.id for piece in pieces[:3])


def test_a_name_in_common_is_no_likeness_of_what_is_asked() -> None:
    only_named = Hit(WET, KNOWN + 0.1, 0.3, 0.6, 0.2)
    assert plan(asked("is there a dusty blue Sillage"), only_named).behaviour is Behaviour.ABSTAIN


def test_a_hand_over_shows_no_piece() -> None:
    piece = catalogue().all()[0]
    wish = replace(asked(f"the {piece.name}: let me talk to a person"), pieces=(piece,))
    handed = behaving(Behaviour.HANDOFF, Reason.ASKED)
    assert plan(wish, hit(handed)).cards == ()


def test_a_piece_spoken_of_before_is_shown_only_under_an_answer_of_it() -> None:
    piece = catalogue().all()[0]
    later = replace(asked("is it tax free"), pieces=(piece,), follow_up=True)
    assert plan(later, hit(RETURNS)).cards == ()
    of_it = replace(RETURNS, article=f"product-{piece.name.lower()}", topic="product")
    assert plan(later, hit(of_it)).cards == (piece.id,)


def test_a_faint_likeness_to_a_refusal_yields_to_a_ruling() -> None:
    faint = hit(behaving(Behaviour.REFUSE), KNOWN - 0.01)
    as_like = hit(WET, KNOWN - 0.01)
    assert plan(asked(), faint, as_like, ruled=COMPUTED).evidence == (COMPUTED,)
    assert plan(asked(), faint, ruled=COMPUTED).behaviour is Behaviour.REFUSE


def test_a_refusal_by_likeness_of_the_whole_yields_to_parts_that_are_likelier() -> None:
    whole, *parts = (asked(f"what of it? and this {at}?") for at in range(3))
    refusing = [hit(behaving(Behaviour.REFUSE), KNOWN + 0.1)]
    made = decide([whole, *parts], [refusing, [hit(WET)], [hit(RETURNS)]], [[], [], []], None)
    assert [item.passage for item in made.evidence] == [WET, RETURNS]


def test_a_refusal_that_a_part_shares_or_a_cue_named_stands() -> None:
    whole, *parts = (asked(f"what of it? and this {at}?") for at in range(3))
    refused = hit(behaving(Behaviour.REFUSE), KNOWN + 0.1)
    shared = decide([whole, *parts], [[refused], [hit(WET)], [refused]], [[], [], []], None)
    cued = replace(whole, cue="limits/refuse")
    named = decide([cued, *parts], [[refused], [hit(WET)], [hit(RETURNS)]], [[], [], []], None)
    assert shared.behaviour is named.behaviour is Behaviour.REFUSE


def test_a_second_passage_about_another_material_is_left_out() -> None:
    question = replace(
        asked("can lambskin get wet and what does postage cost"), terms=("lambskin",)
    )
    of_suede = replace(PRICES, about=("suede",))
    assert len(plan(question, hit(WET), hit(of_suede, KNOWN + 0.19)).evidence) == 1
