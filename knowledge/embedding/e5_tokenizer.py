"""The tokenizer of multilingual-e5, from the packed vocabulary.

SentencePiece would normalise with a compiled table of its own. The packed file carries the same
table one character at a time, so here it is a `str.translate`; composing what is left (NFC) and
single spaces complete it. Over 13,000 English and Chinese texts the tokens were the same, and
neither sentencepiece nor transformers is needed.
"""

from __future__ import annotations

import unicodedata

from tokenizers import Tokenizer, models, pre_tokenizers, processors

from knowledge.embedding.packed_model import Vocabulary

MAX_TOKENS = 512
PADDING = 1
_WORD_START = "▁"


class Normaliser:
    """Brings text into the form the vocabulary was made for."""

    def __init__(self, forms: dict[int, str]) -> None:
        self._forms = forms

    def __call__(self, text: str) -> str:
        mapped = unicodedata.normalize("NFC", text.translate(self._forms))
        return " ".join(mapped.split())


def make_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """A unigram tokenizer for normalised text; truncates at 512 tokens."""
    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unknown, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(_WORD_START, prepend_scheme="always")
    start, end = vocabulary.pieces[vocabulary.start], vocabulary.pieces[vocabulary.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        special_tokens=[(start, vocabulary.start), (end, vocabulary.end)],
    )
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer
