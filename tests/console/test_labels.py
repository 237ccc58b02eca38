"""Options of one label: each says enough to be told apart."""

from __future__ import annotations

from console.parts.labels import told_apart


def test_a_label_of_its_own_stays_as_it_is() -> None:
    assert told_apart({"a1": "Lin", "b1": "Zhou"}, {"a1": "Gold"}) == {"a1": "Lin", "b1": "Zhou"}


def test_of_one_name_each_says_more() -> None:
    found = told_apart({"a1": "Lin", "b1": "Lin"}, {"a1": "Gold", "b1": "Black"})
    assert found == {"a1": "Lin · Gold", "b1": "Lin · Black"}


def test_of_one_name_and_tier_the_start_of_the_id_tells_and_at_last_all_of_it() -> None:
    gold = {"client:abcd1": "Gold", "client:efgh1": "Gold"}
    found = told_apart(dict.fromkeys(gold, "Lin"), gold)
    assert list(found.values()) == ["Lin · Gold · abcd", "Lin · Gold · efgh"]
    assert len(set(told_apart({"abcd1": "Lin", "abcd2": "Lin"}).values())) == 2


def test_what_is_said_more_is_no_other_label_either() -> None:
    found = told_apart({"a": "Lin", "b": "Lin", "c": "Lin · Gold"}, {"a": "Gold", "b": "Black"})
    assert len(set(found.values())) == 3
