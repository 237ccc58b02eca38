"""Questions as the advisor understands them, without a store."""

from __future__ import annotations

from datetime import UTC, datetime

from agents.recognisers.reading import read
from agents.steps.consult import rule
from agents.steps.understand import understand
from agents.turn import Question
from shop.clients import Tier
from shop.conversations import Attachment, Author, Citation, Conversation, Holder, Message
from shop.language import Lang, language_of
from shop.rulings import Ruling
from shop.turns import TurnInput
from tests.agents.house import books, words

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def message(
    text: str, seq: int = 1, author: Author = Author.SHOPPER, *, articles: tuple[str, ...] = (),
    attachments: tuple[Attachment, ...] = (),
) -> Message:  # fmt: skip
    citations = tuple(Citation(article, 1, "s", "en", article, text) for article in articles)
    return Message(
        id=f"m{seq}", conversation_id="c", seq=seq, author=author, text=text, at=NOON,
        lang=language_of(text), citations=citations, attachments=attachments,
    )  # fmt: skip


def questions(
    *texts: str, lang: Lang = "en", attachments: tuple[Attachment, ...] = ()
) -> list[Question]:
    """The last text's questions; the shopper wrote the others before it."""
    history = tuple(message(text, seq) for seq, text in enumerate(texts[:-1], start=1))
    asked = message(texts[-1], len(texts), attachments=attachments)
    conversation = Conversation("c", "v", None, lang, Holder.ADVISOR, NOON)
    turn = TurnInput("t", conversation, asked, history, None)
    return understand(turn, words(), books(lambda: NOON))


def ruled(*texts: str, tier: Tier | None = None, at: datetime = NOON) -> Ruling | None:
    """What the rule-books rule on the last text."""
    return rule(read(questions(*texts)[0], tier, books(lambda: at)))
