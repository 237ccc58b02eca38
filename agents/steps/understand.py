"""Understand: which question is asked, of which piece and material, and what came before.

Nothing here calls a model. Instructions to the advisor inside a message are not questions:
pseudo-system blocks are cut away, and what a person would read as the question remains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agents.recognisers.books import Books
from agents.recognisers.intents import section_meant
from agents.recognisers.reading import Reading, read
from agents.steps.attached import search_words
from agents.turn import Question, names_a_subject, shopper_texts
from knowledge.cues import Cues
from knowledge.glossary import Glossary
from shop.conversations import Attachment, Author, Message
from shop.language import Lang, language_of
from shop.products import Catalogue, Product
from shop.turns import TurnInput

_BLOCKS = re.compile(
    r"\{[^{}]{0,600}\"(?:role|content|system|tool)\"[^{}]{0,600}\}"  # JSON that plays a chat role
    r"|\{\{.{0,600}?\}\}|\[\[.{0,600}?\]\]|<[^<>]{1,200}>|^\s*(?:system|assistant)\s*:",
    re.IGNORECASE | re.DOTALL,
)
_QUESTION_END = re.compile(r"(?<=[?？])\s*")
_JOINED = re.compile(
    r"(?:[,，;；。.]\s*|\s+)(?:还有|另外|以及再问|also|and also|plus,)[,，:：]?\s*", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"(?<=[\u4e00-\u9fffA-Za-z])[，,;；\s]+(?=[\u4e00-\u9fffA-Za-z])")
_ASKS = re.compile(
    r"什么|怎么|怎样|如何|多少|多久|多长|多高|多大|多重|几|哪|谁|吗|呢|么$|能不能|可不可以|可以.{0,8}不|能.{0,8}不$"
    r"|行不|有没有|有.{1,6}[不没]$|是不是|要不要|带.{1,4}不$|啥|咋"
)
_ANAPHORA = re.compile(
    r"\b(it|its|that|this|they|them|those|these|one|same|mine|either)\b|它|这个|那个|这款|那款|这件"
    r"|那件|这双|那双|刚才|上面|一样|换成|那",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_POINTS_AT = re.compile(
    r"\b(?:this|here'?s|here is|attached|text|paste|picture|photo|label)\b|这|图|附|复制|截图|洗标",
    re.IGNORECASE,
)
_SHORT_ZH, _SHORT_EN = 12, 8
_LONGEST_CONTEXT = 160
_MOST_PARTS = 6  # each is searched by itself


@dataclass(frozen=True, slots=True)
class Words:
    """The house's words: its pieces, its terms, and the cues to what the advisor may not do."""

    catalogue: Catalogue
    glossary: Glossary
    cues: Cues


def understand(turn: TurnInput, words: Words, books: Books) -> list[Question]:
    """The message as one question, then, if it holds several, each of them in order."""
    text = _without_pseudo_instructions(turn.message.text)
    lang = language_of(text, turn.conversation.lang)
    whole = _question(text, lang, turn, words)
    asked = [whole]
    parts = _parts(text)
    if len(parts) > 1:
        each = (_question(part, lang, turn, words) for part in parts)
        asked += [_with_subject_of(question, whole) for question in each]
    tier = turn.client.tier if turn.client else None
    return [_with_cue(question, words, read(question, tier, books)) for question in asked]


def _with_cue(question: Question, words: Words, reading: Reading) -> Question:
    return replace(question, cue=words.cues.section_of(question.text) or section_meant(reading))


def _without_pseudo_instructions(text: str) -> str:
    kept = _BLOCKS.sub(" ", text).strip()
    return kept or text.strip()


def _parts(text: str) -> list[str]:
    """Separate questions of one message; none when a part is too short to stand alone."""
    chunks = [p for chunk in _QUESTION_END.split(text) for p in _JOINED.split(chunk) if p.strip()]
    parts = [part.strip() for chunk in chunks for part in _clauses(chunk)]
    return parts if len(parts) <= _MOST_PARTS and all(map(_stands_alone, parts)) else []


def _clauses(chunk: str) -> list[str]:
    """Chinese shoppers ask twice without a question mark: '鞋底什么材质 跟多高'."""
    clauses = [clause for clause in _CLAUSE_END.split(chunk) if _CHINESE.search(clause)]
    asking = [clause for clause in clauses if _ASKS.search(clause)]
    return clauses if len(asking) > 1 and len(asking) == len(clauses) else [chunk]


def _stands_alone(part: str) -> bool:
    return len(_CHINESE.findall(part)) >= 3 or len(part.split()) >= 3


def _question(text: str, lang: Lang, turn: TurnInput, words: Words) -> Question:
    attached = turn.message.attachments if _POINTS_AT.search(text) else ()
    shown = " ".join(attachment.text for attachment in attached)
    pieces = words.catalogue.find(text) or words.catalogue.find(shown)
    terms = tuple(words.glossary.terms_in(text))
    earlier = shopper_texts(turn.history)
    follow_up = bool(earlier) and not pieces and _leans_on_context(text, terms)
    recalled = _recall_pieces(turn.history, words.catalogue) if follow_up else ()
    return Question(
        text=text,
        lang=lang,
        queries=tuple(_queries(text, pieces, recalled, earlier if follow_up else (), attached)),
        pieces=pieces or recalled,
        terms=terms,
        follow_up=follow_up,
        recent_articles=_recent_articles(turn.history) if follow_up else (),
        attachments=turn.message.attachments,
        said_before=earlier,
    )


def _leans_on_context(text: str, terms: Sequence[str]) -> bool:
    short = len(_CHINESE.findall(text)) <= _SHORT_ZH and len(text.split()) <= _SHORT_EN
    return not names_a_subject(terms) or bool(_ANAPHORA.search(text)) or short


def _queries(
    text: str,
    pieces: Sequence[Product],
    recalled: Sequence[Product],
    earlier: Sequence[str],
    attached: Sequence[Attachment],
) -> Iterator[str]:
    """What is searched: the bare words, then the same with what they lean on."""
    yield text
    if pieces:
        yield _with_kinds(text, pieces)
    if recalled:
        yield f"{' '.join(piece.name for piece in recalled)} {text}"
    if earlier:
        yield f"{earlier[-1][:_LONGEST_CONTEXT]} {text}"
    if remarked := search_words(attached):
        yield f"{text} {remarked}"


def _with_kinds(text: str, pieces: Sequence[Product]) -> str:
    """The piece's kind for its name: what is asked of it then weighs more than the name."""
    for piece in pieces:
        kind = piece.noun.in_(language_of(text))
        text = re.sub(re.escape(piece.name), kind, text, flags=re.IGNORECASE)
    return text


def _recall_pieces(history: Sequence[Message], catalogue: Catalogue) -> tuple[Product, ...]:
    """The pieces the shopper named last; else the most recent ones of either side."""
    mine = [message for message in history if message.author is Author.SHOPPER][-1:]
    for message in (*mine, *reversed(history)):
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
