"""Accounts of staff: passwords, sessions, and patience with those who guess.

Passwords are kept as argon2id hashes, sessions as the SHA-256 of an opaque token: nobody who
reads the database can sign in with what stands there. An unknown name costs the same time and
gives the same answer as a wrong password. An attempt is counted before its password is looked
at, so that guesses sent at once count too.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from shop.access import Role, Staff
from shop.errors import BadInput, SignInFailed, TooManyAttempts
from shop.existing import existing
from shop.ids import new_id
from shop.ports import Clock, Credentials, Store, Work
from shop.writings import storable, written

FAILURES_PER_LOGIN = 5
FAILURES_PER_ADDRESS = 20  # a whole office may share one
LOCKED_FOR = timedelta(minutes=15)
SHORTEST_PASSWORD = 10  # characters
LONGEST_PASSWORD = 200
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SessionToken:
    """The only copy of `token`; `expires_at` is aware UTC."""

    token: str
    staff: Staff
    expires_at: datetime


class StaffAccounts:
    def __init__(
        self,
        store: Store,
        clock: Clock,
        session_hours: float = 12.0,
        hasher: PasswordHasher | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._session = timedelta(hours=session_hours)
        self._hasher = hasher or PasswordHasher()

    def create(self, login: str, name: str, role: Role, password: str) -> Staff:
        """A new account. Raises BadInput for a weak password, Conflict for a login in use."""
        staff = Staff(new_id(), _login(login), written(name, LONGEST_NAME), Role(role))
        password_hash = self._hasher.hash(_strong(password))
        with self._store.begin() as work:
            work.staff.add(staff, password_hash, self._clock())
            work.record("house", "create staff", staff.id, role=staff.role)
        return staff

    def all(self) -> list[Staff]:
        """Everybody whose account isn't disabled, by login."""
        with self._store.read() as work:
            return work.staff.all()

    def sign_in(self, login: str, password: str, from_address: str) -> SessionToken:
        """A new session. Raises SignInFailed, or TooManyAttempts with the time to try again."""
        login = storable(login).strip().casefold()[:LONGEST_NAME]
        address = from_address[:LONGEST_NAME]
        with self._store.begin() as work:
            work.alone(f"sign-in:{login}")
            self._require_patience(work, login, address)
            work.sign_ins.add_failure(login, address, self._clock())
            known = work.staff.by_login(login)
        if not self._is_right(known, password) or known is None or known.disabled:
            raise SignInFailed("This name and password do not belong together.")
        return self._admit(known, password, address)

    def staff_of(self, token: str) -> Staff | None:
        """None when the session is unknown, expired, signed out, or the account disabled."""
        with self._store.read() as work:
            return work.sign_ins.staff_of(_digest(token), self._clock())

    def sign_out(self, token: str) -> None:
        with self._store.begin() as work:
            staff = work.sign_ins.staff_of(_digest(token), self._clock())
            work.sign_ins.end(_digest(token))
            if staff:
                work.record(staff.actor, "sign out", staff.id)

    def change_password(self, login: str, password: str) -> None:
        """Give the account a new password; every session of it ends. Raises NotFound, BadInput."""
        password_hash = self._hasher.hash(_strong(password))
        with self._store.begin() as work:
            staff = _account(work, login)
            work.staff.set_password(staff.id, password_hash)
            work.sign_ins.end_all_of(staff.id)
            work.record("house", "change password", staff.id)

    def disable(self, login: str) -> None:
        """Nobody signs in with this account any more; every session of it ends."""
        with self._store.begin() as work:
            staff = _account(work, login)
            work.staff.disable(staff.id, self._clock())
            work.sign_ins.end_all_of(staff.id)
            work.record("house", "disable staff", staff.id)

    def _admit(self, known: Credentials, password: str, address: str) -> SessionToken:
        now = self._clock()
        token, expires_at = secrets.token_urlsafe(32), now + self._session
        newer = self._newer_hash(known, password)
        with self._store.begin() as work:
            if newer:
                work.staff.set_password(known.staff.id, newer)
            work.sign_ins.forget_failures(known.staff.login, address)
            work.sign_ins.sweep(before=now - LOCKED_FOR)
            work.sign_ins.add(_digest(token), known.staff.id, now, expires_at)
            work.record(known.staff.actor, "sign in", known.staff.id)
        return SessionToken(token, known.staff, expires_at)

    def _newer_hash(self, known: Credentials, password: str) -> str | None:
        """The password hashed anew when the parameters have become stronger since."""
        if self._hasher.check_needs_rehash(known.password_hash):
            return self._hasher.hash(password)
        return None

    def _require_patience(self, work: Work, login: str, address: str) -> None:
        since = self._clock() - LOCKED_FOR
        by_login = work.sign_ins.failures_of_login(login, since)
        by_address = work.sign_ins.failures_of_address(address, since)
        for failures, limit in (
            (by_login, FAILURES_PER_LOGIN),
            (by_address, FAILURES_PER_ADDRESS),
        ):
            if len(failures) >= limit:
                raise TooManyAttempts(failures[-limit] + LOCKED_FOR)

    def _is_right(self, known: Credentials | None, password: str) -> bool:
        """Verifies in any case: how long it takes doesn't tell whether the name is known."""
        password_hash = known.password_hash if known else self._hash_of_nobody
        try:
            return self._hasher.verify(password_hash, password[: LONGEST_PASSWORD + 1])
        except (VerificationError, InvalidHashError):
            return False

    @cached_property
    def _hash_of_nobody(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe())


def _account(work: Work, login: str) -> Staff:
    return existing(work.staff.by_login(_login(login)), "account").staff


def _login(login: str) -> str:
    login = written(login, LONGEST_NAME).casefold()
    if any(c.isspace() for c in login):
        raise BadInput("A login has no spaces.")
    return login


def _strong(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadInput(
            f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters; choose another."
        )
    return password


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
