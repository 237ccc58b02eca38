"""What is suggested for a look, why, and what never is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from knowledge.house_data import load_products
from shop.client_entries import Channel, Draft, Entry, EntryKind, Purpose, Source
from shop.ids import new_id
from shop.looks import SENT, Verdict
from shop.pairing import PairingBook
from shop.pairing_likes import agreeing, likes_of
from shop.pairing_reasons import Why
from shop.pairing_suggestions import Pairing, StockOf, Suggestion
from shop.pairing_wearer import wearer_of
from shop.products import Catalogue, Product
from shop.rulings import Ruling
from shop.stock import StockFeed, stock_of
from tests.shop.house_books import HOUSE, piece, read

BOOK = read("pairing.yaml", PairingBook)
CATALOGUE = Catalogue(load_products(HOUSE / "products.yaml"))
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
KIND = EntryKind
SILLAGE, RIVAGE, GRAIN, SOIR = "TV-B01", "TV-B02", "TV-B03", "TV-D01"
CADENCE, HALTE, NUAGE, ORBE = "TV-S01", "TV-S02", "TV-K01", "TV-J01"
LUNE, MERIDIEN = "TV-J02", "TV-W01"


def pairing(*lines: Draft, owned: frozenset[str] = frozenset(), **other: object) -> Pairing:
    wearer = wearer_of(lines, BOOK, CATALOGUE, owned)
    return Pairing(BOOK, CATALOGUE, wearer, **other)  # type: ignore[arg-type]


def ids(found: Sequence[Suggestion]) -> set[str]:
    return {each.piece.id for each in found}


def suggested(*lines: Draft, of: str = SOIR, **other: object) -> set[str]:
    return ids(pairing(*lines, **other).goes_with([piece(of)]))  # type: ignore[arg-type]


def whys(found: Sequence[Suggestion], of: str) -> dict[Why, str]:
    [one] = [each for each in found if each.piece.id == of]
    return {because.why: because.says.en for because in one.because}


def line(client: str, piece_id: str, kind: EntryKind = KIND.LOOK, label: str = "loves") -> Entry:
    source = Source(Channel.CHAT, "", NOON)
    return Entry(new_id(), client, Draft(kind, "", label, piece_id), source, NOON, "")


def in_stock(*there: tuple[str, str]) -> StockOf:
    items = [{"piece": p, "size": s, "quantity": 1} for p, s in there]
    feed = StockFeed.model_validate({"at": NOON.isoformat(), "items": items})

    def of(one: Product, size: str | None) -> Ruling | None:
        return stock_of(feed, one, size, NOON, ZoneInfo("Asia/Shanghai"))

    return of


def test_a_piece_that_goes_with_another_has_its_reason_in_both_languages() -> None:
    found = pairing().goes_with([piece(SOIR)])
    assert {CADENCE, SILLAGE, LUNE, ORBE} <= ids(found)
    for each in found:
        assert each.because
        assert all(because.says.zh and because.says.en for because in each.because)
        assert all(because.says.zh != because.says.en for because in each.because)


def test_every_rule_of_the_house_names_known_kinds_and_reads_in_both_languages() -> None:
    categories = {each.category for each in CATALOGUE.all()}
    for pair in BOOK.pairs:
        assert set(pair.pieces) <= categories
        assert pair.why.zh != pair.why.en
    tones = set(BOOK.tones)
    assert all(set(two) <= tones for two in BOOK.apart)


def test_no_look_has_two_of_a_kind_or_two_tones_of_metal() -> None:
    assert BOOK.tone_of(piece(SILLAGE)) == "silvery"  # palladium lies over its brass
    assert BOOK.tone_of(piece(GRAIN)) == "golden"
    assert BOOK.tone_of(piece(NUAGE)) is None
    with_gold = ids(pairing().goes_with([piece(SOIR), piece(ORBE)]))
    assert not with_gold & {SILLAGE, LUNE, MERIDIEN, SOIR, ORBE}
    assert {RIVAGE, GRAIN} <= with_gold


def test_women_and_men_are_not_dressed_in_one_look() -> None:
    assert HALTE not in suggested()
    assert CADENCE in suggested()
    assert {CADENCE, HALTE} <= suggested(of=NUAGE)


def test_an_occasion_leaves_only_what_suits_it() -> None:
    occasion = BOOK.occasions["evening"]
    found = pairing().goes_with([piece(SOIR)], occasion)
    assert {CADENCE, SILLAGE} <= ids(found)
    assert GRAIN not in ids(found)
    assert whys(found, CADENCE)[Why.OCCASION] == "All of it suits an evening"


def test_the_same_metal_is_a_reason() -> None:
    found = pairing().goes_with([piece(SILLAGE), piece(SOIR)])
    assert whys(found, LUNE)[Why.METAL] == "The same silvery metal"


def test_the_best_of_each_kind_comes_before_the_second_of_any() -> None:
    found = pairing().goes_with([piece(SOIR), piece(CADENCE)])
    kinds = [each.piece.category for each in found]
    assert len(set(kinds[:4])) == 4
    assert LUNE in ids(found[:4])


def test_colours_count_only_where_somebody_wrote_them_down() -> None:
    navy = BOOK.colours.model_copy(
        update={
            "of": {SOIR: "navy", CADENCE: "cream", SILLAGE: "red"},
            "together": (("navy", "cream"),),
            "apart": (("navy", "red"),),
        }
    )
    book = BOOK.model_copy(update={"colours": navy})
    found = replace(pairing(), book=book).goes_with([piece(SOIR)])
    assert Why.COLOUR in whys(found, CADENCE)
    assert SILLAGE not in ids(found)
    assert Why.COLOUR not in whys(pairing().goes_with([piece(SOIR)]), CADENCE)


@pytest.mark.parametrize(
    ("kind", "said", "never", "still"),
    [
        (KIND.ALLERGY, "nickel", {SILLAGE, LUNE}, {CADENCE, ORBE}),  # the Orbe is nickel-free
        (KIND.ALLERGY, "对镍过敏", {SILLAGE, LUNE}, {CADENCE, ORBE}),
        (KIND.ALLERGY, "Chrome-tanned leather", {SILLAGE, CADENCE}, {LUNE, ORBE}),
        (KIND.ALLERGY, "gold", {ORBE, LUNE, GRAIN}, {CADENCE}),
        (KIND.DISLIKE, "yellow gold", {ORBE, GRAIN}, {LUNE, SILLAGE}),
        (KIND.DISLIKE, "white gold", {LUNE, SILLAGE}, {ORBE, GRAIN}),
        (KIND.DISLIKE, "漆皮", {CADENCE}, {SILLAGE, LUNE}),
        (KIND.DISLIKE, "珍珠项链", {LUNE}, {ORBE, CADENCE}),
        (KIND.DISLIKE, "the Cadence", {CADENCE}, {SILLAGE}),
        (KIND.DISLIKE, "高跟鞋", {CADENCE}, {SILLAGE}),
        (KIND.PREFERENCE, "soft leather, but no pearls", {LUNE}, {SILLAGE, CADENCE}),
        (KIND.PREFERENCE, "喜欢小羊皮，不戴戒指", {ORBE}, {SILLAGE, LUNE}),
        (KIND.PREFERENCE, "she doesn’t wear heels", {CADENCE}, {SILLAGE}),
    ],
)
def test_what_the_client_does_not_like_or_bear_is_never_suggested(
    kind: EntryKind, said: str, never: set[str], still: set[str]
) -> None:
    found = suggested(Draft(kind, said))
    assert not never & found
    assert still <= found


def test_a_preference_is_no_dislike() -> None:
    assert suggested(Draft(KIND.PREFERENCE, "loves pearls and gold")) == suggested()


def test_what_she_refused_or_has_is_never_suggested() -> None:
    refused = Draft(KIND.LOOK, "", Verdict.NOT_FOR_ME, LUNE)
    has = Draft(KIND.LOOK, "", Verdict.HAS, CADENCE)
    told = Draft(KIND.PREFERENCE, "已有 Orbe，尺寸合适")
    found = suggested(refused, has, told, owned=frozenset({SILLAGE}))
    assert not found & {LUNE, CADENCE, ORBE, SILLAGE}
    assert GRAIN in found


def test_what_we_wrote_with_a_look_is_not_what_she_said() -> None:
    ours = Draft(KIND.LOOK, "Soir and Cadence: you have the Orbe, no pearls", SENT)
    hers = Draft(KIND.LOOK, "Soir, Cadence: not pearls for me", Verdict.NOT_FOR_ME)
    assert suggested(ours) == suggested()
    assert suggested() - suggested(hers) == {LUNE}


def test_an_allergy_that_nobody_can_read_holds_every_suggestion_back() -> None:
    unread = pairing(Draft(KIND.ALLERGY, "something in dyes"))
    assert unread.wearer.unread_allergies == ("something in dyes",)
    assert unread.goes_with([piece(SOIR)]) == []
    assert unread.alternatives(piece(SILLAGE), in_stock((GRAIN, ""))) == []
    assert suggested(Draft(KIND.ALLERGY, "peanuts")) == suggested()


@pytest.mark.parametrize(
    "allergy",
    ["nickel and formaldehyde", "对镍和甲醛过敏", "peanuts, cobalt", "nickel?formaldehyde"],
)
def test_one_word_of_an_allergy_that_nobody_can_read_holds_back_as_well(allergy: str) -> None:
    assert pairing(Draft(KIND.ALLERGY, allergy)).wearer.unread_allergies == (allergy,)


@pytest.mark.parametrize(
    "allergy",
    [
        "I'm very allergic to nickel",
        "Skin reacts to chrome and latex",
        "对镍和乳胶严重过敏",
        "花生过敏",
    ],
)
def test_what_people_say_around_an_allergy_holds_nothing_back(allergy: str) -> None:
    assert pairing(Draft(KIND.ALLERGY, allergy)).wearer.unread_allergies == ()


def test_a_dislike_that_nobody_can_read_is_kept_in_mind() -> None:
    wearer = wearer_of([Draft(KIND.DISLIKE, "loud logos")], BOOK, CATALOGUE)
    assert wearer.unread == ("loud logos",)


def test_a_wish_is_a_reason_and_comes_first_among_equals() -> None:
    found = pairing(Draft(KIND.WISH, "", piece=ORBE)).goes_with([piece(SOIR)])
    assert Why.WISH in whys(found, ORBE)
    assert found[0].piece.id == ORBE


def test_others_count_only_when_enough_of_them_agree() -> None:
    entries = [line(c, p) for c in ("ana", "bea") for p in (SOIR, GRAIN)]
    two = pairing(likes=likes_of(entries)).goes_with([piece(SOIR)])
    assert Why.LIKED not in whys(two, GRAIN)
    entries += [line("cleo", SOIR, KIND.WISH, ""), line("cleo", GRAIN)]
    three = pairing(likes=likes_of(entries)).goes_with([piece(SOIR)])
    assert whys(three, GRAIN)[Why.LIKED] == "3 clients who like Soir like it too"


def test_one_client_counts_once_and_she_herself_not_at_all() -> None:
    likes = likes_of([line("ana", p) for p in (SOIR, GRAIN, GRAIN, SOIR)])
    assert agreeing(likes, frozenset({SOIR}), GRAIN) == 1
    assert agreeing(likes, frozenset({SOIR}), GRAIN, but="ana") == 0


def test_those_who_share_her_likes_count_too_and_nobody_is_named() -> None:
    entries = [line(c, p) for c in ("ana", "bea", "cleo") for p in (NUAGE, GRAIN)]
    mine = pairing(Draft(KIND.WISH, "", piece=NUAGE), likes=likes_of(entries))
    found = mine.goes_with([piece(SOIR)])
    says = whys(found, GRAIN)[Why.LIKED]
    assert says == "3 clients who share a liking with this one like it"
    everything = str([each.because for each in found])
    assert not any(name in everything for name in ("ana", "bea", "cleo"))


def test_who_wants_no_profile_is_not_counted() -> None:
    no = Draft(KIND.CONSENT, "withdrawn", Purpose.PROFILE)
    withdrawn = replace(line("ana", SOIR), draft=no)
    assert likes_of([line("ana", SOIR), withdrawn]) == {}


def test_what_a_client_refused_later_is_no_like() -> None:
    entries = [line("ana", SOIR, KIND.WISH, ""), line("ana", SOIR, label="not_for_me")]
    assert likes_of(entries) == {}


def test_the_house_may_not_count_fewer_than_three() -> None:
    with pytest.raises(ValidationError):
        PairingBook.model_validate({**BOOK.model_dump(), "agree": 2})


def test_alternatives_are_of_the_same_kind_and_in_stock_with_the_time_of_the_feed() -> None:
    stock_of_it = in_stock((GRAIN, ""), (LUNE, ""))
    found = pairing().alternatives(piece(SILLAGE), stock_of_it)
    assert ids(found) == {GRAIN}
    says = whys(found, GRAIN)
    assert says[Why.PRICE] == "RMB 5,600 less than the Sillage"
    assert "12:00" in says[Why.STOCK]
    dearer = pairing().alternatives(piece(GRAIN), in_stock((SILLAGE, "")))
    assert whys(dearer, SILLAGE)[Why.PRICE] == "RMB 5,600 more than the Grain"


def test_without_a_fresh_feed_there_is_no_alternative() -> None:
    assert pairing().alternatives(piece(SILLAGE), lambda *_: None) == []


def test_an_alternative_is_there_in_her_size_or_it_is_none() -> None:
    other = replace(piece(CADENCE), id="TV-S09", name="Escale")
    catalogue = Catalogue([*CATALOGUE.all(), other])
    size = Draft(KIND.SIZE, "EU 38", "shoes")
    hers = Pairing(BOOK, catalogue, wearer_of([size], BOOK, catalogue))
    assert ids(hers.alternatives(piece(CADENCE), in_stock(("TV-S09", "EU 38")))) == {"TV-S09"}
    assert hers.alternatives(piece(CADENCE), in_stock(("TV-S09", "EU 39"))) == []
    assert hers.alternatives(piece(CADENCE), in_stock((HALTE, "EU 40"))) == []


def test_an_alternative_she_refused_is_none() -> None:
    refused = Draft(KIND.DISLIKE, "", piece=GRAIN, day=date(2026, 1, 1))
    assert pairing(refused).alternatives(piece(SILLAGE), in_stock((GRAIN, ""))) == []
