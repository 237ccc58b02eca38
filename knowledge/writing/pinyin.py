"""Slips of the Chinese input method, and pinyin typed for characters.

'羊容衫' sounds like 羊绒衫 and is no word; '溯源ma' was not finished; 'yangrongshan zenme xi' was
typed without an input method. All three are found by sound: names and text are compared by their
syllables without tones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from pathlib import Path

from knowledge.writing.chinese import HAN

_RUN = re.compile(r"[A-Za-z]+|[\u3400-\u9fff]")
_LONGEST_NAME = 6  # characters
_LONGEST_SYLLABLE = 6  # letters
_LONGEST_RUN = 40
_MOST_READINGS = 16  # of one stretch of text
# A character that holds a sentence together is no slip: '银是' in '银是不是' is not 银饰.
_GRAMMAR = frozenset(
    "是的地得了着过不没在有无吗呢吧么啊和与或者也还又再要会能可就都把被给跟对这那哪我你您他她它们很太最更好毫个件只双"
    "一二三四五六七八九十百千万两几多少上下前后里外去来说到从为因如果但而且以及做用让买想看家人些样"
)
_SHORTEST_SLIP = 3  # characters: two stand side by side in too many sentences (高于约, 预约)
_LEAST_READ = 0.6  # of the syllables, for a message to be pinyin
_LEAST_SYLLABLES = 3


@dataclass(frozen=True, slots=True)
class _Unit:
    """One syllable as written: a character, or a stretch of letters that reads as one."""

    readings: tuple[str, ...]
    start: int
    end: int
    char: str  # empty for letters
    whole: tuple[int, int]  # where the run of letters begins and ends


class Pinyin:
    """Readings of characters, and names found by sound.

    `names` are put right in Chinese text; `everyday` words are only read in pure pinyin;
    `ordinary` are real words that sound like a name.
    """

    def __init__(
        self,
        readings: dict[str, tuple[str, ...]],
        names: Iterable[str],
        everyday: Iterable[str],
        ordinary: Iterable[str],
    ) -> None:
        self._readings = readings
        self._syllables = frozenset(s for known in readings.values() for s in known)
        self._ordinary = frozenset(ordinary)
        chinese = [n for n in names if len(n) >= 2 and all(map(HAN.match, n))]
        self._names = self._by_sound(chinese)
        self._read_aloud = self._by_sound([*everyday, *chinese])
        self._literal = frozenset(chinese)

    def corrected(self, text: str) -> str:
        """The text with names put right; nothing else changes."""
        if not HAN.search(text):
            return text
        units, out, at, place = list(self._units(text)), [], 0, 0
        while place < len(units):
            count, name = self._slip_at(units, place)
            if name:
                out += [text[at : units[place].start], name]
                at = units[place + count - 1].end
            place += count
        return "".join([*out, text[at:]])

    def read(self, text: str, kept: Iterable[str] = ()) -> str | None:
        """Pinyin-only text as characters, as far as its words are known; None: it is no pinyin.

        Words of `kept` (folded), such as the names of pieces, stay as they are.
        """
        if HAN.search(text) or not text.isascii():
            return None
        keep = frozenset(kept)
        runs = re.findall(r"[A-Za-z]+|[0-9][0-9.]*", text)
        spelt = [self._spelt(run, keep) for run in runs]
        syllables = [unit for run in spelt if isinstance(run, list) for unit in run]
        odd = sum(run is None for run in spelt)
        if len(syllables) < _LEAST_SYLLABLES or odd > len(runs) / 4:
            return None
        said, known = self._aloud(spelt)
        return " ".join(said) if known >= _LEAST_READ * len(syllables) else None

    def _spelt(self, run: str, keep: frozenset[str]) -> str | list[str] | None:
        """A name or number as it stands, letters as syllables, or None for what is neither."""
        if run.casefold() in keep or run[0].isdigit():
            return run
        return self._split(run.casefold())

    def _aloud(self, spelt: Sequence[str | list[str] | None]) -> tuple[list[str], int]:
        """The known words among runs of syllables, and how many syllables they take."""
        flat: list[tuple[str, bool]] = []  # text, whether it is a syllable
        for run in spelt:
            flat += [(s, True) for s in run] if isinstance(run, list) else [(run or "", False)]
        said, known, at = [], 0, 0
        while at < len(flat):
            size, word = self._word_at(flat, at)
            said.append(word)
            known += size if flat[at][1] and word else 0
            at += size
        return [word for word in said if word], known

    def _word_at(self, flat: Sequence[tuple[str, bool]], at: int) -> tuple[int, str]:
        if not flat[at][1]:
            return 1, flat[at][0]
        for size in range(min(_LONGEST_NAME, len(flat) - at), 0, -1):
            stretch = flat[at : at + size]
            found = self._read_aloud.get(tuple(s for s, _ in stretch))
            if found and all(is_syllable for _, is_syllable in stretch):
                return size, found[0]
        return 1, ""

    def _slip_at(self, units: Sequence[_Unit], place: int) -> tuple[int, str]:
        """How many units to go on, and the name that they were meant to be, or ''."""
        for size in range(min(_LONGEST_NAME, len(units) - place), 1, -1):
            stretch = units[place : place + size]
            written = "".join(unit.char or " " for unit in stretch)
            if written in self._literal:
                return size, ""
            for name in self._sounding_like(stretch):
                if self._is_slip(stretch, written, name) and not self._runs_on(units, place, size):
                    return size, name
        return 1, ""

    def _sounding_like(self, stretch: Sequence[_Unit]) -> Iterator[str]:
        apart = any(a.end != b.start for a, b in pairwise(stretch))
        if apart or any(not unit.readings for unit in stretch):
            return
        for sound in islice(product(*(u.readings for u in stretch)), _MOST_READINGS):
            yield from self._names.get(sound, ())

    def _is_slip(self, stretch: Sequence[_Unit], written: str, name: str) -> bool:
        """Part of it stands as it should, and what doesn't is neither grammar nor a real word."""
        if len(name) < _SHORTEST_SLIP and all(unit.char for unit in stretch):
            return False
        cut = stretch[0].start != stretch[0].whole[0] or stretch[-1].end != stretch[-1].whole[1]
        wrong = [u.char for u, right in zip(stretch, name, strict=True) if u.char != right]
        if cut or len(wrong) == len(stretch) or any(char in _GRAMMAR for char in wrong if char):
            return False
        return written not in self._ordinary

    def _runs_on(self, units: Sequence[_Unit], place: int, size: int) -> bool:
        """Whether its last character begins another name: '植鞣铬鞣' is no slip in 植鞣革."""
        last = place + size - 1
        follows = "".join(unit.char or " " for unit in units[last : last + _LONGEST_NAME])
        return any(follows[:length] in self._literal for length in range(2, len(follows) + 1))

    def _units(self, text: str) -> Iterator[_Unit]:
        for match in _RUN.finditer(text):
            run, start, end = match.group(), match.start(), match.end()
            if HAN.match(run):
                yield _Unit(self._readings.get(run, ()), start, end, run, (start, end))
                continue
            at = start
            for syllable in self._split(run.casefold()) or [run.casefold()]:
                known = (syllable,) if syllable in self._syllables else ()
                yield _Unit(known, at, at + len(syllable), "", (start, end))
                at += len(syllable)

    def _split(self, letters: str) -> list[str] | None:
        """Letters as syllables, long ones first; None if they don't come out even."""
        if len(letters) > _LONGEST_RUN:
            return None
        ends: dict[int, list[str]] = {len(letters): []}  # place: the syllables from there on
        for at in range(len(letters) - 1, -1, -1):
            for size in range(min(_LONGEST_SYLLABLE, len(letters) - at), 0, -1):
                if letters[at : at + size] in self._syllables and at + size in ends:
                    ends[at] = [letters[at : at + size], *ends[at + size]]
                    break
        return ends.get(0)

    def _by_sound(self, names: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
        found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in names:
            for sound in product(*(self._readings.get(char, ()) for char in name)):
                if name not in found[sound]:
                    found[sound].append(name)
        return dict(found)


def load_readings(path: Path) -> dict[str, tuple[str, ...]]:
    """The table `pinyin.txt`: character to its toneless readings."""
    readings: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            syllable, _, chars = line.partition(" ")
            for char in chars:
                readings[char] = (*readings[char], syllable)
    return dict(readings)
