"""Understand: which question is asked, of which piece and material, and what came before.

Nothing here calls a model. A message is first made plain (traditional characters, slips in names),
then cut into its questions, and each is said in full where it leans on an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agents.follow_ups import InFull, in_full, resolved
from agents.house_words import Words
from agents.meant import Meant, leans_on_words_before, may_lean, meant, named_by_kind, said
from agents.parts import parts
from agents.recognisers.books import Books
from agents.sides import sides
from agents.steps.attached import asks_to_check, search_words
from agents.steps.cued import cued
from agents.steps.set_aside import what_is_asked
from agents.steps.shown import claims
from agents.turn import Question, shopper_texts
from knowledge.glossary import Glossary
from knowledge.lexical import words as lexical_words
from shop.conversations import Attachment, Citation, Message
from shop.language import Lang, language_of
from shop.turns import TurnInput

_POINTS_AT = re.compile(
    r"\b(?:this|here'?s|here is|attached|text|paste[d]?|pic(?:ture)?s?|photo|image|screen(?:shot)?"
    r"|label|below|above"
    r"|leaflet|flyer|card|page|forwarded|sent me|texted|message"
    r"|doc|file|notes?)\b"
    r"|这|图|附|复制|截|照片|洗标|下面|上面|文件|转|通知|卡片|传单|说明|帖|发给?我",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d[\d.,]*")
_LONGEST_CONTEXT = 160
_MOST_EARLIER = 4  # of the shopper's messages that are read again, for what a new one leans on


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question's text, in which language it is answered, and what it leans on."""

    text: str
    lang: Lang
    full: InFull
    earlier: tuple[str, ...]  # the shopper's last messages before, made plain, oldest first
    typed: str | None = None
    foreign: str | None = None
    said_in_full: tuple[str, ...] = ()  # the same, each said in full
    shown: str = ""  # somebody's words on it, attached to learn whether they are right


def understand(turn: TurnInput, words: Words, books: Books) -> list[Question]:
    """The message as one question, then, if it holds several, each of them in order."""
    asked = _read(turn, words)
    whole = _question(asked, turn, words)
    kind = books.attributes.kind_named(whole.in_full) if not whole.pieces else None
    subject = replace(whole, pieces=(words.catalogue.get(kind),)) if kind else whole
    each = list(claims(whole)) or list(_each(asked, subject, turn, words))
    tier = turn.client.tier if turn.client else None
    return [cued(question, words.cues, books, tier) for question in (whole, *each)]


def _read(turn: TurnInput, words: Words) -> _Asked:
    """The message made plain, in the language it is to be answered in."""
    typed = what_is_asked(turn.message.text)
    last = shopper_texts(turn.history)[-_MOST_EARLIER:]
    earlier = tuple(map(words.writing.plain, last))
    said_in_full = resolved(earlier, words.slots)
    further_back, before = ("", "", *said_in_full)[-2:]
    foreign = words.writing.other_language(typed)
    if spoken := words.writing.from_pinyin(typed):
        full = in_full(spoken, before, words.slots, further_back)
        return _Asked(
            spoken,
            turn.conversation.lang,
            full,
            earlier,
            typed,
            "pinyin",
            said_in_full=said_in_full,
        )
    text = words.writing.plain(typed)
    lang = "en" if foreign else language_of(text, turn.conversation.lang)
    full = in_full(text, before, words.slots, further_back)
    return _Asked(text, lang, full, earlier, typed, foreign, said_in_full=said_in_full)


def _each(asked: _Asked, whole: Question, turn: TurnInput, words: Words) -> Iterator[Question]:
    """The message's questions one by one, each leaning on the one before it; else the two sides
    of what it compares.
    """
    before = ""
    several = parts(asked.text)
    if not several:
        yield from _sides(asked, turn, words)
    for part in several:
        full = in_full(part, before, words.slots)
        before = full.text
        own = replace(asked, text=part, full=full, typed=None)
        yield _with_subject_of(_question(own, turn, words), whole, words)


def _sides(asked: _Asked, turn: TurnInput, words: Words) -> Iterator[Question]:
    """What is compared, asked of each side by itself."""
    both = sides(asked.full.text) or ()
    for side, other in zip(both, reversed(both), strict=True):
        full = InFull(side.question, changed=False)
        question = _question(replace(asked, text=side.question, full=full, typed=None), turn, words)
        own = _only_of(side.name, other.name, words.glossary)
        yield replace(question, side=own, side_name=side.name)


