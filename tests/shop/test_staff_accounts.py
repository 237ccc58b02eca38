from __future__ import annotations

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher

from shop.access import Role
from shop.db import SqlStore
from shop.errors import BadInput, Conflict, NotFound, SignInFailed, TooManyAttempts
from shop.staff_accounts import FAILURES_PER_ADDRESS, FAILURES_PER_LOGIN, StaffAccounts
from tests.conftest import FrozenClock

PASSWORD = "quiet-atelier-1"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def accounts(store: SqlStore, clock: FrozenClock) -> StaffAccounts:
    accounts = StaffAccounts(store, clock, session_hours=12, hasher=QUICK)
    accounts.create("claire", "Claire", Role.PERSONAL_SHOPPER, PASSWORD)
    return accounts


def guess(accounts: StaffAccounts, login: str, address: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(SignInFailed):
            accounts.sign_in(login, "not it", address)


def test_who_knows_the_password_is_signed_in(accounts: StaffAccounts) -> None:
    session = accounts.sign_in(" Claire ", PASSWORD, "10.0.0.1")
    assert accounts.staff_of(session.token) == session.staff
    assert session.staff.role is Role.PERSONAL_SHOPPER


def test_neither_passwords_nor_tokens_stand_in_the_database(
    accounts: StaffAccounts, store: SqlStore
) -> None:
    session = accounts.sign_in("claire", PASSWORD, "10.0.0.1")
    with store.engine.connect() as connection:
        hashes = connection.exec_driver_sql("SELECT password_hash FROM staff").scalars().all()
        tokens = connection.exec_driver_sql("SELECT token_hash FROM staff_sessions").scalars().all()
    assert all(kept.startswith("$argon2id$") for kept in hashes)
    assert session.token not in tokens


def test_an_unknown_name_and_a_wrong_password_give_the_same_answer(
    accounts: StaffAccounts,
) -> None:
    with pytest.raises(SignInFailed) as wrong:
        accounts.sign_in("claire", "not it", "10.0.0.1")
    with pytest.raises(SignInFailed) as unknown:
        accounts.sign_in("nobody", "not it", "10.0.0.1")
    assert (type(wrong.value), str(wrong.value)) == (type(unknown.value), str(unknown.value))


def test_an_unknown_name_costs_a_verification_too(
    store: SqlStore, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    verify = PasswordHasher.verify

    def watched(self: PasswordHasher, kept: str, password: str) -> bool:
        verified.append(kept)
        return bool(verify(self, kept, password))

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    accounts = StaffAccounts(store, clock, hasher=QUICK)
    guess(accounts, "nobody", "10.0.0.1", 1)
    assert len(verified) == 1


def test_a_name_that_no_database_takes_is_a_wrong_name(accounts: StaffAccounts) -> None:
    with pytest.raises(SignInFailed):
        accounts.sign_in("cl\x00aire\ud800x", PASSWORD, "10.0.0.1")


def test_after_five_failures_a_name_is_locked_even_for_the_right_password(
    accounts: StaffAccounts, clock: FrozenClock
) -> None:
    guess(accounts, "claire", "10.0.0.1", FAILURES_PER_LOGIN)
    with pytest.raises(TooManyAttempts) as refused:
        accounts.sign_in("claire", PASSWORD, "10.0.0.2")
    clock.now = refused.value.retry_at
    assert accounts.sign_in("claire", PASSWORD, "10.0.0.2").staff.login == "claire"


def test_an_address_that_tries_many_names_is_locked(accounts: StaffAccounts) -> None:
    for n in range(FAILURES_PER_ADDRESS):
        guess(accounts, f"name{n}", "10.0.0.1", 1)
    with pytest.raises(TooManyAttempts):
        accounts.sign_in("claire", PASSWORD, "10.0.0.1")
    assert accounts.sign_in("claire", PASSWORD, "10.0.0.2").token


def test_a_success_forgets_the_failures_before_it(accounts: StaffAccounts) -> None:
    for _ in range(2):
        guess(accounts, "claire", "10.0.0.1", FAILURES_PER_LOGIN - 1)
        accounts.sign_in("claire", PASSWORD, "10.0.0.1")


def test_the_lock_holds_in_every_process(
    accounts: StaffAccounts, open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    guess(accounts, "claire", "10.0.0.1", FAILURES_PER_LOGIN)
    elsewhere = StaffAccounts(open_store(), clock, hasher=QUICK)
    with pytest.raises(TooManyAttempts):
        elsewhere.sign_in("claire", PASSWORD, "10.0.0.1")


def test_a_session_ends_when_its_hours_are_over(
    accounts: StaffAccounts, clock: FrozenClock
) -> None:
    session = accounts.sign_in("claire", PASSWORD, "10.0.0.1")
    clock.advance(hours=11, minutes=59)
    assert accounts.staff_of(session.token)
    clock.advance(minutes=1)
    assert accounts.staff_of(session.token) is None


def test_signing_out_ends_that_session_only(accounts: StaffAccounts) -> None:
    here = accounts.sign_in("claire", PASSWORD, "10.0.0.1")
    there = accounts.sign_in("claire", PASSWORD, "10.0.0.2")
    accounts.sign_out(here.token)
    assert accounts.staff_of(here.token) is None
    assert accounts.staff_of(there.token)


def test_a_new_password_ends_every_session(accounts: StaffAccounts) -> None:
    session = accounts.sign_in("claire", PASSWORD, "10.0.0.1")
    accounts.change_password("claire", "another-quiet-1")
    assert accounts.staff_of(session.token) is None
    guess(accounts, "claire", "10.0.0.1", 1)
    with pytest.raises(SignInFailed):
        accounts.sign_in("claire", PASSWORD, "10.0.0.1")
    assert accounts.sign_in("claire", "another-quiet-1", "10.0.0.1").token


def test_a_disabled_account_is_shut_at_once(accounts: StaffAccounts) -> None:
    session = accounts.sign_in("claire", PASSWORD, "10.0.0.1")
    accounts.disable("claire")
    assert accounts.staff_of(session.token) is None
    with pytest.raises(SignInFailed):
        accounts.sign_in("claire", PASSWORD, "10.0.0.1")
    assert accounts.all() == []


def test_a_password_is_hashed_anew_once_the_parameters_are_stronger(
    accounts: StaffAccounts, store: SqlStore, clock: FrozenClock
) -> None:
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    StaffAccounts(store, clock, hasher=stronger).sign_in("claire", PASSWORD, "10.0.0.1")
    with store.read() as work:
        known = work.staff.by_login("claire")
    assert known
    assert not stronger.check_needs_rehash(known.password_hash)


def test_a_login_belongs_to_one_person(accounts: StaffAccounts) -> None:
    with pytest.raises(Conflict):
        accounts.create("Claire", "Another Claire", Role.EDITOR, PASSWORD)


@pytest.mark.parametrize("password", ["", "short", "x" * 201])
def test_a_weak_or_endless_password_is_refused(accounts: StaffAccounts, password: str) -> None:
    with pytest.raises(BadInput):
        accounts.create("marc", "Marc", Role.EDITOR, password)


@pytest.mark.parametrize("login", ["", "two words", "x" * 81])
def test_a_login_is_one_short_word(accounts: StaffAccounts, login: str) -> None:
    with pytest.raises(BadInput):
        accounts.create(login, "Marc", Role.EDITOR, PASSWORD)


@pytest.mark.parametrize("token", ["", "made-up", "\ud800", "x" * 10_000])
def test_a_made_up_token_is_nobodys(accounts: StaffAccounts, token: str) -> None:
    assert accounts.staff_of(token) is None


def test_an_unknown_account_cannot_be_changed(accounts: StaffAccounts) -> None:
    with pytest.raises(NotFound):
        accounts.change_password("nobody", PASSWORD)
