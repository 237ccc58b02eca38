"""Rule-books for staff: forms compute what the rule-books say, and never guess what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from agents.copilot.known_sizes import known_sizes
from agents.copilot.rule_desk import FORMS, RuleDesk
from shop.clients import Client, Tier
from shop.conversations import Conversation, Holder
from shop.errors import BadInput
from tests.agents.house import books, words

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
BOUGHT = {"purchased": "2026-01-02", "sizes_by": "2"}
TALK = Conversation("c", "v", None, "en", Holder.PERSON, NOON)


@pytest.fixture
def desk() -> RuleDesk:
    return RuleDesk(lambda: books(lambda: NOON), words)


def said(desk: RuleDesk, form: str, values: Mapping[str, str]) -> tuple[str, str, tuple[str, ...]]:
    found = desk.rule(form, values)
    assert found
    return found.say.zh, found.say.en, found.rule


@pytest.mark.parametrize(
    ("form", "values", "english", "rule"),
    [
        ("size", {"piece": "TV-S01", "shoe_system": "foot_cm", "size": "24.2"}, "EU 38.5", "H-L1"),
        ("size", {"piece": "TV-S02", "shoe_system": "eu", "size": "42"}, "Take EU 41", "H-M6"),
        ("size", {"piece": "TV-D01", "waist": "68"}, "IT 44", "H-L3"),
        ("size", {"piece": "TV-D01", "dress_system": "fr", "size": "38"}, "IT 42", "H-L3"),
        ("size", {"piece": "TV-K01", "bust": "87.5"}, "take the larger, M", "H-L5"),
        ("size", {"piece": "TV-J01", "ring_system": "uk", "size": "L½"}, "EU 52", "H-L4"),
        ("size", {"piece": "TV-W01", "wrist_mm": "165"}, "fits", "H-M11"),
        ("plans", {"piece": "TV-B01", "months": "12"}, "1,400", "H-G3"),
        ("plans", {"amount": "5,000", "plan_excluded": "gift_card"}, "gift cards", "H-G4"),
        ("taxes", {"place": "japan"}, "DDP", "H-D1"),
        ("taxes", {"place": "elsewhere"}, "DAP", "H-D1"),
        ("taxes", {"place": "china", "amount": "4000", "goods": "ordinary"}, "RMB 364", "XB-03"),
        ("delivery", {"place": "singapore"}, "72 hours", "H-C2"),
        ("delivery", {"place": "singapore", "uncovered": "exotic"}, "CITES", "H-C3"),
        ("late", {"piece": "TV-B01", "hours_late": "25"}, "RMB 200", "H-C4"),
        ("returns", {"days_since_delivery": "31"}, "30 days", "H-E1"),
        ("returns", {"not_returnable": "engraved"}, "ngraved", "H-E3"),
        ("exchange", {"days_since_delivery": "3"}, "exchange", "H-E4"),
        ("counterfeit", {"piece": "TV-B02"}, "37,800", "H-F2"),
        ("tier", {"spent": "60000", "returned": "15000"}, "Silver", "H-B1"),
        ("tier", {"tier": "black"}, "48", "H-B7"),
        ("birthday", {"amount": "1000", "tier": "gold"}, "50", "H-B3"),
        ("care", {"service": "leather_cleaning", "tier": "gold"}, "340", "H-B8"),
        ("care", {"service": "pearl_restringing"}, "450", "H-I2"),
        ("warranty", {"purchased": "2024-11-22"}, "ended", "H-I4"),
        ("warranty", {"cause": "scratches"}, "cratches", "H-I4"),
        ("resizing", BOUGHT | {"full_eternity": "no", "resized_before": "no"}, "Yes, free", "H-I3"),
        ("gems", {"gem": "pearl", "other_gem": "diamond"}, "iamond", "MAT-51"),
        ("materials", {"measured": "karat", "figure": "18"}, "750", "MAT-40"),
        ("papers", {"piece": "TV-B04"}, "Appendix II", "H-M4"),
    ],
)
def test_a_form_says_what_its_rule_book_says_and_names_the_rule(
    desk: RuleDesk, form: str, values: dict[str, str], english: str, rule: str
) -> None:
    chinese, found, rules = said(desk, form, values)
    assert english in found
    assert rule in rules
    assert chinese != found


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"returns", "warranty", "resizing"}))
def test_an_empty_form_rules_nothing(desk: RuleDesk, form: str) -> None:
    assert desk.rule(form, {}) is None


@pytest.mark.parametrize("figure", ["abc", "1e999", "-4", "NaN"])
def test_a_figure_that_cannot_be_is_refused_and_never_computed_with(
    desk: RuleDesk, figure: str
) -> None:
    with pytest.raises(BadInput):
        desk.rule("size", {"piece": "TV-S01", "shoe_system": "eu", "size": figure})


@pytest.mark.parametrize(
    ("measured", "figure"), [("super", "110.5"), ("bar", "9.9"), ("lens_category", "3.5")]
)
def test_a_figure_is_never_ruled_on_by_a_part_of_it(
    desk: RuleDesk, measured: str, figure: str
) -> None:
    with pytest.raises(BadInput, match=f"{figure} is not a whole number"):
        desk.rule("materials", {"measured": measured, "figure": figure})


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("resizing", BOUGHT),
        ("resizing", BOUGHT | {"full_eternity": "no"}),
        ("resizing", BOUGHT | {"resized_before": "no"}),
        ("exchange", {"days_since_delivery": "3"}),
    ],
)
def test_what_was_not_answered_promises_nothing_free(
    desk: RuleDesk, form: str, values: dict[str, str]
) -> None:
    chinese, english, _ = said(desk, form, values)
    assert "Yes" not in english
    assert "free" in english
    assert not chinese.startswith("可以")


def test_what_cannot_be_free_is_said_whatever_was_not_answered(desk: RuleDesk) -> None:
    assert "Not free" in said(desk, "resizing", BOUGHT | {"sizes_by": "3"})[1]
    assert "No further" in said(desk, "exchange", {"days_since_delivery": "31"})[1]
    answered = {"days_since_delivery": "3", "exchanged_before": "no"}
    assert "Yes" in said(desk, "exchange", answered)[1]


def test_a_choice_that_the_form_does_not_offer_is_refused(desk: RuleDesk) -> None:
    with pytest.raises(BadInput):
        desk.rule("care", {"service": "polishing"})


@pytest.mark.parametrize(
    ("text", "rule"),
    [("foot 24.2 cm for the Cadence", "H-L1"), ("含税到门吗，寄日本", "H-D1")],
)
def test_a_question_is_read_by_the_recognisers_in_either_language(
    desk: RuleDesk, text: str, rule: str
) -> None:
    found = desk.ask(text, TALK, None)
    assert found
    assert rule in found.rule


def test_a_question_that_no_recogniser_knows_has_no_ruling(desk: RuleDesk) -> None:
    assert desk.ask("what is the weather like", TALK, None) is None


def test_a_question_is_answered_for_the_tier_of_the_client(desk: RuleDesk) -> None:
    gold = Client("g", "Anna", Tier.GOLD)
    found = desk.ask("how much is a leather cleaning?", TALK, gold)
    assert found
    assert "340" in found.say.en


def test_known_sizes_fill_in_the_advice_for_the_piece_they_are_of() -> None:
    lines = ["shoes EU 38.5", "ring EU 52", "bust 84 cm", "wrist 6.5 inch"]
    assert known_sizes("shoe", lines) == {"shoe_system": "eu", "size": "38.5"}
    assert known_sizes("ring", lines) == {"ring_system": "eu", "size": "52"}
    assert known_sizes("dress", lines) == {"bust": "84"}
    assert known_sizes("watch", lines) == {"wrist_mm": "165"}
    assert known_sizes("bag", lines) == {}


def test_a_size_without_its_scale_fills_in_nothing() -> None:
    assert known_sizes("shoe", ["shoes 38"]) == {}
    assert known_sizes("dress", ["EU 38"]) == {}


def test_a_size_and_its_scale_come_from_one_line() -> None:
    assert known_sizes("shoe", ["shoes EU 38.5", "foot 24.9 cm"]) == {
        "shoe_system": "eu", "size": "38.5",
    }  # fmt: skip
