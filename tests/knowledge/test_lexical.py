from __future__ import annotations

import pytest

from knowledge.lexical import TITLE, Lexicon, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bags", "bag"),
        ("DRESSES", "dress"),
        ("accessories", "accessory"),
        ("the maison's", "the maison"),
        ("washing", "washed"),
        ("sizes", "size"),
        ("Hermès", "hermes"),
        ("ＳＰＦ５０", "spf50"),
    ],
)
def test_case_accents_width_and_endings_make_no_difference(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), [("care", "car"), ("ring", "r"), ("glass", "glas")])
def test_words_that_only_look_inflected_stay_apart(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_chinese_is_cut_into_pairs_and_a_lone_character_stays() -> None:
    assert words("小羊皮 包") == {"小羊", "羊皮", "包"}


def test_punctuation_and_emoji_are_no_words() -> None:
    assert words("？！👜 — …") == set()


def test_a_text_with_every_word_of_the_question_is_covered_whole() -> None:
    lexicon = Lexicon(["silk scarf care", "linen shirt"])
    assert lexicon.coverage(lexicon.weigh("silk scarf")).tolist() == pytest.approx([1, 0])


def test_a_word_in_the_titles_only_counts_for_less() -> None:
    lexicon = Lexicon(["wash by hand", "wash silk"], ["silk", "silk"])
    above, within = lexicon.coverage(lexicon.weigh("silk"))
    assert 0.5 < above < within == 1


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    lexicon = Lexicon(["the silk", "the linen", "the wool", "the bag"])
    silk, linen, *_ = lexicon.coverage(lexicon.weigh("the silk"))
    assert silk > 1 - linen > 0.5


def test_a_word_nobody_wrote_lowers_every_share() -> None:
    lexicon = Lexicon(["silk scarf", "linen shirt"])
    assert lexicon.coverage(lexicon.weigh("silk blimp"))[0] < 0.5


def test_a_question_without_words_covers_nothing() -> None:
    lexicon = Lexicon(["silk"])
    assert lexicon.coverage(lexicon.weigh("？？")).tolist() == [0]


@pytest.mark.parametrize("others", [3, 40])
def test_a_word_counts_alike_where_it_is_common_and_where_it_is_not(others: int) -> None:
    lexicon = Lexicon(["the bag", "silk", *["linen"] * others], ["", "the bag", *[""] * others])
    shares = lexicon.coverage({"bag": 3.0, "silk": 1.0}).tolist()
    assert shares == pytest.approx([0.75, 0.75 * TITLE + 0.25, *[0] * others])
