"""Parity, by worked examples: which cases are a pair, and when a pair is served alike."""

from __future__ import annotations

from agents.assessment.parity import pairs_of, parity
from tests.agents.graded import case, graded


def test_ids_that_differ_in_their_language_alone_are_a_pair() -> None:
    cases = [graded(case(id_)) for id_ in ("zh-care-1", "en-care-1", "inj-en-2", "inj-zh-2")]
    assert [pair.name for pair in pairs_of(cases)] == [
        "zh-care-1 / en-care-1",
        "inj-zh-2 / inj-en-2",
    ]


def test_a_pair_never_names_different_facts() -> None:
    cases = [graded(case("zh-care-1", fact="H-M1")), graded(case("en-care-1", fact="H-M2"))]
    assert pairs_of(cases) == []


def test_one_fact_in_common_is_enough_for_like_ids() -> None:
    cases = [
        graded(case("zh-care-1", fact="H-M1")),
        graded(case("en-care-1", note="H-M1; CARE-10")),
    ]
    assert len(pairs_of(cases)) == 1


def test_cases_of_one_kind_and_the_same_facts_are_a_pair_whatever_their_ids() -> None:
    cases = [
        graded(case("zh-care-1", fact="H-M1", category="care")),
        graded(case("en-care-9", fact="H-M1", category="care")),
        graded(case("en-care-8", fact="H-M1", category="policy")),
    ]
    assert [pair.name for pair in pairs_of(cases)] == ["zh-care-1 / en-care-9"]


def test_no_case_is_in_two_pairs() -> None:
    chinese = [graded(case(id_, fact="H-M1", category="care")) for id_ in ("zh-1", "zh-2")]
    assert len(pairs_of([*chinese, graded(case("en-5", fact="H-M1", category="care"))])) == 1


def test_a_pair_is_alike_when_both_are_right_or_both_are_wrong_in_one_behaviour() -> None:
    found = parity(
        [
            graded(case("zh-1")), graded(case("en-1")),
            graded(case("zh-2"), "wrong"), graded(case("en-2"), "wrong"),
            graded(case("zh-3"), "wrong"), graded(case("en-3")),
            graded(case("zh-4")), graded(case("en-4"), behaviour="abstain"),
        ]
    )  # fmt: skip
    assert (found.good, found.alike) == (0.25, 0.5)
    assert [pair.zh.case.id for pair in found.differing] == ["zh-3", "zh-4"]


def test_one_language_alone_has_no_pair() -> None:
    found = parity([graded(case("zh-1"))])
    assert (found.pairs, found.good, found.alike) == ((), 1.0, 1.0)
