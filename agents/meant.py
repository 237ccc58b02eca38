"""Meant: the pieces and terms that a question is about, said now or in earlier words.

What is asked of a thing ('does it pill', 'can I return it') leans on what was spoken of; a question
that names another thing does not, however short it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents.follow_ups import InFull
from agents.naming import Naming
from agents.slots import HERSELF
from agents.steps.attached import search_words
from agents.turn import Said, names_a_subject, shopper_texts
from knowledge.glossary import Glossary
from shop.conversations import Attachment, Author, Message
from shop.language import Lang, language_of
from shop.piece_search import is_made_of
from shop.products import Catalogue, Category, Product

_ANAPHORA = re.compile(
    r"\b(it|its|that|this|they|them|those|these|one|same|mine|either|both|each)\b"
    r"|它|这个|那个|这款|那款|这件|那件|这双|那双|这只|那只|这条|那条|这枚|这块|这副|刚才|上面"
    r"|一样|换成|^那",
    re.IGNORECASE,
)
# 'It' and 'that' that stand for nothing: 'is it true that …', 'how long does it take'.
_EXPLETIVE = re.compile(
    r"\bis it (?:true|possible|ok|okay|safe|normal|worth|better|necessary|allowed|legal|bad|fine"
    r"|a problem)\b"
    r"|\b(?:does|will|would|did) it take\b|\bit'?s? (?:rained|raining|is raining)\b"
    r"|\b(?:hear|heard|know|say|says|said|think|told|sure|true|mean|means) that\b"
    r"|\bthis (?:season|year|month|week)\b"
    r"|\b(?:which|what) one\b|\beach (?:other|order|year)\b|\bthat (?:is|are|was|has|have|can"
    r"|fits?|holds?)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![A-Za-z])TV-[A-Z]{2,12}-\d{1,16}(?!\d)", re.IGNORECASE)
_CODE_KIND: dict[Lang, str] = {"zh": "溯源码", "en": "a trace code"}
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_TIERS = {"gold", "silver"}  # and metals
_SHORT_ZH, _SHORT_EN = 12, 8
_BRIEF_ZH, _BRIEF_EN = 24, 14
_UNWANTED = re.compile(
    r"(?:\b(?:don'?t|do not|doesn'?t|not) (?:want|like|need|fancy|care for)(?: any| the| a)?"
    r"|\b(?:other than|except|anything but|apart from|hate|no more|allergic to|instead of"
    r"|rather than)"
    r"|\bnot|\bno|\bnon|\bwithout(?: any)?|不想要|不要|不喜欢|不爱|不考虑|不是|不含|不带|没有"
    r"|除了|讨厌|排除|别给我|非)[\s-]*$",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"\b(?:want|looking for|recommend|suggest|prefer|something|anything|options?|alternatives?"
    r"|choose|pick"
    r"|which (?:bag|shoe|piece|of your)|do you have|any (?:bag|shoe|piece|other))\b"
    r"|推荐|想要|想买|想找|有没有|有什么|哪款|哪个|哪些|选|款式|别的|其他",
    re.IGNORECASE,
)
# 'This watch', 'your sunglasses', 'the bag in the picture': the house's own, where it has one such.
_OURS = re.compile(
    r"\b(?:this|these|your|the house'?s)\b|\bin (?:this|the|my) (?:picture|photo|image"
    r"|screenshot)\b"
    r"|你们(?:家|店)?(?:的|那|这|卖)?|贵(?:店|司)|本店|这(?:款|块|只|条|双|件|副|枚)|图(?:里|中"
    r"|上|片)|照片|截图",
    re.IGNORECASE,
)
# Parts of a piece: 'is the lining lamb too' asks of the one spoken of.
_PART = re.compile(
    r"\b(?:linings?|lined|straps?|hardware|zips?|zippers?|soles?|insoles?|heels?|clasps?|buckles?"
    r"|handles?|dial|bezel|crown|temples|hinges?|lenses)\b"
    r"|内里|里衬|衬里|内衬|里子|肩带|链条|五金|拉链|搭扣|提手|手柄|鞋底|鞋垫|鞋跟|表带|表盘|表扣|表壳"
    r"|镜腿|镜片|镜框|内袋",
    re.IGNORECASE,
)
_CATEGORY_OF: dict[str, Category] = {
    "watch": "watch", "sunglasses": "eyewear", "shoe": "shoe", "ring": "ring",
    "necklace": "necklace", "bag": "bag", "dress": "dress", "knitwear": "knitwear",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meant:
    """`recalled`: the pieces stand not in the text but in what it leans on or points at.

    `unwanted`: terms named to be left out.
    """

    pieces: tuple[Product, ...]
    terms: tuple[str, ...]
    unwanted: tuple[str, ...]
    follow_up: bool
    recalled: bool


def meant(
    full: InFull,
    attached: Sequence[Attachment],
    history: Sequence[Message],
    naming: Naming,
    glossary: Glossary,
    *,
    before: str = "",
) -> Meant:
    """What a question is about. `attached` is only what its words point at; `before` her last
    message said in full.
    """
    earlier = shopper_texts(history)
    text = full.text
    unwanted = tuple(_unwanted(text, glossary)) if _CHOOSES.search(text) else ()
    terms = tuple(term for term in _terms(text, glossary) if term not in unwanted)
    named = naming.named(text)
    shown = naming.pointed_at(text) or _shown(attached, naming.catalogue)
    leans = not shown and _leans(text, terms, glossary)
    follow_up = full.changed or (bool(earlier) and leans)
    kinds = {_CATEGORY_OF[term] for term in terms if term in _CATEGORY_OF}
    recalled = _recalled(before, history, kinds, naming) if follow_up and leans else ()
    pieces = shown or recalled or (_ours(text, terms, kinds, naming.catalogue) if kinds else ())
    return Meant(pieces, terms, unwanted, follow_up, bool(pieces) and not named)


def said(text: str, naming: Naming, glossary: Glossary) -> Said:
    """A message with the pieces and terms that it names itself."""
    return Said(text, naming.spoken_of(text), tuple(glossary.terms_in(text)))


def named_by_kind(text: str, of: Meant) -> str:
    """The text with kinds for the names and codes in it, if any: what is asked then weighs more
    than what it is asked of.
    """
    lang = language_of(text)
    kinds = _CODE.sub(_CODE_KIND[lang], text)
    for piece in () if of.recalled else of.pieces:
        kinds = re.sub(re.escape(piece.name), piece.noun.in_(lang), kinds, flags=re.IGNORECASE)
    return kinds if kinds != text or (of.pieces and not of.recalled) else ""


def category_of(term: str) -> Category | None:
    """The category of pieces that a term of the glossary names."""
    return _CATEGORY_OF.get(term)


def leans_on_words_before(text: str) -> bool:
    """Whether it points back: 'it', 'those', 那件; an 'it' that stands for nothing doesn't."""
    return _ANAPHORA.search(_EXPLETIVE.sub(" ", text)) is not None


