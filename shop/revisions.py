"""Revisions of an article as the store keeps them: text, number, state, who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shop.language import Bilingual


class RevisionState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"  # at most one per article
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision; `number` counts from 1 per article and never changes its text.

    `base` is the revision its author started from (0: none). `from_house` marks text that came
    with the software, not from a person. `at` is aware UTC.
    """

    article_id: str
    number: int
    state: RevisionState
    author: str
    at: datetime
    note: str = ""
    base: int = 0
    from_house: bool = False
    author_id: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """A line of the list of articles: its newest revision, and whether one waits unpublished."""

    id: str
    topic: str
    title: Bilingual
    revision: int
    state: RevisionState
    owner: str
    updated_at: datetime
    has_draft: bool


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """What of an article is listed and searched without reading its text."""

    id: str
    topic: str
    title: Bilingual
    owner: str
