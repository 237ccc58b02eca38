"""Passages, the real engine (its files are written once) and an index with a real Chroma."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.embedders import Embedder
from knowledge.embedding.bundled_e5 import BundledE5
from knowledge.index import Index
from knowledge.passages import Passage
from knowledge.vector_store import open_store
from shop.conversations import Behaviour
from shop.language import Lang
from tests.doubles import HashEngine

MakeIndex = Callable[..., Index]


def passage(
    article: str, text: str, lang: Lang = "en", asks: tuple[str, ...] = (), section: str = "s"
) -> Passage:
    return Passage(
        article=article,
        revision=1,
        section=section,
        lang=lang,
        article_title=article,
        title="",
        text=text,
        asks=asks,
        about=(),
        topic="care",
        source=("CARE-1",),
        behaviour=Behaviour.ANSWER,
        reason=None,
    )


@pytest.fixture(scope="session")
def models_dir(request: pytest.FixtureRequest) -> Path:
    return Path(request.config.cache.mkdir("models"))  # kept between runs


@pytest.fixture(scope="session")
def bundled(models_dir: Path) -> BundledE5:
    return BundledE5(models_dir)


@pytest.fixture
def make_index(tmp_path: Path) -> Iterator[MakeIndex]:
    """Opens the index in this test's folder; closes what the test left open."""
    opened: list[Index] = []

    def make(engine: HashEngine | BundledE5 | None = None, cache: bool = False) -> Index:
        store = open_store(tmp_path / "chroma")
        embedder = Embedder(engine or HashEngine(), tmp_path / "cache.db" if cache else None)
        opened.append(Index(store, embedder, tmp_path / "index.json"))
        return opened[-1]

    yield make
    for index in opened:
        index.close()
