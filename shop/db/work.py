"""One transaction, as the services see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from shop.db.appointments import SqlAppointments
from shop.db.articles import SqlArticles
from shop.db.cases import SqlCases
from shop.db.client_book import SqlBookEntries
from shop.db.consents import SqlConsents
from shop.db.conversations import SqlConversations
from shop.db.disagreements import SqlDisagreements
from shop.db.handoffs import SqlHandoffs
from shop.db.insights import SqlHistory
from shop.db.looks import SqlLooks
from shop.db.messages import SqlMessages
from shop.db.owners import SqlClientOwners, SqlPresence
from shop.db.people import SqlClients, SqlSignIns, SqlStaff
from shop.db.proofs import SqlProofs
from shop.db.reply_drafts import SqlReplyDrafts
from shop.db.scores import SqlScores
from shop.db.secrets import SqlSecrets
from shop.db.tables import journal
from shop.db.trace_scans import SqlTraceScans
from shop.db.turns import SqlTurns
from shop.db.workbench import SqlNotes, SqlSnippets
from shop.ports import Clock

_RECORD = journal.insert()


@dataclass
class SqlWork:
    """`rung` holds the topics to ring once the transaction is kept."""

    connection: Connection
    clock: Clock
    origin: str
    rung: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.conversations = SqlConversations(self.connection)
        self.messages = SqlMessages(self.connection)
        self.proofs = SqlProofs(self.connection)
        self.reply_drafts = SqlReplyDrafts(self.connection)
        self.turns = SqlTurns(self.connection)
        self.handoffs = SqlHandoffs(self.connection)
        self.clients = SqlClients(self.connection)
        self.book = SqlBookEntries(self.connection)
        self.consents = SqlConsents(self.connection)
        self.owners = SqlClientOwners(self.connection)
        self.presence = SqlPresence(self.connection)
        self.staff = SqlStaff(self.connection)
        self.sign_ins = SqlSignIns(self.connection)
        self.articles = SqlArticles(self.connection)
        self.disagreements = SqlDisagreements(self.connection)
        self.secrets = SqlSecrets(self.connection)
        self.history = SqlHistory(self.connection)
        self.scores = SqlScores(self.connection)
        self.appointments = SqlAppointments(self.connection)
        self.cases = SqlCases(self.connection)
        self.looks = SqlLooks(self.connection)
        self.trace_scans = SqlTraceScans(self.connection)
        self.snippets = SqlSnippets(self.connection)
        self.notes = SqlNotes(self.connection)

    def alone(self, key: str) -> None:
        """On SQLite a writing transaction is alone from its beginning."""
        if self.connection.dialect.name == "postgresql":
            lock = func.pg_advisory_xact_lock(func.hashtextextended(key, 0))
            self.connection.execute(select(lock))

    def record(
        self,
        actor: str,
        verb: str,
        subject: str,
        topics: Sequence[str] = (),
        **detail: str | int | bool | None,
    ) -> None:
        line = {
            "at": self.clock(),
            "actor": actor,
            "verb": verb,
            "subject": subject,
            "detail": detail,
            "topics": list(topics),
            "origin": self.origin,
        }
        self.connection.execute(_RECORD, line)
        self.rung += [topic for topic in topics if topic not in self.rung]
