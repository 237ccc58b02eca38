"""Thresholds, by worked examples: what a floor or a lead costs, and how they are chosen."""

from __future__ import annotations

from agents.assessment.calibration import Known
from bench.golden_cases import golden_cases
from bench.thresholds import abstained, best_floor, best_lead, caught, halves, lost, silenced
from tests.agents.graded import case, graded


def known(relevance: float, *, wanted: bool = True, good: bool = True) -> Known:
    return Known(relevance, wanted, answered=True, good=good)


def test_a_floor_silences_right_answers_only() -> None:
    cases = [known(0.5), known(0.9), known(0.4, good=False)]
    assert silenced(cases, 0.6) == 0.5


def test_a_question_without_an_answer_is_caught_below_the_floor_or_when_abstained() -> None:
    abstains = Known(0.9, wanted=False, answered=False, good=True)
    cases = [known(0.5, wanted=False, good=False), known(0.8, wanted=False, good=False), abstains]
    assert (caught(cases, 0.0), caught(cases, 0.6)) == (1 / 3, 2 / 3)


def test_the_floor_is_the_highest_that_no_kind_of_question_pays_too_much_for() -> None:
    golden = [known(0.75)] * 100
    unseen = [known(0.55), known(0.65), *[known(0.85)] * 98]
    assert best_floor(golden, golden) == 0.75
    assert best_floor(golden, unseen) == 0.75  # 2 of 100 may be silenced
    assert best_floor(golden, [*unseen, known(0.6)]) == 0.65


def test_the_lead_is_the_furthest_behind_that_costs_few_answers() -> None:
    def one(number: int, behaviour: str, answers: float, abstains: float) -> dict[str, object]:
        return {
            "id": f"zh-{number}", "behaviour": behaviour,
            "nearest": {"answer": answers, "abstain": abstains},
        }  # fmt: skip

    rows = [one(n, "answer", 0.8, 0.695) for n in range(60)] + [one(99, "abstain", 0.7, 0.65)]
    cases = [
        graded(case(str(r["id"]), str(r["behaviour"])), decided_by="likeness", nearest=r["nearest"])
        for r in rows
    ]
    assert best_lead(cases) == -0.1
    behind = [(-0.1, True), (-0.05, False), (0.1, False)]
    assert (lost(behind, -0.07), abstained(behind, -0.07)) == (0.0, 1.0)
    assert (lost(behind, -0.2), abstained(behind, 0.0)) == (1.0, 0.5)


def test_a_case_stays_in_its_half_when_others_are_added() -> None:
    few = [graded(case(f"zh-{n}")) for n in range(20)]
    more = [*few, *(graded(case(f"en-{n}")) for n in range(20))]
    first, second = halves(few)
    assert first
    assert second
    assert {g.case.id for g in first} <= {g.case.id for g in halves(more)[0]}


def test_what_nobody_can_answer_is_asked_in_both_languages() -> None:
    unknown = golden_cases("unknown")
    by_language = {lang: [c.id[3:] for c in unknown if c.lang == lang] for lang in ("zh", "en")}
    assert by_language["zh"] == by_language["en"]
    assert len(unknown) >= 60
    assert {c.behaviour for c in unknown} == {"abstain"}
