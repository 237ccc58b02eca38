"""Alembic's entry: runs on the connection and in the transaction that `shop.db.migrate` opened."""

from __future__ import annotations

from alembic import context

from shop.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
