"""Asks are compared in the directions that tell sections apart, once there are enough of them."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.discriminant import AXES, FEWEST, fit
from knowledge.embedding.engine import Vectors, normalised
from knowledge.shelves import Several, Space

SECTIONS, VOICES, DIMENSIONS = 250, 14, 200
SUBJECTS = 40  # the directions in which sections differ; all others are how people speak


@pytest.fixture(scope="module")
def asks() -> tuple[Vectors, np.ndarray]:
    """Asks of many sections, drowned in the voices they are said in; and whose they are."""
    chance = np.random.default_rng(7)
    subjects = np.zeros((SECTIONS, DIMENSIONS))
    subjects[:, :SUBJECTS] = chance.normal(size=(SECTIONS, SUBJECTS))
    owners = np.repeat(np.arange(SECTIONS), VOICES)
    voices = chance.normal(size=(len(owners), DIMENSIONS))
    voices[:, :SUBJECTS] *= 0.5
    return normalised((subjects[owners] + 2 * voices).astype(np.float32)), owners


def nearest_is_own(vectors: Vectors, owners: np.ndarray) -> float:
    """How often the nearest other ask is of the same section."""
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, -1)
    return float((owners[alike.argmax(axis=1)] == owners).mean())


def test_sections_never_seen_are_told_apart_better(asks: tuple[Vectors, np.ndarray]) -> None:
    vectors, owners = asks
    seen = owners < SECTIONS - 30
    axes = fit(vectors[seen], owners[seen])
    assert axes is not None
    assert axes.shape == (DIMENSIONS, AXES)
    before = nearest_is_own(vectors[~seen], owners[~seen])
    after = nearest_is_own(normalised(vectors[~seen] @ axes), owners[~seen])
    assert after > before + 0.1


def test_too_few_asks_teach_nothing(asks: tuple[Vectors, np.ndarray]) -> None:
    vectors, owners = asks
    assert fit(vectors[: FEWEST - 1], owners[: FEWEST - 1]) is None


def several(*passages: list[list[float]]) -> Several:
    vectors = np.array([ask for asks in passages for ask in asks], np.float32)
    first = np.cumsum([0, *map(len, passages)])
    return Several(Space(np.zeros(2, np.float32), normalised(vectors)), first)


def test_the_same_question_counts_more_than_many_like_it() -> None:
    found = several([[1, 0], [0, 1]], [[0.8, 0.6]] * 9).alike(np.array([1, 0], np.float32))
    assert found[0] > found[1]


def test_two_asks_that_come_near_count_more_than_one() -> None:
    two = [[0.8, 0.6], [0.7, 0.7]]
    found = several(two, [[0.8, 0.6], [0, 1]]).alike(np.array([1, 0], np.float32))
    assert found[0] > found[1]


def test_a_passage_without_asks_is_like_nothing() -> None:
    found = several([], [[1, 0]], []).alike(np.array([1, 0], np.float32))
    assert found.tolist() == pytest.approx([0, 1, 0])
