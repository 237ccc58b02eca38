"""The glossary: what shoppers call things."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.glossary import Glossary, load_glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary(Path("knowledge/house/glossary.yaml"))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("is caviar tougher than lambskin", ["grained", "lambskin"]),
        ("荔枝纹和小羊皮哪个耐刮", ["grained", "lambskin"]),
        ("patent leather heels", ["patent", "shoe"]),
        ("MY PEARLS", ["pearl"]),
        ("the goldfish", []),
    ],
)
def test_names_in_either_language_lead_to_one_term(
    glossary: Glossary, text: str, terms: list[str]
) -> None:
    assert glossary.terms_in(text) == terms


def test_a_longer_name_wins_over_a_shorter_one_within_it() -> None:
    glossary = Glossary({"leather": (), "patent": ("patent leather",)})
    assert glossary.terms_in("patent leather") == ["patent"]


def test_a_term_is_named_once() -> None:
    assert Glossary({"silk": ("真丝",)}).terms_in("silk 真丝 silk") == ["silk"]
