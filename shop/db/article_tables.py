"""Tables of the knowledge: articles and their revisions; they belong to those of `tables`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text

from shop.db.columns import SHORT, UtcDateTime
from shop.db.tables import metadata

_ARTICLE = String(120)

articles = Table(
    "articles",
    metadata,
    Column("id", _ARTICLE, primary_key=True),
    Column("topic", SHORT, nullable=False),
    Column("title_zh", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("owner", Text, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("article_id", _ARTICLE, ForeignKey("articles.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", SHORT, nullable=False),
    Column("markdown", Text, nullable=False),
    Column("author", SHORT, nullable=False),
    Column("author_id", SHORT, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("note", Text, nullable=False),
    Column("base", Integer, nullable=False),
    Column("from_house", Boolean, nullable=False),
    Index(
        "uq_revisions_one_published",
        "article_id",
        unique=True,
        sqlite_where=text("state = 'published'"),
        postgresql_where=text("state = 'published'"),
    ),
)
