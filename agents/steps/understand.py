"""Understand: which question is asked, of which piece and material, and what came before.

Nothing here calls a model. Instructions to the advisor inside a message are not questions:
pseudo-system blocks are cut away, and what a person would read as the question remains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agents.steps.attached import search_words
from agents.turn import Question, shopper_texts
from knowledge.glossary import Glossary
from shop.conversations import Attachment, Message
from shop.language import Lang, language_of
from shop.products import Catalogue, Product
from shop.turns import TurnInput

_BLOCKS = re.compile(
    r"\{[^{}]*\"(?:role|content|system|tool)\"[^{}]*\}"  # JSON that plays a chat role
    r"|\{\{.*?\}\}|\[\[.*?\]\]|<[^<>]{1,200}>|^\s*(?:system|assistant)\s*:",
    re.IGNORECASE | re.DOTALL,
)
_QUESTION_END = re.compile(r"(?<=[?？])\s*")
_JOINED = re.compile(
    r"(?:[,，;；。.]\s*|\s+)(?:还有|另外|以及再问|also|and also|plus,)[,，:：]?\s*", re.I
)
_ANAPHORA = re.compile(
    r"\b(it|its|that|this|they|them|those|these|one|same|mine|either)\b|它|这个|那个|这款|那款|这件"
    r"|那件|这双|那双|刚才|上面|一样|换成|那",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LONGEST_CONTEXT = 160


def understand(turn: TurnInput, catalogue: Catalogue, glossary: Glossary) -> list[Question]:
    """The message as one question, then, if it holds several, each of them in order."""
    text = _without_pseudo_instructions(turn.message.text)
    lang = language_of(text, turn.conversation.lang)
    whole = _question(text, lang, turn, catalogue, glossary)
    parts = _parts(text)
    if len(parts) < 2:
        return [whole]
    asked = [_question(part, lang, turn, catalogue, glossary) for part in parts]
    return [whole, *(_with_subject_of(question, whole) for question in asked)]


def _without_pseudo_instructions(text: str) -> str:
    kept = _BLOCKS.sub(" ", text).strip()
    return kept or text.strip()


def _parts(text: str) -> list[str]:
    """Separate questions of one message; none when a part is too short to stand alone."""
    pieces = [p for chunk in _QUESTION_END.split(text) for p in _JOINED.split(chunk) if p.strip()]
    parts = [piece.strip() for piece in pieces]
    return parts if all(_stands_alone(part) for part in parts) else []


def _stands_alone(part: str) -> bool:
    return len(_CHINESE.findall(part)) >= 4 or len(part.split()) >= 3


def _question(
    text: str, lang: Lang, turn: TurnInput, catalogue: Catalogue, glossary: Glossary
) -> Question:
    pieces = tuple(catalogue.find(text))
    terms = tuple(glossary.terms_in(text))
    earlier = shopper_texts(turn.history)
    follow_up = bool(earlier) and not pieces and (not terms or bool(_ANAPHORA.search(text)))
    recalled = _recall_pieces(turn.history, catalogue) if follow_up else ()
    return Question(
        text=text,
        lang=lang,
        queries=_queries(text, recalled, earlier, follow_up, turn.message.attachments),
        pieces=pieces or recalled,
        terms=terms,
        follow_up=follow_up,
        recent_articles=_recent_articles(turn.history),
        attachments=turn.message.attachments,
        said_before=earlier,
    )


def _queries(
    text: str,
    recalled: Sequence[Product],
    earlier: Sequence[str],
    follow_up: bool,
    attachments: Sequence[Attachment],
) -> tuple[str, ...]:
    attached = search_words(attachments)
    if not follow_up:
        return (text, f"{text} {attached}") if attached else (text,)
    context = " ".join(piece.name for piece in recalled)
    previous = earlier[-1][:_LONGEST_CONTEXT]
    with_piece = (f"{context} {text}",) if context else ()
    return (text, *with_piece, f"{previous} {text}")


def _recall_pieces(history: Sequence[Message], catalogue: Catalogue) -> tuple[Product, ...]:
    """The pieces most recently spoken of, by either side."""
    for message in reversed(history):
        found = tuple(catalogue.find(message.text))
        if found:
            return found
    return ()


def _recent_articles(history: Sequence[Message]) -> tuple[str, ...]:
    for message in reversed(history):
        if message.citations:
            return tuple(citation.article for citation in message.citations)
    return ()


def _with_subject_of(question: Question, whole: Question) -> Question:
    """A part that names nothing is about what the whole message names."""
    if question.pieces or question.terms or not (whole.pieces or whole.terms):
        return question
    subject = " ".join([p.name for p in whole.pieces] or whole.terms)
    return replace(
        question,
        queries=(*question.queries, f"{subject} {question.text}"),
        pieces=whole.pieces,
        terms=whole.terms,
    )
