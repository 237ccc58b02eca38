"""Articles and their revisions in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from shop.db.article_tables import articles, revisions
from shop.language import Bilingual
from shop.revisions import ArticleLabel, ArticleSummary, Revision, RevisionState


class SqlArticles:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, words: Sequence[str] = (), topic: str = "") -> list[ArticleSummary]:
        newest = (
            select(revisions.c.article_id, func.max(revisions.c.number).label("number"))
            .group_by(revisions.c.article_id)
            .subquery()
        )
        query = (
            select(articles, revisions.c.number, revisions.c.state, revisions.c.at)
            .join(newest, newest.c.article_id == articles.c.id)
            .join(
                revisions,
                (revisions.c.article_id == newest.c.article_id)
                & (revisions.c.number == newest.c.number),
            )
            .order_by(articles.c.topic, articles.c.id)
        )
        for word in words:
            query = query.where(revisions.c.markdown.icontains(word, autoescape=True))
        if topic:
            query = query.where(articles.c.topic == topic)
        waiting = self._with_drafts()
        return [_summary(row, row.id in waiting) for row in self._connection.execute(query)]

    def label(self, label: ArticleLabel) -> None:
        values = {
            "topic": label.topic,
            "title_zh": label.title.zh,
            "title_en": label.title.en,
            "owner": label.owner,
        }
        changed = self._connection.execute(
            update(articles).where(articles.c.id == label.id).values(values)
        )
        if changed.rowcount == 0:
            self._connection.execute(articles.insert().values(id=label.id, **values))

    def add(self, revision: Revision, markdown: str) -> None:
        self._connection.execute(
            revisions.insert().values(
                article_id=revision.article_id,
                number=revision.number,
                state=revision.state,
                markdown=markdown,
                author=revision.author,
                author_id=revision.author_id,
                at=revision.at,
                note=revision.note,
                base=revision.base,
                from_house=revision.from_house,
            )
        )

    def set_state(self, article_id: str, number: int, state: RevisionState) -> None:
        self._connection.execute(
            update(revisions)
            .where(revisions.c.article_id == article_id, revisions.c.number == number)
            .values(state=state)
        )

    def revisions(self, article_id: str) -> list[Revision]:
        query = select(revisions).where(revisions.c.article_id == article_id)
        rows = self._connection.execute(query.order_by(revisions.c.number.desc()))
        return [_revision(row) for row in rows]

    def text(self, article_id: str, number: int) -> str | None:
        found: str | None = self._connection.execute(
            select(revisions.c.markdown).where(
                revisions.c.article_id == article_id, revisions.c.number == number
            )
        ).scalar_one_or_none()
        return found

    def published(self) -> list[tuple[str, int, str]]:
        query = (
            select(revisions.c.article_id, revisions.c.number, revisions.c.markdown)
            .where(revisions.c.state == RevisionState.PUBLISHED)
            .order_by(revisions.c.article_id)
        )
        return [(row.article_id, row.number, row.markdown) for row in self._execute(query)]

    def edited(self) -> set[str]:
        query = select(revisions.c.article_id).where(~revisions.c.from_house).distinct()
        return set(self._connection.execute(query).scalars())

    def _execute(self, query: Any) -> list[Row[Any]]:
        return list(self._connection.execute(query))

    def _with_drafts(self) -> set[str]:
        query = select(revisions.c.article_id).where(revisions.c.state == RevisionState.DRAFT)
        return set(self._connection.execute(query.distinct()).scalars())


def _summary(row: Row[Any], has_draft: bool) -> ArticleSummary:
    return ArticleSummary(
        id=row.id,
        topic=row.topic,
        title=Bilingual(row.title_zh, row.title_en),
        revision=row.number,
        state=RevisionState(row.state),
        owner=row.owner,
        updated_at=row.at,
        has_draft=has_draft,
    )


def _revision(row: Row[Any]) -> Revision:
    return Revision(
        article_id=row.article_id,
        number=row.number,
        state=RevisionState(row.state),
        author=row.author,
        author_id=row.author_id,
        at=row.at,
        note=row.note,
        base=row.base,
        from_house=row.from_house,
    )
