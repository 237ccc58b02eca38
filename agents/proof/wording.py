"""The words an evidence has, and which words of a sentence it lacks: a new word is a new claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from agents.proof.figures import figures_of
from agents.proof.numerals import plain_numbers
from agents.proof.vocabulary import LONGEST_PHRASE, PART, Token, lexicon, tokens, words_of

# Characters that are words by themselves often enough to stand alone in a paraphrase.
_ALONE = frozenset(
    "擦洗干湿水皮包布纸光热冷油刷喷穿戴放挂叠晒退换送寄付买税拧搓压熨烫塞摘染泡冲晾吸烘涂撒卷剪扫量硬软细粗"
    "厚薄紧松深浅黑白金银铂钻鞋表戒裙衣毛棉麻丝酸碱醋盐氯膜蜡粉尘霉虫汗渍印痕折伤碎裂钢铜镍冰雨风车门店家"
    "顺沿朝带装读写听看说人码号级单费价钱钟秒克度两斤尺寸年月日天晚夜早迟新旧真假全半满空开关紧"
)
_KNOWN = 0.1  # what a piece that is known costs


def _unmeasured(text: str) -> tuple[Token, ...]:
    """The tokens of a text without its figures and their units, which are looked at elsewhere."""
    spans = [(figure.start, figure.end) for figure in figures_of(text)]
    return tuple(
        token
        for token in tokens(text)
        if not any(start <= token.start < end for start, end in spans)
    )


class Wording:
    """What words an evidence has: its stems, every phrase it might mean, its Chinese characters."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.stems: set[str] = set()
        self.groups: set[str] = set()
        self.chinese = "\n".join(plain_numbers(text) for text in texts)
        for line in self.chinese.split("\n"):
            found = tokens(line)
            self.stems |= {token.stem for token in found}
            self._take_phrases(found)

    def _take_phrases(self, found: Sequence[Token]) -> None:
        known = lexicon()
        for at in range(len(found)):
            for length in range(1, min(LONGEST_PHRASE, len(found) - at) + 1):
                stems = [token.stem for token in found[at : at + length]]
                self.groups |= known.groups.get(tuple(stems), set())
                if length == 1 and not found[at].chinese and "-" in stems[0]:
                    self.stems |= set(stems[0].split("-"))

    def lacks(self, text: str) -> list[str]:
        """The words of a text that neither the evidence nor a group of it nor a filler has."""
        plain, found = plain_numbers(text), _unmeasured(text)
        lacking: list[str] = []
        at = 0
        while at < len(found):
            if found[at].chinese:
                end = at
                while (
                    end < len(found)
                    and found[end].chinese
                    and (end == at or found[end].start == found[end - 1].end)
                ):
                    end += 1
                run = "".join(token.stem for token in found[at:end])
                lacking += self._lacking_chinese(run) or self._not_meant(run)
                at = end
            else:
                length = self._known_at(found, at)
                if not length:
                    lacking.append(plain[found[at].start : found[at].end])
                at += length or 1
        return lacking

    def _known_at(self, found: Sequence[Token], at: int) -> int:
        """How many tokens from here are a phrase the evidence allows; 0 for none."""
        known = lexicon()
        for length in range(min(LONGEST_PHRASE, len(found) - at), 0, -1):
            stems = [token.stem for token in found[at : at + length]]
            if length == 1 and self._has(stems[0]):
                return 1
            meant = known.meanings(stems)
            if meant and (meant == PART or meant & self.groups):
                return length
            if length > 1 and any(group in known.kinds for group in meant):
                return 0  # 'white gold' is not in an evidence that has white and gold
        return 0

    def _has(self, word: str) -> bool:
        """Whether a word stands in the evidence, whole or in its parts, or is a figure."""
        if word[0].isdigit() or word in self.stems or word in lexicon().fillers:
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(self._has(part) for part in parts if part)

    def _lacking_chinese(self, run: str) -> list[str]:
        """The fewest characters that no phrase covers, by the best cut of the run."""
        best: list[tuple[float, int]] = [(0.0, 0)]  # cost so far, length of the last piece
        for end in range(1, len(run) + 1):
            best.append(
                min(
                    (best[end - n][0] + self._cost(run[end - n : end]), n)
                    for n in range(1, min(LONGEST_PHRASE, end) + 1)
                )
            )
        pieces, end = list[str](), len(run)
        while end:
            pieces.insert(0, run[end - best[end][1] : end])
            end -= best[end][1]
        return self._new(pieces)

    def _not_meant(self, run: str) -> list[str]:
        """Known words that the evidence has in no word, though it has their characters."""
        return [
            run[word.start : word.end]
            for word in words_of(run)
            if word.end - word.start > 1
            and not word.filler
            and word.groups <= lexicon().names
            and not word.groups & self.groups
            and run[word.start : word.end] not in self.chinese
        ]

    def _new(self, pieces: Sequence[str]) -> list[str]:
        """Pieces the evidence lacks, and words put together from single characters of it."""
        costs = [self._cost(piece) for piece in pieces]
        beside = [*costs[1:], 0.0], [0.0, *costs[:-1]]
        return [
            piece
            for piece, cost, after, before in zip(pieces, costs, *beside, strict=True)
            if cost >= 1 or (cost > _KNOWN and max(after, before) > _KNOWN)
        ]

    def _cost(self, piece: str) -> float:
        meant = lexicon().meanings(list(piece))
        if (len(piece) > 1 and piece in self.chinese) or meant == PART or meant & self.groups:
            return _KNOWN
        if len(piece) == 1:
            return 0.4 if piece in self.chinese and piece in _ALONE else 2.0
        return 5.0 * len(piece)


@lru_cache(maxsize=512)
def wording_of(texts: tuple[str, ...]) -> Wording:
    return Wording(texts)
