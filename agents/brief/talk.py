"""A conversation as the brief reads it: messages cut into clauses, and for whom she asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from agents.brief.clauses import Clause, clauses, quote, sentences
from agents.brief.words import words
from agents.meant import category_of
from knowledge.attributes import Attributes
from knowledge.glossary import Glossary
from shop.conversations import Author, Message
from shop.destinations import Destinations
from shop.piece_search import is_made_of
from shop.products import Catalogue, Product, fold

_METALS = frozenset({"gold", "silver", "steel", "brass"})  # colours as well
_NEAR = 14  # characters after a person within which her things are named


@dataclass(frozen=True, slots=True)
class Known:
    """What the house knows, as far as a brief needs it."""

    catalogue: Catalogue
    glossary: Glossary
    destinations: Destinations
    attributes: Attributes


@dataclass(frozen=True)
class Said:
    """One message. Its parts are clauses of hers, or whole sentences of the house's."""

    seq: int
    author: Author
    text: str
    cards: tuple[str, ...] = ()  # ids of the pieces shown below it
    left: Sequence[Clause] | None = None  # her clauses, once what she withdrew was taken out

    @property
    def hers(self) -> bool:
        return self.author is Author.SHOPPER

    @cached_property
    def clauses(self) -> Sequence[Clause]:
        return clauses(self.text, chat=self.hers) if self.left is None else self.left

    @cached_property
    def sentences(self) -> Sequence[Clause]:
        return sentences(self.text)

    def quoted(self, parts: Sequence[Clause]) -> str:
        return quote(self.text, parts)


Place = tuple[Said, Clause]  # a clause, and the message that it stands in
Fits = Callable[[Said, Clause], bool]  # whether it speaks of what is sought


@dataclass(frozen=True)
class Talk:
    """All messages but notices, in their order."""

    all: tuple[Said, ...]
    known: Known

    @property
    def hers(self) -> Iterator[Said]:
        return (said for said in self.all if said.hers)

    @property
    def ours(self) -> Iterator[Said]:
        """Without the words of welcome before she has said anything."""
        came = next((said.seq for said in self.hers), 0)
        return (said for said in self.all if not said.hers and said.seq > came)

    def before(self, said: Said) -> Said | None:
        """The message before one."""
        return next((each for each in reversed(self.all) if each.seq < said.seq), None)

    def asked_before(self, said: Said) -> tuple[Said, ...]:
        """What she wrote since the house last spoke before this message of the house's."""
        found: list[Said] = []
        for each in reversed([each for each in self.all if each.seq < said.seq]):
            if not each.hers:
                break
            found.append(each)
        return tuple(reversed(found))

    def answer_to(self, said: Said) -> Said | None:
        """What the house said next."""
        return next((each for each in self.ours if each.seq > said.seq), None)

    @cached_property
    def recipients(self) -> frozenset[str]:
        """The people, as she calls them, whom a piece is for; else the first whose things she
        speaks of before she has spoken of her own."""
        given = [name for text in self._texts() for name in self._given(text)]
        if given:
            return frozenset(given)
        if any(self._goes_to(part) for said in self.hers for part in said.clauses):
            return frozenset()
        for said in self.hers:
            if words("self").search(said.text):
                break
            owning = {name for part in said.clauses for name in self._owning(part.text)}
            if owning := {name for name in owning if not words("bystander").fullmatch(name)}:
                return frozenset(owning)
        return frozenset()

    def _texts(self) -> Iterator[str]:
        return (clause.text for said in self.hers for clause in said.clauses)

    def pieces_in(self, text: str) -> list[Product]:
        """The pieces a text names, or calls by their kind."""
        text = words("heels").sub("高跟鞋", text)
        kinds = self.known.attributes.kinds_named(text)
        named = (*(piece.id for piece in self.known.catalogue.find(text)), *kinds)
        terms = self.known.glossary.terms_in(text)
        named = (*named, *(i for term in terms for i in self._of_kind(term, terms)))
        named = named or tuple(self._made_of(terms) if not words("no_piece").search(text) else ())
        return [self.known.catalogue.get(piece_id) for piece_id in dict.fromkeys(named)]

    def names_in(self, text: str) -> set[str]:
        """The words by which a text calls the pieces it names, folded."""
        every = {mention.term: mention for mention in self.known.glossary.mentions(text)}
        called = (
            text[m.start : m.end]
            for term, m in every.items()
            if self.pieces_in(text[m.start : m.end])
        )
        return {fold(name) for name in called}

    def _of_kind(self, term: str, terms: Sequence[str]) -> Iterator[str]:
        """The one piece of the kind named; of several, the one of the material named."""
        category = category_of(term)
        alike = [p for p in self.known.catalogue.all() if category and p.category == category]
        made_of = [p for p in alike if any(is_made_of(p, each) for each in terms)]
        chosen = alike if len(alike) == 1 else made_of
        if len(chosen) == 1:
            yield chosen[0].id

    def _made_of(self, terms: Sequence[str]) -> Iterator[str]:
        """The one piece that is mainly of a material: 'the suede ones', 'the croc'."""
        for term in terms:
            pieces = [p for p in self.known.catalogue.all() if term in p.materials[0].split("-")]
            if len(pieces) == 1 and term not in _METALS:
                yield pieces[0].id

    def others_in(self, text: str) -> set[str]:
        """People named in it who are neither she nor a recipient."""
        return {plain(m[0]) for m in words("person").finditer(text)} - self.recipients

    def owned_by_another(self, text: str) -> bool:
        """What it tells is a third person's own: 'my friend wears 36'."""
        return bool({*self._owning(text)} - self.recipients)

    def _given(self, text: str) -> Iterator[str]:
        for person in words("person").finditer(text):
            listed = text[person.end() : person.end() + 1] in (":", "：")
            goes_there = words("of_an_occasion").match(text[person.end() :])
            given = words("gift_for").search(text[: person.start()]) and not goes_there
            if given or listed:
                yield plain(person[0])

    def _goes_to(self, part: Clause) -> bool:
        """It is for somebody's wedding or the like, where she herself will wear it."""
        after = (part.text[person.end() :] for person in words("person").finditer(part.text))
        return any(words("of_an_occasion").match(each) for each in after)

    def _owning(self, text: str) -> Iterator[str]:
        for person in words("person").finditer(text):
            if self._owns(text[person.end() :][:_NEAR]):
                yield plain(person[0])

    def _owns(self, after: str) -> bool:
        """What stands after a person tells that something is hers or his."""
        if words("says_after").match(after) or words("papers").search(after.removeprefix("用")):
            return False
        things = (self.known.glossary.group_of(m.term) for m in self.known.glossary.mentions(after))
        return (
            bool(words("wears_after").match(after))
            or (bool(words("of_after").match(after)) and "things" in things)
            or bool(words("belongings").match(after))
        )


def left_of(talk: Talk, still_said: Callable[[Said], Sequence[Clause]]) -> Talk:
    """The talk with her messages cut down to what still stands of them."""
    left = (replace(said, left=still_said(said)) if said.hers else said for said in talk.all)
    return replace(talk, all=tuple(left))


def plain(person: str) -> str:
    """A person's name for comparing: '我妈妈' and '妈' are one."""
    bare = fold(person).removeprefix("我").removeprefix("她").removeprefix("他")
    return bare[:1] if not bare.isascii() and len(set(bare)) == 1 else bare


def talk_of(messages: Sequence[Message], known: Known) -> Talk:
    spoken = (m for m in messages if m.author is not Author.NOTICE)
    return Talk(tuple(Said(m.seq, m.author, m.text, m.cards) for m in spoken), known)
