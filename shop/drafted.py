"""Whether what a person sent is still what AI had drafted: then the message says so to everybody.

It counts as drafted while somebody who has read the draft would know it again: a whole sentence of
it stands there, or at least a third of either text is words that both have in the same run. So it
stays AI-drafted when she changes a figure, adds a greeting or keeps one part of three, and is
simply hers when only names, figures and turns of phrase are left. In doubt it is said: a client
must not take a machine's words for a person's, while a label too many harms nobody.

What counts are the words and not the press that put them into the field, so that typing a draft
off, or pasting it, hides nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from shop.conversations import DraftKind
from shop.reply_drafts import ReplyDraft

_THIRD = 1 / 3
_RUN = 3.0  # words; fewer in a row are shared by chance
_SENTENCE = 5.0  # words; 'Thank you very much' is anybody's
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['.,][^\W_\u3400-\u9fff]+)*")
_SENTENCES = re.compile(r"(?<=[。！？!?；;\n])|(?<=\.)\s")
_HALF_A_WORD = 0.5  # a Chinese character

Words = Sequence[str]


def drafted_from(sent: str, drafts: Sequence[ReplyDraft]) -> ReplyDraft | None:
    """Which of `drafts` is still to be recognised in `sent`: a drafted answer before a translation
    of her own words, then the first. None when it is her own."""
    found = [draft for draft in drafts if is_recognised(sent, draft.text)]
    return min(found, key=lambda draft: draft.kind is not DraftKind.ANSWER, default=None)


def is_recognised(sent: str, draft: str) -> bool:
    """Whether somebody who has read `draft` would know it again in `sent`."""
    own, drafted = _words(sent), _words(draft)
    if not own or not drafted:
        return False
    return shared(own, drafted) >= _THIRD or any(_stands_in(own, s) for s in _sentences(draft))


def shared(own: Words, drafted: Words) -> float:
    """The part, 0 to 1, of the shorter text that is runs of words which both have."""
    blocks = SequenceMatcher(None, own, drafted, autojunk=False).get_matching_blocks()
    runs = (_length(own[block.a : block.a + block.size]) for block in blocks)
    common = sum(run for run in runs if run >= _RUN)
    shorter = min(_length(own), _length(drafted))
    return 1.0 if list(own) == list(drafted) else common / shorter


def _stands_in(own: Words, sentence: Words) -> bool:
    if _length(sentence) < _SENTENCE:
        return False
    size = len(sentence)
    starts = (at for at, word in enumerate(own) if word == sentence[0])
    return any(list(own[at : at + size]) == list(sentence) for at in starts)


def _sentences(text: str) -> list[list[str]]:
    return [_words(sentence) for sentence in _SENTENCES.split(text) if sentence.strip()]


def _words(text: str) -> list[str]:
    """Alike however written: full width, capitals and punctuation tell nothing."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _length(words: Words) -> float:
    """In words; two Chinese characters are one."""
    return sum(_HALF_A_WORD if "\u3400" <= word <= "\u9fff" else 1.0 for word in words)
