"""One message as a shopper reads it.

Every word that somebody typed or a model phrased is escaped and shown letter for letter: never
Markdown, never HTML, never a link. A message is one piece of HTML that does not change once it
was said, so that a rerun of the page neither redraws it nor closes a source that was opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from console.i18n import t
from console.parts import clock
from shop.conversations import Author, Citation, DraftKind, Message, Sentence

# The passage around a citation's quote: the title of its section and the section's whole text.
Passage = tuple[str, str]
Source = Callable[[Citation], Passage | None]

_LONGEST_WORD = 14  # characters; Chinese, which has no spaces, keeps two
_HAN = re.compile(r"[\u3400-\u9fff]")


def as_html(message: Message, source: Source) -> str:
    """The whole message, with its author, its time and the passages it rests on."""
    if message.author is Author.NOTICE:
        return f'<p class="mq-notice" lang="{message.lang}">{escape(message.text)}</p>'
    return (
        f'<article class="mq-said mq-{message.author}" lang="{message.lang}">'
        f"{_byline(message)}<div class='mq-words'>{words_html(message, source)}</div></article>"
    )


def unfinished(sentences: Sequence[Sentence], citations: Sequence[Citation], source: Source) -> str:
    """An answer while it is being given; before its first sentence, that it is under way."""
    said = sentences_html(sentences, citations, source, "draft")
    waiting = f'<p class="mq-under-way">{escape(t("Looking through our house notes"))}</p>'
    return (
        '<article class="mq-said mq-advisor mq-draft" aria-live="polite">'
        f"{advisor_line()}<div class='mq-words'>{said or waiting}</div></article>"
    )


def advisor_line(when: str = "") -> str:
    label = escape(t("AI-generated"))
    name = escape(t("Ambre"))
    return f'<header><b>{name}</b><span class="mq-label">{label}</span>{when}</header>'


def sentences_html(
    sentences: Sequence[Sentence], citations: Sequence[Citation], source: Source, name: str
) -> str:
    """Sentences in order, each followed by the numbers of its sources."""
    joint = " " if any(" " in sentence.text for sentence in sentences) else ""
    return joint.join(
        _sentence(sentence, "".join(_source(i, citations[i], source, name) for i in sentence.cites))
        for sentence in sentences
    )


def _sentence(sentence: Sentence, numbers: str) -> str:
    """The text, its last word kept on one line with the numbers that follow."""
    if not numbers:
        return escape(sentence.text)
    word = sentence.text.rsplit(" ", 1)[-1]
    kept = 2 if len(word) > _LONGEST_WORD or _HAN.search(word) else len(word)
    start = len(sentence.text) - kept
    rest, last = sentence.text[:start], sentence.text[start:]
    return f'{escape(rest)}<span class="mq-last">{escape(last)}{numbers}</span>'


def _byline(message: Message) -> str:
    when = clock.as_html(message.at)
    if message.author is Author.ADVISOR:
        return advisor_line(when)
    if message.author is Author.PERSON:
        label = escape(_by_a_person(message.drafted))
        name = escape(message.staff_name)
        return f'<header><b>{name}</b><span class="mq-label">{label}</span>{when}</header>'
    return (
        f'<header class="mq-own"><span class="mq-unseen">{escape(t("You"))}</span>{when}</header>'
    )


def _by_a_person(drafted: DraftKind | None) -> str:
    """Who wrote what a person sent: herself, or AI for her."""
    return {
        None: t("Personal shopper"),
        DraftKind.ANSWER: t("AI-drafted, sent by a person"),
        DraftKind.TRANSLATION: t("AI-translated, sent by a person"),
    }[drafted]


def words_html(message: Message, source: Source) -> str:
    """The advisor's sentences with their sources; other authors' words as they are."""
    if not message.sentences:
        return escape(message.text)
    return sentences_html(message.sentences, message.citations, source, message.id)


def _source(index: int, citation: Citation, source: Source, name: str) -> str:
    """A small number that opens the passage in place; opening one closes the other."""
    number = index + 1
    label = escape(t("Source {number}: {title}", number=number, title=citation.title))
    return (
        f'<details class="mq-source" name="source-{escape(name)}">'
        f'<summary aria-label="{label}" title="{label}">{number}</summary>'
        f'<div class="mq-passage" lang="{citation.lang}">{_passage(citation, source)}</div>'
        "</details>"
    )


def _passage(citation: Citation, source: Source) -> str:
    title, text = source(citation) or ("", citation.quote)
    revision = t("revision {number}", number=citation.revision)
    where = " · ".join(part for part in (title, revision) if part)
    return (
        f'<p class="mq-where"><b>{escape(citation.title)}</b> {escape(where)}</p>'
        f"<blockquote>{_marked(text, citation.quote)}</blockquote>"
    )


def _marked(text: str, quote: str) -> str:
    """The section with the quoted words marked in it."""
    before, found, after = text.partition(quote)
    if not found:
        return f"<mark>{escape(quote)}</mark>"
    return f"{escape(before)}<mark>{escape(quote)}</mark>{escape(after)}"
