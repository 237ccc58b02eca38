"""Languages other than the house's two, told by their letters or by their commonest words.

Libraries were measured on what shoppers write (five words, half of them names): lingua (96 MB)
takes 'Sillage price' for Swedish; py3langid for French, after a second to load. Counting words that
only one language has is quick, says nothing where nothing is said, and can be read and extended:
`languages.yaml` beside this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from knowledge.writing.chinese import HAN
from shop.products import fold
from shop.typed_data import TypedData

_SCRIPTS = {
    "ja": r"[\u3040-\u30ff\uff66-\uff9f]",
    "ko": r"[\uac00-\ud7af\u1100-\u11ff\u3130-\u318f]",
    "ru": r"[\u0400-\u04ff]",
    "ar": r"[\u0600-\u06ff\u0750-\u077f]",
    "th": r"[\u0e00-\u0e7f]",
    "he": r"[\u0590-\u05ff]",
    "hi": r"[\u0900-\u097f]",
    "el": r"[\u0370-\u03ff]",
}
_BY_SCRIPT = {lang: re.compile(letters) for lang, letters in _SCRIPTS.items()}
# Characters of Japan that neither simplified nor traditional Chinese uses.
_JAPANESE_HAN = re.compile("[円売価込働峠畑辻応発気図広単続読経済伝転変駅様権検対県戻鞄]")
_CHINESE_GRAMMAR = re.compile("[的了吗嗎呢是我你您这這那]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPANISH_MARKS = re.compile("[¿¡]")
_GERMAN_MARKS = re.compile("ß")
_LEAST_LETTERS = 2  # of a script: one 'の' or one 'α' is decoration
_LEAST_SHARE = 0.2  # of the letters, where Chinese stands beside it


class Words(TypedData):
    """Telling words of a language: one of `asks`, or two of `words`."""

    asks: frozenset[str] = frozenset()
    words: frozenset[str]


class Languages:
    """Says which language a text is in, when it is neither Chinese nor English."""

    def __init__(self, words: Mapping[str, Words], names: Iterable[str]) -> None:
        self._english = words["en"].words
        self._others = {lang: known for lang, known in words.items() if lang != "en"}
        self._names = frozenset(fold(name) for name in names)

    def other_than_ours(self, text: str) -> str | None:
        """A code such as 'fr' or 'ja'; None for Chinese, English, and what tells nothing."""
        return _by_script(text) or (None if HAN.search(text) else self._by_words(text))

    def _by_words(self, text: str) -> str | None:
        if _SPANISH_MARKS.search(text):
            return "es"
        if _GERMAN_MARKS.search(text):
            return "de"
        written = (match.group().replace("’", "'").casefold() for match in _WORD.finditer(text))
        words = [word for word in written if fold(word) not in self._names]
        english = sum(word in self._english for word in words)
        told = {lang: _told(words, known) for lang, known in self._others.items()}
        best = max(told, key=lambda lang: told[lang])
        asks, hits = told[best]
        # 'la', 'me' and 'on' are words of many languages: what is English besides must be less.
        foreign = (asks and hits > english) or (hits >= 2 and hits > 2 * english)
        return best if foreign else None


def _told(words: Iterable[str], known: Words) -> tuple[int, int]:
    """How many telling words there are, and how many words of the language at all."""
    parts = {part for word in words for part in (word, *_elided(word))}
    asks = sum(part in known.asks for part in parts)
    return asks, asks + sum(part in known.words for part in parts)


def _elided(word: str) -> tuple[str, ...]:
    """'l'eau' and 'd'argent' hold an article and a word."""
    head, mark, tail = word.partition("'")
    return (
        (tail,)
        if mark and head in {"l", "d", "qu", "j", "c", "n", "s", "un", "dell", "all"}
        else ()
    )


def _by_script(text: str) -> str | None:
    letters = sum(char.isalpha() for char in text)
    for lang, script in _BY_SCRIPT.items():
        count = len(script.findall(text))
        if count >= _LEAST_LETTERS and count >= _LEAST_SHARE * letters:
            return lang
    return "ja" if _JAPANESE_HAN.search(text) and not _CHINESE_GRAMMAR.search(text) else None
