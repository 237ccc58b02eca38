from __future__ import annotations

from dataclasses import replace

import pytest

from agents.briefing import Brief, Key, brief
from shop.clients import Client, Tier
from shop.conversations import Author, Behaviour, Message
from tests.agents.asked import message
from tests.agents.house import catalogue

CLIENT = Client("c1", "林若澜", Tier.BLACK, "zh", {"shoes": "EU 38.5", "ring": "52"})
PIECE, OTHER = catalogue().all()[:2]


def said(text: str, seq: int) -> Message:
    return message(text, seq)


def answered(
    text: str, seq: int, behaviour: Behaviour = Behaviour.ANSWER, cards: tuple[str, ...] = ()
) -> Message:
    return replace(message(text, seq, Author.ADVISOR), behaviour=behaviour, cards=cards)


def lines(made: Brief, key: Key) -> list[tuple[str, tuple[int, ...]]]:
    return [(line.text, line.seqs) for line in made.of(key)]


def test_the_client_s_record_comes_first_and_rests_on_no_message() -> None:
    made = brief(CLIENT, [], catalogue())
    assert [(line.key, line.text) for line in made.lines] == [
        ("client", "林若澜"), ("tier", "black"),
        ("known_size", "shoes: EU 38.5"), ("known_size", "ring: 52"),
    ]  # fmt: skip
    assert all(line.seqs == () for line in made.lines)


def test_of_an_anonymous_shopper_only_what_was_said_is_known() -> None:
    made = brief(None, [said("can it get wet?", 1)], catalogue())
    assert {line.key for line in made.lines} == {"language", "open_question"}


def test_the_language_is_the_one_she_wrote_last() -> None:
    made = brief(None, [said("can it get wet?", 1), said("可以沾水吗", 2)], catalogue())
    assert lines(made, "language") == [("zh", (2,))]


def test_each_question_is_paired_with_what_became_of_it() -> None:
    made = brief(
        CLIENT,
        [
            answered("Hello, I am software.", 1),
            said("how long is the return window", 2),
            answered("30 days.", 3),
            said("is there a cloakroom", 4),
            answered("I don't know.", 5, Behaviour.ABSTAIN),
            said("a person please", 6),
            answered("I have passed this on.", 7, Behaviour.HANDOFF),
            said("are you there?", 8),
        ],
        catalogue(),
    )
    assert lines(made, "asked") == [("how long is the return window", (2,))]
    assert lines(made, "answered") == [("30 days.", (3,))]
    assert lines(made, "not_answered") == [("is there a cloakroom", (4, 5))]
    assert lines(made, "reason") == [("a person please", (6, 7))]
    assert lines(made, "open_question") == [("are you there?", (8,))]


def test_what_a_person_answered_is_no_open_question() -> None:
    reply = replace(message("Yes, madam.", 2, Author.PERSON), staff_name="Claire")
    made = brief(CLIENT, [said("is it in the shop?", 1), reply], catalogue())
    assert lines(made, "open_question") == []
    assert lines(made, "answered") == [("Yes, madam.", (2,))]


def test_a_notice_answers_nothing() -> None:
    joined = message("Claire has joined.", 2, Author.NOTICE)
    made = brief(CLIENT, [said("is it in the shop?", 1), joined], catalogue())
    assert lines(made, "open_question") == [("is it in the shop?", (1,))]


def test_pieces_are_named_once_with_every_message_that_speaks_of_them() -> None:
    made = brief(
        CLIENT,
        [
            said(f"the {PIECE.name}?", 1),
            answered("It is soft.", 2, cards=(PIECE.id, OTHER.id)),
            said(f"and the {PIECE.name} in red?", 3),
        ],
        catalogue(),
    )
    assert lines(made, "piece") == [(PIECE.id, (1, 2, 3)), (OTHER.id, (2,))]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("I wear EU 38.5", ["EU 38.5"]),
        ("我穿欧码38", ["欧码38"]),
        ("欧码38半", ["欧码38半"]),
        ("脚长24.5，胸围88", ["脚长24.5", "胸围88"]),
        ("my foot: 24.5 cm", ["foot: 24.5 cm"]),
        ("bust is 88 and waist 68", ["bust is 88", "waist 68"]),
        ("UK 6 or US 8½", ["UK 6", "US 8½"]),
        ("size 38", ["size 38"]),
        ("a 5 cm scratch since 2026", []),
        ("order 20261123 and iPhone 15", []),
    ],
)
def test_sizes_she_said_are_noted_as_she_said_them(text: str, sizes: list[str]) -> None:
    made = brief(None, [said(text, 1)], catalogue())
    assert lines(made, "size_said") == [(size, (1,)) for size in sizes]


def test_the_advisor_s_figures_are_not_hers() -> None:
    made = brief(None, [answered("EU 38 is 24 cm.", 1)], catalogue())
    assert lines(made, "size_said") == []


def test_long_messages_are_shortened_to_one_line() -> None:
    made = brief(None, [said("word\n" * 500, 1)], catalogue())
    [(text, _)] = lines(made, "open_question")
    assert "\n" not in text
    assert len(text) <= 160
    assert text.endswith("…")
