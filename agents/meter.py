"""What the models of one turn may take: the conversation's tokens and the shopper's patience.

The limit is the conversation's, kept in the store; a meter counts within one turn, and what it
counted is added to the conversation when the turn is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from shop.errors import ModelFailed

_LETTERS_A_TOKEN = 3.5  # of English
_WIDE = "\u2e80"  # from here on, as in Chinese, a character counts as a token
_PER_MESSAGE = 8  # tokens around each message of a request


def nobody_left() -> bool:
    """For a turn that is waited for to its end."""
    return False


@dataclass(slots=True)
class Meter:
    """Counts tokens. `left` is what the conversation may still use; None: without limit.

    `has_left` says whether whoever asked no longer waits: then models are let go at once.
    """

    left: int | None = None
    has_left: Callable[[], bool] = nobody_left
    tokens_in: int = 0
    tokens_out: int = 0

    def allow(self, *texts: str) -> int:
        """How many tokens sending `texts` is likely to take. Raises ModelFailed if too many."""
        likely = sum(estimated(text) + _PER_MESSAGE for text in texts)
        if self.left is not None and self.tokens_in + self.tokens_out + likely > self.left:
            raise ModelFailed(
                "this conversation has used its tokens (MODEL_TOKENS_PER_CONVERSATION)"
            )
        return likely

    def count(self, tokens_in: int, tokens_out: int) -> None:
        self.tokens_in += tokens_in
        self.tokens_out += tokens_out


def estimated(text: str) -> int:
    """About how many tokens a text has, where no server says; rather too many than too few."""
    wide = sum(character >= _WIDE for character in text)
    return wide + round((len(text) - wide) / _LETTERS_A_TOKEN)
