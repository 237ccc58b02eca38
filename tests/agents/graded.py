"""Cases and what was made of them, for tests of assessments."""

from __future__ import annotations

from typing import Any

from agents.grading import Case, Grade, grade


def case(id_: str = "zh-a-1", behaviour: str = "answer", **more: object) -> Case:
    """A case that wants the word 'right' in its answer."""
    lang = "zh" if "zh" in id_ else "en"
    expect = {"must_contain_all": ["right"], "must_not_contain": ["forbidden"]}
    held = {"id": id_, "lang": lang, "turns": ["?"], "behaviour": behaviour, "expect": expect}
    return Case.model_validate(held | more)


def result(
    id_: str, answer: str = "right", behaviour: str = "answer", **more: Any
) -> dict[str, Any]:
    return {"id": id_, "answer": answer, "behaviour": behaviour, **more}


def graded(asked: Case, answer: str = "right", behaviour: str = "answer", **more: Any) -> Grade:
    return grade(asked, result(asked.id, answer, behaviour, **more))