def may_lean(text: str, of: Meant) -> bool:
    """Whether short words that name a subject may yet be asked of what was spoken of before: 'any
    nickel?' after a ring. The search decides.
    """
    return (
        not of.pieces
        and len(_CHINESE.findall(text)) <= _BRIEF_ZH
        and len(text.split()) <= _BRIEF_EN
    )


def _leans(text: str, terms: Sequence[str], glossary: Glossary) -> bool:
    if leans_on_words_before(text) or _PART.search(text):
        return True
    if not names_a_subject(terms):
        return True
    if any(glossary.group_of(term) == "materials" for term in terms):
        return False
    return len(_CHINESE.findall(text)) <= _SHORT_ZH and len(text.split()) <= _SHORT_EN


def _terms(text: str, glossary: Glossary) -> dict[str, None]:
    """The terms in order; the gold of 'I am gold' is a tier."""
    return {
        mention.term: None
        for mention in glossary.mentions(text)
        if mention.term not in _TIERS or not HERSELF.search(text[: mention.start])
    }


def _unwanted(text: str, glossary: Glossary) -> Iterator[str]:
    for mention in glossary.mentions(text):
        left_out = _UNWANTED.search(text[: mention.start])
        if left_out and glossary.group_of(mention.term) == "materials":
            yield mention.term


def _shown(attached: Sequence[Attachment], catalogue: Catalogue) -> tuple[Product, ...]:
    """Pieces named where an attached text describes; else anywhere in it."""
    described = catalogue.find(search_words(attached))
    return described or catalogue.find(" ".join(attachment.text for attachment in attached))


def _recalled(
    before: str, history: Sequence[Message], kinds: set[Category], naming: Naming
) -> tuple[Product, ...]:
    """The pieces the shopper named last; else the most recent ones of either side.

    Where the question names a kind of thing, only pieces of that kind: a ring is no bag.
    """
    for found in _spoken_of_before(before, history, naming):
        fitting = tuple(p for p in found if not kinds or p.category in kinds)
        if found:
            return fitting
    return ()


def _spoken_of_before(
    before: str, history: Sequence[Message], naming: Naming
) -> Iterator[tuple[Product, ...]]:
    yield naming.spoken_of(before)
    for message in reversed(history):
        hers = message.author is Author.SHOPPER
        yield naming.spoken_of(message.text) if hers else naming.named(message.text)


def _ours(
    text: str, terms: Sequence[str], kinds: set[Category], catalogue: Catalogue
) -> tuple[Product, ...]:
    """The one piece of its kind that the house has, when its own is pointed at."""
    if not _OURS.search(text):
        return ()
    alike = [piece for piece in catalogue.all() if piece.category in kinds]
    made_of = [piece for piece in alike if any(is_made_of(piece, term) for term in terms)]
    found = made_of or alike
    return tuple(found) if len(found) == 1 else ()
