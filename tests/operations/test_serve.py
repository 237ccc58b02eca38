"""Serving: what would stop the server is found first, and said in one line."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator

import pytest
from rich.console import Console

from operations import people
from operations.serve import require_free_port, server_command
from settings import Settings
from shop.client_accounts import ClientAccounts
from shop.db import SqlStore
from shop.demo import DemoHouse, furnish
from shop.errors import NotFound, SettingsError
from shop.staff_accounts import StaffAccounts
from tests.conftest import FrozenClock


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_names_another(taken_port: int) -> None:
    with pytest.raises(SettingsError) as raised:
        require_free_port("127.0.0.1", taken_port)
    told = f"Port {taken_port} is taken: stop what runs there, or choose: make run PORT="
    assert str(raised.value).startswith(told)


def test_a_port_that_was_let_go_is_free_at_once(taken_port: int) -> None:
    with socket.socket() as client:
        client.connect(("127.0.0.1", taken_port))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]
    require_free_port("127.0.0.1", free)


def test_a_host_that_is_not_this_machine_is_named() -> None:
    with pytest.raises(SettingsError, match=r"^HOST=203\.0\.113\.7 is no address of this machine"):
        require_free_port("203.0.113.7", 8501)


def test_a_host_that_is_no_name_at_all_is_named() -> None:
    with pytest.raises(SettingsError, match=r"^HOST=a\.\.b is no address"):
        require_free_port("a..b", 8501)


def test_the_server_is_streamlit_on_the_settings_address() -> None:
    command = server_command(Settings.defaults(host="127.0.0.1", port=8600))
    assert command[1:4] == ["-m", "streamlit", "run"]
    assert command[-4:] == ["--server.port", "8600", "--server.address", "127.0.0.1"]


def printed(house: DemoHouse) -> str:
    out = io.StringIO()
    people.announce(house, "http://127.0.0.1:8501", Console(file=out, width=40))
    return out.getvalue()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_demo_people_are_printed_so_that_links_can_be_copied(
    store: SqlStore, clock: FrozenClock
) -> None:
    staff, clients = StaffAccounts(store, clock), ClientAccounts(store, clock)
    made = furnish(staff, clients)
    lines = printed(made).splitlines()
    for account in made.accounts:
        assert any(account.staff.login in line and account.password in line for line in lines)
    for new in made.clients:
        assert f"    http://127.0.0.1:8501/enter?token={new.link_token}" in lines
    assert printed(furnish(staff, clients)) == ""


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_lost_password_is_replaced_by_another(store: SqlStore, clock: FrozenClock) -> None:
    staff, clients = StaffAccounts(store, clock), ClientAccounts(store, clock)
    old = furnish(staff, clients).accounts[0]
    new = people.new_password(old.staff.login, staff)
    assert staff.sign_in(old.staff.login, new, "127.0.0.1")
    assert new != old.password
    with pytest.raises(NotFound):
        people.new_password("nobody", staff)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_new_link_leads_to_its_client(store: SqlStore, clock: FrozenClock) -> None:
    clients = ClientAccounts(store, clock)
    furnish(StaffAccounts(store, clock), clients)
    for client, line in zip(clients.all(), people.links(clients, "http://house"), strict=True):
        token = line.partition("http://house/enter?token=")[2]
        assert client.name in line
        assert clients.visitor_of_link(token, "browser").client == client
