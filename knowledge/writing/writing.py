"""Writing: a message as typed, made plain; and the language it is in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.house_data import load_yaml
from knowledge.writing.chinese import Chinese
from knowledge.writing.languages import Languages, Words
from knowledge.writing.pinyin import Pinyin, load_readings
from knowledge.writing.spelling import Spelling
from shop.typed_data import TypedData

_HERE = Path(__file__).parent
_READ = 600  # characters in which slips are looked for: more is a pasted text


class WritingFile(TypedData):
    """The file `writing.yaml`: dialect words, words to read pinyin with, more common words."""

    dialect: dict[str, str]
    everyday: tuple[str, ...]
    ordinary: tuple[str, ...] = ()


class Writing:
    """Reads how shoppers write. `pieces` are proper names, `names` all else the house names."""

    def __init__(
        self,
        known: WritingFile,
        languages: dict[str, Words],
        readings: dict[str, tuple[str, ...]],
        pieces: Iterable[str],
        names: Iterable[str],
    ) -> None:
        pieces, names = tuple(pieces), tuple(names)
        ordinary = (*_common_words(), *known.ordinary)
        self._kept = frozenset(name.casefold() for name in pieces)
        self._chinese = Chinese(known.dialect)
        self._languages = Languages(languages, pieces)
        self._pinyin = Pinyin(readings, names, known.everyday, ordinary)
        self._spelling = Spelling(pieces, names, ordinary)

    def plain(self, text: str) -> str:
        """Simplified characters, and slips in the house's names put right."""
        folded = self._chinese.simplified(text)
        head, tail = folded[:_READ], folded[_READ:]
        return self._spelling.corrected(self._pinyin.corrected(head)) + tail

    def from_pinyin(self, text: str) -> str | None:
        """A message typed in pinyin, as characters; None for every other message."""
        return self._pinyin.read(text, self._kept)

    def other_language(self, text: str) -> str | None:
        """'fr', 'ja', …; None for Chinese and English and for what tells nothing."""
        return self._languages.other_than_ours(text)


def load_writing(path: Path, pieces: Iterable[str], names: Iterable[str]) -> Writing:
    """Read the house's `writing.yaml`. Raises ContentError naming file, line and field."""
    languages = load_yaml(_HERE / "languages.yaml", dict[str, Words])
    readings = load_readings(_HERE / "pinyin.txt")
    return Writing(load_yaml(path, WritingFile), languages, readings, pieces, names)


def _common_words() -> list[str]:
    lines = (_HERE / "common_words.txt").read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
