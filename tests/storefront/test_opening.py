"""Opening the house: people come in as soon as the services stand; a failure is nobody's secret."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from shop.errors import StoreBusy
from storefront.opening import NotOpenYet, Opening


def test_people_come_in_while_the_rest_is_settled_behind_them() -> None:
    go_on = threading.Event()
    services: Any = object()

    def settle(_services: object) -> None:
        go_on.wait(10)

    opening = Opening(lambda: services, settle)
    opening.start()
    assert opening.services(wait=10) is services
    assert opening.state == "open"
    go_on.set()


def test_before_the_services_stand_the_house_is_not_open() -> None:
    with pytest.raises(NotOpenYet):
        Opening(lambda: None).services()  # type: ignore[arg-type,return-value]  # never built


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_cannot_be_settled_is_raised_to_everybody_who_comes() -> None:
    failed = threading.Event()

    def settle(_services: object) -> None:
        failed.set()
        raise StoreBusy("Another process has the index open.")

    services: Any = object()
    opening = Opening(lambda: services, settle)
    opening.start()
    assert failed.wait(10)
    assert opening._thread
    opening._thread.join(10)
    with pytest.raises(StoreBusy):
        opening.services()
    assert opening.state == "failed"
