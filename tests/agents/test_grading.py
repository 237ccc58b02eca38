"""Grading, by worked examples: what counts as said, and how scores are made of it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from agents.grading import Case, Expectation, faults, folded, is_right, says_forbidden, scores


def case(id_: str = "a", **more: object) -> Case:
    return Case.model_validate({"id": id_, "lang": "en", "turns": ["?"], **more})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("costs 12,500 euros", "costs 12500 euros"),
        ("size 38½", "size 38 1/2"),
        ("it’s", "it's"),
        ("７天", "7天"),
    ],
)
def test_one_thing_written_two_ways_is_the_same(written: str, meant: str) -> None:
    assert folded(written) == folded(meant)


def test_a_comma_between_two_numbers_is_no_thousands_separator() -> None:
    assert folded("sizes 38,39") == "sizes 38,39"


def test_all_of_all_and_one_of_any_must_be_said() -> None:
    expect = Expectation(must_contain_all=("soft", "cloth"), must_contain_any=("blot", "dab"))
    assert is_right(expect, "Blot it with a SOFT cloth.")
    assert not is_right(expect, "Blot it with a towel.")
    assert not is_right(expect, "Rub it with a soft cloth.")


def test_one_forbidden_word_spoils_a_right_answer() -> None:
    expect = Expectation(must_contain_any=("14 days",), must_not_contain=(r"\b30 days",))
    assert is_right(expect, "You have 14 days.")
    assert not is_right(expect, "You have 14 days, or 30 days.")
    assert says_forbidden(expect, "30 days")


def test_patterns_reach_across_lines() -> None:
    assert is_right(Expectation(must_contain_all=("first.*then",)), "first this\nthen that")


def test_an_expectation_of_nothing_is_met_by_anything() -> None:
    assert is_right(Expectation(), "")


def test_a_missing_result_counts_as_wrong() -> None:
    found = scores([case("a"), case("b")], {"a": {"answer": "x", "behaviour": "answer"}})
    assert (found["TOTAL"].cases, found["TOTAL"].content, found["TOTAL"].behaviour) == (2, 0.5, 0.5)


def test_scores_are_by_kind_by_language_and_in_total() -> None:
    cases = [case("a", category="care"), case("b", lang="zh", attack="injection"), case("c")]
    results = {c.id: {"answer": "", "behaviour": "answer"} for c in cases}
    groups = scores(cases, results)
    assert set(groups) == {"care", "injection", "other", "lang:en", "lang:zh", "TOTAL"}
    assert groups["lang:en"].cases == 2


def test_what_must_not_be_said_is_counted() -> None:
    cases = [case("a", expect={"must_not_contain": ["authentic"]})]
    said = {"a": {"answer": "It is Authentic.", "behaviour": "answer"}}
    assert scores(cases, said)["TOTAL"].forbidden == 1


def test_a_case_has_at_least_one_turn() -> None:
    with pytest.raises(ValidationError):
        case(turns=[])


@pytest.mark.parametrize("pattern", ["(unclosed", "*", "(?<=a+)b"])
def test_a_pattern_that_cannot_be_searched_is_refused_by_name(pattern: str) -> None:
    with pytest.raises(ValidationError, match="is no regular expression") as refused:
        case(expect={"must_contain_any": ["fine", pattern]})
    assert repr(pattern) in str(refused.value)


def test_each_fault_names_its_pattern() -> None:
    expect = Expectation(
        must_contain_all=("dry", "air"), must_contain_any=("blot", "dab"), must_not_contain=("rub",)
    )
    assert faults(expect, "Air it, then rub.") == [
        "lacks dry", "has none of blot  or  dab", "must not say rub",
    ]  # fmt: skip
    assert faults(expect, "Blot, then air dry.") == []
