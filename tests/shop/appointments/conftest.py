"""The house of these tests: salons that take appointments, on a store of its own."""

from __future__ import annotations

import pytest

from shop.db import SqlStore
from tests.conftest import FrozenClock
from tests.shop.appointments.salon_house import SalonHouse


@pytest.fixture
def house(store: SqlStore, clock: FrozenClock) -> SalonHouse:
    return SalonHouse(store, clock)
