from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from knowledge.embedders import Embedder
from knowledge.embedding.bundled_e5 import BundledE5
from knowledge.index import Index
from knowledge.search import OWN_TEXT, Search
from knowledge.vector_store import open_store
from shop.language import LANGS, Lang
from tests.doubles import HashEngine
from tests.knowledge.conftest import MakeIndex, passage

RAIN_ZH = passage("lambskin", "先用软布轻轻按压吸干，不要用吹风机。", "zh", ("包淋雨了怎么办",))
RAIN_EN = passage(
    "lambskin", "Blot it with a soft cloth; no hair-dryer.", "en", ("my bag got wet",)
)
TAX_ZH = passage("tax", "跨境零售进口单次限值为5000元。", "zh", ("一次能买多少钱的",))
TAX_EN = passage("tax", "One cross-border order may come to 5,000 yuan.", "en", ("order limit",))
ONLY_EN = passage("salon", "The Lisbon salon opens at ten.", "en", ("when does Lisbon open",))
HOUSE = [RAIN_ZH, RAIN_EN, TAX_ZH, TAX_EN, ONLY_EN]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, bundled: BundledE5) -> Iterator[Search]:
    folder = tmp_path_factory.mktemp("house")
    index = Index(open_store(folder / "chroma"), Embedder(bundled), folder / "index.json")
    index.update(HOUSE)
    yield Search(index)
    index.close()


@pytest.mark.parametrize(
    ("query", "lang", "expected"),
    [
        ("被雨打湿的皮包该怎么处理", "zh", RAIN_ZH),
        ("rain on my leather handbag, what now", "en", RAIN_EN),
        ("一单最多能买多少", "zh", TAX_ZH),
        ("里斯本的沙龙几点开门", "zh", ONLY_EN),
    ],
)
def test_the_answer_comes_first_whichever_language_holds_it(
    house: Search, query: str, lang: Lang, expected: object
) -> None:
    assert house.find(query, lang)[0].passage == expected


def test_a_section_in_two_languages_is_found_once_in_the_one_asked(house: Search) -> None:
    found = [hit.passage for hit in house.find("包淋雨了", "zh")]
    assert RAIN_ZH in found
    assert RAIN_EN not in found


def test_a_question_typed_in_the_other_language_still_gets_the_asked_one(house: Search) -> None:
    assert house.find("bag got wet in the rain", "zh")[0].passage == RAIN_ZH


def test_only_the_languages_named_are_searched(house: Search) -> None:
    found = house.find("包淋雨了怎么办", "zh", langs=("en",))
    assert {hit.passage.lang for hit in found} == {"en"}
    assert found[0].passage == RAIN_EN


def test_scores_lie_between_0_and_1_and_fall(house: Search) -> None:
    scores = [hit.score for hit in house.find("my bag got wet", "en")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_question_asked_as_a_passage_expects_it_is_that_ask(house: Search) -> None:
    best = house.find("order limit", "en")[0]
    assert best.passage == TAX_EN
    assert best.asked == pytest.approx(1, abs=0.01)


def test_the_words_of_a_question_are_looked_for_in_title_and_text(house: Search) -> None:
    best = house.find("salon Lisbon opens", "en")[0]
    assert best.passage == ONLY_EN
    assert best.lexical == pytest.approx(1)


def test_a_passage_far_in_meaning_is_found_by_its_rare_word(make_index: MakeIndex) -> None:
    index = make_index(HashEngine())
    filler = [passage(f"f{n}", "the bag and the coat and the shoe") for n in range(80)]
    index.update([*filler, passage("code", "Reference MQ-7741 " + "is made of many other things")])
    assert Search(index).find("the bag the coat mq 7741", "en")[0].passage.article == "code"


def test_the_text_in_the_other_language_counts_for_a_quarter(house: Search) -> None:
    both = house.find("order limit", "en")[0]
    own, other = (house.find("order limit", "en", langs=(lang,))[0] for lang in LANGS[::-1])
    assert both.passage == own.passage == TAX_EN
    assert both.dense == pytest.approx(OWN_TEXT * own.dense + (1 - OWN_TEXT) * other.dense)
    assert both.asked == max(own.asked, other.asked)


def test_limit_bounds_what_is_found(house: Search) -> None:
    assert len(house.find("bag", "en", limit=2)) == 2


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_an_empty_question_finds_nothing(house: Search, query: str) -> None:
    assert house.find(query, "en") == []


@pytest.mark.parametrize("query", ["👜👜", "？", "a" * 10_000, "<script>alert(1)</script>", "\x00"])
def test_an_odd_question_is_no_error(house: Search, query: str) -> None:
    assert isinstance(house.find(query, "zh"), list)


def test_before_the_first_update_nothing_is_found(make_index: MakeIndex) -> None:
    assert Search(make_index()).find("silk", "en") == []


def test_the_same_question_is_embedded_once(make_index: MakeIndex) -> None:
    engine = HashEngine()
    index = make_index(engine)
    index.update(HOUSE)
    engine.encoded.clear()
    search = Search(index)
    assert search.find("wet bag", "en") == search.find("wet bag", "en")
    assert engine.encoded == [("wet bag", "query")]


def test_sentences_alike_in_meaning_are_near_in_both_languages(house: Search) -> None:
    wet, rain, tax = house.embed(["my bag got wet", "我的包被雨淋湿了", "how much is the duty"])
    assert wet @ rain > wet @ tax
    assert wet @ wet == pytest.approx(1, abs=1e-5)


def test_a_reader_sees_all_of_the_old_or_all_of_the_new(make_index: MakeIndex) -> None:
    index = make_index(HashEngine())
    old = [passage(f"p{n}", f"linen shirt {n}") for n in range(20)]
    new = [passage(f"p{n}", f"linen shirt {n} anew") for n in range(20)]
    index.update(old)
    search, mixed, done = Search(index), [], threading.Event()

    def read() -> None:
        while not done.is_set():
            anew = {
                hit.passage.text.endswith("anew") for hit in search.find("linen shirt", "en", 20)
            }
            mixed.append(len(anew) != 1)

    reader = threading.Thread(target=read)
    reader.start()
    for passages in (new, old, new):
        index.update(passages)
    done.set()
    reader.join()
    assert mixed
    assert not any(mixed)


def test_a_long_passage_is_found_by_one_of_its_sentences(make_index: MakeIndex) -> None:
    index = make_index(HashEngine())
    other = "Our atelier was founded by two sisters who came to the city to sell hats."
    long = passage("story", " ".join([other] * 6 + ["Opals crack in dry heat."]))
    index.update([long, passage("short", "The hats crack.")])
    shelf = index.shelves["en"]
    asked = shelf.texts.moved(index.embedder.questions(["opals crack in dry heat"]))[0]
    alone = shelf.texts.vectors @ asked
    near = shelf.to_texts(asked)
    assert near[0] > alone[0] + 0.1
    assert near[1] == pytest.approx(alone[1])


def test_only_long_texts_are_embedded_by_the_sentence(make_index: MakeIndex) -> None:
    engine = HashEngine()
    sentence = "Blot the water with a soft and dry cloth, then let the leather rest for a day. "
    index = make_index(engine)
    index.update([passage("short", sentence * 2), passage("long", f"{sentence * 6}Never rub.")])
    texts = [text for text, _ in engine.encoded]
    assert len(texts) == 4
    assert {"long: Never rub.", f"long: {sentence.strip()}"} < set(texts)
