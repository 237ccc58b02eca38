"""The database: where it is, whether its tables are up to date, what is in it."""

from __future__ import annotations

from datetime import datetime

from agents.voice import BEIJING
from knowledge.article_store import ArticleStore
from knowledge.passages import passages_of
from operations.doctor.findings import Finding, broken, fine, missing
from operations.people import accounts
from settings import Settings
from shop.db import SqlStore, inspect
from shop.db.store import utc_now


def database(settings: Settings) -> list[Finding]:
    standing = inspect(settings.database)
    if not standing.revision:
        return [missing("store", f"{standing.address}: no tables yet; make run makes them")]
    if not standing.is_at_head:
        said = f"{standing.address}: at {standing.revision}, make run brings it to"
        return [missing("store", f"{said} {standing.newest}")]
    return [fine("store", f"{standing.address}, at {standing.revision}, the newest")]


def articles(settings: Settings) -> list[Finding]:
    if not inspect(settings.database).is_at_head:
        return [missing("articles", "none yet: make run takes them in")]
    store = SqlStore(settings.database)
    try:
        today = datetime.now(BEIJING).date()
        known = ArticleStore(store, utc_now).published(today, settings.market or None)
    finally:
        store.close()
    passages = sum(len(passages_of(article)) for article in known)
    return [fine("articles", f"{len(known)} published today, {passages} passages")]


def people(settings: Settings) -> list[Finding]:
    if not inspect(settings.database).is_at_head:
        return [missing("people", "none yet")]
    with accounts(settings) as (staff, clients):
        members, known = len(staff.all()), len(clients.all())
    said = f"{members} of staff, {known} clients"
    if members:
        return [fine("people", said)]
    if settings.demo:
        return [missing("people", f"{said}: make run makes the demo's")]
    return [broken("people", f"{said}: nobody can sign in; set DEMO=true for one start")]
