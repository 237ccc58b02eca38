"""What pages are tested on: a small house, and whoever looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from console import session
from knowledge.article_store import ArticleStore
from knowledge.articles import parse_article
from knowledge.index import IndexReport
from knowledge.passages import Hit, Passage
from knowledge.publishing import Publishing
from shop.access import Role, Staff
from shop.db import SqlStore
from shop.settling import Disagreements
from storefront.identity import CLIENT_HEADER, STAFF_HEADER, VISITOR_HEADER
from tests.conftest import FrozenClock
from tests.console.shopper import MAIN, ME
from tests.storefront.house import PASSWORD, open_at_once, small_house

ARTICLE = """---
id: care-lambskin
topic: care
title: {zh: 小羊皮的养护, en: Caring for lambskin}
owner: leather atelier
source: [CARE-10]
confidence: high
market: [all]
valid_from: 2026-01-01
valid_until:
about: [lambskin]
---

# zh

## 淋了雨 {#rain}
? 包被雨淋了
先用软布轻轻按压。

# en

## Caught in the rain {#rain}
? my bag got wet
Blot it with a soft cloth first; repairs cost $40 to $90.
"""


class RememberingIndex:
    """An index that embeds nothing: it keeps what it was given, and finds by a shared word."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []

    def update(self, passages: Any, progress: object = None) -> IndexReport:
        self.passages = list(passages)
        return IndexReport(0, len(self.passages), 0, 0.0)

    def find(self, query: str, lang: str, limit: int = 8) -> list[Hit]:
        words = set(query.lower().split())
        return [
            Hit(passage, score=0.75, asked=0.5, dense=0.25, lexical=0.125)
            for passage in self.passages
            if passage.lang == lang and words & set(passage.text.lower().split())
        ][:limit]


@pytest.fixture
def staffed(sqlite_template: Path, tmp_path: Path, clock: FrozenClock) -> Iterator[Any]:
    """Services with one article, announced as those of this process."""
    store = SqlStore(f"sqlite:///{copy(sqlite_template, tmp_path / 'maroquin.db')}", clock)
    services: SimpleNamespace = small_house(store, clock, tmp_path)
    index = RememberingIndex()
    services.article_store = ArticleStore(store, clock)
    services.search = index
    services.disagreements = Disagreements(store, clock)
    services.publishing = Publishing(services.article_store, index, clock)
    services.article_store.seed([parse_article(ARTICLE)])
    services.publishing.refresh()
    open_at_once(services)
    yield services
    services.runner.close()
    store.close()


SignIn = Callable[[Role], Staff]


@pytest.fixture
def sign_in(staffed: Any, monkeypatch: pytest.MonkeyPatch) -> SignIn:
    """Makes this browser that of somebody with the role."""

    def as_role(role: Role) -> Staff:
        token = staffed.staff_accounts.sign_in(role.value, PASSWORD, "127.0.0.1").token
        known = {VISITOR_HEADER: "a" * 32, CLIENT_HEADER: "", STAFF_HEADER: token}
        monkeypatch.setattr(session, "identity_headers", lambda: known)
        staff: Staff = staffed.staff_accounts.staff_of(token)
        return staff

    return as_role


@pytest.fixture
def house(sqlite_template: Path, tmp_path: Path, clock: FrozenClock) -> Iterator[Any]:
    store = SqlStore(f"sqlite:///{copy(sqlite_template, tmp_path / 'maroquin.db')}", clock)
    services = small_house(store, clock, tmp_path)
    open_at_once(services)
    yield services
    services.runner.close()
    store.close()


@pytest.fixture
def headers(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the identity middleware would have said of this browser."""
    known = {VISITOR_HEADER: ME.id, CLIENT_HEADER: "", STAFF_HEADER: ""}
    monkeypatch.setattr(session, "identity_headers", lambda: known)
    return known


@pytest.fixture
def page(house: Any, headers: dict[str, str]) -> AppTest:
    return AppTest.from_file(str(MAIN), default_timeout=20)
