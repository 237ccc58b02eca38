from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest

from console.parts.chat import words
from shop.conversations import Author, Citation, Message, Sentence

CITATION = Citation("care-lambskin", 3, "rain", "en", "Caring <b>well</b>", "Blot it first.")
SAID = Message(
    id="m1",
    conversation_id="c1",
    seq=2,
    author=Author.SHOPPER,
    text="",
    at=datetime(2026, 11, 23, 4, 0, tzinfo=UTC),
    lang="en",
)
HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '"><svg/onload=alert(1)>',
    "</div></article><h1>House</h1>",
    "&lt;b&gt;twice&lt;/b&gt;",
    "javascript:alert(1)",
]


def nowhere(_citation: Citation) -> None:
    return None


@pytest.mark.parametrize("author", [Author.SHOPPER, Author.PERSON, Author.NOTICE, Author.ADVISOR])
@pytest.mark.parametrize("text", HOSTILE)
def test_what_anybody_typed_is_shown_letter_for_letter(author: Author, text: str) -> None:
    shown = words.as_html(replace(SAID, author=author, text=text, staff_name=text), nowhere)
    assert text in unescape(shown)
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<svg" not in shown
    assert "<h1" not in shown


@pytest.mark.parametrize("text", ["**bold**", "[a](http://b.test)", "# Title", "http://b.test"])
def test_markdown_and_addresses_stay_plain_text(text: str) -> None:
    shown = words.as_html(replace(SAID, text=text), nowhere)
    assert text in shown
    assert "<a " not in shown


def test_a_models_sentence_is_escaped_like_anybodys() -> None:
    answer = replace(SAID, author=Author.ADVISOR, sentences=(Sentence("<b>Care</b>"),))
    assert "&lt;b&gt;Care&lt;/b&gt;" in words.as_html(answer, nowhere)


def test_an_answer_is_labelled_as_generated() -> None:
    answer = replace(SAID, author=Author.ADVISOR, text="Blot it.")
    assert "AI-generated" in words.as_html(answer, nowhere)


def test_a_persons_words_carry_her_name_and_no_such_label() -> None:
    shown = words.as_html(replace(SAID, author=Author.PERSON, staff_name="Claire"), nowhere)
    assert "Claire" in shown
    assert "AI-generated" not in shown


def test_a_source_shows_its_whole_section_with_the_quote_marked() -> None:
    answer = replace(
        SAID,
        author=Author.ADVISOR,
        sentences=(Sentence("Blot it first.", (0,)),),
        citations=(CITATION,),
    )
    shown = words.as_html(answer, lambda _: ("Rain", "Stay calm. Blot it first. Then wait."))
    assert "Stay calm. <mark>Blot it first.</mark> Then wait." in shown
    assert "Caring &lt;b&gt;well&lt;/b&gt;" in shown
    assert "revision 3" in shown


def test_a_source_that_cannot_be_read_any_more_still_shows_its_quote() -> None:
    answer = replace(
        SAID, author=Author.ADVISOR, sentences=(Sentence("x", (0,)),), citations=(CITATION,)
    )
    assert "<mark>Blot it first.</mark>" in words.as_html(answer, nowhere)


def test_chinese_sentences_follow_each_other_without_a_space() -> None:
    sentences = (Sentence("先吸干。"), Sentence("再晾干。"))
    assert words.sentences_html(sentences, (), nowhere, "m1") == "先吸干。再晾干。"


def test_a_message_never_changes_once_said() -> None:
    assert words.as_html(SAID, nowhere) == words.as_html(SAID, nowhere)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Cadence 请选 EU 38.5，这款为正码。", "码。"),
        ("Blot it first.", "first."),
        ("Take EU 38.", "38."),
    ],
)
def test_only_the_end_of_a_sentence_is_held_to_its_number(text: str, kept: str) -> None:
    answer = replace(
        SAID, author=Author.ADVISOR, sentences=(Sentence(text, (0,)),), citations=(CITATION,)
    )
    assert f'<span class="mq-last">{kept}<details' in words.as_html(answer, nowhere)