def _only_of(name: str, other: str, glossary: Glossary) -> frozenset[str]:
    """The words that speak of one side and not of the other, in either language."""
    said = lexical_words(name) - lexical_words(other)
    return frozenset(said | (_aliases(name, glossary) - _aliases(other, glossary)))


def _aliases(name: str, glossary: Glossary) -> set[str]:
    known = (alias for term in glossary.terms_in(name) for alias in glossary.names_of(term))
    return {word for alias in known for word in lexical_words(alias)}


def _question(asked: _Asked, turn: TurnInput, words: Words) -> Question:
    attached = turn.message.attachments if _POINTS_AT.search(asked.text) else ()
    asked = _with_what_is_shown(asked, attached, words.glossary)
    naming, glossary = words.naming, words.glossary
    of = meant(
        asked.full,
        attached,
        turn.history,
        naming,
        glossary,
        before=asked.said_in_full[-1] if asked.said_in_full else "",
    )
    nameless = named_by_kind(asked.full.text, of)
    cited = _last_cited(turn.history) if of.follow_up else ()
    return Question(
        text=asked.text,
        lang=asked.lang,
        queries=tuple(dict.fromkeys(_queries(asked, of, nameless, attached))),
        leaning=_leaning(asked),
        nameless="" if asked.full.changed else nameless,
        resolved=asked.full.text,
        pieces=of.pieces,
        terms=of.terms,
        unwanted=of.unwanted,
        follow_up=of.follow_up,
        foreign=asked.foreign,
        recent_articles=tuple(each.article for each in cited),
        told=frozenset((each.article, each.section) for each in cited),
        attachments=turn.message.attachments,
        said_before=asked.earlier,
        before=tuple(said(text, words.naming, words.glossary) for text in asked.said_in_full),
        hearsay=bool(asked.shown),
    )


def _with_what_is_shown(
    asked: _Asked, attached: Sequence[Attachment], glossary: Glossary
) -> _Asked:
    """'Here is what my friend says on instalments, is it right?' asks for the house's rule on it:
    what is said of the thing, without the words around it.
    """
    shown = search_words(attached) if asks_to_check(asked.text) else ""
    if not shown:
        return asked
    text = asked.full.text
    subject = [text[mention.start : mention.end] for mention in glossary.mentions(text)]
    said = f"{' '.join(subject)} {shown}".strip()
    return replace(asked, full=InFull(said, changed=True), shown=shown)


def _queries(
    asked: _Asked, of: Meant, nameless: str, attached: Sequence[Attachment]
) -> Iterator[str]:
    """What is searched: the bare words, then the same with what they lean on.

    A message that only puts something else in the place of what was asked of is searched in full:
    'and cashmere?' by itself asks for what cashmere is.
    """
    full = asked.full
    if not full.changed:
        yield asked.typed or asked.text
    yield _FIGURES.sub("", full.text) if asked.shown else full.text  # its figures are in doubt
    if nameless:
        yield nameless
    if of.recalled:
        yield f"{' '.join(piece.name for piece in of.pieces)} {asked.text}"
    if asked.earlier and not full.changed and (of.follow_up or may_lean(full.text, of)):
        yield _leaning(asked)
    if not asked.shown and (remarked := search_words(attached)):
        yield f"{asked.text} {remarked}"


def _leaning(asked: _Asked) -> str:
    return f"{asked.earlier[-1][:_LONGEST_CONTEXT]} {asked.text}" if asked.earlier else ""


def _last_cited(history: Sequence[Message]) -> Sequence[Citation]:
    """What the last answer was taken from."""
    return next((message.citations for message in reversed(history) if message.citations), ())


def _with_subject_of(question: Question, whole: Question, words: Words) -> Question:
    """A part that names nothing, or only a feature, is about what the whole message names, before
    anything that earlier ones did.
    """
    features = all(words.glossary.group_of(term) == "features" for term in question.terms)
    leans = features or leans_on_words_before(question.text)
    named = words.catalogue.find(question.text) or (question.pieces and not whole.pieces)
    if named or not leans or not (whole.pieces or whole.terms):
        return question
    subject = " ".join([p.name for p in whole.pieces] or whole.terms)
    return replace(
        question,
        queries=(*question.queries, f"{subject} {question.text}"),
        pieces=whole.pieces,
        terms=question.terms or whole.terms,
    )
