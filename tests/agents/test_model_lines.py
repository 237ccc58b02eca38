from __future__ import annotations

import time

import pytest

from agents.model_lines import drafts, lines
from agents.turn import Drafted


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Wipe it with a dry cloth [1].", [("Wipe it with a dry cloth.", (0,))]),
        ("Wipe it. [1] Do not rub. [2]", [("Wipe it.", (0,)), ("Do not rub.", (1,))]),
        ("1. **Wipe** it with a cloth【1】", [("Wipe it with a cloth.", (0,))]),
        ("- Use no heat [1][2]", [("Use no heat.", (0, 1))]),
        ("* Use no heat [1, 2, 1]", [("Use no heat.", (0, 1))]),
        ("Wipe it [1], and use no heat [2].", [("Wipe it, and use no heat.", (0, 1))]),
        ("Wipe it [1] and use no heat [2].", [("Wipe it and use no heat.", (0, 1))]),
        ("A is so. B is not [3]", [("A is so.", (2,)), ("B is not.", (2,))]),
        ("[1] Wipe it.", [("Wipe it.", ())]),
        ("[evidence 2] Wipe it.", [("Wipe it.", ())]),
        ("Wipe it [evidence 2].", [("Wipe it.", (1,))]),
        ("EU 38 = 24.5 cm [1]", [("EU 38 = 24.5 cm.", (0,))]),
        ("925. means silver", [("925. means silver.", ())]),
        ("10) Wipe it [1]", [("Wipe it.", (0,))]),
        ("Is it so? [1]", [("Is it so?", (0,))]),
        ("<b>Wipe</b> `it` [1]", [("Wipe it.", (0,))]),
        ("see [here 1](http://x.example) [1]", [("see [here 1](http://x.example).", (0,))]),
        ("```", []),
        ("---", []),
        ("[1]", []),
        ("", []),
    ],
)
def test_a_line_is_read_as_its_sentences(
    line: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert [(draft.text, draft.evidence) for draft in drafts(line, "en")] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "用干布擦拭【1†source】。不要用热水［2］。",
            [("用干布擦拭。", (0,)), ("不要用热水。", (1,))],
        ),
        ("第一句。第二句。[1]", [("第一句。", (0,)), ("第二句。", (0,))]),
        ("（1）可以退货[1]", [("可以退货。", (0,))]),
        ("1、可以退货[1，2]", [("可以退货。", (0, 1))]),
        ("可以退货[1]，但要保留吊牌[2]。", [("可以退货，但要保留吊牌。", (0, 1))]),
        ("可以退货【证据1】", [("可以退货。", (0,))]),
    ],
)
def test_a_chinese_line_is_read_as_its_sentences(
    line: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert [(draft.text, draft.evidence) for draft in drafts(line, "zh")] == expected


def test_a_line_is_there_as_soon_as_it_is_whole() -> None:
    taken: list[str] = []

    def chunks() -> object:
        for chunk in ("Wi", "pe.\nDo", " not rub"):
            taken.append(chunk)
            yield chunk

    assert next(lines(chunks())) == "Wipe."  # type: ignore[arg-type]  # a generator of strings
    assert taken == ["Wi", "pe.\nDo"]


@pytest.mark.parametrize(
    "chunks",
    [
        ["<think>Use heat.</think>Wipe it."],
        ["<think>Use\n", "heat.\n</th", "ink>", "Wipe it."],
        ["<THINKING>a\nb</thinking>\nWipe it."],
        ["Wipe it.\n<think>no end"],
    ],
)
def test_what_a_model_thinks_aloud_is_left_out(chunks: list[str]) -> None:
    assert "".join(lines(chunks)).strip() == "Wipe it."


@pytest.mark.parametrize(
    "line",
    [
        "[" * 4000,
        "[1" * 2000,
        "[1] " * 1000,
        "<think>" * 600,
        "1. " * 1500,
        "**" * 2000,
        "<a" * 2000,
    ],
)
def test_no_line_takes_long(line: str) -> None:
    began = time.thread_time()
    for whole in lines([line]):
        drafts(whole, "en")
    assert time.thread_time() - began < 0.2


def test_no_citation_makes_evidence_of_nothing() -> None:
    assert drafts("Wipe it [0].", "en") == [Drafted("Wipe it.", (-1,))]
